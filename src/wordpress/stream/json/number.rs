//! Numbers: the short whole ones that WordPress writes at once, all others by serde_json.

use super::{Cursor, Json, Stop};
use serde::de::Visitor;
use serde_json::Number;

/// So many digits fit into any number.
const SHORT: usize = 18;

impl<'de> Json<'de, '_> {
    /// Reads the number that starts here.
    pub(super) fn number<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Stop> {
        let start = self.cursor.at;
        self.cursor.skip_number()?;
        let text = &self.cursor.text[start..self.cursor.at];
        if text.len() <= SHORT && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let digit = |sum: u64, byte| sum * 10 + u64::from(byte - b'0');
            return visitor.visit_u64(text.bytes().fold(0, digit));
        }
        let number: Number = serde_json::from_str(text).map_err(|_| Stop::Refused)?;
        match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(whole), ..) => visitor.visit_u64(whole),
            (None, Some(negative), _) => visitor.visit_i64(negative),
            (None, None, Some(float)) => visitor.visit_f64(float),
            (None, None, None) => Err(Stop::Refused),
        }
    }
}

impl Cursor<'_> {
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
