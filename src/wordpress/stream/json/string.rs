//! Strings, RFC 8259, section 7: sixteen bytes at a time up to the next quote or backslash.

use super::{Cursor, Json, Stop};
use std::borrow::Cow;
use wide::u8x16;

/// How many bytes are looked at, and copied, at a time.
const BLOCK: usize = 16;

/// How much room a block takes with the character of an escape behind its last byte but one.
const ROOM: usize = BLOCK + 4;

/// How large the scratch is at first.
const FIRST: usize = 16 * 1024;

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
        let (end, length) = unescape(bytes, start, self.scratch)?;
        self.cursor.at = end;
        // What stands between escapes was checked, and escapes give whole characters.
        simdutf8::basic::from_utf8(&self.scratch[..length])
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

/// Puts the string together whose text starts here; returns the place behind its end, and how much of the scratch
/// it takes.
fn unescape(bytes: &[u8], start: usize, scratch: &mut Vec<u8>) -> Result<(usize, usize), Stop> {
    let (mut at, mut length) = (start, 0);
    loop {
        scratch.resize(scratch.len().max(2 * length).max(FIRST), 0);
        let ended = unescape_into(scratch, &mut length, bytes, &mut at)?;
        if ended {
            return Ok((at, length));
        }
    }
}

/// Goes on with a string while there is room; tells whether it ended. A block is written whole: what is too much
/// of it is written over by what comes next.
fn unescape_into(
    scratch: &mut [u8],
    length: &mut usize,
    bytes: &[u8],
    at: &mut usize,
) -> Result<bool, Stop> {
    let (mut from, mut to) = (*at, *length);
    let ended = loop {
        let Some(place) = scratch[to..].first_chunk_mut::<ROOM>() else { break false };
        let rest = &bytes[from..];
        let block = rest.first_chunk().copied().unwrap_or_else(|| padded(rest));
        place[..BLOCK].copy_from_slice(&block);
        let part = (specials(&block).trailing_zeros() as usize).min(BLOCK);
        (from, to) = (from + part, to + part);
        if part == BLOCK {
            continue;
        }
        match *bytes.get(from).ok_or(Stop::Cut)? {
            b'\\' => {}
            b'"' => break true,
            _ => return Err(Stop::Refused),
        }
        let escaped = *bytes.get(from + 1).ok_or(Stop::Cut)?;
        match MEANINGS[usize::from(escaped)] {
            0 if escaped == b'u' => {
                let (char, behind) = char(bytes, from)?;
                from = behind;
                to += char.encode_utf8(&mut place[part..]).len();
            }
            0 => return Err(Stop::Refused),
            meaning => {
                place[part] = meaning;
                (from, to) = (from + 2, to + 1);
            }
        }
    };
    *at = from + usize::from(ended);
    *length = to;
    Ok(ended)
}

/// The last bytes of a text as a block; what is behind them is special, and stands where nothing is.
fn padded(rest: &[u8]) -> [u8; BLOCK] {
    let mut block = [0; BLOCK];
    block[..rest.len()].copy_from_slice(rest);
    block
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
