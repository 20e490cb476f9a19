//! Forms, which nobody can send from a feed: their text stays.

use super::allowed::Names;
use super::pass::Tags;
use crate::content::attribute;
use lol_html::html_content::Element;
use memchr::memmem;

/// Elements that stand on lines of their own, and do so without a form.
const BLOCKS: &str = "fieldset form legend";

/// Elements of which nothing is left but what they hold, which of lists to choose from is nothing.
const INLINE: &str = "button datalist label meter optgroup output progress select textarea";

/// What stays on a form that became a block.
const KEPT: &str = "class dir id lang style title";

/// How long a trap may be. What is longer is a part of a form that is shown later.
const LONGEST_TRAP: usize = 2048;

/// Takes an element for what it shows; tells whether it is of a form.
pub(super) fn open(element: &mut Element<'_, '_>, name: &str, html: &str, tags: &mut Tags) -> bool {
    if is_trap(element, name, html) {
        tags.instead = Some(String::new());
    } else if BLOCKS.has(name) {
        drop_attributes(element);
        tags.name = Some("div");
    } else if INLINE.has(name) {
        tags.apart = true;
    } else if name == "input" {
        tags.instead = Some(htmlize::escape_text(shown(element)).into_owned());
        tags.apart = true;
    } else {
        return false;
    }
    true
}

/// Tells whether an element is hidden and holds a field, which programs fill in and people don't: `Δ` of
/// Akismet (`Akismet::get_fields`), "Leave this field empty if you're human" of Mailchimp for WordPress.
fn is_trap(element: &Element<'_, '_>, name: &str, html: &str) -> bool {
    if !attribute::hides(element) {
        return false;
    }
    let rest = &html.as_bytes()[element.source_location().bytes().end..];
    let rest = &rest[..rest.len().min(LONGEST_TRAP)];
    let Some(end) = memmem::find(rest, format!("</{name}>").as_bytes()) else { return false };
    let holds = |what: &str| memmem::find(&rest[..end], what.as_bytes()).is_some();
    // With one of its own kind within, this is not its end.
    (holds("<input") || holds("<textarea")) && !holds(&format!("<{name}"))
}

fn drop_attributes(element: &mut Element<'_, '_>) {
    let names: Vec<String> =
        element.attributes().iter().map(lol_html::html_content::Attribute::name).collect();
    for name in names.iter().filter(|name| !KEPT.has(name.as_str())) {
        element.remove_attribute(name);
    }
}

/// The text that a browser shows on a button.
fn shown(input: &Element<'_, '_>) -> String {
    match attribute::get(input, "type").unwrap_or_default().to_ascii_lowercase().as_str() {
        "button" | "reset" | "submit" => attribute::get(input, "value"),
        "image" => attribute::get(input, "alt"),
        _ => None,
    }
    .unwrap_or_default()
}
