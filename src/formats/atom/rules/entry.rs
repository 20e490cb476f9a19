//! The entry (section 4.1.2).

use super::{OF_BOTH, feed, pages};
use crate::validate::grammar::construct::{CONTENT, TEXT};
use crate::validate::grammar::{
    Attribute, Child, Element, Gathered, Group, Required, Space, Walk, list,
};
use crate::validate::rules::{atom as rules, feeds as feed_rules, structure};
use crate::validate::values::{addresses, choices, dates, text};
use crate::validate::vocabularies::anywhere::EVERYWHERE;
use crate::validate::vocabularies::atom::{CATEGORY, DATE, LINK, PERSON, duplicate_links};
use crate::validate::vocabularies::{entries, itunes, podcast};
use crate::validate::xml::Start;

/// An entry.
pub(super) static ENTRY: Element = Element::of(&[
    list![Group::new(Space::CORE, CORE)],
    OF_BOTH,
    EXTENSIONS,
    EVERYWHERE,
    entries::OF_ENTRIES,
])
.attributes(list![Attribute::new("parseType", &[]).of(Space::RDF)])
.requires(list![
    Required::new(Space::CORE, "title", &structure::MISSING_ELEMENT),
    Required::new(Space::CORE, "id", &structure::MISSING_ELEMENT),
    Required::new(Space::CORE, "updated", &structure::MISSING_ELEMENT),
])
.at_start(begin)
.at_end(finish);

const CORE: &[Child] = &[
    Child::once("id", &ID),
    Child::once("title", &TEXT),
    Child::once("updated", &UPDATED),
    Child::once("published", &DATE),
    Child::any("author", &PERSON),
    Child::any("contributor", &PERSON),
    Child::any("category", &CATEGORY),
    Child::any("link", &LINK),
    Child::once("content", &CONTENT),
    Child::once("summary", &TEXT),
    Child::once("rights", &TEXT),
    Child::once("source", &feed::SOURCE),
];

const EXTENSIONS: &[Group] = &[
    Group::new(Space::ITUNES, itunes::OF_ENTRIES),
    Group::new(Space::PODCAST, podcast::OF_ENTRIES),
    Group::new(Space::APP, list![Child::once("edited", &DATE), Child::once("control", &CONTROL)]),
];

static ID: Element =
    Element::tight(&[addresses::canonical_iri, text::not_blank]).at_end(|walk, gathered| {
        if walk.unique(gathered, "id", &feed_rules::DUPLICATE_ENTRIES) {
            walk.facts.repeated += 1;
        }
    });
static UPDATED: Element =
    Element::tight(&[dates::rfc_3339, text::not_blank]).at_end(|walk, gathered| {
        walk.unique(gathered, "updated", &feed_rules::DUPLICATE_UPDATED);
    });
static CONTROL: Element =
    Element::of(&[list![Group::new(Space::APP, list![Child::once("draft", &DRAFT)])]]);
static DRAFT: Element = Element::verbatim(&[choices::yes_no]);

/// The head of a feed ends where its first entry begins.
fn begin(walk: &mut Walk<'_>, start: Start<'_>) {
    walk.facts.entries += 1;
    if walk.facts.entries == 1 {
        pages::finish_head(walk, 1, &structure::MISSING_ELEMENT);
    }
    if let Some(feed) = walk.parent() {
        feed.notes.entry.get_or_insert(start.at);
    }
}

/// Judges an entry as a whole.
fn finish(walk: &mut Walk<'_>, _: &Gathered) {
    let at = walk.top().at;
    let by_source = walk.top().notes.attribute.is_some();
    let by_feed = walk.parent().is_some_and(|feed| feed.holds(Space::CORE, "author"));
    if !walk.holds(Space::CORE, "author") && !by_source && !by_feed {
        let message = "expected entry, its source or its feed to hold author";
        walk.report(&structure::MISSING_ELEMENT, at, message);
    }
    says_something(walk);
    duplicate_links(walk, 0);
}

/// An entry has content, or a link to it and a summary.
fn says_something(walk: &mut Walk<'_>) {
    let at = walk.top().at;
    let has_summary = walk.holds(Space::CORE, "summary");
    let Some(content) = walk.top().notes.content.clone() else {
        if !has_summary {
            let message = "expected entry to hold content or summary";
            walk.report(&rules::MISSING_TEXTUAL_CONTENT, at, message);
        }
        if walk.top().notes.links.iter().all(|link| link.rel != "alternate") {
            let message = "expected entry to hold content, or a link to it";
            walk.report(&rules::MISSING_CONTENT_OR_ALTERNATE, at, message);
        }
        return;
    };
    if !has_summary && (content.is_elsewhere || content.is_binary()) {
        let message = "expected entry to hold summary, as its content is elsewhere or no text";
        walk.report(&rules::MISSING_SUMMARY, at, message);
    }
}
