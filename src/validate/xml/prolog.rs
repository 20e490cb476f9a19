//! What stands around the root element: declarations, comments, processing instructions (productions 22
//! and 27).

use super::characters::is_name_start;
use super::declaration;
use super::encoding::Sign;
use super::reader::{Reader, Shape, State, Step, Within};
use super::scan::{Note, Notes, is_space, shown};
use super::wording::Wrong;
use crate::validate::finding::Position;
use crate::validate::findings::Findings;
use crate::validate::rules::xml::{MISSING_ENCODING, UNICODE_ERROR, UNKNOWN_ENCODING};
use memchr::{memchr, memmem};
use std::io::Read;

impl<R: Read> Reader<R> {
    /// The start of the document: its encoding and the XML declaration.
    pub(super) fn start(&mut self, findings: &mut Findings) -> Step {
        self.input.fill();
        let sign = self.input.window.decoder.sign();
        if matches!(sign, Sign::Utf32 | Sign::Ebcdic) {
            let message =
                format!("expected UTF-8, found {}, which readers need not know", sign.name());
            findings.report(&UNKNOWN_ENCODING, Position::START, message);
            return self.fail(Note::new(0, "expected text that can be read, found none"), findings);
        }
        self.state = State::Prolog;
        let space = self.space();
        let rest = &self.input.bytes()[space..];
        if rest.starts_with(b"<?xml") && rest.get(5).copied().is_some_and(is_space) {
            self.input.advance(space, findings);
            self.late = Some(self.input.place()).filter(|_| space > 0);
            return self.xml_declaration(sign, findings);
        }
        match sign {
            Sign::Utf16 { marked: false, .. } => {
                let message = "expected a declaration of UTF-16 or a byte order mark, found none";
                findings.report(&UNICODE_ERROR, Position::START, message);
            }
            Sign::None => {
                let message = "expected an XML declaration that names the encoding, found none";
                findings.report(&MISSING_ENCODING, Position::START, message);
            }
            _ => {}
        }
        Step::On
    }

    fn xml_declaration(&mut self, sign: Sign, findings: &mut Findings) -> Step {
        let mut notes = Notes::default();
        let lexed = self.input.lex("the XML declaration", |scan, _| {
            notes.clear();
            declaration::lex(scan, sign, &mut notes)
        });
        self.input.report(&mut notes, findings);
        match lexed {
            Ok(((), length)) => self.input.advance(length, findings),
            Err(note) => return self.fail(note, findings),
        }
        Step::On
    }

    /// How much white space comes next.
    fn space(&self) -> usize {
        let rest = self.input.rest();
        rest.bytes().position(|byte| !is_space(byte)).unwrap_or(rest.len())
    }

    /// A step before the root element or behind it.
    pub(super) fn outside(&mut self, findings: &mut Findings) -> Step {
        self.input.advance(self.space(), findings);
        let rest = self.input.rest();
        let mut next = rest.chars();
        match (next.next(), next.next()) {
            (None, _) if self.input.fill() => Step::On,
            (None, _) => self.run_dry(findings),
            (Some('<'), None) if self.input.fill() => Step::On,
            (Some('<'), Some('!')) => self.declaration(findings),
            (Some('<'), Some('?')) => self.instruction(findings),
            (Some('<'), Some(c)) if is_name_start(c) => self.root(findings),
            (Some('<'), Some('/')) => self.fail(
                Note::new(0, "expected an element, found an end tag without its start"),
                findings,
            ),
            _ => self.stray_text(findings),
        }
    }

    fn run_dry(&mut self, findings: &mut Findings) -> Step {
        if self.state == State::Epilog {
            return self.finish(findings);
        }
        self.fail(Note::new(0, "expected an element, found the end of the document"), findings)
    }

    fn root(&mut self, findings: &mut Findings) -> Step {
        if self.state == State::Epilog {
            let message = format!(
                "expected nothing behind the root element, found {}",
                shown(self.input.rest())
            );
            return self.fail(Note::new(0, message), findings);
        }
        self.begin();
        self.start_tag(findings)
    }

    /// Passes over text that belongs to no element.
    fn stray_text(&mut self, findings: &mut Findings) -> Step {
        let rest = self.input.rest();
        if !self.stray {
            let message =
                format!("expected text inside of the root element only, found {}", shown(rest));
            self.report(Wrong::from(message), findings);
            self.stray = true;
        }
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let length = memchr(b'<', &rest.as_bytes()[first..]).map_or(rest.len(), |at| first + at);
        self.input.advance(length, findings);
        Step::On
    }

    /// A comment or the document type declaration.
    fn declaration(&mut self, findings: &mut Findings) -> Step {
        self.stray = false;
        let before = self.state == State::Prolog && !self.doctype.seen;
        let lexed = self.input.lex("the markup", |scan, _| {
            if scan.take("<!--")? {
                return Ok(true);
            }
            let expected = if before { "a comment or `<!DOCTYPE`" } else { "a comment" };
            if before && scan.take("<!DOCTYPE")? { Ok(false) } else { scan.bad(expected) }
        });
        match lexed {
            Ok((true, length)) => self.begin_comment(length, findings),
            Ok((false, _)) => self.document_type(findings),
            Err(note) => self.fail(note, findings),
        }
    }

    pub(super) fn begin_comment(&mut self, length: usize, findings: &mut Findings) -> Step {
        self.within = Within::Comment { at: self.input.place(), judged: false };
        self.input.advance(length, findings);
        Step::On
    }

    /// A piece of a comment, or its end.
    pub(super) fn comment(&mut self, at: Position, judged: bool, findings: &mut Findings) -> Step {
        let rest = self.input.rest().as_bytes();
        let found = memmem::find(rest, b"--");
        let dashes = found.unwrap_or(rest.len() - usize::from(rest.ends_with(b"-")));
        let behind = found.and_then(|dashes| rest.get(dashes + 2).copied());
        self.input.advance(dashes, findings);
        match behind {
            Some(b'>') => {
                self.input.advance(3, findings);
                self.within = Within::Markup;
                Step::Event(Shape::Comment { at })
            }
            Some(_) => {
                if !judged {
                    self.report("expected no `--` inside of a comment, found one".into(), findings);
                }
                self.input.advance(1, findings);
                self.within = Within::Comment { at, judged: true };
                Step::On
            }
            None if self.input.fill() => Step::On,
            None => self.fail(
                Note::new(0, "expected `-->`, found the end of the comment's text"),
                findings,
            ),
        }
    }

    /// A processing instruction (section 2.6).
    pub(super) fn instruction(&mut self, findings: &mut Findings) -> Step {
        self.stray = false;
        let lexed = self.input.lex("the processing instruction", |scan, _| {
            scan.need("<?")?;
            let target = scan.name("the target of a processing instruction")?.len();
            if scan.take("?>")? {
                return Ok((target, scan.at - 2, 0));
            }
            scan.need_space()?;
            let data = scan.at;
            Ok((target, data, scan.until("?>")?.len()))
        });
        let ((target, data, size), length) = match lexed {
            Ok(lexed) => lexed,
            Err(note) => return self.fail(note, findings),
        };
        let piece = |start: usize, size: usize| self.input.piece(start + size).from(start);
        let (target, data, at) = (piece(2, target), piece(data, size), self.input.place());
        if let Some(wrong) = wrong_target(self.input.text(target)) {
            self.report(wrong.into(), findings);
        }
        self.input.advance(length, findings);
        Step::Event(Shape::Instruction { target, data, at })
    }
}

/// Why a processing instruction can't have a target.
fn wrong_target(target: &str) -> Option<&'static str> {
    if target.eq_ignore_ascii_case("xml") {
        return Some("expected the XML declaration at the very start only, found it here");
    }
    target.contains(':').then_some("expected a target without a colon, found one with it")
}
