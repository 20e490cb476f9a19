//! Addresses made absolute against the page on which the text stands.

use crate::content::attribute;
use crate::content::noticed::Noticed;
use crate::content::page::Page;
use crate::report::NoteKind;
use lol_html::html_content::Element;
use url::{ParseError, Url};

/// The attributes that hold one address.
const ADDRESSES: [&str; 3] = ["href", "src", "poster"];

/// Makes the addresses of an element absolute.
pub(in crate::content) fn resolve(
    element: &mut Element<'_, '_>,
    page: &Page<'_>,
    noticed: &mut Noticed,
) {
    for name in ADDRESSES {
        let Some(value) = attribute::get(element, name) else { continue };
        if let Some(address) = absolute(&value, page, noticed) {
            attribute::set(element, name, &address);
        }
    }
}

/// The absolute form of a relative address; `None` where there is nothing to change, or no way to.
pub(in crate::content) fn absolute(
    address: &str,
    page: &Page<'_>,
    noticed: &mut Noticed,
) -> Option<String> {
    if Url::parse(address) != Err(ParseError::RelativeUrlWithoutBase) {
        return None;
    }
    if page.url().is_none() {
        noticed.add(NoteKind::RelativeAddress, "");
    }
    page.url()?.join(address).ok().map(String::from)
}
