//! Which children of an element were seen.

/// A set of the numbers of children.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seen([u64; WORDS]);

const WORDS: usize = 6;

/// How many children a table may list for one element.
#[cfg(test)]
pub(crate) const MOST: usize = WORDS * 64;

impl Seen {
    /// Takes note of a child.
    pub(super) fn insert(&mut self, child: usize) {
        if let Some(word) = self.0.get_mut(child / 64) {
            *word |= 1 << (child % 64);
        }
    }

    /// Whether a child was seen.
    pub(super) fn contains(&self, child: usize) -> bool {
        self.0.get(child / 64).is_some_and(|word| word >> (child % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_is_seen_once_it_is_inserted() {
        let mut seen = Seen::default();
        for child in [0, 63, 64, MOST - 1] {
            assert!(!seen.contains(child));
            seen.insert(child);
            assert!(seen.contains(child));
        }
        seen.insert(MOST);
        assert!(!seen.contains(MOST) && !seen.contains(1));
    }
}
