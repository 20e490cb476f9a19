//! Frames of embedded posts, which hide until a script of the page shows them.

use crate::content::attribute;
use lol_html::html_content::Element;

/// The class of such a frame.
pub(in crate::content) const FRAME: &str = "wp-embedded-content";

/// Takes off the style that hides a frame, as `_oembed_filter_feed_content` does.
pub(in crate::content) fn show(element: &mut Element<'_, '_>) {
    if element.tag_name() == "iframe" && attribute::has_class(element, FRAME) {
        element.remove_attribute("style");
    }
}
