//! `wp2feed.toml`: what a conversion takes, in the words of the command line.
//!
//! A key is the long name of an argument without its dashes, and the documents of posts are under `input`.
//! A table becomes a row of words that clap parses as it does the command line's, so no argument is
//! described twice. Paths are beside the file that names them.

mod arguments;
mod file;
mod layers;
mod paths;
mod row;
#[cfg(test)]
mod tests;
mod value;

pub(super) use arguments::{Kind, command, key};
pub(super) use file::{File, Wrong, instead_of};

use super::args::Args;
use super::exit::{Exit, Failure};
use super::input::Input;
use clap::Command;
use row::Row;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use value::{Key, Value};

/// What a file, or a table in it, tells. The default is one that tells nothing.
#[derive(Debug, Default)]
pub(super) struct Table {
    file: Rc<File>,
    /// Where its paths start.
    folder: PathBuf,
    pairs: BTreeMap<String, Pair>,
}

/// What stands under a key.
#[derive(Debug, Clone)]
struct Pair {
    /// Where the key stands.
    at: Range<usize>,
    /// The start of the key that the table around it stands for, as `podcast-`.
    within: String,
    value: Value,
}

/// The keys of a table besides, or among, those that are arguments.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Keys<'k> {
    /// Those that have no place in it.
    pub(super) refused: &'k [&'k str],
    /// Why they have none.
    pub(super) why: &'k str,
    /// Those that are read by other means, whether they are arguments or not.
    pub(super) own: &'k [&'k str],
}

impl Table {
    /// Reads a file.
    pub(super) fn read(input: &Input) -> Result<Table, Failure> {
        let mut wrong = Wrong::default();
        let file = File::read(input, "config", &mut wrong)?;
        let told = value::pairs(&file.parse(&mut wrong));
        let table = Table::of(&Rc::new(file), input.folder(), told, &mut wrong);
        all_well(wrong).map(|()| table)
    }

    fn of(file: &Rc<File>, folder: &Path, told: Vec<(Key, Value)>, wrong: &mut Wrong) -> Table {
        let (file, folder) = (file.clone(), folder.to_owned());
        let mut table = Table { file, folder, pairs: BTreeMap::new() };
        let command = arguments::command();
        told.into_iter().for_each(|(key, value)| table.put(&command, key, value, wrong));
        table
    }

    /// Puts in what stands under a key. A table under the key of an argument whose value may be left out,
    /// as `[podcast]`, tells the arguments whose names start so, as `podcast-image`.
    fn put(&mut self, command: &Command, key: Key, value: Value, wrong: &mut Wrong) {
        let optional = arguments::find(command, &key.name).map(Kind::of) == Some(Kind::Optional);
        let value = match value {
            Value::Table(told) if optional => {
                let within = format!("{}-", key.name);
                for (Key { name, at }, value) in told {
                    let pair = Pair { at, within: within.clone(), value };
                    self.insert(&format!("{within}{name}"), pair, wrong);
                }
                Value::Truth(true)
            }
            value => value,
        };
        self.insert(&key.name, Pair { at: key.at, within: String::new(), value }, wrong);
    }

    fn insert(&mut self, key: &str, pair: Pair, wrong: &mut Wrong) {
        let at = pair.at.clone();
        if let Some(other) = self.pairs.insert(key.to_owned(), pair) {
            let line = self.file.place(&other.at).line.unwrap_or_default();
            let text = format!("the key `{key}` is told twice, in line {line} too");
            wrong.push(&self.file, &at, text, "keep one of them");
        }
    }

    /// Says that something is wrong with what stands under a key, or with the whole where there is none.
    pub(super) fn refuse(
        &self,
        key: &str,
        text: impl Into<String>,
        advice: impl Into<String>,
    ) -> Failure {
        let at = self.pairs.get(key).map_or(0..0, |pair| pair.at.clone());
        self.refusal(&at, text, advice)
    }

    fn refusal(
        &self,
        at: &Range<usize>,
        text: impl Into<String>,
        advice: impl Into<String>,
    ) -> Failure {
        let mut wrong = Wrong::default();
        wrong.push(&self.file, at, text, advice);
        Failure::all(Exit::Usage, wrong.messages())
    }

    /// Tells everything that is wrong with its keys, each looked at alone.
    pub(super) fn check(&self, keys: &Keys<'_>) -> Result<(), Failure> {
        let mut command = arguments::command();
        let mut wrong = Wrong::default();
        let rows = self.rows(&command, keys, &mut wrong);
        row::check_each(&mut command, &self.file, &rows, &mut wrong);
        all_well(wrong)
    }

    /// The arguments that it tells, or everything that is wrong with them.
    pub(super) fn args(&self, keys: &Keys<'_>) -> Result<Args, Failure> {
        self.check(keys)?;
        let mut command = arguments::command();
        let rows = self.rows(&command, keys, &mut Wrong::default());
        row::parse(&mut command, &self.file, &rows)
    }

    /// The words of each key.
    fn rows(&self, command: &Command, keys: &Keys<'_>, wrong: &mut Wrong) -> Vec<Row> {
        let mut rows = Vec::new();
        for (key, pair) in self.pairs.iter().filter(|(key, _)| !keys.own.contains(&key.as_str())) {
            let Some(argument) = arguments::find(command, key) else {
                self.unknown(command, keys, key, pair, wrong);
                continue;
            };
            if keys.refused.contains(&key.as_str()) {
                let text = format!("the key `{key}` has no place here: {}", keys.why);
                wrong.push(&self.file, &pair.at, text, "take it out");
                continue;
            }
            match arguments::words(argument, key, &pair.value, &self.folder) {
                Ok(words) => rows.push(Row { key: key.clone(), at: pair.at.clone(), words }),
                Err((text, advice)) => wrong.push(&self.file, &pair.at, text, advice),
            }
        }
        rows
    }

    fn unknown(
        &self,
        command: &Command,
        keys: &Keys<'_>,
        key: &str,
        pair: &Pair,
        wrong: &mut Wrong,
    ) {
        let fits = |known: &&str| !keys.refused.contains(known);
        let known = arguments::keys(command).chain(keys.own.iter().copied()).filter(fits);
        let known: Vec<&str> =
            known.filter_map(|known| known.strip_prefix(&pair.within[..])).collect();
        let key = key.strip_prefix(&pair.within).unwrap_or(key);
        let advice = instead_of(key, &known);
        wrong.push(&self.file, &pair.at, format!("unknown key {key}"), advice);
    }
}

/// A failure if anything is wrong.
fn all_well(wrong: Wrong) -> Result<(), Failure> {
    if wrong.is_empty() { Ok(()) } else { Err(Failure::all(Exit::Usage, wrong.messages())) }
}
