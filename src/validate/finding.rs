//! What was found, and where.

use super::rule::Rule;
use std::fmt;

/// A place of a feed that does not hold to a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// Where it is not held to.
    pub position: Position,
    /// What was expected and what was found, in lower case and without a full stop.
    pub message: String,
}

/// A place in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, counted from 1.
    pub line: u64,
    /// The column in characters, counted from 1.
    pub column: u64,
    /// The offset in bytes from the start of the document, counted from 0; in a document that isn't UTF-8,
    /// the offset in what it is as UTF-8.
    pub byte: u64,
}

impl Position {
    /// The start of a document.
    pub(crate) const START: Position = Position { line: 1, column: 1, byte: 0 };

    /// The place behind a text that begins here.
    pub(crate) fn after(self, text: &str) -> Position {
        self.after_bytes(text.as_bytes())
    }

    /// The place behind the bytes of a text that begins here.
    pub(crate) fn after_bytes(self, bytes: &[u8]) -> Position {
        if bytes.len() < SHORT { self.after_short(bytes) } else { self.after_long(bytes) }
    }

    fn after_short(self, bytes: &[u8]) -> Position {
        let Position { mut line, mut column, byte } = self;
        for &byte in bytes {
            column += u64::from(is_first(byte));
            if byte == b'\n' {
                (line, column) = (line + 1, 1);
            }
        }
        Position { line, column, byte: byte + bytes.len() as u64 }
    }

    fn after_long(self, bytes: &[u8]) -> Position {
        let byte = self.byte + bytes.len() as u64;
        match memchr::memrchr(b'\n', bytes) {
            None => Position { column: self.column + characters(bytes), byte, ..self },
            Some(last) => Position {
                line: self.line + memchr::memchr_iter(b'\n', bytes).count() as u64,
                column: 1 + characters(&bytes[last + 1..]),
                byte,
            },
        }
    }
}

/// Up to which length a look at each byte is the fastest.
const SHORT: usize = 32;

/// How many characters a text in UTF-8 has.
fn characters(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|&&byte| is_first(byte)).count() as u64
}

/// Whether a byte is not one of those that go on with a character.
fn is_first(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

impl fmt::Display for Finding {
    /// Writes `43:5: warning: ContainsRelRef: content:encoded should hold no relative address: "/about"`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column, .. } = self.position;
        write!(f, "{line}:{column}: {}: {}: {}", self.rule.severity, self.rule.name, self.message)
    }
}
