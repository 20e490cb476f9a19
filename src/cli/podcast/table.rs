//! The `[podcast]` table of a TOML file, read by hand for messages that name the line.

use super::{KEYS, Word};
use crate::cli::exit::Failure;
use crate::cli::input::Input;
use crate::cli::messages::Message;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use wp2feed::Location;

/// A file, for the places in it.
struct File<'a> {
    name: String,
    text: &'a str,
}

/// Reads the table; what is wrong with it is added to the messages.
pub(super) fn read(input: &Input, messages: &mut Vec<Message>) -> Result<Vec<Word>, Failure> {
    let bytes = input.read()?;
    let text = String::from_utf8_lossy(&bytes);
    let file = File { name: input.name(), text: &text };
    let (document, errors) = DeTable::parse_recoverable(&text);
    messages.extend(errors.iter().map(|error| {
        let message = Message::error("podcast", format!("no TOML: {}", error.message()));
        message.at(file.place(error.span().unwrap_or_default()))
    }));
    let mut words = Vec::new();
    for (key, value) in document.get_ref() {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("podcast", DeValue::Table(table)) => file.words(table, &mut words, messages),
            (name, _) => messages.push(file.unknown(name, key.span(), &["podcast"])),
        }
    }
    if messages.is_empty() && !document.get_ref().contains_key("podcast") {
        let message = Message::error("podcast", "the file has no table [podcast]");
        messages.push(message.advise("write [podcast] above its keys").about(&file.name));
    }
    Ok(words)
}

impl File<'_> {
    fn words(&self, table: &DeTable<'_>, words: &mut Vec<Word>, messages: &mut Vec<Message>) {
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let Some(known) = KEYS.into_iter().find(|known| *known == name) else {
                messages.push(self.unknown(name, key.span(), &KEYS));
                continue;
            };
            let place = self.place(value.span());
            match values(known, value) {
                Some(values) => words.extend(values.into_iter().map(|value| Word {
                    key: known,
                    value,
                    place: place.clone(),
                })),
                None => messages.push(unfit(known, value.get_ref()).at(place)),
            }
        }
    }

    fn unknown(&self, name: &str, span: Range<usize>, known: &[&str]) -> Message {
        let likeness = |known: &&&str| (strsim::jaro_winkler(name, known) * 1000.0) as u64;
        let nearest = known.iter().max_by_key(likeness).filter(|known| likeness(known) >= 700);
        let advice = match nearest {
            Some(nearest) => format!("write {nearest}"),
            None => format!("known: {}", known.join(", ")),
        };
        Message::error("podcast", format!("unknown key {name}")).advise(advice).at(self.place(span))
    }

    fn place(&self, span: Range<usize>) -> Location {
        let before = self.text.get(..span.start).unwrap_or_default();
        Location {
            document: Some(self.name.clone()),
            line: Some(before.matches('\n').count() as u64 + 1),
            byte: Some(span.start as u64),
            path: None,
        }
    }
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

fn unfit(key: &str, value: &DeValue<'_>) -> Message {
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
    Message::error("podcast", format!("expected {wanted} for {key}, but found {found}"))
}

fn is_flag(key: &str) -> bool {
    matches!(key, "explicit" | "block" | "complete")
}
