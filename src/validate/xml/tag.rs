//! Start tags (section 3.1): their grammar, and the places of their parts in the text that was read.

use super::attribute::{self, Span};
use super::attributes::Lists;
use super::entities::Entities;
use super::namespaces::Namespaces;
use super::scan::{Note, Notes, Scan, Stop};
use crate::validate::finding::Position;
use std::cell::Cell;

/// What a start tag's parts are cut from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag<'a> {
    /// The tag as it was read, from `<` on.
    pub(super) raw: &'a str,
    pub(super) parts: &'a Parts,
    pub(super) namespaces: &'a Namespaces,
}

/// A piece of the tag as it was read, or of the texts that were made.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Part {
    pub(super) made: bool,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Where a tag stands.
#[derive(Debug)]
pub(super) struct Places {
    start: Position,
    /// Whether it stands in an entity, so that all of it has one place.
    pub(super) fixed: bool,
    /// The offset whose place was asked for last, and that place: the next one mostly lies behind it.
    last: Cell<(usize, Position)>,
}

impl Places {
    /// Those of a tag that begins there.
    pub(super) fn new(start: Position, fixed: bool) -> Self {
        Places { start, fixed, last: Cell::new((0, start)) }
    }

    /// The place of an offset in the tag.
    pub(super) fn at(&self, offset: usize, raw: &str) -> Position {
        if self.fixed {
            return self.start;
        }
        let (mut at, mut place) = self.last.get();
        if at > offset {
            (at, place) = (0, self.start);
        }
        place = place.after(&raw[at..offset]);
        self.last.set((offset, place));
        place
    }
}

impl Default for Places {
    fn default() -> Self {
        Places::new(Position::START, false)
    }
}

/// The parts of a tag; the same memory is used for each.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) name: Part,
    /// The offset of the colon in the name, 0 without one.
    pub(super) colon: usize,
    pub(super) empty: bool,
    pub(super) spans: Vec<Span>,
    /// The texts that are not in the document as they are: values with references, values by default.
    pub(super) made: String,
    pub(super) notes: Notes,
    pub(super) places: Places,
}

impl Parts {
    fn clear(&mut self) {
        self.spans.clear();
        self.made.clear();
        self.notes.clear();
    }

    /// Steps over a start tag.
    pub(super) fn lex(
        &mut self,
        scan: &mut Scan<'_>,
        entities: &Entities,
        lists: &Lists,
    ) -> Result<(), Stop> {
        self.clear();
        scan.at += 1;
        let start = scan.at;
        let name = scan.name("the name of an element")?;
        self.name = Part { made: false, start, end: scan.at };
        self.colon = self.colon(name, start);
        let list = lists.of(name);
        while !self.lex_end(scan)? {
            attribute::lex(self, scan, entities, list)?;
        }
        attribute::add_defaults(self, scan.text, entities, list);
        Ok(())
    }

    /// Steps over what comes before the next attribute; tells whether it is the end of the tag.
    fn lex_end(&mut self, scan: &mut Scan<'_>) -> Result<bool, Stop> {
        let space = scan.space();
        match scan.peek()? {
            b'>' => self.empty = false,
            b'/' => {
                self.empty = scan.take("/>")?;
                return if self.empty { Ok(true) } else { scan.bad("`/>`") };
            }
            _ => {
                if !space {
                    let message = "expected white space between attributes, found none";
                    self.notes.push(Note::new(scan.at, message));
                }
                return Ok(false);
            }
        }
        scan.at += 1;
        Ok(true)
    }

    /// The offset of the colon in a name, which must have a name on both sides (Namespaces, 4).
    pub(super) fn colon(&mut self, name: &str, at: usize) -> usize {
        let Some(colon) = name.bytes().position(|byte| byte == b':') else { return 0 };
        let local = &name[colon + 1..];
        let starts = local.chars().next().is_some_and(super::characters::is_name_start);
        if colon > 0 && starts && !local.contains(':') {
            return colon;
        }
        let message = format!("expected a name with one colon inside at most, found `{name}`");
        self.notes.push(Note::new(at, message));
        0
    }
}
