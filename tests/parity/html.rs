//! HTML taken apart, so that decisions can verify what they claim.

use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::borrow::Cow;

/// Cuts HTML into tags and comments, words, and white space.
pub(crate) fn tokens(html: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let (token, behind) = rest.split_at(first(rest));
        tokens.push(token);
        rest = behind;
    }
    tokens
}

/// The length of the first token.
fn first(html: &str) -> usize {
    let space = |c: char| c.is_ascii_whitespace();
    let end = if html.starts_with("<!--") {
        html.find("-->").map(|at| at + 3)
    } else if html.starts_with('<') {
        html.find('>').map(|at| at + 1)
    } else if html.starts_with(space) {
        html.find(|c| !space(c))
    } else {
        html.find(|c| c == '<' || space(c))
    };
    end.unwrap_or(html.len())
}

/// Decodes character references once.
pub(crate) fn decode(html: &str) -> Cow<'_, str> {
    htmlize::unescape(html)
}

/// Puts the alternative text of each emoji in the place of its picture.
pub(crate) fn alternatives(html: &str) -> String {
    rewritten(html, "img.wp-smiley[src^='https://s.w.org/']", |img| {
        let alt = img.get_attribute("alt").unwrap_or_default();
        img.replace(&alt, ContentType::Html);
    })
}

/// The HTML with its tags written anew, without some attributes.
pub(crate) fn tags(html: &str, without: &[&str]) -> String {
    rewritten(html, "*", |tag| {
        without.iter().for_each(|name| tag.remove_attribute(name));
        // A tag that is not changed is kept with its blanks.
        tag.set_attribute("seen", "").expect("a plain name");
    })
}

/// The HTML without the numbers that end a class, an id or the address of a player's file.
pub(crate) fn unnumbered(html: &str) -> String {
    let digit = |c: char| c.is_ascii_digit();
    rewritten(html, "[class], [id], [src*='?_='], [href*='?_=']", |tag| {
        for name in ["class", "id", "src", "href"] {
            let Some(value) = tag.get_attribute(name) else { continue };
            let stem = |word: &str| {
                let stem = word.trim_end_matches(digit);
                if stem.ends_with(['-', '=']) { stem.to_owned() } else { word.to_owned() }
            };
            let stems: Vec<_> = value.split(' ').map(stem).collect();
            tag.set_attribute(name, &stems.join(" ")).expect("a plain name");
        }
    })
}

type Tag<'r, 't> = lol_html::html_content::Element<'r, 't>;

fn rewritten(html: &str, selector: &str, rewrite: impl Fn(&mut Tag<'_, '_>)) -> String {
    let handler = element!(selector, |tag| {
        rewrite(tag);
        Ok(())
    });
    let settings = RewriteStrSettings::new().with_strict(false);
    rewrite_str(html, settings.append_element_content_handler(handler)).expect("HTML")
}
