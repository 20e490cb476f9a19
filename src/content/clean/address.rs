//! Addresses in a tree: none that runs something, and none that hides a document.

use super::allowed::{Names, SCHEMES};

use url::{ParseError, Url};

/// The attributes that hold one address. Ammonia looks at some of them, and not on every element.
const ONE: &str = "\
    action background cite codebase data formaction href icon longdesc manifest ping poster src \
    xlink:href";

/// The attributes that hold text for people.
const TEXTS: &str = "abbr alt aria-label label placeholder summary title";

/// The types of pictures that are nothing but a picture.
const PICTURES: &str = "avif bmp gif jpeg jpg png webp x-icon";

/// Tells whether an attribute may keep its value, as far as it holds addresses.
pub(super) fn is_safe(element: &str, attribute: &str, value: &str) -> bool {
    if attribute == "srcset" || attribute == "imagesrcset" {
        return value.split(',').all(|one| is_harmless(one.trim_ascii()));
    }
    if !is_name(attribute) {
        return TEXTS.has(attribute) || !holds_script(value);
    }
    match Url::parse(value) {
        Ok(url) if url.scheme() == "data" => {
            element == "img" && attribute == "src" && is_picture(&url)
        }
        Ok(url) => SCHEMES.has(url.scheme()),
        Err(error) => error == ParseError::RelativeUrlWithoutBase,
    }
}

/// Tells whether an attribute of this name holds one address.
pub(super) fn is_name(attribute: &str) -> bool {
    ONE.has(attribute)
}

/// Tells whether an address is a script.
pub(super) fn runs(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "javascript" | "vbscript"))
}

/// Tells whether anything in a value that is no address could be taken for one that runs something, as a
/// script does with a picture's `data-src`.
fn holds_script(value: &str) -> bool {
    if !value.contains(':') {
        return false;
    }
    let is_unseen = |c: char| matches!(c, '\t' | '\n' | '\r');
    let value: String = value.chars().filter(|c| !is_unseen(*c)).collect();
    let mut parts = value.split(|c: char| c <= ' ' || matches!(c, ';' | ','));
    parts.any(|part| {
        let scheme = part.split(':').next().unwrap_or_default();
        let runs =
            ["data", "javascript", "vbscript"].iter().any(|it| it.eq_ignore_ascii_case(scheme));
        runs && scheme.len() < part.len() && !Url::parse(part).is_ok_and(|url| is_picture(&url))
    })
}

/// Tells whether an address has a scheme of the web, or none.
fn is_harmless(address: &str) -> bool {
    match Url::parse(address.split_ascii_whitespace().next().unwrap_or_default()) {
        Ok(url) => matches!(url.scheme(), "http" | "https"),
        Err(error) => error == ParseError::RelativeUrlWithoutBase,
    }
}

/// Tells whether a `data:` address holds a picture of pixels: a drawing may hold scripts.
fn is_picture(url: &Url) -> bool {
    let kind = url.path().split([',', ';']).next().unwrap_or_default().trim().to_ascii_lowercase();
    kind.strip_prefix("image/").is_some_and(|kind| PICTURES.has(kind))
}

/// Tells whether the validator takes a value for an absolute address (`absref_re`).
pub(super) fn has_scheme(value: &str) -> bool {
    let value = value.trim();
    let scheme = value.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
    scheme > 0 && value.as_bytes().get(scheme) == Some(&b':')
}

/// How long the words of a link may be that are an address. Longer ones tell people nothing.
const LONGEST_WORDS: usize = 60;

/// Gives host and path of an address, as `example.org/map`, for a link without a title; the host alone where
/// the path is long.
pub(super) fn words(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let end = rest.find(['?', '#']).unwrap_or(rest.len());
    let words = rest[..end].trim_end_matches('/');
    let words = words.strip_prefix("www.").unwrap_or(words);
    let host = words.find('/').filter(|_| words.len() > LONGEST_WORDS);
    host.filter(|&end| end > 0).map_or(words, |end| &words[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_or_hides_something_is_not_safe() {
        for (element, attribute, value) in [
            ("a", "href", "javascript:alert(1)"),
            ("a", "href", " \u{1}java\nscript\t:alert(1)"),
            ("a", "href", "vbscript:x"),
            ("a", "href", "data:text/html,<script>alert(1)</script>"),
            ("a", "href", "data:image/png;base64,AA"),
            ("a", "href", "blob:https://example.org/1"),
            ("a", "href", "http://[bad"),
            ("blockquote", "cite", "javascript:1"),
            ("table", "background", "javascript:1"),
            ("img", "longdesc", "javascript:1"),
            ("img", "src", "data:image/svg+xml,<svg onload=alert(1)>"),
            ("img", "src", "data:text/html,x"),
            ("img", "srcset", "a.png 1x, javascript:1 2x"),
            ("img", "data-src", "java\nscript:1"),
            ("img", "usemap", "JavaScript:1"),
            ("p", "data-values", "a;vbscript:1"),
        ] {
            assert!(!is_safe(element, attribute, value), "{value}");
        }
    }

    #[test]
    fn what_leads_somewhere_is_safe() {
        for (element, attribute, value) in [
            ("a", "href", "https://example.org/"),
            ("a", "href", "mailto:a@example.org"),
            ("a", "href", "/about"),
            ("a", "title", "javascript: a language"),
            ("a", "data-note", "{\"javascript\": 1, \"data\": 2}"),
            ("img", "data-src", "data:image/png;base64,AA"),
            ("img", "src", "data:image/gif;base64,R0lGODlhAQABAAAAACw="),
            ("img", "srcset", "https://example.org/a.png 1x, b.png 2x,"),
        ] {
            assert!(is_safe(element, attribute, value), "{value}");
        }
    }

    #[test]
    fn an_address_without_title_is_told_in_words() {
        assert_eq!(words("https://www.example.org/a/b/?c=d#e"), "example.org/a/b");
        assert_eq!(words("/about"), "/about");
        let long = format!("https://docs.example/{}/pub", "a1".repeat(40));
        assert_eq!(words(&long), "docs.example");
    }
}
