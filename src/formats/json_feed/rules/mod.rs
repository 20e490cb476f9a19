//! What a JSON Feed must hold to: [`tables`] has its objects, [`walk`] goes through a document by them, [`values`]
//! judges strings and numbers, [`whole`] what several members say together.

mod known;
mod tables;
#[cfg(test)]
mod tests;
mod values;
mod walk;
mod whole;

use crate::validate::Findings;
use std::io::Read;

/// Judges a document; tells whether it is a JSON Feed at all.
pub(crate) fn validate(
    read: &mut dyn Read,
    feed_url: Option<&str>,
    findings: &mut Findings,
) -> bool {
    walk::Walk::new(read, feed_url, findings).run()
}
