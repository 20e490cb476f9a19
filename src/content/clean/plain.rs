//! Text alone, in paragraphs: what is left of HTML of which no tree can be made.

use crate::text::plain;

/// Writes the text of HTML as paragraphs.
pub(super) fn write(html: &str) -> String {
    let text = plain::whole(html, None);
    let text = htmlize::escape_text(&text).replace('\u{A0}', "&nbsp;");
    let paragraphs = text.split("\n\n").map(str::trim_ascii).filter(|it| !it.is_empty());
    let paragraphs = paragraphs.map(|lines| format!("<p>{}</p>", lines.replace('\n', "<br>")));
    paragraphs.collect::<Vec<_>>().join("\n")
}
