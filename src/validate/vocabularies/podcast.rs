//! Podcasting 2.0, <https://podcastindex.org/namespace/1.0>: what its elements must have, by the text of each.

use crate::validate::grammar::Child;

/// What a podcast says of itself.
pub(crate) const OF_FEEDS: &[Child] = &[];

/// What a podcast says of an episode.
pub(crate) const OF_ENTRIES: &[Child] = &[];
