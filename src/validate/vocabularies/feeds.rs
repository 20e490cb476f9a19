//! Extensions of feeds: how often they change, who runs them, how they are searched and paged.

use super::anywhere::{ADDRESS, ANY_TEXT, ANYTHING, COUNT, LINKED, PLAIN, RESOURCE, W3C_DATE};
use super::entries::{IN_REPLY_TO, LINK, LISTS};
use super::{media, sync};
use crate::validate::grammar::{Attribute, Child, Element, Group, Rival, Space, Walk, list};
use crate::validate::rules::feeds::DUPLICATE_SEMANTICS;
use crate::validate::rules::{extensions, values};
use crate::validate::values::{addresses, choices, languages, numbers, text};
use crate::validate::xml::Start;
use encoding_rs::Encoding;

/// Extensions of feeds.
pub(crate) const OF_FEEDS: &[Group] = &[
    Group::new(Space::MEDIA, media::MEDIA),
    Group::new(Space::SY, SYNDICATION),
    Group::new(Space::ADMIN, ADMIN),
    Group::new(Space::BLOG_CHANNEL, BLOG_CHANNEL),
    Group::new(Space::FEEDBURNER, FEEDBURNER),
    Group::new(Space::OPENSEARCH, OPENSEARCH),
    Group::new(Space::OPENSEARCH10, OPENSEARCH),
    Group::new(Space::FH, HISTORY),
    Group::new(Space::XHTML, list![Child::any("div", &ANYTHING), Child::any("meta", &META)]),
    Group::new(Space::TAXO, list![Child::any("topics", &ANYTHING)]),
    Group::new(Space::L, list![Child::any("link", &LINK)]),
    Group::new(Space::FOAF, list![Child::any("maker", &ANYTHING)]),
    Group::new(Space::CP, list![Child::any("server", &RESOURCE)]),
    Group::new(Space::WIKI, list![Child::any("interwiki", &ANY_TEXT)]),
    Group::new(Space::THR, list![Child::any("in-reply-to", &IN_REPLY_TO)]),
    Group::new(Space::CF, LISTS),
    Group::new(Space::SX, list![Child::any("sharing", &sync::SHARING)]),
];

static PERIOD: Element = Element::text(&[choices::update_period]);

static FREQUENCY: Element = Element::text(&[numbers::at_least_one, text::not_blank]);

const SYNDICATION: &[Child] = &[
    Child::once("updatePeriod", &PERIOD),
    Child::once("updateFrequency", &FREQUENCY),
    Child::once("updateBase", &W3C_DATE),
];

const ADMIN: &[Child] = &[
    Child::once("generatorAgent", &RESOURCE).rivals(list![Rival::new(
        Space::CORE,
        "generator",
        &DUPLICATE_SEMANTICS,
    )]),
    Child::once("errorReportsTo", &RESOURCE),
];

const BLOG_CHANNEL: &[Child] = &[
    Child::once("blogRoll", &LINKED),
    Child::once("mySubscriptions", &LINKED),
    Child::once("blink", &LINKED),
    Child::once("changes", &LINKED),
];

const FEEDBURNER: &[Child] = &[
    Child::once("awareness", &ADDRESS),
    Child::once("browserFriendly", &PLAIN),
    Child::once("emailServiceId", &ANY_TEXT),
    Child::any("feedFlare", &FLARE),
    Child::any("info", &INFO),
    Child::once("feedburnerHostname", &ADDRESS),
];

static FLARE: Element = Element::text(&[text::plain]).attributes(list![
    Attribute::new("href", &[addresses::flare]).required(),
    Attribute::new("src", &[addresses::flare]).required(),
]);
static INFO: Element =
    Element::empty().attributes(list![Attribute::new("uri", &[addresses::iri]).required()]);

static INDEX: Element = Element::text(&[numbers::integer]);

const OPENSEARCH: &[Child] = &[
    Child::once("totalResults", &COUNT),
    Child::once("startIndex", &INDEX),
    Child::once("itemsPerPage", &COUNT),
    Child::any("Query", &QUERY),
];

static QUERY: Element = Element::empty()
    .attributes(list![
        Attribute::new("role", &[]).required(),
        Attribute::new("title", &[text::plain]),
        Attribute::new("totalResults", &[numbers::non_negative]),
        Attribute::new("searchTerms", &[]),
        Attribute::new("count", &[numbers::non_negative]),
        Attribute::new("startIndex", &[numbers::integer]),
        Attribute::new("startPage", &[numbers::integer]),
        Attribute::new("language", &[languages::language]),
        Attribute::new("inputEncoding", &[]),
        Attribute::new("outputEncoding", &[]),
        Attribute::new("parameter", &[]),
    ])
    .at_start(query);

/// What OpenSearch 1.1 asks of a query beside the form of its numbers.
fn query(walk: &mut Walk<'_>, start: Start<'_>) {
    const ROLES: [&str; 6] = ["request", "example", "related", "correction", "subset", "superset"];
    if let Some(role) = start.attribute("", "role").filter(|role| !role.value.contains(':'))
        && !ROLES.contains(&role.value)
    {
        let message = format!("expected one of {}, but found {:?}", ROLES.join(", "), role.value);
        walk.report(&extensions::INVALID_LOCAL_ROLE, role.place(0), message);
    }
    for encoding in ["inputEncoding", "outputEncoding"] {
        if let Some(name) = start.attribute("", encoding).filter(|name| !is_encoding(name.value)) {
            let message = format!("expected an encoding, but found {:?}", name.value);
            walk.report(&extensions::INVALID_ENCODING, name.place(0), message);
        }
    }
    if let Some(title) = start.attribute("", "title").filter(|it| it.value.chars().count() > 256) {
        let message = "expected a title of at most 256 characters".to_owned();
        walk.report(&values::TOO_LONG, title.place(0), message);
    }
    if let Some(terms) = start.attribute("", "searchTerms")
        && let Some(at) = not_encoded(terms.value)
    {
        let message = format!("expected encoded terms, but found {:?}", &terms.value[at..]);
        walk.report(&extensions::NOT_URL_ENCODED, terms.place(at), message);
    }
}

/// Encodings have registered names.
fn is_encoding(name: &str) -> bool {
    Encoding::for_label(name.as_bytes()).is_some()
}

/// Where percent-encoded terms have what would have to be encoded; white space divides terms.
fn not_encoded(terms: &str) -> Option<usize> {
    let is_hex = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_hexdigit);
    let bytes = terms.as_bytes();
    bytes.iter().enumerate().position(|(at, byte)| match byte {
        b'%' => !is_hex(bytes.get(at + 1)) || !is_hex(bytes.get(at + 2)),
        _ => !byte.is_ascii_alphanumeric() && !b"-_.~/ \t\n\r".contains(byte),
    })
}

static EMPTY: Element = Element::empty();

/// RFC 5005.
const HISTORY: &[Child] = &[Child::any("archive", &EMPTY), Child::any("complete", &EMPTY)];

static META: Element = Element::empty().attributes(list![
    Attribute::new("name", &[choices::meta_name]).required(),
    Attribute::new("content", &[choices::robots]).required(),
]);
