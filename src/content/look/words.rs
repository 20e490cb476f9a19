//! Words that are looked for among many others.

/// How many shelves the words stand on, by what is seen of a word at once.
const SHELVES: usize = 128;

/// What is known of some words, where nearly none that is met is one of them.
pub(super) struct Words<T> {
    shelves: [Vec<(&'static str, T)>; SHELVES],
}

impl<T> Words<T> {
    pub(super) fn get(&self, word: &str) -> Option<&T> {
        let known = self.shelves[shelf(word)].iter().find(|(known, _)| *known == word)?;
        Some(&known.1)
    }
}

impl<T> Default for Words<T> {
    fn default() -> Self {
        Words { shelves: [const { Vec::new() }; SHELVES] }
    }
}

impl<T> Extend<(&'static str, T)> for Words<T> {
    fn extend<W: IntoIterator<Item = (&'static str, T)>>(&mut self, words: W) {
        for (word, known) in words {
            self.shelves[shelf(word)].push((word, known));
        }
    }
}

/// Where a word stands: by its length, its first and its last byte.
fn shelf(word: &str) -> usize {
    let [Some(first), Some(last)] = [word.bytes().next(), word.bytes().next_back()] else {
        return 0;
    };
    (word.len() * 31 + usize::from(first) * 7 + usize::from(last)) % SHELVES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_there_or_not() {
        let mut words = Words::default();
        words.extend([("data-src", 1), ("lazy", 2), ("loopy", 3), ("", 4)]);
        for (word, known) in [("data-src", 1), ("lazy", 2), ("loopy", 3), ("", 4)] {
            assert_eq!(words.get(word), Some(&known));
        }
        // Some of these stand where others do.
        for word in ["laze", "Lazy", "lily", "data-bg", "l", "\u{AC}azy", "-src"] {
            assert_eq!(words.get(word), None, "{word}");
        }
    }
}
