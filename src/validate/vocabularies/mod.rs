//! What feeds add to their format: the vocabularies of extensions, as tables, and Atom in RSS.

pub(crate) mod anywhere;
pub(crate) mod atom;
pub(crate) mod entries;
pub(crate) mod feeds;
pub(crate) mod google;
pub(crate) mod itunes;
pub(crate) mod media;
pub(crate) mod places;
pub(crate) mod podcast;
pub(crate) mod sync;
