//! The link to the rest of a post, where an entry has its beginning alone.

use crate::text::{html, plain};

/// The elements in which a summary of several paragraphs ends.
const BLOCKS: [&str; 9] = [
    "</p>",
    "</ul>",
    "</ol>",
    "</dl>",
    "</div>",
    "</blockquote>",
    "</pre>",
    "</table>",
    "</figure>",
];

/// Lets a content that was cut end in a link to the rest of it.
pub(in crate::content) fn end_content(html: &mut String, address: &str, words: &str) {
    html.truncate(html.trim_ascii_end().len());
    if !html.is_empty() {
        html.push('\n');
    }
    html.push_str(&format!("<p>{}</p>\n", link(address, words)));
}

/// Lets a summary end in a link to the whole, unless it has one, as themes make it (`excerpt_more`).
pub(in crate::content) fn end_summary(html: &mut String, address: &str, words: &str) {
    if links_to(html, address) {
        return;
    }
    html.truncate(html.trim_ascii_end().len());
    let link = link(address, words);
    match BLOCKS.into_iter().any(|end| html.ends_with(end)) {
        true => html.push_str(&format!("\n<p>{link}</p>")),
        false => html.push_str(&format!(" {link}")),
    }
}

/// Tells whether a summary has all that there is to a content.
pub(in crate::content) fn is_all(summary: &str, content: &str) -> bool {
    const SEEN: [&str; 7] =
        ["<img", "<picture", "<video", "<audio", "<iframe", "<object", "<embed"];
    let shows_more = SEEN.into_iter().any(|tag| content.contains(tag));
    !shows_more && plain::line(summary) == plain::line(content)
}

/// Tells whether a summary ends as one that was cut, as ` [&hellip;]`.
pub(in crate::content) fn is_cut(summary: &str) -> bool {
    let text = plain::line(summary);
    let last = text.trim_end_matches([']', ')']);
    last.ends_with('…') || last.ends_with("...")
}

/// A link; address and words are plain text.
fn link(address: &str, words: &str) -> String {
    let address = htmlize::escape_attribute(address);
    format!("<a href=\"{address}\">{}</a>", htmlize::escape_text(words))
}

/// Tells whether an attribute leads to the address, or to a place on that page.
fn links_to(html: &str, address: &str) -> bool {
    let decoded = html::decode(html);
    decoded.match_indices(address).any(|(at, _)| {
        let before = decoded[..at].ends_with(['"', '\'']);
        before && decoded[at + address.len()..].starts_with(['"', '\'', '#'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const POST: &str = "https://example.org/?p=7&lang=en";

    fn summary(html: &str) -> String {
        let mut summary = html.to_owned();
        end_summary(&mut summary, POST, "Read <on>");
        summary
    }

    #[test]
    fn words_and_address_are_escaped() {
        let mut content = "<p>a</p>\n\n".to_owned();
        end_content(&mut content, POST, "R&D \"now\" <b>");
        let link = "<a href=\"https://example.org/?p=7&amp;lang=en\">R&amp;D \"now\" &lt;b&gt;</a>";
        assert_eq!(content, format!("<p>a</p>\n<p>{link}</p>\n"));
    }

    #[test]
    fn the_link_stands_as_the_summary_does() {
        let link = "<a href=\"https://example.org/?p=7&amp;lang=en\">Read &lt;on&gt;</a>";
        assert_eq!(summary("a [&hellip;]"), format!("a [&hellip;] {link}"));
        assert_eq!(summary("<p>a</p>\n<p>b</p>\n"), format!("<p>a</p>\n<p>b</p>\n<p>{link}</p>"));
    }

    #[test]
    fn a_summary_may_be_all_there_is() {
        assert!(is_all("a &#8220;b&#8221;", "<p>a &#8220;b&#8221;</p>\n"));
        assert!(!is_all("a", "<p>a</p><p>b</p>"));
        assert!(!is_all("a", "<p>a</p><img src=\"/b.png\">"));
        assert!(is_cut("a [&hellip;]") && is_cut("<p>a...</p>") && !is_cut("a."));
    }

    #[test]
    fn a_summary_that_has_such_a_link_stays() {
        let theme = "a&hellip; <a class='more-link' href='https://example.org/?p=7&#038;lang=en#more-7'>b</a>";
        assert_eq!(summary(theme), theme);
        let once = summary("a");
        assert_eq!(summary(&once), once);
        assert_ne!(summary("a <a href=\"https://example.org/?p=7&lang=en2\">b</a>"), theme);
    }
}
