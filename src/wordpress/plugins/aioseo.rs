//! All in One SEO: `aioseo_head_json`, as its `getHeadJson` makes it; an empty list where it is
//! turned off.

use super::{Plugin, SILENT, read, schema};
use crate::model::{Entry, Image, Rendition};
use crate::text::url;
use crate::wordpress::loose::{Number, Object, Text};
use crate::wordpress::post::Post;
use serde::Deserialize;

const KEY: &str = "aioseo_head_json";

pub(super) const PLUGIN: Plugin =
    Plugin { name: "All in One SEO", keys: &[KEY], fill, description, ..SILENT };

#[derive(Default, Deserialize)]
struct Head {
    #[serde(default)]
    description: Text,
    #[serde(default)]
    canonical_url: Text,
    #[serde(rename = "og:image", default)]
    picture: Text,
    #[serde(rename = "og:image:width", default)]
    width: Number,
    #[serde(rename = "og:image:height", default)]
    height: Number,
}

fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    if entry.language.is_none() {
        entry.language = schema::language(post, KEY);
    }
    if entry.image.is_none() && schema::may_have_picture(post) {
        let head: Object<Head> = read(post, KEY)?;
        entry.image = head.0.and_then(|head| image(&head, entry.url.as_deref()));
    }
    Ok(())
}

fn description(post: &Post) -> Option<String> {
    schema::description(&head(post).description)
}

/// The address of the page by which search engines are to know it.
pub(super) fn canonical(post: &Post) -> Option<String> {
    url::web(head(post).canonical_url.filled()?, None)
}

fn head(post: &Post) -> Head {
    read(post, KEY).ok().and_then(|head: Object<Head>| head.0).unwrap_or_default()
}

fn image(head: &Head, link: Option<&str>) -> Option<Image> {
    let pixels = |number: Number| number.positive().and_then(|n| u32::try_from(n).ok());
    let full = Rendition {
        url: url::web(head.picture.filled()?, link)?,
        width: pixels(head.width),
        height: pixels(head.height),
        ..Rendition::default()
    };
    Some(Image { full, ..Image::default() })
}
