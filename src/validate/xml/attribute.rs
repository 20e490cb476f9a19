//! Attributes of a start tag: their grammar, and their values normalised (section 3.3.3).

use super::attributes::List;
use super::entities::{Entities, Entity, Id};
use super::namespaces::Uri;
use super::reference::{self, Reference};
use super::scan::{Note, Notes, Scan, Stop, is_space};
use super::tag::{Part, Parts, Tag};
use super::wording::{self, Wrong};
use crate::validate::finding::Position;

/// An attribute's place in its tag.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    pub(super) name: Part,
    /// The offset of the colon in the name, 0 without one.
    pub(super) colon: usize,
    pub(super) namespace: Uri,
    pub(super) value: Part,
    /// Where the value begins as it was read.
    pub(super) raw_value: usize,
    /// Whether it declares a namespace.
    pub(super) declares: bool,
}

impl Span {
    /// How long its name is behind the colon.
    pub(super) fn local_length(&self) -> usize {
        self.name.end - self.name.start - if self.colon == 0 { 0 } else { self.colon + 1 }
    }
}

/// Steps over an attribute.
pub(super) fn lex(
    parts: &mut Parts,
    scan: &mut Scan<'_>,
    entities: &Entities,
    list: Option<&List>,
) -> Result<(), Stop> {
    let start = scan.at;
    let name = scan.name("an attribute, `>` or `/>`")?;
    let part = Part { made: false, start, end: scan.at };
    scan.space();
    if scan.peek()? != b'=' {
        return scan.bad(&format!("`=` and the value of `{name}`"));
    }
    scan.at += 1;
    scan.space();
    let raw_value = scan.at + 1;
    let (raw, is_plain) = scan.value()?;
    let mut value = Part { made: false, start: raw_value, end: raw_value + raw.len() };
    if !is_plain {
        let start = parts.made.len();
        let mut made = std::mem::take(&mut parts.made);
        let done = normalise(raw, raw_value, entities, &mut made, &mut parts.notes);
        parts.made = made;
        done?;
        value = Part { made: true, start, end: parts.made.len() };
    }
    if list.is_some_and(|list| list.is_tokens(name)) {
        value = collapse(parts, scan.text, value);
    }
    push(parts, name, part, value, raw_value);
    Ok(())
}

fn push(parts: &mut Parts, name: &str, part: Part, value: Part, raw_value: usize) {
    let colon = parts.colon(name, part.start);
    let declares = name.starts_with("xmlns") && (name.len() == 5 || colon == 5);
    parts.spans.push(Span { name: part, colon, namespace: 0, value, raw_value, declares });
}

/// Adds the attributes that the document's declarations give a value by default (section 3.3.2).
pub(super) fn add_defaults(parts: &mut Parts, raw: &str, entities: &Entities, list: Option<&List>) {
    for (name, value) in list.into_iter().flat_map(|list| list.defaults(entities)) {
        let text = |part: Part| {
            if part.made { &parts.made[part.start..part.end] } else { &raw[part.start..part.end] }
        };
        if parts.spans.iter().any(|span| text(span.name) == name) {
            continue;
        }
        let start = parts.made.len();
        parts.made.push_str(name);
        let middle = parts.made.len();
        parts.made.push_str(value);
        let part = Part { made: true, start, end: middle };
        let value = Part { made: true, start: middle, end: parts.made.len() };
        push(parts, name, part, value, 0);
    }
}

/// Values of other types than CDATA lose white space at their ends, and have one blank between words.
fn collapse(parts: &mut Parts, raw: &str, value: Part) -> Part {
    let text = if value.made { &parts.made } else { raw };
    let words: Vec<&str> =
        text[value.start..value.end].split(' ').filter(|it| !it.is_empty()).collect();
    let collapsed = words.join(" ");
    let start = parts.made.len();
    parts.made.push_str(&collapsed);
    Part { made: true, start, end: parts.made.len() }
}

/// Replaces the references of a value, and white space by blanks; `at` is where it begins.
pub(super) fn normalise(
    raw: &str,
    at: usize,
    entities: &Entities,
    made: &mut String,
    notes: &mut Notes,
) -> Result<(), Stop> {
    let mut value = Normalising { raw, at, levels: vec![(None, 0)], entities, made, notes };
    while value.step()? {}
    Ok(())
}

/// A value on its way; entities inside of entities are levels, so that nothing recurs.
struct Normalising<'a> {
    raw: &'a str,
    at: usize,
    levels: Vec<(Option<Id>, usize)>,
    entities: &'a Entities,
    made: &'a mut String,
    notes: &'a mut Notes,
}

impl<'a> Normalising<'a> {
    /// Takes one step; tells whether there is more.
    fn step(&mut self) -> Result<bool, Stop> {
        let Some(&(entity, at)) = self.levels.last() else { return Ok(false) };
        let text: &'a str = entity.map_or(self.raw, |id| self.entities.text(id));
        let rest = &text[at..];
        let special = |byte: u8| matches!(byte, b'&' | b'<') || is_space(byte);
        let plain = rest.bytes().position(special).unwrap_or(rest.len());
        self.made.push_str(&rest[..plain]);
        self.forward(plain);
        match rest.as_bytes().get(plain) {
            None => drop(self.levels.pop()),
            Some(b'<') => return self.fail(wording::tag_in_value(entity.is_some())),
            Some(b'&') => self.reference(text, at + plain)?,
            // A line end is one blank, whatever it consists of.
            Some(b'\r') if entity.is_none() && rest[plain + 1..].starts_with('\n') => {
                self.forward(1);
            }
            Some(_) => {
                self.made.push(' ');
                self.forward(1);
            }
        }
        Ok(true)
    }

    fn forward(&mut self, bytes: usize) {
        if let Some((_, at)) = self.levels.last_mut() {
            *at += bytes;
        }
    }

    /// Where the value is read, whatever entities it is in.
    fn place(&self) -> usize {
        self.at + self.levels.first().map_or(0, |(_, at)| *at)
    }

    fn fail<T>(&self, wrong: Wrong) -> Result<T, Stop> {
        Err(Stop::Bad(Note { at: self.place(), wrong }))
    }

    fn reference(&mut self, text: &'a str, at: usize) -> Result<(), Stop> {
        let mut scan = Scan { text, at };
        // What the value's end cuts off is no reference.
        let reference = reference::lex(&mut scan).unwrap_or(Reference::Bare);
        let length = if reference == Reference::Bare { 1 } else { scan.at - at };
        let note = |wrong| Note { at: self.place(), wrong };
        match reference {
            Reference::Character(c) => self.made.push(c),
            Reference::Forbidden(number) => self.notes.push(note(wording::no_character(number))),
            Reference::Bare => {
                self.notes.push(note(wording::bare_ampersand()));
                self.made.push('&');
            }
            Reference::Entity(name) => return self.entity(name, length),
        }
        self.forward(length);
        Ok(())
    }

    fn entity(&mut self, name: &str, length: usize) -> Result<(), Stop> {
        let Some(id) = self.entities.general(name) else {
            self.notes.push(Note { at: self.place(), wrong: wording::undefined(name) });
            self.forward(length);
            return Ok(());
        };
        if !matches!(self.entities.get(id), Entity::Internal(_)) {
            return self.fail(wording::external_in_value(name));
        }
        let open: Vec<Id> = self.levels.iter().filter_map(|(id, _)| *id).collect();
        if let Err(refused) = self.entities.enter(id, open.into_iter()) {
            return self.fail(wording::refused(name, refused));
        }
        self.forward(length);
        self.levels.push((Some(id), 0));
        Ok(())
    }
}

impl Tag<'_> {
    /// The place of an attribute; one by default has that of the last before it.
    pub(super) fn place(self, span: &Span) -> Position {
        let written = match span.name.made {
            true => self.parts.spans.iter().rfind(|span| !span.name.made),
            false => Some(span),
        };
        self.parts.places.at(written.map_or(0, |span| span.name.start), self.raw)
    }

    /// The place of an offset in an attribute's value.
    pub(super) fn place_in_value(self, span: &Span, offset: usize) -> Position {
        let at = self.place(span);
        if self.parts.places.fixed || span.name.made {
            return at;
        }
        let value = at.after(&self.raw[span.name.start..span.raw_value]);
        let raw = &self.raw[span.raw_value..];
        let before = if span.value.made { written(raw, offset) } else { offset.min(raw.len()) };
        value.after(&raw[..before])
    }
}

/// How much of a value was read when so much of it was made. The place of an entity's text is that of
/// the reference.
fn written(raw: &str, offset: usize) -> usize {
    let (mut scan, mut made) = (Scan::new(raw), 0);
    while made < offset {
        let Some(c) = scan.rest().chars().next() else { break };
        let start = scan.at;
        let reference = if c == '&' { reference::lex(&mut scan).ok() } else { None };
        match reference {
            Some(Reference::Character(c)) => made += c.len_utf8(),
            Some(Reference::Entity(_)) => return start,
            Some(Reference::Forbidden(_)) => {}
            _ => {
                scan.at = start + c.len_utf8();
                // A line end is one blank, whatever it consists of.
                made += if raw[start..].starts_with("\r\n") { 0 } else { c.len_utf8() };
            }
        }
    }
    scan.at
}
