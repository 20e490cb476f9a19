//! How the document is laid out: a member or an item a line, or indented by two blanks.

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};
use std::io::{self, Write};

/// How an object is laid out whose last member is to be written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Layout {
    /// On one line.
    Line,
    /// A member a line.
    Members,
    /// Indented as if it stood in so many arrays and objects.
    Indented(usize),
}

/// Appends the last member of an object, and its end.
pub(super) fn member(name: &str, value: &impl Serialize, layout: Layout, out: &mut Vec<u8>) {
    let (before, colon, behind) = match layout {
        Layout::Line => (String::new(), ":", "}".to_owned()),
        Layout::Members => ("\n".to_owned(), ": ", "\n}".to_owned()),
        Layout::Indented(depth) => {
            (format!("\n{}", "  ".repeat(depth + 1)), ": ", format!("\n{}}}", "  ".repeat(depth)))
        }
    };
    out.extend_from_slice(before.as_bytes());
    line(&name, out);
    out.extend_from_slice(colon.as_bytes());
    match layout {
        Layout::Indented(depth) => indented(value, depth + 1, out),
        Layout::Line | Layout::Members => line(value, out),
    }
    out.extend_from_slice(behind.as_bytes());
}

/// Appends a value on one line.
pub(super) fn line(value: &impl Serialize, out: &mut Vec<u8>) {
    append(value, CompactFormatter, out);
}

/// Appends an object with each of its own members on one line.
pub(super) fn members(value: &impl Serialize, out: &mut Vec<u8>) {
    append(value, Members { depth: 0 }, out);
}

/// Appends a value indented as if it stood in so many arrays and objects.
pub(super) fn indented(value: &impl Serialize, depth: usize, out: &mut Vec<u8>) {
    let mut formatter = PrettyFormatter::new();
    for _ in 0..depth {
        formatter.begin_object(&mut io::sink()).expect(MEMORY);
    }
    append(value, formatter, out);
}

const MEMORY: &str = "memory takes everything, and the document has string keys alone";

fn append(value: &impl Serialize, formatter: impl Formatter, out: &mut Vec<u8>) {
    value.serialize(&mut Serializer::with_formatter(out, formatter)).expect(MEMORY);
}

/// Breaks lines between the members of the outermost object and nowhere else.
struct Members {
    depth: usize,
}

impl Formatter for Members {
    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth -= 1;
        writer.write_all(if self.depth == 0 { b"\n}" } else { b"}" })
    }

    fn begin_object_key<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        writer.write_all(match (first, self.depth) {
            (true, 1) => b"\n",
            (true, _) => b"",
            (false, 1) => b",\n",
            (false, _) => b",",
        })
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(if self.depth == 1 { b": " } else { b":" })
    }
}
