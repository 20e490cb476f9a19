//! What our feeds say of a site's posts is what WordPress's own feeds say, but for decisions that are
//! listed by name in [`decisions`].
//!
//! Run it with `--nocapture` for a table of fields, and how often which decision explains a difference.

mod decisions;
mod elements;
mod html;
mod hunks;
mod judged;
mod pair;
#[path = "../support/mod.rs"]
mod support;
mod tally;

use pair::Pair;
use serde_json::Value;
use support::{recording, site};
use tally::Tally;
use wp2feed::{ContentMode, Format};

/// The sets of posts of which there are WordPress's own feeds.
const SETS: [&str; 9] =
    ["blocks", "comments", "dates", "excerpts", "media", "podcast", "status", "terms", "titles"];

/// Feeds of other types of posts: the posts, and the feed's name.
const TYPES: [(&str, &str, Format); 3] = [
    ("types/recipes", "rss2.xml", Format::Rss),
    ("types/recipes", "atom.xml", Format::Atom),
    ("types/signals", "rss2.xml", Format::Rss),
];

/// A pair of recordings: posts, and a feed of them.
fn pair(posts: &str, feed: &str, format: Format, content: ContentMode) -> Pair {
    let site = site(&recording("site/index.json"));
    Pair::new(feed, format, &site, content, &recording(posts), &recording(feed))
}

/// Posts with the records of their enclosures, as REST tells them on a site that registers the meta.
fn with_records(posts: &str, records: &str) -> Vec<u8> {
    let read = |path| serde_json::from_slice::<Vec<Value>>(&recording(path)).expect("posts");
    let (mut posts, records) = (read(posts), read(records));
    for post in &mut posts {
        let same = records.iter().find(|record| record["id"] == post["id"]);
        post["meta"] = same.expect("the same posts")["meta"].clone();
    }
    serde_json::to_vec(&posts).expect("JSON")
}

fn recorded() -> Vec<Pair> {
    let forms = [("", ContentMode::Full), ("-excerpt", ContentMode::Summary)];
    let mut pairs = Vec::new();
    for set in SETS {
        for (name, format) in [("rss2", Format::Rss), ("atom", Format::Atom)] {
            pairs.extend(forms.map(|(form, content)| {
                let feed = format!("{set}/{name}{form}.xml");
                pair(&format!("{set}/embed.json"), &feed, format, content)
            }));
        }
    }
    let records = with_records("podcast/embed.json", "shapes/enclosure-meta.json");
    pairs.extend([("rss2", Format::Rss), ("atom", Format::Atom)].map(|(name, format)| {
        let site = site(&recording("site/index.json"));
        let feed = recording(&format!("podcast/{name}.xml"));
        let name = format!("podcast/{name}.xml, with records");
        Pair::new(&name, format, &site, ContentMode::Full, &records, &feed)
    }));
    pairs.extend(TYPES.map(|(posts, feed, format)| {
        let feed = format!("{posts}.{feed}");
        pair(&format!("{posts}.json"), &feed, format, ContentMode::Full)
    }));
    pairs
}

#[test]
fn every_difference_is_a_decision_and_every_decision_is_needed() {
    let mut tally = Tally::default();
    recorded().iter().for_each(|pair| tally.add(pair));
    println!("{tally}");
    assert!(tally.complaints().is_empty(), "{}", tally.complaints().join("\n"));
    assert_eq!(tally.stale(), Vec::<&str>::new(), "no longer needed");
}
