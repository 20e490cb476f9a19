//! The names that an object has so far.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Up to so many names a list is faster than a set.
const FEW: usize = 24;

/// The names of an object, each as a hash of 64 bits: there may be millions, and long ones.
#[derive(Debug, Default)]
pub(super) struct Names {
    few: Vec<u64>,
    many: HashSet<u64>,
}

impl Names {
    /// Adds a name; tells whether it is new.
    pub(super) fn insert(&mut self, name: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        let hash = hasher.finish();
        if self.few.len() == FEW {
            return !self.few.contains(&hash) && self.many.insert(hash);
        }
        let new = !self.few.contains(&hash);
        if new {
            self.few.push(hash);
        }
        new
    }
}
