//! A post as the REST API gives it: `/wp/v2/posts`, pages, custom post types and media alike, and the
//! posts of WordPress.com's `/rest/v1.1`.
//!
//! Every field is optional, because `_fields` and `context` decide what a document has; fields that a
//! feed has no use for are passed over. What a plugin adds is kept as it came, for `plugins` to read.

mod key;
mod refs;
mod taxonomy;
mod terms;

pub(super) use refs::{AuthorRef, Date, Status};
pub(super) use taxonomy::Taxonomy;
pub(super) use terms::Terms;

use super::embedded::{Embedded, Media};
use super::links;
use super::loose::{Flag, List, Object, Rendered, Text};
use super::raw::Raw;
use crate::text::date::Stamp;
use key::Key;
use refs::{Discussion, FeaturedMedia, Id};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::Value;
use std::fmt;
use terms::ByTaxonomy;

/// A post, page, custom post or media object.
#[derive(Debug, Clone, Default)]
pub(crate) struct Post {
    pub(super) id: Option<u64>,
    /// Local to the site, `None` where it is unset.
    pub(super) date: Option<Stamp>,
    /// In UTC, `None` where it is unset.
    pub(super) date_gmt: Option<Stamp>,
    pub(super) modified: Option<Stamp>,
    pub(super) modified_gmt: Option<Stamp>,
    /// The guid, HTML-escaped.
    pub(super) guid: Rendered,
    /// The permalink; unlike the guid it is not HTML-escaped.
    pub(super) link: Text,
    pub(super) slug: Text,
    pub(super) status: Text,
    /// The post type, as `post`, `page`, `attachment`.
    pub(super) kind: Text,
    pub(super) title: Option<Rendered>,
    pub(super) content: Option<Rendered>,
    pub(super) excerpt: Option<Rendered>,
    /// Whether a password is set: `password` in context=edit, `has_password` in v1.1.
    pub(super) locked: bool,
    pub(super) author: AuthorRef,
    pub(super) featured_media: FeaturedMedia,
    pub(super) comment_status: Text,
    pub(super) comment_count: Option<u64>,
    /// Whether any comment is known beside the document.
    pub(super) commented: bool,
    categories: Terms,
    tags: Terms,
    /// The classes of the post's HTML element, unread: they are seldom needed.
    class_list: Option<Raw>,
    pub(super) embedded: Embedded,
    /// `_links`, unread.
    links: Option<Raw>,
    /// The post's own file, where the post is a media object.
    pub(super) file: Media,
    /// Fields that a plugin may read, in the order of the document: the key as the table of plugins has it.
    pub(super) extras: Vec<(&'static str, Raw)>,
    /// The whole post, if its mapped fields are asked for.
    pub(super) whole: Value,
    /// The fields by which other documents of WordPress are told from posts.
    pub(super) foreign: bool,
}

impl Post {
    /// Puts other texts in the place of excerpt and content.
    pub(super) fn say(&mut self, excerpt: Option<String>, content: Option<String>) {
        let rendered = |html| Rendered { html: Some(html), ..Rendered::default() };
        self.excerpt = excerpt.map(rendered).or(self.excerpt.take());
        self.content = content.map(rendered).or(self.content.take());
    }

    /// Keeps the whole of the post, as JSON has it, for paths into it.
    pub(crate) fn keep(&mut self, json: &str) {
        // What serde_json takes for a post but not for a value, as 1e999, is left to find nothing in.
        self.whole = serde_json::from_str(json).unwrap_or_default();
    }

    /// Tells whether the object is a post, and not some other thing that the REST API has. A post to which
    /// a plugin gave a field of such a thing is still one.
    pub(super) fn is_post(&self) -> bool {
        if self.foreign {
            let text = self.guid.html.is_some() || self.excerpt.is_some();
            return self.title.is_some() && text || self.file.source_url.0.is_some();
        }
        self.id.is_some()
            || self.guid.html.is_some()
            || (self.link.0.is_some() && self.title.is_some())
    }

    /// What messages call the post: its number.
    pub(crate) fn name(&self) -> String {
        self.id.map_or_else(|| self.link.filled().unwrap_or("?").to_owned(), |id| id.to_string())
    }

    /// The classes of the post's HTML element (`get_post_class`); they tell slugs where nothing is
    /// embedded.
    pub(super) fn classes(&self) -> Vec<String> {
        let Some(raw) = self.class_list.as_deref() else { return Vec::new() };
        if let Ok(Text(Some(classes))) = serde_json::from_str(raw) {
            return classes.split_ascii_whitespace().map(str::to_owned).collect();
        }
        let list: List<Text> = serde_json::from_str(raw).unwrap_or_default();
        list.0.into_iter().filter_map(|class| class.0).collect()
    }

    /// Tells whether the post has a class, mostly without reading them all.
    pub(super) fn has_class(&self, class: &str) -> bool {
        self.class_list.as_deref().is_some_and(|raw| raw.contains(class))
            && self.classes().iter().any(|own| own == class)
    }

    /// Addresses within the REST API, as `https://example.org/wp-json/wp/v2/posts/1`.
    pub(super) fn api_addresses(&self) -> Vec<String> {
        links::api_addresses(self.links.as_deref())
    }

    /// The raw value of a plugin's field.
    pub(super) fn extra(&self, key: &str) -> Option<&str> {
        self.extras.iter().find(|(name, _)| *name == key).map(|(_, raw)| &**raw)
    }
}

struct PostVisitor;

impl<'de> Visitor<'de> for PostVisitor {
    type Value = Post;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a post object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Post, A::Error> {
        let mut post = Post::default();
        while let Some(key) = map.next_key::<Key>()? {
            post.read(key, &mut map)?;
        }
        Ok(post)
    }
}

impl<'de> Deserialize<'de> for Post {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PostVisitor)
    }
}

impl Post {
    /// Reads one member of the object.
    fn read<'de, A: MapAccess<'de>>(&mut self, key: Key, map: &mut A) -> Result<(), A::Error> {
        match key {
            Key::Id => self.id = map.next_value::<Id>()?.0,
            Key::Date => self.date = map.next_value::<Date<false>>()?.0,
            Key::DateGmt => self.date_gmt = map.next_value::<Date<true>>()?.0,
            Key::Modified => self.modified = map.next_value::<Date<false>>()?.0,
            Key::ModifiedGmt => self.modified_gmt = map.next_value::<Date<true>>()?.0,
            Key::Guid => self.guid = map.next_value()?,
            Key::Link => self.link = map.next_value()?,
            Key::Url => second(&mut self.link, map.next_value()?, |link| link.0.is_some()),
            Key::Slug => self.slug = map.next_value()?,
            Key::Status => self.status = map.next_value::<Status>()?.0,
            Key::Type => self.kind = map.next_value()?,
            Key::Subtype => self.kind = map.next_value()?,
            Key::Title => self.title = Some(map.next_value()?),
            Key::Content => self.content = Some(map.next_value()?),
            Key::Description => second(&mut self.content, lenient(map)?, Option::is_some),
            Key::Excerpt => self.excerpt = Some(map.next_value()?),
            Key::Caption => second(&mut self.excerpt, lenient(map)?, Option::is_some),
            Key::Password => self.locked |= map.next_value::<Text>()?.filled().is_some(),
            Key::HasPassword => self.locked |= map.next_value::<Flag>()?.0,
            Key::Author => self.author = map.next_value()?,
            Key::FeaturedMedia => self.featured_media = map.next_value()?,
            Key::CommentStatus => self.comment_status = map.next_value()?,
            Key::Discussion => self.discuss(map.next_value::<Object<Discussion>>()?.0),
            Key::Categories => self.categories = map.next_value()?,
            Key::Tags => self.tags = map.next_value()?,
            Key::Terms => {
                let terms = map.next_value::<Object<ByTaxonomy>>()?.0.unwrap_or_default();
                second(&mut self.categories, terms.category, |known| !known.is_empty());
                second(&mut self.tags, terms.post_tag, |known| !known.is_empty());
            }
            Key::ClassList => self.class_list = Some(map.next_value()?),
            Key::Embedded => {
                self.embedded = map.next_value::<Object<Embedded>>()?.0.unwrap_or_default();
            }
            Key::Links => self.links = Some(map.next_value()?),
            Key::SourceUrl => self.file.source_url = map.next_value()?,
            Key::MimeType => self.file.mime_type = map.next_value()?,
            Key::AltText => self.file.alt_text = map.next_value()?,
            Key::MediaDetails => self.file.media_details = map.next_value()?,
            Key::Extra(name) => self.extras.push((name, map.next_value()?)),
            Key::AuthorName => {
                self.foreign = true;
                self.extras.push(("author_name", map.next_value()?));
            }
            Key::Foreign => self.foreign = map.next_value::<IgnoredAny>().map(|_| true)?,
            Key::Other => drop(map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }

    fn discuss(&mut self, discussion: Option<Discussion>) {
        if let Some(discussion) = discussion {
            self.comment_count = discussion.comment_count.0;
            let status = if discussion.comments_open.0 { "open" } else { "closed" };
            self.comment_status = Text(Some(status.to_owned()));
        }
    }
}

/// Fills a field by its second name: media objects, other versions and plugins have it beside the first.
fn second<T>(field: &mut T, value: T, known: impl Fn(&T) -> bool) {
    if !known(field) {
        *field = value;
    }
}

/// Reads a field that is a media object's text; in other posts a plugin may put anything under its name.
fn lenient<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Option<Rendered>, A::Error> {
    let raw: Raw = map.next_value()?;
    Ok(serde_json::from_str(&raw).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(member: &str) -> Post {
        let json = format!(r#"{{"id":7,"title":{{"rendered":"T"}},{member}}}"#);
        serde_json::from_str(&json).unwrap_or_else(|e| panic!("{member}: {e}"))
    }

    #[test]
    fn no_form_of_a_field_stops_the_document() {
        let forms = ["null", "true", "false", "5", "-5", "5.5", r#""x y""#, "[]", "[[5]]", "{}"];
        let fields = [
            "date",
            "modified",
            "link",
            "url",
            "slug",
            "type",
            "subtype",
            "description",
            "caption",
            "password",
            "has_password",
            "author",
            "terms",
            "featured_media",
            "comment_status",
            "discussion",
            "categories",
            "tags",
            "class_list",
            "_embedded",
            "_links",
            "source_url",
            "mime_type",
            "alt_text",
            "media_details",
            "meta",
        ];
        for field in fields {
            for form in forms {
                assert!(post(&format!(r#""{field}":{form}"#)).is_post(), "{field}: {form}");
            }
        }
        for inner in ["author", "wp:term", "wp:featuredmedia", "replies"] {
            for form in forms {
                post(&format!(r#""_embedded":{{"{inner}":{form}}}"#));
                post(&format!(r#""_embedded":{{"{inner}":[{form}]}}"#));
            }
        }
    }

    #[test]
    fn what_may_hide_a_post_or_lose_it_is_refused() {
        for member in [
            r#""status":true"#,
            r#""status":{}"#,
            r#""date_gmt":5"#,
            r#""modified_gmt":"yesterday""#,
            r#""id":"a""#,
            r#""content":true"#,
            r#""content":["a"]"#,
            r#""excerpt":{"rendered":{"a":1}}"#,
            r#""guid":[5]"#,
        ] {
            assert!(serde_json::from_str::<Post>(&format!("{{{member}}}")).is_err(), "{member}");
        }
    }

    #[test]
    fn a_plugins_field_makes_no_other_thing_of_a_post() {
        let foreign = r#""taxonomy":"news","avatar_urls":{},"author_name":"A","timezone":"UTC""#;
        assert!(post(&format!(r#""guid":{{"rendered":"g"}},{foreign}"#)).is_post());
        assert!(!post(foreign).is_post());
    }

    #[test]
    fn the_first_name_of_a_field_counts() {
        for members in [r#""link":"a","url":"b""#, r#""url":"b","link":"a""#] {
            assert_eq!(post(members).link.filled(), Some("a"));
        }
        let described = post(r#""content":{"rendered":"a"},"description":"b""#);
        assert_eq!(described.content.and_then(|content| content.html).as_deref(), Some("a"));
    }

    #[test]
    fn a_class_is_found_in_a_list_an_object_and_a_text() {
        for classes in [r#"["a","locked"]"#, r#"{"0":"a","2":"locked"}"#, r#""a locked""#] {
            let post = post(&format!(r#""class_list":{classes}"#));
            assert!(post.has_class("locked") && !post.has_class("lock"), "{classes}");
        }
    }
}
