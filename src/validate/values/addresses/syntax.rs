//! How an address is written: RFC 3986, appendix A, and RFC 3987, 2.2.

use std::ops::Range;

/// The parts of an address that judges ask for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Address<'a> {
    pub(super) scheme: Option<&'a str>,
    pub(super) authority: Option<&'a str>,
}

/// Why a text is no address.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Error {
    /// A character of ASCII that addresses never have.
    Character(Range<usize>),
    /// A character beyond ASCII, in a URI, or one that not even an IRI has.
    Beyond(Range<usize>),
    /// A character in the wrong place, from this byte on.
    Form(usize),
}

/// Reads an address: a URI reference, or an IRI reference.
pub(super) fn read(text: &str, iri: bool) -> Result<Address<'_>, Error> {
    let scheme = scheme(text);
    let after_scheme = scheme.map_or(0, |scheme| scheme.len() + 1);
    let rest = &text[after_scheme..];
    let authority = rest.strip_prefix("//").map(|rest| &rest[..end(rest, b"/?#")]);
    let path_start = after_scheme + authority.map_or(0, |authority| authority.len() + 2);
    let brackets = authority.and_then(literal).map(|(start, end)| {
        let at = after_scheme + 2;
        at + start..at + end
    });
    characters(text, brackets.unwrap_or(0..0), iri)?;
    // Without a scheme, the first segment of a path would be taken for one (RFC 3986, 4.2).
    let first = &text[path_start..path_start + end(&text[path_start..], b"/?#")];
    if scheme.is_none() && authority.is_none() && first.contains(':') {
        return Err(Error::Form(0));
    }
    Ok(Address { scheme, authority })
}

/// The scheme: a letter, then letters, digits, `+`, `-` and `.`, up to a colon.
fn scheme(text: &str) -> Option<&str> {
    let colon = text.find(':')?;
    let scheme = &text[..colon];
    let rest = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    let valid = scheme.as_bytes().first()?.is_ascii_alphabetic() && scheme.bytes().all(rest);
    valid.then_some(scheme)
}

/// Where the first of these characters is, or the end.
fn end(text: &str, characters: &[u8]) -> usize {
    text.bytes().position(|byte| characters.contains(&byte)).unwrap_or(text.len())
}

/// Where the brackets of an IP address of version 6 are in an authority.
fn literal(authority: &str) -> Option<(usize, usize)> {
    let start = authority.rfind('@').map_or(0, |at| at + 1);
    let inside = authority[start..].strip_prefix('[')?;
    let length = inside.find(']')?;
    let inside = &inside[..length];
    let version_6 = inside.parse::<std::net::Ipv6Addr>().is_ok();
    version_6.then_some((start, start + length + 2))
}

/// The characters that may stand anywhere in an address: most addresses have no other.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 128u8 {
        plain[byte as usize] = byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b'?' | b'&' | b'=' | b'+' | b','
            );
        byte += 1;
    }
    plain
};

/// Whether an address is plain: `https` or `http`, a host with a domain in small letters, characters that may stand
/// anywhere.
pub(super) fn is_plain(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let mut labels = 0;
        // A host that ends in a number is an address of IP.
        let mut letters = false;
        let host = &rest.as_bytes()[..end(rest, b"/?")];
        for label in host.split(|byte| *byte == b'.') {
            let plain = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
            if label.is_empty() || !label.iter().all(plain) || label.starts_with(b"xn--") {
                return false;
            }
            labels += 1;
            letters = label.iter().all(u8::is_ascii_lowercase);
        }
        labels > 1 && letters && rest.bytes().all(|byte| PLAIN[usize::from(byte)])
    })
}

/// Judges each character; brackets are only allowed where an IP address has them.
fn characters(text: &str, brackets: Range<usize>, iri: bool) -> Result<(), Error> {
    if text.bytes().all(|byte| PLAIN[usize::from(byte)]) {
        return Ok(());
    }
    let (mut fragment, mut query) = (false, false);
    let mut form = None;
    let mut beyond = None;
    for (at, char) in text.char_indices() {
        let range = at..at + char.len_utf8();
        match char {
            '[' | ']' if brackets.contains(&at) => {}
            '%' if !is_percent_encoded(&text.as_bytes()[at..]) => form = form.or(Some(at)),
            '#' if fragment => form = form.or(Some(at)),
            '#' => fragment = true,
            '?' => query = true,
            _ if char.is_ascii() => {
                if !is_allowed(char as u8) {
                    return Err(Error::Character(range));
                }
            }
            _ if iri && is_of_iri(char, query && !fragment) => {}
            _ => beyond = beyond.or(Some(range)),
        }
    }
    match (beyond, form) {
        (Some(range), _) => Err(Error::Beyond(range)),
        (None, Some(at)) => Err(Error::Form(at)),
        (None, None) => Ok(()),
    }
}

fn is_percent_encoded(bytes: &[u8]) -> bool {
    matches!(bytes, [b'%', a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit())
}

/// Whether a character of ASCII is one of addresses, brackets aside.
fn is_allowed(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte)
}

/// Whether a character beyond ASCII is one of IRIs; those for private use only in queries (RFC 3987, 2.2).
fn is_of_iri(char: char, query: bool) -> bool {
    let code = char as u32;
    match code {
        0xe000..=0xf8ff | 0xf_0000..=0x10_ffff => query && code & 0xffff < 0xfffe,
        0xa0..=0xd7ff | 0xf900..=0xfdcf | 0xfdf0..=0xffef | 0x1_0000..=0xe_ffff => {
            code & 0xffff < 0xfffe
        }
        _ => false,
    }
}
