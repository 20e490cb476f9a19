//! Rules of Atom: constructs, contents, links, feeds of several pages (RFC 4287, RFC 5005).

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &MISSING_XHTML_DIV,
    &MISSING_CONTENT_OR_ALTERNATE,
    &MISSING_SUMMARY,
    &MISSING_TEXTUAL_CONTENT,
    &MISSING_SOURCE_ELEMENT,
    &MISSING_TYPE_ATTR,
    &DUPLICATE_ATOM_LINK,
    &MISSING_HREF,
    &ATOM_LINK_NOT_EMPTY,
    &MISSING_SELF,
    &SELF_DOESNT_MATCH_LOCATION,
    &RELATIVE_SELF,
    &SELF_NOT_ATOM,
    &SAME_DOCUMENT_REFERENCE,
    &FEED_HISTORY_REL_IN_ENTRY,
    &FEED_REL_IN_COMPLETE_FEED,
    &CURRENT_NOT_SELF_IN_COMPLETE_FEED,
    &LINK_PAST_END,
    &MISSING_CURRENT_IN_ARCHIVE,
    &ARCHIVE_INCOMPLETE,
    &NOT_ESCAPED,
    &NO_THR_WHEN,
];

pub(crate) const MISSING_XHTML_DIV: Rule = Rule::error(
    "MissingXhtmlDiv",
    "RFC 4287, 3.1.1.3",
    "what is of type xhtml stands in one div of XHTML",
    "put it into <div xmlns=\"http://www.w3.org/1999/xhtml\">",
);

pub(crate) const MISSING_CONTENT_OR_ALTERNATE: Rule = Rule::error(
    "MissingContentOrAlternate",
    "RFC 4287, 4.1.2",
    "an entry without content has a link to it",
    "add content, or a link with rel=\"alternate\"",
);

pub(crate) const MISSING_SUMMARY: Rule = Rule::error(
    "MissingSummary",
    "RFC 4287, 4.1.2",
    "an entry whose content is elsewhere or no text has a summary",
    "add a summary",
);

pub(crate) const MISSING_TEXTUAL_CONTENT: Rule = Rule::warning(
    "MissingTextualContent",
    "RFC 4287, 4.1.1.1",
    "an entry says something: it has content or a summary",
    "add one of them",
);

pub(crate) const MISSING_SOURCE_ELEMENT: Rule = Rule::warning(
    "MissingSourceElement",
    "RFC 4287, 4.2.11",
    "a source has the id, the title and the date of the feed that an entry is from",
    "add the element",
);

pub(crate) const MISSING_TYPE_ATTR: Rule = Rule::warning(
    "MissingTypeAttr",
    "RFC 4287, 4.1.3.2",
    "a content that is elsewhere says its media type",
    "add the attribute type",
);

pub(crate) const DUPLICATE_ATOM_LINK: Rule = Rule::error(
    "DuplicateAtomLink",
    "RFC 4287, 4.1.1",
    "there is one alternate link of a media type and a language",
    "leave all but one out, or say what they differ in",
);

pub(crate) const MISSING_HREF: Rule = Rule::error(
    "MissingHref",
    "RFC 4287, 4.2.7.1",
    "a link has an address",
    "add the attribute href",
);

pub(crate) const ATOM_LINK_NOT_EMPTY: Rule = Rule::warning(
    "AtomLinkNotEmpty",
    "RFC 4287, 4.2.7",
    "a link has no text",
    "leave the text out, or say it in the attribute title",
);

pub(crate) const MISSING_SELF: Rule = Rule::warning(
    "MissingSelf",
    "RFC 4287, 4.1.1",
    "a feed says where it is found",
    "add <link rel=\"self\" href=\"…\"/>",
);

pub(crate) const SELF_DOESNT_MATCH_LOCATION: Rule = Rule::warning(
    "SelfDoesntMatchLocation",
    "RFC 4287, 4.2.7.2",
    "the link to itself names the address at which the feed is found",
    "write the address from which readers fetch the feed",
);

pub(crate) const RELATIVE_SELF: Rule = Rule::warning(
    "RelativeSelf",
    "RFC 4287, 4.2.7.2",
    "the link to itself is a whole address",
    "begin it with https://",
);

pub(crate) const SELF_NOT_ATOM: Rule = Rule::warning(
    "SelfNotAtom",
    "RFC 4287, 4.2.7.2",
    "the link to itself leads to a feed",
    "say type=\"application/atom+xml\" or application/rss+xml",
);

pub(crate) const SAME_DOCUMENT_REFERENCE: Rule = Rule::warning(
    "SameDocumentReference",
    "RFC 3986, 4.4",
    "an address relative to another base leads away from it",
    "write the whole address",
);

pub(crate) const FEED_HISTORY_REL_IN_ENTRY: Rule = Rule::warning(
    "FeedHistoryRelInEntry",
    "RFC 5005, 3",
    "links to pages of a feed belong to the feed",
    "put the link into the feed",
);

pub(crate) const FEED_REL_IN_COMPLETE_FEED: Rule = Rule::error(
    "FeedRelInCompleteFeed",
    "RFC 5005, 2",
    "a complete feed has no other pages",
    "leave the link out, or fh:complete",
);

pub(crate) const CURRENT_NOT_SELF_IN_COMPLETE_FEED: Rule = Rule::error(
    "CurrentNotSelfInCompleteFeed",
    "RFC 5005, 2",
    "a complete feed is its own current page",
    "let rel=\"current\" lead to the feed itself",
);

pub(crate) const LINK_PAST_END: Rule = Rule::error(
    "LinkPastEnd",
    "RFC 5005, 3",
    "nothing comes before the first page, nor after the last",
    "leave the link out",
);

pub(crate) const MISSING_CURRENT_IN_ARCHIVE: Rule = Rule::warning(
    "MissingCurrentInArchive",
    "RFC 5005, 4",
    "an archive says where the current feed is",
    "add a link with rel=\"current\"",
);

pub(crate) const ARCHIVE_INCOMPLETE: Rule = Rule::warning(
    "ArchiveIncomplete",
    "RFC 5005, 4",
    "an archive leads to the one before it",
    "add a link with rel=\"prev-archive\"",
);

pub(crate) const NOT_ESCAPED: Rule = Rule::error(
    "NotEscaped",
    "Atom 0.3, content",
    "what is of mode escaped has no elements",
    "escape them, or leave the mode out",
);

pub(crate) const NO_THR_WHEN: Rule =
    Rule::error("NoThrWhen", "RFC 4685, 5", "thr:when is called thr:updated", "write thr:updated");
