//! A start tag, as the places of its parts in the text that was read.

use super::namespaces::{Namespaces, Uri};
use crate::validate::finding::Position;

/// What a start tag's parts are cut from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag<'a> {
    /// The tag as it was read, from `<` on.
    pub(super) raw: &'a str,
    /// The texts that are not in the document as they are: values with references, values by default.
    pub(super) made: &'a str,
    pub(super) spans: &'a [Span],
    pub(super) namespaces: &'a Namespaces,
}

/// An attribute's place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    pub(super) name: Part,
    /// The offset of the colon in the name, 0 without one.
    pub(super) colon: usize,
    pub(super) namespace: Uri,
    pub(super) value: Part,
    /// Where the value begins as it was read.
    pub(super) raw_value: usize,
    /// Whether it declares a namespace.
    pub(super) declares: bool,
    pub(super) at: Position,
}

/// A piece of the tag as it was read, or of the texts that were made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub(super) made: bool,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Tag<'_> {
    /// The place of an offset in an attribute's value.
    pub(super) fn place(self, span: &Span, offset: usize) -> Position {
        let value = span.at.after(&self.raw[span.name.start..span.raw_value]);
        value.after(&self.raw[span.raw_value..span.raw_value + offset])
    }
}
