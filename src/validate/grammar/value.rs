//! The text of an element, and where each part of it stands in the document.

use crate::validate::finding::Position;
use memchr::memchr_iter;

/// A text that comes in pieces.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    text: String,
    pieces: Vec<(usize, Position)>,
    end: Option<End>,
    hex: bool,
    dropped: bool,
}

/// Where a piece ended, if the next one may follow it without a gap.
type End = (usize, u64);

/// How much text of an element is looked at as one: no reader shows a book as an entry.
const LONGEST: usize = 64 << 20;

impl Gathered {
    /// Adds a piece, and what it was written as.
    pub(crate) fn push(&mut self, text: &str, raw: &str, at: Position) {
        if self.text.len() + text.len() > LONGEST {
            self.dropped = true;
            return;
        }
        let plain = text.len() == raw.len();
        if !plain || self.end != Some((self.text.len(), at.byte)) {
            self.pieces.push((self.text.len(), at));
        }
        self.hex = self.hex || has_hex(raw.as_bytes());
        self.text.push_str(text);
        self.end = plain.then(|| (self.text.len(), at.byte + raw.len() as u64));
    }

    /// The text.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether a character of it is written as `&#x..;`, in CDATA too: its author knows why.
    pub(crate) fn has_hex_reference(&self) -> bool {
        self.hex
    }

    /// Whether it is too long to be looked at as one.
    pub(crate) fn is_cut(&self) -> bool {
        self.dropped
    }

    /// Forgets what was added behind a length.
    pub(crate) fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
        while self.pieces.pop_if(|(start, _)| *start >= length).is_some() {}
        self.end = None;
    }

    /// Forgets the text, and keeps the room for the next.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.text.shrink_to(1 << 20);
        self.pieces.clear();
        self.pieces.shrink_to(1 << 16);
        self.end = None;
        self.hex = false;
        self.dropped = false;
    }

    /// Gives the places of offsets in one pass; an offset that is smaller than the one before it has the same place.
    pub(crate) fn places(&self) -> Places<'_> {
        Places {
            gathered: self,
            piece: 0,
            offset: 0,
            place: self.pieces.first().map(|(_, at)| *at),
        }
    }
}

/// Looks for `&#x`.
fn has_hex(raw: &[u8]) -> bool {
    memchr_iter(b'&', raw).any(|at| raw[at..].starts_with(b"&#x"))
}

/// Walks along a text from place to place.
pub(crate) struct Places<'g> {
    gathered: &'g Gathered,
    piece: usize,
    offset: usize,
    place: Option<Position>,
}

impl Places<'_> {
    /// The place of an offset; none if there is no text.
    pub(crate) fn at(&mut self, offset: usize) -> Option<Position> {
        let Gathered { text, pieces, .. } = self.gathered;
        let offset = offset.min(text.len());
        let ahead = &pieces[(self.piece + 1).min(pieces.len())..];
        let skipped = ahead.partition_point(|(start, _)| *start <= offset);
        if skipped > 0 {
            self.piece += skipped;
            (self.offset, self.place) = (pieces[self.piece].0, Some(pieces[self.piece].1));
        }
        if let (Some(place), Some(between)) = (self.place, text.get(self.offset..offset)) {
            self.place = Some(place.after(between));
            self.offset = offset;
        }
        self.place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(column: u64) -> Position {
        Position { line: 1, column, byte: column - 1 }
    }

    #[test]
    fn every_offset_has_its_place() {
        let mut gathered = Gathered::default();
        gathered.push("ab", "ab", at(1));
        gathered.push("&", "&amp;", at(3));
        gathered.push("cd", "cd", at(8));
        gathered.push("e\nf", "e\nf", at(22));
        assert_eq!(gathered.as_str(), "ab&cde\nf");
        let mut places = gathered.places();
        let columns = [0, 1, 2, 3, 4, 5].map(|offset| places.at(offset).map(|at| at.column));
        assert_eq!(columns, [1, 2, 3, 8, 9, 22].map(Some));
        assert_eq!(places.at(7).map(|at| (at.line, at.column)), Some((2, 1)));
        assert!(!gathered.has_hex_reference());
    }

    #[test]
    fn what_is_cut_off_has_no_places() {
        let mut gathered = Gathered::default();
        gathered.push("ab", "ab", at(1));
        gathered.push("<", "&#x3C;", at(3));
        gathered.truncate(2);
        assert_eq!((gathered.as_str(), gathered.places().at(9)), ("ab", Some(at(3))));
        assert!(gathered.has_hex_reference());
        gathered.clear();
        assert_eq!(gathered.places().at(0), None);
    }
}
