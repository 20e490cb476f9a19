//! Addresses in HTML that only work on the site itself: RSS has no base to resolve them with.

use super::elements::Element;
use super::tags::{Attributes, Piece, What};
use crate::validate::rules::addresses::INVALID_URI_CHAR;
use crate::validate::rules::content::CONTAINS_REL_REF;
use crate::validate::values::{Context, Fault, shown};
use std::borrow::Cow;
use std::ops::Range;

/// The attributes with an address of something that is shown or followed.
const HOLDERS: [(&str, &str); 10] = [
    ("a", "href"),
    ("area", "href"),
    ("audio", "src"),
    ("embed", "src"),
    ("iframe", "src"),
    ("img", "src"),
    ("source", "src"),
    ("track", "src"),
    ("video", "poster"),
    ("video", "src"),
];

/// Judges the addresses of a start tag.
pub(crate) fn judge(piece: &Piece, html: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let What::Start { name_end, element, .. } = piece.what else { return };
    if !element.is_some_and(may_hold) {
        return;
    }
    let (start, tag) = (piece.range.start, &html[piece.range.clone()]);
    let name = &tag[1..name_end - start];
    for attribute in Attributes::new(tag, name_end - start) {
        let holds = |(element, holder): &(&str, &str)| {
            holder.eq_ignore_ascii_case(&tag[attribute.name.clone()])
                && element.eq_ignore_ascii_case(name)
        };
        if HOLDERS.iter().any(holds) {
            let value = attribute.value;
            let range = start + value.start..start + value.end;
            address(&tag[value], range, context, faults);
        }
    }
}

/// Whether an element may hold an address; the quick answer for most.
fn may_hold(element: Element) -> bool {
    HOLDERS.iter().any(|(name, _)| Element::named_exactly(name.as_bytes()) == Some(element))
}

fn address(value: &str, range: Range<usize>, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let value = match value.contains('&') {
        true => htmlize::unescape_attribute(value),
        false => Cow::Borrowed(value),
    };
    let value = value.trim();
    let scheme =
        value.find(|char: char| !char.is_alphanumeric() && char != '_' && !"+-.".contains(char));
    if scheme.is_some_and(|end| end > 0 && value[end..].starts_with(':')) {
        return;
    }
    let allowed = |char: char| {
        !char.is_ascii() || char.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(char)
    };
    let found = shown(value);
    faults.push(match value.chars().find(|char| !allowed(*char)) {
        Some(char) => {
            let words = format!("expected no {char:?} in an address, but found {found}");
            context.fault(&INVALID_URI_CHAR, range, &words)
        }
        None => {
            let words = format!("expected a whole address, but found {found}");
            context.fault(&CONTAINS_REL_REF, range, &words)
        }
    });
}
