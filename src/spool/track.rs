//! The rendered entries of one format, and the feed put together from them.

use crate::error::Result;
use crate::formats::{FeedWriter, Format};
use crate::model::{Entry, Feed};
use std::io::{Read, Seek, SeekFrom, Write};
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

    /// Renders the next entry; returns how many characters were left out.
    pub(super) fn push(&mut self, entry: &Entry) -> Result<u64> {
        let before = self.buffer.len();
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
        self.flush()?;
        self.writer.head(feed, &mut self.buffer);
        let mut position = None;
        for (i, place) in places.iter().enumerate() {
            if i > 0 {
                self.buffer.extend_from_slice(self.writer.separator());
            }
            position = Some(self.copy(*place as usize, position)?);
            if self.buffer.len() >= CHUNK {
                out.write_all(&self.buffer)?;
                self.buffer.clear();
            }
        }
        self.writer.tail(&mut self.buffer);
        out.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        self.file.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }

    /// Appends an entry to the buffer; entries that follow each other in the file need no seek.
    fn copy(&mut self, place: usize, position: Option<u64>) -> Result<u64> {
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        let end = self.ends[place];
        if position != Some(start) {
            self.file.seek(SeekFrom::Start(start))?;
        }
        (&mut self.file).take(end - start).read_to_end(&mut self.buffer)?;
        Ok(end)
    }
}
