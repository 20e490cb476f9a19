//! Rendered entries on their way to the feeds.
//!
//! The head of a feed depends on all its entries, and they come in any order. So each entry is rendered
//! once and appended to a track (in memory, past a limit in a temporary file); a small row of an index
//! stays in memory. At the end the rows are sorted and cut, the head is written, and the entries are
//! copied in their order.

mod index;
mod track;

pub(crate) use index::{Index, Ordered};

use crate::error::Result;
use crate::formats::Format;
use crate::model::Feed;
use crate::options::Order;
use crate::wordpress::Mapped;
use std::io::Write;
use track::Track;

/// Entries in every format that is wanted.
pub(crate) struct Spool {
    index: Index,
    tracks: Vec<Track>,
}

/// Entries that are in order, ready to be written.
pub(crate) struct Sorted {
    tracks: Vec<Track>,
    places: Vec<u32>,
}

impl Spool {
    pub(crate) fn new(formats: &[Format], order: Order, pretty: bool) -> Self {
        let tracks = formats.iter().map(|format| Track::new(*format, pretty)).collect();
        Spool { index: Index::new(order), tracks }
    }

    /// Renders an entry in every format; returns how many characters that XML forbids it has.
    pub(crate) fn push(&mut self, mapped: &Mapped) -> Result<u64> {
        self.index.push(mapped);
        let mut removed = 0;
        for track in &mut self.tracks {
            removed = removed.max(track.push(&mapped.entry)?);
        }
        Ok(removed)
    }

    /// Puts the entries in order and cuts them to the limit.
    pub(crate) fn sort(self, limit: Option<usize>) -> (Sorted, Ordered) {
        let mut ordered = self.index.order(limit);
        let places = std::mem::take(&mut ordered.places);
        (Sorted { tracks: self.tracks, places }, ordered)
    }
}

impl Sorted {
    /// How many entries each feed has.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// Tells how many characters that XML forbids stand above the entries.
    pub(crate) fn forbidden_in_head(&mut self, feed: &Feed) -> u64 {
        self.tracks.iter_mut().map(|track| track.forbidden_in_head(feed)).max().unwrap_or(0)
    }

    /// Writes the feed of one format; one that the spool was not started with is left out.
    pub(crate) fn write(&mut self, format: Format, feed: &Feed, out: &mut dyn Write) -> Result<()> {
        match self.tracks.iter_mut().find(|track| track.format == format) {
            Some(track) => track.write(feed, &self.places, out),
            None => Ok(()),
        }
    }
}
