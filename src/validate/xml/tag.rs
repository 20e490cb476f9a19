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
    /// The texts that are not in the document as they are: values with references, values by default.
    pub(super) made: &'a str,
    pub(super) spans: &'a [Span],
    pub(super) namespaces: &'a Namespaces,
    pub(super) at: Position,
    pub(super) located: &'a Located,
    /// Whether it stands in an entity, so that all of it has one place.
    pub(super) fixed: bool,
}

/// A piece of the tag as it was read, or of the texts that were made.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Part {
    pub(super) made: bool,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The offset in a tag whose place was asked for last, and that place: the next one mostly lies behind it.
#[derive(Debug, Default)]
pub(super) struct Located(Cell<Option<(usize, Position)>>);

impl Located {
    /// The place of an offset in a tag that begins at a place.
    pub(super) fn to(&self, offset: usize, start: Position, raw: &str) -> Position {
        let last = self.0.get().filter(|(at, _)| *at <= offset);
        let (at, place) = last.unwrap_or((0, start));
        let place = place.after(&raw[at..offset]);
        self.0.set(Some((offset, place)));
        place
    }
}

/// The parts of a tag; the same memory is used for each.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) name: Part,
    /// The offset of the colon in the name, 0 without one.
    pub(super) colon: usize,
    pub(super) empty: bool,
    pub(super) spans: Vec<Span>,
    pub(super) made: String,
    pub(super) notes: Notes,
    pub(super) located: Located,
}

impl Parts {
    fn clear(&mut self) {
        self.spans.clear();
        self.made.clear();
        self.notes.clear();
        self.located = Located::default();
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
