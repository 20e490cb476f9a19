//! The same promises, kept before a WordPress that is running: `WP2FEED_LIVE_URL=http://127.0.0.1:8612`.
//!
//! It is a site with the content of the recordings and some more, in whatever version. It listens to
//! headers that say how many posts its feeds have, and how the site is set up.

use crate::http::get;
use crate::pair::{Pair, is_locked};
use crate::support::{Feeds, agreement, site};
use crate::tally::Tally;
use serde_json::Value;
use std::env;
use wp2feed::{ContentMode, Format, Options, Site};

/// How many posts WordPress's feeds shall have, which is more than there are.
const ALL: Header = ("X-Lab-Per-Rss", "300");

type Header = (&'static str, &'static str);

/// A way in which the site is set up.
struct Setup {
    headers: &'static [Header],
    language: &'static str,
    /// Addresses with paths, or with queries alone.
    pretty: bool,
}

const SETUPS: [Setup; 5] = [
    Setup { headers: &[], language: "en-US", pretty: true },
    Setup { headers: &[("X-Lab-Meta", "1")], language: "en-US", pretty: true },
    Setup { headers: &[("X-Lab-Permalinks", "plain")], language: "en-US", pretty: false },
    Setup { headers: &[("X-Lab-Locale", "ja")], language: "ja", pretty: true },
    Setup { headers: &[("X-Lab-Timezone", "+05:30")], language: "en-US", pretty: true },
];

#[test]
fn a_running_wordpress_agrees() {
    let Ok(server) = env::var("WP2FEED_LIVE_URL") else {
        println!("passed over: WP2FEED_LIVE_URL names no running WordPress");
        return;
    };
    let mut tally = Tally::default();
    for setup in &SETUPS {
        let posts = setup.posts(&server);
        let site = setup.site(&server);
        let options = Options { site: site.clone(), ..Options::default() };
        let feeds = Feeds::convert(&posts, &options).expect("posts");
        assert_eq!(feeds.report.written(), open(&posts));
        let complaints = agreement::complaints(&feeds);
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
        setup.compare(&server, &site, &posts, &mut tally);
    }
    println!("{tally}");
    assert!(tally.complaints().is_empty(), "{}", tally.complaints().join("\n"));
}

/// How many posts no password locks.
fn open(posts: &[u8]) -> usize {
    let posts: Vec<Value> = serde_json::from_slice(posts).expect("posts");
    posts.iter().filter(|post| !is_locked(post)).count()
}

impl Setup {
    fn get(&self, server: &str, path: &str, more: &[Header]) -> crate::http::Answer {
        get(server, path, &[self.headers, more].concat())
    }

    fn site(&self, server: &str) -> Site {
        let index = self.get(server, if self.pretty { "/wp-json/" } else { "/?rest_route=/" }, &[]);
        Site { language: Some(self.language.to_owned()), ..site(&index.body) }
    }

    /// All posts, page after page, as one list.
    fn posts(&self, server: &str) -> Vec<u8> {
        let route =
            if self.pretty { "/wp-json/wp/v2/posts?" } else { "/?rest_route=/wp/v2/posts&" };
        let mut posts: Vec<Value> = Vec::new();
        for page in 1.. {
            let path = format!("{route}per_page=100&_embed=1&page={page}");
            let answer = self.get(server, &path, &[]);
            posts.extend(serde_json::from_slice::<Vec<Value>>(&answer.body).expect("posts"));
            if page >= answer.number("X-WP-TotalPages").expect("the number of pages") {
                break;
            }
        }
        assert_ne!(posts.len(), 0);
        serde_json::to_vec(&posts).expect("JSON")
    }

    fn compare(&self, server: &str, site: &Site, posts: &[u8], tally: &mut Tally) {
        let feeds =
            if self.pretty { ["/feed/", "/feed/atom/"] } else { ["/?feed=rss2", "/?feed=atom"] };
        let forms: [(ContentMode, &[Header]); 2] =
            [(ContentMode::Full, &[ALL]), (ContentMode::Summary, &[ALL, ("X-Lab-Excerpt", "1")])];
        for (path, format) in feeds.into_iter().zip([Format::Rss, Format::Atom]) {
            for (content, headers) in forms {
                let theirs = self.get(server, path, headers).body;
                let name = format!("{path} {:?}", self.headers);
                tally.add(&Pair::new(&name, format, site, content, posts, &theirs));
            }
        }
    }
}
