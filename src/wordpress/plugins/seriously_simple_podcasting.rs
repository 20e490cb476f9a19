//! Seriously Simple Podcasting: an episode's file in the post's meta, and what Apple asks of an episode.
//!
//! The meta holds the file's own address; `download_link` counts downloads, and changes with the site's
//! permalinks.

use super::episode::Episode;
use super::{Plugin, SILENT, read};
use crate::model::{Enclosure, Entry, Image, Rendition};
use crate::text::url;
use crate::wordpress::loose::{Flag, Number, Object, Text};
use crate::wordpress::media::{duration, media_type};
use crate::wordpress::post::Post;
use memchr::memmem;
use serde::Deserialize;
use serde_json::Value;

pub(super) const PLUGIN: Plugin = Plugin {
    name: "Seriously Simple Podcasting",
    keys: &["meta", "download_link", "episode_featured_image"],
    fill,
    ..SILENT
};

#[derive(Default, Deserialize)]
struct Meta {
    #[serde(default)]
    audio_file: Text,
    /// `audio` or `video`.
    #[serde(default)]
    episode_type: Text,
    #[serde(default)]
    duration: Text,
    #[serde(default)]
    filesize_raw: Text,
    #[serde(default)]
    cover_image: Text,
    /// `on` or an empty text.
    #[serde(default)]
    explicit: Value,
    #[serde(default)]
    block: Flag,
    #[serde(default)]
    itunes_title: Text,
    #[serde(default)]
    itunes_season_number: Number,
    #[serde(default)]
    itunes_episode_number: Number,
    #[serde(default)]
    itunes_episode_type: Text,
}

fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    let meta = meta(post)?;
    let link: Text = read(post, "download_link")?;
    // Other plugins have download links too, to whatever files.
    let link = link.filled().filter(|address| media_type(address).is_some());
    let file = meta.audio_file.filled().or(link).and_then(|address| url::web(address, None));
    if let Some(file) = &file {
        add(entry, file, &meta);
    }
    let featured: Text = read(post, "episode_featured_image")?;
    let picture =
        featured.filled().or(meta.cover_image.filled()).and_then(|address| url::web(address, None));
    if entry.image.is_none() {
        let full = picture.map(|url| Rendition { url, ..Rendition::default() });
        entry.image = full.map(|full| Image { full, ..Image::default() });
    }
    if file.is_some() {
        meta.episode().fill(entry);
    }
    Ok(())
}

/// The post's meta, if the plugin is there: most metas are of others and not worth reading.
fn meta(post: &Post) -> Result<Meta, &'static str> {
    let own = post
        .extra("meta")
        .is_some_and(|raw| memmem::find(raw.as_bytes(), b"\"audio_file\"").is_some());
    let meta: Object<Meta> = if own { read(post, "meta")? } else { Object::default() };
    Ok(meta.0.unwrap_or_default())
}

/// Adds the episode's file, or tells more of it if WordPress has recorded it too.
fn add(entry: &mut Entry, url: &str, meta: &Meta) {
    let known = entry.enclosures.iter().position(|enclosure| enclosure.url == url);
    let at = known.unwrap_or_else(|| {
        let media_type = media_type(url).or_else(|| meta.media_type()).map(str::to_owned);
        let url = url.to_owned();
        entry.enclosures.insert(0, Enclosure { url, media_type, ..Enclosure::default() });
        0
    });
    let enclosure = &mut entry.enclosures[at];
    enclosure.length = enclosure.length.or_else(|| length(meta.filesize_raw.filled()?));
    enclosure.duration = enclosure.duration.or_else(|| duration(meta.duration.filled()?));
}

impl Meta {
    /// The type of a file whose address tells none, as the plugin's own feed has it.
    fn media_type(&self) -> Option<&'static str> {
        match self.episode_type.filled()? {
            "audio" => Some("audio/mpeg"),
            "video" => Some("video/mp4"),
            _ => None,
        }
    }

    fn episode(&self) -> Episode<'_> {
        Episode {
            title: self.itunes_title.filled(),
            season: self.itunes_season_number.0,
            number: self.itunes_episode_number.0,
            kind: self.itunes_episode_type.filled(),
            explicit: explicit(&self.explicit),
            blocked: self.block.0,
            cover: self.cover_image.filled(),
        }
    }
}

/// Whether there is explicit language, which the plugin says with `on` and other versions with Apple's words.
fn explicit(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(told) => Some(*told),
        Value::String(word) => match word.trim().to_ascii_lowercase().as_str() {
            "on" | "yes" | "true" | "1" | "explicit" => Some(true),
            "" | "off" | "no" | "false" | "0" | "clean" => Some(false),
            _ => None,
        },
        _ => None,
    }
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
