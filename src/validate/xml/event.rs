//! What the reader gives: start tags, texts, end tags, processing instructions and comments.

use super::attribute::Span;
use super::namespaces::Namespaces;
use super::open::Open;
use super::tag::{Part, Tag};
use crate::validate::finding::Position;
use crate::validate::near::is_same;

/// A piece of a document.
// No rule asks for all that is known of each yet; the tests compare all of it with other parsers.
#[allow(dead_code)]
#[derive(Debug)]
pub(crate) enum Event<'a> {
    /// A start tag, or one that is both.
    Start(Start<'a>),
    /// A piece of text; one run of text may come in several.
    Text(Text<'a>),
    /// An end tag, or the end of a tag that is both.
    End(End<'a>),
    /// A processing instruction.
    Instruction {
        /// What it is for.
        target: &'a str,
        /// What it says.
        data: &'a str,
        /// Where it begins.
        at: Position,
    },
    /// A comment.
    Comment {
        /// Where it begins.
        at: Position,
    },
}

/// A piece of text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'a> {
    /// The text: references are replaced, lines end in a line feed.
    pub(crate) text: &'a str,
    /// What it was written as: a reference, or the same text.
    pub(crate) raw: &'a str,
    /// Where it begins. Unless it is a reference, [`Position::after`] leads to every place of it.
    pub(crate) at: Position,
    /// Whether it stands in a CDATA section.
    #[allow(dead_code)]
    pub(crate) cdata: bool,
}

/// An end tag.
// Whoever walks through a document knows already what ends; the tests compare it with other parsers.
#[allow(dead_code)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct End<'a> {
    /// Where the tag begins; where it ends, if it is both.
    pub(crate) at: Position,
    pub(super) open: &'a Open,
    pub(super) namespaces: &'a Namespaces,
}

#[allow(dead_code)]
impl<'a> End<'a> {
    /// The element's name, which is that of the start tag.
    pub(crate) fn name(self) -> Name<'a> {
        self.open.name(self.namespaces)
    }
}

/// The name of an element or an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Name<'a> {
    /// The namespace; empty if there is none, and behind a prefix that is not declared.
    pub(crate) namespace: &'a str,
    /// What stands before the colon; empty if there is none.
    pub(crate) prefix: &'a str,
    /// What stands behind it.
    pub(crate) local: &'a str,
}

/// A start tag.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Start<'a> {
    /// The element's name.
    pub(crate) name: Name<'a>,
    /// Where the tag begins.
    pub(crate) at: Position,
    pub(super) tag: Tag<'a>,
}

impl<'a> Start<'a> {
    /// The attributes in their order, without those that declare namespaces.
    pub(crate) fn attributes(self) -> impl Iterator<Item = Attribute<'a>> {
        let spans = &self.tag.parts.spans;
        spans.iter().filter(|span| !span.declares).map(move |span| self.tag.attribute(span))
    }

    /// The attribute of a name.
    pub(crate) fn attribute(self, namespace: &str, local: &str) -> Option<Attribute<'a>> {
        let tag = self.tag;
        let same = |span: &&Span| {
            is_same(tag.local(span), local)
                && tag.namespaces.uri(span.namespace) == namespace
                && !span.declares
        };
        tag.parts.spans.iter().find(same).map(|span| tag.attribute(span))
    }

    /// The namespaces that the tag declares.
    pub(crate) fn declarations(self) -> impl Iterator<Item = Declaration<'a>> {
        let declares = self.tag.parts.spans.iter().filter(|span| span.declares);
        declares.map(move |span| self.tag.declaration(span))
    }
}

/// An attribute.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attribute<'a> {
    /// Its name.
    pub(crate) name: Name<'a>,
    /// Its value, normalised (section 3.3.3).
    pub(crate) value: &'a str,
    pub(super) tag: Tag<'a>,
    pub(super) span: &'a Span,
}

impl Attribute<'_> {
    /// Where its name begins.
    pub(crate) fn at(&self) -> Position {
        self.tag.place(self.span)
    }

    /// The place of an offset in the value.
    pub(crate) fn place(&self, offset: usize) -> Position {
        self.tag.place_in_value(self.span, offset)
    }
}

/// A namespace that a start tag declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Declaration<'a> {
    /// The prefix; empty for the namespace of names without one.
    pub(crate) prefix: &'a str,
    /// The namespace; empty if names without a prefix shall have none.
    pub(crate) namespace: &'a str,
    /// Where the attribute begins.
    pub(crate) at: Position,
}

impl<'a> Tag<'a> {
    fn attribute(self, span: &'a Span) -> Attribute<'a> {
        let (prefix, local) = self.qualified(span);
        let namespace = self.namespaces.uri(span.namespace);
        let name = Name { namespace, prefix, local };
        Attribute { name, value: self.text(span.value), tag: self, span }
    }

    fn declaration(self, span: &'a Span) -> Declaration<'a> {
        let (prefix, local) = self.qualified(span);
        let prefix = if prefix.is_empty() { "" } else { local };
        Declaration { prefix, namespace: self.text(span.value), at: self.place(span) }
    }

    /// The name in front of the colon and behind it.
    fn qualified(self, span: &Span) -> (&'a str, &'a str) {
        split(self.text(span.name), span.colon)
    }

    /// The bytes of the name behind the colon.
    fn local(self, span: &Span) -> &'a [u8] {
        let text = if span.name.made { &self.parts.made } else { self.raw };
        &text.as_bytes()[span.name.end - span.local_length()..span.name.end]
    }

    pub(super) fn text(self, part: Part) -> &'a str {
        let text = if part.made { &self.parts.made } else { self.raw };
        &text[part.start..part.end]
    }
}

/// A name in front of its colon and behind it; no colon is 0.
pub(super) fn split(name: &str, colon: usize) -> (&str, &str) {
    if colon == 0 { ("", name) } else { (&name[..colon], &name[colon + 1..]) }
}
