//! Extensions that may stand in anything: Dublin Core, its terms, RDF, OPML; and Atom where it is doubtful.

use super::{atom, places};
use crate::validate::grammar::{Attribute, Child, Element, Group, Rival, Space, list};
use crate::validate::html;
use crate::validate::rules::feeds::{DUPLICATE_ITEM_SEMANTICS, DUPLICATE_SEMANTICS};
use crate::validate::values::{addresses, dates, languages, mail, numbers, text};

/// Text of which nothing is asked.
pub(crate) static ANY_TEXT: Element = Element::text(&[]);
/// Text without HTML.
pub(crate) static PLAIN: Element = Element::text(&[text::plain]);
/// Whatever there is.
pub(crate) static ANYTHING: Element = Element::anything();
/// A whole address.
pub(crate) static ADDRESS: Element = Element::text(&[addresses::full]);
/// Where something leads to.
pub(crate) static LINKED: Element = Element::text(&[addresses::link]);
/// A number of things.
pub(crate) static COUNT: Element = Element::text(&[numbers::non_negative]);
/// A number above zero.
pub(crate) static POSITIVE: Element = Element::text(&[numbers::positive, text::not_blank]);

/// A date as W3C writes it.
pub(crate) static W3C_DATE: Element = Element::text(&[dates::w3c_dtf]);
/// A date with time.
pub(crate) static ISO_DATE: Element = Element::text(&[dates::iso_8601]);
/// A date as mail writes it.
pub(crate) static MAIL_DATE: Element = Element::text(&[dates::rfc_822]);
/// A language.
pub(crate) static LANGUAGE: Element = Element::text(&[languages::language]);
/// An address in the attribute `rdf:resource`.
pub(crate) static RESOURCE: Element = Element::text(&[]).attributes(list![
    Attribute::new("resource", &[addresses::reference]).of(Space::RDF),
    Attribute::new("title", &[]).of(Space::DC),
]);

/// Extensions that may stand in anything.
pub(crate) const EVERYWHERE: &[Group] = &[
    Group::new(Space::DC, DC),
    Group::new(Space::DCTERMS, DCTERMS),
    Group::new(Space::RDF, RDF),
    Group::new(Space::RDFS, RDFS),
    Group::new(Space::OPML, OPML),
    Group::new(Space::GEO, places::GEO),
    Group::new(Space::GEOURL, places::LATITUDE_LONGITUDE),
    Group::new(Space::ICBM, places::LATITUDE_LONGITUDE),
    Group::new(Space::GEORSS, places::GEORSS),
];

/// What may be meant where a table does not list it.
pub(crate) static QUESTIONABLE: Element = Element::of(&[
    EVERYWHERE,
    list![Group::new(Space::ATOM, atom::ANYWHERE), Group::new(Space::APP, PUBLISHING)],
]);

/// What a service document says of its collections (RFC 5023, section 8.3), and none of it is judged.
const PUBLISHING: &[Child] = &[
    Child::any("workspace", &ANYTHING),
    Child::any("collection", &ANYTHING),
    Child::any("categories", &ANYTHING),
];

/// Dublin Core without creator, subject and date, which differ from place to place.
const DC: &[Child] = &[
    Child::once("title", &ANY_TEXT),
    Child::once("description", &ANY_TEXT),
    Child::any("publisher", &ANY_TEXT).rivals(list![Rival::new(
        Space::CORE,
        "webMaster",
        &DUPLICATE_SEMANTICS,
    )]),
    Child::any("contributor", &ANY_TEXT),
    Child::once("type", &ANY_TEXT),
    Child::once("format", &ANY_TEXT),
    Child::any("identifier", &ANY_TEXT),
    Child::once("source", &ANY_TEXT).rivals(list![Rival::new(
        Space::CORE,
        "source",
        &DUPLICATE_ITEM_SEMANTICS,
    )]),
    Child::once("language", &LANGUAGE).rivals(list![Rival::new(
        Space::CORE,
        "language",
        &DUPLICATE_SEMANTICS,
    )]),
    Child::any("relation", &ANY_TEXT),
    Child::any("coverage", &ANY_TEXT),
    Child::once("rights", &PLAIN).rivals(list![Rival::new(
        Space::CORE,
        "copyright",
        &DUPLICATE_SEMANTICS,
    )]),
];

/// The terms of DCMI. `medium` is to qualify others, and never an element by itself.
const DCTERMS: &[Child] = &[
    Child::any("alternative", &ANY_TEXT),
    Child::once("abstract", &ANY_TEXT),
    Child::once("tableOfContents", &RESOURCE),
    Child::once("created", &W3C_DATE),
    Child::any("valid", &ANYTHING),
    Child::any("available", &ANYTHING),
    Child::once("issued", &W3C_DATE),
    Child::once("modified", &W3C_DATE).rivals(list![Rival::new(
        Space::CORE,
        "lastBuildDate",
        &DUPLICATE_SEMANTICS,
    )]),
    Child::once("dateAccepted", &ANY_TEXT),
    Child::once("dateCopyrighted", &ANY_TEXT),
    Child::once("dateSubmitted", &ANY_TEXT),
    Child::once("extent", &POSITIVE),
    Child::any("isVersionOf", &RESOURCE),
    Child::any("hasVersion", &RESOURCE),
    Child::any("isReplacedBy", &RESOURCE),
    Child::any("replaces", &RESOURCE),
    Child::any("isRequiredBy", &RESOURCE),
    Child::any("requires", &RESOURCE),
    Child::any("isPartOf", &RESOURCE),
    Child::any("hasPart", &RESOURCE),
    Child::any("isReferencedBy", &RESOURCE),
    Child::any("references", &RESOURCE),
    Child::any("isFormatOf", &RESOURCE),
    Child::any("hasFormat", &RESOURCE),
    Child::any("conformsTo", &RESOURCE),
    Child::any("spatial", &ANYTHING),
    Child::any("temporal", &ANYTHING),
    Child::any("audience", &ANY_TEXT),
    Child::once("mediator", &ANY_TEXT),
    Child::any("accessRights", &ANYTHING),
    Child::any("accrualMethod", &ANYTHING),
    Child::any("accrualPeriodicity", &ANYTHING),
    Child::any("accrualPolicy", &ANYTHING),
    Child::any("bibliographicCitation", &ANYTHING),
    Child::any("educationLevel", &ANYTHING),
    Child::any("instructionalMethod", &ANYTHING),
    Child::any("license", &ANYTHING),
    Child::any("provenance", &ANYTHING),
    Child::any("rightsHolder", &ANYTHING),
];

const RDF: &[Child] = &[
    Child::any("RDF", &ANYTHING),
    Child::any("type", &ANYTHING),
    Child::any("Description", &ANYTHING),
];

const RDFS: &[Child] = &[Child::any("seeAlso", &RESOURCE)];

static HTML: Element = Element::text(&[html::safe]);
static CONTACT: Element = Element::text(&[mail::contact]);
static WEB_ADDRESS: Element = Element::text(&[addresses::http]);

const OPML: &[Child] = &[
    Child::once("dateCreated", &MAIL_DATE),
    Child::once("dateModified", &MAIL_DATE),
    Child::once("ownerName", &HTML),
    Child::once("ownerEmail", &CONTACT),
    Child::once("ownerId", &WEB_ADDRESS),
];
