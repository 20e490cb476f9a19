//! What stands inside elements that the rewriter takes for mere text, though readers may show it as HTML.
//!
//! A parser without scripts reads `<noscript>` as HTML, and those older than HTML5, as libxml2's, read what
//! stands in frames so too. What `<textarea>`, `<title>`, `<xmp>` and `<plaintext>` hold is text to everyone;
//! what `<template>` holds the rewriter sees as elements.

use lol_html::html_content::Element;
use memchr::memchr_iter;

const HTML: &str = "http://www.w3.org/1999/xhtml";

/// The elements whose text is HTML where they do not work, as a selector.
pub(super) const FALLBACKS: &str = "noscript, iframe, noembed, noframes";

/// The HTML inside such an element, which stands in `html`; `None` of what SVG and MathML name so.
pub(super) fn html<'h>(element: &Element<'_, '_>, html: &'h str) -> Option<&'h str> {
    let rest = html.get(element.source_location().bytes().end..)?;
    let is_text = element.namespace_uri() == HTML;
    is_text.then(|| &rest[..end(rest, &element.tag_name())])
}

/// Where raw text ends: before the first end tag of its element (HTML, section 13.2.5.14).
fn end(text: &str, name: &str) -> usize {
    let bytes = text.as_bytes();
    let closes = |at: &usize| {
        let tag =
            bytes[at + 1..].strip_prefix(b"/").and_then(|tag| tag.split_at_checked(name.len()));
        tag.is_some_and(|(tag, rest)| {
            tag.eq_ignore_ascii_case(name.as_bytes())
                && matches!(
                    rest.first(),
                    Some(b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' | b'/' | b'>')
                )
        })
    };
    memchr_iter(b'<', bytes).find(closes).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::end;

    #[test]
    fn raw_text_ends_at_an_end_tag_of_its_own() {
        for (text, inner) in [
            ("<img></noscript>", "<img>"),
            ("a</NoScript\n>", "a"),
            ("a</noscripts></p></noscript/>", "a</noscripts></p>"),
            ("a</noscript", "a</noscript"),
            ("<", "<"),
        ] {
            assert_eq!(&text[..end(text, "noscript")], inner);
        }
    }
}
