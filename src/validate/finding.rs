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
    pub(crate) fn after_bytes(mut self, bytes: &[u8]) -> Position {
        self.pass(bytes);
        self
    }

    /// Goes on behind the bytes of a text that begins here.
    pub(crate) fn pass(&mut self, bytes: &[u8]) {
        match bytes.len() < SHORT {
            true => self.pass_short(bytes),
            false => self.pass_long(bytes),
        }
        self.byte += bytes.len() as u64;
    }

    fn pass_short(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for bytes in words {
            let word = u64::from_le_bytes(*bytes);
            if has_line_feed(word) {
                self.pass_each(bytes);
            } else {
                self.column += 8 - continuing(word);
            }
        }
        self.pass_each(rest);
    }

    fn pass_each(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.column += u64::from(is_first(byte));
            if byte == b'\n' {
                (self.line, self.column) = (self.line + 1, 1);
            }
        }
    }

    fn pass_long(&mut self, bytes: &[u8]) {
        match memchr::memrchr(b'\n', bytes) {
            None => self.column += characters(bytes),
            Some(last) => {
                self.line += memchr::memchr_iter(b'\n', bytes).count() as u64;
                self.column = 1 + characters(&bytes[last + 1..]);
            }
        }
    }
}

/// Up to which length a look at eight bytes at a time is the fastest.
const SHORT: usize = 64;

/// A byte eight times.
const fn eight(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Whether one of eight bytes is a line feed: subtracting 1 borrows from a byte that is 0.
fn has_line_feed(word: u64) -> bool {
    let zero = word ^ eight(b'\n');
    zero.wrapping_sub(eight(1)) & !zero & eight(0x80) != 0
}

/// How many of eight bytes go on with a character: their first bit is set, and the second is not.
fn continuing(word: u64) -> u64 {
    let bits = (word & !(word << 1) & eight(0x80)) >> 7;
    // The product has their sum in its first byte, without an instruction that old processors lack.
    bits.wrapping_mul(eight(1)) >> 56
}

/// How many characters a text in UTF-8 has.
fn characters(bytes: &[u8]) -> u64 {
    // Counts of so few that each fits into a byte, so that the compiler counts in wide steps.
    let count = |few: &[u8]| few.iter().map(|byte| u8::from(is_first(*byte))).sum::<u8>();
    bytes.chunks(240).map(|few| u64::from(count(few))).sum()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_same_however_it_is_come_to() {
        let text = "a\nbc\u{E9}\n\nd\u{10FFFF}efg\r\nhij\u{800}klmnopqrstuvwxyz\n".repeat(4);
        for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
            let before = &text[..end];
            let expected = Position {
                line: 1 + before.matches('\n').count() as u64,
                column: 1 + before.rsplit('\n').next().map_or(0, |line| line.chars().count())
                    as u64,
                byte: end as u64,
            };
            assert_eq!(Position::START.after(before), expected);
            for pass in [Position::pass_long, Position::pass_short] {
                let mut place = Position { byte: expected.byte, ..Position::START };
                pass(&mut place, before.as_bytes());
                assert_eq!(place, expected);
            }
        }
    }
}
