//! The gallery of Elementor Pro (seen): elements without content, each with the address of a picture in an
//! attribute, which a script makes a background.

use super::link::web_address;
use crate::content::attribute;
use crate::content::page::Page;
use lol_html::html_content::{ContentType, Element};

/// The class of what stands for a picture.
pub(super) const CLASS: &str = "e-gallery-image";

/// The attribute that holds its address.
const PICTURE: &str = "data-thumbnail";

/// Puts the picture into the element.
pub(super) fn show(element: &mut Element<'_, '_>, page: &Page<'_>) {
    let address = attribute::get(element, PICTURE).and_then(|it| web_address(&it, page));
    let Some(address) = address else { return };
    let names = ["aria-label", "alt"];
    let alt = names.iter().find_map(|name| attribute::get(element, name)).unwrap_or_default();
    let picture = format!(
        "<img src=\"{}\" alt=\"{}\">",
        htmlize::escape_attribute(&address),
        htmlize::escape_attribute(&alt),
    );
    element.append(&picture, ContentType::Html);
    element.remove_attribute(PICTURE);
}
