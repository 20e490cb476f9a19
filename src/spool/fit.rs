//! Feeds cut to a number of bytes, all in the same way: the largest decides.
//!
//! An entry that does not fit even alone is written without its content; then the last entries go, until
//! what is left fits. Heads and tails count.

use super::Sorted;
use super::index::{Place, Row};
use super::track::Track;
use crate::error::{Error, ErrorKind, Result};
use crate::model::Feed;

/// What was done to make the feeds fit, by where the posts stood.
#[derive(Debug, Default)]
pub(crate) struct Cut {
    /// The entries that were left out, in the order of the feed.
    pub(crate) dropped: Vec<Place>,
    /// The entries that are written without their content.
    pub(crate) brief: Vec<Place>,
}

impl Sorted {
    /// Cuts the entries so that each feed, with its head, has `limit` bytes at the most.
    pub(crate) fn cut(&mut self, limit: u64, heads: &[Feed]) -> Result<Cut> {
        let tracks = self.tracks.iter_mut().zip(heads);
        let mut rooms: Vec<u64> =
            tracks.map(|(track, head)| room(track, head, limit)).collect::<Result<_>>()?;
        for row in &mut self.ordered.rows {
            let sizes = self.tracks.iter().map(|track| track.size(row.piece(self.forms)));
            row.brief = sizes.zip(&rooms).any(|(size, room)| size > *room);
        }
        let rows = self.ordered.rows.iter();
        let kept = rows.take_while(|row| take(&mut rooms, &self.tracks, row, self.forms)).count();
        let dropped = self.ordered.rows.drain(kept..).map(|row| row.at()).collect();
        let brief = self.ordered.rows.iter().filter(|row| row.brief);
        Ok(Cut { dropped, brief: brief.map(Row::at).collect() })
    }
}

/// How many bytes the entries of a format may have, each with the separator before it.
fn room(track: &mut Track, head: &Feed, limit: u64) -> Result<u64> {
    let frame = track.frame(head);
    // No separator is before the first.
    let left = limit.checked_sub(frame).map(|left| left + track.separator());
    left.ok_or_else(|| {
        let name = track.format.name();
        let message = format!(
            "expected room for {frame} bytes, which the {name} feed has without any entry, but found {limit}"
        );
        Error::new(ErrorKind::Option, message).advise("let feeds have more bytes")
    })
}

/// Takes the room of an entry in every format, if there is that much.
fn take(rooms: &mut [u64], tracks: &[Track], row: &Row, forms: u32) -> bool {
    let tracks = tracks.iter().zip(rooms);
    tracks.map(|(track, room)| (room, track.size(row.piece(forms)))).all(|(room, size)| {
        let left = room.checked_sub(size);
        *room = left.unwrap_or(0);
        left.is_some()
    })
}
