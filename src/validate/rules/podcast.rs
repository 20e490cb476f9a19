//! Rules of what the W3C's service does not know: Podcasting 2.0 and WebSub.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] =
    &[&UNKNOWN_PODCAST_ELEMENT, &INVALID_PODCAST_GUID, &INVALID_PODCAST_CHOICE, &HUB_WITHOUT_SELF];

pub(crate) const UNKNOWN_PODCAST_ELEMENT: Rule = Rule::warning(
    "UnknownPodcastElement",
    "Podcasting 2.0",
    "an element of Podcasting 2.0 is one that its namespace has, where it has it",
    "look for its name and its place in the list of the namespace",
);

pub(crate) const INVALID_PODCAST_GUID: Rule = Rule::error(
    "InvalidPodcastGuid",
    "Podcasting 2.0, podcast:guid",
    "the guid of a podcast is a UUID",
    "make a UUID of version 5 from the feed's first address, once and for ever",
);

pub(crate) const INVALID_PODCAST_CHOICE: Rule = Rule::error(
    "InvalidPodcastChoice",
    "Podcasting 2.0, podcast:medium",
    "a medium, a status and a kind of integrity are those that the namespace lists",
    "write one of the list",
);

pub(crate) const HUB_WITHOUT_SELF: Rule = Rule::warning(
    "HubWithoutSelf",
    "WebSub, 4",
    "a feed that names a hub names itself too: subscribers ask the hub for that address",
    "add a link with rel=\"self\"",
);
