//! FeedSync, by which feeds keep copies of each other.

use crate::validate::grammar::{Attribute, Child, Element, Group, Space, Walk, list};
use crate::validate::rules::extensions;
use crate::validate::values::{addresses, choices, dates, numbers, text};
use crate::validate::xml::Start;

/// What a feed says of the feeds that share its entries.
pub(crate) static SHARING: Element =
    Element::of(&[list![Group::new(Space::SX, list![Child::any("related", &RELATED)])]])
        .attributes(list![
            Attribute::new("expires", &[dates::rfc_3339]),
            Attribute::new("since", &[dates::rfc_3339]),
            Attribute::new("until", &[dates::rfc_3339]),
        ]);

static RELATED: Element = Element::empty()
    .attributes(list![
        Attribute::new("link", &[addresses::full]).required(),
        Attribute::new("title", &[text::plain, text::not_blank]),
        Attribute::new("type", &[]).required(),
    ])
    .at_start(related);

fn related(walk: &mut Walk<'_>, start: Start<'_>) {
    let kind = start.attribute("", "type");
    if let Some(kind) = kind.filter(|kind| !matches!(kind.value, "complete" | "aggregated")) {
        let message = format!("expected complete or aggregated, but found {:?}", kind.value);
        walk.report(&extensions::INVALID_SSE_TYPE, kind.place(0), message);
    }
}

/// What an entry says of its versions.
pub(crate) static SYNC: Element =
    Element::of(&[list![Group::new(Space::SX, list![Child::any("history", &HISTORY)])]])
        .attributes(list![
            Attribute::new("deleted", &[choices::true_false_strict]),
            Attribute::new("noconflicts", &[choices::true_false_strict]),
            Attribute::new("id", &[text::not_blank]).required(),
            Attribute::new("updates", &[numbers::positive]).required(),
        ]);

static HISTORY: Element = Element::empty().attributes(list![
    Attribute::new("by", &[text::plain, text::not_blank]),
    Attribute::new("sequence", &[numbers::positive]).required(),
    Attribute::new("when", &[dates::rfc_3339]),
]);
