//! What is promised of every content that a real WordPress or a sample holds.

use crate::addresses::relative;
use crate::corpus::posts;
use crate::dom::{Dom, Scripting};
use url::Url;
use wp2feed::model::Entry;
use wp2feed::{Html, HtmlStep};

/// The HTML of an entry.
pub(crate) fn texts(entry: &Entry) -> impl Iterator<Item = &str> {
    [&entry.summary, &entry.content].into_iter().flatten().map(String::as_str)
}

/// What is relative in an entry that tells the page it stands on.
pub(crate) fn left_relative(entry: &Entry) -> Vec<String> {
    let Some(base) = entry.url.as_deref().and_then(|url| Url::parse(url).ok()) else {
        return Vec::new();
    };
    texts(entry).flat_map(|html| relative(&Dom::parse(html, Scripting::Off), &base)).collect()
}

/// What people read of an entry.
pub(crate) fn seen(entry: &Entry) -> Vec<String> {
    texts(entry).map(|html| Dom::parse(html, Scripting::Off).text()).collect()
}

#[test]
fn faithful_leaves_no_address_relative() {
    let mut complaints = Vec::new();
    for post in posts() {
        let Some(entry) = post.entry(Html::FAITHFUL) else { continue };
        let found = left_relative(&entry);
        complaints.extend(found.iter().map(|found| format!("{}: {found}", post.name)));
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn faithful_keeps_what_people_read() {
    let faithful = Html::FAITHFUL.without(HtmlStep::Players);
    for post in posts() {
        let Some(raw) = post.entry(Html::RAW) else { continue };
        let faithful = post.entry(faithful).expect("the same entry");
        assert_eq!(seen(&faithful), seen(&raw), "{}", post.name);
    }
}

/// What only a script would show is told, so there may be more to read.
#[test]
fn players_lose_nothing_that_people_read() {
    for post in posts() {
        let Some(raw) = post.entry(Html::RAW) else { continue };
        let faithful = post.entry(Html::FAITHFUL).expect("the same entry");
        for (raw, faithful) in seen(&raw).iter().zip(seen(&faithful)) {
            let mut there = faithful.split(' ');
            let lost = raw.split(' ').find(|word| !there.any(|one| one.contains(*word)));
            assert_eq!(lost, None, "{}: {faithful}", post.name);
        }
    }
}

/// What of a text XML can say.
pub(crate) fn in_xml(text: &str) -> String {
    let forbidden = |c: char| matches!(c, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}');
    text.chars().filter(|c| !forbidden(*c)).collect()
}

#[test]
fn raw_is_to_the_letter_what_the_site_said() {
    let mut told = 0;
    for post in posts() {
        let Some(entry) = post.entry(Html::RAW) else { continue };
        let said = post.content().filter(|said| !said.trim().is_empty());
        assert_eq!(entry.content.as_deref().map(in_xml), said.map(in_xml), "{}", post.name);
        told += 1;
    }
    assert!(told > 200, "{told} posts");
}

/// The recordings hold what the promises are of: without steps they would be broken.
#[test]
fn raw_holds_what_the_others_mend() {
    let raw: Vec<Entry> = posts().iter().filter_map(|post| post.entry(Html::RAW)).collect();
    let found: Vec<String> = raw.iter().flat_map(left_relative).collect();
    for place in ["a href", "img src", "p style", "form action", "object data", "track src"] {
        assert!(found.iter().any(|one| one.starts_with(place)), "{place} in\n{}", found.join("\n"));
    }
}
