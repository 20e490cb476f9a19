//! Rules of FeedSync, by which feeds keep copies of each other.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &INVALID_SSE_TYPE,
    &INVALID_NSS,
    &INTEGER_OVERFLOW,
    &SINCE_AFTER_UNTIL,
    &MISSING_BY_AND_WHEN_ATTRS,
    &MISSING_RECOMMENDED_ATTRIBUTE,
];

pub(crate) const INVALID_SSE_TYPE: Rule = Rule::error(
    "InvalidSseType",
    "FeedSync, sx:related",
    "a related feed is complete or aggregated",
    "write one of the two",
);

pub(crate) const INVALID_NSS: Rule = Rule::error(
    "InvalidNSS",
    "FeedSync, sx:sync",
    "an id has only characters that a urn may have behind its namespace",
    "percent-encode the others",
);

pub(crate) const INTEGER_OVERFLOW: Rule = Rule::error(
    "IntegerOverflow",
    "FeedSync, sx:sync",
    "a number of versions is 2147483647 at most",
    "begin again with 1",
);

pub(crate) const SINCE_AFTER_UNTIL: Rule = Rule::error(
    "SinceAfterUntil",
    "FeedSync, sx:sharing",
    "the time that a feed covers begins before it ends",
    "write the earlier date as since and the later one as until",
);

pub(crate) const MISSING_BY_AND_WHEN_ATTRS: Rule = Rule::error(
    "MissingByAndWhenAttrs",
    "FeedSync, sx:history",
    "a change says who made it or when it was made",
    "add by, or when, or better both",
);

pub(crate) const MISSING_RECOMMENDED_ATTRIBUTE: Rule = Rule::warning(
    "MissingRecommendedAttribute",
    "FeedSync, sx:history",
    "a change says who made it and when it was made",
    "add the other one of by and when",
);
