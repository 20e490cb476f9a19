//! Atom 1.0, RFC 4287, with the threading extension (RFC 4685) and Media RSS.

mod construct;
mod entry;
mod id;
mod more;
mod read;
pub(crate) mod rules;
mod write;

pub(crate) use read::{is, read};
pub(crate) use write::writer;
