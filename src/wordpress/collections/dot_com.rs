//! Media objects of WordPress.com's `/rest/v1.1/sites/SITE/media`, as `get_media_item_v1_1` makes them.

use crate::wordpress::embedded::{Media, MediaDetails, Size, Sizes};
use crate::wordpress::loose::{Number, Object, Text};
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Item {
    #[serde(rename = "URL")]
    url: Text,
    mime_type: Text,
    alt: Text,
    width: Number,
    height: Number,
    /// Seconds.
    length: Number,
    thumbnails: Object<Thumbnails>,
}

/// Addresses by the names of renditions, whose sizes are not told.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Thumbnails {
    thumbnail: Text,
}

/// Reads a media object; what is no such is one without an address.
pub(super) fn media(json: &str) -> Media {
    let item: Item = serde_json::from_str(json).unwrap_or_default();
    let thumbnail = item.thumbnails.0.unwrap_or_default().thumbnail;
    let thumbnail = Object(Some(Size { source_url: thumbnail, ..Size::default() }));
    Media {
        source_url: item.url,
        mime_type: item.mime_type,
        alt_text: item.alt,
        media_details: Object(Some(MediaDetails {
            width: item.width,
            height: item.height,
            length: item.length,
            sizes: Object(Some(Sizes { thumbnail })),
            ..MediaDetails::default()
        })),
    }
}
