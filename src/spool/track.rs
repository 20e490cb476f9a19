//! The rendered entries of one format, and the feed put together from them.

use crate::error::Result;
use crate::formats::{FeedWriter, Format};
use crate::model::{Entry, Feed};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::mem;
use std::ops::Range;

/// How many bytes of rendered entries may stay in memory.
const IN_MEMORY: usize = 1 << 20;

/// How many bytes are written to the file and read from it at a time.
const CHUNK: usize = 256 << 10;

/// The rendered entries of one format.
pub(super) struct Track {
    pub(super) format: Format,
    writer: Box<dyn FeedWriter>,
    /// Where each piece ends.
    ends: Vec<u64>,
    /// The first of them, once all are more than [`IN_MEMORY`].
    file: Option<File>,
    /// How many bytes are in the file.
    filed: u64,
    /// The entries behind those in the file.
    buffer: Vec<u8>,
}

impl Track {
    pub(super) fn new(format: Format, pretty: bool) -> Self {
        Track {
            format,
            writer: format.writer(pretty),
            ends: Vec::new(),
            file: None,
            filed: 0,
            buffer: Vec::new(),
        }
    }

    /// Renders the next piece, an entry behind a separator; returns how many characters were left out.
    pub(super) fn push(&mut self, entry: &Entry) -> Result<u64> {
        self.buffer.extend_from_slice(self.writer.separator());
        let removed = self.writer.entry(entry, &mut self.buffer);
        self.ends.push(self.filed + self.buffer.len() as u64);
        if self.buffer.len() >= if self.file.is_some() { CHUNK } else { IN_MEMORY } {
            self.flush()?;
        }
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
        self.ends[piece as usize] - self.start(piece)
    }

    fn start(&self, piece: u32) -> u64 {
        if piece == 0 { 0 } else { self.ends[piece as usize - 1] }
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
        let mut chunk = vec![0; if self.file.is_some() { CHUNK } else { 0 }];
        let mut pieces = pieces.peekable();
        while let Some(first) = pieces.next() {
            let mut last = first;
            while let Some(next) = pieces.next_if(|next| last.checked_add(1) == Some(*next)) {
                last = next;
            }
            let start = self.start(first) + mem::take(&mut skip);
            self.copy(start..self.ends[last as usize], &mut chunk, out)?;
        }
        frame.clear();
        self.writer.tail(&mut frame);
        out.write_all(&frame)?;
        Ok(())
    }

    /// Moves whole chunks to the file and keeps the rest: writes that end where a page of the
    /// system's cache ends cost half of others.
    fn flush(&mut self) -> Result<()> {
        let file = match self.file.take() {
            Some(file) => file,
            None => tempfile::tempfile()?,
        };
        let whole = self.buffer.len() / CHUNK * CHUNK;
        self.file.insert(file).write_all(&self.buffer[..whole])?;
        self.filed += whole as u64;
        self.buffer.drain(..whole);
        Ok(())
    }

    /// Copies a piece of the entries, the part that is in the file through `chunk`.
    fn copy(&mut self, piece: Range<u64>, chunk: &mut [u8], out: &mut dyn Write) -> Result<()> {
        let split = self.filed.clamp(piece.start, piece.end);
        self.copy_filed(piece.start..split, chunk, out)?;
        if split < piece.end {
            let in_buffer = |at: u64| (at - self.filed) as usize;
            out.write_all(&self.buffer[in_buffer(split)..in_buffer(piece.end)])?;
        }
        Ok(())
    }

    fn copy_filed(
        &mut self,
        part: Range<u64>,
        chunk: &mut [u8],
        out: &mut dyn Write,
    ) -> Result<()> {
        let Some(file) = self.file.as_mut().filter(|_| !part.is_empty()) else { return Ok(()) };
        file.seek(SeekFrom::Start(part.start))?;
        let mut left = part.end - part.start;
        while left > 0 {
            let size = left.min(CHUNK as u64) as usize;
            file.read_exact(&mut chunk[..size])?;
            out.write_all(&chunk[..size])?;
            left -= size as u64;
        }
        Ok(())
    }
}
