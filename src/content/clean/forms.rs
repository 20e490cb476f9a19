//! Forms, which nobody can send from a feed: their text stays.

use super::allowed::Names;
use super::pass::Tags;
use crate::content::attribute;
use lol_html::html_content::Element;

/// Elements that stand on lines of their own, and do so without a form.
const BLOCKS: &str = "fieldset form legend";

/// Elements of which nothing is left but what they hold, which of lists to choose from is nothing.
const INLINE: &str = "button datalist label meter optgroup output progress select textarea";

/// What stays on a form that became a block.
const KEPT: &str = "class dir id lang style title";

/// Takes an element for what it shows; tells whether it is of a form.
pub(super) fn open(element: &mut Element<'_, '_>, name: &str, tags: &mut Tags) -> bool {
    if BLOCKS.has(name) {
        drop_attributes(element);
        tags.name = Some("div");
    } else if INLINE.has(name) {
        tags.spaced = true;
    } else if name == "input" {
        tags.instead = Some(htmlize::escape_text(shown(element)).into_owned());
    } else {
        return false;
    }
    true
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
    let text = match attribute::get(input, "type").unwrap_or_default().to_ascii_lowercase().as_str()
    {
        "button" | "reset" | "submit" => attribute::get(input, "value"),
        "image" => attribute::get(input, "alt"),
        _ => None,
    };
    text.map(|text| format!("{text} ")).unwrap_or_default()
}
