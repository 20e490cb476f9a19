//! What stands above the entries of each feed, which says where it and its siblings stand.

use super::source::Source;
use crate::formats::Format;
use crate::model::{Feed, Link};
use crate::options::FeedUrl;
use crate::spool::Sorted;

/// The heads of the formats, in their order.
pub(super) fn heads(source: &mut Source, entries: &Sorted, formats: &[Format]) -> Vec<Feed> {
    let head = source.head(&entries.ordered.duplicates);
    let of_format = |format: &Format| {
        let mut feed = head.of(format.wordpress_name());
        feed.updated = entries.ordered.updated();
        source.content().fit_head(&mut feed);
        // What the caller says stays as it is.
        match &source.options().feed_url {
            None => feed,
            Some(url) => addressed(feed, url, *format, formats),
        }
    };
    formats.iter().map(of_format).collect()
}

/// The head of a format whose feeds will be served from known addresses.
fn addressed(feed: Feed, url: &FeedUrl, format: Format, formats: &[Format]) -> Feed {
    match url {
        FeedUrl::Whole(url) => Feed { feed_url: Some(url.clone()), ..feed },
        FeedUrl::Base(base) => {
            let url = |format: Format| format!("{base}{}", format.file_name());
            let others = formats.iter().filter(|other| **other != format);
            let link = |other: &Format| Link {
                url: url(*other),
                media_type: other.media_type().to_owned(),
            };
            Feed { feed_url: Some(url(format)), alternates: others.map(link).collect(), ..feed }
        }
    }
}
