//! When a post was published and changed.

use crate::report::NoteKind;
use crate::site::Site;
use crate::text::date::{Stamp, Zone};
use crate::wordpress::post::Post;
use chrono::{DateTime, FixedOffset, Utc};

/// The zone of the site's local dates: the named one, else the fixed offset.
pub(super) fn zone(site: &Site) -> Option<Zone> {
    let named = site.time_zone.as_deref().and_then(|name| name.parse().ok()).map(Zone::Named);
    named.or_else(|| site.gmt_offset.and_then(FixedOffset::east_opt).map(Zone::Fixed))
}

/// The moment of publication: `date_gmt`, else `date` in the site's zone.
pub(super) fn published(
    post: &Post,
    zone: Option<Zone>,
    note: &mut dyn FnMut(NoteKind, &str),
) -> Option<DateTime<Utc>> {
    let published = moment(post.date_gmt, post.date, zone);
    if published.is_none() {
        note(NoteKind::Date, "");
    }
    published
}

/// The moment of the last change: `modified_gmt`, else `modified` in the site's zone, else the moment of
/// publication. Never before that: WordPress keeps the draft's date for posts that are scheduled.
pub(super) fn updated(
    post: &Post,
    published: Option<DateTime<Utc>>,
    zone: Option<Zone>,
) -> Option<DateTime<Utc>> {
    moment(post.modified_gmt, post.modified, zone).max(published)
}

/// A moment in UTC, from one in UTC, else from a local one.
pub(super) fn moment(
    gmt: Option<Stamp>,
    local: Option<Stamp>,
    zone: Option<Zone>,
) -> Option<DateTime<Utc>> {
    if let Some(gmt) = gmt {
        return Some(gmt.utc());
    }
    match (local, zone) {
        (Some(local), Some(zone)) => Some(local.at(zone)),
        (Some(local), None) if local.offset.is_some() => Some(local.utc()),
        _ => None,
    }
}
