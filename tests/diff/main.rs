//! What `compare` promises: each change of meaning has its name in the report, and no change of form is in it.

mod feeds;
mod form;
mod meaning;
mod native;

use feeds::{feeds, written};
use proptest::prelude::*;
use proptest::sample::Index;
use wp2feed::model::Feed;
use wp2feed::{Change, Comparing, Comparison, Format, compare};

/// Compares two documents of one format.
fn compared(format: Format, old: &[u8], new: &[u8]) -> Comparison {
    let read = |bytes: &[u8]| format.read(bytes).expect("a feed");
    compare((&read(old), Some(format)), (&read(new), Some(format)), &Comparing::default())
}

/// The names of all that a comparison tells, in the words of the command line.
fn names(found: &Comparison) -> Vec<String> {
    let mut names: Vec<String> = found.feed.iter().map(|it| it.field.to_string()).collect();
    for entry in &found.entries {
        match &entry.change {
            Change::Added { .. } => names.push("added".into()),
            Change::Removed { .. } => names.push("removed".into()),
            Change::Changed { moved, fields } => {
                names.extend(moved.map(|_| "moved".into()));
                names.extend(fields.iter().map(|it| it.field.to_string()));
            }
        }
    }
    names
}

fn format() -> impl Strategy<Value = Format> {
    proptest::sample::select(&Format::ALL[..])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_change_of_meaning_is_told_by_its_name(format in format(), feed: Index, at: Index, change: Index) {
        let old = format.read(&written(format, feed.get(feeds()))).expect("a feed");
        let (expected, change) = change.get(meaning::CHANGES);
        let mut new = old.clone();
        if !change(&mut new, at.index(old.entries.len().max(1))) {
            return Ok(());
        }
        let (old, new) = (format.write(&old, false), format.write(&new, false));
        if meaning::carries(format, expected) {
            let found = compared(format, &old, &new);
            let name = expected.split(' ').next().unwrap_or_default();
            prop_assert_eq!(names(&found), [name.to_owned()], "{:?} {:#?}", format, found);
            let back = compared(format, &new, &old);
            prop_assert_eq!(back.is_same(), false);
        } else {
            prop_assert_eq!(old, new, "what is not carried changes nothing: {} {:?}", expected, format);
        }
    }

    #[test]
    fn a_change_of_form_is_not_told(format in format(), feed: Index, change: Index) {
        let old = written(format, feed.get(feeds()));
        let (name, change) = change.get(form::changes(format));
        let new = change(std::str::from_utf8(&old).expect("UTF-8"));
        let found = compared(format, &old, &new);
        prop_assert_eq!(names(&found), [""; 0], "{} {:?} {:#?}", name, format, found);
    }
}

#[test]
fn every_change_can_be_made() {
    for (name, change) in meaning::CHANGES {
        let made = |feed: &Feed| (0..feed.entries.len()).any(|at| change(&mut feed.clone(), at));
        assert!(feeds().iter().any(made), "{name}");
    }
    for format in Format::ALL {
        for (name, change) in form::changes(format) {
            let changes = |feed: &Feed| {
                let bytes = written(format, feed);
                change(std::str::from_utf8(&bytes).expect("UTF-8")) != bytes
            };
            assert!(feeds().iter().any(changes), "{name} {format:?}");
        }
    }
}

/// Of the same posts, all formats say the same, as far as they can.
#[test]
fn formats_differ_in_nothing_that_both_carry() {
    for feed in feeds() {
        let all = Format::ALL
            .map(|format| (format, format.read(&written(format, feed)).expect("a feed")));
        for (old_format, old) in &all {
            for (new_format, new) in &all {
                let found = compare(
                    (old, Some(*old_format)),
                    (new, Some(*new_format)),
                    &Comparing::default(),
                );
                assert_eq!(
                    names(&found),
                    [""; 0],
                    "{} {old_format:?} {new_format:?} {found:#?}",
                    feed.title
                );
            }
            let found = compare((feed, None), (old, Some(*old_format)), &Comparing::default());
            assert_eq!(names(&found), [""; 0], "{} {old_format:?} {found:#?}", feed.title);
        }
    }
}

#[test]
fn what_is_told_can_be_chosen() {
    let old = Feed { title: "a".into(), language: Some("en".into()), ..Feed::default() };
    let new = Feed { title: "b".into(), language: Some("de".into()), ..Feed::default() };
    let chosen = |ignore: &[&str], only: &[&str]| {
        let fields = |all: &[&str]| all.iter().map(|name| name.parse().expect("a field")).collect();
        let comparing = Comparing { ignore: fields(ignore), only: fields(only), strict: false };
        names(&compare((&old, None), (&new, None), &comparing))
    };
    assert_eq!(chosen(&[], &[]), ["feed.title", "feed.language"]);
    assert_eq!(chosen(&["title"], &[]), ["feed.language"]);
    assert_eq!(chosen(&["entry.title"], &[]), ["feed.title", "feed.language"]);
    assert_eq!(chosen(&[], &["feed.title"]), ["feed.title"]);
    assert_eq!(chosen(&["title"], &["title"]), [""; 0]);
}
