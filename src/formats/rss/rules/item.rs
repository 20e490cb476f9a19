//! The item.

use crate::validate::grammar::{
    Attribute, Child, Element, Gathered, Group, Kind, Rival, Space, Version, Walk, list,
};
use crate::validate::html;
use crate::validate::rules::feeds::{
    DUPLICATE_DESCRIPTION_SEMANTICS, DUPLICATE_ENCLOSURE, DUPLICATE_ITEM_SEMANTICS,
    DUPLICATE_VALUE, MISSING_GUID, NEED_DESCRIPTION_BEFORE_CONTENT, SLASH_DATE,
};
use crate::validate::rules::structure::ITEM_MUST_CONTAIN_TITLE_OR_DESCRIPTION;
use crate::validate::values::{
    Judge, addresses, choices, dates, mail, media_types, numbers, text, trimmed,
};
use crate::validate::vocabularies::anywhere::{
    ANY_TEXT, ANYTHING, EVERYWHERE, LINKED, RESOURCE, W3C_DATE,
};
use crate::validate::vocabularies::{atom, entries, itunes, podcast};
use crate::validate::xml::Start;

/// The item.
pub(super) static ITEM: Element = Element::of(&[
    list![Group::new(Space::CORE, CORE)],
    EVERYWHERE,
    entries::OF_ENTRIES,
    list![
        Group::new(
            Space::CONTENT,
            list![Child::once("encoded", &ENCODED), Child::once("items", &CONTENT_ITEMS)],
        ),
        Group::new(
            Space::XHTML,
            list![Child::any("body", &BODY).says(
                &DUPLICATE_DESCRIPTION_SEMANTICS,
                "expected description, but found xhtml:body"
            )],
        ),
        Group::new(Space::ATOM, atom::IN_ITEM),
        Group::new(Space::DC, DC),
        Group::new(Space::ITUNES, itunes::OF_BOTH),
        Group::new(Space::ITUNES, itunes::OF_ENTRIES),
        Group::new(Space::PODCAST, podcast::OF_BOTH),
        Group::new(Space::PODCAST, podcast::OF_ENTRIES),
        Group::new(
            Space::CC,
            list![
                Child::any("license", &ANYTHING)
                    .rivals(list![other(Space::CREATIVE_COMMONS, "license")])
            ],
        ),
        Group::new(
            Space::CREATIVE_COMMONS,
            list![Child::any("license", &LINKED).rivals(list![other(Space::CC, "license")])],
        ),
    ],
])
.at_start(begin)
.at_end(finish);

const fn other(space: Space, local: &'static str) -> Rival {
    Rival::new(space, local, &DUPLICATE_ITEM_SEMANTICS)
}

const CORE: &[Child] = &[
    Child::once("title", &TITLE),
    Child::once("link", &LINKED),
    Child::once("description", &DESCRIPTION),
    Child::once("author", &AUTHOR).rivals(list![other(Space::DC, "creator")]),
    Child::any("category", &CATEGORY).rivals(list![other(Space::DC, "subject")]),
    Child::once("comments", &LINKED),
    Child::once("enclosure", &ENCLOSURE).once_or(&DUPLICATE_ENCLOSURE),
    Child::once("guid", &GUID).rivals(list![other(Space::ATOM, "id")]),
    Child::once("pubDate", &DATE)
        .rivals(list![other(Space::DC, "date"), other(Space::ATOM, "published")]),
    Child::once("source", &SOURCE).rivals(list![other(Space::DC, "source")]),
];

const DC: &[Child] = &[
    Child::any("creator", &ANY_TEXT).rivals(list![other(Space::CORE, "author")]),
    Child::any("subject", &ANY_TEXT).rivals(list![other(Space::CORE, "category")]),
    Child::any("date", &W3C_DATE).rivals(list![other(Space::CORE, "pubDate")]),
];

static TITLE: Element = Element::text(&[text::plain, text::not_blank]);
static DESCRIPTION: Element = Element::text(&[]).at_end(description);
static AUTHOR: Element = Element::text(&[mail::contact_with_name]);
static CATEGORY: Element =
    Element::text(&[text::plain, text::not_blank]).attributes(list![Attribute::new("domain", &[])]);
static ENCLOSURE: Element = Element::empty()
    .attributes(list![
        Attribute::new("url", &[addresses::http]).required(),
        Attribute::new("length", &[numbers::length]).required(),
        Attribute::new("type", &[media_types::mime_attribute]).required(),
    ])
    .at_start(|walk, start| {
        if let Some(url) = start.attribute("", "url") {
            walk.encloses(url.value, url.place(0));
        }
    });
static GUID: Element = Element::text(&[])
    .attributes(list![Attribute::new("isPermaLink", &[choices::is_permalink])])
    .at_start(|walk, start| {
        let is_permalink = start.attribute("", "isPermaLink");
        walk.top().notes.attribute = is_permalink.map(|it| it.value.to_owned());
    })
    .at_end(guid);
static DATE: Element = Element::text(&[dates::rfc_822]);
static SOURCE: Element = Element::text(&[text::plain])
    .attributes(list![Attribute::new("url", &[addresses::full]).required()]);
static ENCODED: Element = Element::text(&[html::safe]).at_start(needs_description);
static BODY: Element = Element::body();

static CONTENT_ITEMS: Element =
    Element::of(&[list![Group::new(Space::RDF, list![Child::once("Bag", &CONTENT_BAG)])]]);
static CONTENT_BAG: Element =
    Element::of(&[list![Group::new(Space::RDF, list![Child::any("li", &CONTENT_LI)])]]);
static CONTENT_LI: Element =
    Element::of(&[list![Group::new(Space::CONTENT, list![Child::any("item", &CONTENT_ITEM)])]]);
static CONTENT_ITEM: Element = Element::of(&[list![
    Group::new(
        Space::CONTENT,
        list![Child::once("format", &RESOURCE), Child::once("encoding", &RESOURCE)],
    ),
    Group::new(Space::RDF, list![Child::once("value", &ANY_TEXT)]),
]]);

fn begin(walk: &mut Walk<'_>, start: Start<'_>) {
    if let Some(channel) = walk.parent() {
        channel.notes.entry.get_or_insert(start.at);
    }
}

/// RSS 0.91 has no HTML in descriptions.
fn description(walk: &mut Walk<'_>, gathered: &Gathered) {
    let (text, before) = trimmed(gathered.as_str());
    let judge: Judge = match walk.facts.kind {
        Kind::Rss(Version::Plain) => text::plain,
        _ => html::safe,
    };
    walk.judge(gathered, text, before, &[judge]);
}

fn needs_description(walk: &mut Walk<'_>, start: Start<'_>) {
    let item = walk.parent();
    if item.is_some_and(|item| !item.holds(Space::CORE, "description")) {
        let message = "expected description before content:encoded";
        walk.report(&NEED_DESCRIPTION_BEFORE_CONTENT, start.at, message);
    }
}

/// A guid is a permalink unless it says that it is not.
fn guid(walk: &mut Walk<'_>, gathered: &Gathered) {
    let (value, before) = trimmed(gathered.as_str());
    let said = walk.top().notes.attribute.take();
    let judge: Judge = match said.as_deref() {
        None | Some("true") => addresses::permalink,
        Some(_) => addresses::guid,
    };
    walk.judge(gathered, value, before, &[judge, text::not_blank]);
    walk.unique(gathered, "guid", &DUPLICATE_VALUE);
}

/// Judges an item as a whole.
fn finish(walk: &mut Walk<'_>, _: &Gathered) {
    let at = walk.top().at;
    if !walk.holds(Space::CORE, "title") && !walk.holds(Space::CORE, "description") {
        let message = "expected item to hold title or description";
        walk.report(&ITEM_MUST_CONTAIN_TITLE_OR_DESCRIPTION, at, message);
    }
    let has_guids = matches!(walk.facts.kind, Kind::Rss(Version::Two | Version::NearlyTwo));
    if has_guids && !walk.holds(Space::CORE, "guid") {
        walk.report(&MISSING_GUID, at, "expected item to hold guid");
    }
    let counts = walk.holds(Space::SLASH, "comments");
    let channel = walk.parent();
    if counts && channel.is_some_and(|channel| !channel.holds(Space::CORE, "lastBuildDate")) {
        let message = "expected lastBuildDate before an item with slash:comments";
        walk.report(&SLASH_DATE, at, message);
    }
}
