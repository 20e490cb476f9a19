//! The recorded pairs, and variants of them: what the same site would answer in another state.

use crate::elements::Values;
use crate::given::Given;
use crate::pair::Pair;
use crate::support::{recorded, recording, site};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use wp2feed::{Collection, ContentMode, Format};

/// The sets of posts of which there are WordPress's own feeds.
pub(crate) const SETS: [&str; 9] =
    ["blocks", "comments", "dates", "excerpts", "media", "podcast", "status", "terms", "titles"];

/// Posts, the archive that they are of, and its feed.
type Row = (&'static str, Option<&'static str>, &'static str, Format);

/// Posts of other types, and the site's newest without what belongs to them.
const LISTS: [Row; 5] = [
    ("types/recipes.json", Some("type:lab_recipe"), "types/recipes.rss2.xml", Format::Rss),
    ("types/recipes.json", Some("type:lab_recipe"), "types/recipes.atom.xml", Format::Atom),
    ("types/signals.json", Some("type:lab_signal"), "types/signals.rss2.xml", Format::Rss),
    ("lists/default.json", None, "lists/default-feed.rss2.xml", Format::Rss),
    ("lists/default.json", None, "lists/default-feed.atom.xml", Format::Atom),
];

/// The collections that belong to all of the recordings.
pub(crate) const COLLECTIONS: [(Collection, &str); 5] = [
    (Collection::Users, "site/users.json"),
    (Collection::Terms, "site/categories.json"),
    (Collection::Terms, "site/tags.json"),
    (Collection::Media, "site/media.json"),
    (Collection::Comments, "site/comments.json"),
];

/// What else REST may answer for the same feed: a set, what is different, and how.
type Variant = (&'static str, &'static str, fn(&mut Value));

const VARIANTS: [Variant; 4] = [
    ("podcast", "with enclosure records", with_records),
    ("comments", "ten embedded", with_ten_embedded),
    ("terms", "ten embedded", with_ten_embedded),
    ("blocks", "in another request", with_other_numbers),
];

/// Everything that REST tells of some posts.
pub(crate) fn given(posts: &str) -> Given {
    let collections = COLLECTIONS.map(|(kind, path)| (kind, recording(path))).to_vec();
    Given {
        site: site(&recording("site/index.json")),
        posts: recording(posts),
        collections,
        of: None,
        limit: None,
    }
}

/// Every recorded pair, in each format, with the whole text and with the summary alone.
pub(crate) fn pairs() -> Vec<Pair> {
    let sets = SETS.iter().flat_map(|set| forms(set, &given(&format!("{set}/embed.json"))));
    let lists = LISTS.map(|(posts, of, feed, format)| {
        let given = Given { of, ..given(posts) };
        Pair::new(feed, format, ContentMode::Full, &given, &recording(feed))
    });
    sets.chain(lists).chain(comments()).collect()
}

/// WordPress's feeds in RSS, each with what REST tells of it, and how much of the texts it has.
pub(crate) fn in_rss() -> Vec<(String, Given, ContentMode)> {
    let contents = [("", ContentMode::Full), ("-excerpt", ContentMode::Summary)];
    let sets = SETS.iter().flat_map(|set| {
        let given = given(&format!("{set}/embed.json"));
        contents.map(|(form, content)| (format!("{set}/rss2{form}.xml"), given.clone(), content))
    });
    let lists = LISTS.into_iter().filter(|(_, _, _, format)| *format == Format::Rss);
    let lists = lists.map(|(posts, of, feed, _)| {
        (feed.to_owned(), Given { of, ..given(posts) }, ContentMode::Full)
    });
    sets.chain(lists).collect()
}

/// The pairs of those who have the posts alone, with what is embedded in them.
pub(crate) fn without_collections() -> Vec<Pair> {
    let given = |set| given(&format!("{set}/embed.json")).alone();
    SETS.iter().flat_map(|set| forms(set, &given(set))).collect()
}

/// Comments on all posts or on one, with WordPress's feeds of them. There is one that an administrator's
/// `]]>` breaks, and those of closed and of locked posts hold no comment that REST tells.
const COMMENTS: [(Option<u64>, &str, Format); 4] = [
    (None, "feeds/comments.rss2.xml", Format::Rss),
    (None, "feeds/comments.atom.xml", Format::Atom),
    (Some(1191), "feeds/comments-of-1191.rss2.xml", Format::Rss),
    (Some(1191), "feeds/comments-of-1191.atom.xml", Format::Atom),
];

/// The feeds of comments: of the whole site, or of one post.
pub(crate) fn comments() -> Vec<Pair> {
    let pair = |(post, feed, format): (Option<u64>, &str, Format)| {
        let mut comments = list("site/comments.json");
        comments.retain(|comment| post.is_none_or(|post| comment["post"] == post));
        let given = Given {
            posts: serde_json::to_vec(&comments).expect("JSON"),
            collections: vec![(Collection::Posts, recording("comments/embed.json"))],
            ..given("comments/embed.json")
        };
        let theirs = recording(feed);
        Pair::new(feed, format, ContentMode::Full, &given.limited(format, &theirs), &theirs)
    };
    COMMENTS.map(pair).into_iter().collect()
}

fn forms(set: &str, given: &Given) -> Vec<Pair> {
    let contents = [("", ContentMode::Full), ("-excerpt", ContentMode::Summary)];
    let feeds = [("rss2", Format::Rss), ("atom", Format::Atom)].into_iter();
    let forms = feeds.flat_map(|feed| contents.map(|content| (feed, content)));
    let pair = |((name, format), (form, content))| {
        let feed = format!("{set}/{name}{form}.xml");
        Pair::new(&feed, format, content, given, &recording(&feed))
    };
    forms.map(pair).collect()
}

/// The recorded feed that is no XML, because an administrator wrote `]]>`.
pub(crate) const BROKEN: &str = "feeds/comments-of-1193-admin.rss2.xml";

/// Every other recorded feed of WordPress's, whether there are posts to compare with or not.
pub(crate) fn feeds() -> Vec<(String, Format, Vec<u8>)> {
    let entries = |folder: &Path| fs::read_dir(folder).expect("a folder of recordings");
    let folders = entries(&recorded()).map(|entry| entry.expect("a recording").path());
    let files = folders.filter(|path| path.is_dir()).flat_map(|path| entries(&path));
    let paths = files.map(|entry| entry.expect("a recording").path());
    let name = |path: PathBuf| path.strip_prefix(recorded()).ok()?.to_str().map(str::to_owned);
    let names = paths.filter_map(name).filter(|name| name.ends_with(".xml") && name != BROKEN);
    let feed = |name: String| {
        let format = if name.contains("atom") { Format::Atom } else { Format::Rss };
        let bytes = recording(&name);
        (name, format, bytes)
    };
    names.map(feed).collect()
}

/// Variants of them, which need decisions of their own.
pub(crate) fn variants() -> Vec<Pair> {
    let variants = VARIANTS.into_iter().flat_map(|(set, what, change)| variant(set, what, change));
    variants.chain([plain(), cut(), nameless()]).collect()
}

/// A feed as a site with plain permalinks has it, as far as the feed as a whole is concerned.
fn plain() -> Pair {
    let feed = String::from_utf8(recording("titles/atom.xml")).expect("UTF-8");
    let feed = feed.replace("example/feed/atom/", "example/?feed=atom");
    let given = given("titles/embed.json");
    Pair::new("titles/atom.xml, plain", Format::Atom, ContentMode::Full, &given, feed.as_bytes())
}

/// An archive's feed, where nobody says which archive it is.
fn nameless() -> Pair {
    let (path, given) = ("types/recipes.rss2.xml", given("types/recipes.json"));
    Pair::new("recipes, nameless", Format::Rss, ContentMode::Full, &given, &recording(path))
}

/// A summary as WordPress cuts it where it counts characters: within a reference.
fn cut() -> Pair {
    let edited = |path, whole: &str, cut: &str| {
        let text = String::from_utf8(recording(path)).expect("UTF-8");
        assert!(text.contains(whole), "{whole}");
        text.replacen(whole, cut, 1).into_bytes()
    };
    let posts =
        edited("excerpts/embed.json", "after&nbsp;[&hellip;]", "after&#038;nbsp [&hellip;]");
    let feed = edited("excerpts/rss2.xml", "after&#160;[&#8230;]", "after&#038;nbsp [&#8230;]");
    let given = Given { posts, ..given("excerpts/embed.json") };
    Pair::new("excerpts/rss2.xml, cut", Format::Rss, ContentMode::Full, &given, &feed)
}

/// A search, as far as it is concerned which posts are found: a block stands for the word in one of them.
pub(crate) fn search() -> Pair {
    let given = Given { of: Some("search:fog"), ..given("blocks/embed.json") };
    let theirs = recording("blocks/rss2.xml");
    let mut pair = Pair::new("blocks, searched", Format::Rss, ContentMode::Full, &given, &theirs);
    let found: Vec<String> = pair.ours.items.iter().map(Values::link).collect();
    pair.theirs.head.clone_from(&pair.ours.head);
    pair.theirs.items.retain(|item| found[1..].contains(&item.link()));
    pair
}

fn variant(set: &str, what: &str, change: fn(&mut Value)) -> [Pair; 2] {
    let given = given(&format!("{set}/embed.json")).alone();
    let mut posts = given.posts();
    posts.iter_mut().for_each(change);
    let given = Given { posts: serde_json::to_vec(&posts).expect("JSON"), ..given };
    [("rss2", Format::Rss), ("atom", Format::Atom)].map(|(name, format)| {
        let feed = recording(&format!("{set}/{name}.xml"));
        let name = format!("{set}/{name}.xml, {what}");
        Pair::new(&name, format, ContentMode::Full, &given, &feed)
    })
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
