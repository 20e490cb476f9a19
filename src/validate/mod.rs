//! What a feed must hold to, and the places where it does not.
//!
//! A [`Rule`] says what is asked for, a [`Finding`] where a feed does not do it. The rules are listed in `rules`,
//! by topic; they are judged where what they are about is read: `xml` judges XML, `values` single values,
//! `html` contents, and each format its own elements.

mod finding;
pub(crate) mod findings;
pub(crate) mod grammar;
pub(crate) mod html;
pub(crate) mod json;
mod near;
pub(crate) mod rule;
pub(crate) mod rules;
pub(crate) mod values;
pub(crate) mod vocabularies;
pub(crate) mod xml;

pub use finding::{Finding, Position};
pub use rule::{Rule, Severity};
