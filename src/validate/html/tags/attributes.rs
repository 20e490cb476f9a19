//! The attributes of a tag: HTML, 13.2.5.32 to 13.2.5.40.

use super::references::references_are_sound;
use crate::validate::near::find2;
use memchr::memchr;
use std::ops::Range;

/// An attribute: where its name and its value are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attribute {
    pub(crate) name: Range<usize>,
    pub(crate) value: Range<usize>,
}

/// The attributes of a tag, from the end of its name up to its `>`.
pub(super) struct Attributes<'a> {
    bytes: &'a [u8],
    /// How far it has read.
    pub(super) at: usize,
    /// Whether all was written without a mistake.
    pub(super) sound: bool,
    /// Whether a slash ends the tag; one at the end of a value without quotes belongs to the value.
    pub(super) closes: bool,
}

impl<'a> Attributes<'a> {
    /// Those from a byte on.
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Attributes { bytes, at, sound: true, closes: false }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
        self.at > start
    }

    /// Reads the value behind a `=`, if there is one.
    fn value(&mut self) -> Range<usize> {
        let name_end = self.at;
        self.skip_space();
        if self.peek() != Some(b'=') {
            self.at = name_end;
            return name_end..name_end;
        }
        self.at += 1;
        self.skip_space();
        let start = self.at;
        match self.peek() {
            Some(quote @ (b'"' | b'\'')) => {
                let end = self.quoted(quote).map(|length| start + 1 + length);
                self.at = end.map_or(self.bytes.len(), |end| end + 1);
                let next = self.peek();
                self.sound &=
                    next.is_some_and(|next| is_space(next) || next == b'/' || next == b'>');
                start + 1..end.unwrap_or(self.bytes.len())
            }
            _ => self.unquoted(start),
        }
    }

    /// The length of what stands before the quote that ends a value; few values have references.
    fn quoted(&mut self, quote: u8) -> Option<usize> {
        let rest = &self.bytes[self.at + 1..];
        let end = find2(quote, b'&', rest)?;
        if rest[end] == quote {
            return Some(end);
        }
        let end = memchr(quote, &rest[end..]).map(|more| end + more);
        self.sound &= references_are_sound(&rest[..end.unwrap_or(rest.len())]);
        end
    }

    fn unquoted(&mut self, start: usize) -> Range<usize> {
        let (length, classes) = run(&self.bytes[start..], ENDS_VALUE);
        self.sound &= length > 0 && classes & ODD_IN_VALUE == 0;
        self.sound &= references_are_sound(&self.bytes[start..start + length]);
        self.at += length;
        start..self.at
    }
}

impl Iterator for Attributes<'_> {
    type Item = Attribute;

    fn next(&mut self) -> Option<Attribute> {
        self.skip_space();
        while self.peek() == Some(b'/') {
            self.at += 1;
            self.closes = self.peek() == Some(b'>');
            self.sound &= self.closes;
            self.skip_space();
        }
        let start = self.at;
        if self.peek().is_none_or(|byte| byte == b'>') {
            return None;
        }
        // A name may begin with a `=`, by mistake.
        let (length, classes) = run(&self.bytes[start + 1..], ENDS_NAME);
        let odd = (classes | class(self.bytes[start])) & ODD_IN_NAME != 0;
        self.sound &= !odd && self.bytes[start] != b'=';
        self.at += 1 + length;
        let name = start..self.at;
        Some(Attribute { name, value: self.value() })
    }
}

/// Whether a tag had no attribute of this name so far; one with very many is not looked through.
pub(super) fn is_new(attribute: &Attribute, before: &[Attribute], bytes: &[u8]) -> bool {
    let name = &bytes[attribute.name.clone()];
    let same = |known: &Attribute| bytes[known.name.clone()].eq_ignore_ascii_case(name);
    before.len() < 64 && !before.iter().any(same)
}

/// Whether a value has no quotes, but a character that then should not be in it (HTML, 13.2.5.38).
pub(super) fn is_odd(value: &Range<usize>, bytes: &[u8]) -> bool {
    let before = value.start.checked_sub(1).map(|at| bytes[at]);
    !matches!(before, Some(b'"' | b'\''))
        && bytes[value.clone()].iter().any(|byte| class(*byte) & ODD_IN_VALUE != 0)
}

/// How long the name of a tag is.
pub(super) fn name_length(bytes: &[u8]) -> usize {
    run(bytes, ENDS_TAG_NAME).0
}

fn is_space(byte: u8) -> bool {
    class(byte) & SPACE != 0
}

/// White space.
const SPACE: u8 = 1;
/// What ends the name of a tag.
const ENDS_TAG_NAME: u8 = 2;
/// What ends the name of an attribute.
const ENDS_NAME: u8 = 4;
/// What should not be in the name of an attribute.
const ODD_IN_NAME: u8 = 8;
/// What ends a value without quotes.
const ENDS_VALUE: u8 = 16;
/// What should not be in a value without quotes.
const ODD_IN_VALUE: u8 = 32;

/// What each byte means in a tag.
static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let marks: [(&[u8], u8); 6] = [
        (b" \n\t\r\x0c", SPACE),
        (b" \n\t\r\x0c/>", ENDS_TAG_NAME),
        (b" \n\t\r\x0c/>=", ENDS_NAME),
        (b"\"'<", ODD_IN_NAME),
        (b" \n\t\r\x0c>", ENDS_VALUE),
        (b"\"'<=`", ODD_IN_VALUE),
    ];
    let mut mark = 0;
    while mark < marks.len() {
        let (bytes, class) = marks[mark];
        let mut index = 0;
        while index < bytes.len() {
            classes[bytes[index] as usize] |= class;
            index += 1;
        }
        mark += 1;
    }
    classes
};

fn class(byte: u8) -> u8 {
    CLASSES[usize::from(byte)]
}

/// How many bytes there are up to one of a class, and the classes that all of them have together.
fn run(bytes: &[u8], end: u8) -> (usize, u8) {
    let mut classes = 0;
    for (index, byte) in bytes.iter().enumerate() {
        let found = class(*byte);
        if found & end != 0 {
            return (index, classes);
        }
        classes |= found;
    }
    (bytes.len(), classes)
}
