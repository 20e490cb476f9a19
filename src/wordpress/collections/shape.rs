//! What an object of a collection is, by the members that it has and the others have not.

use crate::wordpress::links;
use crate::wordpress::loose::{Number, Object, Text};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

/// What an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    User,
    Term,
    Media,
    Comment,
    Post,
    /// A number and a name and nothing that tells more, as `_fields=id,name` leaves it.
    Named,
}

/// The numbers of an object and of the post that it belongs to, in `wp/v2` and in WordPress.com's v1.1, and
/// its status.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Numbers<'a> {
    id: Number,
    #[serde(rename = "ID")]
    upper_id: Number,
    post: PostNumber,
    #[serde(rename = "post_ID")]
    post_id: Number,
    pub(super) status: Text,
    #[serde(borrow, rename = "_links")]
    links: Option<&'a RawValue>,
}

impl Numbers<'_> {
    /// The object's own number.
    pub(super) fn own(&self) -> Option<u64> {
        self.id.positive().or(self.upper_id.positive())
    }

    /// The number of the post that the object belongs to.
    pub(super) fn post(&self) -> Option<u64> {
        let told = self.post.0.or(self.post_id.positive());
        told.or_else(|| links::subject(self.links.map(RawValue::get)))
    }
}

/// A post's number, or an object that has it.
#[derive(Debug, Default)]
struct PostNumber(Option<u64>);

impl<'de> Deserialize<'de> for PostNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Post {
            Object(PostObject),
            Number(Number),
        }
        Ok(PostNumber(match Post::deserialize(deserializer)? {
            Post::Object(object) => object.id.positive(),
            Post::Number(number) => number.positive(),
        }))
    }
}

#[derive(Deserialize)]
struct PostObject {
    #[serde(rename = "ID")]
    id: Number,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Members {
    id: There,
    #[serde(rename = "ID")]
    upper_id: There,
    name: Option<IgnoredAny>,
    // Users.
    avatar_urls: Option<IgnoredAny>,
    #[serde(rename = "avatar_URL")]
    avatar_url: Option<IgnoredAny>,
    nice_name: Option<IgnoredAny>,
    capabilities: Option<IgnoredAny>,
    // Terms.
    taxonomy: Option<IgnoredAny>,
    count: Option<IgnoredAny>,
    post_count: Option<IgnoredAny>,
    // Media.
    source_url: Option<IgnoredAny>,
    media_type: Option<IgnoredAny>,
    mime_type: Option<IgnoredAny>,
    media_details: Option<IgnoredAny>,
    // Comments.
    author_name: Option<IgnoredAny>,
    author_avatar_urls: Option<IgnoredAny>,
    post: Option<IgnoredAny>,
    // Posts, of which types without title and excerpt have the others.
    title: Option<IgnoredAny>,
    excerpt: Option<IgnoredAny>,
    guid: Option<IgnoredAny>,
    class_list: Option<IgnoredAny>,
    slug: Option<IgnoredAny>,
    #[serde(rename = "type")]
    kind: Option<IgnoredAny>,
    // Errors and the site's index, which are none of these.
    code: Option<IgnoredAny>,
    namespaces: Option<IgnoredAny>,
}

/// Whether a member is there, be it null.
#[derive(Default)]
struct There(bool);

impl<'de> Deserialize<'de> for There {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| There(true))
    }
}

/// Tells what an object is; `None` if it is nothing that a post refers to.
pub(super) fn shape(json: &str) -> Option<Shape> {
    let Object(members) = serde_json::from_str(json).ok()?;
    let m: Members = members?;
    let any = |members: &[&Option<IgnoredAny>]| members.iter().any(|member| member.is_some());
    if !(m.id.0 || m.upper_id.0) || any(&[&m.code, &m.namespaces]) {
        return None;
    }
    if any(&[&m.source_url, &m.media_type, &m.mime_type, &m.media_details]) {
        return Some(Shape::Media);
    }
    if any(&[&m.title, &m.excerpt, &m.guid, &m.class_list]) || m.slug.and(m.kind).is_some() {
        return Some(Shape::Post);
    }
    if any(&[&m.post, &m.author_name, &m.author_avatar_urls]) {
        return Some(Shape::Comment);
    }
    if any(&[&m.taxonomy, &m.count, &m.post_count]) {
        return Some(Shape::Term);
    }
    if any(&[&m.avatar_urls, &m.avatar_url, &m.nice_name, &m.capabilities]) {
        return Some(Shape::User);
    }
    m.name.is_some().then_some(Shape::Named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_told_by_their_members() {
        for (json, expected) in [
            (r#"{"id":1,"name":"A","slug":"a","avatar_urls":{}}"#, Some(Shape::User)),
            (r#"{"ID":1,"name":"A","nice_name":"a"}"#, Some(Shape::User)),
            (r#"{"id":1,"name":"A","taxonomy":"category","parent":0}"#, Some(Shape::Term)),
            (r#"{"ID":1,"name":"A","slug":"a","post_count":3}"#, Some(Shape::Term)),
            (r#"{"id":1,"title":{},"source_url":"a"}"#, Some(Shape::Media)),
            (r#"{"ID":1,"URL":"a","mime_type":"image/png"}"#, Some(Shape::Media)),
            (r#"{"id":1,"post":2,"author_name":""}"#, Some(Shape::Comment)),
            (r#"{"id":1,"post":2,"content":{}}"#, Some(Shape::Comment)),
            (r#"{"id":1,"post":2}"#, Some(Shape::Comment)),
            (r#"{"id":1,"guid":{},"content":{},"link":"a"}"#, Some(Shape::Post)),
            (r#"{"id":1,"slug":"a","type":"signal","link":"a"}"#, Some(Shape::Post)),
            (r#"{"id":1,"name":"A"}"#, Some(Shape::Named)),
            (r#"{"id":1,"title":{},"content":{}}"#, Some(Shape::Post)),
            (r#"{"code":"rest_no_route","message":"M"}"#, None),
            (r#"{"name":"S","home":"h","namespaces":[]}"#, None),
            (r#"{"id":1}"#, None),
        ] {
            assert_eq!(shape(json), expected, "{json}");
        }
    }

    #[test]
    fn a_comment_names_its_post_by_number_or_whole() {
        let numbers = |json| serde_json::from_str::<Numbers<'_>>(json).unwrap();
        assert_eq!(numbers(r#"{"id":1,"post":2}"#).post(), Some(2));
        assert_eq!(numbers(r#"{"ID":1,"post":{"ID":2,"title":"T"}}"#).post(), Some(2));
        assert_eq!(numbers(r#"{"ID":1,"post_ID":2}"#).post(), Some(2));
        assert_eq!(numbers(r#"{"id":1,"post":null}"#).post(), None);
        let up = r#"{"id":1,"_links":{"up":[{"href":"https://e.example/wp-json/wp/v2/posts/2"}]}}"#;
        assert_eq!(numbers(up).post(), Some(2));
    }
}
