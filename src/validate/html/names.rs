//! Sets of names that are asked for often: a table of slots, made when the program is compiled.

use crate::validate::near::is_same;

/// How many slots a set has; far more than names, so that few share one.
const SLOTS: usize = 1024;

/// A set of names in ASCII.
pub(crate) struct Names {
    names: &'static [&'static str],
    /// One more than the number of the name, or 0.
    slots: [u16; SLOTS],
}

impl Names {
    /// Puts each name into the first free slot from its own on.
    pub(crate) const fn new(names: &'static [&'static str]) -> Names {
        let mut slots = [0; SLOTS];
        let mut index = 0;
        while index < names.len() {
            let mut slot = slot(names[index].as_bytes());
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            index += 1;
            slots[slot] = index as u16;
        }
        Names { names, slots }
    }

    /// The number of a name, as it is written.
    pub(crate) fn find(&self, name: &[u8]) -> Option<usize> {
        self.find_by(name, |known| is_same(known, name))
    }

    /// The number of a name, in whatever case it is written; the set has lower case alone.
    pub(crate) fn find_any_case(&self, name: &[u8]) -> Option<usize> {
        self.find_by(name, |known| {
            let same = |(known, byte): (u8, &u8)| known == byte.to_ascii_lowercase();
            known.len() == name.len() && known.bytes().zip(name).all(same)
        })
    }

    #[inline(always)]
    fn find_by(&self, name: &[u8], same: impl Fn(&str) -> bool) -> Option<usize> {
        let mut slot = slot(name);
        while self.slots[slot] != 0 {
            let index = usize::from(self.slots[slot]) - 1;
            if same(self.names[index]) {
                return Some(index);
            }
            slot = (slot + 1) % SLOTS;
        }
        None
    }

    /// Whether a name is in the set, as it is written.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.find(name.as_bytes()).is_some()
    }
}

/// The slot of a name, by its length and three of its letters, in whatever case they are.
const fn slot(name: &[u8]) -> usize {
    let length = name.len();
    if length == 0 {
        return 0;
    }
    let (first, middle, last) = (lower(name[0]), lower(name[length / 2]), lower(name[length - 1]));
    (first * 31 + middle * 129 + last * 7 + length.wrapping_mul(53)) % SLOTS
}

/// A letter in lower case.
const fn lower(letter: u8) -> usize {
    (letter | 0x20) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_they_are_written_or_in_any_case() {
        static NAMES: Names = Names::new(&["a", "b", "blockquote", "viewBox"]);
        assert_eq!(NAMES.find(b"b"), Some(1));
        assert_eq!(NAMES.find(b"B"), None);
        assert_eq!(NAMES.find_any_case(b"BlockQuote"), Some(2));
        assert!(NAMES.has("viewBox") && !NAMES.has("viewbox") && !NAMES.has(""));
        assert!(!NAMES.has(&"x".repeat(100)));
        assert_eq!(NAMES.find_any_case("X".repeat(100).as_bytes()), None);
    }
}
