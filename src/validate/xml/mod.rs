//! A strict reader of XML 1.0 (fifth edition) with Namespaces 1.0, which does not validate against DTDs.
//!
//! It reads a stream piece by piece, holds no more of it than the markup at hand, fetches nothing, and reports
//! what is not well-formed with its exact place. Where it is safe it goes on behind an error, so that one bare
//! `&` does not hide the rest.

mod event;
mod namespaces;
mod reader;
mod tag;

pub(crate) use event::{Attribute, Declaration, Event, Name, Start};
pub(crate) use reader::Reader;

/// The namespace of the prefix `xml`.
pub(crate) const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The namespace of the prefix `xmlns`.
pub(crate) const XMLNS: &str = "http://www.w3.org/2000/xmlns/";
