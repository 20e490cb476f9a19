//! JSON as WordPress writes it, read at speed: a [`Deserializer`] for text whose UTF-8 was checked.
//!
//! Two thirds of a post's bytes are of no use to a feed, and one byte in seventeen is a backslash, because
//! PHP writes `\/` and `\u2019`. So what nobody wants is passed over by blocks (`skip`), and long texts
//! are copied by blocks between their escapes (`string`). The grammar is checked whole all the same: what is
//! read here is what serde_json reads, and what is refused here says no more than that: serde_json is asked
//! once more, and tells why.

mod access;
mod cursor;
mod number;
mod skip;
mod string;
#[cfg(test)]
mod tests;

use crate::wordpress::raw;
use access::{Items, Members};
use cursor::Cursor;
use number::Number;
use serde::de::{self, Deserialize, Deserializer, Visitor};
use std::borrow::Cow;
use std::fmt;

/// How deep values may nest, as in serde_json.
const DEEPEST: u8 = 127;

/// Why nothing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// The text ends inside of the value, or where a number may go on.
    Cut,
    /// The value is no JSON, or not of the type that is wanted.
    Refused,
}

/// Reads the value that the text starts with, and gives its length; texts with escapes are put together in
/// the scratch.
pub(super) fn read<'de, V: Deserialize<'de>>(
    text: &'de str,
    scratch: &mut Vec<u8>,
) -> Result<(V, usize), Stop> {
    let mut json = Json { cursor: Cursor { text, at: 0 }, depth: 0, scratch };
    let value = V::deserialize(&mut json)?;
    json.cursor.ended()?;
    Ok((value, json.cursor.at))
}

/// What a value is, or begins with: all that does not depend on who wants it, so that there is one code for it.
enum Token<'de> {
    Text(Cow<'de, str>),
    Number(Number),
    Boolean(bool),
    Null,
    /// What is in it comes next, from the bracket on.
    Array,
    Object,
}

/// A text on the way through it.
struct Json<'de, 's> {
    cursor: Cursor<'de>,
    /// How many arrays and objects are open.
    depth: u8,
    scratch: &'s mut Vec<u8>,
}

impl<'de> Json<'de, '_> {
    /// Reads what comes next, but for what is in an array or object.
    #[inline(never)]
    fn token(&mut self) -> Result<Token<'de>, Stop> {
        match self.cursor.peek()? {
            b'"' => self.string().map(Token::Text),
            b'{' => Ok(Token::Object),
            b'[' => Ok(Token::Array),
            b'n' => self.cursor.word("null").map(|()| Token::Null),
            b't' => self.cursor.word("true").map(|()| Token::Boolean(true)),
            b'f' => self.cursor.word("false").map(|()| Token::Boolean(false)),
            b'-' | b'0'..=b'9' => self.cursor.number().map(Token::Number),
            _ => Err(Stop::Refused),
        }
    }

    /// Reads what stands within an array or object, up to its end.
    fn within<T>(
        &mut self,
        end: u8,
        read: impl FnOnce(&mut Self) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        if self.depth == DEEPEST {
            return Err(Stop::Refused);
        }
        self.depth += 1;
        self.cursor.at += 1;
        let value = read(self)?;
        self.cursor.expect(end)?;
        self.depth -= 1;
        Ok(value)
    }
}

impl<'de> Deserializer<'de> for &mut Json<'de, '_> {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.token()? {
            Token::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Token::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Token::Object => self.within(b'}', |json| visitor.visit_map(Members::of(json))),
            Token::Array => self.within(b']', |json| visitor.visit_seq(Items::of(json))),
            Token::Null => visitor.visit_unit(),
            Token::Boolean(value) => visitor.visit_bool(value),
            Token::Number(Number::Whole(number)) => visitor.visit_u64(number),
            Token::Number(Number::Negative(number)) => visitor.visit_i64(number),
            Token::Number(Number::Float(number)) => visitor.visit_f64(number),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.cursor.peek()? {
            b'n' => self.cursor.word("null").and_then(|()| visitor.visit_none()),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.cursor.skip()?;
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Stop> {
        if name != raw::NAME {
            return visitor.visit_newtype_struct(self);
        }
        self.cursor.peek()?;
        let start = self.cursor.at;
        self.cursor.skip()?;
        visitor.visit_borrowed_str(&self.cursor.text[start..self.cursor.at])
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct enum identifier
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Stop::Cut => "the text ends too early",
            Stop::Refused => "the value is refused",
        })
    }
}

impl std::error::Error for Stop {}

impl de::Error for Stop {
    /// What is wrong is told by the one who is asked next.
    fn custom<T: fmt::Display>(_: T) -> Self {
        Stop::Refused
    }
}
