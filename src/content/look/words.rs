//! Words that are looked for among many others.

/// Words of which nearly none that are met is one.
#[derive(Default)]
pub(super) struct Words {
    words: Vec<&'static str>,
    /// A bit for each first byte, of 64, and one for each length.
    firsts: u64,
    lengths: u64,
}

impl Words {
    pub(super) fn has(&self, word: &str) -> bool {
        let first = word.bytes().next().unwrap_or_default();
        // Nearly always that is the end of it.
        self.firsts & bit(first.into()) != 0
            && self.lengths & bit(word.len()) != 0
            && self.words.contains(&word)
    }
}

impl Extend<&'static str> for Words {
    fn extend<W: IntoIterator<Item = &'static str>>(&mut self, words: W) {
        for word in words {
            self.firsts |= word.bytes().next().map_or(0, |first| bit(first.into()));
            self.lengths |= bit(word.len());
            self.words.push(word);
        }
    }
}

fn bit(number: usize) -> u64 {
    1 << (number % 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_there_or_not() {
        let mut words = Words::default();
        words.extend([
            "data-src",
            "lazy",
            "a-word-that-is-longer-than-there-are-bits-to-tell-its-length-by",
        ]);
        for word in ["data-src", "lazy", words.words[2]] {
            assert!(words.has(word), "{word}");
        }
        // Some of these share a first letter and a length with others.
        for word in ["", "laze", "Lazy", "data-bg", "l", "\u{AC}azy", "-src"] {
            assert!(!words.has(word), "{word}");
        }
    }
}
