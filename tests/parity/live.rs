//! The same promises, kept before a WordPress that is running: `WP2FEED_LIVE_URL=http://127.0.0.1:8612`. It
//! may be of any version; the figures of one that docs/parity.md knows are held.

mod archives;

use crate::given::Given;
use crate::lab::SETUPS;
use crate::page;
use crate::pair::{Pair, is_locked};
use crate::support::{Feeds, agreement};
use crate::tally::Tally;
use std::env;
use wp2feed::{ContentMode, Format, Options};

/// Posts of some types, an archive of them, and WordPress's feeds of it. A search for nothing finds posts of
/// every type, pages among them.
type Archive = (&'static [&'static str], Option<&'static str>, [&'static str; 2]);

const ALL: &[&str] = &["posts", "pages", "recipes", "signals"];

const ARCHIVES: [Archive; 9] = [
    (ALL, None, ["/feed/?s=", "/feed/atom/?s="]),
    (ALL, Some("search:fog"), ["/search/fog/feed/rss2/", "/search/fog/feed/atom/"]),
    (&["recipes"], Some("type:lab_recipe"), ["/recipes/feed/", "/recipes/feed/atom/"]),
    (&["signals"], Some("type:lab_signal"), ["/signals/feed/", "/signals/feed/atom/"]),
    (
        &["posts"],
        Some("category:boats-gear"),
        ["/category/boats-gear/feed/", "/category/boats-gear/feed/atom/"],
    ),
    (
        &["posts"],
        Some("category:rope"),
        ["/category/boats-gear/rope/feed/", "/category/boats-gear/rope/feed/atom/"],
    ),
    (&["posts"], Some("tag:rd"), ["/tag/rd/feed/", "/tag/rd/feed/atom/"]),
    (&["posts"], Some("author:zoe"), ["/author/zoe/feed/", "/author/zoe/feed/atom/"]),
    (&["posts"], Some("date:2023-07"), ["/2023/07/feed/", "/2023/07/feed/atom/"]),
];

/// Lists of comments, and WordPress's feeds of them.
const COMMENTS: [(&str, [&str; 2]); 2] = [
    ("", ["/comments/feed/", "/comments/feed/atom/"]),
    ("&post=1191", ["/2023/07/a-thread/feed/", "/2023/07/a-thread/feed/atom/"]),
];

/// The address of a running WordPress; without one there is nothing to test.
pub(crate) fn server() -> Option<String> {
    let server = env::var("WP2FEED_LIVE_URL").ok();
    if server.is_none() {
        println!("passed over: WP2FEED_LIVE_URL names no running WordPress");
    }
    server
}

#[test]
fn a_running_wordpress_agrees() {
    let Some(server) = server() else { return };
    let mut tally = Tally::default();
    let home = SETUPS.iter().map(|setup| (setup, (&ALL[..1], None, setup.feeds())));
    let archives = ARCHIVES.into_iter().map(|archive| (&SETUPS[0], archive));
    for (setup, (types, of, feeds)) in home.chain(archives) {
        let given = Given { of, ..setup.given(&server, types, true) };
        agree(&given);
        for (path, format) in feeds.into_iter().zip([Format::Rss, Format::Atom]) {
            for (content, summaries) in [(ContentMode::Full, false), (ContentMode::Summary, true)] {
                let theirs = setup.feed(&server, path, summaries);
                let name = format!("{path} {:?}", setup.headers);
                tally.add(&Pair::new(&name, format, content, &given, &theirs));
            }
        }
    }
    for (query, feeds) in COMMENTS {
        let given = SETUPS[0].comments(&server, query);
        for (path, format) in feeds.into_iter().zip([Format::Rss, Format::Atom]) {
            let theirs = SETUPS[0].get(&server, path, &[]).body;
            let given = given.clone().limited(format, &theirs);
            tally.add(&Pair::new(path, format, ContentMode::Full, &given, &theirs));
        }
    }
    println!("WordPress {}\n{tally}", tally.version());
    assert!(tally.complaints().is_empty(), "{}", tally.complaints().join("\n"));
    let page = page::complaints(&format!("live {}", tally.version()), &tally.tables());
    assert!(page.is_empty(), "docs/parity.md has other figures:\n{}", page.join("\n"));
}

/// Readers see the same in all formats, and every post that no password locks.
fn agree(given: &Given) {
    let options = Options { site: given.site.clone(), ..Options::default() };
    let feeds = Feeds::convert(&given.posts, &options).expect("posts");
    let open = given.posts().iter().filter(|post| !is_locked(post)).count();
    assert_eq!(feeds.report.written(), open);
    let complaints = agreement::complaints(&feeds);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
