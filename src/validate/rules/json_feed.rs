//! JSON Feed 1.1, <https://www.jsonfeed.org/version/1.1/>, and what is told of version 1.
//!
//! What is common to all values is worded once; the finding says which member it is about.

use crate::validate::rule::Rule;

/// All of them.
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
];

pub(crate) const MISSING_MEMBER: Rule = Rule::error(
    "MissingMember",
    "JSON Feed 1.1, Top-level; Items; Attachments",
    "version, title and items of a feed, id of an item, url and mime_type of an attachment, type and url of a hub are required",
    "add the member that is named",
);

pub(crate) const UNKNOWN_VERSION: Rule = Rule::error(
    "UnknownVersion",
    "JSON Feed 1.1, Top-level, version",
    "the version must be the address of JSON Feed 1 or 1.1, to the letter: readers know a feed by it",
    "write https://jsonfeed.org/version/1.1",
);

pub(crate) const OLD_VERSION: Rule = Rule::info(
    "OldVersion",
    "JSON Feed 1.1, Changes",
    "version 1 is still valid, but 1.1 has authors and languages",
    "say https://jsonfeed.org/version/1.1, and authors in the place of author",
);

pub(crate) const VERSION_NOT_FIRST: Rule = Rule::info(
    "VersionNotFirst",
    "JSON Feed 1.1, Top-level, version",
    "the version should be at the very top, where people and programs look for it",
    "write the version before all other members, if your library lets you",
);

pub(crate) const WRONG_TYPE: Rule = Rule::error(
    "WrongType",
    "JSON Feed 1.1, Top-level; Items; Attachments",
    "each member has one type: string, number, boolean, object or array",
    "write the value as the type that is named",
);

pub(crate) const NULL_MEMBER: Rule = Rule::error(
    "NullMember",
    "JSON Feed 1.1, Top-level; Items; Attachments",
    "no member may be null: what is absent is left out",
    "leave the member out",
);

pub(crate) const BLANK_MEMBER: Rule = Rule::warning(
    "BlankMember",
    "JSON Feed 1.1, Top-level; Items; Attachments",
    "a string that is empty or white space says nothing, and readers show it as it is",
    "leave the member out, or fill it",
);

pub(crate) const EMPTY_LIST: Rule = Rule::info(
    "EmptyList",
    "JSON Feed 1.1, Top-level; Items",
    "an empty list of authors, tags, attachments or hubs says no more than its absence",
    "leave the member out",
);

pub(crate) const UNKNOWN_MEMBER: Rule = Rule::warning(
    "UnknownMember",
    "JSON Feed 1.1, Extensions",
    "members that are not in the specification must be within an extension, whose name begins with _",
    "correct the name, or put the member into an object of your own, as _example",
);

pub(crate) const MEMBER_OF_LATER_VERSION: Rule = Rule::warning(
    "MemberOfLaterVersion",
    "JSON Feed 1.1, Changes",
    "authors and language came with version 1.1; readers of version 1 don't know them",
    "say https://jsonfeed.org/version/1.1, or write author",
);

pub(crate) const DEPRECATED_MEMBER: Rule = Rule::warning(
    "DeprecatedMember",
    "JSON Feed 1.1, Deprecations",
    "author is deprecated since version 1.1 and should not be alone; authors is preferred",
    "write authors, a list, beside author or in its place",
);

pub(crate) const BAD_EXTENSION_NAME: Rule = Rule::error(
    "BadExtensionName",
    "JSON Feed 1.1, Extensions",
    "the name of an extension must begin with _ and a letter, and have no dot",
    "name the extension after who made it, as _blue_shed",
);

pub(crate) const BAD_EXTENSION_MEMBER: Rule = Rule::error(
    "BadExtensionMember",
    "JSON Feed 1.1, Extensions",
    "within an extension no name may begin with _ or have a dot",
    "rename the member",
);

pub(crate) const EXTENSION_NO_OBJECT: Rule = Rule::warning(
    "ExtensionNoObject",
    "JSON Feed 1.1, Extensions",
    "an extension is an object, so that it can hold more, and say what it is about",
    "put the value into an object: {\"about\": \"https://…\", \"value\": …}",
);

pub(crate) const EXTENSION_WITHOUT_ABOUT: Rule = Rule::info(
    "ExtensionWithoutAbout",
    "JSON Feed 1.1, Extensions",
    "an extension should say once in a feed what it is about, for people who look at it",
    "add about with the address of its documentation, preferably where it is first used",
);

pub(crate) const NUMERIC_ID: Rule = Rule::error(
    "NumericId",
    "JSON Feed 1.1, Items, id",
    "an id must be a string; some readers refuse a feed with numbers",
    "write the id in quotes",
);

pub(crate) const BLANK_ID: Rule = Rule::error(
    "BlankId",
    "JSON Feed 1.1, Suggestions for Feed Readers",
    "an id must not be blank: readers discard the item",
    "give the item an id that never changes, ideally its address",
);

pub(crate) const DUPLICATE_ITEM_ID: Rule = Rule::error(
    "DuplicateItemId",
    "JSON Feed 1.1, Items, id",
    "an id must be unique within the feed: of two items with one id, readers show one",
    "give each item its own id, ideally its address",
);

pub(crate) const ID_NO_URL: Rule = Rule::info(
    "IdNoUrl",
    "JSON Feed 1.1, Items, id",
    "ideally an id is the full URL of what the item describes",
    "use the permalink for new items; never change the id of an old one",
);

pub(crate) const MISSING_CONTENT: Rule = Rule::error(
    "MissingContent",
    "JSON Feed 1.1, Items, content_html and content_text",
    "an item must have content_html, content_text or both",
    "add content_text, be it as short as the title",
);

pub(crate) const MISSING_ITEM_URL: Rule = Rule::info(
    "MissingItemUrl",
    "JSON Feed 1.1, Items, url",
    "the url of an item should be there even if it is the id",
    "add url with the permalink",
);

pub(crate) const MARKUP_IN_PLAIN_TEXT: Rule = Rule::warning(
    "MarkupInPlainText",
    "JSON Feed 1.1, Items, content_html and content_text",
    "HTML is allowed in content_html alone; elsewhere readers show its tags and references as they are written",
    "write plain text: no tags, and each character as itself",
);

pub(crate) const BAD_TIMESTAMP: Rule = Rule::error(
    "BadTimestamp",
    "JSON Feed 1.1, Items, date_published",
    "a date must be of RFC 3339, with its time and its zone",
    "write it as 2010-02-07T14:04:00-05:00",
);

pub(crate) const BAD_URL: Rule = Rule::error(
    "BadUrl",
    "JSON Feed 1.1, Top-level; Items",
    "an address must be a URL without spaces and other characters that no URL has",
    "percent-encode what may not be there",
);

pub(crate) const RELATIVE_URL: Rule = Rule::error(
    "RelativeUrl",
    "JSON Feed 1.1, Top-level; Items",
    "an address must be whole, since JSON Feed has no base for relative ones",
    "begin it with https:// and the host",
);

pub(crate) const BAD_LANGUAGE_TAG: Rule = Rule::error(
    "BadLanguageTag",
    "JSON Feed 1.1, Top-level, language",
    "a language must be a tag of RFC 5646",
    "write it as en or en-US, with a hyphen",
);

pub(crate) const BAD_MEDIA_TYPE: Rule = Rule::error(
    "BadMediaType",
    "JSON Feed 1.1, Attachments, mime_type",
    "a MIME type must be a type and a subtype with a slash between them",
    "write it as audio/mpeg",
);

pub(crate) const NEGATIVE_NUMBER: Rule = Rule::error(
    "NegativeNumber",
    "JSON Feed 1.1, Attachments, size_in_bytes and duration_in_seconds",
    "a size or duration can't be negative",
    "leave the member out where the number is not known",
);

pub(crate) const FRACTION_OF_BYTE: Rule = Rule::warning(
    "FractionOfByte",
    "JSON Feed 1.1, Attachments, size_in_bytes",
    "a size in bytes is a whole number, and some readers refuse a feed with others",
    "round it",
);

pub(crate) const EMPTY_AUTHOR: Rule = Rule::error(
    "EmptyAuthor",
    "JSON Feed 1.1, Top-level, authors",
    "an author must have name, url or avatar",
    "add the name, or leave the author out",
);

pub(crate) const NEXT_URL_IS_FEED_URL: Rule = Rule::error(
    "NextUrlIsFeedUrl",
    "JSON Feed 1.1, Top-level, next_url",
    "next_url must not be feed_url: readers would go round in circles",
    "give the address of the next page, and leave next_url out on the last",
);

pub(crate) const MISSING_HOME_PAGE_URL: Rule = Rule::warning(
    "MissingHomePageUrl",
    "JSON Feed 1.1, Top-level, home_page_url",
    "home_page_url should be considered required for a feed on the public web",
    "add the address of the page that the feed is about",
);

pub(crate) const MISSING_FEED_URL: Rule = Rule::warning(
    "MissingFeedUrl",
    "JSON Feed 1.1, Top-level, feed_url",
    "feed_url, which identifies the feed, should be considered required on the public web",
    "add the address of the feed itself",
);

pub(crate) const FEED_URL_ELSEWHERE: Rule = Rule::warning(
    "FeedUrlElsewhere",
    "JSON Feed 1.1, Top-level, feed_url",
    "feed_url should be the address from which the feed is served",
    "write the address at which readers find the feed",
);

pub(crate) const UNKNOWN_HUB: Rule = Rule::info(
    "UnknownHub",
    "JSON Feed 1.1, Subscribing to Real-time Notifications",
    "the protocols of hubs that readers know are WebSub and rssCloud",
    "write WebSub or rssCloud, if it is one of them",
);

pub(crate) const HUB_WITHOUT_FEED_URL: Rule = Rule::warning(
    "HubWithoutFeedUrl",
    "JSON Feed 1.1, Subscribing to Real-time Notifications",
    "a WebSub hub is asked for feed_url, so without it nobody can subscribe",
    "add feed_url",
);

pub(crate) const MISSING_ICON: Rule = Rule::info(
    "MissingIcon",
    "JSON Feed 1.1, Suggestions for Publishers",
    "a feed should have icon or favicon, or readers search the site for them",
    "add icon, 512 x 512 pixels or so, and favicon, not below 64 x 64",
);
