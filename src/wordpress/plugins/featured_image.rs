//! Plugins and builders that put the featured image into the post itself: Better REST API Featured
//! Images, Spectra, and others; WordPress.com's v1.1 does too. The shapes are from memory, not from a
//! recording.

use super::{Plugin, read};
use crate::model::{Entry, Image, Rendition};
use crate::text::url;
use crate::wordpress::embedded::Media;
use crate::wordpress::loose::{Number, Object, Text};
use crate::wordpress::map::picture;
use crate::wordpress::post::Post;
use serde::Deserialize;
use serde_json::Value;

pub(super) const PLUGIN: Plugin = Plugin {
    keys: &[
        "better_featured_image",
        "uagb_featured_image_src",
        "post_thumbnail",
        "featured_media_url",
        "featured_image",
    ],
    fill,
};

/// Reads a picture; relative addresses are resolved against the permalink.
type Source = fn(&Post, Option<&str>) -> Result<Option<Image>, &'static str>;

/// Where the picture may be, the field that tells most of it first.
const SOURCES: [Source; 5] = [
    better,
    spectra,
    thumbnail,
    |post, base| Ok(sized(base, &read(post, "featured_media_url")?, None, None)),
    |post, base| Ok(sized(base, &read(post, "featured_image")?, None, None)),
];

fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    for source in SOURCES {
        if entry.image.is_none() {
            entry.image = source(post, entry.url.as_deref())?;
        }
    }
    Ok(())
}

/// Better REST API Featured Images has a media object.
fn better(post: &Post, base: Option<&str>) -> Result<Option<Image>, &'static str> {
    let media: Object<Media> = read(post, "better_featured_image")?;
    Ok(media.0.and_then(|media| picture(&media, base)))
}

/// The renditions of Spectra, each `[address, width, height, …]`, or `false`.
#[derive(Default, Deserialize)]
struct Renditions {
    #[serde(default)]
    full: Value,
}

fn spectra(post: &Post, base: Option<&str>) -> Result<Option<Image>, &'static str> {
    let renditions: Object<Renditions> = read(post, "uagb_featured_image_src")?;
    let full = renditions.0.unwrap_or_default().full;
    let address = Text(full.get(0).and_then(Value::as_str).map(str::to_owned));
    let pixels = |at: usize| full.get(at).and_then(Value::as_u64);
    Ok(sized(base, &address, pixels(1), pixels(2)))
}

/// The picture as v1.1 has it beside the bare address of `featured_image`.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Thumbnail {
    #[serde(rename = "URL")]
    url: Text,
    mime_type: Text,
    width: Number,
    height: Number,
}

fn thumbnail(post: &Post, base: Option<&str>) -> Result<Option<Image>, &'static str> {
    let thumbnail: Object<Thumbnail> = read(post, "post_thumbnail")?;
    let Thumbnail { url, mime_type, width, height } = thumbnail.0.unwrap_or_default();
    let mut image = sized(base, &url, width.0, height.0);
    if let Some(image) = &mut image {
        image.full.media_type = mime_type.filled().map(str::to_owned);
    }
    Ok(image)
}

fn sized(
    base: Option<&str>,
    address: &Text,
    width: Option<u64>,
    height: Option<u64>,
) -> Option<Image> {
    let pixels = |n: Option<u64>| n.filter(|n| *n > 0).and_then(|n| u32::try_from(n).ok());
    let full = Rendition {
        url: url::absolute(address.filled()?, base)?.into_owned(),
        width: pixels(width),
        height: pixels(height),
        ..Rendition::default()
    };
    Some(Image { full, ..Image::default() })
}
