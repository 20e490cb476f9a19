//! Seriously Simple Podcasting: an episode's file in the post's meta.
//!
//! The meta holds the file's own address; `download_link` counts downloads, and changes with the site's
//! permalinks.

use super::{Plugin, read};
use crate::model::{Enclosure, Entry, Image, Rendition};
use crate::text::url;
use crate::wordpress::loose::{Object, Text};
use crate::wordpress::media::{duration, media_type};
use crate::wordpress::post::Post;
use serde::Deserialize;
use std::borrow::Cow;

pub(super) const PLUGIN: Plugin =
    Plugin { keys: &["download_link", "episode_featured_image"], fill };

#[derive(Default, Deserialize)]
struct Meta {
    #[serde(default)]
    audio_file: Text,
    #[serde(default)]
    duration: Text,
    #[serde(default)]
    filesize_raw: Text,
    #[serde(default)]
    cover_image: Text,
}

fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    let meta: Object<Meta> = read(post, "meta")?;
    let meta = meta.0.unwrap_or_default();
    let link: Text = read(post, "download_link")?;
    // Other plugins have download links too, to whatever files.
    let link = link.filled().filter(|address| media_type(address).is_some());
    let file = meta.audio_file.filled().or(link).and_then(|address| url::absolute(address, None));
    if let Some(file) = file {
        add(entry, file.into_owned(), &meta);
    }
    let featured: Text = read(post, "episode_featured_image")?;
    let picture = featured
        .filled()
        .or(meta.cover_image.filled())
        .and_then(|address| url::absolute(address, None));
    if entry.image.is_none() {
        let full =
            picture.map(|url| Rendition { url: Cow::into_owned(url), ..Rendition::default() });
        entry.image = full.map(|full| Image { full, ..Image::default() });
    }
    Ok(())
}

/// Adds the episode's file, or tells more of it if WordPress has recorded it too.
fn add(entry: &mut Entry, url: String, meta: &Meta) {
    let at =
        entry.enclosures.iter().position(|enclosure| enclosure.url == url).unwrap_or_else(|| {
            let media_type = media_type(&url).map(str::to_owned);
            entry.enclosures.insert(0, Enclosure { url, media_type, ..Enclosure::default() });
            0
        });
    let enclosure = &mut entry.enclosures[at];
    enclosure.length = enclosure.length.or_else(|| length(meta.filesize_raw.filled()?));
    enclosure.duration = enclosure.duration.or_else(|| duration(meta.duration.filled()?));
}

/// The size in bytes; the plugin writes a number of bytes, as a string, into `filesize_raw`.
fn length(text: &str) -> Option<u64> {
    text.trim().parse().ok().filter(|bytes| *bytes > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_download_link_is_an_episode_only_if_it_names_sound_or_film() {
        let urls = |link: &str| {
            let json = serde_json::json!({"id": 1, "download_link": link}).to_string();
            let mut entry = Entry::default();
            fill(&serde_json::from_str(&json).unwrap(), &mut entry).unwrap();
            entry.enclosures.into_iter().map(|file| file.url).collect::<Vec<_>>()
        };
        let episode = "https://e.example/podcast-download/7/fog.mp3?ref=feed";
        assert_eq!(urls(episode), [episode]);
        assert_eq!(urls("https://e.example/download/theme.zip"), [""; 0]);
    }
}
