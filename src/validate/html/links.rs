//! Addresses in HTML that only work on the site itself: RSS has no base to resolve them with.

use super::{Tag, parse};
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
pub(super) fn judge(tag: &Tag<'_>, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let bytes = tag.html.as_bytes();
    let element = &bytes[tag.name.clone()];
    let is = |known: &str, name: &[u8]| known.as_bytes().eq_ignore_ascii_case(name);
    for attribute in tag.attributes.iter().take(parse::MOST) {
        let name = &bytes[attribute.name.clone()];
        let holds = |row: &(&str, &str)| is(row.1, name) && is(row.0, element);
        // Most attributes are others.
        let may_hold = ["href", "src", "poster"].iter().any(|holder| is(holder, name));
        if may_hold && HOLDERS.iter().any(holds) {
            address(&tag.html[attribute.value.clone()], attribute.value.clone(), context, faults);
        }
    }
}

fn address(value: &str, range: Range<usize>, context: &Context<'_>, faults: &mut Vec<Fault>) {
    // Most are whole.
    if value.starts_with("https:") {
        return;
    }
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
