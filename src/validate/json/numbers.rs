//! The grammar of numbers (RFC 8259, 6), and which of them every parser takes for the same.

/// The largest whole number below which a double has them all: 2^53 - 1.
const LARGEST: f64 = 9_007_199_254_740_991.0;

/// What is wrong with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It is none.
    Grammar,
    /// A double does not have it.
    Range,
}

/// Whether a byte may be part of a number.
pub(super) fn is_part(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E')
}

/// What is wrong with bytes that should be a number, if anything is.
pub(super) fn wrong(number: &str) -> Option<Wrong> {
    if !is_number(number) {
        return Some(Wrong::Grammar);
    }
    let value: f64 = number.parse().unwrap_or(f64::INFINITY);
    let whole = !number.contains(['.', 'e', 'E']);
    (value.is_infinite() || whole && value.abs() > LARGEST).then_some(Wrong::Range)
}

fn is_number(number: &str) -> bool {
    let rest = number.strip_prefix('-').unwrap_or(number);
    let (whole, rest) = digits(rest);
    let (rest, fraction) = match rest.strip_prefix('.') {
        Some(rest) => (digits(rest).1, !digits(rest).0.is_empty()),
        None => (rest, true),
    };
    let exponent = match rest.strip_prefix(['e', 'E']) {
        Some(rest) => is_whole(rest.strip_prefix(['-', '+']).unwrap_or(rest)),
        None => rest.is_empty(),
    };
    fraction && exponent && !whole.is_empty() && (whole == "0" || !whole.starts_with('0'))
}

/// The digits at the start, and the rest.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

fn is_whole(text: &str) -> bool {
    !text.is_empty() && digits(text).1.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_is_that_of_json() {
        for number in ["0", "-0", "10", "-1.50", "1e9", "1E+9", "0.5e-10"] {
            assert_eq!(wrong(number), None, "{number}");
        }
        for number in
            ["", "-", "+1", "01", "-01", ".5", "1.", "1.e5", "1e", "1e+", "1e5.5", "1-2", "--1"]
        {
            assert_eq!(wrong(number), Some(Wrong::Grammar), "{number}");
        }
    }

    #[test]
    fn numbers_that_a_double_has_not_are_told() {
        assert_eq!(wrong("9007199254740991"), None);
        for number in ["9007199254740993", "-90071992547409910", "1e999"] {
            assert_eq!(wrong(number), Some(Wrong::Range), "{number}");
        }
    }
}
