//! Rules of mail addresses.

use crate::validate::rule::Rule;

/// All of them.
pub(crate) const ALL: &[&Rule] = &[
    &INVALID_CONTACT,
    &INVALID_ADDR_SPEC,
    &UNKNOWN_HOST,
    &EMAIL_FORMAT,
    &MISSING_REAL_NAME,
    &CONTAINS_EMAIL,
];

pub(crate) const INVALID_CONTACT: Rule = Rule::error(
    "InvalidContact",
    "RSS 2.0, managingEditor",
    "a person is named by a mail address, in RSS with the name behind it",
    "write it like editor@example.org (Ada Lovelace), in Atom without the name",
);

pub(crate) const INVALID_ADDR_SPEC: Rule = Rule::error(
    "InvalidAddrSpec",
    "RFC 5322, 3.4.1",
    "the mail address of an owner is an address and nothing else",
    "write it like editor@example.org",
);

pub(crate) const UNKNOWN_HOST: Rule = Rule::warning(
    "UnknownHost",
    "RFC 1035, 2.3.1",
    "the host of a mail address is a name that can be known to the world",
    "name the host with its domain, as mail.example.org",
);

pub(crate) const EMAIL_FORMAT: Rule = Rule::warning(
    "EmailFormat",
    "RSS Best Practices, Email Addresses",
    "a mail address is followed by the name in parentheses",
    "write it like editor@example.org (Ada Lovelace)",
);

pub(crate) const MISSING_REAL_NAME: Rule = Rule::warning(
    "MissingRealName",
    "RSS Best Practices, Email Addresses",
    "a mail address is followed by a name",
    "write it like editor@example.org (Ada Lovelace)",
);

pub(crate) const CONTAINS_EMAIL: Rule = Rule::warning(
    "ContainsEmail",
    "RFC 4287, 3.2.1",
    "the name of a person holds no mail address",
    "put the address in an element of its own, or leave it to those who are allowed to know it",
);
