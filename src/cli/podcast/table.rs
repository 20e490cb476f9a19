//! The `[podcast]` table of a TOML file, read by hand for messages that name the line.

use super::{KEYS, Word};
use crate::cli::exit::Failure;
use crate::cli::input::Input;
use crate::cli::messages::Message;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use wp2feed::Location;

/// How like a key has to be to a known one to be taken for a slip of the pen, in thousandths.
const LIKE: u64 = 750;

/// A file, for the places in it.
struct File<'a> {
    name: String,
    text: &'a str,
}

/// Reads the table; what is wrong with it is added to the messages, line by line.
pub(super) fn read(input: &Input, messages: &mut Vec<Message>) -> Result<Vec<Word>, Failure> {
    let bytes = input.read()?;
    let mut wrong = Vec::new();
    let words = match std::str::from_utf8(&bytes) {
        Ok(text) => File { name: input.name(), text }.read(&mut wrong),
        Err(e) => {
            let (before, rest) = bytes.split_at(e.valid_up_to());
            let place = place(&input.name(), before);
            let message = format!("expected UTF-8, but found the byte 0x{:02X}", rest[0]);
            let message = Message::error("podcast", message).advise("save the file as UTF-8");
            wrong.push((place.byte, message.at(place)));
            Vec::new()
        }
    };
    wrong.sort_by_key(|(byte, _)| *byte);
    messages.extend(wrong.into_iter().map(|(_, message)| message));
    Ok(words)
}

/// Messages with the places that they are sorted by.
type Placed = Vec<(Option<u64>, Message)>;

impl File<'_> {
    /// What the table tells; nothing of what is no TOML is looked at further.
    fn read(&self, wrong: &mut Placed) -> Vec<Word> {
        let (document, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let message = Message::error("podcast", format!("no TOML: {}", error.message()));
            let advice = "write a key, `=` and a value on each line, texts in quotation marks";
            self.push(wrong, error.span().unwrap_or_default(), message.advise(advice));
        }
        let mut words = Vec::new();
        for (key, value) in document.get_ref().iter().filter(|_| errors.is_empty()) {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("podcast", DeValue::Table(table)) => self.words(table, &mut words, wrong),
                ("podcast", other) => {
                    let found = other.type_str();
                    let text = format!("expected a table podcast, but found {found}");
                    let message = Message::error("podcast", text);
                    self.push(wrong, key.span(), message.advise("write [podcast] above its keys"));
                }
                (name, _) => self.push(wrong, key.span(), unknown(name, &["podcast"])),
            }
        }
        if wrong.is_empty() && !document.get_ref().contains_key("podcast") {
            let message = Message::error("podcast", "the file has no table [podcast]");
            let message = message.advise("write [podcast] above its keys").about(&self.name);
            wrong.push((None, message));
        }
        words
    }

    fn words(&self, table: &DeTable<'_>, words: &mut Vec<Word>, wrong: &mut Placed) {
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let Some(known) = KEYS.into_iter().find(|known| *known == name) else {
                self.push(wrong, key.span(), unknown(name, &KEYS));
                continue;
            };
            let place = self.place(value.span());
            match values(known, value) {
                Some(values) => words.extend(values.into_iter().map(|value| Word {
                    key: known,
                    value,
                    place: place.clone(),
                })),
                None => self.push(wrong, value.span(), unfit(known, value.get_ref())),
            }
        }
    }

    fn push(&self, wrong: &mut Placed, span: Range<usize>, message: Message) {
        let place = self.place(span);
        wrong.push((place.byte, message.at(place)));
    }

    fn place(&self, span: Range<usize>) -> Location {
        place(&self.name, &self.text.as_bytes()[..span.start.min(self.text.len())])
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

fn unknown(name: &str, known: &[&str]) -> Message {
    let likeness = |known: &&&str| (strsim::jaro_winkler(name, known) * 1000.0) as u64;
    let nearest = known.iter().max_by_key(likeness).filter(|known| likeness(known) >= LIKE);
    let advice = match nearest {
        Some(nearest) => format!("write {nearest}"),
        None => format!("known: {}", known.join(", ")),
    };
    Message::error("podcast", format!("unknown key {name}")).advise(advice)
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
    let example = match key {
        "category" => r#"["Arts/Books"]"#,
        "image" | "new-feed-url" => "\"https://example.org/…\"",
        "owner" => "\"Ann Other <ann@example.org>\"",
        "type" => "\"episodic\"",
        _ if is_flag(key) => "true",
        _ => "\"…\"",
    };
    let message =
        Message::error("podcast", format!("expected {wanted} for {key}, but found {found}"));
    message.advise(format!("write it as {key} = {example}"))
}

fn is_flag(key: &str) -> bool {
    matches!(key, "explicit" | "block" | "complete")
}
