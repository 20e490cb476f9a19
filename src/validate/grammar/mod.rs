//! The engine that judges structure: a stack of the elements that have begun, each with the table that says what
//! it may hold. Formats and vocabularies are tables and a few functions beside them.

mod attributes;
pub(crate) mod construct;
mod declarations;
mod element;
mod facts;
mod frame;
mod markup;
mod seen;
mod space;
mod start;
#[cfg(test)]
pub(crate) mod tables;
mod value;
mod walk;

pub(crate) use attributes::has_host;
pub(crate) use element::{Attribute, Child, Element, Group, Required, Rival, list};
pub(crate) use facts::{Facts, Kind, Version};
pub(crate) use frame::{Frame, Link};
pub(crate) use space::Space;
pub(crate) use start::OBSOLETE_ATOM;
pub(crate) use value::Gathered;
pub(crate) use walk::{Root, Walk};
