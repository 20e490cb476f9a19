//! JSON that is kept as it came, for whoever reads it later.

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde_json::value::RawValue;
use std::fmt;
use std::ops::Deref;

/// The name under which a reader of JSON is asked for the text of a value, not for what it means.
pub(super) const NAME: &str = "wp2feed::Raw";

/// The text of a JSON value.
#[derive(Debug, Clone)]
pub(super) struct Raw(Box<str>);

impl Deref for Raw {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }
    /// A reader that knows the name gives the text.
    fn visit_borrowed_str<E: Error>(self, json: &'de str) -> Result<Raw, E> {
        Ok(Raw(json.into()))
    }
    /// serde_json has a type of its own for it.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, json: D) -> Result<Raw, D::Error> {
        Box::<RawValue>::deserialize(json).map(|raw| Raw(raw.into()))
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(NAME, RawVisitor)
    }
}
