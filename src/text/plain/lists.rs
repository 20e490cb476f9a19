//! The marks of lists (HTML, sections 4.4.5 to 4.4.8).

use super::tokens::Attributes;

/// What stands before the items of a list without numbers.
pub(super) const BULLET: &str = "- ";

/// The numbers of a list.
#[derive(Debug)]
pub(super) struct Numbers {
    next: i64,
    step: i64,
    style: Style,
}

/// How numbers are written: the type of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Decimal,
    Letters { capital: bool },
    Roman { capital: bool },
}

impl Numbers {
    /// Begins a list; `length` is the number of its items, which one that counts down must know.
    pub(super) fn new(attributes: &Attributes, length: i64) -> Self {
        let reversed = attributes.get("reversed").is_some();
        let start = attributes.get("start").and_then(integer);
        let style = match attributes.get("type") {
            Some("a") => Style::Letters { capital: false },
            Some("A") => Style::Letters { capital: true },
            Some("i") => Style::Roman { capital: false },
            Some("I") => Style::Roman { capital: true },
            _ => Style::Decimal,
        };
        Numbers {
            next: start.unwrap_or(if reversed { length } else { 1 }),
            step: if reversed { -1 } else { 1 },
            style,
        }
    }

    /// The mark of the next item; its `value` may begin to count anew.
    pub(super) fn mark(&mut self, value: Option<&str>) -> String {
        let number = value.and_then(integer).unwrap_or(self.next);
        self.next = number.saturating_add(self.step);
        format!("{}. ", self.style.write(number))
    }
}

impl Style {
    fn write(self, number: i64) -> String {
        let written = match self {
            Style::Decimal => None,
            Style::Letters { .. } => letters(number),
            Style::Roman { .. } => roman(number),
        };
        match self {
            Style::Letters { capital: true } | Style::Roman { capital: true } => {
                written.map(|text| text.to_uppercase())
            }
            _ => written,
        }
        .unwrap_or_else(|| number.to_string())
    }
}

/// `a` to `z`, then `aa` (CSS Counter Styles, section 3.1.4).
fn letters(number: i64) -> Option<String> {
    let mut rest = u64::try_from(number).ok().filter(|number| *number > 0)?;
    let mut reversed = Vec::new();
    while rest > 0 {
        rest -= 1;
        reversed.push(char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    Some(reversed.into_iter().rev().collect())
}

/// Roman numerals, which end at 3999.
fn roman(number: i64) -> Option<String> {
    const SIGNS: [(i64, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = Some(number).filter(|number| (1..4000).contains(number))?;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    Some(text)
}

/// Reads a number as HTML does (section 2.3.4.1): blanks before it, anything behind it.
fn integer(text: &str) -> Option<i64> {
    let text = text.trim_ascii_start();
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let digits = unsigned.find(|c: char| !c.is_ascii_digit()).unwrap_or(unsigned.len());
    text[..text.len() - unsigned.len() + digits].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_type_says() {
        let small = Style::Letters { capital: false };
        assert_eq!([1, 26, 27, 703].map(|n| small.write(n)), ["a", "z", "aa", "aaa"]);
        let large = Style::Roman { capital: true };
        assert_eq!([4, 1994, 3999].map(|n| large.write(n)), ["IV", "MCMXCIV", "MMMCMXCIX"]);
        assert_eq!([0, -1, 4000].map(|n| large.write(n)), ["0", "-1", "4000"]);
        assert_eq!(small.write(0), "0");
    }

    #[test]
    fn numbers_are_read_as_html_does() {
        let texts = [" 7x", "-3", "+4", "", "x1", "99999999999999999999"];
        assert_eq!(texts.map(integer), [Some(7), Some(-3), Some(4), None, None, None]);
    }
}
