//! The `[podcast]` table of a TOML file.

use super::{KEYS, Word};
use crate::cli::config::{File, Wrong, instead_of};
use crate::cli::exit::Failure;
use crate::cli::input::Input;
use crate::cli::messages::Message;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads the table; what is wrong with it is added to the messages, line by line.
pub(super) fn read(input: &Input, messages: &mut Vec<Message>) -> Result<Vec<Word>, Failure> {
    let mut wrong = Wrong::default();
    let file = File::read(input, "podcast", &mut wrong)?;
    let document = file.parse(&mut wrong);
    let mut words = Vec::new();
    for (key, value) in &document {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("podcast", DeValue::Table(table)) => read_table(&file, table, &mut words, &mut wrong),
            ("podcast", other) => {
                let text = format!("expected a table podcast, but found {}", other.type_str());
                wrong.push(&file, &key.span(), text, "write [podcast] above its keys");
            }
            (name, _) => unknown(&file, key, name, &["podcast"], &mut wrong),
        }
    }
    if wrong.is_empty() && !document.contains_key("podcast") {
        let message = Message::error("podcast", "the file has no table [podcast]");
        messages.push(message.advise("write [podcast] above its keys").about(file.name()));
    }
    messages.extend(wrong.messages());
    Ok(words)
}

fn read_table(file: &File, table: &DeTable<'_>, words: &mut Vec<Word>, wrong: &mut Wrong) {
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        let Some(known) = KEYS.into_iter().find(|known| *known == name) else {
            unknown(file, key, name, &KEYS, wrong);
            continue;
        };
        let place = file.place(&value.span());
        let word = |value| Word { key: known, value, place: place.clone() };
        match values(known, value) {
            Some(values) => words.extend(values.into_iter().map(word)),
            None => {
                let (text, advice) = unfit(known, value.get_ref());
                wrong.push(file, &value.span(), text, advice);
            }
        }
    }
}

fn unknown<T>(file: &File, key: &Spanned<T>, name: &str, known: &[&str], wrong: &mut Wrong) {
    wrong.push(file, &key.span(), format!("unknown key {name}"), instead_of(name, known));
}

/// The texts of a value, if it has the type that its key asks for.
fn values(key: &str, value: &Spanned<DeValue<'_>>) -> Option<Vec<String>> {
    let text = |text: &DeValue<'_>| {
        text.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
    };
    match value.get_ref() {
        DeValue::Boolean(flag) if is_flag(key) => Some(vec![flag.to_string()]),
        DeValue::Array(items) if key == "category" => {
            items.iter().map(|item| text(item.get_ref())).collect()
        }
        value => text(value).filter(|_| !is_flag(key)).map(|text| vec![text]),
    }
}

/// What is wrong with a value, and how it is written.
fn unfit(key: &str, value: &DeValue<'_>) -> (String, String) {
    let wanted = match key {
        "category" => "a text or a list of texts",
        _ if is_flag(key) => "true or false",
        _ => "a text",
    };
    let found = match value {
        DeValue::Array(_) if key == "category" => "a list of other things",
        DeValue::String(text) if text.trim().is_empty() => "nothing",
        DeValue::String(_) => "text",
        other => other.type_str(),
    };
    let example = match key {
        "category" => r#"["Arts/Books"]"#,
        "image" | "new-feed-url" => "\"https://example.org/…\"",
        "owner" => "\"Ann Other <ann@example.org>\"",
        "type" => "\"episodic\"",
        _ if is_flag(key) => "true",
        _ => "\"…\"",
    };
    let text = format!("expected {wanted} for {key}, but found {found}");
    (text, format!("write it as {key} = {example}"))
}

fn is_flag(key: &str) -> bool {
    matches!(key, "explicit" | "block" | "complete")
}
