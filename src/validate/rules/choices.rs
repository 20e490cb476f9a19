//! Rules of values of which there are only a few.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &INVALID_YES_NO,
    &INVALID_TRUE_FALSE,
    &INVALID_YES_NO_CLEAN,
    &INVALID_BOOLEAN_ATTRIBUTE,
    &INVALID_UPDATE_PERIOD,
    &INVALID_DAY,
    &INVALID_ITUNES_CHANNEL_TYPE,
    &INVALID_ITUNES_EPISODE_TYPE,
    &INVALID_MEDIA_TEXT_TYPE,
    &INVALID_MEDIA_MEDIUM,
    &INVALID_MEDIA_EXPRESSION,
    &INVALID_MEDIA_RESTRICTION,
    &INVALID_MEDIA_RESTRICTION_REL,
    &INVALID_MEDIA_RESTRICTION_TYPE,
    &INVALID_ACCESS_RESTRICTION_REL,
    &INVALID_CREDIT_ROLE,
    &INVALID_COUNTRY_CODE,
    &INVALID_META_NAME,
    &INVALID_META_CONTENT,
];

pub(crate) const INVALID_YES_NO: Rule = Rule::error(
    "InvalidYesNo",
    "Feed indexing extension",
    "the value is yes or no",
    "write yes or no, without space around",
);

pub(crate) const INVALID_TRUE_FALSE: Rule = Rule::error(
    "InvalidTrueFalse",
    "Apple Podcasts, RSS feed requirements",
    "the value is true or false",
    "write true or false, without space around",
);

pub(crate) const INVALID_YES_NO_CLEAN: Rule = Rule::error(
    "InvalidYesNoClean",
    "Apple Podcasts, RSS feed requirements",
    "the value is yes, no or clean",
    "write Yes, or leave the element out",
);

pub(crate) const INVALID_BOOLEAN_ATTRIBUTE: Rule = Rule::error(
    "InvalidBooleanAttribute",
    "RSS 2.0, guid",
    "isPermaLink is true or false",
    "write true or false, in lower case",
);

pub(crate) const INVALID_UPDATE_PERIOD: Rule = Rule::error(
    "InvalidUpdatePeriod",
    "RSS 1.0 syndication module",
    "a feed is updated hourly, daily, weekly, monthly or yearly",
    "write one of these words",
);

pub(crate) const INVALID_DAY: Rule = Rule::error(
    "InvalidDay",
    "RSS 2.0, skipDays",
    "a day to skip is named in English",
    "write Monday, Tuesday, Wednesday, Thursday, Friday, Saturday or Sunday",
);

pub(crate) const INVALID_ITUNES_CHANNEL_TYPE: Rule = Rule::error(
    "InvalidItunesChannelType",
    "Apple Podcasts, RSS feed requirements",
    "a show is episodic or serial",
    "write episodic or serial",
);

pub(crate) const INVALID_ITUNES_EPISODE_TYPE: Rule = Rule::error(
    "InvalidItunesEpisodeType",
    "Apple Podcasts, RSS feed requirements",
    "an episode is full, trailer or bonus",
    "write full, trailer or bonus",
);

pub(crate) const INVALID_MEDIA_TEXT_TYPE: Rule = Rule::error(
    "InvalidMediaTextType",
    "Media RSS, media:text",
    "a text is plain or html",
    "write plain or html",
);

pub(crate) const INVALID_MEDIA_MEDIUM: Rule = Rule::error(
    "InvalidMediaMedium",
    "Media RSS, media:content",
    "a medium is image, audio, video, document or executable",
    "write one of these words",
);

pub(crate) const INVALID_MEDIA_EXPRESSION: Rule = Rule::error(
    "InvalidMediaExpression",
    "Media RSS, media:content",
    "a medium is given as sample, full or nonstop",
    "write one of these words",
);

pub(crate) const INVALID_MEDIA_RESTRICTION: Rule = Rule::error(
    "InvalidMediaRestriction",
    "Media RSS, media:restriction",
    "a restriction without a type is all or none",
    "write all or none, or say the type",
);

pub(crate) const INVALID_MEDIA_RESTRICTION_REL: Rule = Rule::error(
    "InvalidMediaRestrictionRel",
    "Media RSS, media:restriction",
    "a restriction allows or denies",
    "write allow or deny",
);

pub(crate) const INVALID_MEDIA_RESTRICTION_TYPE: Rule = Rule::error(
    "InvalidMediaRestrictionType",
    "Media RSS, media:restriction",
    "a restriction is one by country or uri",
    "write country or uri",
);

pub(crate) const INVALID_ACCESS_RESTRICTION_REL: Rule = Rule::error(
    "InvalidAccessRestrictionRel",
    "Bloglines access extension",
    "a restriction allows or denies",
    "write allow or deny",
);

pub(crate) const INVALID_CREDIT_ROLE: Rule = Rule::error(
    "InvalidCreditRole",
    "Media RSS, media:credit",
    "the role of a credit is one of the EBU, in lower case",
    "use a role of the list of the EBU, or say another scheme",
);

pub(crate) const INVALID_COUNTRY_CODE: Rule = Rule::error(
    "InvalidCountryCode",
    "ISO 3166-1",
    "a country is named by its two letters",
    "use the code of the country, as AT",
);

pub(crate) const INVALID_META_NAME: Rule = Rule::error(
    "InvalidMetaName",
    "XHTML 1.0, meta",
    "the meta element of a feed is about robots",
    "write name=\"robots\", or leave the element out",
);

pub(crate) const INVALID_META_CONTENT: Rule = Rule::error(
    "InvalidMetaContent",
    "robots meta tag",
    "robots are told index or noindex, follow or nofollow",
    "write them like noindex,follow",
);
