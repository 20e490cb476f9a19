//! Names of a start tag to their namespaces, and what Namespaces in XML 1.0 asks of them.

use super::attribute::Span;
use super::namespaces::{Namespaces, Uri};
use super::scan::Note;
use super::tag::{Part, Parts};
use super::wording::short;
use super::{XML, XMLNS};
use std::collections::HashSet;

/// How many attributes are compared with each other one by one.
const FEW: usize = 16;

impl Parts {
    /// Declares the namespaces, finds those of all names, and tells that of the element.
    pub(super) fn resolve(&mut self, raw: &str, namespaces: &mut Namespaces) -> Uri {
        let mut spans = std::mem::take(&mut self.spans);
        for span in spans.iter().filter(|span| span.declares) {
            self.declare(raw, span, namespaces);
        }
        for span in &mut spans {
            span.namespace = self.attribute(raw, span, namespaces);
        }
        self.spans = spans;
        self.compare(raw, namespaces);
        let name = self.text(raw, self.name);
        let prefix = &name[..self.colon];
        match namespaces.find(prefix) {
            Some(uri) if prefix != "xmlns" => uri,
            _ => {
                let message = undeclared(prefix);
                self.notes.push(Note::new(self.name.start, message));
                0
            }
        }
    }

    fn text<'a>(&'a self, raw: &'a str, part: Part) -> &'a str {
        let text = if part.made { &self.made } else { raw };
        &text[part.start..part.end]
    }

    /// Declares a namespace, and judges whether it may be (sections 2.2 and 3).
    fn declare(&mut self, raw: &str, span: &Span, namespaces: &mut Namespaces) {
        let prefix = match span.colon {
            0 => "",
            colon => &self.text(raw, span.name)[colon + 1..],
        };
        let uri = self.text(raw, span.value);
        let wrong = forbidden(prefix, uri);
        if prefix != "xmlns" && prefix != "xml" {
            namespaces.bind(prefix, uri);
        }
        self.note(span.name, wrong);
    }

    /// The namespace of an attribute; one without a prefix has none.
    fn attribute(&mut self, raw: &str, span: &Span, namespaces: &Namespaces) -> Uri {
        if span.colon == 0 || span.declares {
            return 0;
        }
        let prefix = &self.text(raw, span.name)[..span.colon];
        match namespaces.find(prefix) {
            Some(uri) => uri,
            None => {
                let message = undeclared(prefix);
                self.notes.push(Note::new(self.start(span.name), message));
                0
            }
        }
    }

    /// Judges that no two attributes have the same name, by their prefixes and by their namespaces.
    fn compare(&mut self, raw: &str, namespaces: &Namespaces) {
        if self.spans.len() < 2 {
            return;
        }
        let twice = |this: &Self, a: &Span, b: &Span| {
            // Most names differ in their length already.
            a.local_length() == b.local_length()
                && this.key(raw, a, namespaces) == this.key(raw, b, namespaces)
        };
        let repeated: Vec<Part> = if self.spans.len() <= FEW {
            let pairs = self.spans.iter().enumerate();
            pairs
                .filter(|(at, b)| self.spans[..*at].iter().any(|a| twice(self, a, b)))
                .map(|(_, b)| b.name)
                .collect()
        } else {
            let mut seen = HashSet::new();
            let again = |span: &&Span| !seen.insert(self.key(raw, span, namespaces));
            self.spans.iter().filter(again).map(|span| span.name).collect()
        };
        for name in repeated {
            let message = format!(
                "expected each attribute once, found `{}` again",
                short(self.text(raw, name))
            );
            self.note(name, Some(message));
        }
    }

    /// What makes an attribute the same as another: its name, which mostly tells it already, and its namespace.
    fn key<'a>(
        &'a self,
        raw: &'a str,
        span: &Span,
        namespaces: &'a Namespaces,
    ) -> (&'a str, &'a str) {
        let name = self.text(raw, span.name);
        let namespace = namespaces.uri(span.namespace);
        // A prefix that is not declared is compared as it is.
        if namespace.is_empty() { (name, "") } else { (&name[span.colon + 1..], namespace) }
    }

    fn note(&mut self, name: Part, wrong: Option<String>) {
        if let Some(message) = wrong {
            self.notes.push(Note::new(self.start(name), message));
        }
    }

    /// Where a name stands; one by default has the place of the tag.
    fn start(&self, name: Part) -> usize {
        if name.made { 0 } else { name.start }
    }
}

/// What to say of a prefix that stands for nothing.
fn undeclared(prefix: &str) -> String {
    match short(prefix) {
        "xmlns" => "expected an element, found the prefix `xmlns`, which none may have".to_owned(),
        prefix => format!("expected a prefix that the document declares, found `{prefix}:`"),
    }
}

/// Why a prefix can't be declared so.
fn forbidden(prefix: &str, uri: &str) -> Option<String> {
    let wrong = match (prefix, uri) {
        ("xmlns", _) => {
            "expected another prefix, found `xmlns`, which is never declared".to_owned()
        }
        ("xml", XML) => return None,
        ("xml", _) => format!("expected `{XML}` for the prefix `xml`, found `{}`", short(uri)),
        (_, XML | XMLNS) => format!("expected a namespace that is not reserved, found `{uri}`"),
        ("", "") => return None,
        (_, "") => format!("expected a namespace for the prefix `{}`, found none", short(prefix)),
        _ if uri.split_ascii_whitespace().nth(1).is_some() => {
            format!("expected a namespace without white space, found `{}`", short(uri))
        }
        _ => return None,
    };
    Some(wrong)
}
