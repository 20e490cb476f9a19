//! The window on a document: what was read and is not yet used, as text that was checked once.
//!
//! It holds about [`SIZE`] bytes, more only while one piece of markup is larger than that, and never
//! more than [`LARGEST`].

use super::encoding::Decoder;
use super::faults::Faults;
use crate::validate::finding::Position;
use crate::validate::findings::Findings;
use std::io::{ErrorKind, Read};

/// How much is read at a time.
pub(super) const SIZE: usize = 128 * 1024;

/// How much of the document's start there has to be to tell its encoding.
const START: usize = 1024;

/// The largest tag, processing instruction or declaration; texts and comments may have any size.
pub(super) const LARGEST: usize = 16 * 1024 * 1024;

pub(super) struct Window<R> {
    read: R,
    size: usize,
    pub(super) decoder: Decoder,
    /// What was read last; the bytes of a character that was cut in two stay at its start.
    chunk: Vec<u8>,
    kept: usize,
    ended: bool,
    text: String,
    at: usize,
    place: Position,
    faults: Faults,
    /// Whether there is a carriage return anywhere up to here.
    returns: bool,
}

impl<R: Read> Window<R> {
    /// A window that reads about `size` bytes at a time.
    pub(super) fn new(read: R, size: usize) -> Self {
        Window {
            read,
            size,
            decoder: Decoder::default(),
            chunk: Vec::new(),
            kept: 0,
            ended: false,
            text: String::new(),
            at: 0,
            place: Position::START,
            faults: Faults::default(),
            returns: false,
        }
    }

    /// What was read and is not yet used.
    pub(super) fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// The bytes of the rest.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.text.as_bytes()[self.at..]
    }

    /// What was read, the last used piece included.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where the rest begins in the text.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Where the rest begins in the document.
    pub(super) fn place(&self) -> Position {
        self.place
    }

    /// Whether lines may end in a carriage return.
    pub(super) fn has_returns(&self) -> bool {
        self.returns
    }

    /// Whether the rest is as large as anything may be.
    pub(super) fn is_full(&self) -> bool {
        self.text.len() - self.at >= LARGEST
    }

    /// Uses the next bytes up, and reports those that can't be in a document.
    pub(super) fn advance(&mut self, bytes: usize, findings: &mut Findings) {
        let end = self.at + bytes;
        if !self.faults.is_empty() {
            self.faults.report(self.at, &self.text[self.at..end], self.place, findings);
        }
        self.place.pass(&self.text.as_bytes()[self.at..end]);
        self.at = end;
    }

    /// Uses the next bytes up, which are characters of one line that may be in a document.
    pub(super) fn advance_plain(&mut self, bytes: usize) {
        self.place.column += bytes as u64;
        self.place.byte += bytes as u64;
        self.at += bytes;
    }

    /// Reads on, at least as much as the rest is, so that looking at it anew is paid for; tells
    /// whether there was anything.
    pub(super) fn fill(&mut self) -> bool {
        let rest = self.text.len() - self.at;
        self.faults.forget(self.at);
        self.text.drain(..self.at);
        self.at = 0;
        let wanted = rest.max(self.size);
        while self.text.len() < rest + wanted && !self.ended {
            self.read_chunk(wanted);
        }
        self.text.len() > rest
    }

    fn read_chunk(&mut self, size: usize) {
        // The encoding is told from the first chunk, so that it must hold the XML declaration.
        let size = if self.place == Position::START { size.max(START) } else { size };
        let (mut filled, wanted) = (self.kept, self.kept + size);
        if self.chunk.len() < wanted {
            self.chunk.resize(wanted, 0);
        }
        while filled < wanted && !self.ended {
            match self.read.read(&mut self.chunk[filled..wanted]) {
                Ok(0) => self.ended = true,
                Ok(more) => filled += more,
                Err(error) => self.ended = error.kind() != ErrorKind::Interrupted,
            }
        }
        self.decode(filled);
    }

    fn decode(&mut self, filled: usize) {
        let from = self.text.len();
        let read = &self.chunk[..filled];
        self.kept = self.decoder.decode(read, self.ended, &mut self.text, &mut self.faults);
        self.chunk.copy_within(filled - self.kept..filled, 0);
        self.returns |= memchr::memchr(b'\r', &self.text.as_bytes()[from..]).is_some();
        self.faults.look(&self.text, from);
    }
}
