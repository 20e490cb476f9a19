//! Which entry of the new feed is which of the old one.
//!
//! Readers know an entry by its id alone. What has another id, but the address, or title and date, of an
//! entry whose id is gone, is that entry with a new id: so readers will show it twice, and that is told.

use crate::model::Entry;
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// The entries that are the same, by their places.
pub(super) struct Pairs {
    of_new: Vec<Option<usize>>,
    has_old: Vec<bool>,
}

/// Finds them.
pub(super) fn pairs(old: &[Entry], new: &[Entry]) -> Pairs {
    let mut pairs = Pairs { of_new: vec![None; new.len()], has_old: vec![false; old.len()] };
    pairs.find(old, new, |entry| some(&entry.id));
    pairs.find(old, new, |entry| entry.url.as_deref().and_then(some));
    pairs.find(old, new, |entry| Some((entry.title.as_deref().and_then(some)?, entry.published?)));
    pairs
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

impl Pairs {
    /// The place in the old feed of what stands at a place in the new one.
    pub(super) fn of_new(&self, at: usize) -> Option<usize> {
        self.of_new[at]
    }

    /// Tells whether the new feed has what stands at a place in the old one.
    pub(super) fn has_old(&self, at: usize) -> bool {
        self.has_old[at]
    }

    /// The pairs in the order of the new feed: places in the old feed and in the new one.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, usize)> {
        self.of_new.iter().enumerate().filter_map(|(new, old)| Some(((*old)?, new)))
    }

    /// Pairs what has no partner yet and the same key; where several have it, in their order.
    fn find<'e, K: Hash + Eq>(
        &mut self,
        old: &'e [Entry],
        new: &'e [Entry],
        key: impl Fn(&'e Entry) -> Option<K>,
    ) {
        let mut known: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (at, entry) in old.iter().enumerate().filter(|(at, _)| !self.has_old[*at]) {
            if let Some(key) = key(entry) {
                known.entry(key).or_default().push_back(at);
            }
        }
        for (at, entry) in
            new.iter().enumerate().filter(|(at, _)| self.of_new[*at].is_none()).collect::<Vec<_>>()
        {
            let same = key(entry).and_then(|key| known.get_mut(&key)?.pop_front());
            if let Some(same) = same {
                self.of_new[at] = Some(same);
                self.has_old[same] = true;
            }
        }
    }
}
