//! Addresses: made absolute, and percent-encoded where a feed needs it.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use std::borrow::Cow;
use url::Url;

/// What RFC 3986 allows nowhere in a URI, besides controls and everything that is not ASCII.
const FORBIDDEN: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The same, and the brackets that only a host in numbers may have.
const FORBIDDEN_IN_PATH: &AsciiSet = &FORBIDDEN.add(b'[').add(b']');

/// Makes an address fit for a feed's `link`, `url` and `href`: an RFC 3986 URI, whole.
///
/// What is encoded already stays as it is, to the letter. A relative address is resolved against
/// `base`; `//host` gets `https:`. Gives `None` for what is empty or can't be made absolute.
pub(crate) fn absolute<'a>(address: &'a str, base: Option<&str>) -> Option<Cow<'a, str>> {
    let address = address.trim();
    if address.is_empty() {
        return None;
    }
    if has_scheme(address) {
        return Some(encode(address));
    }
    if address.starts_with("//") {
        return Some(Cow::Owned(encode(&format!("https:{address}")).into_owned()));
    }
    let base = Url::parse(base?).ok()?;
    base.join(address).ok().map(|url| Cow::Owned(encode(url.as_str()).into_owned()))
}

/// Makes an address of the web, where nothing else is one: `javascript:` has no place in a feed.
pub(crate) fn web(address: &str, base: Option<&str>) -> Option<String> {
    absolute(address, base).filter(|url| origin(url).is_some()).map(Cow::into_owned)
}

/// Percent-encodes what a URI can't hold; a host that is not ASCII becomes Punycode.
pub(crate) fn encode(address: &str) -> Cow<'_, str> {
    if address.bytes().all(|byte| PLAIN[byte as usize]) {
        return Cow::Borrowed(address);
    }
    let (before, host, after) = split(address);
    let host = if host.is_ascii() { host.to_owned() } else { ascii_host(host) };
    let mut out = format!("{before}{host}");
    for (i, part) in after.split('%').enumerate() {
        if i > 0 {
            out.push_str(if starts_with_two_hex(part) { "%" } else { "%25" });
        }
        out.extend(utf8_percent_encode(part, FORBIDDEN_IN_PATH));
    }
    Cow::Owned(out)
}

/// Gives scheme and host of an address without what follows, as `https://example.org`.
pub(crate) fn origin(address: &str) -> Option<&str> {
    let (before, host, _) = split(address);
    let http = starts_with_ignoring_case(before, "http://")
        || starts_with_ignoring_case(before, "https://");
    (http && !host.is_empty()).then(|| &address[..before.len() + host.len()])
}

/// Gives the host of an address, without user and port.
pub(crate) fn host(address: &str) -> Option<&str> {
    let (_, authority, _) = split(address);
    let host = authority.rsplit('@').next()?;
    let host = if host.starts_with('[') { host } else { host.split(':').next()? };
    (!host.is_empty()).then_some(host)
}

/// The parts of an address of the web.
pub(crate) struct Parts<'a> {
    /// `http` or `https`.
    pub(crate) scheme: &'static str,
    /// In ASCII, in whatever case.
    pub(crate) host: Cow<'a, str>,
    pub(crate) port: Option<u16>,
    /// Path, query and fragment.
    pub(crate) rest: &'a str,
}

/// Takes an address of the web apart; one with a user's name is none.
pub(crate) fn parts(address: &str) -> Option<Parts<'_>> {
    let (before, authority, rest) = split(address);
    let schemes = [("http://", "http"), ("https://", "https")];
    let (_, scheme) = schemes.into_iter().find(|(start, _)| before.eq_ignore_ascii_case(start))?;
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (authority, ""),
    };
    let port = if port.is_empty() { None } else { Some(port.parse().ok()?) };
    let plain = !host.is_empty() && !host.contains('@');
    let host = if host.is_ascii() { Cow::Borrowed(host) } else { ascii_host(host).into() };
    plain.then_some(Parts { scheme, host, port, rest })
}

/// Gives the ending of the file that an address names, in lower case and without the dot.
pub(crate) fn extension(address: &str) -> Option<String> {
    let (_, _, after) = split(address);
    let path = after.split(['?', '#']).next()?;
    let (_, extension) = path.rsplit('/').next()?.rsplit_once('.')?;
    Some(extension.to_ascii_lowercase())
}

/// Tells whether an address starts with a scheme (RFC 3986, section 3.1).
fn has_scheme(address: &str) -> bool {
    let scheme = address.split([':', '/', '?', '#']).next().unwrap_or("");
    address[scheme.len()..].starts_with(':')
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

/// Cuts an address into `https://`, the authority, and the rest.
fn split(address: &str) -> (&str, &str, &str) {
    let Some(start) = address.find("://").map(|at| at + 3).filter(|_| has_scheme(address)) else {
        return ("", "", address);
    };
    let end = address[start..].find(['/', '?', '#']).map_or(address.len(), |at| start + at);
    (&address[..start], &address[start..end], &address[end..])
}

fn ascii_host(authority: &str) -> String {
    match Url::parse(&format!("https://{authority}/")) {
        Ok(url) => url[url::Position::BeforeUsername..url::Position::AfterPort].to_owned(),
        Err(_) => utf8_percent_encode(authority, FORBIDDEN).to_string(),
    }
}

/// The bytes that may stand anywhere in a URI; `%`, brackets and all that is forbidden need a look.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let bytes =
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=";
    let mut at = 0;
    while at < bytes.len() {
        plain[bytes[at] as usize] = true;
        at += 1;
    }
    plain
};

fn starts_with_two_hex(text: &str) -> bool {
    text.as_bytes().get(..2).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
}

fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    text.as_bytes()
        .get(..prefix.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_what_is_forbidden_and_nothing_else() {
        for (address, encoded) in [
            ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
            ("https://example.org/%e6%b8%af/", "https://example.org/%e6%b8%af/"),
            (
                "https://example.org/a b[1]|ü%zz.mp3",
                "https://example.org/a%20b%5B1%5D%7C%C3%BC%25zz.mp3",
            ),
            ("https://müller.example/ü", "https://xn--mller-kva.example/%C3%BC"),
            ("http://[::1]:80/a b", "http://[::1]:80/a%20b"),
            ("mailto:a@example.org", "mailto:a@example.org"),
        ] {
            assert_eq!(encode(address), encoded);
            assert_eq!(encode(encoded), encoded, "once is enough");
        }
    }

    #[test]
    fn makes_absolute() {
        let base = Some("https://example.org/blog/");
        for (address, absolute_address) in [
            ("/x y", "https://example.org/x%20y"),
            ("x", "https://example.org/blog/x"),
            ("//cdn.example/x", "https://cdn.example/x"),
            ("  https://example.org/ ", "https://example.org/"),
            ("?p=3", "https://example.org/blog/?p=3"),
        ] {
            assert_eq!(absolute(address, base).as_deref(), Some(absolute_address));
        }
        assert_eq!(absolute("/x", None), None);
        assert_eq!(absolute("", base), None);
    }

    #[test]
    fn takes_apart() {
        assert_eq!(origin("https://example.org:8080/a/b"), Some("https://example.org:8080"));
        assert_eq!(origin("ftp://example.org/"), None);
        assert_eq!(host("https://me@example.org:8080/a"), Some("example.org"));
        assert_eq!(extension("https://example.org/a.b/c.MP3?x=.ogg").as_deref(), Some("mp3"));
        assert_eq!(extension("https://example.org/"), None);
    }
}
