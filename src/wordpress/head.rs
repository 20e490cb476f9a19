//! What stands above the entries, in each format: WordPress's own feeds differ in it.

use crate::model::Feed;
use crate::text::url;

/// What stands above the entries.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// What all formats have.
    pub(crate) feed: Feed,
    /// The page of the site that the feed belongs to, if its address is to be WordPress's own.
    pub(crate) page: Option<Page>,
    /// The title and the link that Atom has instead, where WordPress's Atom has others.
    pub(crate) atom: Option<(String, String)>,
}

/// A page of the site, and how WordPress makes the addresses of its feeds.
#[derive(Debug)]
pub(crate) struct Page {
    pub(super) address: String,
    /// The address of the feed with a name, from the page's.
    pub(super) feed: fn(&str, &str) -> String,
}

impl Head {
    /// The head of one format, by its name in WordPress: `rss2`, `atom`, `json`.
    pub(crate) fn of(&self, name: &str) -> Feed {
        let address = |page: &Page| (page.feed)(&page.address, name);
        let feed_url = self.page.as_ref().map(|page| url::encode(&address(page)).into_owned());
        let feed = Feed { feed_url, ..self.feed.clone() };
        match self.atom.clone().filter(|_| name == "atom") {
            Some((title, link)) => Feed { title, home_page_url: Some(link), ..feed },
            None => feed,
        }
    }
}
