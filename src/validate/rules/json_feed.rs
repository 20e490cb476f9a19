//! JSON Feed 1.1, <https://www.jsonfeed.org/version/1.1/>, and what is told of version 1.
//!
//! What is common to all values is worded once; the finding says which member it is about.

use crate::validate::{Rule, Severity};

/// A member that every object of its kind has.
pub(crate) const MISSING_MEMBER: Rule = Rule {
    name: "MissingMember",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Top-level; Items; Attachments",
    about: "version, title and items of a feed, id of an item, url and mime_type of an attachment, type and url of a hub are required",
    help: "add the member that is named",
};

/// A version that there is not.
pub(crate) const UNKNOWN_VERSION: Rule = Rule {
    name: "UnknownVersion",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Top-level, version",
    about: "the version must be the address of JSON Feed 1 or 1.1, to the letter: readers know a feed by it",
    help: "write https://jsonfeed.org/version/1.1",
};

/// Version 1.
pub(crate) const OLD_VERSION: Rule = Rule {
    name: "OldVersion",
    severity: Severity::Info,
    spec: "JSON Feed 1.1, Changes",
    about: "version 1 is still valid, but 1.1 has authors and languages",
    help: "say https://jsonfeed.org/version/1.1, and authors in the place of author",
};

/// A version behind other members.
pub(crate) const VERSION_NOT_FIRST: Rule = Rule {
    name: "VersionNotFirst",
    severity: Severity::Info,
    spec: "JSON Feed 1.1, Top-level, version",
    about: "the version should be at the very top, where people and programs look for it",
    help: "write the version before all other members, if your library lets you",
};

/// A value of another type.
pub(crate) const WRONG_TYPE: Rule = Rule {
    name: "WrongType",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Top-level; Items; Attachments",
    about: "each member has one type: string, number, boolean, object or array",
    help: "write the value as the type that is named",
};

/// A member that is null.
pub(crate) const NULL_MEMBER: Rule = Rule {
    name: "NullMember",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Top-level; Items; Attachments",
    about: "no member may be null: what is absent is left out",
    help: "leave the member out",
};

/// A text that says nothing.
pub(crate) const BLANK_MEMBER: Rule = Rule {
    name: "BlankMember",
    severity: Severity::Warning,
    spec: "JSON Feed 1.1, Top-level; Items; Attachments",
    about: "a string that is empty or white space says nothing, and readers show it as it is",
    help: "leave the member out, or fill it",
};

/// A list without anything in it.
pub(crate) const EMPTY_LIST: Rule = Rule {
    name: "EmptyList",
    severity: Severity::Info,
    spec: "JSON Feed 1.1, Top-level; Items",
    about: "an empty list of authors, tags, attachments or hubs says no more than its absence",
    help: "leave the member out",
};

/// A member that the specification does not have.
pub(crate) const UNKNOWN_MEMBER: Rule = Rule {
    name: "UnknownMember",
    severity: Severity::Warning,
    spec: "JSON Feed 1.1, Extensions",
    about: "members that are not in the specification must be within an extension, whose name begins with _",
    help: "correct the name, or put the member into an object of your own, as _example",
};

/// A member of 1.1 in a feed of 1.
pub(crate) const MEMBER_OF_LATER_VERSION: Rule = Rule {
    name: "MemberOfLaterVersion",
    severity: Severity::Warning,
    spec: "JSON Feed 1.1, Changes",
    about: "authors and language came with version 1.1; readers of version 1 don't know them",
    help: "say https://jsonfeed.org/version/1.1, or write author",
};

/// The single author.
pub(crate) const DEPRECATED_MEMBER: Rule = Rule {
    name: "DeprecatedMember",
    severity: Severity::Warning,
    spec: "JSON Feed 1.1, Deprecations",
    about: "author is deprecated since version 1.1 and should not be alone; authors is preferred",
    help: "write authors, a list, beside author or in its place",
};

/// A name that no extension may have.
pub(crate) const BAD_EXTENSION_NAME: Rule = Rule {
    name: "BadExtensionName",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Extensions",
    about: "the name of an extension must begin with _ and a letter, and have no dot",
    help: "name the extension after who made it, as _blue_shed",
};

/// A name that no member of an extension may have.
pub(crate) const BAD_EXTENSION_MEMBER: Rule = Rule {
    name: "BadExtensionMember",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Extensions",
    about: "within an extension no name may begin with _ or have a dot",
    help: "rename the member",
};

/// An extension that is no object.
pub(crate) const EXTENSION_NO_OBJECT: Rule = Rule {
    name: "ExtensionNoObject",
    severity: Severity::Warning,
    spec: "JSON Feed 1.1, Extensions",
    about: "an extension is an object, so that it can hold more, and say what it is about",
    help: "put the value into an object: {\"about\": \"https://…\", \"value\": …}",
};

/// An extension that does not say what it is.
pub(crate) const EXTENSION_WITHOUT_ABOUT: Rule = Rule {
    name: "ExtensionWithoutAbout",
    severity: Severity::Info,
    spec: "JSON Feed 1.1, Extensions",
    about: "an extension should say once in a feed what it is about, for people who look at it",
    help: "add about with the address of its documentation, preferably where it is first used",
};

/// An id that is a number.
pub(crate) const NUMERIC_ID: Rule = Rule {
    name: "NumericId",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Items, id",
    about: "an id must be a string; some readers refuse a feed with numbers",
    help: "write the id in quotes",
};

/// An id that is empty.
pub(crate) const BLANK_ID: Rule = Rule {
    name: "BlankId",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Suggestions for Feed Readers",
    about: "an id must not be blank: readers discard the item",
    help: "give the item an id that never changes, ideally its address",
};

/// Two items with one id.
pub(crate) const DUPLICATE_ITEM_ID: Rule = Rule {
    name: "DuplicateItemId",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Items, id",
    about: "an id must be unique within the feed: of two items with one id, readers show one",
    help: "give each item its own id, ideally its address",
};

/// An id that is no address.
pub(crate) const ID_NO_URL: Rule = Rule {
    name: "IdNoUrl",
    severity: Severity::Info,
    spec: "JSON Feed 1.1, Items, id",
    about: "ideally an id is the full URL of what the item describes",
    help: "use the permalink for new items; never change the id of an old one",
};

/// An item without content.
pub(crate) const MISSING_CONTENT: Rule = Rule {
    name: "MissingContent",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Items, content_html and content_text",
    about: "an item must have content_html, content_text or both",
    help: "add content_text, be it as short as the title",
};

/// An item without address.
pub(crate) const MISSING_ITEM_URL: Rule = Rule {
    name: "MissingItemUrl",
    severity: Severity::Info,
    spec: "JSON Feed 1.1, Items, url",
    about: "the url of an item should be there even if it is the id",
    help: "add url with the permalink",
};

/// HTML where there may be none.
pub(crate) const MARKUP_IN_PLAIN_TEXT: Rule = Rule {
    name: "MarkupInPlainText",
    severity: Severity::Warning,
    spec: "JSON Feed 1.1, Items, content_html and content_text",
    about: "HTML is allowed in content_html alone; elsewhere readers show its tags and references as they are written",
    help: "write plain text: no tags, and each character as itself",
};

/// A date that is none.
pub(crate) const BAD_TIMESTAMP: Rule = Rule {
    name: "BadTimestamp",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Items, date_published",
    about: "a date must be of RFC 3339, with its time and its zone",
    help: "write it as 2010-02-07T14:04:00-05:00",
};

/// An address that is none.
pub(crate) const BAD_URL: Rule = Rule {
    name: "BadUrl",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Top-level; Items",
    about: "an address must be a URL without spaces and other characters that no URL has",
    help: "percent-encode what may not be there",
};

/// An address that leads nowhere.
pub(crate) const RELATIVE_URL: Rule = Rule {
    name: "RelativeUrl",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Top-level; Items",
    about: "an address must be whole, since JSON Feed has no base for relative ones",
    help: "begin it with https:// and the host",
};

/// A language that is none.
pub(crate) const BAD_LANGUAGE_TAG: Rule = Rule {
    name: "BadLanguageTag",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Top-level, language",
    about: "a language must be a tag of RFC 5646",
    help: "write it as en or en-US, with a hyphen",
};

/// A media type that is none.
pub(crate) const BAD_MEDIA_TYPE: Rule = Rule {
    name: "BadMediaType",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Attachments, mime_type",
    about: "a MIME type must be a type and a subtype with a slash between them",
    help: "write it as audio/mpeg",
};

/// A size or duration below zero.
pub(crate) const NEGATIVE_NUMBER: Rule = Rule {
    name: "NegativeNumber",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Attachments, size_in_bytes and duration_in_seconds",
    about: "a size or duration can't be negative",
    help: "leave the member out where the number is not known",
};

/// A size that is not whole.
pub(crate) const FRACTION_OF_BYTE: Rule = Rule {
    name: "FractionOfByte",
    severity: Severity::Warning,
    spec: "JSON Feed 1.1, Attachments, size_in_bytes",
    about: "a size in bytes is a whole number, and some readers refuse a feed with others",
    help: "round it",
};

/// An author of whom nothing is known.
pub(crate) const EMPTY_AUTHOR: Rule = Rule {
    name: "EmptyAuthor",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Top-level, authors",
    about: "an author must have name, url or avatar",
    help: "add the name, or leave the author out",
};

/// A next page that is this one.
pub(crate) const NEXT_URL_IS_FEED_URL: Rule = Rule {
    name: "NextUrlIsFeedUrl",
    severity: Severity::Error,
    spec: "JSON Feed 1.1, Top-level, next_url",
    about: "next_url must not be feed_url: readers would go round in circles",
    help: "give the address of the next page, and leave next_url out on the last",
};

/// A feed that does not say of what it is.
pub(crate) const MISSING_HOME_PAGE_URL: Rule = Rule {
    name: "MissingHomePageUrl",
    severity: Severity::Warning,
    spec: "JSON Feed 1.1, Top-level, home_page_url",
    about: "home_page_url should be considered required for a feed on the public web",
    help: "add the address of the page that the feed is about",
};

/// A feed that does not say where it is.
pub(crate) const MISSING_FEED_URL: Rule = Rule {
    name: "MissingFeedUrl",
    severity: Severity::Warning,
    spec: "JSON Feed 1.1, Top-level, feed_url",
    about: "feed_url, which identifies the feed, should be considered required on the public web",
    help: "add the address of the feed itself",
};

/// A feed that is not where it says it is.
pub(crate) const FEED_URL_ELSEWHERE: Rule = Rule {
    name: "FeedUrlElsewhere",
    severity: Severity::Warning,
    spec: "JSON Feed 1.1, Top-level, feed_url",
    about: "feed_url should be the address from which the feed is served",
    help: "write the address at which readers find the feed",
};

/// A hub of another kind.
pub(crate) const UNKNOWN_HUB: Rule = Rule {
    name: "UnknownHub",
    severity: Severity::Info,
    spec: "JSON Feed 1.1, Subscribing to Real-time Notifications",
    about: "the protocols of hubs that readers know are WebSub and rssCloud",
    help: "write WebSub or rssCloud, if it is one of them",
};

/// A hub that can't be asked.
pub(crate) const HUB_WITHOUT_FEED_URL: Rule = Rule {
    name: "HubWithoutFeedUrl",
    severity: Severity::Warning,
    spec: "JSON Feed 1.1, Subscribing to Real-time Notifications",
    about: "a WebSub hub is asked for feed_url, so without it nobody can subscribe",
    help: "add feed_url",
};

/// A feed without pictures of its own.
pub(crate) const MISSING_ICON: Rule = Rule {
    name: "MissingIcon",
    severity: Severity::Info,
    spec: "JSON Feed 1.1, Suggestions for Publishers",
    about: "a feed should have icon or favicon, or readers search the site for them",
    help: "add icon, 512 x 512 pixels or so, and favicon, not below 64 x 64",
};

/// A feed that weighs on readers.
pub(crate) const LARGE_FEED: Rule = Rule {
    name: "LargeFeed",
    severity: Severity::Info,
    spec: "JSON Feed 1.1, Suggestions for Publishers",
    about: "a feed of 1 MB is a burden for readers; 250 kB are fine",
    help: "write fewer items, and the others on pages that next_url leads to",
};

/// The rules of this topic.
pub(crate) const ALL: &[&Rule] = &[
    &MISSING_MEMBER,
    &UNKNOWN_VERSION,
    &OLD_VERSION,
    &VERSION_NOT_FIRST,
    &WRONG_TYPE,
    &NULL_MEMBER,
    &BLANK_MEMBER,
    &EMPTY_LIST,
    &UNKNOWN_MEMBER,
    &MEMBER_OF_LATER_VERSION,
    &DEPRECATED_MEMBER,
    &BAD_EXTENSION_NAME,
    &BAD_EXTENSION_MEMBER,
    &EXTENSION_NO_OBJECT,
    &EXTENSION_WITHOUT_ABOUT,
    &NUMERIC_ID,
    &BLANK_ID,
    &DUPLICATE_ITEM_ID,
    &ID_NO_URL,
    &MISSING_CONTENT,
    &MISSING_ITEM_URL,
    &MARKUP_IN_PLAIN_TEXT,
    &BAD_TIMESTAMP,
    &BAD_URL,
    &RELATIVE_URL,
    &BAD_LANGUAGE_TAG,
    &BAD_MEDIA_TYPE,
    &NEGATIVE_NUMBER,
    &FRACTION_OF_BYTE,
    &EMPTY_AUTHOR,
    &NEXT_URL_IS_FEED_URL,
    &MISSING_HOME_PAGE_URL,
    &MISSING_FEED_URL,
    &FEED_URL_ELSEWHERE,
    &UNKNOWN_HUB,
    &HUB_WITHOUT_FEED_URL,
    &MISSING_ICON,
    &LARGE_FEED,
];
