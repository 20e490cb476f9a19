//! Judges of single values: a text goes in, what is wrong with it comes out.
//!
//! A judge knows nothing of elements and attributes but the name that its messages say; the tables of the formats
//! choose the judge. It takes the value exactly as it is handed over: who gathers the text of an element cuts the
//! white space around it off first (`trimmed`), unless the judge is one that looks at it.

pub(crate) mod addresses;
pub(crate) mod choices;
mod codes;
pub(crate) mod dates;
mod entities;
pub(crate) use entities::is_entity;
pub(crate) mod google;
pub(crate) mod itunes;
pub(crate) mod languages;
pub(crate) mod mail;
pub(crate) mod media;
pub(crate) mod media_types;
pub(crate) mod numbers;
mod scan;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod text;

use super::rule::Rule;
use std::fmt::Arguments;
use std::ops::Range;

/// Judges one value.
pub(crate) type Judge = fn(&str, &Context<'_>, &mut Vec<Fault>);

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The rule that it breaks.
    pub(crate) rule: &'static Rule,
    /// The part of the value that breaks it, in bytes.
    pub(crate) range: Range<usize>,
    /// What was expected and what was found.
    pub(crate) message: String,
}

impl Fault {
    /// The same fault from a byte of the value on; of one that is missing, of the whole value.
    fn from(mut self, at: usize, value: &str) -> Fault {
        if at < value.len() && value.is_char_boundary(at) {
            self.range = at..value.len();
        }
        self
    }
}

/// What a judge has to know beside the value.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context<'a> {
    /// What the value is called in messages: `pubDate`, `enclosure url`.
    pub(crate) subject: Option<Arguments<'a>>,
    /// Whether the feed is an RSS feed, and of which version.
    pub(crate) rss: Rss,
    /// Whether a character of the element is written as `&#x..;`, the way that the RSS Profile asks for.
    pub(crate) hex_references: bool,
    /// The time against which dates are plausible, in seconds since 1970; without it they are not asked.
    pub(crate) now: Option<i64>,
}

impl Context<'_> {
    /// A fault of a whole value: that something else was expected than was found.
    pub(crate) fn expected(&self, rule: &'static Rule, value: &str, what: &str) -> Fault {
        let found = shown(value);
        self.fault(rule, 0..value.len(), &format!("expected {what}, but found {found}"))
    }

    /// A fault with its own words.
    pub(crate) fn fault(&self, rule: &'static Rule, range: Range<usize>, words: &str) -> Fault {
        let message = match self.subject {
            None => words.to_owned(),
            Some(subject) => format!("{subject}: {words}"),
        };
        Fault { rule, range, message }
    }
}

/// Which RSS a feed is, as far as values care.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Rss {
    /// Not RSS: Atom.
    #[default]
    No,
    /// RSS 0.9x.
    Old,
    /// RSS 2.0.
    Two,
}

/// A text without the white space around it, and how many bytes of that were before it.
pub(crate) fn trimmed(text: &str) -> (&str, usize) {
    let start = text.trim_start();
    (start.trim_end(), text.len() - start.len())
}

/// How many characters of a value a message shows.
const SHOWN: usize = 80;

/// A value as messages show it: quoted, and no longer than can be read.
pub(crate) fn shown(value: &str) -> String {
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{:?}…", &value[..end]),
        None if value.is_empty() => "nothing".to_owned(),
        None => format!("{value:?}"),
    }
}
