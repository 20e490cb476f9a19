//! The files that a post declares: what the post meta `enclosure` records, and a media object's own.

use crate::model::Enclosure;
use crate::report::NoteKind;
use crate::text::url;
use crate::wordpress::collections::Collections;
use crate::wordpress::embedded::Media;
use crate::wordpress::loose::{Object, Text};
use crate::wordpress::media;
use crate::wordpress::post::Post;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// The files that the post itself declares: its `enclosure` records, and its own file if it is a media
/// object.
pub(super) fn declared(post: &Post, note: &mut dyn FnMut(NoteKind, &str)) -> Vec<Enclosure> {
    let mut enclosures = Vec::new();
    if let Some(meta) = post.extra("meta") {
        match serde_json::from_str::<Object<Meta>>(meta.get()) {
            Ok(Object(meta)) => enclosures.extend(
                meta.iter().flat_map(|meta| &meta.enclosure.0).filter_map(|text| record(text)),
            ),
            Err(_) => note(NoteKind::Field, "meta.enclosure"),
        }
    }
    enclosures.extend(post.file.enclosure());
    enclosures
}

/// One record of the meta: address, length and type on a line each, then perhaps a podcast plugin's
/// serialized data. The type ends at a blank (`rss_enclosure`); a codec is not told.
fn record(text: &str) -> Option<Enclosure> {
    let mut lines = text.trim().lines().map(str::trim);
    let url = url::absolute(lines.next()?, None)?.into_owned();
    let length = lines.next().and_then(|line| line.parse().ok()).filter(|length| *length > 0);
    let media_type = lines
        .next()
        .and_then(|line| line.split([' ', ';']).next())
        .filter(|name| name.contains('/'));
    let media_type = media_type.or_else(|| media::media_type(&url)).map(str::to_owned);
    Some(Enclosure {
        url,
        media_type,
        length,
        duration: lines.next().and_then(serialized_duration),
    })
}

/// Finds `s:8:"duration";s:8:"00:31:02";` in PHP's serialized form.
fn serialized_duration(line: &str) -> Option<u64> {
    let (_, behind) = line.split_once("\"duration\";")?;
    media::duration(behind.split('"').nth(1)?)
}

/// Fills in size and running time from a media object of the same file.
pub(super) fn complete(enclosure: &mut Enclosure, post: &Post, collections: &Collections) {
    let known = post.embedded.featured_media().into_iter().chain([&post.file]);
    let same = |media: &&Media| {
        media.source_url.filled().is_some_and(|address| url::encode(address) == enclosure.url)
    };
    let media = known.filter(same).chain(collections.media_of(enclosure));
    for details in media.filter_map(|media| media.media_details.0.as_ref()) {
        enclosure.length = enclosure.length.or(details.filesize.positive());
        enclosure.duration = enclosure.duration.or(details.length.positive());
    }
}

/// The part of a post's meta that WordPress's feeds read.
#[derive(Default, Deserialize)]
struct Meta {
    #[serde(default)]
    enclosure: Records,
}

/// The records of `enclosure`: one string, or a list of them.
#[derive(Default)]
struct Records(Vec<String>);

impl<'de> Deserialize<'de> for Records {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RecordsVisitor;
        impl<'de> Visitor<'de> for RecordsVisitor {
            type Value = Records;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an enclosure record or a list of them")
            }
            fn visit_str<E>(self, record: &str) -> Result<Records, E> {
                Ok(Records(vec![record.to_owned()]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Records, A::Error> {
                let mut records = Vec::new();
                while let Some(record) = seq.next_element::<Text>()? {
                    records.extend(record.0);
                }
                Ok(Records(records))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Records, A::Error> {
                let mut records = Vec::new();
                while let Some((IgnoredAny, record)) = map.next_entry::<_, Text>()? {
                    records.extend(record.0);
                }
                Ok(Records(records))
            }
            fn visit_unit<E>(self) -> Result<Records, E> {
                Ok(Records::default())
            }
            fn visit_bool<E>(self, _: bool) -> Result<Records, E> {
                Ok(Records::default())
            }
        }
        deserializer.deserialize_any(RecordsVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_records_as_wordpress_does() {
        let full = record("https://m.example/ep 4.mp3\n31457280\naudio/mpeg \na:1:{s:8:\"duration\";s:8:\"00:31:02\";}").unwrap();
        assert_eq!(full.url, "https://m.example/ep%204.mp3");
        assert_eq!((full.length, full.duration), (Some(31_457_280), Some(1862)));
        assert_eq!(full.media_type.as_deref(), Some("audio/mpeg"));
        let odd = record("https://m.example/a.ogg\n12,345\naudio/ogg; codecs=opus").unwrap();
        assert_eq!((odd.length, odd.media_type.as_deref()), (None, Some("audio/ogg")));
        assert_eq!(record("https://m.example/a.mp3\n-1\naudio/mpeg").unwrap().length, None);
        assert_eq!(record("\n\n"), None);
    }
}
