//! What stands above the entries, in each format: WordPress gives each of a page's feeds its own address.

use super::permalink;
use crate::model::Feed;

/// What stands above the entries.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// What all formats have.
    pub(crate) feed: Feed,
    /// The page of the site that the feed belongs to, if its address is to be WordPress's own.
    pub(crate) page: Option<String>,
}

impl Head {
    /// The head of one format, by its name in WordPress: `rss2`, `atom`, `json`.
    pub(crate) fn of(&self, name: &str) -> Feed {
        let feed_url = self.page.as_deref().map(|page| permalink::feed(page, name));
        Feed { feed_url, ..self.feed.clone() }
    }
}
