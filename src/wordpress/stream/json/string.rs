//! Strings, RFC 8259, section 7: sixteen bytes at a time up to the next quote or backslash.

use super::{Cursor, Json, Stop};
use std::borrow::Cow;
use wide::u8x16;

/// How many bytes are looked at, and copied, at a time.
const BLOCK: usize = 16;

/// What is no hexadecimal digit.
const NONE: u8 = 0xFF;

/// What each byte says as a hexadecimal digit.
const DIGITS: [u8; 256] = {
    let mut digits = [NONE; 256];
    let mut digit = 0;
    while digit < 16 {
        digits[b"0123456789abcdef"[digit] as usize] = digit as u8;
        digits[b"0123456789ABCDEF"[digit] as usize] = digit as u8;
        digit += 1;
    }
    digits
};

/// What the byte behind a backslash means; zero stands for what means no one byte.
const MEANINGS: [u8; 256] = {
    let mut meanings = [0; 256];
    let pairs = *b"\"\"\\\\//n\nt\tr\rb\x08f\x0C";
    let mut at = 0;
    while at < pairs.len() {
        meanings[pairs[at] as usize] = pairs[at + 1];
        at += 2;
    }
    meanings
};

impl<'de> Json<'de, '_> {
    /// Reads the key that comes next.
    pub(super) fn key(&mut self) -> Result<Cow<'de, str>, Stop> {
        if self.cursor.peek()? != b'"' {
            return Err(Stop::Refused);
        }
        self.string()
    }

    /// Reads the string that starts here.
    pub(super) fn string(&mut self) -> Result<Cow<'de, str>, Stop> {
        let Cursor { text, at } = self.cursor;
        let (bytes, start) = (text.as_bytes(), at + 1);
        let at = special(bytes, start).ok_or(Stop::Cut)?;
        if bytes[at] == b'"' {
            self.cursor.at = at + 1;
            return Ok(Cow::Borrowed(&text[start..at]));
        }
        let mut unescaped = Unescaped { scratch: self.scratch, length: 0 };
        unescaped.extend(&bytes[start..at]);
        self.cursor.at = unescaped.read(bytes, at)?;
        // What stands between escapes was checked, and escapes give whole characters.
        simdutf8::basic::from_utf8(unescaped.bytes())
            .map(|text| Cow::Owned(text.to_owned()))
            .map_err(|_| Stop::Refused)
    }
}

impl Cursor<'_> {
    /// Goes past the string that starts here.
    #[inline]
    pub(super) fn skip_string(&mut self) -> Result<(), Stop> {
        let (bytes, mut at) = (self.bytes(), self.at + 1);
        loop {
            at = special(bytes, at).ok_or(Stop::Cut)?;
            match bytes[at] {
                b'"' => break,
                b'\\' => at = skip_escape(bytes, at)?,
                _ => return Err(Stop::Refused),
            }
        }
        self.at = at + 1;
        Ok(())
    }
}

/// Goes past an escape. Which character four digits mean, and whether they mean one, is no matter.
#[inline]
fn skip_escape(bytes: &[u8], at: usize) -> Result<usize, Stop> {
    match *bytes.get(at + 1).ok_or(Stop::Cut)? {
        byte if MEANINGS[usize::from(byte)] != 0 => Ok(at + 2),
        b'u' => unit(bytes, at).map(|_| at + 6),
        _ => Err(Stop::Refused),
    }
}

/// A string that is put together at the start of the scratch. That is longer than the string at most times, so
/// that a block is written whole, and what is too much of it is written over by the next.
struct Unescaped<'s> {
    scratch: &'s mut Vec<u8>,
    length: usize,
}

impl Unescaped<'_> {
    fn bytes(&self) -> &[u8] {
        &self.scratch[..self.length]
    }

    /// Makes room for as many bytes more.
    #[cold]
    fn grow(&mut self, bytes: usize) {
        let least = self.length + bytes.max(BLOCK);
        self.scratch.resize(least.next_power_of_two(), 0);
    }

    fn extend(&mut self, bytes: &[u8]) {
        let end = self.length + bytes.len();
        if end > self.scratch.len() {
            self.grow(bytes.len());
        }
        self.scratch[self.length..end].copy_from_slice(bytes);
        self.length = end;
    }

    /// Writes a block of which a part counts; how much is told next.
    #[inline]
    fn put<const SIZE: usize>(&mut self, block: &[u8; SIZE]) {
        if let Some(place) = self.scratch[self.length..].first_chunk_mut() {
            *place = *block;
            return;
        }
        self.grow(SIZE);
        self.put(block);
    }

    #[inline]
    fn push(&mut self, byte: u8) {
        if self.length == self.scratch.len() {
            self.grow(1);
        }
        self.scratch[self.length] = byte;
        self.length += 1;
    }

    /// Reads the rest of a string from its first escape on; returns the place behind it.
    fn read(&mut self, bytes: &[u8], mut at: usize) -> Result<usize, Stop> {
        loop {
            match bytes[at] {
                b'\\' => at = self.escape(bytes, at)?,
                b'"' => return Ok(at + 1),
                _ => return Err(Stop::Refused),
            }
            at = self.copy(bytes, at)?;
        }
    }

    /// Copies what stands before the next quote, backslash or control character; returns its place.
    #[inline]
    fn copy(&mut self, bytes: &[u8], mut at: usize) -> Result<usize, Stop> {
        while let Some(block) = bytes[at..].first_chunk::<BLOCK>() {
            self.put(block);
            let mask = specials(block);
            if mask != 0 {
                let part = mask.trailing_zeros() as usize;
                self.length += part;
                return Ok(at + part);
            }
            self.length += BLOCK;
            at += BLOCK;
        }
        let end = special(bytes, at).ok_or(Stop::Cut)?;
        self.extend(&bytes[at..end]);
        Ok(end)
    }

    /// Reads an escape; returns the place behind it.
    #[inline]
    fn escape(&mut self, bytes: &[u8], at: usize) -> Result<usize, Stop> {
        let byte = *bytes.get(at + 1).ok_or(Stop::Cut)?;
        match MEANINGS[usize::from(byte)] {
            0 if byte == b'u' => {
                let (char, behind) = char(bytes, at)?;
                let mut encoded = [0; 4];
                let length = char.encode_utf8(&mut encoded).len();
                self.put(&encoded);
                self.length += length;
                Ok(behind)
            }
            0 => Err(Stop::Refused),
            meaning => {
                self.push(meaning);
                Ok(at + 2)
            }
        }
    }
}

/// Reads the character of an escape with four digits, or of two such; returns the place behind them.
fn char(bytes: &[u8], at: usize) -> Result<(char, usize), Stop> {
    let high = unit(bytes, at)?;
    if !(0xD800..0xDC00).contains(&high) {
        return char::from_u32(high).map(|char| (char, at + 6)).ok_or(Stop::Refused);
    }
    let rest = &bytes[at + 6..];
    if !rest.starts_with(br"\u") {
        return Err(if br"\u".starts_with(rest) { Stop::Cut } else { Stop::Refused });
    }
    let low = unit(bytes, at + 6)?;
    let paired = |low| char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
    let char = Some(low).filter(|low| (0xDC00..0xE000).contains(low)).and_then(paired);
    char.map(|char| (char, at + 12)).ok_or(Stop::Refused)
}

/// Reads the four digits behind a `\u`.
fn unit(bytes: &[u8], at: usize) -> Result<u32, Stop> {
    let digits = bytes[at + 2..].first_chunk::<4>().ok_or(Stop::Cut)?;
    let [a, b, c, d] = digits.map(|digit| DIGITS[usize::from(digit)]);
    if (a | b | c | d) == NONE {
        return Err(Stop::Refused);
    }
    Ok([a, b, c, d].into_iter().fold(0, |unit, digit| unit << 4 | u32::from(digit)))
}

/// Where the first quote, backslash or control character stands from an offset on.
fn special(bytes: &[u8], mut at: usize) -> Option<usize> {
    while let Some(block) = bytes[at..].first_chunk::<BLOCK>() {
        match specials(block) {
            0 => at += BLOCK,
            mask => return Some(at + mask.trailing_zeros() as usize),
        }
    }
    let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1F);
    bytes[at..].iter().position(special).map(|part| at + part)
}

/// Which bytes of a block are such ones, the first in the lowest bit.
fn specials(block: &[u8; BLOCK]) -> u32 {
    let block = u8x16::new(*block);
    let equal = |byte: u8| block.simd_eq(u8x16::splat(byte));
    let control = block.min(u8x16::splat(0x1F)).simd_eq(block);
    (equal(b'"') | equal(b'\\') | control).to_bitmask()
}
