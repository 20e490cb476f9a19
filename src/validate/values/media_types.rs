//! Media types: RFC 2045, 5.1 and RFC 6838, 4.2.

use super::scan::Scan;
use super::{Context, Fault};
use crate::validate::rule::Rule;
use crate::validate::rules::values::{
    ATTR_NOT_BLANK, INVALID_MIME_ATTRIBUTE, INVALID_MIME_TYPE, INVALID_TEXT_TYPE,
};

/// What a media type looks like.
const EXAMPLE: &str = "a media type like text/html";

/// A media type of Atom and of the modules: `text/html; charset=utf-8`.
pub(crate) fn mime_type(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    judge(value, &INVALID_MIME_TYPE, context, faults);
}

/// The media type of an enclosure of RSS or of `media:content`.
pub(crate) fn mime_attribute(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    judge(value, &INVALID_MIME_ATTRIBUTE, context, faults);
}

/// The type of a link of RSS 1.0's module: a media type, or the address of whatever else it is.
pub(crate) fn type_or_address(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    match value.contains(':') {
        true => super::addresses::full(value, context, faults),
        false => mime_type(value, context, faults),
    }
}

/// The `type` of a text construct of Atom (RFC 4287, 3.1.1).
pub(crate) fn text_type(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if value.contains('/') {
        faults.push(context.expected(&INVALID_TEXT_TYPE, value, "text, html or xhtml"));
    }
    word_or_type(value, context, faults);
}

/// The `type` of a content of Atom: a word, or a media type that is not made of others (RFC 4287, 4.1.3.1).
pub(crate) fn content_type(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let top = value.split('/').next().unwrap_or_default();
    if top.eq_ignore_ascii_case("multipart") || top.eq_ignore_ascii_case("message") {
        faults.push(context.expected(
            &INVALID_MIME_TYPE,
            value,
            "a media type that is not composite",
        ));
    } else {
        word_or_type(value, context, faults);
    }
}

fn word_or_type(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    match value {
        "" => faults.push(context.expected(&ATTR_NOT_BLANK, value, "a type")),
        "text" | "html" | "xhtml" => {}
        _ => judge(value, &INVALID_MIME_TYPE, context, faults),
    }
}

fn judge(value: &str, rule: &'static Rule, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let mut scan = Scan::new(value);
    if read(&mut scan).is_none() || !scan.done() {
        faults.push(context.expected(rule, value, EXAMPLE).from(scan.at(), value));
    }
}

/// Reads a type, a subtype and parameters.
fn read(scan: &mut Scan<'_>) -> Option<()> {
    token(scan)?;
    scan.eat(b'/').then_some(())?;
    token(scan)?;
    loop {
        let spaced = scan.space();
        if !scan.eat(b';') {
            return (!spaced).then_some(());
        }
        scan.space();
        token(scan)?;
        scan.eat(b'=').then_some(())?;
        if scan.eat(b'"') { quoted(scan)? } else { token(scan)? }
    }
}

/// Reads a token: no space, no special character; what is beyond ASCII is let pass.
fn token(scan: &mut Scan<'_>) -> Option<()> {
    let special = |byte: u8| {
        byte.is_ascii_whitespace()
            || matches!(byte, b'"' | b'(' | b')' | b',' | b'/' | b':'..=b'?' | b'['..=b']')
    };
    (scan.many(|byte| !special(byte)) > 0).then_some(())
}

/// Reads the rest of a quoted string.
fn quoted(scan: &mut Scan<'_>) -> Option<()> {
    loop {
        scan.many(|byte| byte != b'"' && byte != b'\\');
        if scan.eat(b'\\') {
            if let Some(byte) = scan.peek() {
                scan.eat(byte);
            }
        } else {
            return scan.eat(b'"').then_some(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, found_at};
    use super::*;

    #[test]
    fn media_types_have_a_type_a_subtype_and_perhaps_parameters() {
        for value in [
            "text/html",
            "image/svg+xml",
            "text/html; charset=\"utf\\\"8\"",
            "x-audio/mp3;a=b ; c=d",
        ] {
            assert_eq!(found(mime_type, value), [] as [&str; 0], "{value}");
        }
        for value in [
            "",
            "html",
            "text/",
            "/html",
            "text/html;",
            "text/html ",
            "text/html; charset",
            "a b/c",
            "a/b; c=\"d",
        ] {
            assert_eq!(found(mime_type, value), ["InvalidMIMEType"], "{value}");
            assert_eq!(found(mime_attribute, value), ["InvalidMIMEAttribute"], "{value}");
        }
        assert_eq!(found_at(mime_type, "text/x y"), [("InvalidMIMEType", 7..8)]);
    }

    #[test]
    fn types_of_links_are_media_types_or_addresses() {
        for value in ["text/html", "https://example.org/types#page"] {
            assert_eq!(found(type_or_address, value), [] as [&str; 0], "{value}");
        }
        assert_eq!(found(type_or_address, "page"), ["InvalidMIMEType"]);
        assert_eq!(found(type_or_address, "https://example.org/a b"), ["InvalidUriChar"]);
    }

    #[test]
    fn types_of_texts_and_contents_are_words_or_media_types() {
        for word in ["text", "html", "xhtml"] {
            assert_eq!(found(text_type, word), [] as [&str; 0]);
            assert_eq!(found(content_type, word), [] as [&str; 0]);
        }
        assert_eq!(found(text_type, "text/html"), ["InvalidTextType"]);
        assert_eq!(found(text_type, ""), ["AttrNotBlank"]);
        assert_eq!(found(content_type, "text/html"), [] as [&str; 0]);
        assert_eq!(found(content_type, "xml"), ["InvalidMIMEType"]);
        assert_eq!(found(content_type, "multipart/alternative"), ["InvalidMIMEType"]);
    }
}
