//! The difference of two feeds by what they mean, in the words of the [`model`](crate::model).
//!
//! Two feeds are the same if a reader would show the same: how a date is written, which prefix a
//! vocabulary has, in which order attributes stand, makes no difference. Entries are matched by their ids,
//! as readers do; what has a new id but is else the same is told apart from what is new.

mod carried;
mod effects;
mod matched;
mod order;

pub use effects::{Effect, EffectKind};

use crate::facts::Field;
use crate::facts::values::{self, Values};
use crate::formats::Format;
use crate::model::{Entry, Feed};
use std::collections::BTreeSet;

/// What to compare of two feeds.
#[derive(Debug, Clone, Default)]
pub struct Comparing {
    /// The fields that do not count.
    pub ignore: BTreeSet<Field>,
    /// The fields that count; without any, all do.
    pub only: BTreeSet<Field>,
    /// Whether it counts what the other's format can't carry.
    pub strict: bool,
}

/// What differs between two feeds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// The fields of the feed itself that differ.
    pub feed: Vec<Difference>,
    /// The entries that differ: those of the new feed in its order, then those that it lacks.
    pub entries: Vec<EntryDifference>,
    /// What readers will do about it, the worst first.
    pub effects: Vec<Effect>,
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which one.
    pub field: Field,
    /// What the old feed says; several values where a field has them, none where it says nothing.
    pub old: Vec<String>,
    /// What the new feed says.
    pub new: Vec<String>,
}

/// What became of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryDifference {
    /// The id in the new feed, or in the old one if it is gone.
    pub id: String,
    /// The title, if it has one.
    pub title: Option<String>,
    /// What became of it.
    pub change: Change,
}

/// What may become of an entry.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// The old feed lacks it.
    Added {
        /// Its place, counted from 0.
        at: usize,
    },
    /// The new feed lacks it.
    Removed {
        /// The place that it had, counted from 0.
        at: usize,
    },
    /// Both have it.
    Changed {
        /// Its places in the old feed and the new one, if it stands elsewhere among the others.
        moved: Option<(usize, usize)>,
        /// The fields that differ.
        fields: Vec<Difference>,
    },
}

impl Comparison {
    /// Tells whether nothing differs.
    pub fn is_same(&self) -> bool {
        self.feed.is_empty() && self.entries.is_empty()
    }
}

/// Compares two feeds; their formats are told where they come from documents, and what the format of one
/// can't carry does not count unless that is asked for.
///
/// ```
/// use wp2feed::model::{Entry, Feed};
/// use wp2feed::{Comparing, compare};
///
/// let old = Feed { title: "Tea".into(), entries: vec![Entry { id: "1".into(), ..Entry::default() }], ..Feed::default() };
/// let new = Feed { title: "Coffee".into(), ..old.clone() };
/// let comparison = compare((&old, None), (&new, None), &Comparing::default());
/// assert_eq!(comparison.feed[0].field.to_string(), "feed.title");
/// assert!(comparison.entries.is_empty());
/// ```
pub fn compare(
    old: (&Feed, Option<Format>),
    new: (&Feed, Option<Format>),
    comparing: &Comparing,
) -> Comparison {
    let formats = if comparing.strict { Vec::new() } else { carried::through(old.1, new.1) };
    let (old, new) = (carried::by(old.0, &formats), carried::by(new.0, &formats));
    let feed = differences(values::of_feed(&old), values::of_feed(&new), comparing);
    let entries = entries(&old.entries, &new.entries, comparing);
    let effects = effects::of(&feed, &entries, &new);
    Comparison { feed, entries, effects }
}

fn entries(old: &[Entry], new: &[Entry], comparing: &Comparing) -> Vec<EntryDifference> {
    let pairs = matched::pairs(old, new);
    let moved = order::moved(&pairs);
    let mut found = Vec::new();
    for (at, entry) in new.iter().enumerate() {
        let change = match pairs.of_new(at) {
            None => Some(Change::Added { at }),
            Some(before) => {
                let moved = moved.contains(&at) && comparing.counts(&Field::order());
                let (old, new) = (values::of_entry(&old[before]), values::of_entry(entry));
                let fields = differences(old, new, comparing);
                let moved = moved.then_some((before, at));
                (moved.is_some() || !fields.is_empty()).then_some(Change::Changed { moved, fields })
            }
        };
        found.extend(change.map(|change| of(entry, change)));
    }
    let gone = old.iter().enumerate().filter(|(at, _)| !pairs.has_old(*at));
    found.extend(gone.map(|(at, entry)| of(entry, Change::Removed { at })));
    found
}

fn of(entry: &Entry, change: Change) -> EntryDifference {
    EntryDifference { id: entry.id.clone(), title: entry.title.clone(), change }
}

fn differences(old: Values, new: Values, comparing: &Comparing) -> Vec<Difference> {
    let both = values::beside(old, new).into_iter();
    let differs = |(field, old, new)| Difference { field, old, new };
    let found = both.map(differs).filter(|found| found.old != found.new);
    found.filter(|found| comparing.counts(&found.field)).collect()
}

impl Comparing {
    /// Tells whether a difference of this field counts.
    fn counts(&self, field: &Field) -> bool {
        let names = |set: &BTreeSet<Field>| set.iter().any(|named| named.names(field));
        !names(&self.ignore) && (self.only.is_empty() || names(&self.only))
    }
}
