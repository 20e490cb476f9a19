//! A strict reader of XML 1.0 (fifth edition) with Namespaces 1.0, which does not validate against DTDs.
//!
//! It reads a stream piece by piece, holds no more of it than the markup at hand, fetches nothing, and reports
//! what is not well-formed with its exact place. Where it is safe it goes on behind an error, so that one bare
//! `&` does not hide the rest.

mod attribute;
mod attributes;
mod characters;
mod content;
mod declaration;
mod doctype;
mod encoding;
mod entities;
mod event;
mod faults;
mod input;
mod namespaces;
mod open;
mod prolog;
mod reader;
mod reference;
mod resolve;
mod scan;
mod tag;
#[cfg(test)]
mod tests;
mod window;
mod wording;

pub(crate) use event::{Attribute, Declaration, Event, Name, Start, Text};
pub(crate) use reader::Reader;

/// The namespace of the prefix `xml`.
pub(crate) const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The namespace of the prefix `xmlns`.
pub(crate) const XMLNS: &str = "http://www.w3.org/2000/xmlns/";
