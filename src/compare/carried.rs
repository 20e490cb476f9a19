//! What both formats can carry: a feed is written in each and read again.
//!
//! So there is no second table of what a format has, and what a format must have, and a writer makes up,
//! is made up on both sides.

use crate::formats::Format;
use crate::model::Feed;
use std::borrow::Cow;

/// The formats through which both feeds must go to be alike, in an order of their own. Feeds of one format
/// stay as they are.
pub(super) fn through(old: Option<Format>, new: Option<Format>) -> Vec<Format> {
    if old == new {
        return Vec::new();
    }
    Format::ALL.into_iter().filter(|format| [old, new].contains(&Some(*format))).collect()
}

/// A feed as it comes out at the other end.
pub(super) fn by<'f>(feed: &'f Feed, formats: &[Format]) -> Cow<'f, Feed> {
    formats.iter().fold(Cow::Borrowed(feed), |feed, format| {
        match format.read(&format.write(&feed, false)) {
            Ok(carried) => Cow::Owned(carried),
            // Of what we wrote ourselves we read every feed; were it not so, more would differ.
            Err(_) => feed,
        }
    })
}
