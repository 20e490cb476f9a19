//! The walk through a document: a stack of the elements that have begun, each judged by its table.

use super::element::{Element, Inside, Text};
use super::facts::{Facts, Kind, Version};
use super::frame::{Frame, Mode, Name};
use super::space::Space;
use super::value::Gathered;
use crate::validate::finding::Position;
use crate::validate::findings::Findings;
use crate::validate::rule::Rule;
use crate::validate::rules::{structure, xml};
use crate::validate::values::{self, Context, Fault, Judge};
use crate::validate::xml::{Event, Name as XmlName, Reader, Start, Text as XmlText};
use std::io::Read;

/// How many bytes of a message are kept.
const LONGEST: usize = 400;

/// A root element that is a feed.
#[derive(Clone, Copy)]
pub(crate) struct Root {
    /// Its name.
    pub(crate) local: &'static str,
    /// The table that judges it.
    pub(crate) element: &'static Element,
    /// Finds out what the document is, and whether its table fits.
    pub(crate) enter: fn(&mut Walk<'_>, Start<'_>) -> bool,
}

/// A walk through a document.
pub(crate) struct Walk<'w> {
    /// Where findings go.
    pub(crate) findings: &'w mut Findings,
    /// What is known of the document.
    pub(crate) facts: Facts,
    pub(super) stack: Vec<Frame>,
    pub(super) text: Gathered,
    spaces: Vec<(String, Space)>,
    pub(super) faults: Vec<Fault>,
}

impl<'w> Walk<'w> {
    /// A walk that has not begun.
    pub(crate) fn new(facts: Facts, findings: &'w mut Findings) -> Self {
        let (stack, text) = (Vec::new(), Gathered::default());
        Walk { findings, facts, stack, text, spaces: Vec::new(), faults: Vec::new() }
    }

    /// Reads a document to its end; gives its root, if that is one of a feed.
    pub(crate) fn read<R: Read>(
        &mut self,
        reader: &mut Reader<R>,
        roots: &[&'static Root],
    ) -> Option<&'static Root> {
        let mut root = None;
        let mut has_begun = false;
        while let Some(event) = &reader.next(self.findings) {
            match event {
                Event::Start(start) if !has_begun => {
                    has_begun = true;
                    root = self.root(*start, roots);
                }
                Event::Start(start) => self.start(*start),
                Event::Text(piece) => self.text(piece),
                Event::End(_) => self.end(),
                Event::Instruction { .. } | Event::Comment { .. } => {}
            }
            if has_begun && self.facts.encoding.is_empty() {
                reader.encoding().clone_into(&mut self.facts.encoding);
                self.document_type(reader.is_rss_091());
            }
        }
        root
    }

    /// Reports a broken rule; what is quoted in the message may be longer than can be read.
    pub(crate) fn report(&mut self, rule: &'static Rule, at: Position, message: impl Into<String>) {
        let mut message = message.into();
        if message.len() > LONGEST {
            message.truncate(message.floor_char_boundary(LONGEST));
            message.push('…');
        }
        self.findings.report(rule, at, message);
    }

    /// The element that began last.
    pub(crate) fn top(&mut self) -> &mut Frame {
        self.stack.last_mut().expect("tables are only asked while an element is open")
    }

    /// The element around the one that began last.
    pub(crate) fn parent(&mut self) -> Option<&mut Frame> {
        self.above(1)
    }

    /// The element so many steps further up than the one that began last.
    pub(crate) fn above(&mut self, steps: usize) -> Option<&mut Frame> {
        let at = self.stack.len().checked_sub(1 + steps)?;
        self.stack.get_mut(at)
    }

    /// Whether the element that began last holds a child.
    pub(crate) fn holds(&self, space: Space, local: &str) -> bool {
        self.stack.last().is_some_and(|frame| frame.holds(space, local))
    }

    /// Begins with the root.
    fn root(&mut self, start: Start<'_>, roots: &[&'static Root]) -> Option<&'static Root> {
        self.declarations(start);
        let local = start.name.local;
        let Some(root) = roots.iter().copied().find(|root| root.local == local) else {
            let message = format!("expected rss or feed, but found {local:?}");
            self.report(&structure::UNDEFINED_ELEMENT, start.at, message);
            self.push(start, Name { space: Space::UNKNOWN, local: "".into() }, Mode::Foreign(0));
            return None;
        };
        let name = Name { space: Space::CORE, local: root.local.into() };
        if (root.enter)(self, start) {
            self.enter(start, name, root.element);
        } else {
            self.push(start, name, Mode::Foreign(0));
        }
        Some(root)
    }

    /// Judges the document type, once the root has begun.
    fn document_type(&mut self, is_rss_091: bool) {
        let is_other = self.facts.is_rss() && self.facts.kind != Kind::Rss(Version::Plain);
        if let Some(root) = self.stack.first().filter(|_| is_rss_091 && is_other) {
            let message = "expected version=\"0.91\", as the document type says";
            self.report(&structure::INVALID_DOCTYPE, root.at, message);
        }
    }

    /// An element begins below another.
    fn start(&mut self, start: Start<'_>) {
        self.declarations(start);
        match self.stack.last_mut().map(|frame| &mut frame.mode) {
            Some(Mode::Table(element)) => {
                let element = *element;
                self.child(element, start);
            }
            Some(Mode::Foreign(depth)) => {
                let depth = *depth;
                self.foreign(depth, start);
            }
            Some(Mode::Markup(markup)) => {
                let markup = *markup;
                self.markup(markup, start);
            }
            None => {}
        }
    }

    /// A piece of text.
    fn text(&mut self, piece: &XmlText<'_>) {
        let XmlText { text, raw, at, .. } = *piece;
        let Some(frame) = self.stack.last_mut() else { return };
        match frame.mode {
            Mode::Table(Element { text: Text::Forbidden(rule), .. }) => {
                if !frame.complained && !text.trim().is_empty() {
                    frame.complained = true;
                    let name = frame.name.clone();
                    let at = at.after(&text[..text.len() - text.trim_start().len()]);
                    self.report(rule, at, format!("expected no text in {name}"));
                }
                self.characters(text, at);
            }
            Mode::Table(Element { inside: Inside::Construct, .. }) => {
                self.construct_text(piece);
            }
            Mode::Table(_) => self.text.push(text, raw, at),
            Mode::Foreign(_) => self.characters(text, at),
            Mode::Markup(markup) => self.markup_text(markup, piece),
        }
    }

    /// Judges the characters of a text that nothing else is asked of.
    pub(super) fn characters(&mut self, text: &str, at: Position) {
        if text.is_ascii() {
            return;
        }
        let mut faults = std::mem::take(&mut self.faults);
        let name = self.stack.last().map(|frame| frame.name.to_string()).unwrap_or_default();
        let subject = format_args!("{name}");
        let subject = (!name.is_empty()).then_some(subject);
        let context = Context { subject, ..self.context() };
        values::text::bad_characters(text, &context, &mut faults);
        let mut from = (0, at);
        for fault in faults.drain(..) {
            from = (fault.range.start, from.1.after(&text[from.0..fault.range.start]));
            self.findings.report(fault.rule, from.1, fault.message);
        }
        self.faults = faults;
    }

    /// What judges have to know.
    pub(crate) fn context(&self) -> Context<'static> {
        let hex_references = self.text.has_hex_reference();
        Context { subject: None, rss: self.facts.rss(), hex_references, now: self.facts.now }
    }

    /// An element ends.
    fn end(&mut self) {
        let Some(frame) = self.stack.last_mut() else { return };
        let is_below = match &mut frame.mode {
            Mode::Foreign(depth) => {
                let is_below = *depth > 0;
                *depth = depth.saturating_sub(1);
                is_below
            }
            Mode::Markup(markup) => {
                let is_below = markup.leave();
                if let Some(from) = markup.text_from() {
                    self.text_of_div(from);
                }
                is_below
            }
            Mode::Table(element) => {
                let element = *element;
                self.finish(element);
                false
            }
        };
        if is_below {
            return;
        }
        // Nothing is moved out, as `pop` would do it.
        self.stack.truncate(self.stack.len() - 1);
    }

    /// Judges an element at its end.
    fn finish(&mut self, element: &'static Element) {
        let gathered = std::mem::take(&mut self.text);
        let text = gathered.as_str();
        match element.text {
            Text::Judged(judges) => {
                let (trimmed, before) = values::trimmed(text);
                self.judge(&gathered, trimmed, before, judges);
            }
            Text::Verbatim(judges) => self.judge(&gathered, text, 0, judges),
            Text::Tight(judges) => {
                let (trimmed, before) = values::trimmed(text);
                self.judge(&gathered, text, 0, &[values::text::no_space_around]);
                self.judge(&gathered, trimmed, before, judges);
            }
            Text::Forbidden(_) => {}
        }
        if !text.is_ascii() {
            self.judge(&gathered, text, 0, &[values::text::bad_characters]);
        }
        if gathered.is_cut() {
            let (at, name) = (self.top().at, self.top().name.clone());
            let message = format!("{name} is too long to be judged as a whole");
            self.report(&xml::VALIDATOR_LIMIT, at, message);
        }
        self.required(element);
        if let Some(end) = element.end {
            end(self, &gathered);
        }
        self.text = gathered;
        self.text.clear();
    }

    /// Judges a part of the text of the element that ends.
    pub(crate) fn judge(
        &mut self,
        gathered: &Gathered,
        text: &str,
        before: usize,
        judges: &[Judge],
    ) {
        if judges.is_empty() {
            return;
        }
        let mut faults = std::mem::take(&mut self.faults);
        let frame = self.stack.last().expect("an element ends");
        let at = frame.at;
        let subject = Some(format_args!("{}", frame.name));
        let hex_references = gathered.has_hex_reference();
        let context = Context { subject, hex_references, ..self.context() };
        for judge in judges {
            judge(text, &context, &mut faults);
        }
        faults.sort_by_key(|fault| fault.range.start);
        let mut places = gathered.places();
        for fault in faults.drain(..) {
            let place = places.at(before + fault.range.start).unwrap_or(at);
            self.findings.report(fault.rule, place, fault.message);
        }
        self.faults = faults;
    }

    /// Reports the children that an element must have and has not.
    fn required(&mut self, element: &'static Element) {
        for required in element.required {
            let frame = self.stack.last().expect("an element ends");
            if !frame.holds(required.space, required.local) {
                let (at, name) = (frame.at, frame.name.clone());
                let wanted = Name { space: required.space, local: required.local.into() };
                self.report(required.rule, at, format!("expected {name} to hold {wanted}"));
            }
        }
    }

    /// The namespace of an element.
    pub(super) fn space(&mut self, name: XmlName<'_>) -> Space {
        if name.namespace.is_empty() || self.facts.own.iter().any(|own| own == name.namespace) {
            return Space::CORE;
        }
        self.known(name.namespace)
    }

    /// The namespace of a name, which it has to have.
    pub(super) fn known(&mut self, namespace: &str) -> Space {
        if let Some((_, space)) = self.spaces.iter().find(|(known, _)| known == namespace) {
            return *space;
        }
        let space = Space::of(namespace).unwrap_or(Space::UNKNOWN);
        if self.spaces.len() < 64 {
            self.spaces.push((namespace.to_owned(), space));
        }
        space
    }
}

impl Frame {
    /// Whether it holds a child that its table knows.
    pub(crate) fn holds(&self, space: Space, local: &str) -> bool {
        let Mode::Table(element) = self.mode else { return false };
        element.child(space, local).is_some_and(|(number, _)| self.seen.contains(number))
    }
}
