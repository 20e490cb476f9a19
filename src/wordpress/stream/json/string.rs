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
        match bytes[at] {
            b'"' => {
                self.cursor.at = at + 1;
                Ok(Cow::Borrowed(&text[start..at]))
            }
            b'\\' => {
                self.scratch.clear();
                self.scratch.extend_from_slice(&bytes[start..at]);
                self.cursor.at = unescape(bytes, at, self.scratch)?;
                // What stands between escapes was checked, and escapes give whole characters.
                simdutf8::basic::from_utf8(self.scratch)
                    .map(|text| Cow::Owned(text.to_owned()))
                    .map_err(|_| Stop::Refused)
            }
            _ => Err(Stop::Refused),
        }
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
fn skip_escape(bytes: &[u8], at: usize) -> Result<usize, Stop> {
    match bytes.get(at + 1).ok_or(Stop::Cut)? {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Ok(at + 2),
        b'u' => unit(bytes, at).map(|_| at + 6),
        _ => Err(Stop::Refused),
    }
}

/// Reads the rest of a string from its first escape on; returns the place behind it.
fn unescape(bytes: &[u8], mut at: usize, text: &mut Vec<u8>) -> Result<usize, Stop> {
    loop {
        match bytes[at] {
            b'"' => return Ok(at + 1),
            b'\\' => at = escape(bytes, at, text)?,
            _ => return Err(Stop::Refused),
        }
        at = copy(bytes, at, text)?;
    }
}

/// Copies what stands before the next quote, backslash or control character; returns its place.
fn copy(bytes: &[u8], mut at: usize, text: &mut Vec<u8>) -> Result<usize, Stop> {
    while let Some(block) = bytes[at..].first_chunk::<BLOCK>() {
        let (mask, length) = (specials(block), text.len());
        text.extend_from_slice(block);
        if mask != 0 {
            let part = mask.trailing_zeros() as usize;
            text.truncate(length + part);
            return Ok(at + part);
        }
        at += BLOCK;
    }
    let end = special(bytes, at).ok_or(Stop::Cut)?;
    text.extend_from_slice(&bytes[at..end]);
    Ok(end)
}

/// Reads an escape; returns the place behind it.
fn escape(bytes: &[u8], at: usize, text: &mut Vec<u8>) -> Result<usize, Stop> {
    let byte = match *bytes.get(at + 1).ok_or(Stop::Cut)? {
        byte @ (b'"' | b'\\' | b'/') => byte,
        b'n' => b'\n',
        b't' => b'\t',
        b'r' => b'\r',
        b'b' => 0x08,
        b'f' => 0x0C,
        b'u' => {
            let (char, behind) = char(bytes, at)?;
            text.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
            return Ok(behind);
        }
        _ => return Err(Stop::Refused),
    };
    text.push(byte);
    Ok(at + 2)
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
