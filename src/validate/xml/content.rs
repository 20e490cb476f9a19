//! What stands inside of the root element (production 43).

use super::characters::is_name_start;
use super::entities::Entity;
use super::open;
use super::reader::{Reader, Shape, Step, Then, Within, Words};
use super::reference::{self, Reference};
use super::scan::Note;
use super::tag::Places;
use super::wording::{self, Wrong};
use crate::text::html;
use crate::validate::findings::Findings;
use crate::validate::near::find3;
use crate::validate::rules::xml::CONTAINS_SYSTEM_ENTITY;
use memchr::{memchr, memchr2, memmem};
use std::io::Read;

/// A reference, apart from the text that it stands in.
enum Found {
    Character(char),
    Wrong(Wrong),
    Bare,
    Entity,
}

impl<R: Read> Reader<R> {
    pub(super) fn content(&mut self, findings: &mut Findings) -> Step {
        match self.input.bytes().first() {
            None => self.run_out(findings),
            Some(b'<') => self.markup(findings),
            Some(b'&') => self.reference(findings),
            Some(_) => self.text(findings),
        }
    }

    /// Reads on, or goes on behind the entity that is at its end.
    fn run_out(&mut self, findings: &mut Findings) -> Step {
        if self.input.fill() {
            return Step::On;
        }
        match self.input.leave() {
            Some(depth) if depth == self.open.depth() => Step::On,
            Some(_) => {
                let open = self.open.qualified();
                let message =
                    format!("expected `</{open}>`, found the end of the entity that opens it");
                self.fail(Note::new(0, message), findings)
            }
            None => {
                let (open, line) = (self.open.qualified(), self.open.line());
                let message =
                    format!("expected `</{open}>` for line {line}, found the end of the document");
                self.fail(Note::new(0, message), findings)
            }
        }
    }

    fn text(&mut self, findings: &mut Findings) -> Step {
        let returns = self.returns();
        let rest = self.input.bytes();
        let (length, end) = run(rest, |bytes| match returns {
            true => bytes.iter().position(|byte| matches!(byte, b'<' | b'&' | b']' | b'\r')),
            false => find3(b'<', b'&', b']', bytes),
        });
        match end {
            RunEnd::Section => {
                let at = self.input.place().after(&self.input.rest()[..length]);
                let wrong = Wrong::from("expected `]]&gt;` in text, found `]]>`");
                findings.report(wrong.rule, at, wrong.message);
                self.give_text(length + 3, false, findings)
            }
            RunEnd::Cut if length == 0 && self.input.fill() => Step::On,
            // Brackets at the end of everything are text.
            RunEnd::Cut if length == 0 => self.give_text(self.input.rest().len(), false, findings),
            RunEnd::Return if length == 0 => self.line_end(false, findings),
            _ => self.give_text(length, false, findings),
        }
    }

    /// Whether carriage returns are line ends (section 2.11); those of entities were written as references.
    fn returns(&self) -> bool {
        self.input.is_document() && self.input.window.has_returns()
    }

    /// A carriage return alone is a line feed, before one it is nothing.
    fn line_end(&mut self, cdata: bool, findings: &mut Findings) -> Step {
        match self.input.bytes().get(1).copied() {
            None if self.input.fill() => Step::On,
            Some(b'\n') => {
                self.input.advance(1, findings);
                Step::On
            }
            _ => {
                self.character.replace_range(.., "\n");
                self.give(Words::Reference, 1, cdata, findings)
            }
        }
    }

    fn give_text(&mut self, length: usize, cdata: bool, findings: &mut Findings) -> Step {
        if self.late.is_some() && self.open.name(&self.namespaces).local == "generator" {
            let text = &self.input.bytes()[..length];
            self.wordpress |= memmem::find(text, b"wordpress").is_some();
        }
        self.give(Words::Read, length, cdata, findings)
    }

    fn give(&mut self, words: Words, length: usize, cdata: bool, findings: &mut Findings) -> Step {
        let (raw, at) = (self.input.piece(length), self.input.place());
        self.input.advance(length, findings);
        Step::Event(Shape::Text { words, raw, at, cdata })
    }

    fn reference(&mut self, findings: &mut Findings) -> Step {
        if let Some((c, length)) = reference::common(self.input.bytes()) {
            let (raw, at) = (self.input.piece(length), self.input.place());
            self.input.advance_plain(length);
            self.character.replace_range(.., c);
            return Step::Event(Shape::Text { words: Words::Reference, raw, at, cdata: false });
        }
        let found = self.input.lex("the reference", |scan, _| {
            Ok(match reference::lex(scan)? {
                Reference::Character(c) => Found::Character(c),
                Reference::Forbidden(number) => Found::Wrong(wording::no_character(number)),
                Reference::Bare => Found::Bare,
                Reference::Entity(_) => Found::Entity,
            })
        });
        let (found, length) = match found {
            Ok(found) => found,
            Err(note) => return self.fail(note, findings),
        };
        match found {
            Found::Character(c) => self.give_character(c, length, findings),
            Found::Entity => self.entity(length, findings),
            Found::Bare => {
                self.report(wording::bare_ampersand(), findings);
                self.give_character('&', 1, findings)
            }
            Found::Wrong(wrong) => {
                self.report(wrong, findings);
                self.input.advance(length, findings);
                Step::On
            }
        }
    }

    fn give_character(&mut self, c: char, length: usize, findings: &mut Findings) -> Step {
        self.character.clear();
        self.character.push(c);
        self.give(Words::Reference, length, false, findings)
    }

    /// Reads an entity that the document defines; passes over others.
    fn entity(&mut self, length: usize, findings: &mut Findings) -> Step {
        let name = self.input.rest()[1..length - 1].to_owned();
        let (place, depth) = (self.input.place(), self.open.depth());
        match self.input.entities.general(&name).map(|id| (id, self.input.entities.get(id))) {
            Some((id, Entity::Internal(_))) => {
                self.input.advance(length, findings);
                if let Err(refused) = self.input.enter(id, place, depth) {
                    return self.fail(Note::new(0, wording::refused(&name, refused)), findings);
                }
                return Step::On;
            }
            Some((_, Entity::External)) => {
                let message = format!(
                    "expected no entity from elsewhere, found `&{};`",
                    wording::short(&name)
                );
                findings.report(&CONTAINS_SYSTEM_ENTITY, place, message);
            }
            Some((_, Entity::Unparsed)) => self.report(wording::unparsed(&name), findings),
            None if self.input.entities.html && is_html(&name) => {}
            None => self.report(wording::undefined(&name), findings),
        }
        self.input.advance(length, findings);
        Step::On
    }

    /// Reports what is wrong with what comes next.
    pub(super) fn report(&self, wrong: Wrong, findings: &mut Findings) {
        findings.report(wrong.rule, self.input.place(), wrong.message);
    }

    fn markup(&mut self, findings: &mut Findings) -> Step {
        match self.input.rest()[1..].chars().next() {
            None if self.input.fill() => Step::On,
            Some('/') => self.end_tag(findings),
            Some('!') => self.declaration_or_section(findings),
            Some('?') => self.instruction(findings),
            Some(c) if is_name_start(c) => self.start_tag(findings),
            _ => {
                self.report("expected `&lt;` or a tag, found a bare `<`".into(), findings);
                self.give_text(1, false, findings)
            }
        }
    }

    fn declaration_or_section(&mut self, findings: &mut Findings) -> Step {
        let section = self.input.lex("the markup", |scan, _| {
            if scan.take("<![CDATA[")? {
                return Ok(true);
            }
            if scan.take("<!--")? { Ok(false) } else { scan.bad("a comment or a CDATA section") }
        });
        let within = match section {
            Ok((true, _)) => Within::Cdata,
            Ok((false, _)) => Within::Comment { at: self.input.place(), judged: false },
            Err(note) => return self.fail(note, findings),
        };
        self.input.advance(section.map_or(0, |(_, length)| length), findings);
        self.within = within;
        Step::On
    }

    /// A piece of a CDATA section, or its end.
    pub(super) fn cdata(&mut self, findings: &mut Findings) -> Step {
        let returns = self.returns();
        let rest = self.input.bytes();
        let (length, end) = run(rest, |bytes| match returns {
            true => memchr2(b']', b'\r', bytes),
            false => memchr(b']', bytes),
        });
        match end {
            _ if length > 0 => self.give_text(length, true, findings),
            RunEnd::Section => {
                self.input.advance(3, findings);
                self.within = Within::Markup;
                Step::On
            }
            RunEnd::Return => self.line_end(true, findings),
            _ if self.input.fill() => Step::On,
            _ => self.fail(Note::new(0, "expected `]]>`, found the end of the document"), findings),
        }
    }

    fn end_tag(&mut self, findings: &mut Findings) -> Step {
        let length = match self.short_end_tag() {
            Some(length) => length,
            None => match self.long_end_tag() {
                Ok(length) => length,
                Err(note) => return self.fail(note, findings),
            },
        };
        if self.open.depth() <= self.input.outside() {
            let message = "expected an entity that closes only what it opens, found an end tag";
            return self.fail(Note::new(0, message), findings);
        }
        let at = self.input.place();
        self.input.advance(length, findings);
        self.end(at)
    }

    /// The length of the end tag, if it is the one that is due, without white space.
    fn short_end_tag(&self) -> Option<usize> {
        let name = self.open.qualified();
        let rest = self.input.bytes().get(2..)?.strip_prefix(name.as_bytes())?;
        (rest.first() == Some(&b'>')).then_some(name.len() + 3)
    }

    fn long_end_tag(&mut self) -> Result<usize, Note> {
        let (open, line) = (self.open.qualified(), self.open.line());
        let ended = self.input.lex("the end tag", |scan, _| {
            scan.at = 2;
            let name = scan.name(&format!("`</{open}>`"))?;
            if name != open {
                let found = wording::short(name);
                return scan
                    .wrong(0, format!("expected `</{open}>` for line {line}, found `</{found}>`"));
            }
            scan.space();
            scan.peek()?;
            scan.need(">")
        });
        ended.map(|((), length)| length)
    }

    pub(super) fn start_tag(&mut self, findings: &mut Findings) -> Step {
        let Reader { input, parts, lists, .. } = self;
        let length = match input.lex("the tag", |scan, entities| parts.lex(scan, entities, lists)) {
            Ok(((), length)) => length,
            Err(note) => {
                self.input.report(&mut self.parts.notes, findings);
                return self.fail(note, findings);
            }
        };
        if self.open.depth() == open::DEEPEST {
            let message =
                format!("expected at most {} elements in each other, found more", open::DEEPEST);
            return self.fail(Note::new(0, wording::limit(message)), findings);
        }
        let at = self.input.place();
        let raw = self.input.piece(length);
        self.parts.places = Places::new(at, !self.input.is_document());
        self.resolve(length, findings);
        self.input.advance(length, findings);
        self.then = if self.parts.empty { Then::End } else { Then::Nothing };
        // Atom has the address of the program in an attribute.
        if self.late.is_some() && self.open.name(&self.namespaces).local == "generator" {
            let tag = self.input.text(raw).as_bytes();
            self.wordpress |= memmem::find(tag, b"wordpress").is_some();
        }
        Step::Event(Shape::Start { raw, at })
    }

    /// Opens the element, and finds the namespaces of its names.
    fn resolve(&mut self, length: usize, findings: &mut Findings) {
        let Reader { input, parts, open, namespaces, .. } = self;
        let (raw, place) = (&input.rest()[..length], input.place());
        let name = &raw[parts.name.start..parts.name.end];
        open.push(name, parts.colon, namespaces.count(), place.line);
        let uri = parts.resolve(raw, namespaces);
        open.resolve(uri);
        input.report(&mut parts.notes, findings);
    }
}

/// What a run of text ends at.
enum RunEnd {
    /// Markup or a reference.
    Markup,
    /// `]]>`, which only a CDATA section may end in.
    Section,
    /// A carriage return.
    Return,
    /// The end of what was read, or brackets there that may go on as `]]>`.
    Cut,
}

/// How much text there is; `next` finds what may end it.
fn run(bytes: &[u8], next: impl Fn(&[u8]) -> Option<usize>) -> (usize, RunEnd) {
    let mut from = 0;
    while let Some(at) = next(&bytes[from..]) {
        let at = from + at;
        match &bytes[at..] {
            [b']', b']', b'>', ..] => return (at, RunEnd::Section),
            [b']'] | [b']', b']'] => return (at, RunEnd::Cut),
            [b']', ..] => from = at + 1,
            [b'\r', ..] => return (at, RunEnd::Return),
            _ => return (at, RunEnd::Markup),
        }
    }
    (bytes.len(), RunEnd::Cut)
}

/// Whether HTML has an entity of a name.
fn is_html(name: &str) -> bool {
    let reference = format!("&{name};");
    html::decode(&reference) != reference
}
