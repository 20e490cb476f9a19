//! Style attributes: the declarations that the W3C's feed validator lets pass, and no others.
//!
//! Follows `checkStyle` of its `validators.py`: what characters a declaration may have, which properties
//! there are, and for backgrounds, borders, margins and paddings which words. That leaves nothing that
//! loads something, covers something, or stands elsewhere than in the text.

use super::allowed::Names;
use cssparser::{Delimiter, Parser};
use std::borrow::Cow;

/// The properties.
const PROPERTIES: &str = "\
    azimuth background background-color border border-bottom border-bottom-color \
    border-bottom-style border-bottom-width border-collapse border-color border-left \
    border-left-color border-left-style border-left-width border-right border-right-color \
    border-right-style border-right-width border-spacing border-style border-top border-top-color \
    border-top-style border-top-width border-width clear color cursor direction display elevation \
    float font font-family font-size font-style font-variant font-weight height letter-spacing \
    line-height list-style-type margin margin-bottom margin-left margin-right margin-top overflow \
    padding padding-bottom padding-left padding-right padding-top pause pause-after pause-before \
    pitch pitch-range richness speak speak-header speak-numeral speak-punctuation speech-rate \
    stress text-align text-decoration text-indent unicode-bidi vertical-align voice-family volume \
    white-space width";

/// The families of properties whose words are looked at, by what stands before the first hyphen.
const BOXES: &str = "background border margin padding";

/// The words that these may have, besides colours and lengths.
const WORDS: &str = "\
    !important aqua auto black block blue bold both bottom brown center collapse dashed dotted \
    fuchsia gray green italic left lime maroon medium navy none normal nowrap olive pointer \
    purple red right silver solid teal top transparent underline white yellow";

const UNITS: &str = "cm em ex in mm pc pt px % , )";

/// Gives what may stay of a style attribute, or `None` if nothing may.
pub(super) fn allowed(style: &str) -> Option<Cow<'_, str>> {
    let declarations = declarations(style);
    let kept: Vec<&str> = declarations.iter().copied().filter(|one| is_allowed(one)).collect();
    match kept.len() {
        0 => None,
        // The validator takes offence at white space behind the last semicolon.
        all if all == declarations.len() && is_even(style) => Some(Cow::Borrowed(style)),
        _ => Some(Cow::Owned(kept.join("; "))),
    }
}

/// Cuts a style attribute into declarations, at the semicolons that stand in no brackets, quotes or comments.
fn declarations(style: &str) -> Vec<&str> {
    let mut parser = Parser::new(style);
    let mut declarations = Vec::new();
    loop {
        parser.skip_whitespace();
        let start = parser.position();
        let declaration = parser.parse_until_before::<_, (), ()>(Delimiter::Semicolon, |inner| {
            while inner.next().is_ok() {}
            Ok(())
        });
        debug_assert!(declaration.is_ok());
        let declaration = parser.slice_from(start).trim_ascii();
        if !declaration.is_empty() {
            declarations.push(declaration);
        }
        // What comes next is the semicolon.
        if parser.next().is_err() {
            return declarations;
        }
    }
}

/// Tells whether nothing but declarations stands in a style attribute, and no blank at its end.
fn is_even(style: &str) -> bool {
    if !has_plain_characters(style) {
        return false;
    }
    let declarations = style.strip_suffix(';').unwrap_or(style);
    declarations.split(';').all(|one| one.bytes().any(|b| !is_space(b)))
}

fn is_allowed(declaration: &str) -> bool {
    let lower = declaration.to_ascii_lowercase();
    let Some((name, value)) = lower.split_once(':') else { return false };
    let name = name.trim_ascii_end();
    PROPERTIES.has(name)
        && !value.contains([':', ';'])
        && has_plain_characters(&lower)
        && (!is_of_box(name) || value.split_ascii_whitespace().all(is_allowed_word))
}

fn is_of_box(name: &str) -> bool {
    BOXES.has(name.split('-').next().unwrap_or(name))
}

/// Tells whether a declaration is made of nothing but letters, digits, a few signs, hyphens within words,
/// words in quotes and numbers in brackets.
fn has_plain_characters(declaration: &str) -> bool {
    let mut rest = declaration.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = match (first, tail) {
            (a, [b'-', b, after @ ..]) if is_word(*a) => {
                if !is_word(*b) {
                    return false;
                }
                after
            }
            (quote @ (b'"' | b'\''), _) => {
                match enclosed(tail, *quote, |b| is_word(b) || is_space(b)) {
                    Some(after) => after,
                    None => return false,
                }
            }
            (b'(', _) => {
                match enclosed(tail, b')', |b| b.is_ascii_digit() || b == b',' || is_space(b)) {
                    Some(after) => after,
                    None => return false,
                }
            }
            (b':' | b',' | b';' | b'#' | b'%' | b'.' | b'!', _) => tail,
            (b, _) if b.is_ascii_alphanumeric() || is_space(*b) => tail,
            _ => return false,
        };
    }
    true
}

/// Passes over what brackets or quotes hold, which is not nothing; gives what follows them.
fn enclosed(bytes: &[u8], close: u8, holds: impl Fn(u8) -> bool) -> Option<&[u8]> {
    let end = bytes.iter().position(|b| !holds(*b)).filter(|end| *end > 0)?;
    (bytes[end] == close).then(|| &bytes[end + 1..])
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b'\x0B'
}

/// Tells whether a word of a box's property is known, a colour, or a length of at most three digits.
fn is_allowed_word(word: &str) -> bool {
    WORDS.has(word)
        || word.strip_prefix('#').is_some_and(|hex| !hex.is_empty() && hex.bytes().all(is_hex))
        || word.strip_prefix("rgb(").is_some_and(is_rgb)
        || is_length(word)
}

fn is_hex(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'a'..=b'f')
}

/// Digits and a comma, then more of it or not; a blank may have cut the colour short.
fn is_rgb(numbers: &str) -> bool {
    let number = |text: &str| {
        let digits = text.strip_suffix('%').unwrap_or(text);
        digits.bytes().all(|b| b.is_ascii_digit())
    };
    let mut parts = numbers.strip_suffix(')').unwrap_or(numbers).split(',');
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    first.starts_with(|c: char| c.is_ascii_digit())
        && number(first)
        && matches!(rest.len(), 1 | 2)
        && rest.iter().all(|part| number(part))
}

/// One digit or none, a point or none, one or two digits, and a unit or none.
fn is_length(word: &str) -> bool {
    let number = UNITS
        .split_ascii_whitespace()
        .find_map(|unit| word.strip_suffix(unit))
        .unwrap_or(word)
        .as_bytes();
    let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    match number.iter().position(|b| *b == b'.') {
        Some(point) => {
            let (before, after) = (&number[..point], &number[point + 1..]);
            before.len() < 2 && matches!(after.len(), 1 | 2) && digits(before) && digits(after)
        }
        None => matches!(number.len(), 1..=3) && digits(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_validator_lets_pass_stays_to_the_letter() {
        for style in [
            "color:red",
            "Color : RED; font-family: 'Open Sans', serif;",
            "margin: 0 auto 12px 1.5em",
            "border:1px solid #ccc",
            "background-color: rgb(255, 0, 10)",
            "border-left-width:.5em",
            "width:100%;display:none",
            "text-align:center !important",
            "unicode-bidi: bidi-override",
        ] {
            assert_eq!(allowed(style).as_deref(), Some(style));
        }
    }

    #[test]
    fn what_it_warns_of_goes_and_the_rest_stays() {
        for (style, kept) in [
            ("position:fixed;top:0;color:red", Some("color:red")),
            ("color:red; ", Some("color:red")),
            ("color:red;;width:5px", Some("color:red; width:5px")),
            ("background:url(https://example.org/a;b.png);width:5px", Some("width:5px")),
            ("/* a;b */color:red;width:5px", Some("color:red; width:5px")),
            ("color:red; ;width:5px;", Some("color:red; width:5px")),
            ("margin:-5px", None),
            ("margin:0 inherit", None),
            ("margin:1000px", None),
            ("padding:12.5px", None),
            ("background:rgba(0,0,0,.5)", None),
            ("color:var(--wp--preset--color--black)", None),
            ("width:expression(alert(1))", None),
            ("font-family:'a:b'", None),
            ("font-family:a_b", None),
            ("-moz-binding:none", None),
            ("border-radius:3px", None),
            ("color", None),
            ("color:r\\65 d", None),
            ("{color:red}", None),
            ("\u{e4}:red", None),
            ("", None),
        ] {
            assert_eq!(allowed(style).as_deref(), kept, "{style}");
        }
    }

    #[test]
    fn twice_is_once() {
        for style in ["a:b;color:red;;", ";color:red", "color:red;margin:-1px;width:1px ;"] {
            let once = allowed(style).map(Cow::into_owned).unwrap_or_default();
            assert_eq!(allowed(&once).unwrap_or_default(), once);
        }
    }
}
