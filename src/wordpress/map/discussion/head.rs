//! What stands above comments.

use super::{Discussion, absolute};
use crate::model::Feed;
use crate::options::Options;
use crate::wordpress::head::{Head, Page};
use crate::wordpress::permalink;

/// What the comments are about.
pub(super) enum Subject {
    /// One post, of which the title may not be known.
    Post { title: Option<String>, link: Option<String> },
    /// The whole site; whether its addresses are queries.
    Site { plain: bool },
}

impl Discussion {
    /// The head of a feed of comments; that of any other feed stays.
    pub(in crate::wordpress::map) fn head(
        &self,
        feed: Feed,
        home: &str,
        options: &Options,
    ) -> Head {
        // Only who asks for the feed of a page gets the address that WordPress gives it.
        let of_page = options.feed_of.is_some();
        let mut head = match &self.subject {
            None => return Head { feed, ..Head::default() },
            Some(Subject::Site { plain }) => of_site(feed, home, *plain),
            Some(Subject::Post { title, link }) => {
                of_post(feed, home, title.as_deref(), link.as_deref())
            }
        };
        head.page = head.page.filter(|_| of_page);
        if let Some(title) = &options.title {
            head.feed.title.clone_from(title);
            head.atom = head.atom.map(|(_, link)| (title.clone(), link));
        }
        head
    }
}

/// The head of `/comments/feed/`.
fn of_site(feed: Feed, home: &str, plain: bool) -> Head {
    let title = format!("Comments for {}", feed.title);
    let page = match plain {
        true => Page {
            address: format!("{home}/"),
            feed: |home, name| format!("{home}?feed=comments-{name}"),
        },
        false => Page { address: format!("{home}/comments/"), feed: permalink::feed },
    };
    let id = Some((page.feed)(&page.address, "atom"));
    Head { feed: Feed { title, id, ..feed }, page: Some(page), atom: None }
}

/// The head of the feed of one post's comments, of which WordPress's Atom has another title and link.
fn of_post(feed: Feed, home: &str, title: Option<&str>, link: Option<&str>) -> Head {
    let subject = title.or(link).unwrap_or(&feed.title).to_owned();
    let title = format!("Comments on: {subject}");
    let Some(link) = link.and_then(|link| absolute(link, home)) else {
        return Head { feed: Feed { title, ..feed }, ..Head::default() };
    };
    Head {
        atom: Some((format!("Comments on {subject}"), format!("{link}#comments"))),
        feed: Feed {
            title,
            id: Some(permalink::feed(&link, "atom")),
            home_page_url: Some(link.clone()),
            ..feed
        },
        page: Some(Page { address: link, feed: permalink::feed }),
    }
}
