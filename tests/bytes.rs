//! Feeds that may have so many bytes: none has more, all stay alike, and nothing goes without need.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use wp2feed::model::Entry;
use wp2feed::{Converter, ErrorKind, Format, Options, Report, Result};

/// Feeds in all formats, and what was noticed.
struct Feeds {
    texts: [Vec<u8>; 3],
    report: Report,
}

fn convert(posts: &[Value], options: Options) -> Result<Feeds> {
    let mut converter = Converter::new(&Format::ALL, options);
    converter.read(None, Value::from(posts).to_string().as_bytes())?;
    let mut converted = converter.finish()?;
    let texts = Format::ALL.map(|format| {
        let mut feed = Vec::new();
        converted.write(format, &mut feed).expect("a feed");
        feed
    });
    Ok(Feeds { texts, report: converted.report().clone() })
}

fn within(posts: &[Value], max_bytes: u64) -> Result<Feeds> {
    convert(posts, Options { max_bytes: Some(max_bytes), ..Options::default() })
}

impl Feeds {
    fn entries(&self) -> [Vec<Entry>; 3] {
        let all = Format::ALL.into_iter().zip(&self.texts);
        let entries = all.map(|(format, feed)| format.read(feed).expect("a feed").entries);
        entries.collect::<Vec<_>>().try_into().expect("three")
    }

    fn largest(&self) -> u64 {
        self.texts.iter().map(|feed| feed.len() as u64).max().unwrap_or(0)
    }

    /// How many posts a note of this code counts.
    fn counted(&self, code: &str) -> usize {
        let notes = self.report.notes().filter(|note| note.kind().code() == code);
        notes.map(|note| note.count() as usize).sum()
    }
}

/// A post with a text of so many characters, of which some take more room in one format than in others.
fn post(id: usize, length: usize, day: u32) -> Value {
    let text: String = "w<\"é\\& ".chars().cycle().take(length).collect();
    json!({
        "id": id, "date_gmt": format!("2024-07-{day:02}T08:00:00"), "guid": {"rendered": format!("a:{id}")},
        "link": format!("https://a.example/{id}/"), "title": {"rendered": format!("Post {id}")},
        "content": {"rendered": format!("<p>{text}</p>")}, "excerpt": {"rendered": format!("<p>Short {id}</p>")},
    })
}

fn posts() -> impl Strategy<Value = Vec<Value>> {
    let one = (0..3000usize, 1..29u32);
    let posts = |all: Vec<(usize, u32)>| {
        all.into_iter().enumerate().map(|(i, (length, day))| post(i + 1, length, day)).collect()
    };
    vec(one, 1..12).prop_map(posts)
}

fn ids(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.id.as_str()).collect()
}

/// Tells of each entry whether it has its content, where RSS and Atom can say so.
fn whole(entries: &[Entry]) -> Vec<bool> {
    entries.iter().map(|entry| entry.content.is_some()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_feed_is_larger_and_all_have_the_same_entries(posts in posts(), limit in 1..30_000u64) {
        let all = convert(&posts, Options::default()).expect("feeds");
        let [every, ..] = all.entries();
        let cut = match within(&posts, limit) {
            Ok(cut) => cut,
            Err(e) => {
                prop_assert_eq!(e.kind(), ErrorKind::Option);
                let empty = convert(&posts, Options { limit: Some(0), ..Options::default() }).expect("feeds");
                // Without entries RSS has no date either.
                prop_assert!(limit < empty.largest() + 80, "{}", e);
                return Ok(());
            }
        };
        prop_assert!(cut.largest() <= limit);
        let [rss, atom, json] = cut.entries();
        prop_assert_eq!(ids(&rss), &ids(&every)[..rss.len()]);
        prop_assert_eq!((ids(&atom), ids(&json)), (ids(&rss), ids(&rss)));
        prop_assert_eq!(whole(&atom), whole(&rss));
        prop_assert_eq!(cut.report.written(), rss.len());
        prop_assert_eq!(cut.counted("dropped"), every.len() - rss.len());
        prop_assert_eq!(cut.counted("shortened"), whole(&rss).into_iter().filter(|whole| !whole).count());
        for entry in rss.iter().chain(&atom) {
            prop_assert!(entry.summary.as_deref().is_some_and(|summary| summary.starts_with("Short")));
        }
        // What stays is what would be there without a limit of bytes, and no more of it would fit.
        if cut.counted("shortened") == 0 {
            let as_many = |n: usize| Options { limit: Some(n), ..Options::default() };
            let kept = convert(&posts, as_many(rss.len())).expect("feeds");
            prop_assert!(rss.is_empty() || kept.texts == cut.texts);
            let next = convert(&posts, as_many(rss.len() + 1)).expect("feeds");
            prop_assert!(next.report.written() == rss.len() || next.largest() > limit);
        }
    }
}

#[test]
fn what_would_not_fit_alone_is_there_without_its_content() {
    let posts = [post(1, 500, 1), post(2, 300_000, 2), post(3, 500, 3)];
    let feeds = within(&posts, 100_000).unwrap();
    for entries in &feeds.entries()[..2] {
        assert_eq!(ids(entries), ["a:3", "a:2", "a:1"]);
        assert_eq!(whole(entries), [true, false, true]);
    }
    // An item of JSON Feed must have a content, so the summary is it.
    assert_eq!(feeds.entries()[2][1].content.as_deref(), Some("Short 2"));
    let notes: Vec<String> = feeds.report.notes().map(ToString::to_string).collect();
    assert!(
        notes.contains(
            &"1 post written without content, which is too much for a feed of 100000 bytes: 2"
                .to_owned()
        )
    );
}

#[test]
fn the_date_of_a_feed_is_that_of_what_is_left() {
    let changed = |post: Value, date: &str| {
        let Value::Object(mut post) = post else { panic!("a post") };
        post.insert("modified_gmt".into(), date.into());
        Value::from(post)
    };
    let posts = [changed(post(1, 2000, 1), "2025-01-01T00:00:00"), post(2, 2000, 2)];
    let updated =
        |feeds: &Feeds| Format::Atom.read(&feeds.texts[1]).unwrap().updated.unwrap().to_rfc3339();
    assert_eq!(updated(&within(&posts, 100_000).unwrap()), "2025-01-01T00:00:00+00:00");
    assert_eq!(updated(&within(&posts, 5_000).unwrap()), "2024-07-02T08:00:00+00:00");
}

#[test]
fn a_limit_changes_nothing_where_there_is_room() {
    let posts: Vec<Value> = (1..200).map(|id| post(id, 8000, 1)).collect();
    let all = convert(&posts, Options::default()).unwrap();
    let (limit, none) = (all.largest(), ["dropped", "shortened"]);
    assert!(limit > 1_300_000, "entries wait in a file");
    let feeds = within(&posts, limit).unwrap();
    assert_eq!(feeds.texts, all.texts);
    assert_eq!(none.map(|code| feeds.counted(code)), [0, 0]);
    assert_eq!(within(&posts, limit - 1).unwrap().counted("dropped"), 1);
}

#[test]
fn a_feed_that_is_too_large_without_entries_is_none() {
    let error = within(&[post(1, 10, 1)], 100).err().expect("an error");
    assert_eq!(error.kind(), ErrorKind::Option);
    assert!(
        error.message().starts_with("expected room for ") && error.message().ends_with("found 100")
    );
}
