//! The arguments of a conversion as clap knows them, and the words that give them a key's value.

use super::paths;
use super::value::Value;
use crate::cli::args::Args;
use clap::{Arg, ArgAction, Args as _, Command};
use std::any::TypeId;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The key of the documents of posts, which have no name on the command line.
pub(super) const INPUT: &str = "input";

/// What a key's value may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Kind {
    /// It is there or not.
    Flag,
    /// It may be there without a value.
    Optional,
    /// It has a value.
    Single,
    /// It may be repeated.
    Several,
}

/// All arguments of a conversion.
pub(in crate::cli) fn command() -> Command {
    let command = Command::new("wp2feed").no_binary_name(true).disable_help_flag(true);
    Args::augment_args(command)
}

/// The argument of a key.
pub(super) fn find<'c>(command: &'c Command, key: &str) -> Option<&'c Arg> {
    command.get_arguments().find(|argument| self::key(argument) == Some(key))
}

/// The keys that there are.
pub(super) fn keys(command: &Command) -> impl Iterator<Item = &str> {
    command.get_arguments().filter_map(key)
}

/// The key of an argument.
pub(in crate::cli) fn key(argument: &Arg) -> Option<&str> {
    if argument.is_positional() { Some(INPUT) } else { argument.get_long() }
}

impl Kind {
    pub(in crate::cli) fn of(argument: &Arg) -> Kind {
        let optional = argument.get_num_args().is_some_and(|number| number.min_values() == 0);
        match argument.get_action() {
            ArgAction::SetTrue => Kind::Flag,
            ArgAction::Append => Kind::Several,
            _ if optional => Kind::Optional,
            _ => Kind::Single,
        }
    }
}

/// The words that give an argument this value; or what is wrong with the value, and how it is written.
pub(super) fn words(
    argument: &Arg,
    key: &str,
    value: &Value,
    folder: &Path,
) -> Result<Vec<OsString>, (String, String)> {
    let kind = Kind::of(argument);
    let texts = match (kind, value) {
        (Kind::Flag | Kind::Optional, Value::Truth(given)) => {
            return Ok(given.then(|| OsString::from(format!("--{key}"))).into_iter().collect());
        }
        (Kind::Several, Value::List(items)) => {
            items.iter().map(|item| text(argument, item)).collect()
        }
        (Kind::Flag, _) => None,
        (_, value) => text(argument, value).map(|text| vec![text]),
    };
    let texts = texts.ok_or_else(|| unfit(kind, key, value))?;
    let mut words = Vec::new();
    for text in texts {
        if argument.get_value_parser().type_id() != TypeId::of::<PathBuf>() {
            words.push(word(argument, text.into()));
        } else if kind == Kind::Several {
            let found = paths::several(folder, &text)?;
            words.extend(found.into_iter().map(|path| word(argument, path.into())));
        } else {
            words.push(word(argument, paths::single(folder, &text).into()));
        }
    }
    Ok(words)
}

/// A word of the command line; in one, a value that starts with a dash is none the less one.
fn word(argument: &Arg, value: OsString) -> OsString {
    let Some(name) = argument.get_long() else { return value };
    let mut word = OsString::from(format!("--{name}="));
    word.push(value);
    word
}

/// A value as the command line has it.
fn text(argument: &Arg, value: &Value) -> Option<String> {
    let names = argument.get_value_names().unwrap_or_default();
    let truth = names.iter().any(|name| name == "BOOL");
    match value {
        Value::Text(text) | Value::Number(text) | Value::Date(text) => Some(text.clone()),
        Value::Truth(value) if truth => Some(value.to_string()),
        Value::Truth(_) | Value::List(_) | Value::Table(_) => None,
    }
}

fn unfit(kind: Kind, key: &str, value: &Value) -> (String, String) {
    let (wanted, example) = match kind {
        Kind::Flag => ("true or false", "true"),
        Kind::Optional => ("a text, true or false", "\"…\""),
        Kind::Single => ("a text", "\"…\""),
        Kind::Several => ("a text or a list of texts", "[\"…\", \"…\"]"),
    };
    let found = match value {
        Value::List(_) if kind == Kind::Several => "a list of other things",
        value => value.found(),
    };
    let text = format!("expected {wanted} for {key}, but found {found}");
    (text, format!("write it as {key} = {example}"))
}
