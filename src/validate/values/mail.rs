//! Mail addresses: RFC 4287, 3.2.3 for Atom, and those with a name that RSS asks for.

use super::{Context, Fault, shown};
use crate::validate::rule::Rule;
use crate::validate::rules::mail::{
    CONTAINS_EMAIL, EMAIL_FORMAT, INVALID_ADDR_SPEC, INVALID_CONTACT, MISSING_REAL_NAME,
    UNKNOWN_HOST,
};
use memchr::memchr_iter;
use percent_encoding::percent_decode_str;

/// What a person looks like in RSS.
const PERSON: &str = "a mail address with a name, like editor@example.org (Ada Lovelace)";

/// The mail address of a person of Atom.
pub(crate) fn of_person(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    address(value, 0, &INVALID_CONTACT, context, faults);
}

/// The mail address of whoever owns a podcast.
pub(crate) fn addr_spec(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    address(value, 0, &INVALID_ADDR_SPEC, context, faults);
}

/// A mail address that may have a name with it: `editor@example.org (Ada Lovelace)`.
pub(crate) fn contact(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    super::text::plain(value, context, faults);
    let (text, start) = bare(value);
    address(text, start, &INVALID_CONTACT, context, faults);
}

/// A person of RSS: a mail address with a name after it; an address of mail is looked into.
pub(crate) fn contact_with_name(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let Some(address) = value.strip_prefix("mailto:") else {
        return person(value, context, faults);
    };
    let before = faults.len();
    person(&percent_decode_str(address).decode_utf8_lossy(), context, faults);
    for fault in &mut faults[before..] {
        fault.range = 0..value.len();
    }
}

fn person(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let has_local = value.find('@').is_some_and(|at| at > 0);
    if value.ends_with(')') || !has_local {
        contact(value, context, faults);
    } else if value.contains(' ') {
        faults.push(context.expected(&EMAIL_FORMAT, value, PERSON));
    } else {
        faults.push(context.expected(&MISSING_REAL_NAME, value, PERSON));
    }
}

/// The name of a person: no mail address in angle brackets.
pub(crate) fn no_address(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    for start in memchr_iter(b'<', value.as_bytes()) {
        let Some(length) = value[start..].bytes().take(320).position(|byte| byte == b'>') else {
            continue;
        };
        let inside = &value[start + 1..start + length];
        if split(inside).is_some_and(|(local, host)| is_local(local) && is_full_host(host)) {
            let words =
                format!("expected a name without a mail address, but found {}", shown(inside));
            faults.push(context.fault(&CONTAINS_EMAIL, start..start + length + 1, &words));
        }
    }
}

/// The address of a mailbox with a name, in either of the two forms, and where it starts.
fn bare(value: &str) -> (&str, usize) {
    if let Some(open) = value.find('<').filter(|_| value.ends_with('>')) {
        return (&value[open + 1..value.len() - 1], open + 1);
    }
    match value.find('(').filter(|_| value.ends_with(')')) {
        Some(open) => (value[..open].trim_end(), 0),
        None => (value, 0),
    }
}

fn address(
    text: &str,
    start: usize,
    rule: &'static Rule,
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
) {
    let parts = split(text).filter(|(local, host)| is_local(local) && is_host(host));
    let fault = match parts {
        Some((_, host)) if is_full_host(host) => return,
        Some((_, host)) => context.expected(&UNKNOWN_HOST, host, "a host with its domain"),
        None => context.expected(rule, text, "a mail address like editor@example.org"),
    };
    let shift = start + if parts.is_some() { text.len() - fault.range.end } else { 0 };
    let range = fault.range.start + shift..fault.range.end + shift;
    faults.push(Fault { range, ..fault });
}

/// What is before the `@` and what is after it.
fn split(address: &str) -> Option<(&str, &str)> {
    address.rsplit_once('@')
}

/// Whether a local part is one: atoms with dots between (RFC 5322, 3.4.1), or a quoted string.
fn is_local(local: &str) -> bool {
    let atom = |byte: u8| {
        byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&byte) || byte >= 0x80
    };
    !local.is_empty() && local.bytes().all(atom)
}

/// Whether a host is a name or a number of its kind; some networks of their own have names with `_`.
fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty() && label.chars().all(|char| char.is_alphanumeric() || "-_".contains(char))
    };
    host.split('.').all(label)
}

/// Whether a host has its domain with it, and a name that all networks know (RFC 1123, 2.1).
fn is_full_host(host: &str) -> bool {
    is_host(host) && host.contains('.') && !host.contains('_')
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, found_at};
    use super::*;

    #[test]
    fn addresses_of_atom_are_addresses_alone() {
        for value in ["ada@example.org", "a.b+c_d'e@mail.example.org", "ada@192.0.2.1"] {
            assert_eq!(found(addr_spec, value), [] as [&str; 0], "{value}");
        }
        for value in [
            "",
            "ada",
            "ada at example.org",
            "ada@example.org (Ada)",
            "@example.org",
            "ada@",
            "a@b..org",
        ] {
            assert_eq!(found(addr_spec, value), ["InvalidAddrSpec"], "{value}");
        }
    }

    #[test]
    fn hosts_without_a_domain_are_known_to_nobody() {
        assert_eq!(found_at(addr_spec, "ada@tea_room.example"), [("UnknownHost", 4..20)]);
        assert_eq!(found_at(addr_spec, "ada@localhost"), [("UnknownHost", 4..13)]);
    }

    #[test]
    fn people_of_rss_have_an_address_and_a_name() {
        assert_eq!(found(contact_with_name, "ada@example.org (Ada Lovelace)"), [] as [&str; 0]);
        assert_eq!(found(contact_with_name, "mailto:ada@example.org (Ada)"), [] as [&str; 0]);
        assert_eq!(found(contact_with_name, "mailto:ada@example.org%20(Ada)"), [] as [&str; 0]);
        assert_eq!(found(contact_with_name, "ada@example.org"), ["MissingRealName"]);
        assert_eq!(found(contact_with_name, "Ada <ada@example.org>"), ["EmailFormat"]);
        assert_eq!(found(contact_with_name, "Ada Lovelace"), ["InvalidContact"]);
        assert_eq!(found(contact_with_name, "@example.org"), ["InvalidContact"]);
        assert_eq!(found(contact_with_name, "mailto:a@local (A)"), ["UnknownHost"]);
        assert_eq!(found(contact, "Ada <ada@example.org>"), [] as [&str; 0]);
    }

    #[test]
    fn names_hold_no_addresses() {
        assert_eq!(found(no_address, "Ada (a < b > c)"), [] as [&str; 0]);
        assert_eq!(found_at(no_address, "Ada <ada@example.org>"), [("ContainsEmail", 4..21)]);
    }
}
