//! The same promises, kept before a WordPress that is running: `WP2FEED_LIVE_URL=http://127.0.0.1:8612`.
//!
//! It is a site with the content of the recordings and some more, in whatever version; it listens to
//! headers that say how many posts its feeds have.

use crate::http::get;
use crate::pair::Pair;
use crate::support::{Feeds, agreement, site};
use crate::tally::Tally;
use serde_json::Value;
use std::env;
use wp2feed::{ContentMode, Format, Options};

/// How many posts WordPress's feeds shall have, which is more than there are.
const ALL: (&str, &str) = ("X-Lab-Per-Rss", "300");

#[test]
fn a_running_wordpress_agrees() {
    let Ok(server) = env::var("WP2FEED_LIVE_URL") else {
        println!("passed over: WP2FEED_LIVE_URL names no running WordPress");
        return;
    };
    let site = site(&get(&server, "/wp-json/", &[]).body);
    let posts = posts(&server);

    let options = Options { site: site.clone(), ..Options::default() };
    let feeds = Feeds::convert(&posts, &options).expect("posts");
    let complaints = agreement::complaints(&feeds);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));

    let mut tally = Tally::default();
    for (path, format) in [("/feed/", Format::Rss), ("/feed/atom/", Format::Atom)] {
        for (content, headers) in [
            (ContentMode::Full, vec![ALL]),
            (ContentMode::Summary, vec![ALL, ("X-Lab-Excerpt", "1")]),
        ] {
            let theirs = get(&server, path, &headers).body;
            tally.add(&Pair::new(path, format, &site, content, &posts, &theirs));
        }
    }
    println!("{tally}");
    assert!(tally.complaints().is_empty(), "{}", tally.complaints().join("\n"));
}

/// All posts, page after page, as one list.
fn posts(server: &str) -> Vec<u8> {
    let mut posts: Vec<Value> = Vec::new();
    let mut page = 1;
    loop {
        let path = format!("/wp-json/wp/v2/posts?per_page=100&_embed=1&page={page}");
        let answer = get(server, &path, &[]);
        posts.extend(serde_json::from_slice::<Vec<Value>>(&answer.body).expect("posts"));
        if page >= answer.number("X-WP-TotalPages").expect("the number of pages") {
            break;
        }
        page += 1;
    }
    assert_ne!(posts.len(), 0);
    serde_json::to_vec(&posts).expect("JSON")
}
