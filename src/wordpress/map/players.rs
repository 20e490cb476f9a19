//! The files that a post's content plays or links.

use crate::model::Enclosure;
use crate::text::{html, url};
use crate::wordpress::media::{is_ending, media_type};
use crate::wordpress::post::Post;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;

/// The files that the content plays or links, as `do_enclose` finds them when a post is saved.
pub(super) fn in_content(post: &Post, link: Option<&str>) -> Vec<Enclosure> {
    let content = post.content.as_ref().and_then(|content| content.html.as_deref()).unwrap_or("");
    if !may_hold_files(content) {
        return Vec::new();
    }
    let (mut enclosures, mut known) = (Vec::new(), HashSet::new());
    for (address, declared) in addresses(content) {
        let Some(address) = url::absolute(without_counter(&html::decode_attribute(&address)), link)
            .map(Cow::into_owned)
        else {
            continue;
        };
        let declared =
            declared.filter(|name| name.starts_with("audio/") || name.starts_with("video/"));
        let media_type = declared.or_else(|| media_type(&address).map(str::to_owned));
        let file = media_type.is_some() && url::origin(&address).is_some();
        if file && known.insert(address.clone()) {
            enclosures.push(Enclosure { url: address, media_type, ..Enclosure::default() });
        }
    }
    enclosures
}

/// Looks whether content has a player, or a link whose address ends like a file's; without any it is
/// not parsed.
fn may_hold_files(content: &str) -> bool {
    let mut rest = content.as_bytes();
    while let Some(at) = memchr::memchr(b'<', rest) {
        rest = &rest[at + 1..];
        let found = match rest.first() {
            Some(b'a' | b'A') if rest.get(1).is_some_and(u8::is_ascii_whitespace) => {
                // What is within this tag is never looked at again: there may be no end of it.
                let (tag, behind) = rest.split_at(memchr::memchr(b'>', rest).unwrap_or(rest.len()));
                rest = behind;
                links_file(tag)
            }
            Some(b'a' | b'A') => starts_with(rest, b"audio"),
            Some(b'v' | b'V') => starts_with(rest, b"video"),
            _ => false,
        };
        if found {
            return true;
        }
    }
    false
}

/// Looks whether a tag holds what ends like the address of a file, in whatever attribute.
fn links_file(tag: &[u8]) -> bool {
    memchr::memchr_iter(b'.', tag).any(|dot| {
        // No ending is longer.
        let behind = &tag[dot + 1..tag.len().min(dot + 7)];
        let mut words = behind.split(|byte| b"\"' \t\r\n?#".contains(byte));
        words.next().is_some_and(is_ending)
    })
}

fn starts_with(tag: &[u8], name: &[u8]) -> bool {
    tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

/// The addresses of players and links in HTML, still escaped, and the type that a player declares.
fn addresses(content: &str) -> Vec<(String, Option<String>)> {
    let found = RefCell::new(Vec::new());
    let take = |attribute: &'static str, typed: bool| {
        let found = &found;
        move |element: &mut Element<'_, '_>| {
            let media_type = if typed { element.get_attribute("type") } else { None };
            found
                .borrow_mut()
                .extend(element.get_attribute(attribute).map(|address| (address, media_type)));
            Ok(())
        }
    };
    // Selectors ask for no attribute: lol_html 3.0 loses its way behind `<iframe title=>` if they do.
    let settings = RewriteStrSettings::new()
        .with_strict(false)
        .append_element_content_handler(element!("audio, video", take("src", false)))
        .append_element_content_handler(element!("audio source, video source", take("src", true)))
        .append_element_content_handler(element!("a", take("href", false)));
    // Markup that the parser gives up on is read as far as it goes.
    drop(rewrite_str(content, settings));
    found.into_inner()
}

/// Takes off the `?_=1` that WordPress's shortcodes put behind an address so that browsers load it anew.
fn without_counter(address: &str) -> &str {
    let cut =
        address.rfind("?_=").filter(|at| address[at + 3..].bytes().all(|b| b.is_ascii_digit()));
    cut.map_or(address, |at| &address[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_players_and_links() {
        let content = "<iframe title=><audio src=/shown-to-nobody.mp3></audio></iframe>\
            <audio src='/a.mp3?_=1'></audio><video><source src=\"b.webm\" type='video/webm'></video>\
            <a href=\"/c.mp3?x=1&amp;y=2&copy=3\">c</a><a href=/page>page</a><a href='/a.mp3'>again</a>";
        let json = serde_json::json!({"content": content}).to_string();
        let post: Post = serde_json::from_str(&json).unwrap();
        let urls: Vec<_> =
            in_content(&post, Some("https://e.example/p")).into_iter().map(|e| e.url).collect();
        assert_eq!(
            urls,
            [
                "https://e.example/a.mp3",
                "https://e.example/b.webm",
                "https://e.example/c.mp3?x=1&y=2&copy=3"
            ]
        );
    }
}
