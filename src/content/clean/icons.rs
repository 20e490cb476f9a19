//! Links that show a drawing and nothing else: without it they say their name.

use crate::content::attribute;
use crate::text::html::fold;
use crate::text::plain;
use lol_html::html_content::{ContentType, Element};
use memchr::memmem;

/// How far off the end of such a link may be.
const LONGEST: usize = 8192;

/// Writes the name of a link into it, where a browser shows a drawing in its place.
pub(super) fn name(link: &mut Element<'_, '_>, html: &str) {
    let name = || attribute::get(link, "aria-label").map(|name| fold(&name));
    let Some(name) = name().filter(|name| !name.is_empty()) else { return };
    let rest = &html[link.source_location().bytes().end..];
    let near = rest.floor_char_boundary(LONGEST);
    let Some(end) = memmem::find(&rest.as_bytes()[..near], b"</a") else { return };
    let inner = &rest[..end];
    if inner.contains("<svg") && !inner.contains("<img") && plain::line(inner).is_empty() {
        link.prepend(&name, ContentType::Text);
    }
}
