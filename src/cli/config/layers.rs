//! Tables inside of a file, as `[[output]]`: taken out of it, and laid over what stands above them.

use super::value::Value;
use super::{Table, Wrong, all_well};
use crate::cli::exit::Failure;

impl Table {
    /// Lays it over another table of the same file: where both have a key, this one's counts.
    pub(in crate::cli) fn over(mut self, other: &Table) -> Table {
        for (key, pair) in &other.pairs {
            self.pairs.entry(key.clone()).or_insert_with(|| pair.clone());
        }
        self
    }

    /// Takes out the tables of a list, as `[[output]]`; there may be none.
    pub(in crate::cli) fn take_tables(&mut self, key: &str) -> Result<Vec<Table>, Failure> {
        let Some(pair) = self.pairs.remove(key) else { return Ok(Vec::new()) };
        let (mut tables, mut wrong) = (Vec::new(), Wrong::default());
        let items = match pair.value {
            Value::List(items) => items,
            other => vec![other],
        };
        for item in items {
            match item {
                Value::Table(told) => {
                    tables.push(Table::of(&self.file, &self.folder, told, &mut wrong));
                }
                other => {
                    let text = format!("expected tables for {key}, but found {}", other.found());
                    let advice = format!("write [[{key}]] above the keys of each");
                    wrong.push(&self.file, &pair.at, text, advice);
                }
            }
        }
        all_well(wrong).map(|()| tables)
    }

    /// Tells whether there is anything under a key.
    pub(in crate::cli) fn has(&self, key: &str) -> bool {
        self.pairs.contains_key(key)
    }

    /// Says that it lacks something; its first key tells where it is.
    pub(in crate::cli) fn refuse_whole(&self, text: &str, advice: &str) -> Failure {
        let first = self.pairs.values().map(|pair| &pair.at).min_by_key(|at| at.start);
        self.refusal(first.unwrap_or(&(0..0)), text, advice)
    }

    /// The text under a key that is no argument.
    pub(in crate::cli) fn text(&self, key: &str) -> Result<Option<&str>, Failure> {
        match self.pairs.get(key).map(|pair| &pair.value) {
            None => Ok(None),
            Some(Value::Text(text)) if !text.is_empty() => Ok(Some(text)),
            Some(other) => {
                let text = format!("expected a text for {key}, but found {}", other.found());
                Err(self.refuse(key, text, format!("write it as {key} = \"…\"")))
            }
        }
    }
}
