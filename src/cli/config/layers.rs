//! Tables inside of a file, as `[[output]]`: taken out of it, and laid over what stands above them.

use super::value::Value;
use super::{Table, Wrong, all_well};
use crate::cli::exit::Failure;

#[cfg_attr(not(test), expect(dead_code, reason = "no command reads tables in tables yet"))]
impl Table {
    /// Lays it over another table of the same file: where both have a key, this one's counts.
    pub(super) fn over(mut self, other: &Table) -> Table {
        for (key, pair) in &other.pairs {
            self.pairs.entry(key.clone()).or_insert_with(|| pair.clone());
        }
        self
    }

    /// Takes out the tables of a list, as `[[output]]`; there may be none.
    pub(super) fn take_tables(&mut self, key: &str) -> Result<Vec<Table>, Failure> {
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

    /// Takes out a text.
    pub(super) fn take_text(&mut self, key: &str) -> Result<Option<String>, Failure> {
        let Some(pair) = self.pairs.remove(key) else { return Ok(None) };
        match pair.value {
            Value::Text(text) if !text.is_empty() => Ok(Some(text)),
            other => {
                let text = format!("expected a text for {key}, but found {}", other.found());
                let advice = format!("write it as {key} = \"…\"");
                Err(self.refusal(&pair.at, text, advice))
            }
        }
    }
}
