//! The window on a document: what was read and is not yet used, as text that was checked once.
//!
//! It holds about [`SIZE`] bytes, more only while one value is larger than that. Lines are counted once,
//! when text leaves the window or somebody asks.

use super::encoding::Decoder;
use super::scan::Scan;
use memchr::memchr_iter;
use std::io::{self, ErrorKind, Read};

/// How much is read at a time.
pub(super) const SIZE: usize = 256 * 1024;

/// The largest value that is held; no post is larger, and something has to stop a text without an end.
pub(super) const LARGEST: usize = 256 * 1024 * 1024;

/// A place in the document: the bytes before it, and its line counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) byte: u64,
    pub(super) line: u64,
}

pub(super) struct Window<R> {
    reader: R,
    decoder: Decoder,
    /// What was read last; the bytes of a character that was cut in two stay at its start.
    chunk: Vec<u8>,
    kept: usize,
    ended: bool,
    text: String,
    at: usize,
    /// The place of one offset in `text`, from which others are worked out.
    known: (usize, Place),
    /// Where the first byte stood that is no text.
    first_bad: Option<Place>,
}

impl<R: Read> Window<R> {
    /// A window that reads `size` bytes at a time.
    pub(super) fn new(reader: R, size: usize) -> Self {
        Window {
            reader,
            decoder: Decoder::default(),
            chunk: vec![0; size],
            kept: 0,
            ended: false,
            text: String::new(),
            at: 0,
            known: (0, Place { byte: 0, line: 1 }),
            first_bad: None,
        }
    }

    /// What was read and is not yet used.
    pub(super) fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// What was used last, as far as it is still there.
    pub(super) fn used(&self) -> &str {
        &self.text[..self.at]
    }

    /// Uses the next `bytes` up.
    pub(super) fn advance(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// Takes back the last bytes that were used.
    pub(super) fn back(&mut self, bytes: usize) {
        self.at -= bytes;
    }

    /// Whether the reader has nothing more.
    pub(super) fn ended(&self) -> bool {
        self.ended
    }

    /// The place `offset` bytes into the rest.
    pub(super) fn place(&self, offset: usize) -> Place {
        let ((from, known), to) = (self.known, self.at + offset);
        Place {
            byte: known.byte + self.decoder.size(&self.text, from..to),
            line: known.line + memchr_iter(b'\n', &self.text.as_bytes()[from..to]).count() as u64,
        }
    }

    /// The place where the rest starts, kept so that no byte is counted again for a later one.
    pub(super) fn mark(&mut self) -> Place {
        self.known = (self.at, self.place(0));
        self.known.1
    }

    /// How many bytes were no text, and where the first of them stood.
    pub(super) fn bad(&self) -> Option<(u64, Place)> {
        self.first_bad.map(|place| (self.decoder.bad(), place))
    }

    /// Goes past white space to the next byte; `None` at the end of the document.
    pub(super) fn peek(&mut self) -> io::Result<Option<u8>> {
        loop {
            let blank = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
            self.at += self.rest().bytes().take_while(blank).count();
            match self.rest().bytes().next() {
                None if self.fill()? => {}
                next => return Ok(next),
            }
        }
    }

    /// Reads until the rest has at least `bytes`, or the document ends.
    pub(super) fn ahead(&mut self, bytes: usize) -> io::Result<()> {
        while self.rest().len() < bytes && self.fill()? {}
        Ok(())
    }

    /// Reads until the value that starts here is whole, and gives its length; `None` if the document
    /// ends first, or the value is larger than any post.
    pub(super) fn hold(&mut self) -> io::Result<Option<usize>> {
        let mut scan = Scan::default();
        loop {
            if let Some(end) = scan.end(self.rest().as_bytes()) {
                return Ok(Some(end));
            }
            if self.rest().len() > LARGEST || !self.fill()? {
                return Ok(None);
            }
        }
    }

    /// Drops what was used and reads on; false if there is nothing more.
    pub(super) fn fill(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.forget();
        let end = self.read()?;
        let (before, bad) = (self.text.len(), self.decoder.bad());
        self.kept = self.decoder.decode(&self.chunk[..end], self.ended, &mut self.text);
        self.chunk.copy_within(end - self.kept..end, 0);
        if bad == 0 {
            self.first_bad = self.decoder.first_bad().map(|at| self.place(at));
        }
        Ok(self.text.len() > before)
    }

    fn forget(&mut self) {
        self.known = (0, self.mark());
        self.decoder.forget(self.at);
        self.text.drain(..self.at);
        self.at = 0;
    }

    /// Fills the chunk, however little the reader gives at a time: half a post in the window is a post
    /// parsed in vain.
    fn read(&mut self) -> io::Result<usize> {
        let mut end = self.kept;
        while end < self.chunk.len() && !self.ended {
            match self.reader.read(&mut self.chunk[end..]) {
                Ok(bytes) => {
                    end += bytes;
                    self.ended = bytes == 0;
                }
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Err(e) => return Err(e),
            }
        }
        Ok(end)
    }
}
