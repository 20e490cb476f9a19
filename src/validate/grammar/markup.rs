//! XHTML within a feed: the `div` of an Atom construct, and `xhtml:body` in RSS.

use super::frame::Mode;
use super::space::Space;
use super::walk::Walk;
use crate::validate::html::{self, Part};
use crate::validate::rules::structure;
use crate::validate::values::Fault;
use crate::validate::xml::{Start, Text};
use std::cell::OnceCell;

/// How far into XHTML the walk is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Markup {
    kind: Kind,
    /// How many elements are open below the first.
    depth: u64,
    /// The depth of an element that does not belong there; nothing within it is judged.
    foreign: Option<u64>,
    /// The depth of an element that may hold whatever it wants.
    metadata: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A `div` that has held only text so far, which begins there in the text of its construct.
    Text(usize),
    /// A `div` that holds elements.
    Mixed,
    /// The body of a document.
    Body,
}

impl Markup {
    /// The `div` of a construct whose text is so long already.
    pub(super) fn div(from: usize) -> Markup {
        Markup { kind: Kind::Text(from), depth: 0, foreign: None, metadata: None }
    }

    /// A `div` whose text is not asked for.
    pub(super) fn mixed() -> Markup {
        Markup { kind: Kind::Mixed, ..Markup::div(0) }
    }

    /// `xhtml:body`.
    pub(super) fn body() -> Markup {
        Markup { kind: Kind::Body, ..Markup::div(0) }
    }

    /// Where in the text of its construct it begins, if it holds nothing but text.
    pub(super) fn text_from(&self) -> Option<usize> {
        match self.kind {
            Kind::Text(from) => Some(from),
            Kind::Mixed | Kind::Body => None,
        }
    }

    /// Leaves an element; says whether it was below the first.
    pub(super) fn leave(&mut self) -> bool {
        let is_below = self.depth > 0;
        let left = |at: &u64| *at == self.depth;
        if self.foreign.as_ref().is_some_and(left) {
            self.foreign = None;
        }
        if self.metadata.as_ref().is_some_and(left) {
            self.metadata = None;
        }
        self.depth = self.depth.saturating_sub(1);
        is_below
    }
}

impl Walk<'_> {
    /// An element begins in XHTML.
    pub(super) fn markup(&mut self, mut markup: Markup, start: Start<'_>) {
        if let Kind::Text(from) = markup.kind {
            // A text beside elements is no escaped HTML: nobody writes both.
            self.text.truncate(from);
            markup.kind = Kind::Mixed;
        }
        markup.depth += 1;
        if markup.foreign.is_none() {
            self.markup_element(&mut markup, start);
        }
        self.foreign_attributes(start);
        self.top().mode = Mode::Markup(markup);
    }

    fn markup_element(&mut self, markup: &mut Markup, start: Start<'_>) {
        if markup.kind == Kind::Body {
            return self.judge_markup(true, start);
        }
        match self.space(start.name) {
            _ if start.name.namespace.is_empty() => self.lacks_namespace(start),
            Space::XHTML | Space::SVG | Space::MATHML => self.judge_markup(false, start),
            Space::UNKNOWN => {}
            _ => {
                if markup.metadata != Some(markup.depth - 1) {
                    let message = format!("expected XHTML, but found {:?}", start.name.local);
                    self.report(&structure::UNDEFINED_ELEMENT, start.at, message);
                }
                markup.foreign = Some(markup.depth);
            }
        }
        if start.name.local == "metadata" {
            markup.metadata = Some(markup.depth);
        }
    }

    fn judge_markup(&mut self, is_body: bool, start: Start<'_>) {
        let findings = &mut *self.findings;
        let list = OnceCell::new();
        let mut report = |part: Part, fault: Fault| {
            let place = match part {
                Part::Name => start.at,
                Part::Attribute(number) => {
                    let list: &Vec<_> = list.get_or_init(|| start.attributes().collect());
                    list.get(number).map_or(start.at, |it| it.place(fault.range.start))
                }
            };
            findings.report(fault.rule, place, fault.message);
        };
        let attributes = start.attributes().map(|attribute| html::Attribute {
            namespace: attribute.name.namespace,
            local: attribute.name.local,
            value: attribute.value,
        });
        if is_body {
            html::body_element(start.name.local, attributes, &mut report);
        } else {
            html::element(start.name.namespace, start.name.local, attributes, &mut report);
        }
    }

    /// A piece of text in XHTML.
    pub(super) fn markup_text(&mut self, markup: Markup, piece: &Text<'_>) {
        if matches!(markup.kind, Kind::Text(_)) {
            self.text.push(piece.text, piece.raw, piece.at);
        }
        self.characters(piece.text, piece.at);
    }
}
