//! Order, limit and duplicates of a feed that is too large to wait in memory.

use wp2feed::{Converter, Format, Options, Order, read};

const POSTS: u64 = 200;

/// A post of about 8 KB; the text names the post in every kilobyte, so that a piece out of place shows.
fn post(id: u64, date: &str, modified: &str) -> String {
    let text = format!("{id} {}", "é&lt;/p&gt; ".repeat(85)).repeat(8);
    format!(
        r#"{{"id":{id},"date_gmt":"{date}","modified_gmt":"{modified}","guid":{{"rendered":"a:{id}"}},
        "link":"https://a.example/{id}","title":{{"rendered":"{id}"}},"content":{{"rendered":"{text}"}}}}"#
    )
}

/// The days of the posts by their numbers: mixed, and each day met by several posts.
fn day(id: u64) -> u64 {
    (id * 7_919) % 97
}

fn date(day: u64) -> String {
    format!("2024-{:02}-{:02}T00:00:00", day / 28 + 1, day % 28 + 1)
}

fn document() -> String {
    let posts = (1..=POSTS).map(|id| post(id, &date(day(id)), &date(day(id + 1) + 97)));
    format!("[{}]", posts.collect::<Vec<_>>().join(","))
}

/// The numbers of the posts by the order that is wanted, the higher number first on the same day.
fn in_order(by: impl Fn(u64) -> u64) -> Vec<u64> {
    let mut ids: Vec<u64> = (1..=POSTS).collect();
    ids.sort_by_key(|id| std::cmp::Reverse((by(*id), *id)));
    ids
}

/// Converts to every format at once.
fn feeds(documents: &[&str], options: &Options) -> Vec<(Format, Vec<u8>)> {
    let mut converter = Converter::new(&Format::ALL, options.clone());
    for document in documents {
        converter.read(None, document.as_bytes()).unwrap();
    }
    let mut converted = converter.finish().expect("a temporary file");
    let feed = |format| {
        let mut feed = Vec::new();
        converted.write(format, &mut feed).unwrap();
        (format, feed)
    };
    Format::ALL.map(feed).into()
}

/// The numbers of a feed's posts, each of which has its own whole text.
fn ids(format: Format, feed: &[u8]) -> Vec<u64> {
    let entries = format.read(feed).unwrap().entries;
    let id = |entry: &wp2feed::model::Entry| {
        let id: u64 = entry.id.strip_prefix("a:").unwrap().parse().unwrap();
        let text = entry.content.as_deref().unwrap();
        assert_eq!(text.matches(&format!("{id} é")).count(), 8, "{}: {id}", format.name());
        id
    };
    entries.iter().map(id).collect()
}

#[test]
fn every_order_holds_in_every_format() {
    let document = document();
    let input: Vec<u64> = (1..=POSTS).collect();
    for (order, expected) in [
        (Order::Published, in_order(day)),
        (Order::Modified, in_order(|id| day(id + 1))),
        (Order::Input, input),
    ] {
        for limit in [None, Some(90)] {
            let options = Options { order, limit, ..Options::default() };
            let expected = &expected[..limit.unwrap_or(expected.len())];
            for (format, feed) in feeds(&[&document], &options) {
                assert!(limit.is_some() || feed.len() > 1_300_000, "{} is small", format.name());
                assert_eq!(ids(format, &feed), expected, "{} {order:?} {limit:?}", format.name());
            }
        }
    }
}

#[test]
fn of_posts_that_are_met_again_the_last_changed_stays() {
    let (old, new) = (document(), post(150, &date(day(150)), "2025-01-01T00:00:00"));
    for documents in [[old.as_str(), &new], [&new, &old]] {
        for (format, feed) in feeds(&documents, &Options::default()) {
            assert_eq!(ids(format, &feed), in_order(day), "{}", format.name());
        }
        let (feed, _) = read(documents.concat().as_bytes(), &Options::default()).unwrap();
        let kept = feed.entries.iter().find(|entry| entry.id == "a:150").unwrap();
        assert_eq!(kept.updated.unwrap().to_rfc3339(), "2025-01-01T00:00:00+00:00");
    }
}
