//! Ids as Atom has them.

/// The id that Atom has as an address of its text, because it is no IRI.
pub(crate) fn own(id: &str) -> String {
    let text = id.strip_prefix("data:,").map(percent_encoding::percent_decode_str);
    text.map_or_else(|| id.to_owned(), |text| text.decode_utf8_lossy().into_owned())
}
