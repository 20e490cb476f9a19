//! Bytes to text: UTF-8, and the UTF-16 with a byte order mark that PowerShell's `>` writes.
//!
//! What is no text becomes U+FFFD and is counted.

use std::ops::Range;
use std::str;

/// Turns the chunks of one document into text.
#[derive(Default)]
pub(super) struct Decoder {
    encoding: Option<Encoding>,
    bad: u64,
    /// The offset in the text of each U+FFFD that is not in the document, and what it is longer by.
    replaced: Vec<(usize, usize)>,
}

#[derive(Clone, Copy)]
enum Encoding {
    Utf8,
    Utf16(fn([u8; 2]) -> u16),
}

impl Encoding {
    fn of(start: &[u8]) -> Self {
        match start {
            [0xFF, 0xFE, ..] => Encoding::Utf16(u16::from_le_bytes),
            [0xFE, 0xFF, ..] => Encoding::Utf16(u16::from_be_bytes),
            _ => Encoding::Utf8,
        }
    }
}

impl Decoder {
    /// Appends a chunk to the text, and gives the number of bytes at its end that wait for the next.
    pub(super) fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> usize {
        match *self.encoding.get_or_insert_with(|| Encoding::of(bytes)) {
            Encoding::Utf8 => self.utf8(bytes, last, text),
            Encoding::Utf16(unit) => self.utf16(bytes, last, unit, text),
        }
    }

    /// How many bytes were no text.
    pub(super) fn bad(&self) -> u64 {
        self.bad
    }

    /// Where in the text the first U+FFFD is that is not in the document.
    pub(super) fn first_bad(&self) -> Option<usize> {
        self.replaced.first().map(|&(at, _)| at)
    }

    /// How many bytes of the document this piece of the text was.
    pub(super) fn size(&self, text: &str, piece: Range<usize>) -> u64 {
        if let Some(Encoding::Utf16(_)) = self.encoding {
            return text[piece].chars().map(|c| 2 * c.len_utf16() as u64).sum();
        }
        let before = |end: usize| self.replaced.partition_point(|&(at, _)| at < end);
        let longer = &self.replaced[before(piece.start)..before(piece.end)];
        piece.len() as u64 - longer.iter().map(|&(_, bytes)| bytes as u64).sum::<u64>()
    }

    /// Takes note that the first bytes of the text are dropped.
    pub(super) fn forget(&mut self, bytes: usize) {
        self.replaced.retain(|&(at, _)| at >= bytes);
        self.replaced.iter_mut().for_each(|(at, _)| *at -= bytes);
    }

    fn utf8(&mut self, bytes: &[u8], last: bool, text: &mut String) -> usize {
        let cut = if last { 0 } else { cut(bytes) };
        let whole = &bytes[..bytes.len() - cut];
        match simdutf8::basic::from_utf8(whole) {
            Ok(valid) => text.push_str(valid),
            Err(_) => self.lossy(whole, text),
        }
        cut
    }

    fn lossy(&mut self, bytes: &[u8], text: &mut String) {
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            if !chunk.invalid().is_empty() {
                self.replace(chunk.invalid().len(), text);
            }
        }
    }

    fn utf16(
        &mut self,
        bytes: &[u8],
        last: bool,
        unit: fn([u8; 2]) -> u16,
        text: &mut String,
    ) -> usize {
        let units = || bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let split = units().next_back().is_some_and(|unit| (0xD800..0xDC00).contains(&unit));
        let cut = if last { 0 } else { bytes.len() % 2 + 2 * usize::from(split) };
        let whole = units().take((bytes.len() - cut) / 2);
        for decoded in char::decode_utf16(whole) {
            match decoded {
                Ok(c) => text.push(c),
                Err(_) => self.replace(2, text),
            }
        }
        cut
    }

    fn replace(&mut self, bytes: usize, text: &mut String) {
        self.bad += bytes as u64;
        self.replaced.push((text.len(), char::REPLACEMENT_CHARACTER.len_utf8() - bytes));
        text.push(char::REPLACEMENT_CHARACTER);
    }
}

/// How many bytes at the end are the start of a character that goes on behind them.
fn cut(bytes: &[u8]) -> usize {
    let starts = |n: &usize| {
        let tail = &bytes[bytes.len() - n..];
        str::from_utf8(tail).is_err_and(|e| e.valid_up_to() == 0 && e.error_len().is_none())
    };
    (1..=bytes.len().min(3)).find(starts).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decodes in chunks of `size`, and gives what `Decoder` makes of the whole.
    fn decode(bytes: &[u8], size: usize) -> (String, Decoder) {
        let (mut decoder, mut text, mut chunk) = (Decoder::default(), String::new(), Vec::new());
        let parts: Vec<_> = bytes.chunks(size).collect();
        for (i, part) in parts.iter().enumerate() {
            chunk.extend_from_slice(part);
            let kept = decoder.decode(&chunk, i + 1 == parts.len(), &mut text);
            chunk.drain(..chunk.len() - kept);
        }
        (text, decoder)
    }

    #[test]
    fn a_character_may_be_cut_anywhere() {
        let text = "aé港🚢z";
        for size in 1..12 {
            assert_eq!(decode(text.as_bytes(), size).0, text);
        }
    }

    #[test]
    fn bad_bytes_are_replaced_counted_and_located() {
        for size in 1..12 {
            let (text, decoder) = decode(b"caf\xE9, \xF0\x9F\x9Ax\xFF", size);
            assert_eq!(text, "caf\u{FFFD}, \u{FFFD}x\u{FFFD}");
            assert_eq!((decoder.bad(), decoder.first_bad()), (5, Some(3)));
            assert_eq!(decoder.size(&text, 0..text.len()), 11);
        }
    }

    #[test]
    fn a_character_cut_by_the_end_is_bad() {
        let (text, decoder) = decode("aé".as_bytes().split_last().unwrap().1, 9);
        assert_eq!((text.as_str(), decoder.bad()), ("a\u{FFFD}", 1));
    }

    #[test]
    fn utf16_with_a_byte_order_mark_is_read() {
        let units: Vec<u16> = "\u{FEFF}aé🚢".encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|u| u.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|u| u.to_be_bytes()).collect();
        for size in 2..12 {
            assert_eq!(decode(&little, size).0, "\u{FEFF}aé🚢");
            assert_eq!(decode(&big, size).0, "\u{FEFF}aé🚢");
        }
        let (text, decoder) = decode(&little, 99);
        assert_eq!(decoder.size(&text, 0..text.len()), little.len() as u64);
    }
}
