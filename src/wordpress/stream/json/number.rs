//! Numbers: the short whole ones that WordPress writes at once, all others by serde_json.

use super::{Cursor, Stop};

/// So many digits fit into any number.
const SHORT: usize = 18;

/// A number as it is handed over.
pub(super) enum Number {
    Whole(u64),
    Negative(i64),
    Float(f64),
}

impl Cursor<'_> {
    /// Reads the number that starts here.
    pub(super) fn number(&mut self) -> Result<Number, Stop> {
        let start = self.at;
        self.skip_number()?;
        let text = &self.text[start..self.at];
        if text.len() <= SHORT && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let digit = |sum: u64, byte| sum * 10 + u64::from(byte - b'0');
            return Ok(Number::Whole(text.bytes().fold(0, digit)));
        }
        let number: serde_json::Number = serde_json::from_str(text).map_err(|_| Stop::Refused)?;
        let whole = number.as_u64().map(Number::Whole);
        let negative = || number.as_i64().map(Number::Negative);
        let float = || number.as_f64().map(Number::Float);
        whole.or_else(negative).or_else(float).ok_or(Stop::Refused)
    }

    /// Goes past the number that starts here, RFC 8259, section 6.
    pub(super) fn skip_number(&mut self) -> Result<(), Stop> {
        self.at += usize::from(self.bytes()[self.at] == b'-');
        match self.bytes().get(self.at) {
            Some(b'0') => self.at += 1,
            _ => self.digits()?,
        }
        if self.byte()? == b'.' {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte()?, b'e' | b'E') {
            self.at += 1;
            self.at += usize::from(matches!(self.byte()?, b'+' | b'-'));
            self.digits()?;
        }
        // A digit here follows a leading zero.
        if self.byte()?.is_ascii_digit() { Err(Stop::Refused) } else { Ok(()) }
    }

    /// Goes past one digit and more.
    fn digits(&mut self) -> Result<(), Stop> {
        let start = self.at;
        while self.byte()?.is_ascii_digit() {
            self.at += 1;
        }
        if self.at == start { Err(Stop::Refused) } else { Ok(()) }
    }

    /// The byte here.
    fn byte(&self) -> Result<u8, Stop> {
        self.bytes().get(self.at).copied().ok_or(Stop::Cut)
    }
}
