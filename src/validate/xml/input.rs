//! Where the reader reads: the document, and the texts of entities that stand in it.

use super::entities::{Entities, Id, Refused};
use super::scan::{Note, Notes, Scan, Stop};
use super::window::Window;
use super::wording::{Wrong, limit};
use crate::validate::finding::Position;
use crate::validate::findings::Findings;
use std::io::Read;

pub(super) struct Input<R> {
    pub(super) window: Window<R>,
    pub(super) entities: Entities,
    frames: Vec<Frame>,
}

/// An entity that is being read.
struct Frame {
    entity: Id,
    at: usize,
    /// How many elements were open where it is referred to.
    depth: usize,
    /// Where it is referred to.
    place: Position,
}

/// A piece of a text that is being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    entity: Option<Id>,
    start: usize,
    end: usize,
}

impl Piece {
    /// The piece without its first bytes.
    pub(super) fn from(self, bytes: usize) -> Piece {
        Piece { start: self.start + bytes, ..self }
    }
}

impl<R: Read> Input<R> {
    pub(super) fn new(window: Window<R>) -> Self {
        Input { window, entities: Entities::default(), frames: Vec::new() }
    }

    /// What was read and is not yet used.
    pub(super) fn rest(&self) -> &str {
        if self.frames.is_empty() { self.window.rest() } else { self.rest_of_entity() }
    }

    /// The bytes of the rest.
    pub(super) fn bytes(&self) -> &[u8] {
        if self.frames.is_empty() { self.window.bytes() } else { self.rest_of_entity().as_bytes() }
    }

    fn rest_of_entity(&self) -> &str {
        self.frames.last().map_or("", |frame| &self.entities.text(frame.entity)[frame.at..])
    }

    /// Where the rest begins in the document; in an entity, where that is referred to.
    pub(super) fn place(&self) -> Position {
        self.frames.first().map_or_else(|| self.window.place(), |frame| frame.place)
    }

    /// Whether the document itself is read.
    pub(super) fn is_document(&self) -> bool {
        self.frames.is_empty()
    }

    /// The next bytes, as a piece that stays valid until more is read.
    pub(super) fn piece(&self, bytes: usize) -> Piece {
        let (entity, start) = match self.frames.last() {
            Some(frame) => (Some(frame.entity), frame.at),
            None => (None, self.window.at()),
        };
        Piece { entity, start, end: start + bytes }
    }

    pub(super) fn text(&self, piece: Piece) -> &str {
        let text = piece.entity.map_or_else(|| self.window.text(), |id| self.entities.text(id));
        &text[piece.start..piece.end]
    }

    /// Uses the next bytes up.
    pub(super) fn advance(&mut self, bytes: usize, findings: &mut Findings) {
        match self.frames.last_mut() {
            Some(frame) => frame.at += bytes,
            None => self.window.advance(bytes, findings),
        }
    }

    /// Uses the next bytes up, which are ASCII of one line.
    pub(super) fn advance_plain(&mut self, bytes: usize) {
        match self.frames.last_mut() {
            Some(frame) => frame.at += bytes,
            None => self.window.advance_plain(bytes),
        }
    }

    /// Reads on; an entity has no more than it has.
    pub(super) fn fill(&mut self) -> bool {
        self.frames.is_empty() && self.window.fill()
    }

    /// Reads an entity from now on.
    pub(super) fn enter(
        &mut self,
        entity: Id,
        place: Position,
        depth: usize,
    ) -> Result<(), Refused> {
        self.entities.enter(entity, self.frames.iter().map(|frame| frame.entity))?;
        let place = self.frames.first().map_or(place, |frame| frame.place);
        self.frames.push(Frame { entity, at: 0, depth, place });
        Ok(())
    }

    /// Goes on behind the reference to the entity; gives the elements that were open there.
    pub(super) fn leave(&mut self) -> Option<usize> {
        self.frames.pop().map(|frame| frame.depth)
    }

    /// The number of elements that the entity at hand may not close.
    pub(super) fn outside(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.depth)
    }

    /// Looks at what comes next until it is there whole; gives how much it is.
    pub(super) fn lex<T>(
        &mut self,
        what: &str,
        mut look: impl FnMut(&mut Scan<'_>, &Entities) -> Result<T, Stop>,
    ) -> Result<(T, usize), Note> {
        loop {
            let mut scan = Scan::new(self.rest());
            match look(&mut scan, &self.entities) {
                Ok(found) => return Ok((found, scan.at)),
                Err(Stop::Bad(note)) => return Err(note),
                Err(Stop::End) => {}
            }
            let full = self.is_document() && self.window.is_full();
            if full || !self.fill() {
                return Err(Note::new(
                    if full { 0 } else { self.rest().len() },
                    self.cut(what, full),
                ));
            }
        }
    }

    /// What to say of something that has no end.
    fn cut(&self, what: &str, full: bool) -> Wrong {
        match full {
            true => limit(format!(
                "expected {what} of at most {} MiB, found more",
                super::window::LARGEST >> 20
            )),
            false if self.is_document() => {
                format!("expected the end of {what}, found the end of the document").into()
            }
            false => format!("expected the end of {what}, found the end of an entity").into(),
        }
    }

    /// Reports what is wrong in the rest.
    pub(super) fn report(&self, notes: &mut Notes, findings: &mut Findings) {
        let (mut at, mut place) = (0, self.place());
        for note in notes.drain() {
            if self.is_document() {
                place = place.after(&self.rest()[at..note.at]);
                at = note.at;
            }
            findings.report(note.wrong.rule, place, note.wrong.message);
        }
    }
}
