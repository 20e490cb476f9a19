//! The rendered entries of one format, and the feed put together from them.

use super::store::Store;
use crate::error::Result;
use crate::formats::{FeedWriter, Format};
use crate::model::{Entry, Feed};
use std::cell::RefCell;
use std::io::Write;
use std::mem;
use std::rc::Rc;

/// The rendered entries of one format.
pub(super) struct Track {
    pub(super) format: Format,
    writer: Box<dyn FeedWriter>,
    store: Rc<RefCell<Store>>,
    /// Where each piece starts; in a store of the track's own, where the one before it ends.
    starts: Option<Vec<u64>>,
    /// Where each piece ends.
    ends: Vec<u64>,
}

impl Track {
    /// Starts a track in a store of its own, in which pieces that follow each other are copied at once.
    pub(super) fn new(format: Format, pretty: bool) -> Self {
        let (writer, store) = (format.writer(pretty), Rc::default());
        Track { format, writer, store, starts: None, ends: Vec::new() }
    }

    /// Starts a track in a store that others use too.
    pub(super) fn shared(format: Format, pretty: bool, store: Rc<RefCell<Store>>) -> Self {
        Track { store, starts: Some(Vec::new()), ..Track::new(format, pretty) }
    }

    /// Renders the next piece, an entry behind a separator; returns how many characters were left out.
    pub(super) fn push(&mut self, entry: &Entry) -> Result<u64> {
        let mut store = self.store.borrow_mut();
        if let Some(starts) = &mut self.starts {
            starts.push(store.len());
        }
        store.end().extend_from_slice(self.writer.separator());
        let removed = self.writer.entry(entry, store.end());
        self.ends.push(store.len());
        store.settle()?;
        Ok(removed)
    }

    /// Tells how many characters the head has to leave out.
    pub(super) fn forbidden_in_head(&mut self, feed: &Feed) -> u64 {
        self.writer.head(feed, &mut Vec::new())
    }

    /// How many bytes the head and the tail have.
    pub(super) fn frame(&mut self, feed: &Feed) -> u64 {
        let mut frame = Vec::new();
        self.writer.head(feed, &mut frame);
        self.writer.tail(&mut frame);
        frame.len() as u64
    }

    /// How many bytes stand between two entries.
    pub(super) fn separator(&self) -> u64 {
        self.writer.separator().len() as u64
    }

    /// How many bytes a piece has, with the separator before it.
    pub(super) fn size(&self, piece: u32) -> u64 {
        self.end(piece) - self.start(piece)
    }

    fn start(&self, piece: u32) -> u64 {
        match &self.starts {
            Some(starts) => starts[piece as usize],
            None if piece == 0 => 0,
            None => self.end(piece - 1),
        }
    }

    fn end(&self, piece: u32) -> u64 {
        self.ends[piece as usize]
    }

    /// Writes the feed: head, these pieces in this order, tail.
    pub(super) fn write(
        &mut self,
        feed: &Feed,
        pieces: impl Iterator<Item = u32>,
        out: &mut dyn Write,
    ) -> Result<()> {
        let mut frame = Vec::new();
        self.writer.head(feed, &mut frame);
        out.write_all(&frame)?;
        let mut skip = self.separator();
        let (mut store, mut chunk) = (self.store.borrow_mut(), Vec::new());
        let mut pieces = pieces.peekable();
        while let Some(first) = pieces.next() {
            let mut last = first;
            while let Some(next) = pieces.next_if(|next| self.start(*next) == self.end(last)) {
                last = next;
            }
            let start = self.start(first) + mem::take(&mut skip);
            store.copy(start..self.end(last), &mut chunk, out)?;
        }
        frame.clear();
        self.writer.tail(&mut frame);
        out.write_all(&frame)?;
        Ok(())
    }
}
