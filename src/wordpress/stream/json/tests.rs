//! What is read here is what serde_json reads, whatever the text.

use super::{Stop, read};
use crate::wordpress::raw::Raw;
use proptest::prelude::*;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::{Deserializer, Value};

/// What became of a text: the value and its length, or whether the text is but the start of one.
type Outcome<V> = Result<(V, usize), bool>;

fn ours<V: DeserializeOwned>(text: &str) -> Outcome<V> {
    read(text, &mut Vec::new()).map_err(|stop| stop == Stop::Cut)
}

fn theirs<V: DeserializeOwned>(text: &str) -> Outcome<V> {
    let mut values = Deserializer::from_str(text).into_iter::<V>();
    match values.next() {
        None => Err(true),
        Some(Ok(value)) => Ok((value, values.byte_offset())),
        Some(Err(e)) => Err(e.is_eof()),
    }
}

/// Whether both agree. At the end of the text, a number may go on.
fn agree<V: DeserializeOwned + PartialEq + std::fmt::Debug>(text: &str) -> Result<(), String> {
    let (ours, theirs) = (ours::<V>(text), theirs::<V>(text));
    let number = text.ends_with(|last: char| last.is_ascii_digit());
    let waits =
        ours == Err(true) && matches!(&theirs, Ok((_, end)) if number && *end == text.len());
    // What is cut and broken besides is either; the other one looks at it in any case.
    let either = matches!((&ours, &theirs), (Err(_), Err(_)));
    let agreed = ours == theirs || waits || either;
    agreed.then_some(()).ok_or_else(|| format!("{text:?}: {ours:?}, but {theirs:?}"))
}

/// The text of a value, by a type that the two readers give it in different ways.
#[derive(Debug, Deserialize)]
struct Kept(Raw);

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        *self.0 == *other.0
    }
}

/// A value that is passed over; only its length is known.
#[derive(Debug, PartialEq)]
struct Passed;

impl<'de> Deserialize<'de> for Passed {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Passed)
    }
}

fn all_agree(text: &str) -> Result<(), TestCaseError> {
    let agreed = agree::<Value>(text)
        .and_then(|()| agree::<Passed>(text))
        .and_then(|()| agree::<Kept>(text))
        .and_then(|()| agree::<Option<Vec<f64>>>(text));
    agreed.map_err(TestCaseError::fail)
}

/// Pieces of which JSON and what is nearly JSON is made.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "{", "}", "[", "]", ",", ":", "\"", "\\", " ", "\n", "\"a\":", "null", "true", "false", "nul",
            "0", "-", "1", "12.5", "1e3", "1E-2", "01", "1.", "18446744073709551616", "-0", "1e999",
            "\\n", "\\/", "\\u2019", "\\ud83d\\ude00", "\\ud83d", "\\udc00", "\\u00", "\\x", "\u{1}", "é", "😀",
            "\"the quick brown fox\"", "[]", "{}", "\"\"",
        ]).prop_map(str::to_owned),
        1 => "[ -~]{0,40}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Values as they are written with escapes and white space.
fn values() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "(?s)[\\x00-~é’😀\"\\\\/]{0,60}".prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(6, 60, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::hash_map("[a-z\"\\\\é]{0,20}", inner, 0..8)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    });
    (value, any::<bool>()).prop_map(|(value, php)| {
        if !php {
            return serde_json::to_string_pretty(&value).expect("a value is written");
        }
        let text = value.to_string().replace('/', "\\/");
        let escape = |c: char| {
            let units = |c: char| {
                c.encode_utf16(&mut [0; 2]).iter().map(|u| format!("\\u{u:04x}")).collect()
            };
            if c.is_ascii() { String::from(c) } else { units(c) }
        };
        text.chars().map(escape).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn pieces_are_read_as_serde_json_reads_them(text in pieces()) {
        all_agree(&text)?;
    }

    #[test]
    fn values_are_read_as_serde_json_reads_them(text in values(), at in any::<prop::sample::Index>()) {
        all_agree(&text)?;
        prop_assert!(ours::<Value>(&format!("{text} ")).is_ok(), "{text:?} is refused");
        let cut = text.floor_char_boundary(at.index(text.len()));
        all_agree(&text[..cut])?;
        all_agree(&format!("{}{}", &text[..cut], &text[text.ceil_char_boundary(cut + 1)..]))?;
    }
}

#[test]
fn a_text_that_is_cut_is_told_from_one_that_is_broken() {
    let whole = r#"{"a":[1,"b\u2019\ud83d\ude00\/",null],"c":{"d":-1.5e+3}} "#;
    for end in 0..whole.len() - 1 {
        assert_eq!(ours::<Value>(&whole[..end]), Err(true), "{}", &whole[..end]);
        assert_eq!(ours::<Passed>(&whole[..end]), Err(true), "{}", &whole[..end]);
    }
    for broken in
        ["}", "{a", "[1,]", "{\"a\" 1", "[01", "\"\\x", "\"\\ud800x", "tru1", "\"\n", "{\"a\":1,}"]
    {
        assert_eq!(ours::<Value>(broken), Err(false), "{broken}");
    }
}

#[test]
fn what_nests_too_deep_is_refused_and_nothing_overflows() {
    for depth in [126, 127, 128, 129, 100_000] {
        let text = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(ours::<Value>(&text).is_ok(), depth < 128, "{depth}");
        assert_eq!(ours::<Passed>(&text).is_ok(), depth <= 128, "{depth}");
    }
}
