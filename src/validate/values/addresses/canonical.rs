//! The normal form of an address: RFC 3986, 6.2.2 and 6.2.3, and Unicode in NFC.

use super::syntax::is_plain;
use icu_normalizer::ComposingNormalizerBorrowed;
use std::borrow::Cow;
use std::fmt::Write;

/// The ports that schemes have by themselves.
const PORTS: &[(&str, &str)] = &[
    ("ftp", "21"),
    ("telnet", "23"),
    ("http", "80"),
    ("ws", "80"),
    ("gopher", "70"),
    ("news", "119"),
    ("nntp", "119"),
    ("https", "443"),
    ("wss", "443"),
    ("ldap", "389"),
];

/// Writes an address as all should write it; it has to be one that has a scheme.
pub(super) fn canonical(address: &str) -> Cow<'_, str> {
    if is_canonical(address) {
        return Cow::Borrowed(address);
    }
    let Some((scheme, rest)) = address.split_once(':') else { return Cow::Borrowed(address) };
    let (rest, fragment) = cut(rest, '#');
    let (rest, query) = cut(rest, '?');
    let scheme = scheme.to_ascii_lowercase();
    let mut written = format!("{scheme}:");
    match rest.strip_prefix("//") {
        Some(rest) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let _ = write!(written, "//{}", host(authority, &scheme));
            written.push_str(&encoded(&without_dots(if path.is_empty() { "/" } else { path })));
        }
        None if rest.starts_with('/') => written.push_str(&encoded(&without_dots(rest))),
        None => written.push_str(&encoded(&mailbox(rest, &scheme))),
    }
    for (mark, part) in [('?', query), ('#', fragment)] {
        if let Some(part) = part {
            written.push(mark);
            written.push_str(&encoded(part));
        }
    }
    Cow::Owned(written)
}

/// Whether an address is surely in its normal form, without a look at each of its parts: most are.
fn is_canonical(address: &str) -> bool {
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    let path = rest.trim_start_matches(|char| !matches!(char, '/' | '?'));
    is_plain(address) && path.starts_with('/') && !path.contains("/.")
}

/// Cuts a text at a mark, if it has one.
fn cut(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(before, after)| (before, Some(after)))
}

/// An authority: the host in lower case and without a dot at its end, no port that goes without saying.
fn host(authority: &str, scheme: &str) -> String {
    let (user, host) =
        authority.rsplit_once('@').map_or((None, authority), |(user, host)| (Some(user), host));
    let host = host.to_lowercase();
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (name, port),
        _ => (&*host, ""),
    };
    let name = match name.strip_suffix('.') {
        Some(short) if short.contains('.') => short,
        _ => name,
    };
    let user = user.filter(|user| *user != ":" && !user.is_empty()).map(|user| format!("{user}@"));
    let port = match port.trim_start_matches('0') {
        "" => String::new(),
        port if PORTS.contains(&(scheme, port)) => String::new(),
        port => format!(":{port}"),
    };
    format!("{}{name}{port}", user.unwrap_or_default())
}

/// An address of mail: the host in lower case.
fn mailbox(path: &str, scheme: &str) -> String {
    match path.split_once('@') {
        Some((local, host)) if scheme == "mailto" => format!("{local}@{}", host.to_lowercase()),
        _ => path.to_owned(),
    }
}

/// A path without segments `.` and `..` (RFC 3986, 5.2.4).
fn without_dots(path: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    let last = path.split('/').count() - 1;
    for (index, segment) in path.split('/').enumerate() {
        match segment {
            "." | ".." => {
                if segment == ".." && segments.len() > 1 {
                    segments.pop();
                }
                if index == last {
                    segments.push("");
                }
            }
            _ => segments.push(segment),
        }
    }
    segments.join("/")
}

/// Decodes what needs no percent-encoding, writes the rest in upper case, and what is text in NFC.
fn encoded(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut run = Run::default();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let decoded = match rest {
            [b'%', a, b, ..] => hex(*a).zip(hex(*b)).map(|(a, b)| a * 16 + b),
            _ => None,
        };
        rest = if decoded.is_some() { &rest[3..] } else { after };
        match decoded {
            Some(byte) if byte.is_ascii() && !is_unreserved(byte) => {
                run.write(&mut written);
                let _ = write!(written, "%{byte:02X}");
            }
            Some(byte) => run.bytes.push(byte),
            None => {
                run.iri |= !first.is_ascii();
                run.bytes.push(*first);
            }
        }
    }
    run.write(&mut written);
    written
}

/// Bytes in a row.
#[derive(Default)]
struct Run {
    bytes: Vec<u8>,
    /// Some stand in the address as they are, as only IRIs have them.
    iri: bool,
}

impl Run {
    /// Writes the bytes: as text in NFC if they are text; what is beyond ASCII encoded, unless it was not.
    fn write(&mut self, written: &mut String) {
        let bytes = std::mem::take(&mut self.bytes);
        let iri = std::mem::take(&mut self.iri);
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        let bytes = match String::from_utf8(bytes) {
            Ok(text) if text.is_ascii() => return written.push_str(&text),
            Ok(text) if iri => return written.push_str(&nfc.normalize(&text)),
            Ok(text) => nfc.normalize(&text).into_owned().into_bytes(),
            Err(error) => error.into_bytes(),
        };
        for byte in bytes {
            match byte.is_ascii() {
                true => written.push(char::from(byte)),
                false => drop(write!(written, "%{byte:02X}")),
            }
        }
    }
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
