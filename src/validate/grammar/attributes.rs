//! The attributes of elements, and those that XML gives to all of them: `xml:base` and `xml:lang`.

use super::element::{Attribute, Element};
use super::space::Space;
use super::walk::Walk;
use crate::validate::near::is_same;
use crate::validate::rules::structure;
use crate::validate::values::{self, Context, Fault, Judge};
use crate::validate::xml::{Attribute as XmlAttribute, Start};
use std::rc::Rc;
use url::Url;

/// The namespace of XML's own names.
const XML_NAMESPACE: &str = "http://www.w3.org/XML/1998/namespace";

/// What XML lets every element have.
const XML: [&str; 4] = ["base", "id", "lang", "space"];

impl Walk<'_> {
    /// Judges the attributes of an element that has a table.
    pub(super) fn attributes(&mut self, element: &'static Element, start: Start<'_>) {
        let mut found = 0_u64;
        for attribute in start.attributes() {
            let space = self.attribute_space(attribute);
            let same =
                |it: &Attribute| it.space == space && is_same(it.local, attribute.name.local);
            if let Some(number) = element.attributes.iter().position(same) {
                found |= 1 << number.min(63);
                self.expected_attribute(&element.attributes[number], attribute, start);
            } else if space == Space::XML && XML.contains(&attribute.name.local) {
                self.xml_attribute(attribute, true);
            } else {
                self.unexpected_attribute(space, attribute, start);
            }
        }
        for (number, attribute) in element.attributes.iter().enumerate() {
            if found >> number.min(63) & 1 == 0 {
                self.missing_attribute(attribute, start);
            }
        }
    }

    /// Judges the language of an element that nobody knows, where it stands beside those that tables judge.
    pub(super) fn language_of_unknown(&mut self, start: Start<'_>) {
        let language = start.attribute(XML_NAMESPACE, "lang");
        if let Some(language) = language.filter(|language| !language.value.is_empty()) {
            self.judge_xml(language, values::languages::language);
        }
    }

    /// Judges what XML itself says of the attributes of an element that nobody else judges.
    pub(super) fn foreign_attributes(&mut self, start: Start<'_>) {
        for attribute in start.attributes() {
            if self.attribute_space(attribute) == Space::XML {
                self.xml_attribute(attribute, false);
            } else {
                self.attribute_characters(attribute);
            }
        }
    }

    pub(crate) fn attribute_space(&mut self, attribute: XmlAttribute<'_>) -> Space {
        match attribute.name.namespace {
            "" => Space::CORE,
            namespace => self.known(namespace),
        }
    }

    fn expected_attribute(
        &mut self,
        expected: &Attribute,
        attribute: XmlAttribute<'_>,
        start: Start<'_>,
    ) {
        self.attribute_characters(attribute);
        if attribute.value.is_empty() && expected.blank_is_none {
            return self.missing_attribute(expected, start);
        }
        self.judge_attribute(attribute, expected.judges);
    }

    /// Judges the value of an attribute of the element that began last.
    pub(crate) fn judge_attribute(&mut self, attribute: XmlAttribute<'_>, judges: &[Judge]) {
        if judges.is_empty() {
            return;
        }
        self.judge_attribute_with(attribute, |value, context, faults| {
            judges.iter().for_each(|judge| judge(value, context, faults));
        });
    }

    /// Judges it by something that knows more than the value.
    pub(crate) fn judge_attribute_with(
        &mut self,
        attribute: XmlAttribute<'_>,
        judge: impl Fn(&str, &Context<'_>, &mut Vec<Fault>),
    ) {
        let mut faults = std::mem::take(&mut self.faults);
        let name = attribute.name.local;
        let subject = match self.stack.last() {
            Some(frame) => format_args!("{} {name}", frame.name),
            None => format_args!("{name}"),
        };
        let subject = Some(subject);
        let context = Context { subject, hex_references: false, ..self.context() };
        judge(attribute.value, &context, &mut faults);
        for fault in faults.drain(..) {
            self.report(fault.rule, attribute.place(fault.range.start), fault.message);
        }
        self.faults = faults;
    }

    fn attribute_characters(&mut self, attribute: XmlAttribute<'_>) {
        if !attribute.value.is_ascii() {
            self.judge_attribute(attribute, &[values::text::bad_characters]);
        }
    }

    fn missing_attribute(&mut self, attribute: &Attribute, start: Start<'_>) {
        let Some(rule) = attribute.missing else { return };
        let element = &self.top().name;
        let message = format!("expected {element} to have an attribute {}", attribute.local);
        self.report(rule, start.at, message);
    }

    /// Attributes of namespaces that nobody knows may be anywhere, but RSS 2.0 allows only elements to extend it.
    fn unexpected_attribute(
        &mut self,
        space: Space,
        attribute: XmlAttribute<'_>,
        start: Start<'_>,
    ) {
        self.attribute_characters(attribute);
        let element = &self.top().name;
        let name = attribute.name.local;
        let message = format!("expected no attribute {name:?} on {element}");
        if space != Space::UNKNOWN {
            self.report(&structure::UNEXPECTED_ATTRIBUTE, attribute.at(), message);
        } else if self.facts.is_rss() && self.space(start.name) == Space::CORE {
            self.report(&structure::USE_OF_EXTENSION_ATTR, attribute.at(), message);
        }
    }

    /// Judges `xml:base` and `xml:lang`, and has them hold for the element that began last.
    fn xml_attribute(&mut self, attribute: XmlAttribute<'_>, holds: bool) {
        self.attribute_characters(attribute);
        match attribute.name.local {
            "base" => {
                self.judge_xml(attribute, values::addresses::iri);
                if holds {
                    self.rebase(attribute.value);
                }
            }
            "lang" if holds => {
                self.top().language = !attribute.value.is_empty();
                if !attribute.value.is_empty() {
                    self.judge_xml(attribute, values::languages::language);
                }
            }
            _ => {}
        }
    }

    fn judge_xml(&mut self, attribute: XmlAttribute<'_>, judge: Judge) {
        let subject = Some(format_args!("xml:{}", attribute.name.local));
        let context = Context { subject, ..self.context() };
        let mut faults = Vec::new();
        judge(attribute.value, &context, &mut faults);
        for fault in faults {
            self.report(fault.rule, attribute.place(fault.range.start), fault.message);
        }
    }

    /// Has relative addresses start from another one.
    fn rebase(&mut self, base: &str) {
        let whole = self.resolve(base);
        let frame = self.top();
        frame.has_host |= has_host(base);
        frame.base = Some(Rc::from(whole));
    }

    /// Makes an address whole, as far as that can be done (RFC 3986, section 5).
    pub(crate) fn resolve(&self, address: &str) -> String {
        let base = self.base();
        match Url::parse(base).map(|base| base.join(address)) {
            Ok(Ok(url)) => String::from(url),
            _ => address.to_owned(),
        }
    }

    /// The address that relative ones start from where the walk is.
    pub(crate) fn base(&self) -> &str {
        let base = self.stack.last().and_then(|frame| frame.base.as_deref());
        base.unwrap_or(&self.facts.address)
    }
}

/// Whether an address names a host (RFC 3986, section 3.2).
pub(crate) fn has_host(address: &str) -> bool {
    let behind = match address.split_once("//") {
        Some(("", behind)) => behind,
        Some((scheme, behind)) if scheme.ends_with(':') => behind,
        _ => return false,
    };
    !behind.is_empty() && !behind.starts_with('/')
}
