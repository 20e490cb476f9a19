//! Rules of structure: which elements and attributes a feed may have, which it must have, how often and where.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &UNDEFINED_ELEMENT,
    &NO_BLINK,
    &MISSING_ATTRIBUTE,
    &UNEXPECTED_ATTRIBUTE,
    &USE_OF_EXTENSION_ATTR,
    &DUPLICATE_ELEMENT,
    &TOO_MANY,
    &UNEXPECTED_TEXT,
    &MISSING_ELEMENT,
    &MISSING_DESCRIPTION,
    &MISSING_LINK,
    &MISSING_TITLE,
    &ITEM_MUST_CONTAIN_TITLE_OR_DESCRIPTION,
    &INVALID_RSS_VERSION,
    &INVALID_DOCTYPE,
    &INVALID_NAMESPACE,
    &NOT_A_FEED,
    &MISSING_NAMESPACE,
    &OBSOLETE_NAMESPACE,
    &NOT_IN_A_NAMESPACE,
    &UNDETERMINABLE_VOCABULARY,
    &MISPLACED_XHTML_CONTENT,
    &QUESTIONABLE_USAGE,
    &MISPLACED_ITEM,
    &MISPLACED_METADATA,
];

pub(crate) const UNDEFINED_ELEMENT: Rule = Rule::error(
    "UndefinedElement",
    "RSS 2.0; RFC 4287, 4",
    "an element stands only where its specification lets it",
    "leave it out, put it where it belongs, or give it a namespace of its own",
);

pub(crate) const NO_BLINK: Rule =
    Rule::error("NoBlink", "RSS 2.0", "RSS has no element blink", "use blogChannel:blink");

pub(crate) const MISSING_ATTRIBUTE: Rule = Rule::error(
    "MissingAttribute",
    "RSS 2.0; RFC 4287, 4",
    "an element has the attributes that it needs",
    "add the attribute",
);

pub(crate) const UNEXPECTED_ATTRIBUTE: Rule = Rule::error(
    "UnexpectedAttribute",
    "RSS 2.0; RFC 4287, 4",
    "an element has only attributes that its specification knows",
    "leave the attribute out, or give it a namespace of its own",
);

pub(crate) const USE_OF_EXTENSION_ATTR: Rule = Rule::warning(
    "UseOfExtensionAttr",
    "RSS 2.0, Extending RSS",
    "RSS is extended by elements, not by attributes",
    "say it in an element of a namespace",
);

pub(crate) const DUPLICATE_ELEMENT: Rule = Rule::error(
    "DuplicateElement",
    "RSS 2.0; RFC 4287, 4",
    "an element that says one thing is there once",
    "leave all but one out",
);

pub(crate) const TOO_MANY: Rule = Rule::error(
    "TooMany",
    "Google Base",
    "an element is not there more often than its specification lets it",
    "leave some out",
);

pub(crate) const UNEXPECTED_TEXT: Rule = Rule::error(
    "UnexpectedText",
    "RSS 2.0; RFC 4287, 4",
    "an element of elements or attributes has no text",
    "put the text into an element, or leave it out",
);

pub(crate) const MISSING_ELEMENT: Rule = Rule::error(
    "MissingElement",
    "RSS 2.0; RFC 4287, 4",
    "an element holds the elements that it needs",
    "add the element",
);

pub(crate) const MISSING_DESCRIPTION: Rule = Rule::error(
    "MissingDescription",
    "RSS 2.0, Required channel elements",
    "a channel and a text input have a description",
    "add a description, if only a sentence",
);

pub(crate) const MISSING_LINK: Rule = Rule::error(
    "MissingLink",
    "RSS 2.0, Required channel elements",
    "a channel, an image and a text input have a link",
    "add the address of the site",
);

pub(crate) const MISSING_TITLE: Rule = Rule::error(
    "MissingTitle",
    "RSS 2.0, Required channel elements",
    "a channel, an image and a text input have a title",
    "add the title of the site",
);

pub(crate) const ITEM_MUST_CONTAIN_TITLE_OR_DESCRIPTION: Rule = Rule::error(
    "ItemMustContainTitleOrDescription",
    "RSS 2.0, Elements of item",
    "an item has a title or a description",
    "add one of them",
);

pub(crate) const INVALID_RSS_VERSION: Rule = Rule::error(
    "InvalidRSSVersion",
    "RSS 2.0",
    "the version of RSS is 0.91, 0.92 or 2.0",
    "say version=\"2.0\"",
);

pub(crate) const INVALID_DOCTYPE: Rule = Rule::error(
    "InvalidDoctype",
    "RSS 0.91",
    "the document type of RSS 0.91 stands in front of RSS 0.91 only",
    "leave the document type out",
);

pub(crate) const INVALID_NAMESPACE: Rule = Rule::error(
    "InvalidNamespace",
    "RFC 4287, 2; RSS 2.0",
    "the root element is in the namespace of its format",
    "Atom is http://www.w3.org/2005/Atom; RSS has no namespace",
);

pub(crate) const MISSING_NAMESPACE: Rule = Rule::error(
    "MissingNamespace",
    "RFC 4287, 2; Namespaces in XML, 5",
    "Atom and the XHTML in it have their namespaces",
    "declare xmlns=\"http://www.w3.org/2005/Atom\", or that of XHTML",
);

pub(crate) const OBSOLETE_NAMESPACE: Rule = Rule::error(
    "ObsoleteNamespace",
    "RFC 4287, 2",
    "Atom 0.3 is obsolete",
    "write Atom 1.0, in the namespace http://www.w3.org/2005/Atom",
);

pub(crate) const NOT_IN_A_NAMESPACE: Rule = Rule::error(
    "NotInANamespace",
    "RSS 2.0, Extending RSS",
    "what extends RSS is in a namespace, down to the elements that it holds",
    "give the element a prefix too",
);

pub(crate) const UNDETERMINABLE_VOCABULARY: Rule = Rule::warning(
    "UndeterminableVocabulary",
    "RFC 4287, 6.1",
    "an element of Atom is in a namespace",
    "declare a namespace for it",
);

pub(crate) const MISPLACED_XHTML_CONTENT: Rule = Rule::warning(
    "MisplacedXHTMLContent",
    "RFC 4287, 3.1.1.3",
    "XHTML stands in a content or a text, not beside it",
    "put it into content, or leave it out",
);

pub(crate) const QUESTIONABLE_USAGE: Rule = Rule::warning(
    "QuestionableUsage",
    "RFC 4287, 6",
    "an extension stands where readers look for it",
    "put it into the feed or the entry",
);

pub(crate) const MISPLACED_ITEM: Rule = Rule::warning(
    "MisplacedItem",
    "RSS Best Practices, item",
    "the items follow all other elements of a channel",
    "put the items last",
);

pub(crate) const MISPLACED_METADATA: Rule = Rule::error(
    "MisplacedMetadata",
    "RFC 4287, 4.1.1",
    "the elements of a feed stand before its entries",
    "put the entries last",
);

pub(crate) const NOT_A_FEED: Rule = Rule::error(
    "NotAFeed",
    "RSS 2.0; RFC 4287; JSON Feed 1.1",
    "a feed is XML with the root of RSS or Atom, or a JSON object with the version of JSON Feed",
    "check the address that it was fetched from",
);
