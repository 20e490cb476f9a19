//! From one document to the next: what stands before, between and behind them is kept out and noted.

use super::quote::quote;
use super::window::SIZE;
use super::{Document, Objects, foreign, rubbish};
use crate::error::{Error, ErrorKind, Location, Result};
use crate::report::{NoteKind, Report};
use std::io::Read;

/// How far must be seen to know that a document starts.
const AHEAD: usize = 1024;

/// How much of rubbish is quoted, and how many pieces of it.
const QUOTED: usize = 60;
const PIECES: u64 = 3;

impl<R: Read, T: Document> Objects<R, T> {
    /// Goes to the next array or object; false at the end.
    pub(super) fn next_document(&mut self, report: &mut Report) -> Result<bool> {
        while self.peek()?.is_some() {
            self.ahead(AHEAD)?;
            if rubbish::begins(self.window.rest()) || self.pass_over(report)? {
                self.found = true;
                return Ok(true);
            }
        }
        if self.found { Ok(false) } else { Err(self.nothing()) }
    }

    /// Passes over one thing that is no JSON; true if it turns out to be JSON.
    fn pass_over(&mut self, report: &mut Report) -> Result<bool> {
        self.ahead(SIZE)?;
        let rest = self.window.rest();
        if let Some(length) = self.frame(rest) {
            self.window.advance(length);
        } else if let Some(length) = rubbish::comment(rest) {
            self.note_rubbish(length, report);
        } else if let Some(length) = rubbish::callback(rest) {
            self.callback = true;
            self.window.advance(length);
        } else if let Some(length) = rubbish::start(rest) {
            self.refuse_markup(length)?;
            self.note_rubbish(length, report);
        } else if rest.starts_with('[') && rubbish::is_json(rest) {
            return Ok(true);
        } else if self.found && self.window.ended() {
            let length = rest.len();
            self.refuse_markup(length)?;
            self.note_rubbish(length, report);
        } else {
            return Err(foreign::text(rest, &T::WANTED).at(self.here(None)));
        }
        Ok(false)
    }

    /// The length of what belongs around JSON: a byte order mark, WordPress's guard of `_jsonp`, the
    /// end of its callback.
    fn frame(&self, rest: &str) -> Option<usize> {
        let closers: &[&str] = if self.callback { &[")", ";"] } else { &[] };
        let parts = ["\u{FEFF}", "/**/"].iter().chain(closers);
        parts.filter(|part| rest.starts_with(**part)).map(|part| part.len()).next()
    }

    /// A page among the documents is an answer that is missing, not rubbish.
    fn refuse_markup(&self, length: usize) -> Result<()> {
        match foreign::markup(&self.window.rest()[..length], &T::WANTED) {
            Some(error) => Err(error.at(self.here(None))),
            None => Ok(()),
        }
    }

    fn note_rubbish(&mut self, length: usize, report: &mut Report) {
        self.rubbish += 1;
        if self.rubbish <= PIECES {
            let side = if self.found { "behind" } else { "before" };
            let text = quote(&self.window.rest()[..length], QUOTED);
            report
                .note(NoteKind::Rubbish, format!("{side} the JSON ({}: {text})", self.here(None)));
        }
        self.window.advance(length);
    }

    fn nothing(&self) -> Error {
        let end = self.here(None);
        let message = match (end.byte, self.rubbish) {
            (Some(0), _) => "the document is empty",
            (_, 0) => "the document holds nothing but white space",
            _ => "the document holds nothing but comments",
        };
        Error::new(ErrorKind::Truncated, message)
            .at(end)
            .advise("look at the answer's status and headers: `curl -i` shows them")
    }

    /// Notes what was replaced and left out in this document, once.
    pub(super) fn note_all(&mut self, report: &mut Report) {
        let repaired = std::mem::take(&mut self.repaired);
        if let Some((bytes, place)) = self.window.bad() {
            let first = self.location(place, None);
            report.note(
                NoteKind::Unicode,
                counted(
                    bytes,
                    "byte that is no Unicode text",
                    "bytes that are no Unicode text",
                    &first,
                ),
            );
        }
        if let Some(first) = repaired.surrogate {
            report.note(
                NoteKind::Unicode,
                counted(repaired.count.surrogates, "lone surrogate", "lone surrogates", &first),
            );
        }
        if let Some(first) = repaired.control {
            report.note(
                NoteKind::Control,
                counted(
                    repaired.count.controls,
                    "raw control character",
                    "raw control characters",
                    &first,
                ),
            );
        }
        if self.rubbish > PIECES {
            let more = self.rubbish - PIECES;
            report.note(NoteKind::Rubbish, format!("in {more} more places"));
        }
    }
}

fn counted(count: u64, one: &str, many: &str, first: &Location) -> String {
    let what = if count == 1 { one } else { many };
    format!("{count} {what} (the first at {first})")
}
