//! The document that is judged, from which the line of a finding is read again.
//!
//! A file is read a second time where a finding is. What can be read only once, standard input or a pipe, is kept
//! in a temporary file meanwhile, and only where lines are shown.

use crate::cli::exit::{Access, Failure};
use crate::cli::input::Input;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;

/// How much of a line is read on each side of a finding, in bytes: more than a terminal is wide.
const AROUND: u64 = 600;

/// A document that is open.
pub(super) enum Source {
    /// One that can be read again.
    File(File),
    Stream(Box<dyn Read>),
}

/// The line of a finding, or the part of it that is around the finding.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    /// The character at which the finding is.
    pub(super) at: Range<usize>,
}

/// Opens a document; if lines are to be shown, one that can be read again.
pub(super) fn open(input: &Input, again: bool) -> Result<Source, Failure> {
    let failed = |e: &io::Error| Failure::file(Access::Read, &input.name(), e);
    if let Input::File(path) = input {
        let file = File::open(path).map_err(|e| failed(&e))?;
        if !again || file.metadata().is_ok_and(|it| it.is_file()) {
            return Ok(Source::File(file));
        }
    }
    let mut stream = input.open()?;
    if !again {
        return Ok(Source::Stream(stream));
    }
    let mut kept = tempfile::tempfile().map_err(|e| failed(&e))?;
    io::copy(&mut stream, &mut kept).and_then(|_| kept.rewind()).map_err(|e| failed(&e))?;
    Ok(Source::File(kept))
}

impl Source {
    /// What the document is read from.
    pub(super) fn reader(&mut self) -> &mut dyn Read {
        match self {
            Source::File(file) => file,
            Source::Stream(stream) => stream,
        }
    }

    /// The line of a byte; `None` if it can't be read again.
    pub(super) fn line(&mut self, byte: u64) -> Option<Line> {
        let Source::File(file) = self else { return None };
        let from = byte.saturating_sub(AROUND);
        // Units of UTF-16 begin at even offsets.
        let from = from - from % 2;
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(from)).ok()?;
        file.take(byte - from + AROUND).read_to_end(&mut bytes).ok()?;
        let encoding = encoding(file)?;
        let at = bytes.len().min((byte - from) as usize);
        let (before, behind) = (encoding.decode(&bytes[..at]), encoding.decode(&bytes[at..]));
        Some(line(&before, &behind))
    }
}

/// How the bytes of a document are read where it is shown.
#[derive(Debug, Clone, Copy)]
enum Encoding {
    /// UTF-8, and what is none as if it were Latin-1.
    Bytes,
    BigEndian,
    LittleEndian,
}

/// Looks at the first two bytes, which are never the same in UTF-16 and in anything else.
fn encoding(file: &mut File) -> Option<Encoding> {
    let mut start = [b' '; 2];
    file.rewind().ok()?;
    file.take(2).read(&mut start).ok()?;
    Some(match start {
        [0xFE, 0xFF] | [0, _] => Encoding::BigEndian,
        [0xFF, 0xFE] | [_, 0] => Encoding::LittleEndian,
        _ => Encoding::Bytes,
    })
}

impl Encoding {
    fn decode(self, bytes: &[u8]) -> String {
        let unit = match self {
            Encoding::Bytes => return text(bytes),
            Encoding::BigEndian => u16::from_be_bytes,
            Encoding::LittleEndian => u16::from_le_bytes,
        };
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    }
}

/// Reads bytes that may begin and end within a character.
fn text(bytes: &[u8]) -> String {
    let whole = |byte: &u8| byte & 0xC0 != 0x80;
    let start = bytes.iter().take(3).position(whole).unwrap_or(0);
    match std::str::from_utf8(&bytes[start..]) {
        Ok(text) => text.to_owned(),
        Err(e) if e.error_len().is_none() => {
            String::from_utf8_lossy(&bytes[start..start + e.valid_up_to()]).into_owned()
        }
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    }
}

/// Cuts the line out of the text before and behind its place.
fn line(before: &str, behind: &str) -> Line {
    let before = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    let before = before.trim_start_matches('\u{feff}');
    // At the end of a line there is nothing to point at but the end.
    let behind = behind.split(['\n', '\r']).next().unwrap_or_default();
    let length = behind.chars().next().map_or(0, char::len_utf8);
    Line { text: format!("{before}{behind}"), at: before.len()..before.len() + length }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn shown(document: &[u8], byte: u64) -> String {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(document).expect("written");
        let Line { text, at } = Source::File(file).line(byte).expect("a line");
        format!("{}[{}]{}", &text[..at.start], &text[at.clone()], &text[at.end..])
    }

    #[test]
    fn the_line_of_a_place_is_found_again() {
        let document = "one\r\ntwo é!\nthree".as_bytes();
        assert_eq!(shown(document, 0), "[o]ne");
        assert_eq!(shown(document, 5), "[t]wo é!");
        assert_eq!(shown(document, 9), "two [é]!");
        assert_eq!(shown(document, 12), "two é![]");
        assert_eq!(shown(document, 18), "three[]");
        assert_eq!(shown(document, 1000), "three[]");
        assert_eq!(shown(b"", 0), "[]");
        assert_eq!(shown(b"caf\xE9 au lait", 6), "café a[u] lait");
    }

    #[test]
    fn of_a_long_line_the_part_around_is_read() {
        let document = format!("{}!{}", "é".repeat(20_000), "é".repeat(20_000));
        let shown = shown(document.as_bytes(), 40_000);
        assert_eq!(shown, format!("{0}[!]{0}", "é".repeat(300)).replacen("]é", "]", 1));
    }

    #[test]
    fn utf_16_is_read_as_such() {
        let units: Vec<u8> =
            "\u{feff}<a>\n<b/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(shown(&units, 12), "<[b]/>");
        assert_eq!(shown(&units, 2), "[<]a>");
    }
}
