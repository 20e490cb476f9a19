//! The document that is judged, from which the line of a finding is read again.
//!
//! A file is read a second time where a finding is. What can be read only once, standard input or a pipe, is kept
//! in a temporary file meanwhile, and only where lines are shown.

use super::encoding::Encoding;
use crate::cli::exit::{Access, Failure};
use crate::cli::input::Input;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use wp2feed::Position;

/// How much of a line is read on each side of a finding, in bytes: more than a terminal is wide.
const AROUND: u64 = 600;

/// A document that is open.
pub(super) enum Source {
    /// One that can be read again.
    File(Again),
    Stream(Box<dyn Read>),
}

/// A file, and the last line of it that was looked for.
pub(super) struct Again {
    file: File,
    encoding: Option<Encoding>,
    line: u64,
    start: u64,
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
            return Ok(Source::File(Again::new(file)));
        }
    }
    let mut stream = input.open()?;
    if !again {
        return Ok(Source::Stream(stream));
    }
    let mut kept = tempfile::tempfile().map_err(|e| failed(&e))?;
    io::copy(&mut stream, &mut kept).and_then(|_| kept.rewind()).map_err(|e| failed(&e))?;
    Ok(Source::File(Again::new(kept)))
}

impl Source {
    /// What the document is read from.
    pub(super) fn reader(&mut self) -> &mut dyn Read {
        match self {
            Source::File(again) => &mut again.file,
            Source::Stream(stream) => stream,
        }
    }

    /// The line of a place; `None` if it can't be read again. Places come in their order.
    pub(super) fn line(&mut self, position: Position) -> Option<Line> {
        match self {
            Source::File(again) => again.line(position).ok(),
            Source::Stream(_) => None,
        }
    }
}

impl Again {
    fn new(file: File) -> Again {
        Again { file, encoding: None, line: 1, start: 0 }
    }

    fn line(&mut self, position: Position) -> io::Result<Line> {
        let encoding = match self.encoding {
            Some(encoding) => encoding,
            None => {
                let start = self.bytes(0, 256)?;
                let encoding = Encoding::of(&start);
                // A mark is no character of the first line.
                self.start = if start.starts_with(b"\xFE\xFF") || start.starts_with(b"\xFF\xFE") {
                    2
                } else {
                    0
                };
                *self.encoding.insert(encoding)
            }
        };
        let byte = match encoding.unit() {
            None => position.byte,
            // The offset that is told is that in UTF-8.
            Some(unit) => {
                self.seek_line(position.line, encoding)?;
                self.start + unit * position.column.saturating_sub(1)
            }
        };
        let from = byte.saturating_sub(AROUND);
        // Units of UTF-16 begin at even offsets.
        let from = from - from % 2;
        let bytes = self.bytes(from, byte - from + AROUND)?;
        let at = bytes.len().min((byte - from) as usize);
        Ok(line(&encoding.decode(&bytes[..at]), &encoding.decode(&bytes[at..])))
    }

    fn bytes(&mut self, from: u64, length: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(from))?;
        (&mut self.file).take(length).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Goes on to where a line starts.
    fn seek_line(&mut self, line: u64, encoding: Encoding) -> io::Result<()> {
        while self.line < line {
            let bytes = self.bytes(self.start, 64 * 1024)?;
            let Some(end) = encoding.line_end(&bytes) else {
                self.start += bytes.len() as u64;
                match bytes.is_empty() {
                    true => return Ok(()),
                    false => continue,
                }
            };
            self.start += end as u64;
            self.line += 1;
        }
        Ok(())
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

    fn shown(document: &[u8], line: u64, column: u64, byte: u64) -> String {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(document).expect("written");
        let line = Again::new(file).line(Position { line, column, byte });
        let Line { text, at } = line.expect("a line");
        format!("{}[{}]{}", &text[..at.start], &text[at.clone()], &text[at.end..])
    }

    #[test]
    fn the_line_of_a_place_is_found_again() {
        let document = "one\r\ntwo é!\nthree".as_bytes();
        let shown = |byte| shown(document, 1, 1, byte);
        assert_eq!(shown(0), "[o]ne");
        assert_eq!(shown(5), "[t]wo é!");
        assert_eq!(shown(9), "two [é]!");
        assert_eq!(shown(12), "two é![]");
        assert_eq!(shown(18), "three[]");
    }

    #[test]
    fn nothing_has_a_line_too() {
        assert_eq!(shown(b"", 1, 1, 0), "[]");
    }

    #[test]
    fn of_a_long_line_the_part_around_is_read() {
        let document = format!("{}!{}", "é".repeat(20_000), "é".repeat(20_000));
        let half = |count| "é".repeat(count);
        let found = shown(document.as_bytes(), 1, 20_001, 40_000);
        assert_eq!(found, format!("{}[!]{}", half(300), half(299)));
    }

    #[test]
    fn other_encodings_are_read_by_line_and_column() {
        let latin = b"<?xml version='1.0' encoding='iso-8859-1'?>\n<a>\xE9\xE9</a>";
        assert_eq!(shown(latin, 2, 5, 49), "<a>é[é]</a>");
        let units =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        let wide = units("\u{feff}<a>\nऊ਀\n<b/>");
        assert_eq!(shown(&wide, 3, 2, 18), "<[b]/>");
        assert_eq!(shown(&wide, 1, 2, 1), "<[a]>");
        let long = units(&format!("<a>{}\n<b/>", "x".repeat(200_000)));
        assert_eq!(shown(&long, 2, 2, 200_005), "<[b]/>");
    }
}
