//! JSON itself: its grammar, its encoding, and what parsers take in different ways.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &JSON_SYNTAX,
    &JSON_ENCODING,
    &JSON_BYTE_ORDER_MARK,
    &JSON_DUPLICATE_NAME,
    &JSON_DEPTH,
    &JSON_NUMBER_RANGE,
    &JSON_LONE_SURROGATE,
];

pub(crate) const JSON_SYNTAX: Rule = Rule::error(
    "JsonSyntax",
    "RFC 8259, 2",
    "a document must follow the grammar of JSON",
    "write the feed with a library for JSON, and never by hand or by pasting texts together",
);

pub(crate) const JSON_ENCODING: Rule = Rule::error(
    "JsonEncoding",
    "RFC 8259, 8.1",
    "JSON must be encoded as UTF-8",
    "save the feed as UTF-8; if one text alone has other bytes, convert that before it is written",
);

pub(crate) const JSON_BYTE_ORDER_MARK: Rule = Rule::error(
    "JsonByteOrderMark",
    "RFC 8259, 8.1",
    "JSON must not begin with a byte order mark; many parsers refuse it",
    "save the feed as UTF-8 without BOM",
);

pub(crate) const JSON_DUPLICATE_NAME: Rule = Rule::warning(
    "JsonDuplicateName",
    "RFC 8259, 4",
    "the names within an object should be unique: parsers differ in which value they take",
    "keep one of the members",
);

pub(crate) const JSON_DEPTH: Rule = Rule::error(
    "JsonDepth",
    "RFC 8259, 9",
    "parsers limit how deep arrays and objects may lie one in another, many at 128",
    "make extensions flatter",
);

pub(crate) const JSON_NUMBER_RANGE: Rule = Rule::warning(
    "JsonNumberRange",
    "RFC 8259, 6",
    "numbers should be such as a double has exactly: most parsers read nothing else",
    "write numbers beyond 9007199254740991, as ids are, as strings",
);

pub(crate) const JSON_LONE_SURROGATE: Rule = Rule::warning(
    "JsonLoneSurrogate",
    "RFC 8259, 8.2",
    "half of a surrogate pair is no character: some parsers refuse the whole document for it",
    "cut texts between characters, not between the units of UTF-16",
);
