//! Yoast SEO: `yoast_head_json`, `null` where Yoast has nothing to say.

use super::{Plugin, read};
use crate::model::{Entry, Image, Rendition};
use crate::text::url;
use crate::wordpress::loose::{List, Number, Object, Text};
use crate::wordpress::post::Post;
use serde::Deserialize;
use std::borrow::Cow;

const KEY: &str = "yoast_head_json";

pub(super) const PLUGIN: Plugin = Plugin { keys: &[KEY], fill };

#[derive(Default, Deserialize)]
struct Head {
    #[serde(default)]
    og_image: List<Object<Picture>>,
    #[serde(default)]
    schema: Object<Schema>,
}

#[derive(Default, Deserialize)]
struct Picture {
    #[serde(default)]
    url: Text,
    #[serde(rename = "type", default)]
    media_type: Text,
    #[serde(default)]
    width: Number,
    #[serde(default)]
    height: Number,
}

#[derive(Default, Deserialize)]
struct Schema {
    #[serde(rename = "@graph", default)]
    graph: List<Object<Node>>,
}

#[derive(Default, Deserialize)]
struct Node {
    #[serde(rename = "inLanguage", default)]
    language: Text,
}

fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    let head: Object<Head> = read(post, KEY)?;
    let Some(head) = head.0 else { return Ok(()) };
    let nodes = head.schema.0.unwrap_or_default().graph.0;
    let language = nodes.iter().find_map(|node| node.0.as_ref()?.language.filled());
    if entry.language.is_none() {
        entry.language = language.map(str::to_owned);
    }
    // Yoast falls back to a picture of the site; only a post with a featured image gets one from here.
    if entry.image.is_none() && post.featured_media.0 != Some(0) {
        entry.image = head
            .og_image
            .0
            .iter()
            .find_map(|picture| image(picture.0.as_ref()?, entry.url.as_deref()));
    }
    Ok(())
}

fn image(picture: &Picture, link: Option<&str>) -> Option<Image> {
    let pixels = |number: Number| number.positive().and_then(|n| u32::try_from(n).ok());
    let full = Rendition {
        url: url::absolute(picture.url.filled()?, link).map(Cow::into_owned)?,
        media_type: picture.media_type.filled().map(str::to_owned),
        width: pixels(picture.width),
        height: pixels(picture.height),
        length: None,
    };
    Some(Image { full, ..Image::default() })
}
