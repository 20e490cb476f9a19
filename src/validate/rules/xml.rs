//! Rules of XML itself: what is well-formed, and in which encoding it is.

use crate::validate::rule::{Rule, Severity};

/// The document is well-formed.
pub(crate) const SAX_ERROR: Rule = Rule {
    name: "SAXError",
    severity: Severity::Error,
    spec: "XML 1.0, 2.1",
    about: "a feed must be well-formed XML, or most readers show nothing of it",
    help: "write feeds with an XML library rather than with templates, and escape `&` and `<`",
};

/// The rules of this topic.
pub(crate) const ALL: &[&Rule] = &[&SAX_ERROR];
