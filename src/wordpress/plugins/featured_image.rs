//! Plugins and builders that put the featured image's address into the post: Better REST API Featured
//! Images, Spectra, and others. The shapes are from memory, not from a recording.

use super::{Plugin, read};
use crate::model::{Entry, Image, Rendition};
use crate::text::url;
use crate::wordpress::loose::{List, Object, Text};
use crate::wordpress::post::Post;
use serde::Deserialize;
use std::borrow::Cow;

pub(super) const PLUGIN: Plugin = Plugin {
    keys: &[
        "better_featured_image",
        "uagb_featured_image_src",
        "featured_media_url",
        "featured_image",
    ],
    fill,
};

#[derive(Default, Deserialize)]
struct Better {
    #[serde(default)]
    source_url: Text,
    #[serde(default)]
    alt_text: Text,
}

/// The renditions of Spectra, each `[address, width, height, …]`.
#[derive(Default, Deserialize)]
struct Spectra {
    #[serde(default)]
    full: List<Text>,
}

fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    if entry.image.is_some() {
        return Ok(());
    }
    let better: Object<Better> = read(post, "better_featured_image")?;
    let spectra: Object<Spectra> = read(post, "uagb_featured_image_src")?;
    let better = better.0.unwrap_or_default();
    let spectra = spectra.0.unwrap_or_default().full.0.into_iter().next().unwrap_or_default();
    let plain: [Text; 2] = [read(post, "featured_media_url")?, read(post, "featured_image")?];
    let addresses = [&better.source_url, &spectra, &plain[0], &plain[1]];
    let address = addresses.into_iter().find_map(Text::filled);
    if let Some(url) = address
        .and_then(|address| url::absolute(address, entry.url.as_deref()))
        .map(Cow::into_owned)
    {
        let alt = better.alt_text.filled().map(str::to_owned);
        entry.image = Some(Image {
            full: Rendition { url, ..Rendition::default() },
            alt,
            ..Image::default()
        });
    }
    Ok(())
}
