//! XML 1.0: which characters it allows, and how the others are written.
//!
//! Long texts pass through here by the hundred thousand, so each function looks first, by a scan that
//! the processor does in wide steps, and gives the text itself back where there is nothing to do.

use memchr::{memchr, memchr3, memmem};
use std::borrow::Cow;

/// Tells whether XML allows a character (section 2.2); Rust's `char` has no surrogates anyway.
pub(crate) fn is_allowed(c: char) -> bool {
    !matches!(c, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}')
}

/// Leaves out the characters that XML forbids even as references, and adds their number to `removed`.
pub(crate) fn clean<'a>(text: &'a str, removed: &mut u64) -> Cow<'a, str> {
    if !may_hold_forbidden(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let clean: String = text.chars().filter(|&c| is_allowed(c)).collect();
    // Each of them is one byte long, but for U+FFFE and U+FFFF: count characters, not bytes.
    *removed += (text.chars().count() - clean.chars().count()) as u64;
    Cow::Owned(clean)
}

/// Looks for bytes that only a text with forbidden characters has; a `false` is sure.
fn may_hold_forbidden(bytes: &[u8]) -> bool {
    let forbidden = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    // Without an early exit, so that the compiler makes one pass in wide steps of it.
    let notable = |byte: u8| (byte < 0x20) & (byte != b'\n') | (byte == 0xEF);
    if !bytes.iter().fold(false, |any, byte| any | notable(*byte)) {
        return false;
    }
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF; much of Chinese punctuation begins with EF too.
    let last = |start: usize| {
        memmem::find_iter(&bytes[start..], b"\xEF\xBF").any(|at| bytes[start + at + 2] >= 0xBE)
    };
    bytes.iter().any(forbidden) || memchr(0xEF, bytes).is_some_and(last)
}

/// Tells whether nothing to see would be written: no text, white space, forbidden characters alone.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || !is_allowed(c))
}

/// Escapes text between tags. The references are hexadecimal because some readers take `&amp;` in a
/// title for HTML; a carriage return would be read as a line feed (section 2.11).
pub(crate) fn escape_text(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    if memchr3(b'&', b'<', b'>', bytes).is_none() && memchr(b'\r', bytes).is_none() {
        return Cow::Borrowed(text);
    }
    escape(text, |byte| matches!(byte, b'&' | b'<' | b'>' | b'\r'))
}

/// Escapes an attribute's value that stands between double quotes; white space other than blanks
/// would be read as blanks (section 3.3.3).
pub(crate) fn escape_attribute(value: &str) -> Cow<'_, str> {
    escape(value, |byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\t' | b'\n' | b'\r'))
}

/// Replaces the bytes that `special` names, all of them ASCII, by references.
fn escape(text: &str, special: impl Fn(u8) -> bool) -> Cow<'_, str> {
    let next = |from: usize| text.as_bytes()[from..].iter().position(|&b| special(b));
    let Some(first) = next(0) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len() + text.len() / 8 + 16);
    out.push_str(&text[..first]);
    let mut at = first;
    loop {
        out.push_str(reference(text.as_bytes()[at]));
        let from = at + 1;
        let Some(length) = next(from) else {
            out.push_str(&text[from..]);
            return Cow::Owned(out);
        };
        out.push_str(&text[from..from + length]);
        at = from + length;
    }
}

fn reference(byte: u8) -> &'static str {
    match byte {
        b'&' => "&#x26;",
        b'<' => "&#x3C;",
        b'>' => "&#x3E;",
        b'"' => "&#x22;",
        b'\t' => "&#x9;",
        b'\n' => "&#xA;",
        _ => "&#xD;",
    }
}

/// Cuts a text into pieces of which none holds the `]]>` that ends a CDATA section (section 2.7).
pub(crate) fn cdata_pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (piece, behind) = match memmem::find(text.as_bytes(), b"]]>") {
            Some(at) => (&text[..at + 2], Some(&text[at + 2..])),
            None => (text, None),
        };
        rest = behind;
        Some(piece)
    })
}

/// Tells whether a CDATA section gives this text back: in it a carriage return can't be written.
pub(crate) fn fits_cdata(text: &str) -> bool {
    memchr(b'\r', text.as_bytes()).is_none()
}

/// Tells whether a text is a name without a colon (Namespaces in XML 1.0, section 3, `NCName`).
pub(crate) fn is_name(text: &str) -> bool {
    text.starts_with(is_name_start)
        && text.chars().all(|c| {
            is_name_start(c)
                || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
        })
}

fn is_name_start(c: char) -> bool {
    matches!(c, 'A'..='Z' | '_' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removes_only_what_xml_forbids() {
        let allowed = "\t\n\r \u{7F}\u{85}\u{2028}\u{FEFF}\u{FFFD}，\u{1F600}\u{1FFFE}";
        let mut removed = 0;
        assert!(matches!(clean(allowed, &mut removed), Cow::Borrowed(text) if text == allowed));
        assert_eq!(removed, 0);
        assert_eq!(clean("a\0b\u{1}\u{B}\u{C}\u{1F}c\u{FFFE}d，\u{FFFF}", &mut removed), "abcd，");
        assert_eq!(removed, 7);
        for forbidden in ["\0", "\u{8}", "\u{B}", "\u{1F}", "\u{FFFE}"] {
            for at in 0..40 {
                let (before, behind) = ("\ta\r\nb, ".repeat(6), "\u{7F}é\n".repeat(8));
                let (before, text) =
                    (&before[..at], format!("{}{forbidden}{behind}", &before[..at]));
                assert_eq!(clean(&text, &mut removed), format!("{before}{behind}"), "{text:?}");
            }
        }
    }

    #[test]
    fn escapes_by_references() {
        assert!(matches!(escape_text("\"it's\"\n\t"), Cow::Borrowed(_)));
        assert_eq!(escape_text("5 < 6 && é]]>\r\n"), "5 &#x3C; 6 &#x26;&#x26; é]]&#x3E;&#xD;\n");
        assert_eq!(escape_attribute("\"a\"\t\n\r<é&"), "&#x22;a&#x22;&#x9;&#xA;&#xD;&#x3C;é&#x26;");
    }

    #[test]
    fn no_piece_ends_a_section() {
        for text in ["", "]]>", "a]]>b", "]]]]>>", "]]>]]>", "]] >é]]>"] {
            let pieces: Vec<_> = cdata_pieces(text).collect();
            assert_eq!(pieces.concat(), text);
            assert!(pieces.iter().all(|piece| !piece.contains("]]>")), "{pieces:?}");
        }
    }

    #[test]
    fn blank_is_nothing_to_see() {
        assert!(is_blank("") && is_blank(" \n\u{1}\u{FFFF}\u{A0}"));
        assert!(!is_blank(" 0 "));
    }

    #[test]
    fn names_have_no_colon() {
        assert!(is_name("itunes") && is_name("_1-a.é"));
        assert!(
            !is_name("") && !is_name("1a") && !is_name("a:b") && !is_name("a b") && !is_name("-a")
        );
    }
}
