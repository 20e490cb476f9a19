//! The JSON Schema (draft 7, which editors know) of `wp2feed.toml`, made from the command line's arguments.

use crate::cli::build::{ABOVE, OUTPUT};
use crate::cli::config::{Keys, Kind, command, key};
use clap::Arg;
use serde_json::{Map, Value, json};
use wp2feed::Format;

/// The key whose arguments may stand in a table.
const PODCAST: &str = "podcast";

/// The schema, as a file has it.
pub(super) fn schema() -> String {
    let mut above = properties(&ABOVE);
    above.extend(own());
    let mut output = properties(&OUTPUT);
    output.extend(own());
    output.remove("out-dir");
    output.extend(of_outputs());
    let outputs = json!({
        "description": "The files that are made, one of these for each",
        "type": "array",
        "minItems": 1,
        "items": object(&output, &["path"]),
    });
    above.insert("output".to_owned(), outputs);
    let mut schema = object(&above, &["output"]);
    schema["$schema"] = "http://json-schema.org/draft-07/schema#".into();
    schema["title"] = "wp2feed.toml".into();
    schema["description"] = "The feeds of a WordPress site, for `wp2feed build`".into();
    format!("{schema:#}\n")
}

fn object(properties: &Map<String, Value>, required: &[&str]) -> Value {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// The keys that are arguments.
fn properties(keys: &Keys<'_>) -> Map<String, Value> {
    let command = command();
    let all = command.get_arguments().filter_map(|argument| Some((key(argument)?, argument)));
    let fits = all.filter(|(name, _)| !keys.refused.contains(name));
    fits.map(|(name, argument)| (name.to_owned(), property(argument))).collect()
}

/// The keys that are none, and the one that has another meaning.
fn own() -> Map<String, Value> {
    map([
        ("out-dir", text("The folder at which the paths of outputs start")),
        ("base-url", address("The address of that folder, from which those of the feeds are made")),
        (
            "feed-of",
            text(
                "The page whose feed it is, as category:news, tag, author, search, date, type \
            or home; category:*, tag:* and author:* make a feed of each",
            ),
        ),
    ])
}

fn of_outputs() -> Map<String, Value> {
    let mut format = text("The format; without it the ending of the path decides, else rss");
    format["enum"] = Format::ALL.map(Format::name).into_iter().collect();
    let path = text("The file, with {slug} for the slug of each category, tag or author");
    map([("path", path), ("format", format)])
}

fn map<const N: usize>(properties: [(&str, Value); N]) -> Map<String, Value> {
    properties.into_iter().map(|(name, property)| (name.to_owned(), property)).collect()
}

fn text(description: &str) -> Value {
    json!({"description": description, "type": "string", "minLength": 1})
}

fn address(description: &str) -> Value {
    let mut address = text(description);
    address["pattern"] = "^https?://".into();
    address
}

/// What the value of an argument may be.
fn property(argument: &Arg) -> Value {
    let value = value(argument);
    let mut property = match Kind::of(argument) {
        Kind::Flag => json!({"type": "boolean"}),
        Kind::Optional => json!({"anyOf": [{"type": "boolean"}, value, table()]}),
        Kind::Single => value,
        Kind::Several => {
            let list = json!({"type": "array", "items": value});
            json!({"anyOf": [value, list]})
        }
    };
    if let Some(help) = argument.get_help() {
        property["description"] = help.to_string().into();
    }
    let mut defaults = argument.get_default_values().iter().filter_map(|value| value.to_str());
    if let Some(default) = defaults.next().filter(|_| Kind::of(argument) == Kind::Single) {
        property["default"] = default.into();
    }
    property
}

/// What one value of an argument may be. A number is as good as a text that consists of it.
fn value(argument: &Arg) -> Value {
    let choices: Vec<String> =
        argument.get_possible_values().iter().map(|choice| choice.get_name().to_owned()).collect();
    let name = argument.get_value_names().and_then(|names| names.first());
    match name.map_or("", |name| name.as_str()) {
        _ if argument.get_value_delimiter().is_none() && !choices.is_empty() => {
            json!({"enum": choices})
        }
        "N" => json!({"type": ["integer", "string"], "minimum": 1, "pattern": "^[0-9]+$"}),
        "SIZE" => {
            json!({"type": ["integer", "string"], "minimum": 1, "pattern": "^[0-9]+ *[A-Za-z]*$"})
        }
        "BOOL" => json!({"type": ["boolean", "string"], "pattern": "^(true|false)$"}),
        "URL" => json!({"type": "string", "pattern": "^https?://"}),
        _ => json!({"type": ["string", "number"], "minLength": 1}),
    }
}

/// The table of a podcast, whose keys have no need to say so.
fn table() -> Value {
    let command = command();
    let named = command.get_arguments().filter_map(|argument| Some((key(argument)?, argument)));
    let inside = named.filter_map(|(name, argument)| {
        let name = name.strip_prefix(PODCAST)?.strip_prefix('-')?;
        Some((name.to_owned(), property(argument)))
    });
    object(&inside.collect(), &[])
}
