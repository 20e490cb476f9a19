//! Parsing the command line, its help, and what is said when it is wrong.
//!
//! A usage error takes the form of every other message, also for programs that read them.

use super::command::{CommandLine, EXAMPLES, MORE};
use super::exit::Exit;
use super::messages::{Form, Level, Message, Messages};
use clap::error::ErrorKind;
use clap::{Command, CommandFactory, FromArgMatches, ValueEnum};
use std::env;
use std::io::Write;

/// Parses the arguments of the program.
pub(super) fn parse() -> Result<CommandLine, clap::Error> {
    CommandLine::from_arg_matches(&command().try_get_matches()?)
}

/// Tells the help or the version that was asked for, or what is wrong.
pub(super) fn refuse(error: &clap::Error) -> Exit {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // A closed pipe has read enough.
        let _ = error.print();
        return Exit::Fine;
    }
    let (text, advice) = parts(&error.render().to_string());
    let messages = Messages { form: form(), least: Level::Error };
    messages.say(&Message::error("usage", text).advise(advice));
    Exit::Usage
}

/// Tells the help to who gave no input and sits at a terminal.
pub(super) fn explain() -> Exit {
    let help = command().render_help();
    let _ = write!(anstream::stderr(), "{}", help.ansi());
    Exit::Usage
}

/// The arguments; clap's long help would take three lines for each, so both helps are the short
/// one, and they differ in what stands below.
fn command() -> Command {
    let long = env::args_os().any(|word| word == "--help");
    CommandLine::command().after_help(if long { EXAMPLES } else { MORE })
}

/// The form that the wrong command line asks for; clap gives up at the first wrong word.
fn form() -> Form {
    let words: Vec<_> = env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let names = ["--message-format", "--format"];
    let apart = words.iter().skip_while(|word| !names.contains(&word.as_str())).nth(1);
    let joined = words.iter().find_map(|word| {
        word.split_once('=').filter(|(name, _)| names.contains(name)).map(|(_, value)| value)
    });
    let value = apart.map(String::as_str).or(joined).unwrap_or_default();
    Form::from_str(value, false).unwrap_or_default()
}

/// Takes clap's text apart: the sentence, and the tips behind it.
pub(super) fn parts(rendered: &str) -> (String, String) {
    let (sentence, rest) = rendered.split_once("\n\n").unwrap_or((rendered, ""));
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let text = words.join(" ");
    let tip = rest.lines().find_map(|line| line.trim_start().strip_prefix("tip: "));
    let advice = tip.unwrap_or("`wp2feed --help` tells the arguments");
    (text.strip_prefix("error: ").unwrap_or(&text).to_owned(), advice.to_owned())
}
