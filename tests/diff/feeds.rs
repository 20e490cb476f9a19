//! The feeds that are changed: of recorded posts, and of the samples that hold most.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use wp2feed::model::{Feed, InReplyTo};
use wp2feed::{Format, Options, Site};

/// Documents of posts, some with their site.
const DOCUMENTS: [&str; 8] = [
    "samples/blog/posts.json",
    "samples/podcast/posts.json",
    "samples/comments-of-a-post/comments.json",
    "samples/featured-image/posts.json",
    "samples/right-to-left-and-emoji/posts.json",
    "samples/enclosure-records/posts.json",
    "samples/polylang/posts.json",
    "tests/recorded/blocks/embed.json",
];

pub(crate) fn feeds() -> &'static [Feed] {
    static FEEDS: OnceLock<Vec<Feed>> = OnceLock::new();
    FEEDS.get_or_init(|| DOCUMENTS.iter().map(|document| feed(document)).collect())
}

fn feed(document: &str) -> Feed {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(document);
    let site = fs::read(path.with_file_name("site.json")).ok();
    let site = site.map(|bytes| Site::from_json(&bytes).expect("a site")).unwrap_or_default();
    let posts = fs::File::open(&path).expect(document);
    let (mut feed, _) =
        wp2feed::read(posts, &Options { site, ..Options::default() }).expect("posts");
    // What a site may tell, and these don't.
    feed.hubs.push("https://hub.example/".into());
    feed.rights = Some("© Harbour".into());
    feed.language.get_or_insert_with(|| "en-GB".into());
    feed.feed_url.get_or_insert_with(|| "https://harbour.example/feed/".into());
    feed.entries.truncate(6);
    if let Some(entry) = feed.entries.first_mut() {
        entry.language = Some("sv".into());
        let reply = || InReplyTo { id: "https://harbour.example/?p=1".into(), url: None };
        entry.in_reply_to.get_or_insert_with(reply);
    }
    feed
}

/// A feed in a format.
pub(crate) fn written(format: Format, feed: &Feed) -> Vec<u8> {
    format.write(feed, false)
}
