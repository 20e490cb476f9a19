//! Rules of feeds and their entries as a whole: what they say of themselves, and what they say twice.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &NOT_ENOUGH_HOURS_IN_THE_DAY,
    &EIGHT_DAYS_A_WEEK,
    &DUPLICATE_VALUE,
    &DUPLICATE_SEMANTICS,
    &DUPLICATE_ITEM_SEMANTICS,
    &DUPLICATE_DESCRIPTION_SEMANTICS,
    &IMAGE_LINK_DOESNT_MATCH,
    &IMAGE_TITLE_DOESNT_MATCH,
    &MISSING_GUID,
    &SLASH_DATE,
    &NEED_DESCRIPTION_BEFORE_CONTENT,
    &AVOID_TEXT_INPUT,
    &MISSING_ATOM_SELF_LINK,
    &DUPLICATE_ENCLOSURE,
    &INVALID_FORM_COMPONENT_NAME,
    &MISSING_DC_LANGUAGE,
    &DUPLICATE_IDS,
    &DUPLICATE_ENTRIES,
    &DUPLICATE_UPDATED,
    &COMMENT_RSS,
];

pub(crate) const NOT_ENOUGH_HOURS_IN_THE_DAY: Rule = Rule::error(
    "NotEnoughHoursInTheDay",
    "RSS 2.0, skipHours",
    "skipHours has no more than 24 hours",
    "leave some out",
);

pub(crate) const EIGHT_DAYS_A_WEEK: Rule = Rule::error(
    "EightDaysAWeek",
    "RSS 2.0, skipDays",
    "skipDays has no more than seven days",
    "leave some out",
);

pub(crate) const DUPLICATE_VALUE: Rule = Rule::error(
    "DuplicateValue",
    "RSS 2.0, guid",
    "a value that stands for one thing is there once",
    "give each item a guid of its own, and name each day and hour once",
);

pub(crate) const DUPLICATE_SEMANTICS: Rule = Rule::warning(
    "DuplicateSemantics",
    "RSS Best Practices, Namespace Elements",
    "a channel says a thing in one element, not in two",
    "leave the element of the extension out",
);

pub(crate) const DUPLICATE_ITEM_SEMANTICS: Rule = Rule::warning(
    "DuplicateItemSemantics",
    "RSS Best Practices, Namespace Elements",
    "an item says a thing in one element, not in two",
    "leave the element of the extension out",
);

pub(crate) const DUPLICATE_DESCRIPTION_SEMANTICS: Rule = Rule::warning(
    "DuplicateDescriptionSemantics",
    "RSS Best Practices, Namespace Elements",
    "a description is said once",
    "leave the element of the extension out",
);

pub(crate) const IMAGE_LINK_DOESNT_MATCH: Rule = Rule::warning(
    "ImageLinkDoesntMatch",
    "RSS 2.0, image",
    "the link of an image is that of its channel",
    "write the same address in both",
);

pub(crate) const IMAGE_TITLE_DOESNT_MATCH: Rule = Rule::warning(
    "ImageTitleDoesntMatch",
    "RSS 2.0, image",
    "the title of an image is that of its channel",
    "write the same title in both",
);

pub(crate) const MISSING_GUID: Rule = Rule::warning(
    "MissingGuid",
    "RSS Best Practices, guid",
    "an item has a guid, by which readers know it again",
    "add a guid that never changes",
);

pub(crate) const SLASH_DATE: Rule = Rule::warning(
    "SlashDate",
    "RSS Best Practices, slash:comments",
    "a feed that counts comments says when it was built",
    "add lastBuildDate in front of the items",
);

pub(crate) const NEED_DESCRIPTION_BEFORE_CONTENT: Rule = Rule::warning(
    "NeedDescriptionBeforeContent",
    "RSS Best Practices, content:encoded",
    "the description stands before content:encoded",
    "add a description, and put it first",
);

pub(crate) const AVOID_TEXT_INPUT: Rule = Rule::warning(
    "AvoidTextInput",
    "RSS Best Practices, textInput",
    "a channel has no text input: readers ignore it",
    "leave it out",
);

pub(crate) const MISSING_ATOM_SELF_LINK: Rule = Rule::warning(
    "MissingAtomSelfLink",
    "RSS Best Practices, atom:link",
    "a channel says where it is found",
    "add <atom:link rel=\"self\" href=\"…\" type=\"application/rss+xml\"/>",
);

pub(crate) const DUPLICATE_ENCLOSURE: Rule = Rule::warning(
    "DuplicateEnclosure",
    "RSS Best Practices, enclosure",
    "an item has one enclosure: readers differ in which they take",
    "publish the others in items of their own",
);

pub(crate) const INVALID_FORM_COMPONENT_NAME: Rule = Rule::error(
    "InvalidFormComponentName",
    "RSS 2.0, textInput",
    "the name of a text input begins with a letter",
    "write letters, digits and dashes",
);

pub(crate) const MISSING_DC_LANGUAGE: Rule = Rule::info(
    "MissingDCLanguage",
    "RSS Best Practices, language",
    "a feed says which language it is in",
    "add language, or xml:lang",
);

pub(crate) const DUPLICATE_IDS: Rule = Rule::error(
    "DuplicateIds",
    "RFC 4287, 4.2.6",
    "each entry has an id of its own",
    "give each entry its own id",
);

pub(crate) const DUPLICATE_ENTRIES: Rule = Rule::warning(
    "DuplicateEntries",
    "RFC 4287, 4.1.1",
    "no two entries of a feed have the same id",
    "give each entry its own id, or leave the older version out",
);

pub(crate) const DUPLICATE_UPDATED: Rule = Rule::warning(
    "DuplicateUpdated",
    "RFC 4287, 4.2.15",
    "entries are updated at different times",
    "say when each entry was changed, not when the feed was built",
);

pub(crate) const COMMENT_RSS: Rule = Rule::warning(
    "CommentRSS",
    "Well-Formed Web",
    "the feed of comments is called wfw:commentRss",
    "write it with a small s at its end",
);
