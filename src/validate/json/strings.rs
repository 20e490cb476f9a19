//! What is written between quotes, and what it means: escapes, and the way back from one to the other.
//!
//! RFC 8259, 7 and 8.2.

use crate::validate::Position;
use crate::validate::near::find;
use memchr::memchr;

/// What stands for an escape that means no character.
const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;

/// What is wrong with an escape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// JSON has no such escape.
    Unknown,
    /// Half of a pair of surrogates.
    Alone,
}

/// An escape: how long it is, what it means, and what is wrong with it.
#[derive(Debug, PartialEq, Eq)]
struct Escape {
    length: usize,
    means: char,
    wrong: Option<Wrong>,
}

/// Reads the escape that bytes begin with.
fn escape(raw: &[u8]) -> Escape {
    let simple = |means| Escape { length: 2, means, wrong: None };
    match raw.get(1) {
        Some(b'"') => simple('"'),
        Some(b'\\') => simple('\\'),
        Some(b'/') => simple('/'),
        Some(b'b') => simple('\u{8}'),
        Some(b'f') => simple('\u{c}'),
        Some(b'n') => simple('\n'),
        Some(b'r') => simple('\r'),
        Some(b't') => simple('\t'),
        Some(b'u') => unicode(raw),
        // The byte behind the backslash stays, since it may begin a character.
        _ => Escape { length: 1, means: REPLACEMENT, wrong: Some(Wrong::Unknown) },
    }
}

/// Reads `\u` and four digits, and the second half of a pair.
fn unicode(raw: &[u8]) -> Escape {
    let Some(unit) = digits(raw) else {
        return Escape { length: 2, means: REPLACEMENT, wrong: Some(Wrong::Unknown) };
    };
    if let Some(means) = char::from_u32(unit) {
        return Escape { length: 6, means, wrong: None };
    }
    let low = raw.get(6..).and_then(digits).filter(|low| (0xDC00..0xE000).contains(low));
    match low.filter(|_| unit < 0xDC00) {
        Some(low) => {
            let code = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            Escape { length: 12, means: char::from_u32(code).unwrap_or(REPLACEMENT), wrong: None }
        }
        None => Escape { length: 6, means: REPLACEMENT, wrong: Some(Wrong::Alone) },
    }
}

/// The number of `\uXXXX`.
fn digits(raw: &[u8]) -> Option<u32> {
    let digits = raw.strip_prefix(b"\\u")?.get(..4)?;
    let digit = |value: u32, byte: &u8| Some(value << 4 | char::from(*byte).to_digit(16)?);
    digits.iter().try_fold(0, digit)
}

/// Appends what is meant between quotes, and tells where escapes are wrong.
pub(super) fn decode(raw: &str, text: &mut String, mut wrong: impl FnMut(usize, Wrong)) {
    let mut at = 0;
    while let Some(run) = find(b'\\', &raw.as_bytes()[at..]) {
        text.push_str(&raw[at..at + run]);
        at += run;
        let escape = escape(&raw.as_bytes()[at..]);
        text.push(escape.means);
        if let Some(what) = escape.wrong {
            wrong(at, what);
        }
        at += escape.length;
    }
    text.push_str(&raw[at..]);
}

/// The place of a byte of the meaning, which goes on from the last one that was asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor {
    raw: usize,
    meaning: usize,
    position: Position,
}

impl Cursor {
    /// Starts at the first byte between quotes.
    pub(super) fn new(position: Position) -> Self {
        Cursor { raw: 0, meaning: 0, position }
    }

    /// Goes on to an offset of the meaning, and gives its place; there is no way back.
    pub(super) fn go(&mut self, raw: &[u8], offset: usize) -> Position {
        while self.meaning < offset && self.raw < raw.len() {
            let rest = &raw[self.raw..];
            let wanted = offset - self.meaning;
            let run = memchr(b'\\', &rest[..rest.len().min(wanted)]);
            let (length, meaning) = match run {
                Some(0) => {
                    let escape = escape(rest);
                    (escape.length, escape.means.len_utf8())
                }
                Some(run) => (run, run),
                None => (rest.len().min(wanted), rest.len().min(wanted)),
            };
            // An offset within what an escape means is the place of the escape.
            if self.meaning + meaning > offset {
                break;
            }
            self.position.pass(&rest[..length]);
            (self.raw, self.meaning) = (self.raw + length, self.meaning + meaning);
        }
        self.position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(raw: &str) -> (String, Vec<(usize, Wrong)>) {
        let (mut text, mut found) = (String::new(), Vec::new());
        decode(raw, &mut text, |at, wrong| found.push((at, wrong)));
        (text, found)
    }

    #[test]
    fn escapes_mean_characters() {
        assert_eq!(decoded(r#"a\"\\\/\b\f\n\r\t\u00e9"#).0, "a\"\\/\u{8}\u{c}\n\r\té");
        assert_eq!(decoded(r"\ud83d\ude00!"), ("😀!".to_owned(), vec![]));
    }

    #[test]
    fn escapes_that_mean_nothing_are_told() {
        assert_eq!(decoded(r"a\q"), ("a\u{fffd}q".to_owned(), vec![(1, Wrong::Unknown)]));
        assert_eq!(decoded(r"\u12g4").1, [(0, Wrong::Unknown)]);
        for alone in [r"\ud83d", r"\ude00", r"\ud83d\u0041", r"\ud83dx"] {
            assert_eq!(decoded(alone).1, [(0, Wrong::Alone)], "{alone}");
        }
    }

    #[test]
    fn each_byte_of_the_meaning_has_its_place() {
        let raw = r"é\u00e9\ud83d\ude00\n<b>";
        let mut cursor = Cursor::new(Position { line: 1, column: 2, byte: 1 });
        let mut column = |offset| cursor.go(raw.as_bytes(), offset).column;
        assert_eq!([0, 2, 4, 5, 8, 9, 10].map(&mut column), [2, 3, 9, 9, 21, 23, 24]);
    }
}
