//! Of every feed of WordPress's that was recorded: each element has a row in the table, and what our own reader
//! makes of it is what stands there; [`standing`] says what it loses.

use crate::elements::{Feed, Values};
use crate::recordings::{BROKEN, feeds};
use crate::rows::Row;
use crate::support::recording;
use chrono::{DateTime, Utc};
use wp2feed::model::{self, Entry};

/// A value that our reader gives, and the element or attribute of either format in which it stands.
type Value = (&'static [&'static str], String);

fn head(feed: &model::Feed) -> Vec<Value> {
    vec![
        (&["channel/title", "feed/title"], feed.title.clone()),
        (&["feed/id"], some(&feed.id)),
        (&["channel/link", "feed/link[alternate]@href"], some(&feed.home_page_url)),
        (&["channel/description", "feed/subtitle"], some(&feed.subtitle)),
        (&["channel/atom:link[self]@href", "feed/link[self]@href"], some(&feed.feed_url)),
        (&["channel/language", "feed@xml:lang"], some(&feed.language)),
        (&["channel/image/url", "feed/icon"], some(&feed.icon)),
        (&["channel/generator", "feed/generator"], some(&feed.generator)),
        (&["channel/lastBuildDate", "feed/updated"], date(feed.updated)),
    ]
}

fn item(entry: &Entry) -> Vec<Value> {
    let comments = entry.comments.as_ref();
    let url = comments.map(|comments| comments.url.clone()).unwrap_or_default();
    let rss = comments.and_then(|comments| comments.rss_url.clone()).unwrap_or_default();
    let atom = comments.and_then(|comments| comments.atom_url.clone()).unwrap_or_default();
    let count = comments.and_then(|comments| comments.count).map(|n| n.to_string());
    let authors = entry.authors.iter().map(|author| author.name.as_str());
    let uris = entry.authors.iter().filter_map(|author| author.url.as_deref());
    let terms = entry.categories.iter().map(|category| category.term.as_str());
    let files = entry.enclosures.iter().map(|file| file.url.as_str());
    vec![
        (&["item/guid", "entry/id"], entry.id.clone()),
        (&["item/link", "entry/link[alternate]@href"], some(&entry.url)),
        (&["item/title", "entry/title"], some(&entry.title)),
        (&["item/pubDate", "entry/published"], date(entry.published)),
        (&["entry/updated"], date(entry.updated)),
        (&["item/dc:creator", "entry/author/name"], lines(authors)),
        (&["entry/author/uri"], lines(uris)),
        (&["item/category", "entry/category@term"], lines(terms)),
        (&["item/description", "entry/summary"], some(&entry.summary)),
        (&["item/content:encoded", "entry/content"], some(&entry.content)),
        (&["item/comments", "entry/link[replies, page]@href"], url),
        (&["item/wfw:commentRss"], rss),
        (&["entry/link[replies, feed]@href"], atom),
        (&["item/slash:comments", "entry/thr:total"], count.unwrap_or_default()),
        (&["item/enclosure@url", "entry/link[enclosure]@href"], lines(files)),
    ]
}

fn some(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

fn lines<'a>(values: impl Iterator<Item = &'a str>) -> String {
    values.collect::<Vec<_>>().join("\n")
}

fn date(date: Option<DateTime<Utc>>) -> String {
    date.map(|date| date.to_rfc3339()).unwrap_or_default()
}

/// What stands in a feed, as our reader has it.
fn standing(values: &Values, names: &[&str]) -> String {
    let value = values.get(names);
    let moment =
        DateTime::parse_from_rfc2822(&value).or_else(|_| DateTime::parse_from_rfc3339(&value));
    match (names, moment) {
        (_, Ok(moment)) => date(Some(moment.to_utc())),
        // White space in HTML is one blank, and a title is HTML in Atom.
        ([_, "entry/title"], _) if values.get(&["entry/title@type"]) == "html" => value
            .split([' ', '\n', '\t'])
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
        _ => value.trim().to_owned(),
    }
}

#[test]
fn our_reader_sees_what_stands_in_wordpress_s_feeds() {
    let mut complaints = Vec::new();
    for (path, format, bytes) in feeds() {
        let (read, xml) = (format.read(&bytes).expect(&path), Feed::read(&bytes));
        assert_eq!(read.entries.len(), xml.items.len(), "{path}");
        let parts = [(head(&read), &xml.head)].into_iter();
        let parts = parts.chain(read.entries.iter().map(item).zip(&xml.items));
        for (values, standing_there) in parts {
            for (names, value) in values {
                let there = standing(standing_there, names);
                if value.trim() != there {
                    complaints.push(format!("{path}: {names:?}\n  {value:?}\n  {there:?}"));
                }
            }
        }
    }
    assert!(complaints.is_empty(), "{}: {}", complaints.len(), complaints.join("\n"));
}

#[test]
fn every_element_of_every_recorded_feed_has_a_row() {
    let all = feeds();
    assert!(all.len() > 50, "{} feeds", all.len());
    for (path, _, bytes) in all {
        let feed = Feed::read(&bytes);
        for values in feed.items.iter().chain([&feed.head]) {
            for name in values.names() {
                assert!(Row::of(&name).is_some(), "no row for {name} in {path}");
            }
        }
    }
    let broken = String::from_utf8(recording(BROKEN)).expect("UTF-8");
    assert!(roxmltree::Document::parse(&broken).is_err(), "{BROKEN} can be compared");
}
