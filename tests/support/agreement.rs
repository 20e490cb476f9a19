//! Whether every reader sees the same in the three feeds of one conversion.
//!
//! What the atom_syndication crate reads of the Atom feed is the whole, since Atom carries the most; each
//! other reading must equal it, reduced to what format and reader carry. Each reduction says its loss; that
//! categories have schemes and contents a base is Atom's alone.

use super::id;
use super::seen::{Comments, Enclosure, Feed, Item, Moment};
use super::{Feeds, reader, words};
use chrono::DateTime;

/// What a reader saw, who it was, and what it can't have seen.
struct Reading {
    name: &'static str,
    feed: Feed,
    reduce: fn(&mut Feed),
}

/// Says where the readings differ; nothing if they agree.
pub(crate) fn complaints(feeds: &Feeds) -> Vec<String> {
    let whole = reader::atom(&feeds.atom);
    let readings = readings(feeds);
    let untitled: Vec<bool> = readings[0].feed.items.iter().map(|i| i.title.is_none()).collect();
    let mut complaints = malformed(feeds);
    let no_title = whole.items.iter().filter(|item| item.title.is_none());
    complaints.extend(no_title.map(|item| format!("Atom: {} has no title", item.name())));
    for Reading { name, mut feed, reduce } in readings {
        let mut expected = whole.clone();
        if name != "feed-rs, of Atom" {
            without_stand_ins(&mut expected, &untitled);
        }
        expected.items.iter_mut().for_each(|item| (item.schemes, item.base) = Default::default());
        reduce(&mut expected);
        trim(&mut expected);
        trim(&mut feed);
        complaints.extend(differences(&expected, &feed).map(|text| format!("{name}: {text}")));
    }
    complaints
}

fn readings(feeds: &Feeds) -> [Reading; 5] {
    let reading = |name, feed, reduce| Reading { name, feed, reduce };
    [
        reading("the rss crate", reader::rss(&feeds.rss), rss),
        reading("serde_json", unspaced(reader::json_feed(&feeds.json)), json_feed),
        reading("feed-rs, of RSS", reader::feed_rs(&feeds.rss), feed_rs_of_rss),
        reading("feed-rs, of Atom", reader::feed_rs(&feeds.atom), feed_rs),
        reading("feed-rs, of JSON Feed", unspaced(reader::feed_rs(&feeds.json)), feed_rs_of_json),
    ]
}

/// roxmltree refuses what the readers let pass: forbidden characters, undeclared prefixes.
fn malformed(feeds: &Feeds) -> Vec<String> {
    let check = |(name, bytes): (&str, &[u8])| {
        let text = std::str::from_utf8(bytes).map_err(|e| e.to_string());
        let parsed = text.and_then(|text| match roxmltree::Document::parse(text) {
            Ok(_) => Ok(()),
            Err(e) => Err(e.to_string()),
        });
        parsed.err().map(|e| format!("{name} is not well-formed: {e}"))
    };
    [("RSS", &feeds.rss[..]), ("Atom", &feeds.atom)].into_iter().filter_map(check).collect()
}

/// Atom requires a title, a date, and an id that is an IRI, so an untitled entry has a title made from its text there, and an
/// unknown date is the epoch.
fn without_stand_ins(whole: &mut Feed, untitled: &[bool]) {
    let known = |date: Option<Moment>| date.filter(|date| *date != DateTime::UNIX_EPOCH);
    whole.updated = known(whole.updated);
    // The comments on one post have another title and another link in WordPress's Atom.
    let post = whole.title.as_deref().and_then(|title| title.strip_prefix("Comments on "));
    if let Some(title) = post.map(|post| format!("Comments on: {post}")) {
        whole.title = Some(title);
        let page = whole.link.take().map(|link| link.replace("#comments", ""));
        whole.link = page;
    }
    for (item, untitled) in whole.items.iter_mut().zip(untitled) {
        item.id = item.id.take().map(|id| id::own(&id));
        item.updated = known(item.updated);
        item.title = item.title.take().filter(|_| !untitled);
    }
}

fn rss(feed: &mut Feed) {
    feed.id = None;
    feed.subtitle = feed.subtitle.take().or_else(|| feed.title.clone()); // RSS requires one.
    for item in &mut feed.items {
        item.authors.iter_mut().for_each(|author| author.url = None);
        // Each of the two formats links to the comments in its own.
        let in_rss = |url: String| url.replace("/feed/atom", "/feed").replace("=atom", "=rss2");
        item.comments.feed = item.comments.feed.take().map(in_rss);
        item.enclosures = main(item).into_iter().collect();
    }
}

/// RSS has one enclosure, the first sound or film, else the picture if all is known of it; and a length
/// must be said.
fn main(item: &Item) -> Option<Enclosure> {
    let is_played = |file: &&Enclosure| {
        file.media_type.as_deref().is_some_and(|t| t.starts_with("audio") || t.starts_with("video"))
    };
    let known = |file: &&Enclosure| file.media_type.is_some() && file.length.is_some();
    let files = &item.enclosures;
    let file = files.iter().find(is_played).or(files.first());
    let file = file.or_else(|| item.picture.as_ref().filter(known))?;
    Some(Enclosure { length: file.length.clone().or(Some("0".to_owned())), ..file.clone() })
}

fn json_feed(feed: &mut Feed) {
    (feed.id, feed.generator, feed.updated) = (None, None, None);
    for item in &mut feed.items {
        item.comments = Comments::default();
        item.picture = None;
        // A content is required; the summary stands in, or the title in plain text.
        item.content = item.content.take().or_else(|| item.summary.clone());
        item.summary = item.summary.take().map(|html| words(&html).replace(' ', "")); // Plain text there.
    }
}

/// feed-rs writes addresses anew, and has neither files nor comments.
fn feed_rs(feed: &mut Feed) {
    feed.id = None;
    let link = feed.link.take().map(|link| url::Url::parse(&link).expect("an address"));
    feed.link = link.map(String::from);
    for item in &mut feed.items {
        item.enclosures.clear();
        item.picture = None;
        item.comments = Comments::default();
    }
}

/// feed-rs does not look for `atom:updated` in RSS, takes the other date for it, and writes the language
/// small.
fn feed_rs_of_rss(feed: &mut Feed) {
    rss(feed);
    feed_rs(feed);
    feed.language = feed.language.take().map(|language| language.to_lowercase());
    feed.items.iter_mut().for_each(|item| item.updated = item.published);
}

fn feed_rs_of_json(feed: &mut Feed) {
    json_feed(feed);
    feed_rs(feed);
}

/// Takes the blanks out of summaries in plain text: where they stand depends on what is a block.
fn unspaced(mut feed: Feed) -> Feed {
    for item in &mut feed.items {
        item.summary = item.summary.take().map(|text| text.split_whitespace().collect());
    }
    feed
}

/// The rss crate and feed-rs trim every text.
fn trim(feed: &mut Feed) {
    let trimmed = |text: &mut Option<String>| {
        *text = text.take().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    };
    for item in &mut feed.items {
        [&mut item.title, &mut item.summary, &mut item.content].into_iter().for_each(trimmed);
        item.categories.iter_mut().for_each(|name| *name = name.trim().to_owned());
    }
}

fn differences(expected: &Feed, found: &Feed) -> impl Iterator<Item = String> {
    let (items, others) = (expected.items.len(), found.items.len());
    let count = (items != others).then(|| format!("{others} items, but Atom has {items}"));
    let head = differing("the feed", head(expected), head(found));
    let pairs = expected.items.iter().zip(&found.items);
    let items =
        pairs.flat_map(|(a, b)| differing(a.name(), fields(a), fields(b)).collect::<Vec<_>>());
    count.into_iter().chain(head).chain(items.collect::<Vec<_>>())
}

fn differing<const N: usize>(
    place: &str,
    expected: [(&str, String); N],
    found: [(&str, String); N],
) -> impl Iterator<Item = String> {
    let pairs = expected.into_iter().zip(found).filter(|(expected, found)| expected != found);
    pairs.map(move |((name, whole), (_, seen))| {
        format!("{name} of {place} is\n  {seen}\nbut Atom has\n  {whole}")
    })
}

fn head(feed: &Feed) -> [(&'static str, String); 7] {
    [
        ("title", format!("{:?}", feed.title)),
        ("subtitle", format!("{:?}", feed.subtitle)),
        ("link", format!("{:?}", feed.link)),
        ("language", format!("{:?}", feed.language)),
        ("icon", format!("{:?}", feed.icon)),
        ("generator", format!("{:?}", feed.generator)),
        ("updated", format!("{:?}", feed.updated)),
    ]
}

fn fields(item: &Item) -> [(&'static str, String); 12] {
    [
        ("id", format!("{:?}", item.id)),
        ("link", format!("{:?}", item.link)),
        ("title", format!("{:?}", item.title)),
        ("published", format!("{:?}", item.published)),
        ("updated", format!("{:?}", item.updated)),
        ("authors", format!("{:?}", item.authors)),
        ("categories", format!("{:?}", item.categories)),
        ("summary", format!("{:?}", item.summary)),
        ("content", format!("{:?}", item.content)),
        ("enclosures", format!("{:?}", item.enclosures)),
        ("picture", format!("{:?}", item.picture)),
        ("comments", format!("{:?}", item.comments)),
    ]
}
