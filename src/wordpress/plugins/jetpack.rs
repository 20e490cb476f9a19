//! Jetpack: `jetpack_featured_media_url`, empty where a post has no featured image.

use super::{Plugin, read};
use crate::model::{Entry, Image, Rendition};
use crate::text::url;
use crate::wordpress::loose::Text;
use crate::wordpress::post::Post;
use std::borrow::Cow;

const KEY: &str = "jetpack_featured_media_url";

pub(super) const PLUGIN: Plugin = Plugin { keys: &[KEY], fill };

fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    if entry.image.is_none() {
        let address: Text = read(post, KEY)?;
        let url = address
            .filled()
            .and_then(|address| url::absolute(address, entry.url.as_deref()))
            .map(Cow::into_owned);
        entry.image = url.map(|url| Image {
            full: Rendition { url, ..Rendition::default() },
            ..Image::default()
        });
    }
    Ok(())
}
