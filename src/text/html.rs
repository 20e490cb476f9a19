//! HTML as WordPress has it in fields that feeds have as text: character references decoded by HTML5's
//! table, tags stripped as WordPress strips them.

pub(crate) use super::strip_tags::strip_tags;
use std::borrow::Cow;

/// Decodes HTML character references exactly once, by the table of HTML5 (`&#150;` is a dash).
pub(crate) fn decode(html: &str) -> Cow<'_, str> {
    if html.contains('&') { htmlize::unescape(html) } else { Cow::Borrowed(html) }
}

/// Decodes the references of an attribute's value, where `&copy=1` stays as it is (HTML, section 13.2.5.36).
pub(crate) fn decode_attribute(value: &str) -> Cow<'_, str> {
    if value.contains('&') { htmlize::unescape_attribute(value) } else { Cow::Borrowed(value) }
}

/// Gives the plain text of a field that WordPress prints as HTML and feeds have as text: tags
/// stripped, references decoded once, and trimmed as WordPress trims.
///
/// Follows `the_title_rss` and `bloginfo_rss`, which call `strip_tags`.
pub(crate) fn title_text(html: &str) -> String {
    let stripped = strip_tags(html);
    decode(stripped.trim_matches([' ', '\t', '\n', '\r', '\0', '\x0B'])).into_owned()
}

/// Folds every run of white space to one blank, and trims.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_ascii_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_once() {
        assert_eq!(title_text("AT&amp;T &#038; R&amp;amp;D"), "AT&T & R&amp;D");
        assert_eq!(title_text("a &#150; b &nosuch; &copy"), "a \u{2013} b &nosuch; ©");
        assert_eq!(title_text(" \n"), "");
    }
}
