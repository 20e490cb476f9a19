//! Rendered entries on their way to the feeds.
//!
//! The head of a feed depends on all its entries, and they come in any order. So each entry is rendered
//! once and appended to a track (in memory, past a limit in a temporary file, which many feeds can share);
//! a small row of an index stays in memory. At the end the rows are sorted and cut, the head is written,
//! and the entries are copied in their order.

mod fit;
mod index;
mod store;
mod track;

pub(crate) use index::{Index, Ordered, Place};

use crate::error::Result;
use crate::formats::Format;
use crate::model::Feed;
use crate::options::Options;
use crate::wordpress::Mapped;
use std::cell::RefCell;
use std::io::Write;
use std::rc::Rc;
use store::Store;
use track::Track;

/// Entries in every format that is wanted.
pub(crate) struct Spool {
    index: Index,
    tracks: Vec<Track>,
    /// How many pieces each entry has: one, or where feeds may have to be cut a second one without content.
    forms: u32,
}

/// A place in which the spools of many feeds wait together, with one temporary file for all.
#[derive(Clone, Default)]
pub(crate) struct Depot(Rc<RefCell<Store>>);

/// Entries that are in order, ready to be written.
pub(crate) struct Sorted {
    pub(crate) ordered: Ordered,
    tracks: Vec<Track>,
    forms: u32,
}

impl Spool {
    /// Starts a spool, with a file for each format or in a depot.
    pub(crate) fn new(formats: &[Format], options: &Options, depot: Option<&Depot>) -> Self {
        let track = |format: &Format| match depot {
            Some(Depot(store)) => Track::shared(*format, options.pretty, Rc::clone(store)),
            None => Track::new(*format, options.pretty),
        };
        let tracks = formats.iter().map(track).collect();
        let forms = if options.max_bytes.is_some() { 2 } else { 1 };
        Spool { index: Index::new(options.order), tracks, forms }
    }

    /// Renders an entry in every format, and takes its content for the second piece; returns how many
    /// characters that XML forbids it has.
    pub(crate) fn push(&mut self, mapped: &mut Mapped) -> Result<u64> {
        self.index.push(mapped);
        let mut removed = 0;
        for track in &mut self.tracks {
            removed = removed.max(track.push(&mapped.entry)?);
        }
        if self.forms > 1 {
            mapped.entry.content = None;
            for track in &mut self.tracks {
                track.push(&mapped.entry)?;
            }
        }
        Ok(removed)
    }

    /// Tells whether there is no entry.
    pub(crate) fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// Puts the entries in order and cuts them to the limit.
    pub(crate) fn sort(self, limit: Option<usize>) -> Sorted {
        Sorted { ordered: self.index.order(limit), tracks: self.tracks, forms: self.forms }
    }
}

impl Sorted {
    /// Tells how many characters that XML forbids stand above the entries of the formats, of which each
    /// has its head.
    pub(crate) fn forbidden_in_heads(&mut self, heads: &[Feed]) -> u64 {
        let tracks = self.tracks.iter_mut().zip(heads);
        tracks.map(|(track, head)| track.forbidden_in_head(head)).max().unwrap_or(0)
    }

    /// Writes the feed of one of the formats, by its place among them.
    pub(crate) fn write(&mut self, at: usize, head: &Feed, out: &mut dyn Write) -> Result<()> {
        let pieces = self.ordered.rows.iter().map(|row| row.piece(self.forms));
        self.tracks[at].write(head, pieces, out)
    }
}
