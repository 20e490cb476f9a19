//! Background pictures that a script would put into an element's style.

use super::loading::unmark;
use super::placeholder::{Present, present};
use super::table::BACKGROUNDS;
use crate::content::attribute;
use lol_html::html_content::Element;

/// Puts a background picture that an attribute holds into the style.
pub(super) fn promote(element: &mut Element<'_, '_>) {
    let held = BACKGROUNDS.iter().find_map(|name| Some((name, attribute::get(element, name)?)));
    let Some((name, value)) = held else { return };
    let Some(address) = address(&value) else { return };
    let style = attribute::get(element, "style").unwrap_or_default();
    if has_picture(&style) {
        return;
    }
    let style = style.trim_end();
    let between = if style.is_empty() || style.ends_with(';') { "" } else { ";" };
    attribute::set(element, "style", &format!("{style}{between}background-image:url('{address}')"));
    element.remove_attribute(name);
    unmark(element);
}

/// Tells whether a style has a picture already, and no placeholder.
fn has_picture(style: &str) -> bool {
    style.split("url(").skip(1).any(|rest| {
        let address = rest.split(')').next().unwrap_or_default();
        present(Some(address.trim_matches(['\'', '"', ' ']))) == Present::Real
    })
}

/// The address in the value of such an attribute. Themes have the names of colours in it too.
fn address(value: &str) -> Option<&str> {
    let value = value.trim();
    let inner = value.strip_prefix("url(").and_then(|rest| rest.strip_suffix(')'));
    let address = inner.unwrap_or(value).trim_matches(['\'', '"', ' ']);
    let starts = ["https://", "http://", "/", "./", "../"];
    let whole = starts.iter().any(|start| address.starts_with(start)) || is_picture(address);
    let plain = !address.contains(['\'', '"', '\\', '<', '{', ')', '('])
        && !address.contains(|c: char| c.is_whitespace() || c.is_control());
    (whole && plain).then_some(address)
}

/// Tells whether a name ends like a picture's.
fn is_picture(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let endings = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];
    endings.iter().any(|one| one.eq_ignore_ascii_case(ending))
}
