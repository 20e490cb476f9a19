//! Texts as such: blank, with space around, with markup where none belongs, with characters gone wrong.

use super::{Context, Fault, Rss, shown};
use crate::validate::html::is_html_element;
use crate::validate::rule::Rule;
use crate::validate::rules::content::{
    BAD_CHARACTERS, CHARACTER_DATA, CONTAINS_HTML, CONTAINS_UNDECLARED_HTML, NOT_INLINE,
};
use crate::validate::rules::values::{ATTR_NOT_BLANK, NOT_BLANK, UNEXPECTED_WHITESPACE};
use memchr::{memchr_iter, memchr2_iter, memchr3_iter};
use std::ops::Range;

/// How many faults of one text are told.
const MOST: usize = 10_000;

/// The longest name of an HTML element or entity that a text is searched for, in bytes.
const NAME: usize = 40;

/// An element that says something.
pub(crate) fn not_blank(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if value.trim().is_empty() {
        faults.push(context.expected(&NOT_BLANK, "", "a text"));
    }
}

/// An attribute that says something.
pub(crate) fn attribute_not_blank(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if value.is_empty() {
        faults.push(context.expected(&ATTR_NOT_BLANK, "", "a text"));
    }
}

/// A value with nothing around it; it has to be handed over with the space that is around it.
pub(crate) fn no_space_around(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let rest = value.trim_start();
    let range = match value.len() - rest.len() {
        0 => value.trim_end().len()..value.len(),
        before => 0..before,
    };
    if !range.is_empty() {
        let found = shown(&value[range.clone()]);
        let words = format!("expected no space around the value, but found {found}");
        faults.push(context.fault(&UNEXPECTED_WHITESPACE, range, &words));
    }
}

/// A text that readers show as it is.
pub(crate) fn plain(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    markup(value, &CONTAINS_HTML, context, faults);
}

/// A text of Atom that is said to be plain.
pub(crate) fn undeclared_markup(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    markup(value, &CONTAINS_UNDECLARED_HTML, context, faults);
}

/// The text of an XHTML construct of Atom, which should have its markup as elements.
pub(crate) fn not_inline(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    markup(value, &NOT_INLINE, context, faults);
}

/// Finds markup in a text: end tags of HTML; else references; else, in RSS 2.0, what may be read as either.
fn markup(value: &str, rule: &'static Rule, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let report = |rule, range: Range<usize>, faults: &mut Vec<Fault>| {
        let found = shown(&value[range.clone()]);
        faults.push(context.fault(
            rule,
            range,
            &format!("expected a text without markup, but found {found}"),
        ));
    };
    if let Some(range) = end_tag(value) {
        return report(rule, range, faults);
    }
    if context.hex_references {
        return;
    }
    let mut references = references(value).peekable();
    if references.peek().is_some() {
        // A name of no entity is no markup; each of the others is.
        let known = references.filter(|range| is_reference(&value[range.start + 1..range.end]));
        known.take(MOST).for_each(|range| report(rule, range, faults));
    } else if let Some(range) = ambiguous(value).filter(|_| context.rss == Rss::Two) {
        report(&CHARACTER_DATA, range, faults);
    }
}

/// The first end tag of an element of HTML.
fn end_tag(value: &str) -> Option<Range<usize>> {
    memchr_iter(b'<', value.as_bytes()).find_map(|start| {
        let name = value[start..].strip_prefix("</")?;
        let length = name.bytes().take(NAME).take_while(u8::is_ascii_alphanumeric).count();
        let closed = name[length..].starts_with('>') && is_html_element(&name[..length]);
        closed.then_some(start..start + length + 3)
    })
}

/// What starts with `&` and goes on like a reference, without its semicolon.
fn references(value: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    memchr_iter(b'&', value.as_bytes()).filter_map(|start| {
        let rest = &value[start + 1..];
        let hash = usize::from(rest.starts_with('#'));
        let word = |char: &char| char.is_alphanumeric() || *char == '_';
        let length: usize = rest[hash..].chars().take_while(word).map(char::len_utf8).sum();
        (length > 0).then_some(start..start + 1 + hash + length)
    })
}

/// Whether what follows `&` is a number, or the name of a character of HTML 4.
fn is_reference(name: &str) -> bool {
    let letters = name.chars().all(char::is_alphabetic);
    !letters || name == "apos" || super::entities::is_entity(name)
}

/// The first place where a tag may start.
fn ambiguous(value: &str) -> Option<Range<usize>> {
    memchr_iter(b'<', value.as_bytes()).find_map(|start| {
        let next = value.as_bytes().get(start + 1)?;
        (*next == b'/' || next.is_ascii_alphabetic()).then_some(start..start + 2)
    })
}

/// Characters that were decoded wrongly: controls of windows-1252, replacement characters, and UTF-8 read as Latin 1.
pub(crate) fn bad_characters(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let bytes = value.as_bytes();
    let before = faults.len();
    let mut judged = 0..0;
    let mut twice = false;
    for at in memchr3_iter(0xc2, 0xc3, 0xef, bytes) {
        if faults.len() - before > MOST {
            break;
        }
        if !value.is_char_boundary(at) {
            continue;
        }
        match bytes[at..] {
            [0xc2, 0x80..=0x9f, ..] => {
                bad(at..at + 2, "a character that is no control", value, context, faults);
            }
            [0xef, 0xbf, 0xbd, ..] => {
                bad(at..at + 3, "a character that could be decoded", value, context, faults);
            }
            [0xc3, 0x82 | 0x83, 0xc2, 0xa0..=0xbf, ..] => {
                if !judged.contains(&at) {
                    judged = line(bytes, at);
                    twice = is_encoded_twice(&value[judged.clone()]);
                }
                if twice {
                    bad(at..at + 4, "a character that is encoded once", value, context, faults);
                }
            }
            _ => {}
        }
    }
}

fn bad(
    range: Range<usize>,
    expected: &str,
    value: &str,
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
) {
    let found = shown(&value[range.clone()]);
    faults.push(context.fault(
        &BAD_CHARACTERS,
        range,
        &format!("expected {expected}, but found {found}"),
    ));
}

/// The line around a byte.
fn line(bytes: &[u8], at: usize) -> Range<usize> {
    let start = memchr2_iter(b'\n', b'\r', &bytes[..at]).next_back().map_or(0, |end| end + 1);
    let end =
        memchr2_iter(b'\n', b'\r', &bytes[at..]).next().map_or(bytes.len(), |length| at + length);
    start..end
}

/// Whether the characters of a text, taken for bytes, are UTF-8.
fn is_encoded_twice(text: &str) -> bool {
    let bytes: Option<Vec<u8>> = text.chars().map(|char| u8::try_from(char).ok()).collect();
    bytes.is_some_and(|bytes| std::str::from_utf8(&bytes).is_ok())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, found_at};
    use super::*;

    fn in_rss(value: &str) -> Vec<&'static str> {
        let mut faults = Vec::new();
        plain(value, &Context { rss: Rss::Two, ..Context::default() }, &mut faults);
        faults.iter().map(|fault| fault.rule.name).collect()
    }

    #[test]
    fn texts_say_something() {
        assert_eq!(found(not_blank, " "), ["NotBlank"]);
        assert_eq!(found(not_blank, " a "), [] as [&str; 0]);
        assert_eq!(found(attribute_not_blank, ""), ["AttrNotBlank"]);
        assert_eq!(found(attribute_not_blank, "a"), [] as [&str; 0]);
    }

    #[test]
    fn space_around_is_pointed_at() {
        assert_eq!(found_at(no_space_around, "a b"), []);
        assert_eq!(found_at(no_space_around, "\n a"), [("UnexpectedWhitespace", 0..2)]);
        assert_eq!(found_at(no_space_around, "a "), [("UnexpectedWhitespace", 1..2)]);
    }

    #[test]
    fn end_tags_of_html_are_markup() {
        assert_eq!(found_at(plain, "a <b>b</B> c"), [("ContainsHTML", 6..10)]);
        assert_eq!(found(undeclared_markup, "<b>b</b>"), ["ContainsUndeclaredHTML"]);
        assert_eq!(found(not_inline, "<b>b</b>"), ["NotInline"]);
        for value in ["a </pony> b", "a < b", "a </b c", "<b>", "AT&T", "a & b", "a &nosuch; b"] {
            assert_eq!(found(plain, value), [] as [&str; 0], "{value}");
        }
    }

    #[test]
    fn references_are_markup_unless_characters_are_written_as_the_profile_asks() {
        assert_eq!(
            found_at(plain, "a &amp; &nbsp b"),
            [("ContainsHTML", 2..6), ("ContainsHTML", 8..13)]
        );
        assert_eq!(found(plain, "a &#38; b"), ["ContainsHTML"]);
        let mut faults = Vec::new();
        plain("a &amp; b", &Context { hex_references: true, ..Context::default() }, &mut faults);
        assert_eq!(faults, []);
    }

    #[test]
    fn what_looks_like_a_tag_is_ambiguous_in_rss_2() {
        assert_eq!(in_rss("&<a"), ["CharacterData"]);
        assert_eq!(in_rss("</"), ["CharacterData"]);
        assert_eq!(in_rss("a < b"), [] as [&str; 0]);
        assert_eq!(found(plain, "<a"), [] as [&str; 0]);
    }

    #[test]
    fn characters_decoded_wrongly_are_found() {
        assert_eq!(
            found_at(bad_characters, "a\u{92}b\u{fffd}"),
            [("BadCharacters", 1..3), ("BadCharacters", 4..7)]
        );
        assert_eq!(found_at(bad_characters, "caf\u{c3}\u{a9}"), [("BadCharacters", 3..7)]);
        for value in ["café", "naïve Ü Â©?", "ＡＢＣ", "\u{c3}\u{a9} „Zitat“", "Ã"] {
            assert_eq!(found(bad_characters, value), [] as [&str; 0], "{value}");
        }
    }
}
