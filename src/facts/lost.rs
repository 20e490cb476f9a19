//! What a format can't carry of a feed: what is not there any more once it is written and read again.

use super::values::{self, Values};
use crate::formats::Format;
use crate::model::{Entry, Feed};
use crate::text::plain;

/// Where the same is to be had: whoever makes the feeds says so anew.
const OF_PLACES: &str = "alternates";

/// What a format loses of an entry, in words.
pub(crate) fn of_entry(entry: &Entry, format: Format) -> Vec<String> {
    let feed = Feed { entries: vec![entry.clone()], ..Feed::default() };
    match format.read(&format.write(&feed, false)) {
        Ok(read) => {
            read.entries.first().map(|read| lost(values::of_entry(entry), values::of_entry(read)))
        }
        // Of what we wrote ourselves we read every feed; were it not so, nothing could be told.
        Err(_) => None,
    }
    .unwrap_or_default()
}

/// What a format loses of what stands above the entries.
pub(crate) fn of_head(head: &Feed, format: Format) -> Vec<String> {
    let head = Feed { entries: Vec::new(), ..head.clone() };
    let read = format.read(&format.write(&head, false));
    let lost = read.map(|read| lost(values::of_feed(&head), values::of_feed(&read)));
    let mut lost = lost.unwrap_or_default();
    lost.retain(|what| what != OF_PLACES);
    lost
}

fn lost(old: Values, new: Values) -> Vec<String> {
    let both = values::beside(old, new).into_iter();
    both.filter_map(|(field, old, new)| {
        let mut left: Vec<&str> = new.iter().map(|text| text.trim()).collect();
        let mut gone = old.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
        let gone: Vec<&str> = gone
            .by_ref()
            .filter(|text| match left.iter().position(|other| other == text) {
                Some(at) => {
                    left.swap_remove(at);
                    false
                }
                None => true,
            })
            .collect();
        let name = field.name();
        match (gone.as_slice(), left.as_slice()) {
            ([], _) => None,
            ([gone], [left]) if says_the_same(gone, left) => Some(format!("markup of {name}")),
            (_, _) if new.is_empty() => Some(name.to_owned()),
            _ => Some(format!("part of {name}")),
        }
    })
    .collect()
}

/// Tells whether the words are the same.
fn says_the_same(html: &str, other: &str) -> bool {
    plain::line(html).trim() == plain::line(other).trim()
}
