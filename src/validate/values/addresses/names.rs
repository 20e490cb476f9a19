//! Addresses that are only names: `tag:` (RFC 4151) and `urn:` (RFC 8141).

use crate::validate::rule::Rule;
use crate::validate::rules::addresses::{INVALID_TAG, INVALID_URN, INVALID_UUID};
use crate::validate::values::scan::Scan;

/// What is wrong with a name, and how it is written; `None` for one that is right, and for what is no name.
pub(super) fn wrong(value: &str) -> Option<(&'static Rule, &'static str)> {
    let (scheme, rest) = value.split_once(':')?;
    if scheme.eq_ignore_ascii_case("tag") {
        let valid = is_tag(rest);
        return (!valid).then_some((&INVALID_TAG, "a tag like tag:example.org,2003-12-13:name"));
    }
    if !scheme.eq_ignore_ascii_case("urn") {
        return None;
    }
    match rest.get(..5) {
        Some(start) if start.eq_ignore_ascii_case("uuid:") => (!is_uuid(&rest[5..])).then_some((
            &INVALID_UUID,
            "a name like urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6",
        )),
        _ => (!is_urn(rest)).then_some((&INVALID_URN, "a name like urn:isbn:0451450523")),
    }
}

/// Whether a value is a name that cannot be opened.
pub(super) fn is_name(value: &str) -> bool {
    let starts = |start: &str| {
        value.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
    };
    starts("tag:") || starts("urn:uuid:")
}

/// An authority, a comma, a date, a colon, and what the authority likes (RFC 4151, 2.1).
fn is_tag(rest: &str) -> bool {
    let Some((authority, rest)) = rest.split_once(',') else { return false };
    let Some((date, specific)) = rest.split_once(':') else { return false };
    let host = match authority.rsplit_once('@') {
        Some((local, host)) => {
            let local_byte = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
            if local.is_empty() || !local.bytes().all(local_byte) {
                return false;
            }
            host
        }
        None => authority,
    };
    host.split('.').all(is_label) && is_date(date) && is_specific(specific)
}

/// A part of the name of a host.
fn is_label(label: &str) -> bool {
    let end = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = label.as_bytes();
    let inside = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    end(bytes.first()) && end(bytes.last()) && bytes.iter().all(inside)
}

/// A year, perhaps with a month, perhaps with a day.
fn is_date(date: &str) -> bool {
    let mut scan = Scan::new(date);
    let mut parts = scan.digits(4).is_some();
    for most in [12, 31] {
        if parts && scan.eat(b'-') {
            parts = scan.digits(2).is_some_and(|number| (1..=most).contains(&number));
        }
    }
    parts && scan.done()
}

/// What may follow the date: characters of paths, queries and at most one fragment.
fn is_specific(specific: &str) -> bool {
    let byte = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%/?#".contains(&byte);
    specific.bytes().all(byte) && specific.matches('#').count() < 2 && is_encoded(specific)
}

/// A namespace, a colon and a name in it, perhaps with components and a fragment (RFC 8141, 2).
fn is_urn(rest: &str) -> bool {
    let Some((namespace, name)) = rest.split_once(':') else { return false };
    let first = name.as_bytes().first();
    let byte = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%/?#".contains(&byte);
    (2..=32).contains(&namespace.len())
        && is_label(namespace)
        && first.is_some_and(|first| !b"/?#".contains(first))
        && name.bytes().all(byte)
        && name.matches('#').count() < 2
        && is_encoded(name)
}

/// The part of a urn behind its namespace: characters of paths, some of which were reserved (RFC 2141, 2.2).
pub(super) fn is_specific_of_urn(text: &str) -> bool {
    let byte = |byte: u8| byte.is_ascii_alphanumeric() || b"()+,-.:=@;$_!*'/?#%".contains(&byte);
    !text.is_empty() && text.bytes().all(byte) && is_encoded(text)
}

/// Whether each `%` has two hexadecimal digits after it.
fn is_encoded(text: &str) -> bool {
    let hex = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_hexdigit);
    text.split('%')
        .skip(1)
        .all(|after| hex(after.as_bytes().first()) && hex(after.as_bytes().get(1)))
}

/// Digits in groups of 8, 4, 4, 4 and 12 (RFC 9562, 4).
fn is_uuid(text: &str) -> bool {
    let groups = text.split('-').map(str::len).eq([8, 4, 4, 4, 12]);
    groups && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}
