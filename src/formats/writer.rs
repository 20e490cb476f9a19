//! What every format's writer can do.

use crate::model::{Entry, Feed};

/// Writes one feed in pieces: entries first, in any order, then the head that stands before them.
///
/// The pieces put together — head, entries with the separator between them, tail — are the feed.
/// Each call appends to `out`. Characters that the format can't hold are left out and counted.
pub(crate) trait FeedWriter {
    /// Appends one entry and returns how many forbidden characters were left out.
    fn entry(&mut self, entry: &Entry, out: &mut Vec<u8>) -> u64;
    /// What stands between two entries.
    fn separator(&self) -> &'static [u8];
    /// Appends all that stands before the first entry; the entries of `feed` are not looked at.
    fn head(&mut self, feed: &Feed, out: &mut Vec<u8>) -> u64;
    /// Appends all that stands behind the last entry.
    fn tail(&mut self, out: &mut Vec<u8>);
}
