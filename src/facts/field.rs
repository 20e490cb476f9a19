//! The fields that are compared, by the names that people give them.

use std::fmt;
use std::str::FromStr;

/// Whether a field is the feed's or an entry's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The feed's own.
    Feed,
    /// One of an entry.
    Entry,
}

/// The fields of a feed, in the order in which they are told.
pub(crate) const OF_FEED: [&str; 14] = [
    "id",
    "feed-url",
    "title",
    "subtitle",
    "home",
    "language",
    "authors",
    "categories",
    "rights",
    "icon",
    "generator",
    "updated",
    "alternates",
    "hubs",
];

/// The fields of an entry. The order is that of the entries.
pub(crate) const OF_ENTRY: [&str; 16] = [
    "id",
    "url",
    "title",
    "published",
    "updated",
    "authors",
    "categories",
    "summary",
    "content",
    "text",
    "enclosures",
    "image",
    "comments",
    "in-reply-to",
    "language",
    "order",
];

/// A field, or all fields of a name: `title`, `feed.title`, `entry.title`, `extensions`, `itunes:author`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field {
    /// Whose it is; `None` if it does not matter.
    side: Option<Side>,
    name: String,
}

/// What is no name of a field; its text says what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseFieldError(String);

impl Field {
    pub(crate) fn new(side: Side, name: impl Into<String>) -> Self {
        Field { side: Some(side), name: name.into() }
    }

    /// The order of the entries.
    pub(crate) fn order() -> Self {
        Field::new(Side::Entry, "order")
    }

    /// Whose it is; `None` where both are meant.
    pub fn side(&self) -> Option<Side> {
        self.side
    }

    /// The name without whose it is.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Tells whether this names a field, or a group in which the field is.
    pub(crate) fn names(&self, field: &Field) -> bool {
        let name = self.name == field.name || self.name == "extensions" && field.name.contains(':');
        name && (self.side.is_none() || self.side == field.side)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.side {
            Some(Side::Feed) => write!(f, "feed.{}", self.name),
            Some(Side::Entry) => write!(f, "entry.{}", self.name),
            None => f.write_str(&self.name),
        }
    }
}

impl FromStr for Field {
    type Err = ParseFieldError;

    fn from_str(text: &str) -> Result<Self, ParseFieldError> {
        let (side, name) = match text.split_once('.') {
            Some(("feed", name)) => (Some(Side::Feed), name),
            Some(("entry", name)) => (Some(Side::Entry), name),
            _ => (None, text),
        };
        let of_feed = side != Some(Side::Entry) && OF_FEED.contains(&name);
        let of_entry = side != Some(Side::Feed) && OF_ENTRY.contains(&name);
        // An element of another vocabulary has a name of its own.
        if of_feed || of_entry || name == "extensions" || name.contains(':') {
            return Ok(Field { side, name: name.to_owned() });
        }
        Err(ParseFieldError(text.to_owned()))
    }
}

impl fmt::Display for ParseFieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut names: Vec<&str> = OF_FEED.into_iter().chain(OF_ENTRY).collect();
        names.sort_unstable();
        names.dedup();
        write!(
            f,
            "expected a field ({}, extensions, or a name with its prefix, as itunes:duration), with feed. or entry. \
             before it if only that is meant, but found {:?}",
            names.join(", "),
            self.0
        )
    }
}

impl std::error::Error for ParseFieldError {}
