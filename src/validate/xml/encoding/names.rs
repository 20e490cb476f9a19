//! Names of encodings: which are known, and how many readers know them.

use encoding_rs::{Encoding, REPLACEMENT, X_USER_DEFINED};

/// How widely an encoding is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Commonness {
    /// Every XML processor must read it (section 4.3.3).
    Required,
    /// Most do.
    Common,
    /// Few do.
    Rare,
}

/// Encodings that feeds were commonly written in.
const COMMON: &[&str] = &[
    "US-ASCII",
    "ISO-8859-1",
    "EUC-JP",
    "ISO-8859-2",
    "ISO-8859-15",
    "ISO-8859-7",
    "KOI8-R",
    "SHIFT_JIS",
    "WINDOWS-1250",
    "WINDOWS-1251",
    "WINDOWS-1252",
    "WINDOWS-1254",
    "WINDOWS-1255",
    "WINDOWS-1256",
    "GB18030",
];

const LATIN1: &[&str] =
    &["ISO-8859-1", "ISO8859-1", "ISO_8859-1", "LATIN1", "LATIN-1", "L1", "CP819", "IBM819"];

const ASCII: &[&str] = &["US-ASCII", "ASCII", "ISO646-US", "ANSI_X3.4-1968", "646"];

const UTF16: &[&str] = &["UTF-16", "ISO-10646-UCS-2", "CSUNICODE", "UCS-2"];

/// Tells how widely an encoding is understood under a name.
pub(in super::super) fn commonness(name: &str) -> Commonness {
    match name {
        _ if is(name, &["UTF-8", "UTF-16"]) => Commonness::Required,
        _ if is(name, COMMON) => Commonness::Common,
        _ => Commonness::Rare,
    }
}

/// Whether a name means UTF-8.
pub(in super::super) fn is_utf8(name: &str) -> bool {
    is(name, &["UTF-8", "UTF8"])
}

/// Whether a name means UTF-16, whichever byte comes first.
pub(in super::super) fn is_utf16(name: &str) -> bool {
    is(name, UTF16)
}

pub(super) fn is_latin1(name: &str) -> bool {
    is(name, LATIN1)
}

pub(super) fn is_ascii(name: &str) -> bool {
    is(name, ASCII)
}

/// Whether documents of an encoding can be read here.
pub(in super::super) fn known(name: &str) -> bool {
    is_latin1(name) || is_ascii(name) || is_utf16(name) || label(name).is_some()
}

/// The encoding by its name, as the web knows it.
pub(super) fn label(name: &str) -> Option<&'static Encoding> {
    let other = |encoding: &&'static Encoding| ![REPLACEMENT, X_USER_DEFINED].contains(encoding);
    Encoding::for_label(name.as_bytes()).filter(other)
}

fn is(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}
