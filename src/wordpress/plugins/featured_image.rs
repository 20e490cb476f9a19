//! Plugins, themes and sites' own code that put the featured image into the post itself: Jetpack, Better
//! REST API Featured Images, Spectra, Newspack and others; WordPress.com's v1.1 and the first version of
//! the REST API do too.
//!
//! There are few shapes among them, and any field may have any: an address, `[address, width, height, …]`,
//! an object with an address, renditions by their names, a list of these.

use super::{Plugin, SILENT};
use crate::model::{Entry, Image, Rendition};
use crate::text::url;
use crate::wordpress::embedded::Media;
use crate::wordpress::picture::picture;
use crate::wordpress::post::Post;
use serde::Deserialize;
use serde_json::{Map, Value};

pub(super) const PLUGIN: Plugin =
    Plugin { name: "Jetpack and others", keys: &KEYS, fill, ..SILENT };

/// Where the picture may be, the field that tells most of it first.
const KEYS: [&str; 19] = [
    "better_featured_image",
    "uagb_featured_image_src",
    "rttpg_featured_image_url",
    "qubely_featured_image_url",
    "newspack_featured_image_src",
    "featured_image_urls",
    "featured_image_urls_v2",
    "post_thumbnail",
    "thumbnail_images",
    "featured_image",
    "jetpack_featured_media_url",
    "featured_media_url",
    "featured_media_src_url",
    "featured_image_url",
    "featured_image_src",
    "featured_img_url",
    "featured_img",
    "fimg_url",
    "thumbnail_url",
];

/// The members of an object that hold a picture's address.
const ADDRESSES: [&str; 5] = ["source_url", "url", "src", "source", "URL"];

/// The members of an object that hold a rendition, the largest first.
const RENDITIONS: [&str; 6] = ["full", "original", "large", "medium_large", "medium", "sizes"];

fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    if entry.image.is_none() {
        let base = entry.url.as_deref();
        let own = post.featured_media.picture.as_ref().and_then(|value| image(value, base));
        entry.image = own.or_else(|| KEYS.iter().find_map(|key| told(post, key, base)));
    }
    Ok(())
}

fn told(post: &Post, key: &str, base: Option<&str>) -> Option<Image> {
    let value: Value = serde_json::from_str(post.extra(key)?).ok()?;
    image(&value, base)
}

/// The picture that a value tells; relative addresses are resolved against the permalink.
pub(super) fn image(value: &Value, base: Option<&str>) -> Option<Image> {
    match value {
        Value::String(_) => sized(value, base, None, None),
        Value::Array(parts) => match parts.as_slice() {
            [address @ Value::String(_), width, height, ..] => {
                sized(address, base, Some(width), Some(height))
            }
            parts => parts.iter().find_map(|part| image(part, base)),
        },
        Value::Object(object) => of_object(value, object, base),
        _ => None,
    }
}

fn of_object(value: &Value, object: &Map<String, Value>, base: Option<&str>) -> Option<Image> {
    let media = Media::deserialize(value).ok().and_then(|media| picture(&media, base));
    media.or_else(|| addressed(object, base)).or_else(|| {
        RENDITIONS.iter().find_map(|name| object.get(*name)).and_then(|value| image(value, base))
    })
}

/// An object that has the address, and may have size, type and alternative text beside it.
fn addressed(object: &Map<String, Value>, base: Option<&str>) -> Option<Image> {
    let address = ADDRESSES.iter().find_map(|name| object.get(*name).filter(|v| v.is_string()))?;
    let meta = object.get("attachment_meta").and_then(Value::as_object).unwrap_or(object);
    let mut image = sized(address, base, meta.get("width"), meta.get("height"))?;
    let text = |name: &str| object.get(name).and_then(Value::as_str).filter(|t| !t.is_empty());
    image.full.media_type = text("mime_type").map(str::to_owned);
    image.alt = text("alt_text").or_else(|| text("alt")).map(str::to_owned);
    Some(image)
}

fn sized(
    address: &Value,
    base: Option<&str>,
    width: Option<&Value>,
    height: Option<&Value>,
) -> Option<Image> {
    let address = address.as_str().filter(|text| text.contains('/') && !text.contains('<'))?;
    let pixels = |number: Option<&Value>| {
        number?.as_u64().filter(|n| *n > 0).and_then(|n| u32::try_from(n).ok())
    };
    let full = Rendition {
        url: url::web(address, base)?,
        width: pixels(width),
        height: pixels(height),
        ..Rendition::default()
    };
    Some(Image { full, ..Image::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_tells_the_picture() {
        let address = "https://e.org/a.jpg";
        for (json, pixels) in [
            (r#""https://e.org/a.jpg""#, None),
            (r#"["https://e.org/a.jpg",20,10,false]"#, Some(20)),
            (
                r#"{"full":["https://e.org/a.jpg",20,10],"medium":["https://e.org/b.jpg",2,1]}"#,
                Some(20),
            ),
            (r#"{"large":"https://e.org/a.jpg","thumbnail":"https://e.org/b.jpg"}"#, None),
            (r#"[{"src":"https://e.org/a.jpg","width":20,"height":10},{"src":"b.jpg"}]"#, Some(20)),
            (r#"{"source":"https://e.org/a.jpg","attachment_meta":{"width":20}}"#, Some(20)),
            (r#"{"id":1,"source_url":"/a.jpg","media_details":{"width":"20"}}"#, Some(20)),
            (r#"{"id":1,"sizes":{"full":{"url":"https://e.org/a.jpg"}}}"#, None),
        ] {
            let value = serde_json::from_str(json).unwrap();
            let full = image(&value, Some("https://e.org/post/")).expect(json).full;
            assert_eq!((full.url.as_str(), full.width), (address, pixels), "{json}");
        }
    }

    #[test]
    fn what_is_no_address_tells_none() {
        for json in
            ["5", "false", "[]", "{}", r#""12""#, r#""<img src='/a.jpg'>""#, r#"{"full":false}"#]
        {
            let value = serde_json::from_str(json).unwrap();
            assert_eq!(image(&value, Some("https://e.org/post/")), None, "{json}");
        }
    }
}
