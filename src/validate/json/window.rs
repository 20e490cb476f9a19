//! The part of a document that is in memory, and the place at which it begins.

use crate::validate::Position;
use std::io::{ErrorKind, Read};

/// How much is read at once.
const CHUNK: usize = 64 * 1024;

/// A window that moves over a document, from the front to the back.
#[derive(Debug)]
pub(super) struct Window<R> {
    read: R,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    ended: bool,
    position: Position,
}

impl<R: Read> Window<R> {
    pub(super) fn new(read: R) -> Self {
        let position = Position { line: 1, column: 1, byte: 0 };
        Window { read, buffer: vec![0; CHUNK], start: 0, end: 0, ended: false, position }
    }

    /// What is in memory and not yet passed over.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.buffer[self.start..self.end]
    }

    /// The place of the first of these bytes.
    pub(super) fn position(&self) -> Position {
        self.position
    }

    /// The byte so far behind the start of the window; `None` behind the end of the document.
    pub(super) fn byte(&mut self, at: usize) -> Option<u8> {
        while self.bytes().len() <= at {
            if !self.more() {
                return None;
            }
        }
        self.bytes().get(at).copied()
    }

    /// Reads on; tells whether there was more.
    pub(super) fn more(&mut self) -> bool {
        if self.ended {
            return false;
        }
        if self.end == self.buffer.len() {
            self.make_room();
        }
        loop {
            match self.read.read(&mut self.buffer[self.end..]) {
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Ok(read @ 1..) => {
                    self.end += read;
                    return true;
                }
                // Why reading failed is told by who opened the document.
                Ok(0) | Err(_) => {
                    self.ended = true;
                    return false;
                }
            }
        }
    }

    /// Moves what is left to the front; if that is much, the window grows, so that moving stays rare.
    fn make_room(&mut self) {
        self.buffer.copy_within(self.start..self.end, 0);
        (self.start, self.end) = (0, self.end - self.start);
        if self.end > self.buffer.len() / 2 {
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
    }

    /// Passes over bytes.
    pub(super) fn pass(&mut self, count: usize) {
        self.position.pass(&self.buffer[self.start..self.start + count]);
        self.start += count;
    }

    /// Passes over a mark that is no character of the document.
    pub(super) fn pass_mark(&mut self, count: usize) {
        self.start += count;
        self.position.byte += count as u64;
    }

    /// Passes over white space.
    pub(super) fn pass_white_space(&mut self) {
        loop {
            let white = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
            let count = self.bytes().iter().take_while(white).count();
            let all = count == self.bytes().len();
            if count > 0 {
                self.pass(count);
            }
            if !all || !self.more() {
                return;
            }
        }
    }
}
