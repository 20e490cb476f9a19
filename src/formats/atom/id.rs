//! Ids as Atom has them: IRIs with a scheme (RFC 4287, section 4.2.6), where RSS and JSON Feed take any text.

use crate::text::xml;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::borrow::Cow;

/// What is written otherwise: all but letters, digits and what RFC 3986, section 2.3, lets stand with them.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How an address begins that holds a text itself (RFC 2397).
const TEXT: &str = "data:,";

/// Writes an id; a text that is no IRI becomes an address that holds it.
pub(super) fn write(id: &str) -> Cow<'_, str> {
    if has_scheme(id) && !id.starts_with(TEXT) {
        return Cow::Borrowed(id);
    }
    let text = xml::clean(id, &mut 0);
    Cow::Owned(format!("{TEXT}{}", utf8_percent_encode(&text, RESERVED)))
}

/// Reads an id, and gives back the text that was none.
pub(super) fn read(id: String) -> String {
    let text = id.strip_prefix(TEXT).and_then(|text| percent_decode_str(text).decode_utf8().ok());
    text.map(Cow::into_owned).unwrap_or(id)
}

fn has_scheme(id: &str) -> bool {
    let scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    id.starts_with(|c: char| c.is_ascii_alphabetic())
        && id.split_once(':').is_some_and(|(before, _)| before.chars().all(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iri_stays_and_a_text_comes_back() {
        for id in ["https://e.org/?p=1", "tag:e.org,2024:1", "urn:isbn:1"] {
            assert_eq!(write(id), id);
            assert_eq!(read(id.to_owned()), id);
        }
        for id in ["7", "foghorn-1", "a b/é:1", "", ":", "/2024/", "data:,7"] {
            let written = write(id);
            assert!(written.starts_with("data:,") && written.is_ascii(), "{written}");
            assert_eq!(read(written.into_owned()), id);
        }
        assert_eq!(write("no. 7"), "data:,no.%207");
        assert_eq!(read("data:,%FF".to_owned()), "data:,%FF");
    }
}
