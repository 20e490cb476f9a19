//! Values as WordPress and its plugins really send them: PHP makes no difference between an empty list
//! and an empty object, writes numbers as strings, and says `false` where it means nothing.
//!
//! Each type accepts all forms in which its value was met. A form without sense is none: what a plugin or
//! a site's own code did to one field must not cost the whole feed. Only [`Rendered`], which holds what
//! people wrote, refuses it: no text may get lost.

use serde::de::value::MapAccessDeserializer;
use serde::de::{
    Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor,
};
use std::fmt;
use std::marker::PhantomData;

/// Writes the visitor methods for `null`, `false` and `true`, none of which says anything.
macro_rules! nothing {
    ($nothing:expr) => {
        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok($nothing)
        }
        fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
            Ok($nothing)
        }
    };
}

/// Writes the visitor method for a list: PHP's empty one means an empty object or nothing.
macro_rules! no_list {
    ($nothing:expr) => {
        fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
            IgnoredAny.visit_seq(seq).map(|_| $nothing)
        }
    };
}

/// Writes the visitor method for an object where none belongs.
macro_rules! no_object {
    ($nothing:expr) => {
        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
            IgnoredAny.visit_map(map).map(|_| $nothing)
        }
    };
}

/// Writes the visitor methods for numbers where none belong.
macro_rules! no_number {
    ($nothing:expr) => {
        fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
            Ok($nothing)
        }
        fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
            Ok($nothing)
        }
        fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
            Ok($nothing)
        }
    };
}

/// Writes the visitor methods for a text that must not get lost: all that says "nothing" is none, all that
/// is no text is refused.
macro_rules! html {
    ($of:expr) => {
        fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
            self.visit_string(value.to_owned())
        }
        fn visit_string<E: Error>(self, value: String) -> Result<Self::Value, E> {
            Ok($of(Some(value)))
        }
        fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
            self.visit_string(value.to_string())
        }
        fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
            self.visit_string(value.to_string())
        }
        fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
            self.visit_string(value.to_string())
        }
        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok($of(None))
        }
        fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
            match value {
                false => Ok($of(None)),
                true => Err(E::invalid_type(Unexpected::Bool(true), &self)),
            }
        }
        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
            match seq.next_element::<IgnoredAny>()? {
                None => Ok($of(None)),
                Some(_) => Err(Error::invalid_type(Unexpected::Seq, &self)),
            }
        }
    };
}

pub(super) use {no_list, no_number, nothing};

/// A text: a string, or a number that PHP did not quote. Empty text is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text(pub(super) Option<String>);

impl Text {
    /// The text, if there is any.
    pub(super) fn filled(&self) -> Option<&str> {
        self.0.as_deref().filter(|text| !text.trim().is_empty())
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Text, E> {
        Ok(Text(Some(value.to_owned())))
    }
    fn visit_string<E: Error>(self, value: String) -> Result<Text, E> {
        Ok(Text(Some(value)))
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Text, E> {
        Ok(Text(Some(value.to_string())))
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<Text, E> {
        Ok(Text(Some(value.to_string())))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Text, E> {
        Ok(Text(Some(value.to_string())))
    }
    nothing!(Text(None));
    no_list!(Text(None));
    no_object!(Text(None));
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

/// A whole number that is not negative: a number, or a string of digits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Number(pub(super) Option<u64>);

impl Number {
    /// The number, if it is not 0, which WordPress writes for "none" and for "unknown".
    pub(super) fn positive(self) -> Option<u64> {
        self.0.filter(|n| *n > 0)
    }
}

struct NumberVisitor;

impl<'de> Visitor<'de> for NumberVisitor {
    type Value = Number;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Number, E> {
        Ok(Number(Some(value)))
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<Number, E> {
        Ok(Number(None))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Number, E> {
        // Past 2^53 a float is no whole number that anybody has written.
        Ok(Number((0.0..9e15).contains(&value).then_some(value as u64)))
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Number, E> {
        Ok(Number(value.trim().parse().ok()))
    }
    nothing!(Number(None));
    no_list!(Number(None));
    no_object!(Number(None));
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

/// An object, or one of the ways to say that there is none. A scalar in its place counts as none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Object<T>(pub(super) Option<T>);

impl<T> Default for Object<T> {
    fn default() -> Self {
        Object(None)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = Object<T>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Object<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(|value| Object(Some(value)))
    }
    fn visit_str<E: Error>(self, _: &str) -> Result<Object<T>, E> {
        Ok(Object(None))
    }
    nothing!(Object(None));
    no_number!(Object(None));
    no_list!(Object(None));
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ObjectVisitor(PhantomData))
    }
}

/// A list, or an object whose values are the list (PHP's arrays with gaps), or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct List<T>(pub(super) Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        List(Vec::new())
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = List<T>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<List<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = seq.next_element()? {
            list.push(value);
        }
        Ok(List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<List<T>, A::Error> {
        let mut list = Vec::new();
        while let Some((IgnoredAny, value)) = map.next_entry()? {
            list.push(value);
        }
        Ok(List(list))
    }
    fn visit_str<E: Error>(self, _: &str) -> Result<List<T>, E> {
        Ok(List::default())
    }
    no_number!(List::default());
    nothing!(List::default());
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListVisitor(PhantomData))
    }
}

/// A field that WordPress renders: `{"rendered": …}`, in context=edit with `raw`; WordPress.com's v1.1
/// has the string alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Rendered {
    /// The HTML; `None` where the field has none.
    pub(super) html: Option<String>,
    /// What is stored; in context=edit alone.
    pub(super) raw: Option<String>,
    /// Whether a password locks it.
    pub(super) protected: bool,
}

#[derive(serde::Deserialize)]
struct RenderedObject {
    #[serde(default)]
    rendered: Html,
    #[serde(default)]
    raw: Html,
    #[serde(default)]
    protected: Flag,
}

struct RenderedVisitor;

impl<'de> Visitor<'de> for RenderedVisitor {
    type Value = Rendered;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object like {\"rendered\": \"…\"} or a text")
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Rendered, A::Error> {
        let object = RenderedObject::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Rendered { html: object.rendered.0, raw: object.raw.0, protected: object.protected.0 })
    }
    html!(|html| Rendered { html, ..Rendered::default() });
}

/// The text of a rendered field. What can't be one is refused: no text may get lost.
#[derive(Default)]
struct Html(Option<String>);

struct HtmlVisitor;

impl<'de> Visitor<'de> for HtmlVisitor {
    type Value = Html;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Html, A::Error> {
        match map.next_entry::<IgnoredAny, IgnoredAny>()? {
            None => Ok(Html(None)),
            Some(_) => Err(Error::invalid_type(Unexpected::Map, &self)),
        }
    }
    html!(Html);
}

impl<'de> Deserialize<'de> for Html {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HtmlVisitor)
    }
}

impl<'de> Deserialize<'de> for Rendered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RenderedVisitor)
    }
}

/// Yes or no, as a boolean, a number, or a string like `"on"`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Flag(pub(super) bool);

struct FlagVisitor;

impl<'de> Visitor<'de> for FlagVisitor {
    type Value = Flag;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("true or false")
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Flag, E> {
        Ok(Flag(value))
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Flag, E> {
        Ok(Flag(value > 0))
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Flag, E> {
        Ok(Flag(!matches!(value, "" | "0" | "false" | "no" | "off")))
    }
    fn visit_unit<E: Error>(self) -> Result<Flag, E> {
        Ok(Flag(false))
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<Flag, E> {
        Ok(Flag(true))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Flag, E> {
        Ok(Flag(value != 0.0))
    }
    no_list!(Flag(false));
    no_object!(Flag(false));
}

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FlagVisitor)
    }
}
