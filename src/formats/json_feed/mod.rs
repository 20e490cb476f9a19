//! JSON Feed 1.1, <https://www.jsonfeed.org/version/1.1/>. There is no crate for it, so
//! [`document`] holds the format itself, and serde_json does the rest.

mod document;
mod layout;
mod more;
mod read;
mod rules;
mod write;

pub(crate) use read::{is, read};
pub(crate) use rules::{may_be, validate};
pub(crate) use write::writer;
