//! The recorded pairs, and variants of them: what the same site would answer in another state.

use crate::pair::Pair;
use crate::support::{recording, site};
use serde_json::Value;
use wp2feed::{ContentMode, Format};

/// The sets of posts of which there are WordPress's own feeds.
pub(crate) const SETS: [&str; 9] =
    ["blocks", "comments", "dates", "excerpts", "media", "podcast", "status", "terms", "titles"];

/// Posts, and a feed of them.
type Row = (&'static str, &'static str, Format);

/// Posts of other types.
const TYPES: [Row; 3] = [
    ("types/recipes.json", "types/recipes.rss2.xml", Format::Rss),
    ("types/recipes.json", "types/recipes.atom.xml", Format::Atom),
    ("types/signals.json", "types/signals.rss2.xml", Format::Rss),
];

/// What else REST may answer for the same feed: a set, what is different, and how.
type Variant = (&'static str, &'static str, fn(&mut Value));

const VARIANTS: [Variant; 4] = [
    ("podcast", "with enclosure records", with_records),
    ("comments", "ten embedded", with_ten_embedded),
    ("terms", "ten embedded", with_ten_embedded),
    ("blocks", "in another request", with_other_numbers),
];

/// Every pair, in each format, with the whole text and with the summary alone.
pub(crate) fn pairs() -> Vec<Pair> {
    let forms = [("", ContentMode::Full), ("-excerpt", ContentMode::Summary)];
    let mut pairs = Vec::new();
    for set in SETS {
        let posts = recording(&format!("{set}/embed.json"));
        for (name, format) in [("rss2", Format::Rss), ("atom", Format::Atom)] {
            for (form, content) in forms {
                let feed = format!("{set}/{name}{form}.xml");
                pairs.push(pair(&feed, format, content, &posts, &recording(&feed)));
            }
        }
    }
    pairs.extend(TYPES.map(|(posts, feed, format)| {
        pair(feed, format, ContentMode::Full, &recording(posts), &recording(feed))
    }));
    pairs.extend(VARIANTS.into_iter().flat_map(|(set, what, change)| variants(set, what, change)));
    pairs.push(plain());
    pairs
}

/// A feed as a site with plain permalinks has it, as far as the feed as a whole is concerned.
fn plain() -> Pair {
    let feed = String::from_utf8(recording("titles/atom.xml")).expect("UTF-8");
    let feed = feed.replace("example/feed/atom/", "example/?feed=atom");
    let posts = recording("titles/embed.json");
    pair("titles/atom.xml, plain", Format::Atom, ContentMode::Full, &posts, feed.as_bytes())
}

fn variants(set: &str, what: &str, change: fn(&mut Value)) -> [Pair; 2] {
    let mut posts = list(&format!("{set}/embed.json"));
    posts.iter_mut().for_each(change);
    let posts = serde_json::to_vec(&posts).expect("JSON");
    [("rss2", Format::Rss), ("atom", Format::Atom)].map(|(name, format)| {
        let feed = recording(&format!("{set}/{name}.xml"));
        pair(&format!("{set}/{name}.xml, {what}"), format, ContentMode::Full, &posts, &feed)
    })
}

fn pair(name: &str, format: Format, content: ContentMode, posts: &[u8], theirs: &[u8]) -> Pair {
    let site = site(&recording("site/index.json"));
    Pair::new(name, format, &site, content, posts, theirs)
}

/// The records of enclosures are in REST if a site registers the meta.
fn with_records(post: &mut Value) {
    let records = list("shapes/enclosure-meta.json");
    let same = records.iter().find(|record| record["id"] == post["id"]);
    post["meta"] = same.expect("the same posts")["meta"].clone();
}

/// WordPress before 6.3 embeds ten terms and comments at the most.
fn with_ten_embedded(post: &mut Value) {
    let collections = ["wp:term", "replies"].map(|name| post["_embedded"][name].take());
    for (name, mut lists) in ["wp:term", "replies"].into_iter().zip(collections) {
        for list in lists.as_array_mut().into_iter().flatten() {
            if let Some(list) = list.as_array_mut() {
                list.truncate(10);
            }
        }
        post["_embedded"][name] = lists;
    }
}

/// WordPress numbers galleries and players through a request, whatever it asks for.
fn with_other_numbers(post: &mut Value) {
    let content = post["content"]["rendered"].as_str().expect("a content");
    let content = content.replace("gallery-2 ", "gallery-7 ").replace("1007-1\"", "1007-3\"");
    post["content"]["rendered"] = content.replace("?_=1", "?_=3").into();
}

fn list(path: &str) -> Vec<Value> {
    serde_json::from_slice(&recording(path)).expect("a list of posts")
}
