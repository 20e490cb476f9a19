//! HTML made plain: tags stripped as PHP strips them, character references decoded by HTML5's table.

use super::strip_tags::strip;
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

/// Gives the text that a person reads, on one line: scripts and styles left out, blocks parted by a
/// blank, references decoded, white space folded.
pub(crate) fn plain_text(html: &str) -> String {
    fold(&decode(&strip(&without_scripts(html), |tag| if is_block(tag) { " " } else { "" })))
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

/// Takes scripts and styles out with what they hold, as `wp_strip_all_tags` does.
pub(crate) fn without_scripts(html: &str) -> Cow<'_, str> {
    let mut rest = html;
    let mut kept = String::new();
    while let Some((start, end)) = next_script(rest) {
        kept.push_str(&rest[..start]);
        rest = &rest[end..];
    }
    if kept.is_empty() && rest.len() == html.len() {
        return Cow::Borrowed(html);
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// Finds the first `<script …>…</script>` or `<style …>…</style>`, whole.
fn next_script(html: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let start = from + html[from..].find('<')?;
        let name = ["script", "style"]
            .into_iter()
            .find(|n| starts_with_ignoring_case(&html[start + 1..], n));
        if let Some(name) = name {
            let close = find_ignoring_case(&html[start..], &format!("</{name}>"));
            return close.map(|at| (start, start + at + name.len() + 3));
        }
        from = start + 1;
    }
}

fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    text.as_bytes()
        .get(..prefix.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
}

fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    memchr::memchr_iter(b'<', text.as_bytes())
        .find(|&at| starts_with_ignoring_case(&text[at..], needle))
}

/// Tells whether a tag's text, as `/p` or `br /`, is of an element that stands on lines of its own.
fn is_block(tag: &str) -> bool {
    const BLOCKS: &str = " address article aside blockquote br caption dd details div dl dt fieldset figcaption \
        figure footer form h1 h2 h3 h4 h5 h6 header hr iframe img li main nav ol option p pre section summary \
        table tbody td tfoot th thead tr ul video audio ";
    let name = tag
        .trim_start_matches('/')
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or("");
    !name.is_empty() && BLOCKS.contains(&format!(" {} ", name.to_ascii_lowercase()))
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

    #[test]
    fn plain_text_parts_blocks() {
        assert_eq!(
            plain_text("<p>One<br />two</p>\n<ul><li>a</li><li>b <b>c</b>d</li></ul>"),
            "One two a b cd"
        );
        assert_eq!(plain_text("x<script>alert(1)</script><STYLE>p{}</STYLE>y"), "xy");
        assert_eq!(plain_text("a &lt;b&gt; &amp; c"), "a <b> & c");
    }
}
