//! The members of a post that are read, by name.

use crate::wordpress::plugins;
use serde::de::{self, Deserialize, Deserializer, Visitor};
use std::fmt;

/// The members of a post that are read.
#[derive(Clone, Copy)]
pub(super) enum Key {
    Id,
    Date,
    DateGmt,
    Modified,
    ModifiedGmt,
    Guid,
    Link,
    Url,
    Slug,
    Status,
    Type,
    Subtype,
    Title,
    Content,
    Description,
    Excerpt,
    Caption,
    Password,
    HasPassword,
    Author,
    FeaturedMedia,
    CommentStatus,
    Discussion,
    Categories,
    Tags,
    Terms,
    ClassList,
    Embedded,
    Links,
    SourceUrl,
    MimeType,
    AltText,
    MediaDetails,
    Extra(&'static str),
    AuthorName,
    Foreign,
    Other,
}

impl Key {
    fn of(name: &str) -> Key {
        match name {
            "id" | "ID" => Key::Id,
            "date" => Key::Date,
            "date_gmt" => Key::DateGmt,
            "modified" => Key::Modified,
            "modified_gmt" => Key::ModifiedGmt,
            "guid" => Key::Guid,
            "link" => Key::Link,
            "URL" | "url" | "permalink" => Key::Url,
            "slug" => Key::Slug,
            "status" => Key::Status,
            "type" => Key::Type,
            "subtype" => Key::Subtype,
            "title" => Key::Title,
            "content" => Key::Content,
            "description" => Key::Description,
            "excerpt" => Key::Excerpt,
            "caption" => Key::Caption,
            "password" => Key::Password,
            "author" => Key::Author,
            "featured_media" => Key::FeaturedMedia,
            "comment_status" => Key::CommentStatus,
            "discussion" => Key::Discussion,
            "categories" => Key::Categories,
            "tags" => Key::Tags,
            "terms" => Key::Terms,
            "class_list" => Key::ClassList,
            "_embedded" => Key::Embedded,
            "_links" => Key::Links,
            "source_url" => Key::SourceUrl,
            "mime_type" => Key::MimeType,
            "alt_text" => Key::AltText,
            "media_details" => Key::MediaDetails,
            "has_password" => Key::HasPassword,
            "author_name" => Key::AuthorName,
            "taxonomy" | "avatar_urls" | "author_avatar_urls" | "post" | "namespaces"
            | "routes" | "provider_url" | "timezone" | "post_title" | "short_description"
            | "userId" => Key::Foreign,
            _ => plugins::key(name).map_or(Key::Other, Key::Extra),
        }
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl Visitor<'_> for KeyVisitor {
            type Value = Key;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field name")
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Key, E> {
                Ok(Key::of(name))
            }
        }
        deserializer.deserialize_identifier(KeyVisitor)
    }
}
