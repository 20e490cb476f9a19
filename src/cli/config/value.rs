//! The values of keys, apart from the text that they were read from.

use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What stands under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Number(String),
    Truth(bool),
    Date(String),
    List(Vec<Value>),
    Table(Vec<(Key, Value)>),
}

/// A key, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) name: String,
    pub(super) at: Range<usize>,
}

impl Value {
    /// What it is called.
    pub(super) fn found(&self) -> &'static str {
        match self {
            Value::Text(text) if text.is_empty() => "an empty text",
            Value::Text(_) => "a text",
            Value::Number(_) => "a number",
            Value::Truth(true) => "true",
            Value::Truth(false) => "false",
            Value::Date(_) => "a date",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }
}

impl From<&DeValue<'_>> for Value {
    fn from(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::String(text) => Value::Text(text.clone().into_owned()),
            DeValue::Integer(number) => Value::Number(number.to_string()),
            DeValue::Float(number) => Value::Number(number.to_string()),
            DeValue::Boolean(truth) => Value::Truth(*truth),
            DeValue::Datetime(date) => Value::Date(date.to_string()),
            DeValue::Array(items) => Value::List(items.iter().map(of).collect()),
            DeValue::Table(table) => Value::Table(pairs(table)),
        }
    }
}

/// The keys of a table with their values.
pub(super) fn pairs(table: &DeTable<'_>) -> Vec<(Key, Value)> {
    let key = |key: &Spanned<_>| Key { name: ToString::to_string(key.get_ref()), at: key.span() };
    table.iter().map(|(name, value)| (key(name), of(value))).collect()
}

fn of(value: &Spanned<DeValue<'_>>) -> Value {
    value.get_ref().into()
}
