//! Declarations of entities, attributes and notations (productions 70 to 83 and 52 to 60).

use super::super::attribute::normalise;
use super::super::attributes::Declared;
use super::super::entities::{Entities, Entity};
use super::super::reference::{self, Reference};
use super::super::scan::{Notes, Scan, Stop};
use super::super::wording;
use super::elements;
use memchr::memchr;

/// What a declaration says.
pub(super) enum Declaration {
    Entity {
        parameter: bool,
        name: String,
        entity: Entity,
    },
    Attributes {
        element: String,
        list: Vec<Declared>,
    },
    /// Nothing that is used.
    Other,
}

/// Steps over a declaration.
pub(super) fn lex(
    scan: &mut Scan<'_>,
    entities: &Entities,
    notes: &mut Notes,
) -> Result<Declaration, Stop> {
    let declaration = if scan.take("<!ENTITY")? {
        entity(scan)?
    } else if scan.take("<!ATTLIST")? {
        attributes(scan, entities, notes)?
    } else if scan.take("<!ELEMENT")? {
        elements::lex(scan)?;
        Declaration::Other
    } else if scan.take("<!NOTATION")? {
        notation(scan)?;
        Declaration::Other
    } else {
        return scan.bad("a declaration");
    };
    scan.space();
    scan.peek()?;
    scan.need(">")?;
    Ok(declaration)
}

/// Steps over a name that may have no colon (Namespaces, 7).
fn plain_name<'a>(scan: &mut Scan<'a>, what: &str) -> Result<&'a str, Stop> {
    let at = scan.at;
    let name = scan.name(what)?;
    match memchr(b':', name.as_bytes()) {
        Some(_) => scan.wrong(
            at,
            format!("expected {what} without a colon, found `{}`", wording::short(name)),
        ),
        None => Ok(name),
    }
}

fn entity(scan: &mut Scan<'_>) -> Result<Declaration, Stop> {
    scan.need_space()?;
    let parameter = scan.take("%")?;
    if parameter {
        scan.need_space()?;
    }
    let name = plain_name(scan, "the name of an entity")?.to_owned();
    scan.need_space()?;
    let entity = if matches!(scan.peek()?, b'"' | b'\'') {
        Entity::Internal(value(scan)?)
    } else {
        external(scan, false)?;
        if unparsed(scan, parameter)? { Entity::Unparsed } else { Entity::External }
    };
    Ok(Declaration::Entity { parameter, name, entity })
}

/// Steps over the notation of an entity that is no XML, if there is one.
fn unparsed(scan: &mut Scan<'_>, parameter: bool) -> Result<bool, Stop> {
    let space = scan.space();
    if scan.peek()? != b'N' || parameter {
        return Ok(false);
    }
    if !space {
        return scan.bad("white space");
    }
    scan.need("NDATA")?;
    scan.need_space()?;
    plain_name(scan, "the name of a notation").map(|_| true)
}

/// The text of an entity: references to characters are replaced, those to entities stay (section 4.5).
fn value(scan: &mut Scan<'_>) -> Result<String, Stop> {
    let start = scan.at + 1;
    let raw = scan.quoted("the entity's text in quotes")?;
    let mut text = String::with_capacity(raw.len());
    let mut inner = Scan::new(raw);
    while let Some(c) = inner.rest().chars().next() {
        let at = inner.at;
        match c {
            '%' => return scan.wrong(start + at, "expected no `%` in a declaration, found one"),
            '&' => match reference::lex(&mut inner).unwrap_or(Reference::Bare) {
                Reference::Character(c) if raw[at..].starts_with("&#") => text.push(c),
                Reference::Character(_) | Reference::Entity(_) => text.push_str(&raw[at..inner.at]),
                Reference::Bare => return scan.wrong(start + at, wording::bare_ampersand()),
                Reference::Forbidden(number) => {
                    return scan.wrong(start + at, wording::no_character(number));
                }
            },
            // A line ends in a line feed, whatever it consists of.
            '\r' => {
                inner.at += if raw[at..].starts_with("\r\n") { 2 } else { 1 };
                text.push('\n');
            }
            _ => {
                inner.at += c.len_utf8();
                text.push(c);
            }
        }
    }
    Ok(text)
}

/// The public and the system identifier (production 75; 83 where a public one alone is enough).
pub(super) fn external<'a>(
    scan: &mut Scan<'a>,
    notation: bool,
) -> Result<(Option<&'a str>, Option<&'a str>), Stop> {
    if scan.take("SYSTEM")? {
        scan.need_space()?;
        return Ok((None, Some(scan.quoted("an address in quotes")?)));
    }
    if !scan.take("PUBLIC")? {
        return scan.bad("`SYSTEM` or `PUBLIC`");
    }
    scan.need_space()?;
    let at = scan.at + 1;
    let public = scan.quoted("a public identifier in quotes")?;
    if let Some(wrong) = public.find(|c| !is_public(c)) {
        return scan
            .wrong(at + wrong, "expected a public identifier, found a character that none has");
    }
    let space = scan.space();
    if notation && !matches!(scan.peek()?, b'"' | b'\'') {
        return Ok((Some(public), None));
    }
    if !space {
        scan.peek()?;
        return scan.bad("white space");
    }
    Ok((Some(public), Some(scan.quoted("an address in quotes")?)))
}

/// Production 13.
fn is_public(c: char) -> bool {
    matches!(c, ' ' | '\r' | '\n') || c.is_ascii_alphanumeric() || "-'()+,./:=?;!*#@$_%".contains(c)
}

fn notation(scan: &mut Scan<'_>) -> Result<(), Stop> {
    scan.need_space()?;
    plain_name(scan, "the name of a notation")?;
    scan.need_space()?;
    external(scan, true).map(|_| ())
}

fn attributes(
    scan: &mut Scan<'_>,
    entities: &Entities,
    notes: &mut Notes,
) -> Result<Declaration, Stop> {
    scan.need_space()?;
    let element = scan.name("the name of an element")?.to_owned();
    let mut list = Vec::new();
    loop {
        let space = scan.space();
        if scan.peek()? == b'>' {
            return Ok(Declaration::Attributes { element, list });
        }
        if !space {
            return scan.bad("white space or `>`");
        }
        list.push(attribute(scan, entities, notes)?);
    }
}

fn attribute(
    scan: &mut Scan<'_>,
    entities: &Entities,
    notes: &mut Notes,
) -> Result<Declared, Stop> {
    let name = scan.name("the name of an attribute")?.to_owned();
    scan.need_space()?;
    let tokens = elements::attribute_type(scan)?;
    scan.need_space()?;
    let value = default(scan, entities, notes)?;
    Ok(Declared { name, tokens, value })
}

/// The value by default (production 60).
fn default(
    scan: &mut Scan<'_>,
    entities: &Entities,
    notes: &mut Notes,
) -> Result<Option<String>, Stop> {
    if scan.take("#REQUIRED")? || scan.take("#IMPLIED")? {
        return Ok(None);
    }
    if scan.take("#FIXED")? {
        scan.need_space()?;
    }
    let start = scan.at + 1;
    let raw = scan.quoted("`#REQUIRED`, `#IMPLIED` or a value in quotes")?;
    let mut value = String::new();
    normalise(raw, start, entities, &mut value, notes)?;
    Ok(Some(value))
}
