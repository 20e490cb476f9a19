//! Members that the model has no field for: read as extensions of JSON Feed's own vocabulary, and written
//! behind the others.

use super::layout::{self, Layout};
use crate::formats::xml::JSON;
use crate::model::Extension;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The members of the document that have fields.
const OF_FEED: [&str; 12] = [
    "version",
    "title",
    "home_page_url",
    "feed_url",
    "description",
    "icon",
    "authors",
    "author",
    "language",
    "hubs",
    "items",
    "favicon",
];

/// The members of an item that have fields.
const OF_ITEM: [&str; 14] = [
    "id",
    "url",
    "title",
    "content_html",
    "content_text",
    "summary",
    "image",
    "date_published",
    "date_modified",
    "authors",
    "author",
    "tags",
    "language",
    "attachments",
];

/// The members that are left, of the document and of each item.
#[derive(Debug, Default)]
pub(super) struct More {
    pub(super) of_feed: Vec<Extension>,
    pub(super) of_items: Vec<Vec<Extension>>,
}

impl More {
    /// Reads a document that was read before. Where there is an icon too, the favicon is one of them.
    pub(super) fn read(bytes: &[u8]) -> More {
        let whole: BTreeMap<String, Value> = serde_json::from_slice(bytes).unwrap_or_default();
        let items =
            Vec::<BTreeMap<String, Value>>::deserialize(whole.get("items").unwrap_or(&Value::Null));
        let both = filled(whole.get("icon")) && filled(whole.get("favicon"));
        let known = if both { &OF_FEED[..OF_FEED.len() - 1] } else { &OF_FEED };
        let of_items = items.unwrap_or_default().iter().map(|item| rest(item, &OF_ITEM)).collect();
        More { of_feed: rest(&whole, known), of_items }
    }
}

fn filled(value: Option<&Value>) -> bool {
    value.and_then(Value::as_str).is_some_and(|text| !text.is_empty())
}

/// The members that are not known; `null` says nothing.
fn rest(members: &BTreeMap<String, Value>, known: &[&str]) -> Vec<Extension> {
    let others =
        members.iter().filter(|(name, value)| !known.contains(&name.as_str()) && !value.is_null());
    others.map(|(name, value)| Extension::new(JSON.0, JSON.1, name, &value.to_string())).collect()
}

/// Appends the members to an object that has just been written, if there are any and it has none of these
/// names.
pub(super) fn append(all: &[Extension], layout: Layout, out: &mut Vec<u8>) {
    let own = all.iter().filter(|extension| extension.namespace == JSON.1);
    for Extension { name, value, .. } in own {
        let known =
            OF_FEED.iter().chain(&OF_ITEM).any(|known| known == name && *known != "favicon");
        let Ok(value) = serde_json::from_str::<Value>(value) else { continue };
        if known || !out.ends_with(b"}") {
            continue;
        }
        out.pop();
        while out.last().is_some_and(u8::is_ascii_whitespace) {
            out.pop();
        }
        out.push(b',');
        layout::member(name, &value, layout, out);
    }
}
