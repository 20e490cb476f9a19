//! The constructs of Atom whose `type` says what they hold (RFC 4287, sections 3.1 and 4.1.3).

use super::element::{Attribute, Element};
use super::frame::{Mode, Name};
use super::markup::Markup;
use super::space::Space;
use super::value::Gathered;
use super::walk::Walk;
use crate::validate::finding::Position;
use crate::validate::html;
use crate::validate::rules::{atom, content, feeds, structure, values as value_rules};
use crate::validate::values::{self, Judge};
use crate::validate::xml::{Start, Text};

/// A text: `title`, `summary`, `rights`.
pub(crate) static TEXT: Element =
    Element::construct().attributes(ATTRIBUTES).at_start(begin_text).at_end(finish);
/// The content of an entry.
pub(crate) static CONTENT: Element =
    Element::construct().attributes(ATTRIBUTES).at_start(begin_content).at_end(finish);

const ATTRIBUTES: &[Attribute] =
    &[Attribute::new("type", &[]), Attribute::new("src", &[values::addresses::src_attribute])];

const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// What a construct is.
#[derive(Debug, Clone)]
pub(crate) struct Construct {
    /// Its type: `text`, `html`, `xhtml` or a media type; empty if the content is elsewhere and has none.
    pub(crate) kind: String,
    /// Whether its content is elsewhere.
    pub(crate) is_elsewhere: bool,
    /// Whether it holds elements.
    has_elements: bool,
    /// Whether text was seen outside of its elements.
    has_text: bool,
}

impl Construct {
    fn is_xml(&self) -> bool {
        self.kind.ends_with("+xml") || self.kind.ends_with("/xml")
    }

    /// Whether it is of a media type that is neither text nor XML, and so in base64.
    pub(crate) fn is_binary(&self) -> bool {
        self.kind.contains('/') && !self.is_xml() && !self.kind.starts_with("text/")
    }

    fn is_html(&self) -> bool {
        self.kind == "html" || self.kind.ends_with("/html")
    }
}

fn begin_text(walk: &mut Walk<'_>, start: Start<'_>) {
    let construct = begin(walk, start, values::media_types::text_type);
    walk.top().notes.construct = Some(construct);
}

fn begin_content(walk: &mut Walk<'_>, start: Start<'_>) {
    let construct = begin(walk, start, values::media_types::content_type);
    if let Some(entry) = walk.parent() {
        entry.notes.content = Some(construct.clone());
    }
    walk.top().notes.construct = Some(construct);
}

/// Begins a construct of either sort.
fn begin(walk: &mut Walk<'_>, start: Start<'_>, type_judge: Judge) -> Construct {
    let is_elsewhere = start.attribute("", "src").is_some();
    let given = start.attribute("", "type").map(|attribute| attribute.value);
    let name = walk.top().name.clone();
    if walk.facts.is_rss() && !is_elsewhere && name.local != "summary" {
        let message = format!("expected title or description, but found {name}");
        walk.report(&feeds::DUPLICATE_DESCRIPTION_SEMANTICS, start.at, message);
    }
    if let Some(attribute) = start.attribute("", "type") {
        let must_be_media_type = is_elsewhere && !attribute.value.is_empty();
        let judge = if must_be_media_type { values::media_types::mime_type } else { type_judge };
        walk.judge_attribute(attribute, &[judge]);
    }
    if is_elsewhere && given.is_none() {
        let message = format!("expected {name} to have an attribute type");
        walk.report(&atom::MISSING_TYPE_ATTR, start.at, message);
    }
    if !walk.top().language {
        let message = format!("expected xml:lang around {name}");
        walk.report(&feeds::MISSING_DC_LANGUAGE, start.at, message);
    }
    if start.attribute("", "mode").is_some_and(|mode| mode.value == "escaped") {
        walk.top().notes.attribute = Some("escaped".to_owned());
    }
    let usual = if is_elsewhere { "" } else { "text" };
    let kind = given.unwrap_or(usual).to_owned();
    Construct { kind, is_elsewhere, has_elements: false, has_text: false }
}

/// Judges a construct at its end.
fn finish(walk: &mut Walk<'_>, gathered: &Gathered) {
    let Some(construct) = walk.top().notes.construct.take() else { return };
    let text = gathered.as_str();
    match construct.kind.as_str() {
        "text" => walk.judge(gathered, text, 0, &[values::text::undeclared_markup]),
        "xhtml" => walk.judge(gathered, text, 0, &[values::text::not_inline]),
        _ if construct.is_binary() => finish_binary(walk, &construct, gathered),
        _ if construct.is_html() => finish_html(walk, &construct, gathered),
        _ => walk.judge(gathered, text, 0, &[values::text::undeclared_markup]),
    }
    if text.is_empty() && !construct.has_elements && !construct.is_elsewhere {
        let (at, name) = (walk.top().at, walk.top().name.clone());
        walk.report(&value_rules::NOT_BLANK, at, format!("expected {name} to say something"));
    }
}

fn finish_html(walk: &mut Walk<'_>, construct: &Construct, gathered: &Gathered) {
    let is_document = construct.kind.ends_with("/html") && !construct.is_elsewhere;
    let judge: Judge = if is_document { html::document } else { html::markup };
    walk.judge(gathered, gathered.as_str(), 0, &[judge]);
}

fn fragment(walk: &mut Walk<'_>, at: Option<Position>, kind: &str) {
    if let Some(at) = at {
        let message = format!("expected a whole document of type {kind}, but found a part of one");
        walk.report(&content::HTML_FRAGMENT, at, message);
    }
}

/// Judges a content in base64 (RFC 4287, section 4.1.3.3).
fn finish_binary(walk: &mut Walk<'_>, construct: &Construct, gathered: &Gathered) {
    let Some(bytes) = from_base64(gathered.as_str()) else {
        let place = gathered.places().at(0).unwrap_or(walk.top().at);
        let message = format!("expected base64, as {} is no text", construct.kind);
        return walk.report(&value_rules::NOT_BASE64, place, message);
    };
    // What was encoded has no place of its own in the document: its faults stand where the element does.
    let Ok(text) = String::from_utf8(bytes) else { return };
    if construct.is_html() {
        walk.judge(&Gathered::default(), &text, 0, &[html::markup]);
    } else {
        walk.judge(&Gathered::default(), &text, 0, &[values::text::undeclared_markup]);
    }
}

/// Decodes base64, in which white space may stand anywhere.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    use base64::engine::general_purpose::{GeneralPurpose, PAD};
    use base64::{Engine as _, alphabet};
    // What the bits say that no byte needs is not for a reader to ask (RFC 4648, 3.5).
    let base64 =
        GeneralPurpose::new(&alphabet::STANDARD, PAD.with_decode_allow_trailing_bits(true));
    let written: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    base64.decode(written).ok()
}

impl Walk<'_> {
    /// A piece of text in a construct.
    pub(super) fn construct_text(&mut self, piece: &Text<'_>) {
        let text = piece.text;
        self.text.push(text, piece.raw, piece.at);
        let frame = self.top();
        let Some(construct) = &mut frame.notes.construct else { return };
        let is_mixed = (construct.has_elements || construct.is_elsewhere) && !frame.complained;
        if construct.has_text && !is_mixed || text.trim().is_empty() {
            return;
        }
        let at = piece.at.after(&text[..text.len() - text.trim_start().len()]);
        let before = std::mem::replace(&mut construct.has_text, true);
        let lacks_div = construct.kind == "xhtml" && !before;
        let name = frame.name.clone();
        if is_mixed {
            frame.complained = true;
            let message = format!("expected no text in {name} beside what it holds");
            self.report(&structure::UNEXPECTED_TEXT, at, message);
        }
        if lacks_div {
            self.lacks_div(at, &name, "a text");
        }
    }

    /// A `div` ends that holds only text, which begins there: that is the construct's own.
    pub(super) fn text_of_div(&mut self, from: usize) {
        let says_something =
            self.text.as_str().get(from..).is_some_and(|text| !text.trim().is_empty());
        let construct = self.parent().and_then(|frame| frame.notes.construct.as_mut());
        if let Some(construct) = construct.filter(|_| says_something) {
            construct.has_text = true;
        }
    }

    fn lacks_div(&mut self, at: Position, name: &Name, found: &str) {
        let message = format!("expected one div of XHTML in {name}, but found {found}");
        self.report(&atom::MISSING_XHTML_DIV, at, message);
    }

    /// An element begins in a construct.
    pub(super) fn construct_child(&mut self, start: Start<'_>) {
        let frame = self.top();
        let (name, is_escaped) = (frame.name.clone(), frame.notes.attribute.is_some());
        let Some(construct) = &mut frame.notes.construct else { return self.skip(start) };
        construct.has_elements = true;
        let construct = construct.clone();
        let is_div = start.name.namespace == XHTML && start.name.local == "div";
        if construct.kind == "xhtml" {
            self.xhtml_child(start, &construct, &name, is_div);
        } else if construct.kind == "application/xhtml+xml" {
            self.document_child(start, &construct);
        } else if !construct.is_xml() {
            let message = format!("expected text in {name}, but found {:?}", start.name.local);
            self.report(&structure::UNDEFINED_ELEMENT, start.at, message);
        }
        if is_escaped {
            let message =
                format!("expected {name} to be escaped, but found {:?}", start.name.local);
            self.report(&atom::NOT_ESCAPED, start.at, message);
        }
        if is_div {
            self.foreign_attributes(start);
            let name = Name { space: Space::XHTML, local: "div".into() };
            let from = self.text.as_str().len();
            self.push(start, name, Mode::Markup(Markup::div(from)));
        } else {
            self.skip(start);
        }
    }

    /// The element that a construct of XHTML holds.
    fn xhtml_child(&mut self, start: Start<'_>, construct: &Construct, name: &Name, is_div: bool) {
        if !is_div && !construct.has_text {
            self.lacks_div(start.at, name, &format!("{:?}", start.name.local));
            if start.name.local == "div" {
                self.unexpected_namespace(start);
            }
        } else if start.name.namespace != XHTML {
            self.unexpected_namespace(start);
        }
    }

    /// The element that a document of XHTML holds.
    fn document_child(&mut self, start: Start<'_>, construct: &Construct) {
        if start.name.local != "html" {
            fragment(self, Some(start.at), &construct.kind);
        } else if start.name.namespace != XHTML {
            self.unexpected_namespace(start);
        }
    }

    fn unexpected_namespace(&mut self, start: Start<'_>) {
        let found = start.name.namespace;
        let message = format!("expected the namespace {XHTML:?}, but found {found:?}");
        self.report(&content::NOT_HTML, start.at, message);
    }

    /// Judges a name without a namespace where XHTML stands.
    pub(super) fn lacks_namespace(&mut self, start: Start<'_>) {
        let message = format!("expected {:?} to be in the namespace of XHTML", start.name.local);
        self.report(&structure::MISSING_NAMESPACE, start.at, message);
    }
}
