//! Documents for editors, `context=edit`, tell more than the public ones, and give away nothing.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use wp2feed::model::{Entry, Feed};
use wp2feed::{Format, Html, Options, Site, convert};

/// The recorded sets of posts.
const SETS: [&str; 9] =
    ["blocks", "comments", "dates", "excerpts", "media", "podcast", "status", "terms", "titles"];

fn recording(path: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded");
    fs::read(folder.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The RSS feed of a recording, as it is written.
fn rss(path: &str) -> Vec<u8> {
    let site = Site::from_json(&recording("site/index.json")).expect("the site's index");
    let options = Options { site, html: Html::RAW, include_protected: true, ..Options::default() };
    let mut feed = Vec::new();
    convert(&recording(path)[..], Format::Rss, &options, &mut feed).expect(path);
    feed
}

/// The entries of a feed by their addresses.
fn entries(feed: &[u8]) -> BTreeMap<String, Entry> {
    let Feed { entries, .. } = Format::Rss.read(feed).expect("a feed");
    entries.into_iter().filter_map(|entry| Some((entry.url.clone()?, entry))).collect()
}

/// The posts of a document for editors.
fn posts(set: &str) -> Vec<Value> {
    serde_json::from_slice(&recording(&format!("{set}/edit.json"))).expect("posts")
}

/// The summary of an entry with its references decoded: WordPress makes numbers of them.
fn summary(entry: &Entry) -> String {
    htmlize::unescape(entry.summary.as_deref().unwrap_or_default()).into_owned()
}

#[test]
fn a_typed_excerpt_is_word_for_word_that_of_wordpress() {
    let (mut equal, mut mended) = (0, 0);
    for set in SETS {
        let edited = entries(&rss(&format!("{set}/edit.json")));
        let public = entries(&rss(&format!("{set}/embed.json")));
        let theirs = entries(&recording(&format!("{set}/rss2.xml")));
        for post in posts(set) {
            let typed = post["excerpt"]["raw"].as_str().is_some_and(|raw| !raw.is_empty());
            let url = post["link"].as_str().expect("a link");
            if !typed || post["content"]["protected"] == true || !theirs.contains_key(url) {
                continue;
            }
            assert_eq!(summary(&edited[url]), summary(&theirs[url]), "{url}");
            equal += 1;
            mended += usize::from(summary(&public[url]) != summary(&theirs[url]));
        }
    }
    assert_eq!((equal, mended), (5, 4));
}

#[test]
fn an_excerpt_that_wordpress_made_is_that_of_the_public_document() {
    for set in SETS {
        let edited = entries(&rss(&format!("{set}/edit.json")));
        let public = entries(&rss(&format!("{set}/embed.json")));
        assert!(edited.keys().eq(public.keys()), "{set}");
        for post in posts(set).iter().filter(|post| post["excerpt"]["raw"] == "") {
            let url = post["link"].as_str().expect("a link");
            let (Some(edited), Some(public)) = (edited.get(url), public.get(url)) else { continue };
            assert_eq!(summary(edited), summary(public), "{url}");
            assert_eq!((&edited.id, &edited.title), (&public.id, &public.title), "{url}");
        }
    }
}

#[test]
fn what_only_editors_see_is_given_away_nowhere() {
    for set in SETS {
        let feed = String::from_utf8(rss(&format!("{set}/edit.json"))).expect("UTF-8");
        for post in posts(set) {
            let template = post["permalink_template"].as_str().expect("a template");
            assert!(!feed.contains(template), "{template}");
            let password = post["password"].as_str().expect("a password");
            assert!(password.is_empty() || !feed.contains(password), "{password}");
            let raw = |field: &str| post[field]["raw"].as_str().unwrap_or_default();
            let hidden = post["status"] != "publish";
            if hidden || !password.is_empty() {
                let texts = [raw("content"), raw("excerpt")];
                let kept = texts.iter().all(|text| text.is_empty() || !feed.contains(text));
                assert!(kept, "{}", post["link"]);
            }
            assert!(!hidden || !feed.contains(&format!("?p={}<", post["id"])), "{}", post["link"]);
        }
    }
}
