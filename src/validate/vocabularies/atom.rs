//! The elements of Atom that stand in feeds of both formats (RFC 4287, sections 3.2 and 4.2).

use super::anywhere::{ANY_TEXT, RESOURCE};
use crate::validate::grammar::construct::{CONTENT, TEXT};
use crate::validate::grammar::{
    Attribute, Child, Element, Gathered, Group, Link, Rival, Space, Walk, has_host, list,
};
use crate::validate::rule::Rule;
use crate::validate::rules::{atom, feeds, podcast, structure};
use crate::validate::values::{
    addresses, dates, languages, mail, media_types, numbers, text, trimmed,
};
use crate::validate::xml::{Attribute as XmlAttribute, Start};
use url::Url;

/// An author or a contributor.
pub(crate) static PERSON: Element = Element::of(&[list![
    Group::new(Space::CORE, PERSON_PARTS),
    Group::new(Space::ATOM, PERSON_PARTS),
    Group::new(
        Space::FOAF,
        list![
            Child::any("workplaceHomepage", &RESOURCE),
            Child::any("homepage", &RESOURCE),
            Child::any("weblog", &RESOURCE),
            Child::any("plan", &ANY_TEXT),
            Child::any("firstName", &ANY_TEXT),
        ],
    ),
    Group::new(Space::XHTML, list![Child::any("div", &DIV)]),
]])
.attributes(list![Attribute::new("parseType", &[]).of(Space::RDF)])
.at_end(person_has_name);

const PERSON_PARTS: &[Child] =
    &[Child::once("name", &NAME), Child::once("email", &EMAIL), Child::once("uri", &URI)];

static NAME: Element = Element::text(&[text::plain, mail::no_address, text::not_blank]);
static EMAIL: Element = Element::text(&[mail::of_person]);
static URI: Element = Element::tight(&[text::not_blank, addresses::iri_link]);
static DIV: Element = Element::div();

/// A category.
pub(crate) static CATEGORY: Element = Element::empty().attributes(list![
    Attribute::new("term", &[text::not_blank]).required(),
    Attribute::new("scheme", &[addresses::full_iri]),
    Attribute::new("label", &[text::plain]),
]);

/// The program that wrote the feed.
pub(crate) static GENERATOR: Element =
    Element::text(&[text::plain, text::not_blank]).attributes(OF_GENERATOR);

const OF_GENERATOR: &[Attribute] =
    &[Attribute::new("uri", &[addresses::iri_link]), Attribute::new("version", &[])];

/// An icon or a logo.
pub(crate) static PICTURE: Element = Element::tight(&[text::not_blank, addresses::picture]);
/// A date.
pub(crate) static DATE: Element = Element::tight(&[dates::rfc_3339]);
/// An id.
pub(crate) static ID: Element = Element::tight(&[addresses::canonical_iri]);

/// A link.
pub(crate) static LINK: Element = Element::empty()
    .of_whatever()
    .no_text(&atom::ATOM_LINK_NOT_EMPTY)
    .attributes(list![
        Attribute::new("href", &[addresses::iri_link]).required_or(&atom::MISSING_HREF),
        Attribute::new("rel", &[addresses::link_relation, text::attribute_not_blank]),
        Attribute::new("type", &[media_types::mime_type]),
        Attribute::new("title", &[text::attribute_not_blank, text::plain]),
        Attribute::new("length", &[numbers::non_negative, text::not_blank]),
        Attribute::new("hreflang", &[languages::language]),
        Attribute::new("type", &[]).of(Space::RDF),
        Attribute::new("resource", &[]).of(Space::RDF),
        Attribute::new("count", &[numbers::count]).of(Space::THR),
        Attribute::new("updated", &[dates::rfc_3339]).of(Space::THR),
        Attribute::new("when", &[]).of(Space::THR),
    ])
    .at_start(link);

static LOOSE_ID: Element = Element::text(&[addresses::link]);
static LOOSE_DATE: Element = Element::text(&[dates::rfc_3339]);
static LOOSE_PICTURE: Element = Element::text(&[text::not_blank, addresses::picture]);
static ITEM_ID: Element = Element::text(&[addresses::link, text::not_blank]).at_end(item_id);

/// Atom in a channel of RSS.
pub(crate) const IN_CHANNEL: &[Child] = &[
    Child::any("author", &PERSON),
    Child::any("category", &CATEGORY),
    Child::any("contributor", &PERSON),
    Child::once("generator", &GENERATOR),
    Child::once("id", &LOOSE_ID),
    Child::once("icon", &LOOSE_PICTURE),
    Child::any("link", &LINK).metadata(),
    Child::once("logo", &LOOSE_PICTURE),
    Child::once("title", &TEXT),
    Child::once("subtitle", &TEXT),
    Child::once("rights", &TEXT),
    Child::once("updated", &LOOSE_DATE),
];

/// Atom in an item of RSS.
pub(crate) const IN_ITEM: &[Child] = &[
    Child::once("id", &ITEM_ID).rivals(list![Rival::new(
        Space::CORE,
        "guid",
        &feeds::DUPLICATE_ITEM_SEMANTICS,
    )]),
    Child::any("link", &LINK),
    Child::once("title", &CONTENT),
    Child::once("summary", &TEXT),
    Child::once("author", &PERSON),
    Child::any("contributor", &PERSON),
    Child::any("content", &CONTENT),
    Child::once("published", &LOOSE_DATE).rivals(list![Rival::new(
        Space::CORE,
        "pubDate",
        &feeds::DUPLICATE_ITEM_SEMANTICS,
    )]),
    Child::once("updated", &LOOSE_DATE),
];

static LOOSE_REFERENCE: Element = Element::text(&[addresses::reference]);
static CANONICAL_ID: Element = Element::text(&[addresses::canonical_iri]);
static LOOSE_GENERATOR: Element = Element::text(&[text::plain]).attributes(OF_GENERATOR);

/// Atom where no table lists it.
pub(crate) const ANYWHERE: &[Child] = &[
    Child::any("author", &PERSON),
    Child::any("category", &CATEGORY),
    Child::any("content", &CONTENT),
    Child::any("contributor", &PERSON),
    Child::any("generator", &LOOSE_GENERATOR),
    Child::any("icon", &LOOSE_REFERENCE),
    Child::any("id", &CANONICAL_ID),
    Child::any("link", &LINK),
    Child::any("logo", &LOOSE_REFERENCE),
    Child::any("published", &LOOSE_DATE),
    Child::any("rights", &TEXT),
    Child::any("subtitle", &TEXT),
    Child::any("summary", &TEXT),
    Child::any("title", &TEXT),
    Child::any("updated", &LOOSE_DATE),
];

fn person_has_name(walk: &mut Walk<'_>, _: &Gathered) {
    if !walk.holds(Space::CORE, "name") && !walk.holds(Space::ATOM, "name") {
        let (at, name) = (walk.top().at, walk.top().name.clone());
        walk.report(&structure::MISSING_ELEMENT, at, format!("expected {name} to hold a name"));
    }
}

fn item_id(walk: &mut Walk<'_>, gathered: &Gathered) {
    walk.unique(gathered, "atom:id", &feeds::DUPLICATE_VALUE);
}

impl Walk<'_> {
    /// Reports a value that another element has, where each needs its own; says whether it does.
    pub(crate) fn unique(&mut self, gathered: &Gathered, of: &str, rule: &'static Rule) -> bool {
        let (value, before) = trimmed(gathered.as_str());
        let is_repeated = !value.is_empty() && self.facts.is_repeated(of, value);
        if is_repeated {
            let (at, name) = (self.top().at, self.top().name.clone());
            let place = gathered.places().at(before).unwrap_or(at);
            self.report(
                rule,
                place,
                format!("expected {name} to be there once, but found {value:?} again"),
            );
        }
        is_repeated
    }
}

/// The prefix of a relation that is written as an address (RFC 4287, section 4.2.7.2).
const RELATIONS: &str = "http://www.iana.org/assignments/relation/";

/// The relations between the pages of a feed (RFC 5005).
pub(crate) const PAGES: [&str; 7] =
    ["current", "first", "last", "next", "next-archive", "prev-archive", "previous"];

/// How many links of one element are remembered.
const MOST: usize = 10_000;

/// What else is to be said of a link than what each attribute has to be.
fn link(walk: &mut Walk<'_>, start: Start<'_>) {
    let [mut rel, mut media_type, mut language, mut href] = [None; 4];
    for attribute in start.attributes().filter(|it| it.name.namespace.is_empty()) {
        let one = match attribute.name.local {
            "rel" => &mut rel,
            "type" => &mut media_type,
            "hreflang" => &mut language,
            "href" => &mut href,
            _ => continue,
        };
        one.get_or_insert(attribute);
    }
    let value = |it: Option<XmlAttribute<'_>>| it.map_or("", |it| it.value).to_owned();
    let rel = rel.map_or("alternate", |rel| rel.value);
    let rel = rel.strip_prefix(RELATIONS).unwrap_or(rel);
    let link = Link {
        rel: rel.to_owned(),
        media_type: value(media_type),
        language: value(language),
        href: value(href),
        at: start.at,
    };
    self_is_feed(walk, media_type, &link);
    thread_attributes(walk, start, rel);
    if let Some(href) = href {
        same_document(walk, href);
        self_is_here(walk, href, rel);
    }
    if PAGES.contains(&rel) && walk.parent().is_some_and(|parent| parent.name.local == "entry") {
        let message = format!("expected {rel:?} on links of the feed, but found it in an entry");
        walk.report(&atom::FEED_HISTORY_REL_IN_ENTRY, start.at, message);
    }
    if let Some(parent) = walk.parent().filter(|parent| parent.notes.links.len() < MOST) {
        parent.notes.links.push(link);
    }
}

/// A link to the feed itself leads to a feed.
fn self_is_feed(walk: &mut Walk<'_>, media_type: Option<XmlAttribute<'_>>, link: &Link) {
    const FEEDS: [&str; 3] = ["application/atom+xml", "application/rss+xml", "application/rdf+xml"];
    let Some(attribute) = media_type.filter(|_| link.rel == "self") else { return };
    let essence = link.media_type.split(';').next().unwrap_or_default();
    if essence.contains('/') && !FEEDS.contains(&essence) {
        let message = format!("expected rel=\"self\" to lead to a feed, but found {essence:?}");
        walk.report(&atom::SELF_NOT_ATOM, attribute.place(0), message);
    }
}

/// Attributes that belong to links to replies (RFC 4685, section 4).
fn thread_attributes(walk: &mut Walk<'_>, start: Start<'_>, rel: &str) {
    for attribute in start.attributes() {
        if walk.attribute_space(attribute) != Space::THR {
            continue;
        }
        match attribute.name.local {
            "when" => {
                let message = "expected thr:updated, but found thr:when";
                walk.report(&atom::NO_THR_WHEN, attribute.at(), message);
            }
            "count" | "updated" if rel != "replies" => {
                let message = format!("expected it on a link to replies, but found rel={rel:?}");
                walk.report(&structure::UNEXPECTED_ATTRIBUTE, attribute.at(), message);
            }
            _ => {}
        }
    }
}

/// Reports an address that leads to its own base, which is not where the document is.
pub(crate) fn same_document(walk: &mut Walk<'_>, href: XmlAttribute<'_>) {
    let base = walk.base();
    // Where nobody knows the address of the document, the base may well be it.
    if base == walk.facts.address || walk.facts.address.is_empty() {
        return;
    }
    let without_fragment = |address: &str| {
        let mut url = Url::parse(address).ok()?;
        url.set_fragment(None);
        Some(url)
    };
    let Some(from) = without_fragment(base) else { return };
    let target = from.join(href.value).ok().and_then(|url| without_fragment(url.as_str()));
    if target.as_ref() == Some(&from) && without_fragment(&walk.facts.address) != Some(from) {
        let message = format!(
            "expected an address that leads away from its base, but found {:?}",
            href.value
        );
        walk.report(&atom::SAME_DOCUMENT_REFERENCE, href.place(0), message);
    }
}

/// Judges a link from a feed to itself.
fn self_is_here(walk: &mut Walk<'_>, href: XmlAttribute<'_>, rel: &str) {
    let of_feed = walk
        .parent()
        .is_some_and(|parent| matches!(parent.name.local.as_ref(), "feed" | "channel"));
    if rel != "self" || !of_feed {
        return;
    }
    if !has_host(href.value) && !walk.top().has_host {
        let message = format!("expected a whole address, but found {:?}", href.value);
        walk.report(&atom::RELATIVE_SELF, href.place(0), message);
    }
    let address = walk.facts.address.clone();
    if !address.is_empty() && !is_same(&walk.resolve(href.value), &address) {
        let message = format!("expected {address:?}, but found {:?}", href.value);
        walk.report(&atom::SELF_DOESNT_MATCH_LOCATION, href.place(0), message);
    }
}

/// Whether two addresses are the same, but for their fragments and the ways to write one.
fn is_same(one: &str, other: &str) -> bool {
    let normal = |address: &str| {
        let mut url = Url::parse(address).ok()?;
        url.set_fragment(None);
        Some(url)
    };
    one == other || normal(one).is_some_and(|one| normal(other) == Some(one))
}

/// Reports alternate links of one media type and one language, of the element so many steps above the last one.
pub(crate) fn duplicate_links(walk: &mut Walk<'_>, steps: usize) {
    let Some(frame) = walk.above(steps) else { return };
    let alternates = frame.notes.links.iter().filter(|link| link.rel == "alternate");
    if alternates.clone().nth(1).is_none() {
        return;
    }
    let name = frame.name.clone();
    let mut seen = std::collections::HashSet::new();
    let again: Vec<_> = alternates
        .filter(|link| !seen.insert((link.media_type.clone(), link.language.clone())))
        .map(|link| link.at)
        .collect();
    for at in again {
        let message = format!("expected one alternate link of a type in {name}, but found another");
        walk.report(&atom::DUPLICATE_ATOM_LINK, at, message);
    }
}

/// Reports a hub without the address that subscribers ask it for (WebSub, section 4).
pub(crate) fn hub_without_self(walk: &mut Walk<'_>, steps: usize) {
    let Some(feed) = walk.above(steps) else { return };
    let links = &feed.notes.links;
    let hub = links.iter().find(|link| link.rel == "hub").map(|link| link.at);
    let has_self = links.iter().any(|link| link.rel == "self");
    if let Some(at) = hub.filter(|_| !has_self) {
        let message = "expected a link to the feed itself beside the one to its hub";
        walk.report(&podcast::HUB_WITHOUT_SELF, at, message);
    }
}
