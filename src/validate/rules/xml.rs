//! Rules of XML itself: what is well-formed, and in which encoding it is.
//!
//! What only the server of a feed can do wrong is left out: its headers are not known here.

use crate::validate::rule::{Rule, Severity};

/// The document is well-formed.
pub(crate) const SAX_ERROR: Rule = Rule {
    name: "SAXError",
    severity: Severity::Error,
    spec: "XML 1.0, 2.1; Namespaces in XML 1.0, 7",
    about: "a feed must be well-formed XML, or most readers show nothing of it",
    help: "write feeds with an XML library rather than with templates, and escape `&` and `<` in text",
};

/// The XML declaration is the very start.
pub(crate) const WP_BLANK_LINE: Rule = Rule {
    name: "WPBlankLine",
    severity: Severity::Error,
    spec: "XML 1.0, 2.8",
    about: "nothing may stand before the XML declaration, not even the blank line of a WordPress plugin or theme",
    help: "look for blank lines outside of `<?php ... ?>` in wp-config.php, functions.php and the plugins",
};

/// Every entity is one that XML or the document defines.
pub(crate) const UNDEFINED_NAMED_ENTITY: Rule = Rule {
    name: "UndefinedNamedEntity",
    severity: Severity::Error,
    spec: "XML 1.0, 4.1, WFC: Entity Declared",
    about: "XML knows only the entities lt, gt, amp, quot and apos; HTML's others need a declaration",
    help: "write the character itself, or its number as in `&#160;`",
};

/// The bytes are text in the document's encoding.
pub(crate) const UNICODE_ERROR: Rule = Rule {
    name: "UnicodeError",
    severity: Severity::Error,
    spec: "XML 1.0, 4.3.3",
    about: "all of a document must be in the encoding that it declares, which is UTF-8 if it declares none",
    help: "write the feed in UTF-8, and declare what it really is",
};

/// The encoding is one that readers can know.
pub(crate) const UNKNOWN_ENCODING: Rule = Rule {
    name: "UnknownEncoding",
    severity: Severity::Error,
    spec: "XML 1.0, 4.3.3",
    about: "the encoding must be one that exists, under its registered name",
    help: "write the feed in UTF-8 and declare `encoding=\"UTF-8\"`",
};

/// The encoding is a common one.
pub(crate) const OBSCURE_ENCODING: Rule = Rule {
    name: "ObscureEncoding",
    severity: Severity::Warning,
    spec: "XML 1.0, 4.3.3",
    about: "few readers know encodings that are rare, or common ones under rare names",
    help: "write the feed in UTF-8 and declare `encoding=\"UTF-8\"`",
};

/// The encoding is UTF-8 or UTF-16.
pub(crate) const NONSTD_ENCODING: Rule = Rule {
    name: "NonstdEncoding",
    severity: Severity::Info,
    spec: "XML 1.0, 4.3.3",
    about: "readers must know UTF-8 and UTF-16, and need not know any other encoding",
    help: "write the feed in UTF-8 and declare `encoding=\"UTF-8\"`",
};

/// The encoding is declared.
pub(crate) const MISSING_ENCODING: Rule = Rule {
    name: "MissingEncoding",
    severity: Severity::Info,
    spec: "XML 1.0, 4.3.3",
    about: "a document should say in which encoding it is",
    help: "begin it with `<?xml version=\"1.0\" encoding=\"UTF-8\"?>`",
};

/// The version of XML is 1.0.
pub(crate) const BAD_XML_VERSION: Rule = Rule {
    name: "BadXmlVersion",
    severity: Severity::Error,
    spec: "XML 1.0, 2.8",
    about: "feeds are XML 1.0; readers need not know any other version",
    help: "declare `version=\"1.0\"`",
};

/// Nothing is read from elsewhere.
pub(crate) const CONTAINS_SYSTEM_ENTITY: Rule = Rule {
    name: "ContainsSystemEntity",
    severity: Severity::Info,
    spec: "XML 1.0, 4.2.2",
    about: "readers don't fetch entities and document types from elsewhere, because that is a security risk",
    help: "put the text itself into the feed, and leave out the document type declaration",
};

/// The DTD of RSS 0.91 is where it stands today.
pub(crate) const DEPRECATED_DTD: Rule = Rule {
    name: "DeprecatedDTD",
    severity: Severity::Error,
    spec: "RSS 0.91",
    about: "Netscape's address of the DTD of RSS 0.91 is gone, and readers that ask for it fail",
    help: "leave out the document type declaration, or name `http://www.rssboard.org/rss-0.91.dtd`",
};

/// The document is not larger than can be judged.
pub(crate) const VALIDATOR_LIMIT: Rule = Rule {
    name: "ValidatorLimit",
    severity: Severity::Error,
    spec: "this program's own limits",
    about: "a tag, or a string of JSON, may have 16 MiB, elements may stand in each other 100,000 deep, and entities stand for 1 MiB",
    help: "look at what made the document so large: no reader takes it as it is",
};

/// The rules of this topic.
pub(crate) const ALL: &[&Rule] = &[
    &SAX_ERROR,
    &WP_BLANK_LINE,
    &UNDEFINED_NAMED_ENTITY,
    &UNICODE_ERROR,
    &UNKNOWN_ENCODING,
    &OBSCURE_ENCODING,
    &NONSTD_ENCODING,
    &MISSING_ENCODING,
    &BAD_XML_VERSION,
    &CONTAINS_SYSTEM_ENTITY,
    &DEPRECATED_DTD,
    &VALIDATOR_LIMIT,
];
