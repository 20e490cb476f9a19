//! What is valid for one request alone: secrets and nonces.

use super::request::{self, Requests};
use crate::content::attribute;
use lol_html::html_content::Element;

/// What a text has in which there is something of the kind.
const SIGNS: [&str; 8] =
    ["secret=", "nonce", "?_=", "&_=", "&amp;_=", "&#038;_=", "data-token", "<input"];

/// Hidden fields, besides nonces, that tell the request or its time: `wp_referer_field` and
/// `wp_original_referer_field`; WPForms; MC4WP: Mailchimp for WordPress; Akismet.
const FIELDS: [&str; 6] = [
    "_wp_http_referer",
    "_wp_original_http_referer",
    "page_url",
    "url_referer",
    "_mc4wp_timestamp",
    "ak_js",
];

/// Hidden fields that repeat the id of their form: Contact Form 7; MC4WP.
const IDS: [&str; 2] = ["_wpcf7_unit_tag", "_mc4wp_form_element_id"];

/// Tells whether a text may hold something of the kind.
pub(super) fn may_be_in(html: &str) -> bool {
    SIGNS.into_iter().any(|sign| html.contains(sign)) || Requests::default().may_be_in(html)
}

/// Tells whether an attribute of this name may be of the kind, or hold what is.
pub(super) fn is_attribute(name: &str) -> bool {
    matches!(name, "data-secret" | "data-token" | "data-token-time" | "data-src")
        || name.ends_with("nonce")
}

/// Tells whether a text ends in the name of an address's parameter that is valid once, before its `=`.
pub(in crate::content) fn ends_parameter(text: &str) -> bool {
    ["?_", "&_", ";_", "secret"].iter().any(|name| text.ends_with(name))
}

/// What is left of an attribute without what is valid once, nothing if it goes; `None` if it stays.
pub(super) fn left(element: &Element<'_, '_>, name: &str, value: &str) -> Option<String> {
    if value.is_empty() {
        return None;
    }
    let tag = element.tag_name();
    let goes = match name {
        // `wp_filter_oembed_result` draws it for an embedded post, by which its frame is known.
        "data-secret" => matches!(tag.as_str(), "blockquote" | "iframe"),
        // By these WPForms knows when a form was shown.
        "data-token" | "data-token-time" => {
            tag == "form" && element.has_attribute("data-token-time")
        }
        "value" if tag == "input" && is_hidden(element) => {
            has_name(element, tells_request) || request::is_request(value)
        }
        // WordPress's, which are valid for a day, and those of a content security policy.
        _ => name.ends_with("nonce"),
    };
    if goes {
        return Some(String::new());
    }
    let address = changed(&tag, name, value).map(str::to_owned);
    address.or_else(|| request::without(element, &tag, name, value))
}

/// What is left of an address without what is valid once.
fn changed<'v>(tag: &str, name: &str, value: &'v str) -> Option<&'v str> {
    match (tag, name) {
        // Lazy loading may have moved the address to an attribute of its own.
        ("iframe", _) if name == "src" || name.starts_with("data-") => without_secret(value),
        ("audio" | "video" | "source", "src") => without_counter(value),
        _ => None,
    }
}

/// Takes off the secret of an embedded post; there are two where the post's own site drew one before.
fn without_secret(address: &str) -> Option<&str> {
    address.split_once("#?secret=").map(|(address, _)| address)
}

/// Takes off the `?_=1` by which the shortcodes for players tell one player of a file from the next.
fn without_counter(address: &str) -> Option<&str> {
    ["?_=", "&_=", "&amp;_=", "&#038;_="].into_iter().find_map(|mark| {
        let (address, number) = address.rsplit_once(mark)?;
        let counts = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        counts.then_some(address)
    })
}

/// Tells whether an element is a field whose value is the id of its form.
pub(super) fn holds_id(element: &Element<'_, '_>) -> bool {
    element.tag_name() == "input" && has_name(element, |name| IDS.contains(&name))
}

/// Tells whether the field of this name holds a nonce, or something else of the request.
fn tells_request(name: &str) -> bool {
    name.ends_with("nonce") || FIELDS.contains(&name)
}

fn is_hidden(element: &Element<'_, '_>) -> bool {
    attribute::get(element, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"))
}

fn has_name(element: &Element<'_, '_>, is: impl Fn(&str) -> bool) -> bool {
    attribute::get(element, "name").is_some_and(|name| is(&name))
}
