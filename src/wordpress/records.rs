//! The post meta `enclosure`: a record a file, of which `rss_enclosure` writes the first three lines and
//! PowerPress keeps what it knows of the episode behind them.

use super::loose::{Object, Text};
use super::media;
use super::post::Post;
use crate::model::Enclosure;
use crate::text::url;
use memchr::memmem;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// What the error of [`records`] calls the field.
pub(super) const FIELD: &str = "meta.enclosure";

/// One record.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) file: Enclosure,
    /// What stands behind the third line.
    pub(super) rest: Option<String>,
}

/// The records of a post that name a file.
///
/// # Errors
/// [`FIELD`] if the meta has another form.
pub(super) fn records(post: &Post) -> Result<Vec<Record>, &'static str> {
    let Some(json) =
        post.extra("meta").filter(|json| memmem::find(json.as_bytes(), b"\"enclosure\"").is_some())
    else {
        return Ok(Vec::new());
    };
    let meta: Object<Meta> = serde_json::from_str(json).map_err(|_| FIELD)?;
    let records = meta.0.unwrap_or_default().enclosure.0;
    Ok(records.iter().filter_map(|text| record(text)).collect())
}

/// Reads address, length and type, a line each. The type ends at a blank (`rss_enclosure`); a codec is
/// not told.
fn record(text: &str) -> Option<Record> {
    let mut lines = text.trim().splitn(4, '\n');
    let url = url::absolute(lines.next()?.trim(), None)?.into_owned();
    let length =
        lines.next().and_then(|line| line.trim().parse().ok()).filter(|length| *length > 0);
    let media_type = lines
        .next()
        .and_then(|line| line.trim().split([' ', ';']).next())
        .filter(|name| name.contains('/'));
    let media_type = media_type.or_else(|| media::media_type(&url)).map(str::to_owned);
    let rest = lines.next().map(str::to_owned);
    Some(Record { file: Enclosure { url, media_type, length, ..Enclosure::default() }, rest })
}

/// The part of a post's meta that WordPress's feeds read.
#[derive(Default, Deserialize)]
struct Meta {
    #[serde(default)]
    enclosure: Texts,
}

/// The records of `enclosure`: one string, or a list of them.
#[derive(Default)]
struct Texts(Vec<String>);

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextsVisitor;
        impl<'de> Visitor<'de> for TextsVisitor {
            type Value = Texts;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an enclosure record or a list of them")
            }
            fn visit_str<E>(self, record: &str) -> Result<Texts, E> {
                Ok(Texts(vec![record.to_owned()]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Texts, A::Error> {
                let mut records = Vec::new();
                while let Some(record) = seq.next_element::<Text>()? {
                    records.extend(record.0);
                }
                Ok(Texts(records))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Texts, A::Error> {
                let mut records = Vec::new();
                while let Some((IgnoredAny, record)) = map.next_entry::<_, Text>()? {
                    records.extend(record.0);
                }
                Ok(Texts(records))
            }
            fn visit_unit<E>(self) -> Result<Texts, E> {
                Ok(Texts::default())
            }
            fn visit_bool<E>(self, _: bool) -> Result<Texts, E> {
                Ok(Texts::default())
            }
        }
        deserializer.deserialize_any(TextsVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_records_as_wordpress_does() {
        let full = record(
            "https://m.example/ep 4.mp3\n31457280\naudio/mpeg \na:1:{s:1:\"a\";\ns:1:\"b\";}",
        );
        let Record { file, rest } = full.unwrap();
        assert_eq!(
            (file.url.as_str(), file.length),
            ("https://m.example/ep%204.mp3", Some(31_457_280))
        );
        assert_eq!(file.media_type.as_deref(), Some("audio/mpeg"));
        assert_eq!(rest.as_deref(), Some("a:1:{s:1:\"a\";\ns:1:\"b\";}"));
        let odd =
            record("https://m.example/a.ogg\r\n12,345\r\naudio/ogg; codecs=opus").unwrap().file;
        assert_eq!((odd.length, odd.media_type.as_deref()), (None, Some("audio/ogg")));
        assert_eq!(record("https://m.example/a.mp3\n-1\naudio/mpeg").unwrap().file.length, None);
        assert!(record("\n\n").is_none());
    }
}
