//! Rules of namespaces and of what feeds add to their format.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &RESERVED_PREFIX,
    &MEDIA_RSS_NAMESPACE,
    &NONSTD_PREFIX,
    &AVOID_NAMESPACE_PREFIX,
    &OBSOLETE_WIKI_NAMESPACE,
    &UNKNOWN_NAMESPACE,
    &UNSUPPORTED_NAMESPACE,
    &MISSING_ITUNES_ELEMENT,
    &MISSING_ITUNES_EMAIL,
    &UNSUPPORTED_ITUNES_FORMAT,
    &NOT_UTF8,
    &DEPRECATED_MEDIA_ADULT,
    &MEDIA_GROUP_WITHOUT_ALTERNATIVES,
    &INVALID_LOCAL_ROLE,
    &NOT_URL_ENCODED,
    &INVALID_ENCODING,
];

pub(crate) const RESERVED_PREFIX: Rule = Rule::warning(
    "ReservedPrefix",
    "RSS Best Practices, Namespace Elements",
    "a prefix that everybody knows stands for the namespace that everybody knows",
    "write the customary namespace, or another prefix",
);

pub(crate) const MEDIA_RSS_NAMESPACE: Rule = Rule::error(
    "MediaRssNamespace",
    "Media RSS, Namespace declaration",
    "the namespace of Media RSS ends in a slash",
    "write http://search.yahoo.com/mrss/",
);

pub(crate) const NONSTD_PREFIX: Rule = Rule::info(
    "NonstdPrefix",
    "RSS Best Practices, Namespace Elements",
    "a namespace has its customary prefix",
    "write the customary prefix: some readers know nothing else",
);

pub(crate) const AVOID_NAMESPACE_PREFIX: Rule = Rule::warning(
    "AvoidNamespacePrefix",
    "RFC 4287, 1.2",
    "Atom and XHTML are written without a prefix: some readers know nothing else",
    "declare the namespace without a prefix",
);

pub(crate) const OBSOLETE_WIKI_NAMESPACE: Rule = Rule::warning(
    "ObsoleteWikiNamespace",
    "RSS 1.0 Modules: Wiki",
    "the namespace of wikis is the one at purl.org",
    "write http://purl.org/rss/1.0/modules/wiki/",
);

pub(crate) const UNKNOWN_NAMESPACE: Rule = Rule::warning(
    "UnknownNamespace",
    "RFC 4287, 6.1",
    "a namespace is one that readers know",
    "leave it out if nobody reads it",
);

pub(crate) const UNSUPPORTED_NAMESPACE: Rule = Rule::info(
    "UnsupportedNamespace",
    "RFC 4287, 6.1",
    "a namespace is one whose elements can be judged",
    "have its elements judged by their own validator",
);

pub(crate) const MISSING_ITUNES_ELEMENT: Rule = Rule::warning(
    "MissingItunesElement",
    "Apple, A Podcaster’s Guide to RSS",
    "a podcast has the elements that Apple requires",
    "add the element",
);

pub(crate) const MISSING_ITUNES_EMAIL: Rule = Rule::warning(
    "MissingItunesEmail",
    "Apple, A Podcaster’s Guide to RSS",
    "a podcast says how to reach its owner",
    "add itunes:owner with itunes:email",
);

pub(crate) const UNSUPPORTED_ITUNES_FORMAT: Rule = Rule::warning(
    "UnsupportedItunesFormat",
    "Apple, A Podcaster’s Guide to RSS",
    "an episode is in a format that Apple plays",
    "publish it as m4a, mp3, mov, mp4, m4v, pdf or epub",
);

pub(crate) const NOT_UTF8: Rule = Rule::warning(
    "NotUTF8",
    "Apple, A Podcaster’s Guide to RSS",
    "a podcast is encoded in UTF-8",
    "write the feed in UTF-8",
);

pub(crate) const DEPRECATED_MEDIA_ADULT: Rule = Rule::warning(
    "DeprecatedMediaAdult",
    "Media RSS, media:rating",
    "media:adult is called media:rating",
    "write <media:rating>adult</media:rating>",
);

pub(crate) const MEDIA_GROUP_WITHOUT_ALTERNATIVES: Rule = Rule::error(
    "MediaGroupWithoutAlternatives",
    "Media RSS, media:group",
    "a media:group holds several versions of one thing",
    "add the other version, or leave the group out",
);

pub(crate) const INVALID_LOCAL_ROLE: Rule = Rule::error(
    "InvalidLocalRole",
    "OpenSearch 1.1, Query",
    "the role of a query is one that OpenSearch knows",
    "write request, example, related, correction, subset or superset",
);

pub(crate) const NOT_URL_ENCODED: Rule = Rule::error(
    "NotURLEncoded",
    "OpenSearch 1.1, Query",
    "the terms of a query are percent-encoded",
    "encode them",
);

pub(crate) const INVALID_ENCODING: Rule = Rule::error(
    "InvalidEncoding",
    "OpenSearch 1.1, Query",
    "an encoding has a name that is registered",
    "write UTF-8",
);
