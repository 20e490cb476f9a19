//! The source: WordPress REST documents, and how each field of a post becomes part of an entry.

mod plugins;
mod post;
mod site;
mod stream;

pub use site::Site;
