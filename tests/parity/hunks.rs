//! Where two texts of HTML differ.

use crate::html::tokens;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The places where two texts differ, each with what the one and the other has there. Tags, words and
/// white space are taken as a whole.
pub(crate) fn hunks(ours: &str, theirs: &str) -> Vec<(String, String)> {
    let (a, b) = (tokens(ours.trim()), tokens(theirs.trim()));
    let ops = capture_diff_slices(Algorithm::Patience, &a, &b);
    let changed = ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    changed.map(|op| (a[op.old_range()].concat(), b[op.new_range()].concat())).collect()
}
