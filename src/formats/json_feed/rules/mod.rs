//! What a JSON Feed must hold to: [`tables`] has its objects, [`walk`] goes through a document by them, [`values`]
//! judges strings and numbers, [`whole`] what several members say together.

mod known;
mod tables;
mod values;
mod walk;
mod whole;

use crate::validate::findings::Findings;
use std::io::Read;

/// Whether a document that begins so is JSON, and may turn out to be a feed.
pub(crate) fn may_be(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    matches!(start.trim_ascii_start(), [b'{' | b'[', ..])
}

/// Judges a document that is served from an address, at a time; tells whether it is a JSON Feed at all.
pub(crate) fn validate(
    read: &mut dyn Read,
    served_from: Option<&str>,
    now: Option<i64>,
    findings: &mut Findings,
) -> bool {
    walk::Walk::new(read, served_from, now, findings).run()
}
