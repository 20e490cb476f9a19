//! RSS 2.0, <https://www.rssboard.org/rss-specification>, with the modules that feeds add to it:
//! content, Dublin Core, Atom, slash, wfw, Media RSS and, for an enclosure, iTunes.

mod item;
mod itunes;
mod more;
mod read;
pub(crate) mod rules;
mod write;

pub(crate) use read::{is, read};
pub(crate) use write::writer;
