//! HTML in pieces: texts, references, tags, comments; the tokenizer of HTML (13.2.5) as far as judges need it.
//!
//! The pieces follow each other without a gap. Each says whether it is written without a mistake; where this look
//! is not sure, it says no, and the parser is asked.

mod attributes;
mod references;
#[cfg(test)]
mod tests;

pub(crate) use attributes::Attribute;

use super::elements::{Element, Kind};
use crate::validate::near::find2;
use attributes::{Attributes, is_new, name_length};
use memchr::{memchr, memmem};
use references::reference;
use std::ops::Range;

/// A piece of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) what: What,
    pub(crate) range: Range<usize>,
    /// Whether it is surely written without a mistake.
    pub(crate) sound: bool,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// Text without references.
    Text,
    /// `&` and what belongs to it.
    Reference,
    /// A start tag: the end of its name, and whether it closes itself.
    Start { name_end: usize, element: Option<Element>, closes: bool },
    /// An end tag.
    End { element: Option<Element> },
    /// A comment, and what is taken for one.
    Comment,
    /// A tag that never ends.
    Cut,
}

/// Cuts HTML into pieces.
pub(crate) struct Pieces<'a> {
    html: &'a str,
    at: usize,
    /// The end of what has no markup, and whether it may have references.
    raw: Option<(usize, bool)>,
    /// The attributes of the last start tag, in bytes of the HTML.
    attributes: Vec<Attribute>,
}

impl<'a> Pieces<'a> {
    pub(crate) fn new(html: &'a str) -> Self {
        Pieces { html, at: 0, raw: None, attributes: Vec::with_capacity(16) }
    }

    /// The attributes of the start tag that was the last piece.
    pub(crate) fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// The first value of that tag that should have quotes, as it has a character that only stands within them.
    pub(crate) fn odd_value(&self) -> Option<Range<usize>> {
        let mut values = self.attributes.iter().map(|attribute| &attribute.value);
        values.find(|value| attributes::is_odd(value, self.html.as_bytes())).cloned()
    }

    /// Text up to the next reference or tag.
    fn text(&mut self) -> Option<Piece> {
        let bytes = &self.html.as_bytes()[self.at..];
        let length = match self.raw {
            Some((end, false)) => end - self.at,
            Some((end, true)) => memchr(b'&', &bytes[..end - self.at]).unwrap_or(end - self.at),
            None => find2(b'<', b'&', bytes).unwrap_or(bytes.len()),
        };
        if self.raw.is_some_and(|(end, _)| self.at + length == end) {
            self.raw = None;
        }
        (length > 0).then(|| self.piece(What::Text, length, true))
    }

    // Inlined, the piece is made where it is wanted, and not moved there.
    #[inline(always)]
    fn piece(&mut self, what: What, length: usize, sound: bool) -> Piece {
        let range = self.at..self.at + length;
        self.at = range.end;
        Piece { what, range, sound }
    }

    /// What starts with `<`.
    fn markup(&mut self) -> Piece {
        let bytes = &self.html.as_bytes()[self.at..];
        match bytes.get(1) {
            Some(letter) if letter.is_ascii_alphabetic() => self.start_tag(),
            Some(b'/') if bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => self.end_tag(),
            Some(b'!') => self.declaration(),
            Some(b'/' | b'?') => {
                let length = memchr(b'>', bytes).map_or(bytes.len(), |end| end + 1);
                self.piece(What::Comment, length, false)
            }
            _ => self.piece(What::Text, 1, false),
        }
    }

    fn start_tag(&mut self) -> Piece {
        let bytes = self.html.as_bytes();
        let name = self.at + 1..self.at + 1 + name_length(&bytes[self.at + 1..]);
        let mut rest = Attributes::new(bytes, name.end);
        let mut sound = true;
        self.attributes.clear();
        for attribute in rest.by_ref() {
            sound &= is_new(&attribute, &self.attributes, bytes);
            self.attributes.push(attribute);
        }
        let Attributes { at: end, sound: written_well, closes, .. } = rest;
        if bytes.get(end) != Some(&b'>') {
            return self.piece(What::Cut, bytes.len() - self.at, false);
        }
        sound &= written_well;
        let element = Element::named(&bytes[name.clone()]);
        let closes = closes && sound;
        let what = What::Start { name_end: name.end, element, closes };
        let piece = self.piece(what, end + 1 - self.at, sound);
        if element.is_some_and(|element| element.kind() == Kind::Raw) {
            self.enter_raw(name);
        }
        piece
    }

    /// Looks for the end of what has no markup: the end tag of the same name.
    fn enter_raw(&mut self, name: Range<usize>) {
        let bytes = self.html.as_bytes();
        let name = &bytes[name];
        let ends = memmem::find_iter(&bytes[self.at..], b"</").map(|at| self.at + at);
        let end = ends.into_iter().find(|at| {
            let after = &bytes[at + 2..];
            let ended = after
                .get(name.len())
                .is_none_or(|byte| byte.is_ascii_whitespace() || b"/>".contains(byte));
            after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) && ended
        });
        let references =
            name.eq_ignore_ascii_case(b"textarea") || name.eq_ignore_ascii_case(b"title");
        let end = end.unwrap_or(bytes.len());
        self.raw = (end > self.at).then_some((end, references));
    }

    fn end_tag(&mut self) -> Piece {
        let bytes = &self.html.as_bytes()[self.at..];
        let name = &bytes[2..2 + name_length(&bytes[2..])];
        let element = Element::named(name);
        if bytes.get(2 + name.len()) == Some(&b'>') {
            return self.piece(What::End { element }, name.len() + 3, true);
        }
        let mut attributes = Attributes::new(bytes, 2 + name.len());
        let bare = attributes.next().is_none()
            && attributes.sound
            && bytes.get(attributes.at.wrapping_sub(1)) != Some(&b'/');
        while attributes.next().is_some() {}
        let end = attributes.at;
        if bytes.get(end) != Some(&b'>') {
            return self.piece(What::Cut, bytes.len(), false);
        }
        self.piece(What::End { element }, end + 1, bare)
    }

    /// A comment, a document type, or what is taken for a comment.
    fn declaration(&mut self) -> Piece {
        let bytes = &self.html.as_bytes()[self.at..];
        let inside = bytes
            .strip_prefix(b"<!--")
            .filter(|inside| !inside.starts_with(b">") && !inside.starts_with(b"->"));
        if let Some(inside) = inside {
            let end = memmem::find(inside, b"--").map(|end| (end, inside.get(end + 2)));
            if let Some((end, Some(b'>'))) = end {
                let nested = memmem::find(&inside[..end], b"<!--").is_some();
                return self.piece(What::Comment, end + 7, !nested);
            }
            let length = memmem::find(inside, b"-->").map_or(bytes.len(), |end| end + 7);
            return self.piece(What::Comment, length, false);
        }
        let length = memchr(b'>', bytes).map_or(bytes.len(), |end| end + 1);
        self.piece(What::Comment, length, false)
    }

    fn reference(&mut self) -> Piece {
        let bytes = &self.html.as_bytes()[self.at..];
        let (length, sound) = reference(bytes);
        let length = self.raw.map_or(length, |(end, _)| length.min(end - self.at));
        let piece = self.piece(What::Reference, length, sound);
        if self.raw.is_some_and(|(end, _)| self.at == end) {
            self.raw = None;
        }
        piece
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if let Some(text) = self.text() {
            return Some(text);
        }
        match self.html.as_bytes().get(self.at)? {
            b'&' => Some(self.reference()),
            _ => Some(self.markup()),
        }
    }
}
