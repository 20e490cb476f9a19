//! What the program says on standard error, in three forms: lines for people, a JSON object a line
//! for programs, workflow commands for GitHub Actions.
//!
//! A message is a complete thing in all three; how much is said is decided by `-q` and `-v`.

mod forms;

pub(super) use forms::{command, github, text, visible};

use anstream::adapter::strip_str;
use clap::ValueEnum;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{Write, stderr};
use wp2feed::{Error, ErrorKind, Location, Note};

/// The form in which messages are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    #[default]
    Human,
    Json,
    Github,
}

/// How much a message matters; the order is that of importance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Level {
    /// Told to those who asked for more.
    Info,
    /// Good to know; nothing is lost.
    Note,
    /// Something was left out, replaced or guessed.
    Warning,
    /// The program stops, or writes nothing.
    Error,
}

/// One message, with the names its parts have in the JSON form.
#[derive(Debug, Serialize)]
pub(super) struct Message {
    level: Level,
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    help: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
    /// The numbers of posts, users and so on, under the name of what they are.
    #[serde(flatten)]
    examples: BTreeMap<&'static str, Vec<String>>,
    #[serde(flatten)]
    place: Place,
}

/// Where it happened, as far as that is known.
#[derive(Debug, Default, Serialize)]
struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

/// Says messages, in one form and from one level on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Messages {
    pub(super) form: Form,
    pub(super) least: Level,
}

impl Message {
    /// An error that has no place in a document.
    pub(super) fn error(code: &'static str, text: impl Into<String>) -> Self {
        Message::new(Level::Error, code, text.into())
    }

    /// A count or the like, for those who asked for more.
    pub(super) fn info(code: &'static str, text: impl Into<String>) -> Self {
        Message::new(Level::Info, code, text.into())
    }

    /// What the library found wrong with a document of this name.
    pub(super) fn from_error(error: &Error, name: &str) -> Self {
        let mut location = error.location().clone();
        location.document.get_or_insert_with(|| name.to_owned());
        let message = Message::error(code(error.kind()), error.message()).at(location);
        message.advise(error.advice().unwrap_or_default())
    }

    /// What the library noticed; if `strict`, a warning is an error.
    pub(super) fn from_note(note: &Note, strict: bool) -> Self {
        let level = match note.kind().level() {
            wp2feed::Level::Info => Level::Note,
            wp2feed::Level::Warning if strict => Level::Error,
            wp2feed::Level::Warning => Level::Warning,
        };
        let message = Message::new(level, note.kind().code(), note.to_string());
        let examples = match note.examples() {
            [] => BTreeMap::new(),
            numbers => BTreeMap::from([(note.counted(), numbers.to_vec())]),
        };
        Message { count: Some(note.count()), examples, ..message.advise(note.advice()) }
    }

    /// Adds what to do about it; empty advice is none.
    pub(super) fn advise(self, help: impl Into<String>) -> Self {
        Message { help: help.into(), ..self }
    }

    /// Names the file it is about.
    pub(super) fn about(mut self, file: &str) -> Self {
        self.place.file = Some(file.to_owned());
        self
    }

    /// Says where in a file it is.
    pub(super) fn at(self, location: Location) -> Self {
        let Location { document: file, line, byte, path } = location;
        Message { place: Place { file, line, byte, path }, ..self }
    }

    /// Adds the number that the text tells.
    pub(super) fn counting(self, count: u64) -> Self {
        Message { count: Some(count), ..self }
    }

    pub(super) fn new(level: Level, code: &'static str, message: String) -> Self {
        let (help, count, examples) = (String::new(), None, BTreeMap::new());
        Message { level, code, message, help, count, examples, place: Place::default() }
    }
}

impl Place {
    /// The place as the library words it.
    fn to_location(&self) -> Location {
        Location {
            document: self.file.clone(),
            path: self.path.clone(),
            byte: self.byte,
            line: self.line,
        }
    }
}

/// What the program says for people who asked for no more and no less, without colours.
pub(super) fn said<'m>(messages: impl IntoIterator<Item = &'m Message>) -> String {
    let told = messages.into_iter().filter(|message| message.level >= Level::Note);
    strip_str(&told.map(forms::human).collect::<String>()).to_string()
}

impl Messages {
    /// Says a message if it matters enough.
    pub(super) fn say(&self, message: &Message) {
        if message.level < self.least {
            return;
        }
        // There is nobody left to tell that standard error is closed.
        let _ = match self.form {
            Form::Human => anstream::stderr().write_all(forms::human(message).as_bytes()),
            Form::Json => stderr().write_all(forms::json(message).as_bytes()),
            Form::Github => stderr().write_all(forms::github(message).as_bytes()),
        };
    }
}

/// The short name of an error's kind, which stays the same between versions.
fn code(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Truncated => "truncated",
        ErrorKind::NotJson => "not-json",
        ErrorKind::NotPosts => "not-posts",
        ErrorKind::Field => "field",
        ErrorKind::NotFeed => "not-feed",
        ErrorKind::Option => "option",
        ErrorKind::Io => "io",
        _ => "input",
    }
}
