//! The report for programs: one JSON object, or workflow commands of GitHub's.

use crate::cli::messages::{Level, Message, github as command};
use serde_json::{Value, json};
use wp2feed::{Change, Comparison, Difference, EntryDifference};

/// Writes the whole report as one JSON object.
pub(super) fn json(found: &Comparison) -> String {
    let effects: Vec<Value> = found
        .effects
        .iter()
        .map(|effect| json!({"code": effect.kind.code(), "count": effect.count, "message": effect.to_string()}))
        .collect();
    let report = json!({
        "same": found.is_same(),
        "effects": effects,
        "feed": fields(&found.feed),
        "entries": found.entries.iter().map(entry).collect::<Vec<_>>(),
    });
    format!("{report}\n")
}

fn fields(differences: &[Difference]) -> Value {
    let field = |it: &Difference| json!({"field": it.field.name(), "old": it.old, "new": it.new});
    differences.iter().map(field).collect()
}

fn entry(entry: &EntryDifference) -> Value {
    let mut told = json!({"id": entry.id, "title": entry.title});
    let more = match &entry.change {
        Change::Added { at } => json!({"change": "added", "at": at}),
        Change::Removed { at } => json!({"change": "removed", "at": at}),
        Change::Changed { moved, fields: all } => {
            let moved = moved.map(|(from, to)| json!({"from": from, "to": to}));
            json!({"change": "changed", "moved": moved, "fields": fields(all)})
        }
    };
    if let (Value::Object(told), Value::Object(more)) = (&mut told, more) {
        told.extend(more);
    }
    told
}

/// Writes a command for each thing that readers will do, and one with the number of differences.
pub(super) fn github(found: &Comparison, file: &str) -> String {
    let mut out = String::new();
    for effect in &found.effects {
        let message = Message::new(Level::Warning, effect.kind.code(), effect.to_string());
        out += &command(&message.about(file));
    }
    for difference in &found.feed {
        out += &command(&Message::info("feed", text(difference)).about(file));
    }
    for entry in &found.entries {
        let name = entry.title.as_deref().unwrap_or(&entry.id);
        let what = match &entry.change {
            Change::Added { .. } => "added".to_owned(),
            Change::Removed { .. } => "removed".to_owned(),
            Change::Changed { moved, fields } => {
                let moved =
                    moved.map(|(from, to)| format!("moved from {} to {}", from + 1, to + 1));
                moved.into_iter().chain(fields.iter().map(text)).collect::<Vec<_>>().join("\n")
            }
        };
        out += &command(&Message::info("entry", format!("{name}: {what}")).about(file));
    }
    out
}

/// A difference on one line.
fn text(difference: &Difference) -> String {
    let told = |values: &[String]| {
        let text = values.join(", ");
        let cut: String = text.chars().take(100).collect();
        if cut.len() < text.len() { format!("{cut}…") } else { cut }
    };
    format!("{}: {} -> {}", difference.field.name(), told(&difference.old), told(&difference.new))
}
