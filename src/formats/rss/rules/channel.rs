//! The channel: its metadata, which stand before its items.

use super::{item, picture, schedule};
use crate::validate::grammar::{
    Attribute, Child, Element, Gathered, Group, Kind, Required, Rival, Space, Version, Walk, list,
};
use crate::validate::rules::feeds::{
    AVOID_TEXT_INPUT, DUPLICATE_SEMANTICS, MISSING_ATOM_SELF_LINK, MISSING_DC_LANGUAGE,
};
use crate::validate::rules::structure;
use crate::validate::values::{addresses, choices, dates, languages, mail, numbers, text, trimmed};
use crate::validate::vocabularies::anywhere::{
    ANY_TEXT, ANYTHING, EVERYWHERE, LINKED, PLAIN, W3C_DATE,
};
use crate::validate::vocabularies::{atom, feeds, itunes, podcast};

/// The channel.
pub(super) static CHANNEL: Element = Element::of(&[
    list![Group::new(Space::CORE, CORE)],
    EVERYWHERE,
    feeds::OF_FEEDS,
    list![
        Group::new(Space::ATOM, atom::IN_CHANNEL),
        Group::new(Space::DC, DC),
        Group::new(Space::ITUNES, itunes::OF_BOTH),
        Group::new(Space::ITUNES, itunes::OF_FEEDS),
        Group::new(Space::PODCAST, podcast::OF_BOTH),
        Group::new(Space::PODCAST, podcast::OF_FEEDS),
        Group::new(
            Space::CC,
            list![Child::any("license", &ANYTHING).rivals(list![CREATIVE_COMMONS])]
        ),
        Group::new(
            Space::CREATIVE_COMMONS,
            list![Child::any("license", &LINKED).rivals(list![CC])]
        ),
    ],
])
.attributes(list![Attribute::new("index", &[choices::yes_no]).of(Space::INDEXING)])
.requires(list![
    Required::new(Space::CORE, "title", &structure::MISSING_TITLE),
    Required::new(Space::CORE, "link", &structure::MISSING_LINK),
    Required::new(Space::CORE, "description", &structure::MISSING_DESCRIPTION),
])
.at_end(finish);

const CREATIVE_COMMONS: Rival =
    Rival::new(Space::CREATIVE_COMMONS, "license", &DUPLICATE_SEMANTICS);
const CC: Rival = Rival::new(Space::CC, "license", &DUPLICATE_SEMANTICS);

const fn dc(local: &'static str) -> Rival {
    Rival::new(Space::DC, local, &DUPLICATE_SEMANTICS)
}

const CORE: &[Child] = &[
    Child::once("title", &TITLE).metadata(),
    Child::once("link", &LINK).metadata(),
    Child::once("description", &PLAIN).metadata(),
    Child::once("language", &LANGUAGE).metadata().rivals(list![dc("language")]),
    Child::once("copyright", &PLAIN).metadata().rivals(list![dc("rights")]),
    Child::once("managingEditor", &CONTACT).metadata().rivals(list![dc("creator")]),
    Child::once("webMaster", &CONTACT).metadata().rivals(list![dc("publisher")]),
    Child::once("pubDate", &DATE).metadata().rivals(list![dc("date")]),
    Child::once("lastBuildDate", &DATE).metadata().rivals(list![Rival::new(
        Space::DCTERMS,
        "modified",
        &DUPLICATE_SEMANTICS,
    )]),
    Child::any("category", &CATEGORY).metadata(),
    Child::once("generator", &ANY_TEXT).metadata().rivals(list![Rival::new(
        Space::ADMIN,
        "generatorAgent",
        &DUPLICATE_SEMANTICS,
    )]),
    Child::once("docs", &DOCS).metadata(),
    Child::once("cloud", &CLOUD).metadata(),
    Child::once("ttl", &MINUTES).metadata(),
    Child::once("image", &picture::IMAGE).metadata(),
    Child::any("rating", &ANY_TEXT),
    Child::once("textInput", &picture::TEXT_INPUT)
        .metadata()
        .says(&AVOID_TEXT_INPUT, "expected no textInput: readers ignore it"),
    Child::once("textinput", &ANYTHING)
        .metadata()
        .says(&structure::UNDEFINED_ELEMENT, "expected textInput, but found textinput"),
    Child::once("blink", &ANYTHING)
        .says(&structure::NO_BLINK, "expected blogChannel:blink, but found blink"),
    Child::once("skipHours", &schedule::SKIP_HOURS).metadata(),
    Child::once("skipDays", &schedule::SKIP_DAYS).metadata(),
    Child::any("item", &item::ITEM),
];

const DC: &[Child] = &[
    Child::any("creator", &ANY_TEXT).rivals(list![Rival::new(
        Space::CORE,
        "managingEditor",
        &DUPLICATE_SEMANTICS,
    )]),
    Child::any("subject", &ANY_TEXT).rivals(list![Rival::new(
        Space::CORE,
        "category",
        &DUPLICATE_SEMANTICS,
    )]),
    Child::once("date", &W3C_DATE).rivals(list![Rival::new(
        Space::CORE,
        "pubDate",
        &DUPLICATE_SEMANTICS,
    )]),
];

static TITLE: Element = Element::text(&[text::plain, text::not_blank]).at_end(|walk, gathered| {
    let title = trimmed(gathered.as_str()).0.to_owned();
    if let Some(channel) = walk.parent() {
        channel.notes.title = Some(title);
    }
});
static LINK: Element = Element::text(&[addresses::link]).at_end(|walk, gathered| {
    let link = trimmed(gathered.as_str()).0.to_owned();
    if let Some(channel) = walk.parent() {
        channel.notes.link = Some(link);
    }
});
static DOCS: Element = Element::text(&[addresses::link]).at_end(docs);
static LANGUAGE: Element = Element::text(&[languages::language]);
static CONTACT: Element = Element::text(&[mail::contact_with_name]);
static DATE: Element = Element::text(&[dates::rfc_822]);
static MINUTES: Element = Element::text(&[numbers::at_least_one, text::not_blank]);
static CATEGORY: Element =
    Element::text(&[text::plain]).attributes(list![Attribute::new("domain", &[])]);
static CLOUD: Element = Element::empty().attributes(list![
    Attribute::new("domain", &[]).required(),
    Attribute::new("port", &[numbers::port]).required(),
    Attribute::new("path", &[]).required(),
    Attribute::new("registerProcedure", &[]).required(),
    Attribute::new("protocol", &[]).required(),
]);

/// The specification of the RSS Advisory Board lets attributes extend a feed too.
fn docs(walk: &mut Walk<'_>, gathered: &Gathered) {
    if trimmed(gathered.as_str()).0 == "http://www.rssboard.org/rss-specification"
        && let Some(channel) = walk.parent()
    {
        channel.notes.attribute = Some("rssboard".to_owned());
    }
}

/// Judges a channel as a whole.
fn finish(walk: &mut Walk<'_>, _: &Gathered) {
    let channel = walk.top();
    let (at, has_language) = (channel.at, channel.language);
    let by_rssboard = channel.notes.attribute.is_some();
    let has_self = channel.notes.links.iter().any(|link| link.rel == "self");
    if by_rssboard {
        walk.findings.withdraw(&structure::USE_OF_EXTENSION_ATTR);
    }
    let says_language =
        has_language || walk.holds(Space::CORE, "language") || walk.holds(Space::DC, "language");
    if !says_language {
        walk.report(&MISSING_DC_LANGUAGE, at, "expected channel to hold language");
    }
    if !has_self && walk.facts.kind == Kind::Rss(Version::Two) {
        let message = "expected channel to hold atom:link with rel=\"self\"";
        walk.report(&MISSING_ATOM_SELF_LINK, at, message);
    }
    atom::hub_without_self(walk, 0);
    walk.finish_podcast();
}
