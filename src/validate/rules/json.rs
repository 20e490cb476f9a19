//! JSON itself: its grammar, its encoding, and what parsers take in different ways.

use crate::validate::{Rule, Severity};

/// A document that is no JSON.
pub(crate) const JSON_SYNTAX: Rule = Rule {
    name: "JsonSyntax",
    severity: Severity::Error,
    spec: "RFC 8259, 2",
    about: "a document must follow the grammar of JSON",
    help: "write the feed with a library for JSON, and never by hand or by pasting texts together",
};

/// Bytes that are no UTF-8.
pub(crate) const JSON_ENCODING: Rule = Rule {
    name: "JsonEncoding",
    severity: Severity::Error,
    spec: "RFC 8259, 8.1",
    about: "JSON must be encoded as UTF-8",
    help: "save the feed as UTF-8; if one text alone has other bytes, convert that before it is written",
};

/// A byte order mark.
pub(crate) const JSON_BYTE_ORDER_MARK: Rule = Rule {
    name: "JsonByteOrderMark",
    severity: Severity::Error,
    spec: "RFC 8259, 8.1",
    about: "JSON must not begin with a byte order mark; many parsers refuse it",
    help: "save the feed as UTF-8 without BOM",
};

/// A name that an object has twice.
pub(crate) const JSON_DUPLICATE_NAME: Rule = Rule {
    name: "JsonDuplicateName",
    severity: Severity::Warning,
    spec: "RFC 8259, 4",
    about: "the names within an object should be unique: parsers differ in which value they take",
    help: "keep one of the members",
};

/// Containers that lie too deep.
pub(crate) const JSON_DEPTH: Rule = Rule {
    name: "JsonDepth",
    severity: Severity::Error,
    spec: "RFC 8259, 9",
    about: "parsers limit how deep arrays and objects may lie one in another, many at 128",
    help: "make extensions flatter",
};

/// A number that parsers take for another.
pub(crate) const JSON_NUMBER_RANGE: Rule = Rule {
    name: "JsonNumberRange",
    severity: Severity::Warning,
    spec: "RFC 8259, 6",
    about: "numbers should be such as a double has exactly: most parsers read nothing else",
    help: "write numbers beyond 9007199254740991, as ids are, as strings",
};

/// Half of a character.
pub(crate) const JSON_LONE_SURROGATE: Rule = Rule {
    name: "JsonLoneSurrogate",
    severity: Severity::Warning,
    spec: "RFC 8259, 8.2",
    about: "half of a surrogate pair is no character: some parsers refuse the whole document for it",
    help: "cut texts between characters, not between the units of UTF-16",
};

/// The rules of this topic.
pub(crate) const ALL: &[&Rule] = &[
    &JSON_SYNTAX,
    &JSON_ENCODING,
    &JSON_BYTE_ORDER_MARK,
    &JSON_DUPLICATE_NAME,
    &JSON_DEPTH,
    &JSON_NUMBER_RANGE,
    &JSON_LONE_SURROGATE,
];
