//! The index of a feed: a small row for each entry, by which they are ordered, told apart and cut.

use crate::model::Entry;
use crate::options::Order;
use crate::wordpress::Mapped;
use chrono::{DateTime, Utc};
use std::cmp::Reverse;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A date before all others: an entry without one comes last.
const NEVER: i64 = i64::MIN;

/// What stays in memory of an entry.
#[derive(Debug)]
pub(super) struct Row {
    /// By this the entries are ordered, the highest first.
    date: i64,
    number: u64,
    /// Seconds since 1970, or [`NEVER`].
    updated: i64,
    id_hash: u64,
    /// The entry's place in the input, counted from 0.
    place: u32,
    /// Whether the entry is written without its content.
    pub(super) brief: bool,
}

impl Row {
    /// Where the post stood.
    pub(super) fn at(&self) -> Place {
        Place { place: self.place, number: self.number }
    }

    /// Which of the rendered pieces is written, where each entry has so many forms.
    pub(super) fn piece(&self, forms: u32) -> u32 {
        self.place * forms + u32::from(self.brief)
    }
}

/// Where a post stood, counted from 0, and its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) place: u32,
    pub(crate) number: u64,
}

/// The rows of all entries.
pub(crate) struct Index {
    order: Order,
    rows: Vec<Row>,
}

/// What became of the entries when they were put in order.
#[derive(Debug)]
pub(crate) struct Ordered {
    /// The entries in the order of the feed.
    pub(super) rows: Vec<Row>,
    /// The posts that were met again, in the order of the input.
    pub(crate) duplicates: Vec<Place>,
}

impl Index {
    pub(crate) fn new(order: Order) -> Self {
        Index { order, rows: Vec::new() }
    }

    /// Adds the row of the next entry.
    pub(crate) fn push(&mut self, mapped: &Mapped) {
        let seconds = |date: Option<DateTime<Utc>>| date.map_or(NEVER, |date| date.timestamp());
        let updated = seconds(mapped.entry.updated);
        let date = match self.order {
            Order::Published => seconds(mapped.published),
            Order::Modified => updated,
            Order::Input => 0,
        };
        let place = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let id_hash = identity(&mapped.entry, place);
        self.rows.push(Row { date, number: mapped.number, updated, id_hash, place, brief: false });
    }

    /// Tells whether there is no row.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Drops duplicates, sorts, and cuts to the limit. Of entries with one id the last changed stays.
    pub(crate) fn order(mut self, limit: Option<usize>) -> Ordered {
        let duplicates = self.drop_duplicates();
        match self.order {
            Order::Input => self.rows.sort_unstable_by_key(|row| row.place),
            Order::Published | Order::Modified => {
                self.rows.sort_unstable_by_key(|row| (Reverse((row.date, row.number)), row.place));
            }
        }
        self.rows.truncate(limit.unwrap_or(usize::MAX));
        Ordered { rows: self.rows, duplicates }
    }

    fn drop_duplicates(&mut self) -> Vec<Place> {
        self.rows.sort_unstable_by_key(|row| (row.id_hash, Reverse(row.updated), row.place));
        let mut dropped = Vec::new();
        self.rows.dedup_by(|again, kept| {
            let same = again.id_hash == kept.id_hash;
            dropped.extend(same.then_some(again.at()));
            same
        });
        dropped.sort_unstable();
        dropped
    }
}

impl Ordered {
    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The places of the entries in the input, in the order of the feed.
    pub(crate) fn places(&self) -> impl Iterator<Item = u32> {
        self.rows.iter().map(|row| row.place)
    }

    /// The newest change of any of them.
    pub(crate) fn updated(&self) -> Option<DateTime<Utc>> {
        let newest = self.rows.iter().map(|row| row.updated).filter(|date| *date != NEVER).max();
        newest.and_then(|seconds| DateTime::from_timestamp(seconds, 0))
    }
}

/// What tells entries apart: the id, else the address; what has neither is like nothing else. The same in
/// every run.
fn identity(entry: &Entry, place: u32) -> u64 {
    let mut hasher = DefaultHasher::new();
    match (entry.id.trim(), &entry.url) {
        ("", Some(url)) => url.hash(&mut hasher),
        ("", None) => place.hash(&mut hasher),
        _ => entry.id.hash(&mut hasher),
    }
    hasher.finish()
}
