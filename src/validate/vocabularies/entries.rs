//! Extensions of entries: comments, threads, slash, events, feedburner, wikis and older modules of RSS 1.0.

use super::anywhere::{ADDRESS, ANY_TEXT, ANYTHING, COUNT, ISO_DATE, POSITIVE, RESOURCE};
use super::{google, media, sync};
use crate::validate::grammar::{Attribute, Child, Element, Group, Space, Walk, list};
use crate::validate::rules::{feeds, structure};
use crate::validate::values::{addresses, dates, languages, media_types, numbers, text};
use crate::validate::xml::Start;

/// Extensions of entries.
pub(crate) const OF_ENTRIES: &[Group] = &[
    Group::new(Space::MEDIA, media::MEDIA),
    Group::new(Space::MEDIA, media::FILES),
    Group::new(Space::SLASH, SLASH),
    Group::new(Space::WFW, WFW),
    Group::new(Space::THR, THREADS),
    Group::new(Space::FEEDBURNER, FEEDBURNER),
    Group::new(Space::TAXO, list![Child::any("topics", &ANYTHING)]),
    Group::new(Space::L, list![Child::any("link", &LINK)]),
    Group::new(Space::ANNOTATE, list![Child::once("reference", &RESOURCE)]),
    Group::new(Space::AG, AGGREGATION),
    Group::new(Space::EV, EVENTS),
    Group::new(
        Space::FOAF,
        list![Child::any("maker", &ANYTHING), Child::any("primaryTopic", &ANYTHING)],
    ),
    Group::new(Space::WIKI, WIKI),
    Group::new(Space::SX, list![Child::any("sync", &sync::SYNC)]),
    Group::new(Space::CONVERSATIONS, CONVERSATIONS),
    Group::new(Space::G, google::PRODUCT),
    Group::new(Space::G, google::REVIEW),
    Group::new(Space::TRACKBACK, TRACKBACK),
];

const SLASH: &[Child] = &[
    Child::once("comments", &COUNT),
    Child::any("section", &ANY_TEXT),
    Child::any("department", &ANY_TEXT),
    Child::once("hit_parade", &NUMBERS),
    Child::once("hit-parade", &NUMBERS),
];

static NUMBERS: Element = Element::text(&[numbers::comma_separated]);

const WFW: &[Child] = &[
    Child::once("comment", &ADDRESS),
    Child::once("commentRss", &ADDRESS),
    Child::once("commentRSS", &ADDRESS)
        .says(&feeds::COMMENT_RSS, "expected wfw:commentRss, but found wfw:commentRSS"),
];

/// RFC 4685, and the number of children that RSS 1.0 had.
const THREADS: &[Child] = &[
    Child::once("total", &COUNT),
    Child::any("in-reply-to", &IN_REPLY_TO),
    Child::any("children", &ANYTHING)
        .says(&structure::UNDEFINED_ELEMENT, "expected thr:total, but found thr:children"),
];

/// What an entry replies to (RFC 4685, section 3).
pub(crate) static IN_REPLY_TO: Element = Element::text(&[])
    .attributes(list![
        Attribute::new("ref", &[addresses::canonical_iri]),
        Attribute::new("href", &[addresses::iri]),
        Attribute::new("source", &[addresses::iri]),
        Attribute::new("type", &[media_types::mime_type]),
    ])
    .at_start(reply);

fn reply(walk: &mut Walk<'_>, start: Start<'_>) {
    for name in ["href", "source"] {
        if let Some(attribute) = start.attribute("", name) {
            super::atom::same_document(walk, attribute);
        }
    }
}

const FEEDBURNER: &[Child] = &[
    Child::once("awareness", &ADDRESS),
    Child::once("origEnclosureLink", &ADDRESS),
    Child::once("origLink", &ADDRESS),
];

/// The link of RSS 1.0's module, which has all that it says in attributes of its own.
pub(crate) static LINK: Element = Element::text(&[]).attributes(list![
    Attribute::new("resource", &[addresses::reference]).of(Space::RDF),
    Attribute::new("title", &[]).of(Space::DC),
    Attribute::new("rel", &[addresses::full]).of(Space::L).required(),
    Attribute::new("lang", &[languages::language]).of(Space::L),
    Attribute::new("title", &[text::plain]).of(Space::L),
    Attribute::new("type", &[media_types::type_or_address]).of(Space::L),
]);

const AGGREGATION: &[Child] = &[
    Child::once("source", &ANY_TEXT),
    Child::once("sourceURL", &ADDRESS),
    Child::once("timestamp", &ISO_DATE),
];

static EVENT_DATE: Element = Element::text(&[dates::iso_8601_unbounded]);

const EVENTS: &[Child] = &[
    Child::once("startdate", &EVENT_DATE),
    Child::once("enddate", &EVENT_DATE),
    Child::any("location", &ANYTHING),
    Child::any("organizer", &ANYTHING),
    Child::once("type", &ANY_TEXT),
];

const WIKI: &[Child] = &[
    Child::any("diff", &ANY_TEXT),
    Child::any("history", &ANY_TEXT),
    Child::any("importance", &ANY_TEXT),
    Child::any("status", &ANY_TEXT),
    Child::any("version", &ANY_TEXT),
];

static WEB_ADDRESS: Element = Element::text(&[addresses::http]);
static AVERAGE: Element = Element::text(&[numbers::float]);

const CONVERSATIONS: &[Child] = &[
    Child::once("introMilliseconds", &COUNT),
    Child::once("image", &WEB_ADDRESS),
    Child::once("ratingAverage", &AVERAGE),
    Child::once("ratingCount", &COUNT),
    Child::once("ratingIndividual", &POSITIVE),
    Child::once("ratingTimestamp", &ISO_DATE),
];

const TRACKBACK: &[Child] = &[Child::once("ping", &ADDRESS), Child::any("about", &ADDRESS)];

/// What readers of a list say of how to sort and group it.
pub(crate) const LISTS: &[Child] =
    &[Child::any("listinfo", &LIST_INFO), Child::any("treatAs", &ANY_TEXT)];

static LIST_INFO: Element = Element::of(&[list![Group::new(
    Space::CF,
    list![Child::any("sort", &LIST_SORT), Child::any("group", &LIST_GROUP)],
)]]);
static LIST_SORT: Element = Element::empty().attributes(list![
    Attribute::new("data-type", &[]),
    Attribute::new("default", &[]),
    Attribute::new("element", &[]),
    Attribute::new("label", &[]),
    Attribute::new("ns", &[]),
]);
static LIST_GROUP: Element = Element::empty().attributes(list![
    Attribute::new("element", &[]),
    Attribute::new("label", &[]),
    Attribute::new("ns", &[]),
]);
