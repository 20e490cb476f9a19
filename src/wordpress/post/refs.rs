//! What a post refers to, by number or whole: its author and its terms; and the other small values.

use crate::text::date::{self, Stamp};
use crate::wordpress::embedded::{Author, Term};
use crate::wordpress::loose::{Flag, Number};
use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// The author of a post: a number in `wp/v2`, an object in WordPress.com's v1.1.
#[derive(Debug, Default)]
pub(in crate::wordpress) struct AuthorRef {
    pub(in crate::wordpress) id: Option<u64>,
    pub(in crate::wordpress) author: Option<Author>,
}

/// The terms of a post: numbers in `wp/v2`, objects by name in WordPress.com's v1.1.
#[derive(Debug, Default)]
pub(in crate::wordpress) struct Terms {
    pub(in crate::wordpress) ids: Vec<u64>,
    pub(in crate::wordpress) terms: Vec<Term>,
}

/// A date, `None` where it is unset.
pub(super) struct Date(pub(super) Option<Stamp>);

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DateVisitor;
        impl Visitor<'_> for DateVisitor {
            type Value = Date;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date like 2024-07-01T09:05:03")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
                let wrong = |()| E::invalid_value(de::Unexpected::Str(text), &self);
                date::parse(text).map(Date).map_err(wrong)
            }
            fn visit_unit<E: de::Error>(self) -> Result<Date, E> {
                Ok(Date(None))
            }
            fn visit_bool<E: de::Error>(self, value: bool) -> Result<Date, E> {
                match value {
                    false => Ok(Date(None)),
                    true => Err(E::invalid_type(de::Unexpected::Bool(true), &self)),
                }
            }
        }
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

impl<'de> Deserialize<'de> for AuthorRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AuthorVisitor;
        impl<'de> Visitor<'de> for AuthorVisitor {
            type Value = AuthorRef;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an author's number")
            }
            fn visit_u64<E: de::Error>(self, id: u64) -> Result<AuthorRef, E> {
                Ok(AuthorRef { id: Some(id).filter(|id| *id > 0), author: None })
            }
            fn visit_i64<E: de::Error>(self, _: i64) -> Result<AuthorRef, E> {
                Ok(AuthorRef::default())
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<AuthorRef, E> {
                Ok(AuthorRef { id: text.trim().parse().ok().filter(|id| *id > 0), author: None })
            }
            fn visit_unit<E: de::Error>(self) -> Result<AuthorRef, E> {
                Ok(AuthorRef::default())
            }
            fn visit_bool<E: de::Error>(self, _: bool) -> Result<AuthorRef, E> {
                Ok(AuthorRef::default())
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<AuthorRef, A::Error> {
                let author = Author::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(AuthorRef { id: author.id.positive(), author: Some(author) })
            }
        }
        deserializer.deserialize_any(AuthorVisitor)
    }
}

impl<'de> Deserialize<'de> for Terms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TermsVisitor;
        impl<'de> Visitor<'de> for TermsVisitor {
            type Value = Terms;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of terms' numbers")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Terms, A::Error> {
                let mut terms = Terms::default();
                while let Some(id) = seq.next_element::<Number>()? {
                    terms.ids.extend(id.0);
                }
                Ok(terms)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Terms, A::Error> {
                let mut terms = Terms::default();
                while let Some((IgnoredAny, term)) = map.next_entry::<_, TermOrId>()? {
                    match term {
                        TermOrId::Id(id) => terms.ids.push(id),
                        TermOrId::Term(term) => terms.terms.push(*term),
                    }
                }
                Ok(terms)
            }
            fn visit_unit<E: de::Error>(self) -> Result<Terms, E> {
                Ok(Terms::default())
            }
            fn visit_bool<E: de::Error>(self, _: bool) -> Result<Terms, E> {
                Ok(Terms::default())
            }
        }
        deserializer.deserialize_any(TermsVisitor)
    }
}

/// A term in an object of terms: v1.1 has whole terms, PHP's arrays with gaps have numbers.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum TermOrId {
    Id(u64),
    Term(Box<Term>),
}
