//! What can go wrong: one opaque error, its kind, and where it happened.

use std::fmt;
use std::io;

/// The result of everything in this crate that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a document could not be read or a feed could not be written.
///
/// The message says what was expected and what was found; [`Error::location`] says where,
/// [`Error::advice`] what to do about it.
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    kind: ErrorKind,
    message: String,
    location: Location,
    advice: Option<String>,
    source: Option<Source>,
}

type Source = Box<dyn std::error::Error + Send + Sync>;

/// What kind of thing went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The document ends before it is complete, or holds nothing at all.
    Truncated,
    /// The document is not JSON (an HTML page, a feed), or breaks JSON's grammar.
    NotJson,
    /// The document is JSON, but not WordPress posts: a REST error, users, terms, the site's index.
    NotPosts,
    /// A field of a post has a type or a value that WordPress never gives it.
    Field,
    /// The feed that was to be read is no feed of this format.
    NotFeed,
    /// An option has a value that can't be, as a podcast without artwork.
    Option,
    /// Reading or writing failed.
    Io,
}

/// A place in a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Location {
    /// The name of the document as the caller gave it, `None` if it has none.
    pub document: Option<String>,
    /// The path of the JSON value, as `posts[3].date_gmt`.
    pub path: Option<String>,
    /// The offset in bytes from the start of the document, counted from 0.
    pub byte: Option<u64>,
    /// The line, counted from 1.
    pub line: Option<u64>,
}

impl Error {
    /// Makes an error of a kind; the message is in lower case and has no full stop.
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Error(Box::new(Inner {
            kind,
            message: message.into(),
            location: Location::default(),
            advice: None,
            source: None,
        }))
    }

    /// Adds where it happened.
    pub(crate) fn at(mut self, location: Location) -> Self {
        self.0.location = location;
        self
    }

    /// Adds what the user can do about it.
    pub(crate) fn advise(mut self, advice: impl Into<String>) -> Self {
        self.0.advice = Some(advice.into());
        self
    }

    /// Adds the error that caused it.
    pub(crate) fn caused_by(mut self, source: impl Into<Source>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// What kind of error it is.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Where it happened, as far as that is known.
    pub fn location(&self) -> &Location {
        &self.0.location
    }

    /// What was expected and what was found, without the place.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What to do about it, if there is something to say.
    pub fn advice(&self) -> Option<&str> {
        self.0.advice.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.0.location.to_string();
        if !place.is_empty() {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|e| e as &(dyn std::error::Error + 'static))
    }
}

impl From<io::Error> for Error {
    fn from(e: io::Error) -> Self {
        Error::new(ErrorKind::Io, e.to_string()).caused_by(e)
    }
}

impl fmt::Display for Location {
    /// Writes `posts.json: line 12, byte 345: posts[3].date_gmt`, as much of it as is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let position = match (self.line, self.byte) {
            (Some(line), Some(byte)) => Some(format!("line {line}, byte {byte}")),
            (None, Some(byte)) => Some(format!("byte {byte}")),
            (Some(line), None) => Some(format!("line {line}")),
            (None, None) => None,
        };
        let parts = [self.document.clone(), position, self.path.clone()];
        f.write_str(&parts.into_iter().flatten().collect::<Vec<_>>().join(": "))
    }
}
