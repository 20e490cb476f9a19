//! The three forms of a message, each a function from the message to its text.
//!
//! The commands of GitHub Actions are described under "Workflow commands for GitHub Actions"; their
//! escapes are those of its toolkit (`packages/core/src/command.ts`).

use super::{Level, Message};
use clap::builder::styling::{AnsiColor, Style};

/// Writes `wp2feed: warning: PLACE: TEXT`, and the advice on a line of its own.
pub(super) fn human(message: &Message) -> String {
    let (color, word) = match message.level {
        Level::Info => (AnsiColor::Green, "info"),
        Level::Note => (AnsiColor::Cyan, "note"),
        Level::Warning => (AnsiColor::Yellow, "warning"),
        Level::Error => (AnsiColor::Red, "error"),
    };
    let style: Style = color.on_default().bold();
    format!("wp2feed: {style}{word}:{style:#} {}", text(message))
}

/// Writes `PLACE: TEXT`, and the advice on a line of its own, as part of a report.
pub(in crate::cli) fn text(message: &Message) -> String {
    let text = visible(&placed(&message.place.to_location().to_string(), &message.message));
    if message.help.is_empty() {
        return format!("{text}\n");
    }
    format!("{text}\n  = help: {}\n", visible(&message.help))
}

/// Writes one JSON object on one line.
pub(super) fn json(message: &Message) -> String {
    serde_json::to_string(message).map(|line| line + "\n").unwrap_or_default()
}

/// Writes a workflow command, which GitHub shows beside the file and on the run's page.
pub(in crate::cli) fn github(message: &Message) -> String {
    let place = &message.place;
    let mut properties = Vec::new();
    properties.extend(place.file.clone().map(|file| ("file", file)));
    properties.extend(place.line.map(|line| ("line", line.to_string())));
    properties.push(("title", format!("wp2feed: {}", message.code)));
    let mut text = placed(place.path.as_deref().unwrap_or_default(), &message.message);
    if !message.help.is_empty() {
        text += &format!("\nhelp: {}", message.help);
    }
    command(message.level, &properties, &text)
}

/// Writes a workflow command with its properties.
pub(in crate::cli) fn command(level: Level, properties: &[(&str, String)], text: &str) -> String {
    let command = match level {
        Level::Info | Level::Note => "notice",
        Level::Warning => "warning",
        Level::Error => "error",
    };
    let properties: Vec<_> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    format!("::{command} {}::{}\n", properties.join(","), data(text))
}

fn placed(place: &str, text: &str) -> String {
    if place.is_empty() { text.to_owned() } else { format!("{place}: {text}") }
}

/// Escapes control characters and those that turn the direction of text: a quoted document must not
/// steer the terminal.
pub(in crate::cli) fn visible(text: &str) -> String {
    let steers =
        |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let escape = |c: char| if steers(c) { c.escape_default().to_string() } else { c.into() };
    text.chars().map(escape).collect()
}

/// Escapes what follows the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property's value.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
