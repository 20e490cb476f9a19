//! What the tree's writer does not know of those who read what it wrote.

use super::seams;
use super::steps::Steps;
use memchr::memmem;

/// How long the writer of texts may look ahead; it does so at each reference.
const MOST_ESCAPED: usize = 1 << 32;

/// Tells whether a text between two tags holds so many references, or what would be written as such, that
/// writing it takes too long.
pub(super) fn takes_long(html: &str) -> bool {
    html.len() > 1 << 16
        && html.split('<').filter(|text| text.len() > 1 << 16).any(|text| {
            let escaped = text.bytes().filter(|b| matches!(b, b'&' | 0xC2)).count();
            escaped * text.len() > MOST_ESCAPED
        })
}

/// Mends what the writer wrote.
pub(super) fn mend(html: String, steps: Steps) -> String {
    let html = seams::close(html, steps.markup);
    let html = in_tags(html, "<pre", keep_first_line);
    if steps.markup { in_tags(html, "<img", hide_sources) } else { html }
}

/// Goes through the tags that begin so; `mend` gets a tag from behind that on, what follows it, and the
/// text to write to.
fn in_tags(html: String, start: &str, mend: fn(&str, &str, &mut String)) -> String {
    let mut starts = memmem::find_iter(html.as_bytes(), start).peekable();
    if starts.peek().is_none() {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 64);
    let mut done = 0;
    for at in starts {
        // In the text of a frame that stays there may be tags without an end.
        if at < done {
            continue;
        }
        let tag = at + start.len();
        // The writer has references for what stands in attributes.
        let end = html[tag..].find('>').map_or(html.len(), |end| tag + end + 1);
        out.push_str(&html[done..tag]);
        mend(&html[tag..end], &html[end..], &mut out);
        done = end;
    }
    out.push_str(&html[done..]);
    out
}

/// Doubles the line break with which a text begins: the parser drops one behind `<pre>` (section
/// 13.2.6.4.7).
fn keep_first_line(tag: &str, rest: &str, out: &mut String) {
    out.push_str(tag);
    if rest.starts_with('\n') {
        out.push('\n');
    }
}

/// Writes `src=` in what is said of a picture so that the validator does not take it for the address: it
/// looks for that as far as the tag goes (`img_re`).
fn hide_sources(tag: &str, _: &str, out: &mut String) {
    for (i, part) in tag.split('"').enumerate() {
        if i > 0 {
            out.push('"');
        }
        let mut rest = part;
        while let Some(at) = (i % 2 == 1).then(|| find_source(rest)).flatten() {
            out.push_str(&rest[..at]);
            out.push_str("&#61;");
            rest = &rest[at + 1..];
        }
        out.push_str(rest);
    }
}

/// The place of the sign behind `src`, in letters of whatever size.
fn find_source(text: &str) -> Option<usize> {
    memchr::memchr_iter(b'=', text.as_bytes())
        .find(|&at| at >= 3 && text.as_bytes()[at - 3..at].eq_ignore_ascii_case(b"src"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Html;

    #[test]
    fn what_was_written_is_read_as_it_was_meant() {
        for (written, mended) in [
            ("<pre>a</pre><pre class=\"b\">\nc</pre>", "<pre>a</pre><pre class=\"b\">\n\nc</pre>"),
            (
                "<img alt=\"a src=b SRC=\" src=\"https://c?src=d\">",
                "<img alt=\"a src&#61;b SRC&#61;\" src=\"https://c?src&#61;d\">",
            ),
            ("<p title=\"src=a\">src=b</p>", "<p title=\"src=a\">src=b</p>"),
        ] {
            assert_eq!(mend(written.to_owned(), Steps::new(Html::CLEAN)), mended);
        }
    }
}
