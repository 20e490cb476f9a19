//! What SEO plugins have in common: a graph of schema.org, a picture for social networks, a text for
//! search engines.

use crate::text::html;
use crate::wordpress::language;
use crate::wordpress::loose::Text;
use crate::wordpress::post::Post;
use memchr::memmem;
use serde_json::Deserializer;

/// The first language that a graph names; the rest of it, which is most of what such a plugin says, is
/// not read.
pub(super) fn language(post: &Post, key: &str) -> Option<String> {
    const MEMBER: &str = "\"inLanguage\":";
    let json = post.extra(key)?;
    let at = memmem::find(json.as_bytes(), MEMBER.as_bytes())?;
    let mut values = Deserializer::from_str(&json[at + MEMBER.len()..]).into_iter::<Text>();
    language::tag(values.next()?.ok()?.filled()?)
}

/// Tells whether a post may have a featured image. These plugins fall back to a picture of the site, so
/// a post without one gets none from them.
pub(super) fn may_have_picture(post: &Post) -> bool {
    post.featured_media.id.0 != Some(0)
}

/// A description as plain text; it is written into an attribute of the page, so references are decoded.
pub(super) fn description(text: &Text) -> Option<String> {
    Some(html::fold(&html::decode(text.filled()?))).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_without_reading_all() {
        let told = |value: &str| {
            let json =
                format!(r#"{{"head":{{"schema":{{"@graph":[{{"inLanguage":{value}}}]}}}}}}"#);
            let json = json.replace("head", "yoast_head_json");
            language(&serde_json::from_str(&json).unwrap(), "yoast_head_json")
        };
        assert_eq!(told("\"de-DE\"").as_deref(), Some("de-DE"));
        assert_eq!(told(" \n \"en\"").as_deref(), Some("en"));
        assert_eq!(told("null"), None);
        assert_eq!(told("\"one of ours\""), None);
    }

    #[test]
    fn a_description_is_plain_text() {
        let told = |text: &str| description(&Text(Some(text.to_owned())));
        assert_eq!(told("Salt &amp; rope,\n 5 < 6").as_deref(), Some("Salt & rope, 5 < 6"));
        assert_eq!(told(" &nbsp; ").as_deref(), Some("\u{A0}"));
        assert_eq!(told(""), None);
    }
}
