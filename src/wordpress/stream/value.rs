//! One value out of the window: at full speed while all is well, slowly with reasons when it is not.

use super::explain::{broken, explain, is_cut};
use super::json::{self, Stop};
use super::repair::{Repairs, repair};
use super::scan::Scan;
use super::window::{LARGEST, Place};
use super::{Document, Kind, Objects, foreign};
use crate::error::{Error, ErrorKind, Location, Result};
use serde::de::DeserializeOwned;
use serde_json::{Deserializer, Value};
use std::io::{self, Read};

/// What was repaired in a document, and where for the first time.
#[derive(Default)]
pub(super) struct Repaired {
    pub(super) count: Repairs,
    pub(super) surrogate: Option<Location>,
    pub(super) control: Option<Location>,
}

/// Names the value that is parsed, if it is a post or in one.
type Path<R, T> = fn(&Objects<R, T>) -> Option<String>;

impl<R: Read, T: Document> Objects<R, T> {
    /// Parses the value that starts here, and gives its length too; messages name it by the path.
    pub(super) fn parse<V: DeserializeOwned>(&mut self, path: Path<R, T>) -> Result<(V, usize)> {
        let mut refills = 0;
        loop {
            match json::read::<V>(self.window.rest(), &mut self.scratch) {
                Ok((value, end)) => {
                    self.window.advance(end);
                    return Ok((value, end));
                }
                Err(Stop::Cut) => {
                    refills += 1;
                    if !self.refill(refills)? {
                        return self.parse_by_serde_json(path);
                    }
                }
                Err(Stop::Refused) => return self.parse_by_serde_json(path),
            }
        }
    }

    /// Parses a value that was not read at full speed, or says why it can't be.
    fn parse_by_serde_json<V: DeserializeOwned>(&mut self, path: Path<R, T>) -> Result<(V, usize)> {
        let mut refills = 0;
        loop {
            let text = self.window.rest();
            let mut values = Deserializer::from_str(text).into_iter::<V>();
            let (value, end) = (values.next(), values.byte_offset());
            // A number at the end of the window may go on behind it.
            let number = end == text.len() && text.ends_with(|c: char| c.is_ascii_digit());
            match value {
                Some(Ok(value)) if !number || self.window.ended() => {
                    self.window.advance(end);
                    return Ok((value, end));
                }
                Some(Ok(_)) => _ = self.fill()?,
                Some(Err(e)) if !is_cut(text, &e) => return self.parse_slowly(&e, path),
                _ => {
                    refills += 1;
                    if !self.refill(refills)? {
                        return Err(self.value_breaks_off::<V>(path));
                    }
                }
            }
        }
    }

    /// Reads on for a value that the window cut. One that is larger than the window is read to its end
    /// before it is parsed again, so that no byte is parsed more than three times.
    fn refill(&mut self, times: u32) -> Result<bool> {
        match times {
            1 => self.fill(),
            2 => self.hold().map(|end| end.is_some()),
            _ => Ok(false),
        }
    }

    /// Parses a value that was refused, repaired if it can be, or says why it can't.
    fn parse_slowly<V: DeserializeOwned>(
        &mut self,
        refused: &serde_json::Error,
        path: Path<R, T>,
    ) -> Result<(V, usize)> {
        let rest = self.window.rest();
        let framed = rest.starts_with(['{', '[', '"']);
        let mut end = framed.then(|| Scan::default().end(rest.as_bytes())).flatten();
        // Broken grammar may have no end: only what may turn out sound is read to its end.
        let hopeful = |rest| refused.is_data() || repair(rest).1 != Repairs::default();
        if framed && end.is_none() && hopeful(rest) {
            end = self.hold()?;
        }
        let text = &self.window.rest()[..end.unwrap_or(self.window.rest().len())];
        let (json, repairs) = repair(text);
        match (serde_path_to_error::deserialize(&mut Deserializer::from_str(&json)), end) {
            (Ok(value), Some(end)) => {
                self.note_repaired(repairs, path);
                self.window.advance(end);
                Ok((value, end))
            }
            (Err(e), _) if !is_cut(&json, e.inner()) => {
                let path = path(self).map(|path| join(&path, &e.path().to_string()));
                Err(self.refuse(&json, repairs, e.inner(), path))
            }
            _ => Err(self.value_breaks_off::<V>(path)),
        }
    }

    /// Says why a value is refused.
    fn refuse(
        &self,
        json: &str,
        repairs: Repairs,
        e: &serde_json::Error,
        path: Option<String>,
    ) -> Error {
        let object = serde_json::from_str(json).ok().filter(|object| !T::is_other(object));
        if let Some(error) = object.as_ref().and_then(|object| foreign::known(object, &T::WANTED)) {
            return error.at(self.here(self.item()));
        }
        let (error, at) = match repairs == Repairs::default() {
            true => explain(self.window.rest(), e),
            false => (explain(json, e).0, 0),
        };
        error.at(self.location(self.window.place(at), path))
    }

    /// Says that the document ends inside of the value that starts here.
    fn value_breaks_off<V: DeserializeOwned>(&self, path: Path<R, T>) -> Error {
        let (json, _) = repair(self.window.rest());
        let inner =
            serde_path_to_error::deserialize::<_, V>(&mut Deserializer::from_str(&json)).err();
        let inner = inner
            .filter(|e| is_cut(&json, e.inner()))
            .map_or_else(String::new, |e| e.path().to_string());
        self.breaks_off(path(self).map(|path| join(&path, &inner)))
    }

    /// Says that the document ends too early, and what is open.
    pub(super) fn breaks_off(&self, path: Option<String>) -> Error {
        let rest = self.window.rest();
        let end = self.location(self.window.place(rest.len()), path);
        if !self.window.ended() {
            let message =
                format!("a value of more than {} MB, larger than any post", LARGEST >> 20);
            return Error::new(ErrorKind::NotPosts, message).at(end);
        }
        let mut scan = Scan::default();
        scan.end(rest.as_bytes());
        let inside = match (scan.innermost(), self.open.last()) {
            (Some(at), _) => began(thing(&rest[at..]), self.window.place(at)),
            (None, Some(open)) if open.kind == Kind::Array => began("an array", open.start),
            (None, Some(open)) => began("an object", open.start),
            (None, None) => "a value".into(),
        };
        Error::new(ErrorKind::Truncated, format!("the document ends inside {inside}"))
            .at(end)
            .advise("the download broke off: fetch it again")
    }

    /// Says that the grammar is broken here.
    pub(super) fn broken(&self, expected: &str) -> Error {
        broken(expected, self.window.used(), self.window.rest()).at(self.here(None))
    }

    /// Says what stands here instead of posts.
    pub(super) fn scalar(&mut self) -> Error {
        let at = self.here(self.item());
        match self.parse::<Value>(|_| None) {
            Ok((value, _)) => foreign::scalar(&value, &T::WANTED).at(at),
            Err(e) => e,
        }
    }

    fn note_repaired(&mut self, repairs: Repairs, path: Path<R, T>) {
        if repairs.surrogates > 0 && self.repaired.surrogate.is_none() {
            self.repaired.surrogate = Some(self.here(path(self)));
        }
        if repairs.controls > 0 && self.repaired.control.is_none() {
            self.repaired.control = Some(self.here(path(self)));
        }
        self.repaired.count.surrogates += repairs.surrogates;
        self.repaired.count.controls += repairs.controls;
    }

    pub(super) fn here(&self, path: Option<String>) -> Location {
        self.location(self.window.place(0), path)
    }

    pub(super) fn location(&self, place: Place, path: Option<String>) -> Location {
        let Place { byte, line } = place;
        Location { document: self.document.clone(), path, byte: Some(byte), line: Some(line) }
    }

    pub(super) fn peek(&mut self) -> Result<Option<u8>> {
        self.window.peek().map_err(|e| self.unread(e))
    }

    pub(super) fn fill(&mut self) -> Result<bool> {
        self.window.fill().map_err(|e| self.unread(e))
    }

    pub(super) fn ahead(&mut self, bytes: usize) -> Result<()> {
        self.window.ahead(bytes).map_err(|e| self.unread(e))
    }

    fn hold(&mut self) -> Result<Option<usize>> {
        self.window.hold().map_err(|e| self.unread(e))
    }

    fn unread(&self, e: io::Error) -> Error {
        Error::from(e).at(Location { document: self.document.clone(), ..Location::default() })
    }
}

/// Puts serde's path behind ours: `posts[3]` and `title.rendered`. A key that broke is `?` there.
fn join(path: &str, inner: &str) -> String {
    match inner.trim_end_matches(['.', '?']) {
        "" => path.to_owned(),
        index if index.starts_with('[') => format!("{path}{index}"),
        key => format!("{path}.{key}"),
    }
}

fn began(what: &str, start: Place) -> String {
    format!("{what} that began at line {}, byte {}", start.line, start.byte)
}

fn thing(text: &str) -> &'static str {
    match text.bytes().next() {
        Some(b'"') => "a text",
        Some(b'[') => "an array",
        _ => "an object",
    }
}
