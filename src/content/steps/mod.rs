//! The steps that keep the author's markup, one a file.

pub(super) mod addresses;
pub(super) mod cut;
pub(super) mod embeds;
pub(super) mod footer;
pub(super) mod lazy;
pub(super) mod marks;
pub(super) mod more;
pub(super) mod players;
pub(super) mod stable;
