//! What a post refers to, by number or whole: its author; and the other small values.

use crate::text::date::{self, Stamp};
use crate::wordpress::embedded::Author;
use crate::wordpress::loose::{Flag, Number, Text, nothing};
use serde::de::{
    self, Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;
use std::fmt;

/// The author of a post: a number in `wp/v2`, an object in WordPress.com's v1.1; sites' own code puts names
/// and lists in its place.
#[derive(Debug, Clone, Default)]
pub(in crate::wordpress) struct AuthorRef {
    pub(in crate::wordpress) id: Option<u64>,
    pub(in crate::wordpress) authors: Vec<Author>,
}

/// A post's number. All that is none is refused: the id of a post must not get lost.
#[derive(Debug, Default)]
pub(super) struct Id(pub(super) Option<u64>);

struct IdVisitor;

impl Visitor<'_> for IdVisitor {
    type Value = Id;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }
    fn visit_u64<E: Error>(self, id: u64) -> Result<Id, E> {
        Ok(Id(Some(id)))
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<Id, E> {
        Ok(Id(None))
    }
    fn visit_f64<E: Error>(self, id: f64) -> Result<Id, E> {
        Ok(Id(Some(id as u64)))
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Id, E> {
        let wrong = |_| E::invalid_value(de::Unexpected::Str(text), &self);
        text.trim().parse().map(|id| Id(Some(id))).map_err(wrong)
    }
    fn visit_unit<E: Error>(self) -> Result<Id, E> {
        Ok(Id(None))
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IdVisitor)
    }
}

/// A post's status. All that is no scalar is refused: what may hide a post must not be passed over.
#[derive(Debug, Clone, Default)]
pub(in crate::wordpress) struct Status(pub(in crate::wordpress) Text);

struct StatusVisitor;

impl Visitor<'_> for StatusVisitor {
    type Value = Status;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }
    fn visit_str<E: Error>(self, status: &str) -> Result<Status, E> {
        Ok(Status(Text(Some(status.to_owned()))))
    }
    fn visit_u64<E: Error>(self, status: u64) -> Result<Status, E> {
        self.visit_str(&status.to_string())
    }
    fn visit_unit<E: Error>(self) -> Result<Status, E> {
        Ok(Status::default())
    }
}

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StatusVisitor)
    }
}

/// The featured image of a post: a number; sites' own code puts the picture itself in its place.
#[derive(Debug, Clone, Default)]
pub(in crate::wordpress) struct FeaturedMedia {
    pub(in crate::wordpress) id: Number,
    pub(in crate::wordpress) picture: Option<Value>,
}

struct FeaturedVisitor;

impl<'de> Visitor<'de> for FeaturedVisitor {
    type Value = FeaturedMedia;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a featured image's number")
    }
    fn visit_u64<E: Error>(self, id: u64) -> Result<FeaturedMedia, E> {
        Ok(FeaturedMedia { id: Number(Some(id)), picture: None })
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<FeaturedMedia, E> {
        Ok(FeaturedMedia::default())
    }
    fn visit_f64<E: Error>(self, id: f64) -> Result<FeaturedMedia, E> {
        self.visit_u64(id as u64)
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<FeaturedMedia, E> {
        let id = Number(text.trim().parse().ok());
        let picture = id.0.is_none().then(|| Value::String(text.to_owned()));
        Ok(FeaturedMedia { id, picture })
    }
    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<FeaturedMedia, A::Error> {
        let picture = Value::deserialize(de::value::SeqAccessDeserializer::new(seq))?;
        Ok(FeaturedMedia { id: Number(None), picture: Some(picture) })
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<FeaturedMedia, A::Error> {
        let picture = Value::deserialize(de::value::MapAccessDeserializer::new(map))?;
        Ok(FeaturedMedia { id: Number(None), picture: Some(picture) })
    }
    nothing!(FeaturedMedia::default());
}

impl<'de> Deserialize<'de> for FeaturedMedia {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FeaturedVisitor)
    }
}

/// A date, `None` where it is unset. Only a strict one is refused where it can't be read: `date_gmt`, on
/// which everything depends. The others may have the form in which a theme shows them.
#[derive(Debug, Clone, Default)]
pub(in crate::wordpress) struct Date<const STRICT: bool>(pub(in crate::wordpress) Option<Stamp>);

struct DateVisitor<const STRICT: bool>;

impl<const STRICT: bool> DateVisitor<STRICT> {
    fn wrong<E: Error>(&self, found: de::Unexpected<'_>) -> Result<Date<STRICT>, E> {
        if STRICT { Err(E::invalid_type(found, self)) } else { Ok(Date(None)) }
    }
}

impl<'de, const STRICT: bool> Visitor<'de> for DateVisitor<STRICT> {
    type Value = Date<STRICT>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date like 2024-07-01T09:05:03")
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        date::parse(text).map(Date).or_else(|()| self.wrong(de::Unexpected::Str(text)))
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        if number == 0 { Ok(Date(None)) } else { self.wrong(de::Unexpected::Unsigned(number)) }
    }
    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        self.wrong(de::Unexpected::Signed(number))
    }
    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        self.wrong(de::Unexpected::Float(number))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let empty = seq.next_element::<IgnoredAny>()?.is_none();
        IgnoredAny.visit_seq(seq)?;
        if empty { Ok(Date(None)) } else { self.wrong(de::Unexpected::Seq) }
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let empty = map.next_entry::<IgnoredAny, IgnoredAny>()?.is_none();
        IgnoredAny.visit_map(map)?;
        if empty { Ok(Date(None)) } else { self.wrong(de::Unexpected::Map) }
    }
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Date(None))
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        if value { self.wrong(de::Unexpected::Bool(true)) } else { Ok(Date(None)) }
    }
}

impl<'de, const STRICT: bool> Deserialize<'de> for Date<STRICT> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DateVisitor)
    }
}

/// What WordPress.com's v1.1 says of a post's discussion.
#[derive(serde::Deserialize)]
pub(super) struct Discussion {
    #[serde(default)]
    pub(super) comment_count: Number,
    #[serde(default)]
    pub(super) comments_open: Flag,
}

struct AuthorVisitor;

impl<'de> Visitor<'de> for AuthorVisitor {
    type Value = AuthorRef;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an author's number")
    }
    fn visit_u64<E: Error>(self, id: u64) -> Result<AuthorRef, E> {
        Ok(AuthorRef { id: Some(id).filter(|id| *id > 0), authors: Vec::new() })
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<AuthorRef, E> {
        Ok(AuthorRef::default())
    }
    fn visit_f64<E: Error>(self, id: f64) -> Result<AuthorRef, E> {
        self.visit_u64(id as u64)
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<AuthorRef, E> {
        match text.trim() {
            "" => Ok(AuthorRef::default()),
            text => text.parse().map_or_else(
                |_| Ok(AuthorRef { id: None, authors: vec![Author::named(text)] }),
                |id| self.visit_u64(id),
            ),
        }
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<AuthorRef, A::Error> {
        let mut all = AuthorRef::default();
        while let Some(one) = seq.next_element::<AuthorRef>()? {
            all.id = all.id.or(one.id);
            all.authors.extend(one.authors);
        }
        Ok(all)
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<AuthorRef, A::Error> {
        let author = Author::deserialize(de::value::MapAccessDeserializer::new(map))?;
        Ok(AuthorRef { id: author.id(), authors: vec![author] })
    }
    nothing!(AuthorRef::default());
}

impl<'de> Deserialize<'de> for AuthorRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AuthorVisitor)
    }
}
