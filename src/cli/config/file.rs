//! A TOML file, and messages that name the line.
//!
//! Files are read by hand rather than by serde, whose errors end the reading and know keys only by luck.

use crate::cli::exit::Failure;
use crate::cli::input::Input;
use crate::cli::messages::Message;
use std::ops::Range;
use toml::de::DeTable;
use wp2feed::Location;

/// How like a key has to be to a known one to be taken for a slip of the pen.
const LIKE: f64 = 0.75;

/// A file, for the places in it.
#[derive(Debug, Default)]
pub(in crate::cli) struct File {
    name: String,
    text: String,
    /// The short name of all that is wrong with it.
    code: &'static str,
}

/// What is wrong with a file, with the places that it is sorted by.
#[derive(Debug, Default)]
pub(in crate::cli) struct Wrong(Vec<(usize, Message)>);

impl File {
    /// Reads a file; one that is no UTF-8 is an empty one, of which that is told.
    pub(in crate::cli) fn read(
        input: &Input,
        code: &'static str,
        wrong: &mut Wrong,
    ) -> Result<File, Failure> {
        let name = input.name();
        let text = String::from_utf8(input.read()?).unwrap_or_else(|e| {
            let at = e.utf8_error().valid_up_to();
            let (before, rest) = e.as_bytes().split_at(at);
            let message = format!("expected UTF-8, but found the byte 0x{:02X}", rest[0]);
            let message = Message::error(code, message).advise("save the file as UTF-8");
            wrong.0.push((at, message.at(place(&name, before))));
            String::new()
        });
        Ok(File { name, text, code })
    }

    /// Parses it; nothing of what is no TOML is looked at further.
    pub(in crate::cli) fn parse(&self, wrong: &mut Wrong) -> DeTable<'_> {
        let (document, errors) = DeTable::parse_recoverable(&self.text);
        for error in &errors {
            let text = format!("no TOML: {}", error.message());
            let advice = "write a key, `=` and a value on each line, texts in quotation marks";
            wrong.push(self, &error.span().unwrap_or_default(), text, advice);
        }
        if errors.is_empty() { document.into_inner() } else { DeTable::new() }
    }

    /// The name that messages give it.
    pub(in crate::cli) fn name(&self) -> &str {
        &self.name
    }

    /// Where in the file something is.
    pub(in crate::cli) fn place(&self, span: &Range<usize>) -> Location {
        place(&self.name, &self.text.as_bytes()[..span.start.min(self.text.len())])
    }
}

impl Wrong {
    /// Tells what is wrong at a place, and what to do about it.
    pub(in crate::cli) fn push(
        &mut self,
        file: &File,
        span: &Range<usize>,
        text: impl Into<String>,
        advice: impl Into<String>,
    ) {
        let message = Message::error(file.code, text).advise(advice);
        self.0.push((span.start, message.at(file.place(span))));
    }

    pub(in crate::cli) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of it, from the first line to the last.
    pub(in crate::cli) fn messages(mut self) -> Vec<Message> {
        self.0.sort_by_key(|(at, _)| *at);
        self.0.into_iter().map(|(_, message)| message).collect()
    }
}

/// What to write instead of a key that is not known: the nearest one, or which there are.
pub(in crate::cli) fn instead_of(key: &str, known: &[&str]) -> String {
    let ranked = known.iter().map(|known| (strsim::jaro_winkler(key, known), known));
    match ranked.max_by(|(a, _), (b, _)| a.total_cmp(b)).filter(|(likeness, _)| *likeness >= LIKE) {
        Some((_, nearest)) => format!("write {nearest}"),
        None => format!("known: {}", known.join(", ")),
    }
}

/// The place behind these bytes of a file.
fn place(name: &str, before: &[u8]) -> Location {
    Location {
        document: Some(name.to_owned()),
        line: Some(before.iter().filter(|byte| **byte == b'\n').count() as u64 + 1),
        byte: Some(before.len() as u64),
        path: None,
    }
}
