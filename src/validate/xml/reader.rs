//! The reader itself: one step after the other through a document.

use super::attributes::Lists;
use super::event::{End, Event, Start, Text};
use super::input::{Input, Piece};
use super::namespaces::Namespaces;
use super::open::Open;
use super::scan::Note;
use super::tag::{Parts, Tag};
use super::window::{SIZE, Window};
use crate::validate::finding::Position;
use crate::validate::findings::Findings;
use crate::validate::rules::xml::{SAX_ERROR, WP_BLANK_LINE};
use std::io::Read;

/// Reads a document event by event.
pub(crate) struct Reader<R> {
    pub(super) input: Input<R>,
    pub(super) state: State,
    pub(super) within: Within,
    /// What is to be done before the next step.
    pub(super) then: Then,
    pub(super) open: Open,
    pub(super) namespaces: Namespaces,
    pub(super) parts: Parts,
    pub(super) lists: Lists,
    /// What the last reference stands for.
    pub(super) character: String,
    pub(super) doctype: Doctype,
    /// Where the XML declaration stands that should be at the start.
    pub(super) late: Option<Position>,
    /// Whether the document says that WordPress made it; asked only if there is white space before it.
    pub(super) wordpress: bool,
    /// Whether text outside of the root element was just complained about.
    pub(super) stray: bool,
}

/// Which part of the document comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// The XML declaration.
    Start,
    /// What stands before the root element.
    Prolog,
    /// The declarations of the document type.
    Subset,
    /// The root element.
    Content,
    /// What stands behind it.
    Epilog,
    /// Nothing.
    Done,
}

/// What is read in pieces, wherever it stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Within {
    Markup,
    /// A comment, and whether it was complained about.
    Comment {
        at: Position,
        judged: bool,
    },
    Cdata,
}

/// What is to be done when the last event was used.
#[derive(Debug, Clone, Copy)]
pub(super) enum Then {
    Nothing,
    /// Give the end of the element whose tag is both.
    End,
    /// Close the element whose end was given.
    Close,
}

/// What is known of the document type declaration.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Doctype {
    pub(super) seen: bool,
    /// Whether declarations may be missing, so that those behind them can't be relied on (section 5.1).
    pub(super) partial: bool,
}

/// What a step came to.
pub(super) enum Step {
    Event(Shape),
    /// Nothing to tell.
    On,
    End,
}

/// An event as places of what was read.
pub(super) enum Shape {
    Start { raw: Piece, at: Position },
    Text { words: Words, raw: Piece, at: Position, cdata: bool },
    End { at: Position },
    Instruction { target: Piece, data: Piece, at: Position },
    Comment { at: Position },
}

/// What a text is.
pub(super) enum Words {
    /// As it is read.
    Read,
    /// What a reference stands for.
    Reference,
}

impl<R: Read> Reader<R> {
    /// A reader of a document.
    pub(crate) fn new(read: R) -> Self {
        Reader::sized(read, SIZE)
    }

    /// A reader that reads about `size` bytes at a time.
    pub(super) fn sized(read: R, size: usize) -> Self {
        Reader {
            input: Input::new(Window::new(read, size)),
            state: State::Start,
            within: Within::Markup,
            then: Then::Nothing,
            open: Open::default(),
            namespaces: Namespaces::default(),
            parts: Parts::default(),
            lists: Lists::default(),
            character: String::new(),
            doctype: Doctype::default(),
            late: None,
            wordpress: false,
            stray: false,
        }
    }

    /// The next event; none at the end, and behind an error that lets nothing more be understood.
    pub(crate) fn next(&mut self, findings: &mut Findings) -> Option<Event<'_>> {
        loop {
            match self.step(findings) {
                Step::Event(shape) => return self.event(shape),
                Step::On => {}
                Step::End => return None,
            }
        }
    }

    /// The name of the encoding, as it is declared or found.
    pub(crate) fn encoding(&self) -> &str {
        self.input.window.decoder.name()
    }

    /// Whether its document type is that of RSS 0.91.
    pub(crate) fn is_rss_091(&self) -> bool {
        self.input.entities.html
    }

    fn step(&mut self, findings: &mut Findings) -> Step {
        match std::mem::replace(&mut self.then, Then::Nothing) {
            Then::Nothing => {}
            Then::End => return self.end(self.input.place()),
            Then::Close => self.close(),
        }
        match (self.within, self.state) {
            (Within::Comment { at, judged }, _) => self.comment(at, judged, findings),
            (Within::Cdata, _) => self.cdata(findings),
            (Within::Markup, State::Start) => self.start(findings),
            (Within::Markup, State::Prolog | State::Epilog) => self.outside(findings),
            (Within::Markup, State::Subset) => self.subset(findings),
            (Within::Markup, State::Content) => self.content(findings),
            (Within::Markup, State::Done) => Step::End,
        }
    }

    /// Gives the end of the innermost element, which is closed when that was used.
    pub(super) fn end(&mut self, at: Position) -> Step {
        self.then = Then::Close;
        Step::Event(Shape::End { at })
    }

    fn close(&mut self) {
        self.open.pop(&mut self.namespaces);
        if self.open.depth() == 0 {
            self.state = State::Epilog;
        }
    }

    /// Takes note that the root element begins.
    pub(super) fn begin(&mut self) {
        self.state = State::Content;
    }

    /// Stops at something that lets nothing behind it be understood.
    pub(super) fn fail(&mut self, note: Note, findings: &mut Findings) -> Step {
        self.input.advance(note.at, findings);
        findings.report(note.wrong.rule, self.input.place(), note.wrong.message);
        self.finish(findings)
    }

    /// Ends the document.
    pub(super) fn finish(&mut self, findings: &mut Findings) -> Step {
        if let Some(place) = self.late.take() {
            let rule = if self.wordpress { &WP_BLANK_LINE } else { &SAX_ERROR };
            findings.report(
                rule,
                place,
                "expected the XML declaration at the very start, found it later",
            );
        }
        (self.state, self.within) = (State::Done, Within::Markup);
        Step::End
    }

    /// It gives an option, as its caller does, so that nothing is moved.
    fn event(&self, shape: Shape) -> Option<Event<'_>> {
        Some(match shape {
            Shape::Start { raw, at } => {
                let name = self.open.name(&self.namespaces);
                Event::Start(Start { name, at, tag: self.tag(raw) })
            }
            Shape::Text { words, raw, at, cdata } => {
                let raw = self.input.text(raw);
                let text = if let Words::Read = words { raw } else { &self.character };
                Event::Text(Text { text, raw, at, cdata })
            }
            Shape::End { at } => {
                Event::End(End { at, open: &self.open, namespaces: &self.namespaces })
            }
            Shape::Instruction { target, data, at } => {
                let (target, data) = (self.input.text(target), self.input.text(data));
                Event::Instruction { target, data, at }
            }
            Shape::Comment { at } => Event::Comment { at },
        })
    }

    fn tag(&self, raw: Piece) -> Tag<'_> {
        Tag { raw: self.input.text(raw), parts: &self.parts, namespaces: &self.namespaces }
    }
}
