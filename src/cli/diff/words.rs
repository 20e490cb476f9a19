//! The words that differ in long texts, each place with a few words around it.

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// How many words stand around what differs.
const AROUND: usize = 4;

/// How many steps comparing may take at the worst; of texts that need more all words count as other ones.
const MOST_STEPS: usize = 20_000_000;

/// A place at which two texts differ.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) before: String,
    pub(super) old: String,
    pub(super) new: String,
    pub(super) after: String,
}

/// Finds the places in their order; those that stand close together are one.
pub(super) fn places(old: &str, new: &str) -> Vec<Place> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.split_word_bounds().collect(), new.split_word_bounds().collect());
    let mut changed: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for (gone, come) in ops(&old, &new) {
        match changed.last_mut().filter(|(last, _)| gone.start <= last.end + AROUND) {
            Some((last_gone, last_come)) => {
                (last_gone.end, last_come.end) = (gone.end, come.end);
            }
            None => changed.push((gone, come)),
        }
    }
    let place = |(gone, come): (Range<usize>, Range<usize>)| Place {
        before: old[gone.start.saturating_sub(2 * AROUND)..gone.start].concat(),
        after: old[gone.end..old.len().min(gone.end + 2 * AROUND)].concat(),
        old: old[gone].concat(),
        new: new[come].concat(),
    };
    changed.into_iter().map(place).collect()
}

/// What was replaced by what, as places in rows of words.
fn ops(old: &[&str], new: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = old_rest
        .iter()
        .rev()
        .zip(new_rest.iter().rev())
        .take_while(|(old, new)| old == new)
        .count();
    let (gone, come) = (start..old.len() - end, start..new.len() - end);
    if gone.len().saturating_mul(come.len()) > MOST_STEPS {
        return vec![(gone, come)];
    }
    let found = capture_diff_slices(Algorithm::Myers, &old[gone.clone()], &new[come.clone()]);
    let shifted = |op: &DiffOp| {
        let shift = |range: Range<usize>, by: usize| range.start + by..range.end + by;
        (shift(op.old_range(), gone.start), shift(op.new_range(), come.start))
    };
    found.iter().filter(|op| op.tag() != DiffTag::Equal).map(shifted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> Vec<String> {
        let told =
            |place: &Place| format!("{}[{}|{}]{}", place.before, place.old, place.new, place.after);
        places(old, new).iter().map(told).collect()
    }

    #[test]
    fn what_differs_stands_among_a_few_words() {
        assert_eq!(told("a", "a"), [""; 0]);
        assert_eq!(told("", "a"), ["[|a]"]);
        assert_eq!(told("one two three", "one three"), ["one [two |]three"]);
        let (old, new) = ("a b c d e f g h i j k l m n o p", "a B c d e f g h i j k l m n o P");
        assert_eq!(told(old, new), ["a [b|B] c d e f", "l m n o [p|P]"]);
        assert_eq!(told("海风很大", "海风不大"), ["海风[很|不]大"]);
    }

    #[test]
    fn texts_without_a_common_word_are_one_place() {
        let text = |word: &str| format!("{word} ").repeat(20_000);
        let found = places(&text("a"), &text("b"));
        assert_eq!((found.len(), found[0].old.len()), (1, 39_999));
    }
}
