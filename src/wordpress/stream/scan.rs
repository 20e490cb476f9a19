//! The end of a JSON value, found without parsing it, and what is open where the text breaks off.

use memchr::memchr2;

/// Goes over a string, array or object that arrives in parts; each call is given it from its start.
#[derive(Default)]
pub(super) struct Scan {
    at: usize,
    /// Where each array and object starts that is not closed.
    open: Vec<u32>,
    /// Where the string starts that is not closed.
    string: Option<u32>,
}

impl Scan {
    /// The length of the value, once all of it is there.
    pub(super) fn end(&mut self, value: &[u8]) -> Option<usize> {
        while let Some(&byte) = value.get(self.at) {
            match byte {
                _ if self.string.is_some() => self.string_part(value)?,
                b'"' => self.string = Some(self.at as u32),
                b'[' | b'{' => self.open.push(self.at as u32),
                b']' | b'}' => _ = self.open.pop(),
                _ => {}
            }
            self.at += 1;
            if self.open.is_empty() && self.string.is_none() {
                return Some(self.at);
            }
        }
        None
    }

    /// Goes to the end of the string, or of the next escape in it; `None` if that comes later.
    fn string_part(&mut self, value: &[u8]) -> Option<()> {
        let Some(part) = memchr2(b'"', b'\\', &value[self.at..]) else {
            self.at = value.len();
            return None;
        };
        self.at += part;
        if value[self.at] == b'"' {
            self.string = None;
            return Some(());
        }
        value.get(self.at + 1)?;
        self.at += 1;
        Some(())
    }

    /// Where the innermost string, array or object starts that is not closed.
    pub(super) fn innermost(&self) -> Option<usize> {
        self.string.or(self.open.last().copied()).map(|at| at as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUE: &str = r#"{"a\"]\\":[{"b":"}"},"[",1],"c":{}}"#;

    #[test]
    fn brackets_in_strings_do_not_count() {
        assert_eq!(Scan::default().end(format!("{VALUE},[]").as_bytes()), Some(VALUE.len()));
        assert_eq!(Scan::default().end(br#""a\"",1"#), Some(5));
    }

    #[test]
    fn the_end_is_found_however_the_value_arrives() {
        for first in 0..VALUE.len() {
            let mut scan = Scan::default();
            assert_eq!(scan.end(&VALUE.as_bytes()[..first]), None, "{first}");
            assert_eq!(scan.end(VALUE.as_bytes()), Some(VALUE.len()), "{first}");
        }
    }

    #[test]
    fn the_innermost_open_thing_is_known() {
        let open = |text: &str| {
            let mut scan = Scan::default();
            scan.end(text.as_bytes());
            scan.innermost()
        };
        assert_eq!(open(r#"{"a":[1,{"b":"x\"#), Some(13));
        assert_eq!(open(r#"{"a":[1,{"b":"x""#), Some(8));
        assert_eq!(open(r#"{"a":[1,{"b":"x"}"#), Some(5));
        assert_eq!(open(r#"{"a":1}"#), None);
    }
}
