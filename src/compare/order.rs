//! Which entries stand elsewhere: as few as explain the new order.

use super::matched::Pairs;
use std::collections::HashSet;

/// The places in the new feed of the entries that moved past others: all but the longest row of pairs that
/// rises on both sides.
pub(super) fn moved(pairs: &Pairs) -> HashSet<usize> {
    let all: Vec<(usize, usize)> = pairs.iter().collect();
    // At each length, the row of that length that ends lowest: where it ends, and what stands before each.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; all.len()];
    for (at, (old, _)) in all.iter().enumerate() {
        let length = ends.partition_point(|end| all[*end].0 < *old);
        before[at] = length.checked_sub(1).map(|last| ends[last]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut moved: HashSet<usize> = all.iter().map(|(_, new)| *new).collect();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        moved.remove(&all[at].1);
        next = before[at];
    }
    moved
}
