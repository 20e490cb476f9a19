//! What a post says: its summary and its content.

use crate::text::html;
use crate::wordpress::plugins;
use crate::wordpress::post::Post;
use std::borrow::Cow;

/// How many words WordPress takes for an excerpt (`excerpt_length`).
const WORDS: usize = 55;

/// How many characters it takes in Japanese; in Chinese it counts [`WORDS`] characters.
const CHARACTERS_IN_JAPANESE: usize = 110;

/// What WordPress puts behind a text that it cut (`excerpt_more`).
const MORE: &str = " [&hellip;]";

/// The summary as HTML: the excerpt as it was typed, else as it is shown, without the paragraph around it;
/// else what a plugin tells search engines; else made from the content as `wp_trim_excerpt` makes it,
/// unless there is an excerpt that holds nothing.
///
/// WordPress's feeds print what was typed before it is wrapped and texturized. REST tells it in
/// context=edit alone; an empty one there is what WordPress makes an excerpt for.
pub(super) fn summary(post: &Post, language: Option<&str>) -> Option<String> {
    let excerpt = post.excerpt.as_ref();
    let typed = excerpt.and_then(|excerpt| excerpt.raw.as_deref()).filter(|raw| !raw.is_empty());
    let shown = excerpt.and_then(|excerpt| excerpt.html.as_deref());
    let content = post.content.as_ref().and_then(|content| content.html.as_deref());
    let readable = |summary: &String| !is_blank(summary);
    let own = typed.map(ampersands_escaped);
    let own = own.or_else(|| shown.map(|shown| repaired(unwrapped(shown)).into_owned()));
    let made = content.filter(|_| own.is_none());
    let described = || plugins::description(post).map(|it| htmlize::escape_text(it).into_owned());
    own.filter(readable)
        .or_else(|| described().filter(readable))
        .or_else(|| made.map(|content| trimmed(content, language)).filter(readable))
}

/// Escapes the ampersands that begin no reference, as `convert_chars` does.
fn ampersands_escaped(typed: &str) -> String {
    let mut parts = typed.split('&');
    let mut escaped = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        escaped.push_str(if begins_reference(part) { "&" } else { "&#038;" });
        escaped.push_str(part);
    }
    escaped
}

/// Tells whether what stands behind an ampersand makes it a reference: a number, or a name of two to nine
/// letters.
fn begins_reference(text: &str) -> bool {
    let name = text.split_once(';').map_or("", |(name, _)| name);
    let named = matches!(name.len(), 2..=9) && name.bytes().all(|b| b.is_ascii_alphanumeric());
    text.starts_with('#') || named
}

/// The content as HTML, taken out of the post to the letter.
pub(super) fn content(post: &mut Post) -> Option<String> {
    let content = post.content.as_mut()?.html.take()?;
    Some(content).filter(|content| !content.trim().is_empty())
}

/// Takes off the one paragraph that `wpautop` puts around an excerpt; several stay as they are.
fn unwrapped(excerpt: &str) -> &str {
    let trimmed = excerpt.trim();
    let inner = trimmed.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
    inner.filter(|inner| !inner.contains("<p") && !inner.contains("</p>")).unwrap_or(trimmed)
}

/// Mends `&#038;nbsp`, which `wptexturize` makes of a `&nbsp` without its semicolon, whether it was typed
/// so or cut there.
fn repaired(excerpt: &str) -> Cow<'_, str> {
    const BROKEN: &str = "&#038;nbsp";
    if !excerpt.contains(BROKEN) {
        return Cow::Borrowed(excerpt);
    }
    Cow::Owned(excerpt.replace("&#038;nbsp;", "&nbsp;").replace(BROKEN, "&nbsp;"))
}

/// Makes an excerpt from the content, as `wp_trim_words`: the first words, without tags.
pub(super) fn trimmed(content: &str, language: Option<&str>) -> String {
    let text = html::without_scripts(content);
    let text = html::strip_tags(&text);
    match characters(language) {
        Some(limit) => first_characters(&html::fold(&text), limit),
        None => first_words(&text),
    }
}

/// How many characters the excerpt has in a language that is not counted in words.
fn characters(language: Option<&str>) -> Option<usize> {
    match language?.split('-').next()? {
        "ja" => Some(CHARACTERS_IN_JAPANESE),
        "zh" => Some(WORDS),
        _ => None,
    }
}

fn first_words(text: &str) -> String {
    let mut words = text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty());
    let first = words.by_ref().take(WORDS).collect::<Vec<_>>().join(" ");
    if words.next().is_some() { first + MORE } else { first }
}

/// Cuts between characters; a character reference counts as one and is never cut, where WordPress would.
fn first_characters(text: &str, limit: usize) -> String {
    let mut end = 0;
    for _ in 0..limit {
        let Some(next) = text[end..].chars().next() else { return text.to_owned() };
        let reference = text[end..].find(';').filter(|at| next == '&' && *at < 32);
        end += reference.map_or(next.len_utf8(), |at| at + 1);
    }
    if end < text.len() { format!("{}{MORE}", &text[..end]) } else { text.to_owned() }
}

/// Tells whether nothing is to be read, as in `&nbsp;`, nor to be seen.
fn is_blank(summary: &str) -> bool {
    !summary.contains("<img") && html::decode(&html::strip_tags(summary)).trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unwraps_one_paragraph_alone() {
        assert_eq!(unwrapped("<p>One</p>\n"), "One");
        assert_eq!(unwrapped("<p>One</p>\n<p>Two</p>\n"), "<p>One</p>\n<p>Two</p>");
        assert_eq!(unwrapped("plain"), "plain");
    }

    #[test]
    fn ampersands_that_begin_nothing_are_escaped() {
        let typed = "Fish & chips &amp; R&D; &eacute;clairs &#233; &copy 5 &";
        let escaped = "Fish &#038; chips &amp; R&#038;D; &eacute;clairs &#233; &#038;copy 5 &#038;";
        assert_eq!(ampersands_escaped(typed), escaped);
    }

    #[test]
    fn fifty_five_words_have_no_mark() {
        let words = |n: usize| vec!["word"; n].join("\n ");
        assert!(!first_words(&words(55)).contains("hellip"));
        assert!(first_words(&words(56)).ends_with("word [&hellip;]"));
    }

    #[test]
    fn characters_are_never_cut_within_a_reference() {
        let text = "港&nbsp;".repeat(60);
        assert_eq!(first_characters(&text, 3), "港&nbsp;港 [&hellip;]");
        assert_eq!(first_characters("港 & 町", 55), "港 & 町");
    }
}
