//! Rules of other values: languages, media types, podcasts, media, and texts as such.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &INVALID_LANGUAGE,
    &INVALID_MIME_TYPE,
    &INVALID_MIME_ATTRIBUTE,
    &INVALID_TEXT_TYPE,
    &NOT_BASE64,
    &INVALID_DURATION,
    &TOO_LONG,
    &INVALID_KEYWORDS,
    &INVALID_ITUNES_CATEGORY,
    &OBSOLETE_ITUNES_CATEGORY,
    &INVALID_NPT_TIME,
    &INVALID_MEDIA_HASH,
    &INVALID_MEDIA_RATING,
    &NOT_BLANK,
    &ATTR_NOT_BLANK,
    &UNEXPECTED_WHITESPACE,
];

pub(crate) const INVALID_LANGUAGE: Rule = Rule::error(
    "InvalidLanguage",
    "RFC 5646, 2.1",
    "a language is a tag of BCP 47 with registered subtags",
    "write it like en, en-GB or zh-Hant",
);

pub(crate) const INVALID_MIME_TYPE: Rule = Rule::error(
    "InvalidMIMEType",
    "RFC 6838, 4.2",
    "a media type has a type and a subtype",
    "write it like text/html",
);

pub(crate) const INVALID_MIME_ATTRIBUTE: Rule = Rule::error(
    "InvalidMIMEAttribute",
    "RSS 2.0, enclosure",
    "the type of an attachment is a media type",
    "write it like audio/mpeg",
);

pub(crate) const INVALID_TEXT_TYPE: Rule = Rule::error(
    "InvalidTextType",
    "RFC 4287, 3.1.1",
    "a text is of type text, html or xhtml",
    "write text, html or xhtml",
);

pub(crate) const NOT_BASE64: Rule = Rule::error(
    "NotBase64",
    "RFC 4287, 4.1.3.3",
    "what is neither text nor XML is encoded in Base64",
    "encode the content in Base64",
);

pub(crate) const INVALID_DURATION: Rule = Rule::error(
    "InvalidDuration",
    "Apple Podcasts, RSS feed requirements",
    "a duration is a number of seconds, or hours, minutes and seconds",
    "write it like 1:02:03",
);

pub(crate) const TOO_LONG: Rule = Rule::error(
    "TooLong",
    "Apple Podcasts, RSS feed requirements",
    "a text is no longer than Apple shows",
    "shorten it",
);

pub(crate) const INVALID_KEYWORDS: Rule = Rule::warning(
    "InvalidKeywords",
    "Apple Podcasts, RSS feed requirements",
    "keywords are separated by commas",
    "put commas between the keywords",
);

pub(crate) const INVALID_ITUNES_CATEGORY: Rule = Rule::error(
    "InvalidItunesCategory",
    "Apple Podcasts categories",
    "a category is one of those that Apple has",
    "use a category of the list of Apple, in its spelling",
);

pub(crate) const OBSOLETE_ITUNES_CATEGORY: Rule = Rule::warning(
    "ObsoleteItunesCategory",
    "Apple Podcasts categories",
    "a category is one of those that Apple has since 2019",
    "use the category that took its place",
);

pub(crate) const INVALID_NPT_TIME: Rule = Rule::error(
    "InvalidNPTTime",
    "RFC 2326, 3.6",
    "a time within a medium is a number of seconds, or hours, minutes and seconds, or now",
    "write it like 12:05:35.3",
);

pub(crate) const INVALID_MEDIA_HASH: Rule = Rule::error(
    "InvalidMediaHash",
    "Media RSS, media:hash",
    "a hash is of md5 or sha-1, in as many digits as these have",
    "use algo=\"md5\" with 32 digits or algo=\"sha-1\" with 40",
);

pub(crate) const INVALID_MEDIA_RATING: Rule = Rule::error(
    "InvalidMediaRating",
    "Media RSS, media:rating",
    "a rating is one of its scheme",
    "use a rating of the scheme, in lower case",
);

pub(crate) const NOT_BLANK: Rule = Rule::warning(
    "NotBlank",
    "RSS Best Practices",
    "the element says something",
    "fill it, or leave it out if it may be",
);

pub(crate) const ATTR_NOT_BLANK: Rule = Rule::warning(
    "AttrNotBlank",
    "RFC 4287",
    "the attribute says something",
    "fill it, or leave it out if it may be",
);

pub(crate) const UNEXPECTED_WHITESPACE: Rule = Rule::error(
    "UnexpectedWhitespace",
    "RFC 4287, 3.3",
    "there is no space around the value",
    "cut off the space around the value",
);
