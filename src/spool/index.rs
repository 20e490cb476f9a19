//! The index of a feed: a small row for each entry, by which they are ordered, told apart and cut.

use crate::options::Order;
use crate::wordpress::Mapped;
use chrono::{DateTime, Utc};
use std::cmp::Reverse;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A date before all others: an entry without one comes last.
const NEVER: i64 = i64::MIN;

/// What stays in memory of an entry.
struct Row {
    /// By this the entries are ordered, the highest first.
    date: i64,
    number: u64,
    /// Seconds since 1970, or [`NEVER`].
    updated: i64,
    id_hash: u64,
    /// The entry's place in the input, counted from 0.
    place: u32,
}

/// The rows of all entries.
pub(crate) struct Index {
    order: Order,
    rows: Vec<Row>,
}

/// What became of the entries when they were put in order.
#[derive(Debug, Default)]
pub(crate) struct Ordered {
    /// The places of the entries in the input, in the order of the feed.
    pub(crate) places: Vec<u32>,
    /// The newest change of any of them.
    pub(crate) updated: Option<DateTime<Utc>>,
    /// The numbers of the posts that were met again, in the order of the input.
    pub(crate) duplicates: Vec<u64>,
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
        let id_hash = hash(&mapped.entry.id);
        self.rows.push(Row { date, number: mapped.number, updated, id_hash, place });
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
        let newest = self.rows.iter().map(|row| row.updated).filter(|date| *date != NEVER).max();
        let updated = newest.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        Ordered { places: self.rows.iter().map(|row| row.place).collect(), updated, duplicates }
    }

    fn drop_duplicates(&mut self) -> Vec<u64> {
        self.rows.sort_unstable_by_key(|row| (row.id_hash, Reverse(row.updated), row.place));
        let mut dropped = Vec::new();
        self.rows.dedup_by(|again, kept| {
            let same = again.id_hash == kept.id_hash;
            dropped.extend(same.then_some((again.place, again.number)));
            same
        });
        dropped.sort_unstable();
        dropped.into_iter().map(|(_, number)| number).collect()
    }
}

/// The same for the same id in every run.
fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}
