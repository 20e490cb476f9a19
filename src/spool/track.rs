//! The rendered entries of one format, and the feed put together from them.

use crate::error::Result;
use crate::formats::{FeedWriter, Format};
use crate::model::{Entry, Feed};
use std::io::{Read, Seek, SeekFrom, Write};
use std::mem;
use tempfile::SpooledTempFile;

/// How many bytes of rendered entries stay in memory.
const IN_MEMORY: usize = 1 << 20;

/// How many bytes are gathered before they are written.
const CHUNK: usize = 256 << 10;

/// The rendered entries of one format.
pub(super) struct Track {
    pub(super) format: Format,
    writer: Box<dyn FeedWriter>,
    file: SpooledTempFile,
    /// Where each entry ends.
    ends: Vec<u64>,
    /// What is not in the file yet.
    buffer: Vec<u8>,
}

impl Track {
    pub(super) fn new(format: Format, pretty: bool) -> Self {
        Track {
            format,
            writer: format.writer(pretty),
            file: SpooledTempFile::new(IN_MEMORY),
            ends: Vec::new(),
            buffer: Vec::new(),
        }
    }

    /// Renders the next entry, behind a separator; returns how many characters were left out.
    pub(super) fn push(&mut self, entry: &Entry) -> Result<u64> {
        let before = self.buffer.len();
        self.buffer.extend_from_slice(self.writer.separator());
        let removed = self.writer.entry(entry, &mut self.buffer);
        let length = self.buffer.len() - before;
        self.ends.push(self.ends.last().copied().unwrap_or(0) + length as u64);
        if self.buffer.len() >= CHUNK {
            self.flush()?;
        }
        Ok(removed)
    }

    /// Writes the feed: head, the entries of these places in this order, tail.
    pub(super) fn write(&mut self, feed: &Feed, places: &[u32], out: &mut dyn Write) -> Result<()> {
        self.file.write_all(&self.buffer)?;
        self.buffer.clear();
        self.writer.head(feed, &mut self.buffer);
        out.write_all(&self.buffer)?;
        let rendered = self.ends.last().copied().unwrap_or(0);
        self.buffer.resize(usize::try_from(rendered).map_or(CHUNK, |size| size.min(CHUNK)), 0);
        let mut skip = self.writer.separator().len() as u64;
        for run in places.chunk_by(|place, next| place.checked_add(1) == Some(*next)) {
            let (first, last) = (run[0] as usize, run[run.len() - 1] as usize);
            let start = if first == 0 { 0 } else { self.ends[first - 1] };
            self.copy(start + mem::take(&mut skip), self.ends[last], out)?;
        }
        self.buffer.clear();
        self.writer.tail(&mut self.buffer);
        out.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }

    /// Writes whole chunks to the file and keeps the rest: writes that end where a page of the
    /// system's cache ends cost half of others.
    fn flush(&mut self) -> Result<()> {
        let whole = self.buffer.len() / CHUNK * CHUNK;
        self.file.write_all(&self.buffer[..whole])?;
        self.buffer.drain(..whole);
        Ok(())
    }

    /// Copies a piece of the file, through the buffer.
    fn copy(&mut self, start: u64, end: u64, out: &mut dyn Write) -> Result<()> {
        self.file.seek(SeekFrom::Start(start))?;
        let mut left = end - start;
        while left > 0 {
            let size = usize::try_from(left).unwrap_or(CHUNK).min(CHUNK);
            let piece = &mut self.buffer[..size];
            self.file.read_exact(piece)?;
            out.write_all(piece)?;
            left -= size as u64;
        }
        Ok(())
    }
}
