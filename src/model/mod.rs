//! The feed in the middle: what a syndication feed says, in the field's own words.
//!
//! The model knows neither WordPress nor any format. A source fills it, a writer renders it, a reader
//! fills it again. Every field says where each side keeps it; what a format can't carry is said too.

mod construct;
mod entry;
mod extension;
mod feed;

pub use construct::{Category, Comments, Enclosure, Image, InReplyTo, Person, Rendition};
pub use entry::Entry;
pub use extension::Extension;
pub use feed::{Feed, Link};
