//! Words parsed as those of the command line, and what clap refuses told in terms of keys and lines.

use super::arguments::{INPUT, key};
use super::{File, Wrong};
use crate::cli::args::Args;
use crate::cli::exit::{Exit, Failure};
use crate::cli::usage;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Command, FromArgMatches};
use std::ffi::OsString;
use std::ops::Range;

/// The words of a key.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) key: String,
    pub(super) at: Range<usize>,
    pub(super) words: Vec<OsString>,
}

/// Tells each value that is refused; what depends on several keys is left to [`parse`].
pub(super) fn check_each(command: &mut Command, file: &File, rows: &[Row], wrong: &mut Wrong) {
    for row in rows {
        if let Err(e) = matches(command, [row])
            && !is_of_several(&e)
        {
            let (text, advice) = said(command, &e);
            wrong.push(file, &row.at, text, advice);
        }
    }
}

/// Parses all of them.
pub(super) fn parse(command: &mut Command, file: &File, rows: &[Row]) -> Result<Args, Failure> {
    matches(command, rows).map_err(|e| {
        let mut wrong = Wrong::default();
        let (text, advice) = said(command, &e);
        let at = culprit(command, rows, &e).map_or(0..0, |row| row.at.clone());
        wrong.push(file, &at, text, advice);
        Failure::all(Exit::Usage, wrong.messages())
    })
}

/// Parses the words of these keys; those of documents, which have no name, stand behind `--`.
fn matches<'r>(
    command: &mut Command,
    rows: impl IntoIterator<Item = &'r Row>,
) -> Result<Args, Error> {
    let (documents, named): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.key == INPUT);
    let between = OsString::from("--");
    let words = |rows: Vec<&'r Row>| rows.into_iter().flat_map(|row| &row.words);
    let words = words(named).chain([&between]).chain(words(documents));
    Args::from_arg_matches(&command.try_get_matches_from_mut(words)?)
}

fn is_of_several(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::MissingRequiredArgument | ErrorKind::ArgumentConflict)
}

/// The key that clap speaks of, or that it would speak of alone as well.
fn culprit<'r>(command: &mut Command, rows: &'r [Row], error: &Error) -> Option<&'r Row> {
    let named = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(name)) => Some(name),
        _ => None,
    };
    let argument = command.get_arguments().find(|it| named == Some(&it.to_string()));
    let key = argument.and_then(key).map(str::to_owned);
    let alone = |command: &mut Command, row: &Row| {
        matches(command, [row]).is_err_and(|alone| alone.kind() == error.kind())
    };
    rows.iter().find(|row| key.as_ref() == Some(&row.key) || alone(command, row))
}

/// What clap says, with keys in place of arguments.
fn said(command: &Command, error: &Error) -> (String, String) {
    let (mut text, mut advice) = usage::parts(&error.render().to_string());
    for argument in command.get_arguments() {
        let (name, key) = (argument.to_string(), key(argument).unwrap_or_default());
        for said in [&mut text, &mut advice] {
            *said = said.replace(&format!("'{name}'"), key).replace(&name, key);
        }
    }
    (text, advice)
}
