//! The document as the specification has it; members in the order in which it names them.
//!
//! For writing, texts are borrowed from the model.
//! Nothing is ever `null` or empty: what is absent is left out.

use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;

/// A text, borrowed for writing and owned after reading.
pub(super) type Text<'a> = Cow<'a, str>;

/// The top level.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Document<'a> {
    pub(super) version: Text<'a>,
    #[serde(deserialize_with = "or_default")]
    pub(super) title: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) home_page_url: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) feed_url: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) icon: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) favicon: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "or_default")]
    pub(super) authors: Vec<Author<'a>>,
    /// Version 1.0 knew one author alone; read, never written.
    #[serde(skip_serializing)]
    pub(super) author: Option<Author<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "or_default")]
    pub(super) hubs: Vec<Hub<'a>>,
    /// Written one by one, behind all that stands before them.
    #[serde(skip_serializing, deserialize_with = "or_default")]
    pub(super) items: Vec<Item<'a>>,
}

/// One of `items`.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Item<'a> {
    #[serde(deserialize_with = "id")]
    pub(super) id: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) content_html: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) content_text: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) summary: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) image: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_published: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_modified: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "or_default")]
    pub(super) authors: Vec<Author<'a>>,
    /// Version 1.0 knew one author alone; read, never written.
    #[serde(skip_serializing)]
    pub(super) author: Option<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "or_default")]
    pub(super) tags: Vec<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "or_default")]
    pub(super) attachments: Vec<Attachment<'a>>,
}

/// One of `authors`.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Author<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) avatar: Option<Text<'a>>,
}

/// One of `hubs`.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Hub<'a> {
    #[serde(rename = "type")]
    pub(super) kind: Text<'a>,
    pub(super) url: Text<'a>,
}

/// One of `attachments`.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Attachment<'a> {
    pub(super) url: Text<'a>,
    pub(super) mime_type: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) size_in_bytes: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "seconds")]
    pub(super) duration_in_seconds: Option<u64>,
}

/// Ids are strings, but the specification asks readers to take a number for one.
fn id<'de, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<Text<'a>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Id {
        Text(String),
        Number(serde_json::Number),
    }
    Ok(Cow::Owned(match Id::deserialize(deserializer)? {
        Id::Text(text) => text,
        Id::Number(number) => number.to_string(),
    }))
}

/// Some feeds have fractions of seconds.
fn seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    let seconds = Option::<serde_json::Number>::deserialize(deserializer)?;
    Ok(seconds.and_then(|n| n.as_u64().or_else(|| n.as_f64().map(|n| n.round() as u64))))
}

/// Some feeds have `null` for what is absent.
fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}
