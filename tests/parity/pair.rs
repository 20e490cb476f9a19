//! A feed of ours and WordPress's own of the same posts, which [`crate::compare`] compares.

use crate::elements::{Feed, Values};
use crate::given::Given;
use crate::rows::Row;
use serde_json::Value;
use wp2feed::{Collection, ContentMode, Format};

/// Two feeds of the same posts.
pub(crate) struct Pair {
    /// What messages call it.
    pub(crate) name: String,
    pub(crate) format: Format,
    pub(crate) ours: Feed,
    pub(crate) theirs: Feed,
    /// The posts or comments as REST gave them, and the site's media if they were given.
    pub(crate) posts: Vec<Value>,
    pub(crate) media: Vec<Value>,
    pub(crate) given: Given,
    /// What the comments are about, if the feeds are of comments.
    pub(crate) about: Vec<Value>,
}

/// One thing that differs: a whole value, or one place in HTML.
pub(crate) struct Difference<'a> {
    pub(crate) pair: &'a Pair,
    pub(crate) row: &'static Row,
    /// What ours has there; empty if nothing.
    pub(crate) ours: String,
    /// What WordPress has there.
    pub(crate) theirs: String,
    /// The two items, if it is not about the feed as a whole.
    pub(crate) items: Option<(&'a Values, &'a Values)>,
    /// The post as REST gave it, or null.
    pub(crate) post: &'a Value,
}

impl Pair {
    /// Converts the posts as a user would who wants WordPress's feed, and takes both feeds apart.
    pub(crate) fn new(
        name: &str,
        format: Format,
        content: ContentMode,
        given: &Given,
        theirs: &[u8],
    ) -> Pair {
        let theirs = Feed::read(theirs);
        let url = theirs.head.get(&["channel/atom:link[self]@href", "feed/link[self]@href"]);
        let ours = Feed::read(&given.convert(format, content, &url));
        let name = format!("{name} as {}", format.name());
        let [media, about] = [Collection::Media, Collection::Posts].map(|kind| given.list(kind));
        Pair {
            name,
            format,
            ours,
            theirs,
            posts: given.posts(),
            media,
            about,
            given: given.clone(),
        }
    }

    /// The version of WordPress that wrote its feed.
    pub(crate) fn version(&self) -> String {
        let generator = self.theirs.head.get(&["channel/generator", "feed/generator@version"]);
        generator.rsplit("?v=").next().unwrap_or_default().to_owned()
    }

    /// The post or comment of a permalink; null if REST does not tell it.
    pub(crate) fn post(&self, link: &str) -> &Value {
        self.posts.iter().find(|post| post["link"] == link).unwrap_or(&Value::Null)
    }
}

/// Whether a password locks a post of REST's.
pub(crate) fn is_locked(post: &Value) -> bool {
    post["content"]["protected"] == true
}
