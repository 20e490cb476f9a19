//! References to characters and entities (section 4.1).

use super::scan::{Scan, Stop};
use crate::text::xml::is_allowed;

/// What stands behind an ampersand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference<'a> {
    /// A character, by its number or as one of the five names that XML knows.
    Character(char),
    /// The number of no character, or of one that XML forbids.
    Forbidden(&'a str),
    /// A name.
    Entity(&'a str),
    /// No reference: the ampersand should have been written as one.
    Bare,
}

/// The character of the references that escaped HTML is full of, and their length.
pub(super) fn common(bytes: &[u8]) -> Option<(&'static str, usize)> {
    match bytes {
        [b'&', b'l', b't', b';', ..] => Some(("<", 4)),
        [b'&', b'g', b't', b';', ..] => Some((">", 4)),
        [b'&', b'a', b'm', b'p', b';', ..] => Some(("&", 5)),
        [b'&', b'q', b'u', b'o', b't', b';', ..] => Some(("\"", 6)),
        _ => None,
    }
}

/// Steps over a reference, or over an ampersand that is none.
pub(super) fn lex<'a>(scan: &mut Scan<'a>) -> Result<Reference<'a>, Stop> {
    scan.at += 1;
    let start = scan.at;
    let reference = if scan.peek()? == b'#' { number(scan)? } else { named(scan)? };
    if reference == Reference::Bare {
        scan.at = start;
    }
    Ok(reference)
}

fn named<'a>(scan: &mut Scan<'a>) -> Result<Reference<'a>, Stop> {
    let name = match scan.name("") {
        Err(Stop::Bad(_)) => return Ok(Reference::Bare),
        name => name?,
    };
    if !scan.take(";")? {
        return Ok(Reference::Bare);
    }
    Ok(predefined(name).map_or(Reference::Entity(name), Reference::Character))
}

/// The five entities that every document has (section 4.6).
fn predefined(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

fn number<'a>(scan: &mut Scan<'a>) -> Result<Reference<'a>, Stop> {
    let start = scan.at - 1;
    scan.at += 1;
    let radix = if scan.peek()? == b'x' { 16 } else { 10 };
    scan.at += usize::from(radix == 16);
    let mut value: u32 = 0;
    let first = scan.at;
    while let Some(digit) = (scan.peek()? as char).to_digit(radix) {
        value = value.saturating_mul(radix).saturating_add(digit);
        scan.at += 1;
    }
    if scan.at == first || scan.peek()? != b';' {
        return Ok(Reference::Bare);
    }
    scan.at += 1;
    let character = char::from_u32(value).filter(|&c| is_allowed(c));
    Ok(character.map_or(Reference::Forbidden(&scan.text[start..scan.at]), Reference::Character))
}
