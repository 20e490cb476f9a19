//! JSON that breaks its grammar inside strings, made whole: lone surrogates, which PHP lets through, and
//! raw control characters, which programs between WordPress and us print.

use std::borrow::Cow;

/// What was repaired.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Repairs {
    /// Escapes such as `\ud83d` without their other half, replaced by `\ufffd`.
    pub(super) surrogates: u64,
    /// Characters below U+0020 in strings, escaped.
    pub(super) controls: u64,
}

/// The text with its strings repaired, borrowed if there was nothing to repair.
pub(super) fn repair(json: &str) -> (Cow<'_, str>, Repairs) {
    let (mut out, mut copied) = (String::new(), 0);
    let (mut repairs, mut in_string, mut at) = (Repairs::default(), false, 0);
    while let Some(&byte) = json.as_bytes().get(at) {
        match byte {
            b'"' => in_string = !in_string,
            b'\\' if in_string => match escape(&json.as_bytes()[at..]) {
                Escape::Sound(length) => at += length - 1,
                Escape::Lone => {
                    out.push_str(&json[copied..at]);
                    out.push_str("\\ufffd");
                    repairs.surrogates += 1;
                    copied = at + 6;
                    at += 5;
                }
            },
            0..b' ' if in_string => {
                out.push_str(&json[copied..at]);
                out.push_str(&format!("\\u{byte:04x}"));
                repairs.controls += 1;
                copied = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    if repairs == Repairs::default() {
        return (Cow::Borrowed(json), repairs);
    }
    out.push_str(&json[copied..]);
    (Cow::Owned(out), repairs)
}

enum Escape {
    /// An escape of this length, or two surrogates that belong together.
    Sound(usize),
    /// A surrogate without its other half.
    Lone,
}

fn escape(text: &[u8]) -> Escape {
    match (unit(text), text.get(6..).and_then(unit)) {
        (None, _) => Escape::Sound(2),
        (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => Escape::Sound(12),
        (Some(0xD800..=0xDFFF), _) => Escape::Lone,
        (Some(_), _) => Escape::Sound(6),
    }
}

/// The UTF-16 unit of an escape `\u1234`.
fn unit(text: &[u8]) -> Option<u16> {
    let digits = text.strip_prefix(b"\\u")?.get(..4)?;
    let digits = str::from_utf8(digits).ok().filter(|d| !d.starts_with('+'))?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(json: &str) -> (String, u64, u64) {
        let (text, repairs) = repair(json);
        (text.into_owned(), repairs.surrogates, repairs.controls)
    }

    #[test]
    fn sound_json_is_left_alone() {
        for json in
            [r#"{"a":"\ud83d\udea2 \\ud83d \" \u00e9"}"#, "[\n1,\t\"\u{7f}\"]", r#""\u"#, "\"\\"]
        {
            assert!(matches!(repair(json).0, Cow::Borrowed(_)), "{json}");
        }
    }

    #[test]
    fn lone_surrogates_are_replaced() {
        assert_eq!(repaired(r#""\ud83d""#), (r#""\ufffd""#.into(), 1, 0));
        assert_eq!(repaired(r#""\udea2\ud83dx""#), (r#""\ufffd\ufffdx""#.into(), 2, 0));
        assert_eq!(repaired(r#""\ud83d\ud83d\udea2""#), (r#""\ufffd\ud83d\udea2""#.into(), 1, 0));
        assert_eq!(repaired(r#""\\\ud83d\n""#), (r#""\\\ufffd\n""#.into(), 1, 0));
    }

    #[test]
    fn control_characters_are_escaped_in_strings_alone() {
        assert_eq!(
            repaired("{\n\"a\":\"é\nb\t\"}"),
            ("{\n\"a\":\"é\\u000ab\\u0009\"}".into(), 0, 2)
        );
    }
}
