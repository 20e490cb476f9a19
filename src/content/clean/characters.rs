//! Characters that HTML, or the W3C's feed validator (`BadCharacters`), does not take.

use std::borrow::Cow;

/// What Windows-1252 has at 0x80 to 0x9F, as the references of HTML have it (section 13.2.5.80); nothing
/// where it has nothing.
const WINDOWS: [Option<char>; 32] = {
    let mut table = [None; 32];
    let known = [
        (0x00, '€'),
        (0x02, '‚'),
        (0x03, 'ƒ'),
        (0x04, '„'),
        (0x05, '…'),
        (0x06, '†'),
        (0x07, '‡'),
        (0x08, 'ˆ'),
        (0x09, '‰'),
        (0x0A, 'Š'),
        (0x0B, '‹'),
        (0x0C, 'Œ'),
        (0x0E, 'Ž'),
        (0x11, '\u{2018}'),
        (0x12, '\u{2019}'),
        (0x13, '\u{201C}'),
        (0x14, '\u{201D}'),
        (0x15, '•'),
        (0x16, '–'),
        (0x17, '—'),
        (0x18, '\u{2DC}'),
        (0x19, '™'),
        (0x1A, 'š'),
        (0x1B, '›'),
        (0x1C, 'œ'),
        (0x1E, 'ž'),
        (0x1F, 'Ÿ'),
    ];
    let mut at = 0;
    while at < known.len() {
        table[known[at].0] = Some(known[at].1);
        at += 1;
    }
    table
};

/// Gives a text without them: what was meant for a dash becomes one, a mark for what could not be
/// decoded a question mark; the others are seen by nobody.
pub(super) fn fit(text: Cow<'_, str>) -> Cow<'_, str> {
    if !may_hold_any(text.as_bytes()) || text.chars().all(is_fit) {
        return text;
    }
    Cow::Owned(text.chars().filter_map(|c| if is_fit(c) { Some(c) } else { meant(c) }).collect())
}

fn is_fit(c: char) -> bool {
    match c {
        '\t' | '\n' => true,
        '\0'..='\x1F' | '\x7F'..='\u{9F}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FFFD}' => false,
        _ => c as u32 & 0xFFFE != 0xFFFE,
    }
}

fn meant(c: char) -> Option<char> {
    match c {
        '\r' | '\x0C' => Some(' '),
        '\u{80}'..='\u{9F}' => WINDOWS[c as usize - 0x80],
        '\u{FFFD}' => Some('?'),
        _ => None,
    }
}

/// Looks for bytes that only such a text has; a `false` is sure.
fn may_hold_any(bytes: &[u8]) -> bool {
    // Without an early exit, so that the compiler makes one pass in wide steps of it.
    bytes.iter().fold(false, |any, &byte| {
        let control = (byte < 0x20) & (byte != b'\n') & (byte != b'\t');
        any | control | (byte == 0x7F) | (byte == 0xC2) | (byte == 0xEF) | (byte >= 0xF0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_are_meant_and_marks_told() {
        let text =
            "a \u{96} b \u{81}c\u{7F}\0\u{FDD0}\u{1FFFE} \u{FFFD} caf\u{E9} \u{A0}\u{1F600}\r\n";
        assert_eq!(fit(text.into()), "a – b c ? café \u{A0}\u{1F600} \n");
        assert!(matches!(fit("caf\u{E9} «\u{A0}» \u{1F600}\u{FEFF}".into()), Cow::Borrowed(_)));
    }
}
