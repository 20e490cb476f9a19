//! Writes elements, one a line, through quick-xml's `Writer`, with our own escaping.
//!
//! quick-xml escapes byte by byte and lets through what XML forbids; everything here is cleaned and
//! escaped by [`text::xml`](crate::text::xml) before quick-xml sees it.

use super::{Namespace, Namespaces};
use crate::model::Extension;
use crate::text::xml;
use quick_xml::Writer;
use quick_xml::events::{BytesCData, BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;
use std::mem;

/// Writes elements and counts the forbidden characters that it leaves out.
pub(crate) struct XmlWriter {
    writer: Writer<Vec<u8>>,
    indent: usize,
    removed: u64,
    /// The namespace of the format itself, whose elements have no prefix.
    own: &'static str,
    /// What the root element is to declare.
    pub(crate) namespaces: Namespaces,
}

/// The name and the attributes of an element.
pub(crate) struct Tag<'a> {
    /// The name, a blank and the attributes behind it.
    content: Cow<'a, str>,
    name_length: usize,
    removed: u64,
}

impl XmlWriter {
    /// Starts inside of these open elements, so that what is written is indented accordingly.
    pub(crate) fn inside(
        parents: &[&str],
        pretty: bool,
        own: Namespace,
        always: &[Namespace],
    ) -> Self {
        let mut xml = Self::new(if pretty { 2 } else { 0 }, own.1, Namespaces::new(always));
        parents.iter().for_each(|&parent| xml.start(parent));
        xml.writer.get_mut().clear();
        xml
    }

    /// Starts a document that declares all that this writer has collected.
    pub(crate) fn document(&self) -> Self {
        Self::new(self.indent, self.own, self.namespaces.clone())
    }

    fn new(indent: usize, own: &'static str, namespaces: Namespaces) -> Self {
        let writer = Writer::new_with_indent(Vec::new(), b' ', indent);
        XmlWriter { writer, indent, removed: 0, own, namespaces }
    }

    /// Appends all that `write` writes to `out`; returns how many characters were left out.
    pub(crate) fn append_to(&mut self, out: &mut Vec<u8>, write: impl FnOnce(&mut Self)) -> u64 {
        mem::swap(self.writer.get_mut(), out);
        write(self);
        mem::swap(self.writer.get_mut(), out);
        mem::take(&mut self.removed)
    }

    /// Writes the XML declaration and opens the root element with the namespaces declared.
    pub(crate) fn root<'a>(&mut self, tag: impl Into<Tag<'a>>) {
        self.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        let declared = self.namespaces.iter();
        let tag = declared.fold(tag.into(), |tag, (p, uri)| tag.with(&format!("xmlns:{p}"), uri));
        self.start(tag);
    }

    /// Opens an element that holds others.
    pub(crate) fn start<'a>(&mut self, tag: impl Into<Tag<'a>>) {
        let tag = tag.into();
        self.removed += tag.removed;
        self.event(Event::Start(tag.event()));
    }

    /// Closes an element.
    pub(crate) fn end(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// Writes an element with nothing in it.
    pub(crate) fn empty<'a>(&mut self, tag: impl Into<Tag<'a>>) {
        let tag = tag.into();
        self.removed += tag.removed;
        self.event(Event::Empty(tag.event()));
    }

    /// Writes an element that holds plain text.
    pub(crate) fn text<'a>(&mut self, tag: impl Into<Tag<'a>>, text: &str) {
        let clean = xml::clean(text, &mut self.removed);
        self.element(tag.into(), |xml| xml.escaped(&clean));
    }

    /// Writes an element that holds plain text, if there is something to see in it.
    pub(crate) fn some_text<'a>(&mut self, tag: impl Into<Tag<'a>>, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !xml::is_blank(text)) {
            self.text(tag, text);
        }
    }

    /// Writes an element that holds HTML, in a CDATA section where that can hold it.
    pub(crate) fn html<'a>(&mut self, tag: impl Into<Tag<'a>>, html: &str) {
        let clean = xml::clean(html, &mut self.removed);
        self.element(tag.into(), |xml| {
            if clean.is_empty() || !xml::fits_cdata(&clean) {
                return xml.escaped(&clean);
            }
            for piece in xml::cdata_pieces(&clean) {
                xml.event(Event::CData(BytesCData::new(piece)));
            }
        });
    }

    /// Declares all that elements of other vocabularies need.
    pub(crate) fn declare(&mut self, extensions: &[Extension]) {
        for extension in extensions {
            if extension.namespace != self.own {
                self.namespaces.prefix(&extension.prefix, &extension.namespace);
            }
            self.declare(&extension.children);
        }
    }

    /// Writes an element of another vocabulary and those in it; one that XML can't name is left out, as
    /// are attributes that it can't name, that are there twice, or whose prefix is unknown, and what another
    /// format has of its own.
    pub(crate) fn extension(&mut self, extension: &Extension) {
        let Extension { prefix, namespace, name, attributes, value, children } = extension;
        if !xml::is_name(name) {
            return;
        }
        let name = if *namespace == self.own {
            name.clone()
        } else {
            let Some(prefix) = self.namespaces.prefix(prefix, namespace) else { return };
            format!("{prefix}:{name}")
        };
        let mut tag = Tag::from(name.as_str());
        for (i, (name, value)) in attributes.iter().enumerate() {
            let twice = attributes[..i].iter().any(|(before, _)| before == name);
            if !twice && is_attribute(name) {
                tag = tag.with(name, value);
            }
        }
        match (value.is_empty(), children.is_empty()) {
            (true, true) => self.empty(tag),
            (false, true) => self.text(tag, value),
            (_, false) => {
                self.start(tag);
                if !value.is_empty() {
                    let clean = xml::clean(value, &mut self.removed);
                    self.escaped(&clean);
                }
                children.iter().for_each(|child| self.extension(child));
                self.end(&name);
            }
        }
    }

    fn element(&mut self, tag: Tag<'_>, write: impl FnOnce(&mut Self)) {
        self.removed += tag.removed;
        let start = tag.event();
        self.event(Event::Start(start.borrow()));
        write(self);
        self.event(Event::End(start.to_end()));
    }

    fn escaped(&mut self, text: &str) {
        self.event(Event::Text(BytesText::from_escaped(xml::escape_text(text))));
    }

    fn event(&mut self, event: Event<'_>) {
        self.writer.write_event(event).expect("memory takes everything that is written");
    }
}

/// Tells whether an attribute of another vocabulary can be written: a plain name, or one like `xml:lang`.
fn is_attribute(name: &str) -> bool {
    name != "xmlns" && xml::is_name(name.strip_prefix("xml:").unwrap_or(name))
}

impl<'a> Tag<'a> {
    /// Adds an attribute.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        let clean = xml::clean(value, &mut self.removed);
        let value = xml::escape_attribute(&clean);
        let mut content = match self.content {
            Cow::Owned(content) => content,
            Cow::Borrowed(name) => with_room(name, 256),
        };
        [" ", name, "=\"", &value, "\""].iter().for_each(|part| content.push_str(part));
        Tag { content: Cow::Owned(content), ..self }
    }

    /// Adds an attribute, if there is something to see in it.
    pub(crate) fn with_some(self, name: &str, value: Option<&str>) -> Self {
        match value.filter(|value| !xml::is_blank(value)) {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds a number, if it is known.
    pub(crate) fn with_number(self, name: &str, number: Option<u64>) -> Self {
        match number {
            Some(number) => self.with(name, &number.to_string()),
            None => self,
        }
    }

    fn event(self) -> BytesStart<'a> {
        BytesStart::from_content(self.content, self.name_length)
    }
}

fn with_room(name: &str, room: usize) -> String {
    let mut content = String::with_capacity(room);
    content.push_str(name);
    content
}

impl<'a> From<&'a str> for Tag<'a> {
    fn from(name: &'a str) -> Self {
        Tag { content: Cow::Borrowed(name), name_length: name.len(), removed: 0 }
    }
}

impl From<String> for Tag<'_> {
    fn from(name: String) -> Self {
        Tag { name_length: name.len(), content: Cow::Owned(name), removed: 0 }
    }
}
