//! A look at the text that was read, from left to right; every piece of grammar is written with it.
//!
//! It may run into the end of what was read: then more is read, and the look begins anew.

use super::characters::{is_name, is_name_byte, is_name_start};
use super::wording::Wrong;
use crate::validate::near::{find, find_end_of_value};
use memchr::{memchr, memmem};

/// Why a look came to no result.
#[derive(Debug)]
pub(super) enum Stop {
    /// The text ends too early.
    End,
    /// Something else stands where it shouldn't.
    Bad(Note),
}

/// What is wrong at an offset.
#[derive(Debug)]
pub(super) struct Note {
    pub(super) at: usize,
    pub(super) wrong: Wrong,
}

impl Note {
    pub(super) fn new(at: usize, wrong: impl Into<Wrong>) -> Self {
        Note { at, wrong: wrong.into() }
    }
}

/// What is wrong in one piece of markup, up to a number that nobody reads.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<Note>);

impl Notes {
    pub(super) fn push(&mut self, note: Note) {
        if self.0.len() < 1_000 {
            self.0.push(note);
        }
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Takes all of them, in the order of their places.
    pub(super) fn drain(&mut self) -> impl Iterator<Item = Note> + '_ {
        self.0.sort_by_key(|note| note.at);
        self.0.drain(..)
    }
}

/// A look at a text.
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Scan { text, at: 0 }
    }

    /// What is not yet looked at.
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The next byte.
    pub(super) fn peek(&self) -> Result<u8, Stop> {
        self.text.as_bytes().get(self.at).copied().ok_or(Stop::End)
    }

    /// Steps over white space; tells whether there was any.
    pub(super) fn space(&mut self) -> bool {
        let from = self.at;
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(|byte| is_space(*byte)) {
            self.at += 1;
        }
        self.at > from
    }

    /// Steps over white space that has to be there.
    pub(super) fn need_space(&mut self) -> Result<(), Stop> {
        self.peek()?;
        if self.space() { Ok(()) } else { self.bad("white space") }
    }

    /// Steps over a literal if it is the next thing.
    pub(super) fn take(&mut self, literal: &str) -> Result<bool, Stop> {
        let rest = self.rest().as_bytes();
        if rest.starts_with(literal.as_bytes()) {
            self.at += literal.len();
            return Ok(true);
        }
        if literal.as_bytes().starts_with(rest) { Err(Stop::End) } else { Ok(false) }
    }

    /// Steps over a literal that has to be the next thing.
    pub(super) fn need(&mut self, literal: &str) -> Result<(), Stop> {
        if self.take(literal)? { Ok(()) } else { self.bad(&format!("`{literal}`")) }
    }

    /// A name (production 5), colons included.
    pub(super) fn name(&mut self, what: &str) -> Result<&'a str, Stop> {
        let rest = self.rest();
        if !rest.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
            let first = rest.chars().next().ok_or(Stop::End)?;
            if !is_name_start(first) {
                return self.bad(what);
            }
        }
        self.nmtoken(what)
    }

    /// A name token (production 7).
    pub(super) fn nmtoken(&mut self, what: &str) -> Result<&'a str, Stop> {
        let rest = self.rest();
        let length = name_length(rest);
        if length == rest.len() {
            return Err(Stop::End);
        }
        if length == 0 {
            return self.bad(what);
        }
        self.at += length;
        Ok(&rest[..length])
    }

    /// What stands before a literal, which is stepped over.
    pub(super) fn until(&mut self, literal: &str) -> Result<&'a str, Stop> {
        let rest = self.rest();
        let length = memmem::find(rest.as_bytes(), literal.as_bytes()).ok_or(Stop::End)?;
        self.at += length + literal.len();
        Ok(&rest[..length])
    }

    /// A text between quotes, of either kind.
    pub(super) fn quoted(&mut self, what: &str) -> Result<&'a str, Stop> {
        let quote = self.peek()?;
        if !matches!(quote, b'"' | b'\'') {
            return self.bad(what);
        }
        let rest = &self.rest()[1..];
        let length = find(quote, rest.as_bytes()).ok_or(Stop::End)?;
        self.at += length + 2;
        Ok(&rest[..length])
    }

    /// The value of an attribute between quotes, of either kind, and whether it is what it says.
    pub(super) fn value(&mut self) -> Result<(&'a str, bool), Stop> {
        let quote = self.peek()?;
        if !matches!(quote, b'"' | b'\'') {
            return self.bad("the value of the attribute in quotes");
        }
        let rest = &self.rest()[1..];
        let bytes = rest.as_bytes();
        let first = find_end_of_value(quote, bytes).ok_or(Stop::End)?;
        let is_plain = bytes[first] == quote;
        let more = if is_plain { Some(0) } else { memchr(quote, &bytes[first..]) };
        let length = first + more.ok_or(Stop::End)?;
        self.at += length + 2;
        Ok((&rest[..length], is_plain))
    }

    /// Complains about what comes next.
    pub(super) fn bad<T>(&self, expected: &str) -> Result<T, Stop> {
        let message = format!("expected {expected}, found {}", shown(self.rest()));
        self.wrong(self.at, message)
    }

    /// Gives up because of what stands at an offset.
    pub(super) fn wrong<T>(&self, at: usize, wrong: impl Into<Wrong>) -> Result<T, Stop> {
        Err(Stop::Bad(Note::new(at, wrong)))
    }
}

/// White space (production 3).
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// How many bytes of a text could belong to a name.
fn name_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ascii = bytes.iter().position(|&byte| !is_name_byte(byte)).unwrap_or(bytes.len());
    if bytes.get(ascii).is_none_or(u8::is_ascii) {
        return ascii;
    }
    let rest = &text[ascii..];
    ascii + rest.find(|c| !is_name(c)).unwrap_or(rest.len())
}

/// The start of a text, for a message.
pub(super) fn shown(text: &str) -> String {
    match text.chars().next() {
        None => "the end".to_owned(),
        Some('\n' | '\r') => "the end of the line".to_owned(),
        Some(c) if c.is_whitespace() => "white space".to_owned(),
        Some(c) if c.is_control() => format!("U+{:04X}", c as u32),
        Some(_) => {
            let word: String = text
                .chars()
                .take(20)
                .take_while(|c| !c.is_whitespace() && !c.is_control())
                .collect();
            format!("`{word}`")
        }
    }
}
