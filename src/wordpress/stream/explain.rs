//! serde's errors in the words of this program: `expected a text, but found the number 5`.

use super::quote::{quote, quote_end};
use crate::error::{Error, ErrorKind};
use memchr::memchr_iter;
use serde_json::error::Category;

/// How much of a document a message quotes on each side of a mistake.
const AROUND: usize = 24;

/// The longest piece of a type error that is left as it is.
const LONGEST: usize = 80;

/// Says what is wrong with a value; gives the offset in `json` too.
pub(super) fn explain(json: &str, e: &serde_json::Error) -> (Error, usize) {
    let at = offset(json, e);
    let message = message(e);
    let error = match e.classify() {
        Category::Data => Error::new(ErrorKind::Field, mismatch(&message)),
        _ if message == "recursion limit exceeded" => {
            Error::new(ErrorKind::Field, "nested more than 128 deep, deeper than any post")
        }
        _ => broken(&grammar(&message), &json[..at], &json[at..]),
    };
    (error, at)
}

/// Says that the grammar of JSON is broken between two pieces of text.
pub(super) fn broken(what: &str, before: &str, behind: &str) -> Error {
    let found = if behind.is_empty() { "the end".to_owned() } else { quote(behind, AROUND) };
    let place = if before.is_empty() {
        String::new()
    } else {
        format!(" after {}", quote_end(before, AROUND))
    };
    Error::new(ErrorKind::NotJson, format!("broken JSON: {what}, but found {found}{place}"))
        .advise("check it with `jq .`; something between WordPress and here has changed it")
}

/// Whether the error is but that the text ends. Of a number cut in two serde says that it is invalid.
pub(super) fn is_cut(json: &str, e: &serde_json::Error) -> bool {
    let number = |c: char| c.is_ascii_digit() || ".eE+-".contains(c);
    e.is_eof() || (e.is_syntax() && json.ends_with(number) && offset(json, e) + 1 >= json.len())
}

/// serde's message without the place at its end.
fn message(e: &serde_json::Error) -> String {
    let text = e.to_string();
    let place = format!(" at line {} column {}", e.line(), e.column());
    text.strip_suffix(&place).unwrap_or(&text).to_owned()
}

/// The offset that serde's line and column stand for.
fn offset(json: &str, e: &serde_json::Error) -> usize {
    let mut lines = memchr_iter(b'\n', json.as_bytes());
    let start = e.line().checked_sub(2).and_then(|n| lines.nth(n)).map_or(0, |end| end + 1);
    let at = (start + e.column()).saturating_sub(1).min(json.len());
    (0..=at).rev().find(|&at| json.is_char_boundary(at)).unwrap_or(0)
}

/// What serde expected of the grammar.
fn grammar(message: &str) -> String {
    match message {
        "expected value" | "expected ident" => "expected a value".into(),
        "key must be a string" => "expected a key in double quotes".into(),
        "trailing comma" => "expected another member after the comma".into(),
        "trailing characters" => "expected the end".into(),
        "invalid escape" => "expected one of JSON's escapes".into(),
        "invalid number" => "expected a number as JSON writes it".into(),
        "number out of range" => "expected a number below 1e308".into(),
        expected if expected.starts_with("expected") => expected.into(),
        other => format!("{other}; expected JSON"),
    }
}

/// Turns `invalid type: integer `5`, expected a text` round.
fn mismatch(message: &str) -> String {
    if let Some(key) = message.strip_prefix("duplicate field ") {
        return format!("expected each key once, but found {key} twice");
    }
    let parts = message
        .strip_prefix("invalid type: ")
        .or_else(|| message.strip_prefix("invalid value: "))
        .and_then(|rest| rest.rsplit_once(", expected "));
    match parts {
        Some((found, expected)) => format!("expected {expected}, but found {}", thing(found)),
        None => message.to_owned(),
    }
}

/// serde's name of a thing in JSON's words.
fn thing(found: &str) -> String {
    let value = |prefix: &str| found.strip_prefix(prefix).map(|v| v.trim_matches('`'));
    if let Some(number) = value("integer ").or_else(|| value("floating point ")) {
        return format!("the number {number}");
    }
    if let Some(text) = value("string ") {
        return format!("the text {}", quote(text.trim_matches('"'), LONGEST));
    }
    match found {
        "map" => "an object".into(),
        "sequence" => "an array".into(),
        "null" | "unit value" => "null".into(),
        _ => value("boolean ").unwrap_or(found).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[allow(dead_code)]
    struct Test {
        id: Option<u64>,
        slug: Option<String>,
    }

    fn explained(json: &str) -> (String, usize) {
        let (error, at) = explain(json, &serde_json::from_str::<Test>(json).unwrap_err());
        (error.message().to_owned(), at)
    }

    #[test]
    fn a_wrong_type_is_said_in_json_s_words() {
        for (value, found) in [
            ("5", "the number 5"),
            ("5.5", "the number 5.5"),
            ("true", "true"),
            ("{}", "an object"),
            ("[]", "an array"),
        ] {
            let json = format!("{{\"slug\":{value}}}");
            assert_eq!(
                explained(&json).0,
                format!("expected a string, but found {found}"),
                "{value}"
            );
        }
        assert_eq!(explained(r#"{"id":"5"}"#).0, "expected u64, but found the text \"5\"");
        assert_eq!(explained(r#"{"id":-5}"#).0, "expected u64, but found the number -5");
    }

    #[test]
    fn broken_grammar_is_quoted_where_it_broke() {
        let (message, at) = explained("{\n\"id\": 1\n\"slug\":\"é\"}");
        assert_eq!(
            message,
            "broken JSON: expected `,` or `}`, but found \"\"slug\":\"é\"}\" after \"{ \"id\": 1\""
        );
        assert_eq!(at, 10);
        assert!(
            explained("{id:1}")
                .0
                .starts_with("broken JSON: expected a key in double quotes, but found \"id:1}\"")
        );
        assert!(explained("{\"id\":é}").0.contains("expected a value, but found \"é}\""));
    }
}
