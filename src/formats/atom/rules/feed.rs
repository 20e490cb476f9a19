//! The feed, and the feed that an entry comes from (sections 4.1.1 and 4.2.11).

use super::{OF_BOTH, entry, pages};
use crate::validate::grammar::construct::TEXT;
use crate::validate::grammar::{Attribute, Child, Element, Gathered, Group, Space, Walk, list};
use crate::validate::rules::{atom as rules, feeds as feed_rules, structure};
use crate::validate::values::choices;
use crate::validate::vocabularies::anywhere::{ANYTHING, EVERYWHERE};
use crate::validate::vocabularies::atom::{CATEGORY, DATE, GENERATOR, ID, LINK, PERSON, PICTURE};
use crate::validate::vocabularies::{feeds, itunes, podcast};

/// A feed.
pub(super) static FEED: Element = Element::of(&[
    list![
        Group::new(Space::CORE, METADATA),
        Group::new(Space::CORE, list![Child::any("entry", &entry::ENTRY)]),
    ],
    OF_BOTH,
    EXTENSIONS,
    EVERYWHERE,
    feeds::OF_FEEDS,
])
.attributes(ATTRIBUTES)
.at_end(finish);

/// The feed that an entry comes from.
pub(super) static SOURCE: Element = Element::of(&[
    list![Group::new(Space::CORE, METADATA)],
    OF_BOTH,
    EXTENSIONS,
    EVERYWHERE,
    feeds::OF_FEEDS,
])
.attributes(ATTRIBUTES)
.at_end(finish_source);

const ATTRIBUTES: &[Attribute] = &[Attribute::new("index", &[choices::yes_no]).of(Space::INDEXING)];

const METADATA: &[Child] = &[
    Child::any("author", &PERSON).metadata(),
    Child::any("category", &CATEGORY).metadata(),
    Child::any("contributor", &PERSON).metadata(),
    Child::once("generator", &GENERATOR).metadata(),
    Child::once("id", &ID).metadata(),
    Child::once("icon", &PICTURE).metadata(),
    Child::any("link", &LINK).metadata(),
    Child::once("logo", &PICTURE).metadata(),
    Child::once("title", &TEXT).metadata(),
    Child::once("subtitle", &TEXT).metadata(),
    Child::once("rights", &TEXT).metadata(),
    Child::once("updated", &DATE).metadata(),
];

const EXTENSIONS: &[Group] = &[
    Group::new(Space::ITUNES, itunes::OF_FEEDS),
    Group::new(Space::PODCAST, podcast::OF_FEEDS),
    Group::new(Space::APP, list![Child::once("collection", &ANYTHING)]),
    Group::new(Space::ACCESS, list![Child::any("restriction", &RESTRICTION)]),
];

static RESTRICTION: Element = Element::empty()
    .attributes(list![Attribute::new("relationship", &[choices::access_relation]).required()]);

/// Judges a feed as a whole.
fn finish(walk: &mut Walk<'_>, _: &Gathered) {
    if walk.facts.entries == 0 {
        pages::finish_head(walk, 0, &structure::MISSING_ELEMENT);
    }
    let (all, repeated) = (walk.facts.entries, walk.facts.repeated);
    if all > 9 && repeated + 1 == all {
        walk.findings.withdraw(&feed_rules::DUPLICATE_ENTRIES);
        let at = walk.top().at;
        let message = format!("expected ids of their own, but found one for all {all} entries");
        walk.report(&feed_rules::DUPLICATE_IDS, at, message);
    }
    walk.finish_podcast();
}

/// Judges the feed that an entry comes from; its author is the entry's too (section 4.2.11).
fn finish_source(walk: &mut Walk<'_>, _: &Gathered) {
    pages::finish_head(walk, 0, &rules::MISSING_SOURCE_ELEMENT);
    if walk.holds(Space::CORE, "author")
        && let Some(entry) = walk.parent()
    {
        entry.notes.attribute = Some("author".to_owned());
    }
}
