//! Texts cut short, but never within what people see as one character: a letter with its marks, an emoji of
//! several parts, a flag, a syllable of Hangul (UAX #29).

use unicode_segmentation::UnicodeSegmentation;

/// The first characters of a text as people count them, if it has more.
pub(crate) fn characters(text: &str, most: usize) -> Option<&str> {
    // No character is shorter than a byte.
    let few = text.len() <= most;
    let (at, _) = text.grapheme_indices(true).nth(most).filter(|_| !few)?;
    Some(&text[..at])
}

/// The marks that end the directions which a cut text leaves open, so that they don't turn what stands
/// behind it (UAX #9, sections 2.2 and 2.4).
pub(crate) fn open_directions(text: &str) -> String {
    const POP_EMBEDDING: char = '\u{202C}';
    const POP_ISOLATE: char = '\u{2069}';
    let mut open = Vec::new();
    let mut isolates = 0;
    for c in text.chars() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push(POP_EMBEDDING),
            '\u{2066}'..='\u{2068}' => {
                open.push(POP_ISOLATE);
                isolates += 1;
            }
            POP_EMBEDDING => _ = open.pop_if(|end| *end == POP_EMBEDDING),
            // It ends the embeddings within the isolate too.
            POP_ISOLATE if isolates > 0 => {
                while open.pop() != Some(POP_ISOLATE) {}
                isolates -= 1;
            }
            _ => {}
        }
    }
    open.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_see_as_one_is_never_cut() {
        for one in ["👩‍👩‍👧", "🇩🇪", "👍🏽", "e\u{301}", "\u{1112}\u{1161}\u{11AB}", "नि", "\r\n", "1️⃣"]
        {
            let text = one.repeat(3);
            assert_eq!(characters(&text, 2), Some(&*one.repeat(2)), "{one}");
            assert_eq!(characters(&text, 3), None, "{one}");
        }
        assert_eq!(characters("", 0), None);
        assert_eq!(characters("a", 0), Some(""));
    }

    #[test]
    fn directions_are_ended() {
        assert_eq!(open_directions("a \u{202B}b \u{2067}c \u{202A}d"), "\u{202C}\u{2069}\u{202C}");
        assert_eq!(open_directions("\u{2067}a \u{202B}b\u{2069} \u{200F}c"), "");
        assert_eq!(open_directions("a\u{202C}\u{2069}"), "");
    }
}
