//! What stands above the entries, in each format: WordPress's own feeds differ in it.

use super::permalink;
use crate::model::Feed;

/// What stands above the entries.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// What all formats have.
    pub(crate) feed: Feed,
    /// The page of the site that the feed belongs to, if its address is to be WordPress's own.
    pub(crate) page: Option<String>,
    /// The title and the link that Atom has instead, where WordPress's Atom has others.
    pub(crate) atom: Option<(String, String)>,
}

impl Head {
    /// The head of one format, by its name in WordPress: `rss2`, `atom`, `json`.
    pub(crate) fn of(&self, name: &str) -> Feed {
        let feed_url = self.page.as_deref().map(|page| permalink::feed(page, name));
        let feed = Feed { feed_url, ..self.feed.clone() };
        match self.atom.clone().filter(|_| name == "atom") {
            Some((title, link)) => Feed { title, home_page_url: Some(link), ..feed },
            None => feed,
        }
    }
}
