//! The document type declaration (section 2.8): its grammar is judged, and what it declares of entities
//! and attributes is used. Nothing is fetched, and documents are not validated against it.

mod declared;
mod elements;

use super::attributes;
use super::entities::Entity;
use super::reader::{Reader, State, Step};
use super::scan::{Note, Notes, Scan, Stop, shown};
use super::wording::{self, limit};
use crate::validate::findings::Findings;
use crate::validate::rules::xml::{CONTAINS_SYSTEM_ENTITY, DEPRECATED_DTD};
use declared::Declaration;
use std::io::Read;

/// The document type of RSS 0.91, which has HTML's entities.
const RSS_091: &str = "-//Netscape Communications//DTD RSS 0.91//EN";

/// Where it stood, and where it stands.
const NETSCAPE: &str = "http://my.netscape.com/publish/formats/rss-0.91.dtd";
const RSS_BOARD: &str = "http://www.rssboard.org/rss-0.91.dtd";

/// What a document type declaration refers to.
enum External {
    None,
    /// RSS 0.91 at an address that is gone.
    Gone,
    /// RSS 0.91 where it is.
    Known,
    Other,
}

impl<R: Read> Reader<R> {
    /// Steps over the declaration, or up to the declarations inside of it.
    pub(super) fn document_type(&mut self, findings: &mut Findings) -> Step {
        let ((external, subset), length) =
            match self.input.lex("the document type declaration", |scan, _| head(scan)) {
                Ok(head) => head,
                Err(note) => return self.fail(note, findings),
            };
        let place = self.input.place();
        self.doctype.seen = true;
        self.input.entities.html = matches!(external, External::Gone | External::Known);
        match external {
            External::None | External::Known => {}
            External::Gone => {
                let message = format!("expected `{RSS_BOARD}`, found an address that is gone");
                findings.report(&DEPRECATED_DTD, place, message);
            }
            External::Other => {
                let message = "expected no document type from elsewhere, found one";
                findings.report(&CONTAINS_SYSTEM_ENTITY, place, message);
            }
        }
        self.input.advance(length, findings);
        self.state = if subset { State::Subset } else { State::Prolog };
        Step::On
    }

    /// A step through the declarations inside of it (production 28a).
    pub(super) fn subset(&mut self, findings: &mut Findings) -> Step {
        let space =
            self.input.rest().bytes().take_while(|&byte| super::scan::is_space(byte)).count();
        self.input.advance(space, findings);
        match self.input.rest().as_bytes().first().copied() {
            None if self.input.fill() || self.input.leave().is_some() => Step::On,
            None => {
                self.fail(Note::new(0, "expected `]>`, found the end of the document"), findings)
            }
            Some(b']') if self.input.is_document() => self.subset_end(findings),
            Some(b'%') => self.parameter_entity(findings),
            Some(b'<') => self.markup_declaration(findings),
            _ => {
                let found = shown(self.input.rest());
                let message = format!("expected a declaration or `]>`, found {found}");
                self.fail(Note::new(0, message), findings)
            }
        }
    }

    fn subset_end(&mut self, findings: &mut Findings) -> Step {
        let end = self.input.lex("the document type declaration", |scan, _| {
            scan.at = 1;
            scan.space();
            scan.need(">")
        });
        match end {
            Ok(((), length)) => self.input.advance(length, findings),
            Err(note) => return self.fail(note, findings),
        }
        self.state = State::Prolog;
        Step::On
    }

    /// Reads the declarations that an entity stands for; none of what stands elsewhere.
    fn parameter_entity(&mut self, findings: &mut Findings) -> Step {
        let lexed = self.input.lex("the reference", |scan, _| {
            scan.at = 1;
            let name = scan.name("the name of an entity")?.to_owned();
            scan.need(";").map(|()| name)
        });
        let (name, length) = match lexed {
            Ok(lexed) => lexed,
            Err(note) => return self.fail(note, findings),
        };
        let place = self.input.place();
        let id = self.input.entities.parameter(&name);
        match id.map(|id| (id, self.input.entities.get(id))) {
            Some((id, Entity::Internal(_))) => {
                self.input.advance(length, findings);
                if let Err(refused) = self.input.enter(id, place, 0) {
                    return self.fail(Note::new(0, wording::refused(&name, refused)), findings);
                }
                return Step::On;
            }
            Some(_) => {
                let message = "expected no declarations from elsewhere, found a reference to some";
                findings.report(&CONTAINS_SYSTEM_ENTITY, place, message);
            }
            None => self.report(wording::undefined(&name), findings),
        }
        self.doctype.partial = true;
        self.input.advance(length, findings);
        Step::On
    }

    fn markup_declaration(&mut self, findings: &mut Findings) -> Step {
        match self.input.rest().as_bytes().get(1).copied() {
            None if self.input.fill() => return Step::On,
            Some(b'?') => return self.instruction(findings),
            _ => {}
        }
        let mut notes = Notes::default();
        let lexed = self.input.lex("the declaration", |scan, entities| {
            notes.clear();
            if scan.take("<!--")? {
                return Ok(None);
            }
            declared::lex(scan, entities, &mut notes).map(Some)
        });
        self.input.report(&mut notes, findings);
        match lexed {
            Ok((None, length)) => self.begin_comment(length, findings),
            Ok((Some(declaration), length)) => {
                let noted = self.declare(declaration);
                self.input.advance(length, findings);
                if noted { Step::On } else { self.fail(Note::new(0, too_many()), findings) }
            }
            Err(note) => self.fail(note, findings),
        }
    }

    /// Uses a declaration, unless others before it may say something else; tells whether there was room.
    fn declare(&mut self, declaration: Declaration) -> bool {
        if self.doctype.partial {
            return true;
        }
        match declaration {
            Declaration::Entity { parameter, name, entity } => {
                self.input.entities.declare(parameter, &name, entity);
                true
            }
            Declaration::Attributes { element, list } => {
                list.into_iter().all(|declared| self.lists.declare(&element, declared))
            }
            Declaration::Other => true,
        }
    }
}

fn too_many() -> wording::Wrong {
    limit(format!("expected at most {} attributes of one element, found more", attributes::MOST))
}

/// Steps over the declaration up to `[` or `>`; tells what it refers to and whether it was `[`.
fn head(scan: &mut Scan<'_>) -> Result<(External, bool), Stop> {
    scan.need("<!DOCTYPE")?;
    scan.need_space()?;
    scan.name("the name of the root element")?;
    let space = scan.space();
    let next = scan.peek()?;
    let mut external = External::None;
    if space && !matches!(next, b'[' | b'>') {
        let (public, system) = declared::external(scan, false)?;
        external = match (public, system) {
            (Some(RSS_091), Some(NETSCAPE)) => External::Gone,
            (Some(RSS_091), Some(RSS_BOARD)) => External::Known,
            _ => External::Other,
        };
        scan.space();
    }
    let subset = scan.take("[")?;
    if !subset {
        scan.need(">")?;
    }
    Ok((external, subset))
}
