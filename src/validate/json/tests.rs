//! The reader gives what serde_json gives, tells places, and never goes wrong, whatever it reads.

use super::*;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::io::Cursor as Bytes;

/// What is reported of a document, and whether its end is reached.
fn judged(json: &[u8]) -> (Vec<String>, bool) {
    let (mut reader, mut findings) = (Reader::new(json), Findings::default());
    let mut last = 0;
    while reader.next(&mut findings).is_some() {
        assert!(reader.at().byte >= last, "events stand in the order of the document");
        last = reader.at().byte;
    }
    let told = findings.take().iter().map(ToString::to_string).collect();
    (told, !reader.is_broken())
}

/// Reads a document in pieces, and gives what serde_json would.
fn read(json: &[u8], piece: usize) -> Option<Value> {
    let (mut reader, mut findings) = (Reader::new(Pieces(json, piece)), Findings::default());
    let event = reader.next(&mut findings)?;
    let value = value(&mut reader, event, &mut findings)?;
    (reader.next(&mut findings).is_none() && findings.take().is_empty()).then_some(value)
}

fn value(reader: &mut Reader<Pieces<'_>>, event: Event, findings: &mut Findings) -> Option<Value> {
    Some(match event {
        Event::Null => Value::Null,
        Event::Flag(flag) => json!(flag),
        Event::Text => json!(reader.text()),
        Event::Number => serde_json::from_str(reader.text()).ok()?,
        Event::Open(Container::Array) => {
            let mut values = Vec::new();
            loop {
                match reader.next(findings)? {
                    Event::Close => return Some(Value::Array(values)),
                    event => values.push(value(reader, event, findings)?),
                }
            }
        }
        Event::Open(Container::Object) => {
            let mut members = Map::new();
            while reader.next(findings)? == Event::Name {
                let name = reader.text().to_owned();
                let event = reader.next(findings)?;
                members.insert(name, value(reader, event, findings)?);
            }
            Value::Object(members)
        }
        Event::Name | Event::Close => return None,
    })
}

/// Gives a few bytes at a time.
struct Pieces<'a>(&'a [u8], usize);

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = self.1.min(self.0.len()).min(buffer.len());
        let (now, later) = self.0.split_at(length);
        buffer[..length].copy_from_slice(now);
        self.0 = later;
        Ok(length)
    }
}

#[test]
fn what_breaks_the_grammar_is_told_with_its_place() {
    for (json, told) in [
        ("", r#"1:1: error: JsonSyntax: expected a value, but the document holds none"#),
        ("{\n \"a\": tru}", r#"2:7: error: JsonSyntax: expected a value, but found "tru""#),
        (
            "[1, 2",
            r#"1:6: error: JsonSyntax: expected ']', but the document ends inside the array that begins at 1:1"#,
        ),
        ("{\"é\"; 1}", r#"1:5: error: JsonSyntax: expected ':' behind the name, but found ";""#),
        ("[1 2]", r#"1:4: error: JsonSyntax: expected ',' or ']', but found "2""#),
        ("{a: 1}", r#"1:2: error: JsonSyntax: expected a name in quotes or '}', but found "a""#),
        ("[}", r#"1:2: error: JsonSyntax: expected a value, but found "}""#),
        ("{} x", r#"1:4: error: JsonSyntax: expected nothing behind the value, but found "x""#),
        (
            "[\"a",
            r#"1:2: error: JsonSyntax: expected '"', but the document ends inside the string that begins here"#,
        ),
        (
            "\u{feff}[] //",
            r#"1:4: error: JsonSyntax: expected nothing behind the value, but found "/""#,
        ),
    ] {
        let (all, whole) = judged(json.as_bytes());
        assert_eq!((all.last().map(String::as_str), whole), (Some(told), false), "{json}");
    }
}

#[test]
fn what_can_be_understood_all_the_same_ends_nothing() {
    let json =
        b"{\"a\": 01, \"a\": [1,],\n \"b\": \"\\q\x01 \\ud800\", \"c\": \"\xFF\", \"d\": 1e999,}";
    assert_eq!(
        judged(json),
        (
            vec![
                r#"1:7: error: JsonSyntax: expected a number as JSON writes it, but found 01"#.to_owned(),
                r#"1:11: warning: JsonDuplicateName: expected each name once in an object, but found "a" again"#.to_owned(),
                r#"1:18: error: JsonSyntax: expected no comma before ']', but found one"#.to_owned(),
                r#"2:8: error: JsonSyntax: expected an escape that JSON has, but found \q"#.to_owned(),
                r#"2:10: error: JsonSyntax: expected the control character U+0001 to be escaped"#.to_owned(),
                r#"2:12: warning: JsonLoneSurrogate: expected both halves of a character, but found \ud800 alone"#.to_owned(),
                r#"2:27: error: JsonEncoding: expected UTF-8, but found bytes that are none"#.to_owned(),
                r#"2:36: warning: JsonNumberRange: expected a number that a double has exactly, but found 1e999"#.to_owned(),
                r#"2:41: error: JsonSyntax: expected no comma before '}', but found one"#.to_owned(),
            ],
            true
        )
    );
}

#[test]
fn encodings_and_marks_are_told() {
    let rule = |json: &[u8]| judged(json).0.first().map(|told| told[..16].to_owned());
    assert_eq!(rule(b"\xEF\xBB\xBF{}"), Some("1:1: error: Json".to_owned()));
    for text in [&b"\xFE\xFF\0{\0}"[..], b"\xFF\xFE{\0}\0", b"{\0}\0", b"\0{\0}"] {
        let (told, whole) = judged(text);
        assert_eq!(told, ["1:1: error: JsonEncoding: expected UTF-8, but found UTF-16 or UTF-32"]);
        assert!(!whole);
    }
}

#[test]
fn containers_may_not_lie_too_deep() {
    let deep = |depth: usize| judged(&[vec![b'['; depth], vec![b']'; depth]].concat());
    assert_eq!(deep(DEEPEST), (vec![], true));
    assert_eq!(deep(DEEPEST + 1).0.len(), 1);
    assert_eq!(judged("{\"a\":".repeat(100_000).as_bytes()).0.len(), 1);
}

#[test]
fn a_string_that_is_too_long_is_passed_over() {
    let json = format!("[\"{}\\n\", 7, x]", "é\\\"".repeat(LONGEST / 3));
    let (mut reader, mut findings) = (Reader::new(Bytes::new(&json)), Findings::default());
    let mut events = Vec::new();
    while let Some(event) = reader.next(&mut findings) {
        if event == Event::Text {
            assert!(!reader.is_whole() && reader.text().starts_with("é\"é"));
            assert_eq!(reader.place(1), reader.at());
        }
        events.push(event);
    }
    assert_eq!(events, [Event::Open(Container::Array), Event::Text, Event::Number]);
    let told: Vec<_> = findings.take().iter().map(ToString::to_string).collect();
    let column = 1 + 1 + 1 + LONGEST / 3 * 3 + 2 + 1 + 5;
    assert_eq!(
        told,
        [
            "1:2: error: ValidatorLimit: expected a string of at most 16 MiB, found more"
                .to_owned(),
            format!("1:{column}: error: JsonSyntax: expected a value, but found \"x\""),
        ]
    );
}

proptest! {
    #[test]
    fn what_serde_json_writes_is_read(text in "\\PC*", number in any::<f64>(), whole in any::<i32>(), piece in 1..40_usize) {
        let value = json!({&text: [text, number, whole, null, true], "é\u{1F600}\"": {"\u{1}": [[], {}]}});
        for json in [serde_json::to_vec(&value).unwrap(), serde_json::to_vec_pretty(&value).unwrap()] {
            prop_assert_eq!(read(&json, piece), serde_json::from_slice(&json).ok());
        }
    }

    #[test]
    fn serde_json_reads_what_nothing_is_told_of(json in r#"[\[\]{}:,"\\u0-9eE.+ \-atrulsnd\x01é]{0,24}"#) {
        let (told, whole) = judged(json.as_bytes());
        if whole && told.is_empty() {
            prop_assert!(serde_json::from_str::<Value>(&json).is_ok(), "{}", json);
        }
        if serde_json::from_str::<Value>(&json).is_ok() {
            prop_assert!(told.iter().all(|told| told.contains(": warning: ")), "{}: {:?}", json, told);
        }
    }

    #[test]
    fn any_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let (told, whole) = judged(&bytes);
        prop_assert!(whole || !told.is_empty());
    }
}
