//! The source: WordPress REST documents, and how each field of a post becomes part of an entry.

mod archive;
mod collections;
mod comment;
mod embedded;
mod fields;
mod filter;
mod head;
mod index;
mod item;
mod language;
mod links;
mod loose;
mod map;
mod media;
mod permalink;
mod picture;
mod plugins;
mod post;

mod raw;
mod records;
mod stream;

pub(crate) use archive::Memberships;
pub(crate) use collections::Collections;
pub(crate) use head::Head;
pub(crate) use item::{Expected, Item};
pub(crate) use map::{Mapped, Mapper};
pub(crate) use post::Post;
pub(crate) use stream::{Document, Objects};
