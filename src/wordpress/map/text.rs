//! What a post says: its summary and its content.

use super::excerpt::{Length, anew, made};
use crate::text::plain;
use crate::wordpress::plugins;
use crate::wordpress::post::Post;
use std::borrow::Cow;

/// The summary as HTML: the excerpt as it was typed, else as it is shown, without the paragraph around it;
/// else what a plugin tells search engines; else made from the content as `wp_trim_excerpt` makes it,
/// unless there is an excerpt that holds nothing. Where the caller tells the length of excerpts, one that
/// WordPress has made is made anew.
///
/// WordPress's feeds print what was typed before it is wrapped and texturized. REST tells it in
/// context=edit alone; an empty one there is what WordPress makes an excerpt for.
pub(super) fn summary(post: &Post, length: Length<'_>) -> Option<String> {
    let excerpt = post.excerpt.as_ref();
    let raw = excerpt.and_then(|excerpt| excerpt.raw.as_deref());
    let typed = raw.filter(|raw| !raw.is_empty());
    let shown = excerpt.and_then(|excerpt| excerpt.html.as_deref());
    let content = post.content.as_ref().and_then(|content| content.html.as_deref());
    let readable = |summary: &String| !is_blank(summary);
    let own = typed.map(ampersands_escaped);
    let own = own.or_else(|| {
        let shown = repaired(unwrapped(shown?));
        let anew = length.told.and_then(|_| anew(&shown, raw.is_some(), content, length));
        Some(anew.unwrap_or_else(|| shown.into_owned()))
    });
    let unmade = content.filter(|_| own.is_none());
    let described = || plugins::description(post).map(|it| htmlize::escape_text(it).into_owned());
    own.filter(readable)
        .or_else(|| described().filter(readable))
        .or_else(|| unmade.map(|content| made(content, length)).filter(readable))
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

/// Tells whether nothing is to be read, as in `&nbsp;`, nor to be seen.
fn is_blank(summary: &str) -> bool {
    let text = summary.split(['<', '&']).next().unwrap_or_default();
    if !text.trim().is_empty() {
        return false;
    }
    !summary.contains("<img") && plain::line(summary).trim().is_empty()
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
}
