//! What is known of the feed so far, and what waits until more is known.

use crate::validate::Position;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A version of JSON Feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    First,
    Second,
    /// Something else that stands in its place.
    Other,
}

/// An address, and where it is.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) text: String,
    pub(super) at: Position,
}

/// What several members must agree on.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) version: Option<Version>,
    /// Whether the version is that of some JSON Feed.
    pub(super) named: bool,
    pub(super) feed_url: Option<Place>,
    pub(super) next_url: Option<Place>,
    /// The first hub that is asked for the address of the feed.
    pub(super) web_sub: Option<Position>,
    /// Members of which the version tells whether they are too new.
    pub(super) newer: Vec<(Position, &'static str)>,
    /// Authors of which it tells whether they are deprecated.
    pub(super) deprecated: Vec<Position>,
    /// The extensions that have not said what they are about: where each is first, or nothing if it has.
    pub(super) extensions: HashMap<String, Option<Position>>,
    /// How many members were none of the specification.
    pub(super) unknown: u64,
    ids: HashMap<u128, Position>,
}

impl Known {
    /// Notes the id of an item; tells where another has the same.
    pub(super) fn id(&mut self, id: &str, at: Position) -> Option<Position> {
        let half = |salt: u8| {
            let mut hasher = DefaultHasher::new();
            (salt, id).hash(&mut hasher);
            u128::from(hasher.finish())
        };
        let first = *self.ids.entry(half(0) << 64 | half(1)).or_insert(at);
        (first != at).then_some(first)
    }
}
