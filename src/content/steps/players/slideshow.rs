//! Jetpack's `[slideshow]` and `[gallery type="slideshow"]`: an empty element, its pictures as JSON in an
//! attribute. Jetpack's own feeds have a link to the page instead.

use super::link::web_address;
use crate::content::attribute;
use crate::content::page::Page;
use crate::text::html;
use lol_html::html_content::{ContentType, Element};
use serde::Deserialize;

/// The class of a slideshow.
pub(super) const CLASS: &str = "jetpack-slideshow";

/// The attribute that holds the pictures.
const PICTURES: &str = "data-gallery";

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Picture {
    src: String,
    alt: String,
    caption: String,
}

/// Puts the pictures into the element.
pub(super) fn show(element: &mut Element<'_, '_>, page: &Page<'_>) {
    let Some(json) = attribute::get(element, PICTURES) else { return };
    let Ok(pictures) = serde_json::from_str::<Vec<Picture>>(&json) else { return };
    let figures: String = pictures.iter().filter_map(|picture| figure(picture, page)).collect();
    if !figures.is_empty() {
        element.append(&figures, ContentType::Html);
        element.remove_attribute(PICTURES);
    }
}

/// A picture with its caption, both of which Jetpack has escaped for HTML.
fn figure(picture: &Picture, page: &Page<'_>) -> Option<String> {
    let address = web_address(&picture.src, page)?;
    let (alt, caption) = (html::decode(&picture.alt), html::decode(&picture.caption));
    let caption = match caption.trim() {
        "" => String::new(),
        caption => format!("<figcaption>{}</figcaption>", htmlize::escape_text(caption)),
    };
    Some(format!(
        "<figure><img src=\"{}\" alt=\"{}\">{caption}</figure>",
        htmlize::escape_attribute(&address),
        htmlize::escape_attribute(&*alt),
    ))
}
