//! The terms that a post refers to, by number or whole.

use crate::wordpress::embedded::Term;
use crate::wordpress::loose::{no_list, nothing};
use serde::de::{
    self, Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use std::fmt;

/// The terms of a post: numbers in `wp/v2`, objects by name in WordPress.com's v1.1; sites' own code puts
/// names and lists of objects in their place.
#[derive(Debug, Clone, Default)]
pub(in crate::wordpress) struct Terms {
    pub(in crate::wordpress) ids: Vec<u64>,
    pub(in crate::wordpress) terms: Vec<Term>,
}

/// The terms by taxonomy that the first version of the API has.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct ByTaxonomy {
    pub(super) category: Terms,
    pub(super) post_tag: Terms,
}

/// One term, by number or whole.
#[derive(Default)]
enum TermRef {
    Id(u64),
    Term(Box<Term>),
    #[default]
    Nothing,
}

struct TermVisitor;

impl<'de> Visitor<'de> for TermVisitor {
    type Value = TermRef;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a term's number")
    }
    fn visit_u64<E: Error>(self, id: u64) -> Result<TermRef, E> {
        Ok(TermRef::Id(id))
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<TermRef, E> {
        Ok(TermRef::Nothing)
    }
    fn visit_f64<E: Error>(self, id: f64) -> Result<TermRef, E> {
        Ok(TermRef::Id(id as u64))
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<TermRef, E> {
        let name = text.trim();
        Ok(name.parse().map_or_else(|_| TermRef::Term(Box::new(Term::named(name))), TermRef::Id))
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<TermRef, A::Error> {
        let term = Term::deserialize(de::value::MapAccessDeserializer::new(map))?;
        Ok(TermRef::Term(Box::new(term)))
    }
    no_list!(TermRef::Nothing);
    nothing!(TermRef::Nothing);
}

impl<'de> Deserialize<'de> for TermRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TermVisitor)
    }
}

impl Terms {
    /// Tells whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.ids.is_empty() && self.terms.is_empty()
    }

    fn push(&mut self, term: TermRef) {
        match term {
            TermRef::Id(id) => self.ids.push(id),
            TermRef::Term(term) => self.terms.push(*term),
            TermRef::Nothing => {}
        }
    }
}

struct TermsVisitor;

impl<'de> Visitor<'de> for TermsVisitor {
    type Value = Terms;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of terms' numbers")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Terms, A::Error> {
        let mut terms = Terms::default();
        while let Some(term) = seq.next_element()? {
            terms.push(term);
        }
        Ok(terms)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Terms, A::Error> {
        let mut terms = Terms::default();
        while let Some((IgnoredAny, term)) = map.next_entry()? {
            terms.push(term);
        }
        Ok(terms)
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Terms, E> {
        let mut terms = Terms::default();
        for name in text.split(',').filter(|name| !name.trim().is_empty()) {
            terms.push(TermVisitor.visit_str(name)?);
        }
        Ok(terms)
    }
    fn visit_u64<E: Error>(self, id: u64) -> Result<Terms, E> {
        Ok(Terms { ids: vec![id], terms: Vec::new() })
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<Terms, E> {
        Ok(Terms::default())
    }
    fn visit_f64<E: Error>(self, id: f64) -> Result<Terms, E> {
        self.visit_u64(id as u64)
    }
    nothing!(Terms::default());
}

impl<'de> Deserialize<'de> for Terms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TermsVisitor)
    }
}
