//! What stands above the entries of each feed, which says where it and its siblings stand.

use super::source::Source;
use crate::formats::Format;
use crate::model::{Feed, Link};
use crate::options::FeedUrl;
use crate::spool::Sorted;

/// The heads of the formats, in their order.
pub(super) fn heads(source: &mut Source, entries: &Sorted, formats: &[Format]) -> Vec<Feed> {
    let head = source.head(&entries.ordered.duplicates);
    let of_format = |(at, format): (usize, &Format)| {
        let mut feed = source.head_of(&head, *format);
        feed.updated = source.updated(entries.ordered.updated());
        source.content().fit_head(&mut feed);
        // What the caller says stays as it is.
        match &source.options().feed_url {
            None => feed,
            Some(FeedUrl::Whole(url)) => Feed { feed_url: Some(url.clone()), ..feed },
            Some(FeedUrl::Base(base)) => {
                let url = |format: &Format| Some(format!("{base}{}", format.file_name()));
                let urls: Vec<_> = formats.iter().map(url).collect();
                addressed(feed, &urls, at, formats)
            }
            Some(FeedUrl::Each(urls)) => addressed(feed, urls, at, formats),
        }
    };
    formats.iter().enumerate().map(of_format).collect()
}

/// The head of a format, where others stand at addresses that are known.
fn addressed(feed: Feed, urls: &[Option<String>], at: usize, formats: &[Format]) -> Feed {
    let others = formats.iter().zip(urls).enumerate().filter(|(other, _)| *other != at);
    let link = |(_, (format, url)): (usize, (&Format, &Option<String>))| {
        let media_type = format.media_type().to_owned();
        Some(Link { url: url.clone()?, media_type })
    };
    let alternates = others.filter_map(link).collect();
    let own = urls.get(at).cloned().flatten();
    Feed { feed_url: own.or(feed.feed_url), alternates, ..feed }
}
