//! The attributes of an element, decoded: the rewriter has them as they stand in the HTML.

use crate::text::html;
use lol_html::html_content::Element;

/// The value of an attribute, its character references decoded.
pub(super) fn get(element: &Element<'_, '_>, name: &str) -> Option<String> {
    element.get_attribute(name).map(decoded)
}

/// What a value says as it stands in the HTML.
pub(super) fn decoded(value: String) -> String {
    if value.contains('&') { html::decode_attribute(&value).into_owned() } else { value }
}

/// Sets an attribute, which keeps its place if the element has it; the rewriter escapes quotes.
///
/// Angle brackets are escaped as HTML's serializer does (section 13.3): what stands in a `<noscript>`
/// must not end it.
pub(super) fn set(element: &mut Element<'_, '_>, name: &str, value: &str) {
    let escaped = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    element.set_attribute(name, &escaped).expect("a name without blanks and signs");
}

/// Tells whether an element's own style hides it.
pub(super) fn hides(element: &Element<'_, '_>) -> bool {
    let style = get(element, "style").unwrap_or_default().to_ascii_lowercase();
    style.split_ascii_whitespace().collect::<String>().contains("display:none")
}

/// Tells whether one of the words of `class` is this.
pub(super) fn has_class(element: &Element<'_, '_>, class: &str) -> bool {
    get(element, "class").is_some_and(|all| all.split_ascii_whitespace().any(|one| one == class))
}
