//! Content models of elements and types of attributes (productions 45 to 51 and 54 to 59).
//!
//! Only their grammar matters here: nothing is validated against them.

use super::super::scan::{Scan, Stop};

/// Steps over the declaration of an element.
pub(super) fn lex(scan: &mut Scan<'_>) -> Result<(), Stop> {
    scan.need_space()?;
    scan.name("the name of an element")?;
    scan.need_space()?;
    if scan.take("EMPTY")? || scan.take("ANY")? {
        return Ok(());
    }
    scan.need("(")?;
    scan.space();
    scan.peek()?;
    if scan.take("#PCDATA")? { mixed(scan) } else { children(scan) }
}

/// The rest of `(#PCDATA | a | b)*`.
fn mixed(scan: &mut Scan<'_>) -> Result<(), Stop> {
    let mut names = false;
    loop {
        scan.space();
        scan.peek()?;
        if scan.take(")")? {
            break;
        }
        scan.need("|")?;
        scan.space();
        scan.name("the name of an element")?;
        names = true;
    }
    scan.peek()?;
    if scan.take("*")? || !names { Ok(()) } else { scan.bad("`*`") }
}

/// The rest of `(a, (b | c)*, d?)`, whose groups may stand in each other to any depth.
fn children(scan: &mut Scan<'_>) -> Result<(), Stop> {
    // For each open group what separates its parts, which is one thing or the other.
    let mut groups: Vec<Option<u8>> = vec![None];
    while !groups.is_empty() {
        scan.space();
        if scan.peek()? == b'(' {
            scan.at += 1;
            groups.push(None);
            continue;
        }
        scan.name("the name of an element or `(`")?;
        occurrence(scan)?;
        separator(scan, &mut groups)?;
    }
    Ok(())
}

/// Steps over the ends of groups and to the next part.
fn separator(scan: &mut Scan<'_>, groups: &mut Vec<Option<u8>>) -> Result<(), Stop> {
    while let Some(group) = groups.last_mut() {
        scan.space();
        let next = scan.peek()?;
        match (next, *group) {
            (b')', _) => drop(groups.pop()),
            (b',' | b'|', None) => *group = Some(next),
            (_, Some(other)) if other == next => {}
            (_, Some(b',')) => return scan.bad("`,` or `)`"),
            (_, Some(_)) => return scan.bad("`|` or `)`"),
            (_, None) => return scan.bad("`,`, `|` or `)`"),
        }
        scan.at += 1;
        if next != b')' {
            return Ok(());
        }
        occurrence(scan)?;
    }
    Ok(())
}

fn occurrence(scan: &mut Scan<'_>) -> Result<(), Stop> {
    if matches!(scan.peek()?, b'?' | b'*' | b'+') {
        scan.at += 1;
    }
    Ok(())
}

/// Steps over the type of an attribute; tells whether its value is tokens.
pub(super) fn attribute_type(scan: &mut Scan<'_>) -> Result<bool, Stop> {
    if scan.peek()? == b'(' {
        return choices(scan, false).map(|()| true);
    }
    let at = scan.at;
    let name = scan.name("the type of an attribute")?;
    match name {
        "CDATA" => Ok(false),
        "ID" | "IDREF" | "IDREFS" | "ENTITY" | "ENTITIES" | "NMTOKEN" | "NMTOKENS" => Ok(true),
        "NOTATION" => {
            scan.need_space()?;
            choices(scan, true).map(|()| true)
        }
        _ => scan.wrong(at, "expected the type of an attribute, found another word"),
    }
}

/// The rest of `(a | b)`.
fn choices(scan: &mut Scan<'_>, names: bool) -> Result<(), Stop> {
    scan.need("(")?;
    loop {
        scan.space();
        scan.peek()?;
        if names {
            scan.name("a name")?
        } else {
            scan.nmtoken("a name token")?
        };
        scan.space();
        scan.peek()?;
        if scan.take(")")? {
            return Ok(());
        }
        scan.need("|")?;
    }
}
