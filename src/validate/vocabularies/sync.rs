//! FeedSync, by which feeds keep copies of each other.

use super::anywhere::ANYTHING;
use crate::validate::grammar::{Attribute, Child, Element, Group, Required, Space, Walk, list};
use crate::validate::rule::Rule;
use crate::validate::rules::feeds::DUPLICATE_VALUE;
use crate::validate::rules::structure::{MISSING_ATTRIBUTE, MISSING_ELEMENT};
use crate::validate::rules::sync::{
    INVALID_SSE_TYPE, MISSING_BY_AND_WHEN_ATTRS, MISSING_RECOMMENDED_ATTRIBUTE, SINCE_AFTER_UNTIL,
};
use crate::validate::values::{addresses, choices, dates, numbers, text};
use crate::validate::xml::Start;

/// What a feed says of the feeds that share its entries.
pub(crate) static SHARING: Element =
    Element::of(&[list![Group::new(Space::SX, list![Child::any("related", &RELATED)])]])
        .attributes(list![
            Attribute::new("expires", &[dates::rfc_3339]),
            Attribute::new("since", &[dates::rfc_3339]),
            Attribute::new("until", &[dates::rfc_3339]),
        ])
        .at_start(sharing);

static RELATED: Element = Element::empty()
    .attributes(list![
        Attribute::new("link", &[addresses::full]).required(),
        Attribute::new("title", &[text::plain, text::not_blank]),
        Attribute::new("type", &[]).required(),
    ])
    .at_start(related);

/// The time that a feed covers has both ends.
fn sharing(walk: &mut Walk<'_>, start: Start<'_>) {
    let value = |name| start.attribute("", name).map(|it| it.value);
    match (value("since"), value("until")) {
        (Some(since), Some(until)) if since > until => {
            let message = format!("expected since before until, but found {since:?} and {until:?}");
            walk.report(&SINCE_AFTER_UNTIL, start.at, message);
        }
        (Some(_), None) => lacks(walk, start, &MISSING_ATTRIBUTE, "until beside since"),
        (None, Some(_)) => lacks(walk, start, &MISSING_ATTRIBUTE, "since beside until"),
        _ => {}
    }
}

fn lacks(walk: &mut Walk<'_>, start: Start<'_>, rule: &'static Rule, what: &str) {
    let message = format!("expected {} to have {what}", walk.top().name);
    walk.report(rule, start.at, message);
}

fn related(walk: &mut Walk<'_>, start: Start<'_>) {
    let kind = start.attribute("", "type");
    if let Some(kind) = kind.filter(|kind| !matches!(kind.value, "complete" | "aggregated")) {
        let message = format!("expected complete or aggregated, but found {:?}", kind.value);
        walk.report(&INVALID_SSE_TYPE, kind.place(0), message);
    }
}

/// What an entry says of its versions.
pub(crate) static SYNC: Element = Element::of(&[list![Group::new(
    Space::SX,
    list![Child::any("history", &HISTORY), Child::any("conflicts", &ANYTHING)],
)]])
.attributes(list![
    Attribute::new("deleted", &[choices::true_false_strict]),
    Attribute::new("noconflicts", &[choices::true_false_strict]),
    Attribute::new("id", &[text::not_blank, addresses::specific]).required(),
    Attribute::new("updates", &[numbers::version]).required(),
])
.requires(list![Required::new(Space::SX, "history", &MISSING_ELEMENT)])
.at_start(sync);

/// An entry has an id of its own.
fn sync(walk: &mut Walk<'_>, start: Start<'_>) {
    let Some(id) = start.attribute("", "id").filter(|id| !id.value.is_empty()) else { return };
    if walk.facts.is_repeated("sx:sync", id.value) {
        let message = format!("expected an id of its own, but found {:?} again", id.value);
        walk.report(&DUPLICATE_VALUE, id.place(0), message);
    }
}

static HISTORY: Element = Element::empty()
    .attributes(list![
        Attribute::new("by", &[text::plain, text::not_blank, addresses::specific]),
        Attribute::new("sequence", &[numbers::version]).required(),
        Attribute::new("when", &[dates::rfc_3339]),
    ])
    .at_start(history);

/// A change says who made it, and when.
fn history(walk: &mut Walk<'_>, start: Start<'_>) {
    let has = |name| start.attribute("", name).is_some();
    match (has("by"), has("when")) {
        (true, true) => {}
        (true, false) => lacks(walk, start, &MISSING_RECOMMENDED_ATTRIBUTE, "when beside by"),
        (false, true) => lacks(walk, start, &MISSING_RECOMMENDED_ATTRIBUTE, "by beside when"),
        (false, false) => lacks(walk, start, &MISSING_BY_AND_WHEN_ATTRS, "by or when"),
    }
}
