//! Rendered entries, their order, and feeds put together from them.
//!
//! The head of a feed depends on all its entries, and they come in any order. So each entry is rendered
//! once and appended to a spool (in memory, past a limit in a temporary file); a small row of an index
//! stays in memory. At the end the rows are sorted and cut, the head is written, and the entries are
//! copied in their order.

use crate::error::Result;
use crate::formats::{FeedWriter, Format};
use crate::model::{Entry, Feed};
use crate::options::Order;
use crate::wordpress::Mapped;
use chrono::{DateTime, Utc};
use std::cmp::Reverse;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Read, Seek, SeekFrom, Write};
use tempfile::SpooledTempFile;

/// How many bytes of rendered entries a format keeps in memory.
const IN_MEMORY: usize = 1 << 20;

/// How many bytes are copied at a time.
const CHUNK: usize = 64 << 10;

/// A date before all others: an entry without one comes last.
const NEVER: i64 = i64::MIN;

/// What stays in memory of an entry.
struct Row {
    /// By this the entries are ordered, the highest first.
    date: i64,
    number: u64,
    /// Seconds since 1970, or [`NEVER`].
    updated: i64,
    id_hash: u64,
    /// The place of the entry in the input, counted from 0; it is its place in each track too.
    place: u32,
}

/// The rendered entries of one format.
struct Track {
    format: Format,
    writer: Box<dyn FeedWriter>,
    file: SpooledTempFile,
    /// Where each entry ends.
    ends: Vec<u64>,
    /// Rendered, but not yet in the file.
    buffer: Vec<u8>,
}

/// Entries on their way from the input to the feeds.
pub(crate) struct Spool {
    order: Order,
    rows: Vec<Row>,
    tracks: Vec<Track>,
}

/// What became of the entries when they were put in order.
#[derive(Debug, Default)]
pub(crate) struct Ordered {
    /// How many entries the feeds have.
    pub(crate) written: usize,
    /// The newest change of any of them.
    pub(crate) updated: Option<DateTime<Utc>>,
    /// The numbers of the posts that were met again.
    pub(crate) duplicates: Vec<u64>,
}

impl Spool {
    /// Starts a spool for these formats.
    pub(crate) fn new(formats: &[Format], order: Order, pretty: bool) -> Self {
        Spool {
            order,
            rows: Vec::new(),
            tracks: formats.iter().map(|format| Track::new(*format, pretty)).collect(),
        }
    }

    /// Renders an entry in every format; returns how many characters XML forbids were left out.
    pub(crate) fn push(&mut self, mapped: &Mapped) -> Result<u64> {
        let Mapped { entry, number, published } = mapped;
        let updated = entry.updated.map_or(NEVER, |date| date.timestamp());
        let date = match self.order {
            Order::Published => published.map_or(NEVER, |date| date.timestamp()),
            Order::Modified => updated,
            Order::Input => 0,
        };
        let place = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        self.rows.push(Row { date, number: *number, updated, id_hash: hash(&entry.id), place });
        let mut removed = 0;
        for track in &mut self.tracks {
            removed = removed.max(track.push(entry)?);
        }
        Ok(removed)
    }

    /// Drops duplicates, sorts, and cuts to the limit. Of entries with one id the last changed stays.
    pub(crate) fn order(&mut self, limit: Option<usize>) -> Ordered {
        self.rows.sort_unstable_by_key(|row| (row.id_hash, Reverse(row.updated), row.place));
        let mut duplicates = Vec::new();
        self.rows.dedup_by(|later, first| {
            let same = later.id_hash == first.id_hash;
            duplicates.extend(same.then_some((later.place, later.number)));
            same
        });
        duplicates.sort_unstable();
        match self.order {
            Order::Input => self.rows.sort_unstable_by_key(|row| row.place),
            _ => self
                .rows
                .sort_unstable_by_key(|row| (Reverse(row.date), Reverse(row.number), row.place)),
        }
        self.rows.truncate(limit.unwrap_or(usize::MAX));
        let newest =
            self.rows.iter().map(|row| row.updated).max().filter(|newest| *newest != NEVER);
        Ordered {
            written: self.rows.len(),
            updated: newest.and_then(|seconds| DateTime::from_timestamp(seconds, 0)),
            duplicates: duplicates.into_iter().map(|(_, number)| number).collect(),
        }
    }

    /// Writes the feed of one format: head, entries in order, tail.
    pub(crate) fn write(&mut self, format: Format, feed: &Feed, out: &mut dyn Write) -> Result<()> {
        match self.tracks.iter_mut().find(|track| track.format == format) {
            Some(track) => track.write(&self.rows, feed, out),
            None => Ok(()),
        }
    }
}

impl Track {
    fn new(format: Format, pretty: bool) -> Self {
        Track {
            format,
            writer: format.writer(pretty),
            file: SpooledTempFile::new(IN_MEMORY),
            ends: Vec::new(),
            buffer: Vec::with_capacity(2 * CHUNK),
        }
    }

    fn push(&mut self, entry: &Entry) -> Result<u64> {
        let before = self.buffer.len() as u64;
        let removed = self.writer.entry(entry, &mut self.buffer);
        let end = self.ends.last().copied().unwrap_or(0) + (self.buffer.len() as u64 - before);
        self.ends.push(end);
        if self.buffer.len() >= CHUNK {
            self.flush()?;
        }
        Ok(removed)
    }

    fn flush(&mut self) -> Result<()> {
        self.file.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }

    fn write(&mut self, rows: &[Row], feed: &Feed, out: &mut dyn Write) -> Result<()> {
        self.flush()?;
        self.writer.head(feed, &mut self.buffer);
        let mut position = None;
        for (i, row) in rows.iter().enumerate() {
            if i > 0 {
                self.buffer.extend_from_slice(self.writer.separator());
            }
            position = Some(self.copy(row, position)?);
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

    /// Appends an entry to the buffer; entries that follow each other in the file need no seek.
    fn copy(&mut self, row: &Row, position: Option<u64>) -> Result<u64> {
        let place = row.place as usize;
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        let end = self.ends[place];
        if position != Some(start) {
            self.file.seek(SeekFrom::Start(start))?;
        }
        (&mut self.file).take(end - start).read_to_end(&mut self.buffer)?;
        Ok(end)
    }
}

/// The same for the same id in every run.
fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}
