//! The style of an element: what readers let pass of it.
//!
//! A style is a list of declarations without addresses, escapes and expressions; its properties are known, and
//! borders, backgrounds, margins and paddings have only colours, sizes and some words. This is what the W3C Feed
//! Validation Service asks, but that it takes no offence at space and empty declarations.

mod lists;

use lists::{PROPERTIES, WORDS};
use std::ops::Range;

/// The parts of a style that readers do not let pass, each once.
pub(crate) fn dangerous(style: &str) -> Vec<Range<usize>> {
    if !is_plain(style) {
        return whole(style);
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for declaration in style.split(';') {
        match declaration.split_once(':') {
            Some((property, value)) if is_property(property.trim()) && !value.contains(':') => {
                judge(style, start, property, value, &mut found);
            }
            None if declaration.trim().is_empty() => {}
            _ => return whole(style),
        }
        start += declaration.len() + 1;
    }
    found
}

fn whole(style: &str) -> Vec<Range<usize>> {
    std::iter::once(0..style.len()).collect()
}

/// Judges one declaration, which starts at a byte of the style.
fn judge(style: &str, start: usize, property: &str, value: &str, found: &mut Vec<Range<usize>>) {
    let name = property.trim();
    let mut add = |at: usize, part: &str| {
        let known = |range: &Range<usize>| style[range.clone()].eq_ignore_ascii_case(part);
        // A style with so many faults needs no more of them.
        if found.len() < 16 && !found.iter().any(known) {
            found.push(at..at + part.len());
        }
    };
    if PROPERTIES.find_any_case(name.as_bytes()).is_none() {
        return add(start + property.len() - property.trim_start().len(), name);
    }
    let family = name.split('-').next().unwrap_or_default().to_ascii_lowercase();
    if ["background", "border", "margin", "padding"].contains(&&*family) {
        let value_start = start + property.len() + 1;
        for word in value.split_whitespace() {
            if WORDS.find_any_case(word.as_bytes()).is_none() && !is_size_or_colour(word) {
                add(value_start + (word.as_ptr() as usize - value.as_ptr() as usize), word);
            }
        }
    }
}

/// Whether a style has only characters of plain declarations, quoted words and lists of numbers.
fn is_plain(style: &str) -> bool {
    let mut rest = style;
    while let Some(first) = rest.chars().next() {
        let Some(length) = plain_start(rest, first) else { return false };
        rest = &rest[length..];
    }
    true
}

/// How long the plain start of a style is, in bytes: a character, a hyphen between two, a string, a list.
fn plain_start(style: &str, first: char) -> Option<usize> {
    let after = &style[first.len_utf8()..];
    if is_word(first) && after.starts_with('-') {
        let second = after[1..].chars().next().filter(|char| is_word(*char))?;
        return Some(first.len_utf8() + 1 + second.len_utf8());
    }
    match first {
        '\'' | '"' => enclosed(after, first, |char| is_word(char) || char.is_whitespace()),
        '(' => {
            enclosed(after, ')', |char| char.is_numeric() || char == ',' || char.is_whitespace())
        }
        ':' | ',' | ';' | '#' | '%' | '.' | '!' => Some(1),
        _ if first.is_ascii_alphanumeric() || first.is_whitespace() => Some(first.len_utf8()),
        _ => None,
    }
}

/// How long something up to its end is, its first character counted, if there is something of a class in it.
fn enclosed(after: &str, end: char, class: impl Fn(char) -> bool) -> Option<usize> {
    let length = after.find(|char| !class(char))?;
    (length > 0 && after[length..].starts_with(end)).then_some(length + 2)
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

fn is_property(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|char| is_word(char) || char == '-')
}

/// Whether a word is a colour in hexadecimal or of `rgb`, or a number of up to three digits with a unit.
fn is_size_or_colour(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    if let Some(digits) = lower.strip_prefix('#') {
        return !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    match lower.strip_prefix("rgb(") {
        Some(numbers) => is_rgb(numbers.strip_suffix(')').unwrap_or(numbers)),
        None => is_size(&lower),
    }
}

/// Whether a text is one to three numbers or percentages with commas between; a space may have cut it off.
fn is_rgb(numbers: &str) -> bool {
    let number = |part: &str| {
        part.strip_suffix('%').unwrap_or(part).bytes().all(|byte| byte.is_ascii_digit())
    };
    numbers.as_bytes().first().is_some_and(u8::is_ascii_digit)
        && numbers.contains(',')
        && numbers.split(',').count() < 4
        && numbers.split(',').all(number)
}

fn is_size(word: &str) -> bool {
    const UNITS: [&str; 12] = ["cm", "em", "ex", "in", "mm", "pc", "pt", "px", "%", ",", ")", ""];
    let end = word.rfind(|char: char| char.is_ascii_digit()).map_or(0, |last| last + 1);
    let (number, unit) = word.split_at(end);
    let mut places = number.splitn(2, '.');
    let (whole, fraction) = (places.next().unwrap_or_default(), places.next());
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let count = whole.len() + fraction.map_or(0, str::len);
    let point = fraction.is_none_or(|fraction| {
        whole.len() < 2 && (1..3).contains(&fraction.len()) && digits(fraction)
    });
    (1..4).contains(&count) && digits(whole) && point && UNITS.contains(&unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(style: &str) -> Vec<&str> {
        dangerous(style).into_iter().map(|range| &style[range]).collect()
    }

    #[test]
    fn known_properties_pass() {
        for style in [
            "",
            "color: red",
            " COLOR : Red ; text-align:center; ",
            "font-family: 'Comic Sans MS', serif",
            "border: 1px solid rgb(0,0,0)",
            "border: 1px solid #ccc !important",
            "padding:0 0 12px .5em",
            "margin: 100px auto",
            "width: 99999em",
            "color: rgb(0, 128, 0)",
        ] {
            assert_eq!(found(style), [] as [&str; 0], "{style}");
        }
    }

    #[test]
    fn unknown_properties_are_pointed_at_once() {
        assert_eq!(
            found("mso-highlight: yellow; color: red; position:fixed"),
            ["mso-highlight", "position"]
        );
        assert_eq!(found("position: a; Position: b"), ["position"]);
    }

    #[test]
    fn borders_and_margins_have_sizes_colours_and_few_words() {
        assert_eq!(found("padding: 99999em"), ["99999em"]);
        assert_eq!(found("margin: 1px inherit 1px"), ["inherit"]);
        assert_eq!(found("border: 1px solid rgb(a,b,c)"), ["border: 1px solid rgb(a,b,c)"]);
        assert_eq!(found("background: 12.5px 1000px 1rem"), ["12.5px", "1000px", "1rem"]);
    }

    #[test]
    fn addresses_escapes_and_expressions_are_dangerous_as_a_whole() {
        for style in [
            "background: url(http://example.org/)",
            "color: \\65",
            "width: expression(alert(1))",
            "margin-left: -5px",
            "color red",
            "a:b:c",
            "{}",
            "font-family: 'it''s'-",
            "any: d\u{0430}ngerous",
        ] {
            assert_eq!(found(style), [style], "{style}");
        }
    }
}
