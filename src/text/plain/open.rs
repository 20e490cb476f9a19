//! The elements that are open, as far as a text depends on them (HTML, sections 13.2.4.2 and 13.2.6.4.7).
//!
//! Each is looked for in a stack that is never deeper than browsers let theirs grow, so that markup which
//! nobody closes costs no more than other.

use super::elements::{Element, Kind, Vocabulary};
use super::lists::Numbers;

/// How deep elements stand within each other at the most; Chromium has the same bound.
const DEEPEST: usize = 512;

/// An element that is open.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) element: &'static Element,
    /// Whether it, or one around it, is not seen.
    pub(super) hidden: bool,
    /// Whether white space in it counts.
    pub(super) pre: bool,
    pub(super) vocabulary: Vocabulary,
    pub(super) effect: Effect,
}

/// What is to be done where an element ends.
#[derive(Debug)]
pub(super) enum Effect {
    None,
    /// A quotation or something indented ends.
    Level,
    /// An item ends. It is indented too.
    Item,
    List {
        numbers: Option<Numbers>,
        /// Which of the lists that must be counted it is.
        counted: Option<usize>,
        /// Whether it is indented, because no item is around it.
        level: bool,
    },
    Row {
        at: usize,
        cells: usize,
    },
    Link {
        at: usize,
        address: Option<String>,
    },
    /// Something raised or lowered ends.
    Signs {
        at: usize,
    },
    Ruby {
        /// Whether it brings its own brackets.
        brackets: bool,
    },
    /// A reading ends, and with it the bracket before it.
    Reading {
        at: usize,
    },
    Media {
        at: usize,
        address: Option<String>,
    },
    Quoted,
}

/// The stack.
#[derive(Debug, Default)]
pub(super) struct Opened {
    stack: Vec<Open>,
    /// How many of its elements are `p`.
    paragraphs: usize,
}

impl Opened {
    pub(super) fn last(&self) -> Option<&Open> {
        self.stack.last()
    }

    pub(super) fn is_full(&self) -> bool {
        self.stack.len() >= DEEPEST
    }

    pub(super) fn push(&mut self, open: Open) {
        self.paragraphs += usize::from(open.element.name == "p");
        self.stack.push(open);
    }

    pub(super) fn pop(&mut self) -> Option<Open> {
        self.stack.len().checked_sub(1).map(|last| self.remove(last))
    }

    pub(super) fn remove(&mut self, at: usize) -> Open {
        let open = self.stack.remove(at);
        self.paragraphs -= usize::from(open.element.name == "p");
        open
    }

    pub(super) fn len(&self) -> usize {
        self.stack.len()
    }

    /// The innermost element for which `pick` gives something, within the table that is open.
    pub(super) fn nearest<T>(&mut self, mut pick: impl FnMut(&mut Open) -> Option<T>) -> Option<T> {
        for open in self.stack.iter_mut().rev() {
            let found = pick(open);
            if found.is_some() || open.element.kind == Kind::Table {
                return found;
            }
        }
        None
    }

    /// The place of what an end tag ends, if that is open and nothing bounds its scope.
    pub(super) fn ended_by(&self, element: &Element) -> Option<usize> {
        use Kind::*;
        if element.name == "p" && self.paragraphs == 0 {
            return None;
        }
        let bounds = |open: &Open| match (element.kind, open.element.kind) {
            (Template, _) => false,
            (Table | Caption | Rows | Row | Cell, kind) => matches!(kind, Table | Template),
            _ if open.vocabulary == Vocabulary::Point => true,
            (Item, List | Ordered) => true,
            (Format | Link, kind) => kind.is_scope(),
            (ended, kind) => kind.is_scope() || !ended.is_special() && kind.is_special(),
        };
        let named = |open: &Open| open.element.name == element.name;
        let html = |open: &Open| open.vocabulary == Vocabulary::Html;
        self.find(|open| named(open) && !html(open), html).or_else(|| self.find(named, bounds))
    }

    /// The place of what ends because an element starts, though no end tag says so.
    pub(super) fn ended_by_start(&self, element: &Element) -> Option<usize> {
        use Kind::*;
        let ends: &[Kind] = match element.kind {
            Cell => return self.table_part(&[Cell, Caption]),
            Row => return self.table_part(&[Row, Caption]),
            Rows | Caption => return self.table_part(&[Rows, Row, Caption]),
            Link => return self.ended_by(element),
            Item => &[Item],
            Term | Definition => &[Term, Definition],
            Reading | Bracket => &[Reading, Bracket],
            _ => return None,
        };
        let passed = ["address", "div", "p"];
        self.find(
            |open| ends.contains(&open.element.kind),
            |open| open.element.kind.is_special() && !passed.contains(&open.element.name),
        )
    }

    /// The outermost of these parts within the table that is open.
    fn table_part(&self, parts: &[Kind]) -> Option<usize> {
        let bounds = |open: &Open| matches!(open.element.kind, Kind::Table | Kind::Template);
        let from = self.stack.iter().rposition(bounds).map_or(0, |at| at + 1);
        let part = |open: &Open| parts.contains(&open.element.kind);
        self.stack[from..].iter().position(part).map(|at| from + at)
    }

    /// Tells whether something stands above a place that tags of elements within a line pass over.
    pub(super) fn holds_special(&self, at: usize) -> bool {
        self.stack[at + 1..].iter().any(|open| open.element.kind.is_special())
    }

    fn find(&self, is: impl Fn(&Open) -> bool, bounds: impl Fn(&Open) -> bool) -> Option<usize> {
        for (at, open) in self.stack.iter().enumerate().rev() {
            if is(open) {
                return Some(at);
            }
            if bounds(open) {
                return None;
            }
        }
        None
    }
}
