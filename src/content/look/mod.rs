//! A look at HTML that tells, without parsing, whether any step has something to do.
//!
//! It may say yes in vain, but never no: what it says no to, the steps would leave as it is. It does not
//! know what is a tag and what is text, so that it takes every `name=value` for an attribute. It goes
//! through a text once, from each `<` and `=` to the next, because most texts need nothing and have to pay
//! for no more than that.

mod signs;
#[cfg(test)]
mod tests;
mod words;

use super::steps::addresses::{self, Holder, Holds};
use super::steps::{embeds, lazy, marks, players, stable};
use crate::options::{Html, HtmlStep};
use memchr::{memchr, memchr_iter};
use std::borrow::Cow;
use words::Words;

/// The attribute in which a frame has a document of its own.
pub(super) const DOCUMENT: &str = "srcdoc";

const QUOTES: [char; 2] = ['"', '\''];

/// The longest name of an attribute that counts. Behind so many letters there is something unknown.
const LONGEST: usize = 32;

/// The bytes that names of attributes are made of.
const OF_NAME: [bool; 256] = {
    let mut of_name = [false; 256];
    let mut byte = 0;
    while byte < 128u8 {
        of_name[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':');
        byte += 1;
    }
    of_name
};

/// Looks at texts for what a set of steps is about.
pub(super) struct Look {
    html: Html,
    /// The classes that are always something for a step.
    classes: Words<()>,
    /// What concerns the steps in attributes whose names are known or common.
    attributes: Words<Concern>,
    requests: stable::Requests,
}

/// What may concern the steps in the value of an attribute, by its name.
#[derive(Clone, Copy)]
struct Concern {
    /// Whatever the value is, there is something for a step.
    always: bool,
    classes: bool,
    addresses: Option<Holds>,
    candidates: bool,
    names: Option<stable::Place>,
    requests: bool,
}

/// The names that most attributes have, so that not each of them is taken to pieces.
const COMMON: [&str; 24] = [
    "alt",
    "aria-hidden",
    "aria-label",
    "class",
    "data-id",
    "decoding",
    "dir",
    "fetchpriority",
    "height",
    "href",
    "id",
    "lang",
    "loading",
    "name",
    "rel",
    "role",
    "sizes",
    "src",
    "srcset",
    "style",
    "target",
    "title",
    "type",
    "width",
];

impl Look {
    pub(super) fn new(html: Html) -> Self {
        let (mut classes, mut attributes) = (Words::default(), Words::default());
        let mut add_classes = |step, names: &mut dyn Iterator<Item = &'static str>| {
            classes.extend(names.filter(|_| html.has(step)).map(|name| (name, ())));
        };
        add_classes(HtmlStep::Lazy, &mut lazy::classes());
        add_classes(HtmlStep::Players, &mut players::classes());
        add_classes(HtmlStep::Embeds, &mut [embeds::FRAME].into_iter());
        let held = lazy::attributes().filter(|_| html.has(HtmlStep::Lazy));
        let always = |name| (name, Concern { always: true, ..Concern::of(name, html) });
        attributes.extend(held.chain([DOCUMENT]).map(always));
        attributes.extend(COMMON.map(|name| (name, Concern::of(name, html))));
        Look { html, classes, attributes, requests: stable::Requests::default() }
    }

    /// Tells whether a step may have something to do.
    pub(super) fn has_work(&self, html: &str) -> bool {
        self.html != Html::RAW
            && signs::any_place(html.as_bytes(), |at| match html.as_bytes()[at] {
                b'<' => self.is_in_tag(&html[at + 1..]),
                _ => self.is_in_attribute(html, at),
            })
    }

    /// Tells whether a step is about what begins behind a `<`, whatever its attributes.
    fn is_in_tag(&self, tag: &str) -> bool {
        let begins = |name: &str| {
            tag.as_bytes()
                .get(..name.len())
                .is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()))
        };
        match tag.as_bytes().first() {
            Some(b'a' | b'A') => self.takes(HtmlStep::Players) && begins("audio"),
            Some(b'l' | b'L') => self.takes(HtmlStep::Players) && begins("lite-"),
            Some(b'v' | b'V') => self.takes(HtmlStep::Players) && begins("video"),
            Some(b'n' | b'N') => {
                (self.takes(HtmlStep::Lazy) || self.takes(HtmlStep::Stable)) && begins("noscript")
            }
            Some(b's' | b'S') => {
                self.takes(HtmlStep::Stable) && (begins("script") || begins("style"))
            }
            Some(b'i' | b'I') => self.takes(HtmlStep::Stable) && begins("input"),
            Some(b'p' | b'P') => {
                self.takes(HtmlStep::Stable) && stable::wraps(tag)
                    || self.takes(HtmlStep::Addresses) && begins("param")
                    || self.takes(HtmlStep::Players) && begins("presto-")
            }
            Some(b'!') => self.is_in_comment(tag),
            _ => false,
        }
    }

    fn is_in_comment(&self, tag: &str) -> bool {
        let Some(comment) = tag.strip_prefix("!--") else { return false };
        self.takes(HtmlStep::Marks) && marks::may_begin(comment)
            || self.takes(HtmlStep::Stable) && marks::may_begin_shim(comment)
    }

    /// Tells whether a step is about an attribute whose `=` stands at a place.
    fn is_in_attribute(&self, html: &str, at: usize) -> bool {
        let Some(name) = name_before(&html[..at]) else {
            return self.takes(HtmlStep::Stable) && stable::ends_parameter(&html[..at]);
        };
        let known = self.attributes.get(&name).copied();
        let concern = known.unwrap_or_else(|| Concern::of(&name, self.html));
        concern.always
            || concern.is_any() && self.is_in_value(concern, html[at + 1..].trim_ascii_start())
    }

    /// Tells whether what may concern the steps in a value does.
    fn is_in_value(&self, concern: Concern, value: &str) -> bool {
        let inner = inner(value);
        concern.classes && self.is_in_classes(inner)
            || concern.addresses.is_some_and(|holds| is_relative(holds, value))
            || concern.candidates && lazy::hides(inner)
            || concern.names.is_some_and(|place| stable::counts_on(place, inner))
            || concern.requests && self.requests.may_be_in(inner)
    }

    /// Tells whether a step is about one of these classes.
    fn is_in_classes(&self, classes: &str) -> bool {
        hides_signs(classes)
            || classes.split_ascii_whitespace().any(|class| self.classes.get(class).is_some())
    }

    fn takes(&self, step: HtmlStep) -> bool {
        self.html.has(step)
    }
}

impl Concern {
    /// What concerns these steps in an attribute whose name is given in lower case.
    fn of(name: &str, html: Html) -> Self {
        let lazy = html.has(HtmlStep::Lazy);
        let stable = html.has(HtmlStep::Stable);
        let holds = || Holder::of(name.as_bytes()).map(|holder| holder.holds);
        Concern {
            always: lazy && lazy::is_attribute(name) || stable && stable::is_attribute(name),
            classes: name == "class",
            addresses: if html.has(HtmlStep::Addresses) { holds() } else { None },
            candidates: lazy && name == "srcset",
            names: if stable { stable::place(name) } else { None },
            requests: stable && stable::links(name),
        }
    }

    /// Tells whether the value matters at all.
    fn is_any(self) -> bool {
        let of_words = self.classes || self.names.is_some() || self.requests;
        of_words || self.candidates || self.addresses.is_some()
    }
}

/// Tells whether a value holds a relative address, or may hold one.
fn is_relative(holds: Holds, value: &str) -> bool {
    match holds {
        Holds::One => !has_scheme(value.strip_prefix(QUOTES).unwrap_or(value)),
        Holds::Several => true,
        Holds::Candidates => quoted(value).is_none_or(has_relative_candidate),
        Holds::Style => quoted(value).is_none_or(has_relative_url),
        // It is on `<param>`, which was seen.
        Holds::Parameter => false,
    }
}

/// A value without its quotes, if it has some.
fn inner(value: &str) -> &str {
    let end = || value.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(value.len());
    quoted(value).unwrap_or_else(|| &value[..end()])
}

/// The name that stands before a `=`, in lower case; `None` if no name of those that count is that long, or
/// it is the end of a longer one.
fn name_before(html: &str) -> Option<Cow<'_, str>> {
    let bytes = html.as_bytes().trim_ascii_end();
    let length =
        bytes.iter().rev().take(LONGEST + 1).take_while(|byte| OF_NAME[**byte as usize]).count();
    let start = bytes.len() - length;
    let ends_another = !matches!(bytes[..start].last()?, b'/' | b'"' | b'\'' | 0..=b' ');
    if length > LONGEST || ends_another {
        return None;
    }
    let name = &html[start..bytes.len()];
    let is_small = !name.bytes().any(|byte| byte.is_ascii_uppercase());
    Some(if is_small { Cow::Borrowed(name) } else { Cow::Owned(name.to_ascii_lowercase()) })
}

/// The value between quotes, if it stands between some.
fn quoted(value: &str) -> Option<&str> {
    let inner = value.strip_prefix(QUOTES)?;
    memchr(value.as_bytes()[0], inner.as_bytes()).map(|end| &inner[..end])
}

/// Tells whether an address starts with a scheme, written without character references.
fn has_scheme(address: &str) -> bool {
    let end = address.bytes().position(|b| !b.is_ascii_alphanumeric() && !b"+-.".contains(&b));
    let starts_so = address.starts_with(|c: char| c.is_ascii_alphabetic());
    starts_so && end.is_some_and(|end| address.as_bytes()[end] == b':')
}

/// Tells whether a `srcset` may hold a relative address.
fn has_relative_candidate(srcset: &str) -> bool {
    hides_signs(srcset) || addresses::candidates(srcset).any(|at| !has_scheme(&srcset[at]))
}

/// Tells whether a style may hold a relative address.
fn has_relative_url(style: &str) -> bool {
    style.contains('\\')
        || hides_signs(style)
        || memchr_iter(b'(', style.as_bytes()).any(|at| {
            let (function, argument) = (&style.as_bytes()[..at], &style[at + 1..]);
            if ends_with_ignoring_case(function, b"url") {
                let address = unquoted(argument.trim_ascii_start());
                !has_scheme(address) && !address.starts_with('#')
            } else {
                ends_with_ignoring_case(function, b"src")
                    || ends_with_ignoring_case(function, b"image-set")
            }
        })
}

/// A string of a style without the quote before it.
fn unquoted(string: &str) -> &str {
    let quotes = ["\"", "'", "&quot;", "&#034;", "&#039;"];
    quotes.iter().find_map(|quote| string.strip_prefix(quote)).unwrap_or(string)
}

/// Tells whether a value writes signs as character references, other than ampersands and quotes.
fn hides_signs(value: &str) -> bool {
    let known = |after: &str| {
        ["amp;", "#038;", "#38;", "quot;", "#034;", "#039;"].iter().any(|it| after.starts_with(it))
    };
    memchr_iter(b'&', value.as_bytes()).any(|at| !known(&value[at + 1..]))
}

/// Tells whether a tag of this name may be there.
pub(super) fn has_tag(html: &str, name: &str) -> bool {
    let bytes = html.as_bytes();
    memchr_iter(b'<', bytes).any(|at| {
        bytes
            .get(at + 1..at + 1 + name.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()))
    })
}

fn ends_with_ignoring_case(text: &[u8], end: &[u8]) -> bool {
    let at = text.len().checked_sub(end.len());
    at.is_some_and(|at| text[at..].eq_ignore_ascii_case(end))
}
