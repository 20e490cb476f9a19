//! The steps that keep the author's markup, one a file.

pub(super) mod addresses;
pub(super) mod embeds;
pub(super) mod lazy;
pub(super) mod players;
