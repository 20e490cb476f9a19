//! The files of a post: what the post meta `enclosure` records, else what the content plays or links.

use crate::model::Enclosure;
use crate::report::NoteKind;
use crate::text::{html, url};
use crate::wordpress::embedded::Media;
use crate::wordpress::loose::{Object, Text};
use crate::wordpress::post::Post;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

/// WordPress's media types of sound and film by the endings of files (`wp_get_mime_types`).
const MEDIA_TYPES: [(&str, &[&str]); 23] = [
    ("audio/mpeg", &["mp3", "m4a", "m4b"]),
    ("audio/aac", &["aac"]),
    ("audio/flac", &["flac"]),
    ("audio/midi", &["mid", "midi"]),
    ("audio/ogg", &["ogg", "oga", "opus"]),
    ("audio/wav", &["wav", "x-wav"]),
    ("audio/x-matroska", &["mka"]),
    ("audio/x-ms-wax", &["wax"]),
    ("audio/x-ms-wma", &["wma"]),
    ("audio/x-realaudio", &["ra", "ram"]),
    ("video/3gpp", &["3gp", "3gpp"]),
    ("video/3gpp2", &["3g2", "3gp2"]),
    ("video/avi", &["avi"]),
    ("video/divx", &["divx"]),
    ("video/mp4", &["mp4", "m4v"]),
    ("video/mpeg", &["mpeg", "mpg", "mpe"]),
    ("video/ogg", &["ogv"]),
    ("video/quicktime", &["mov", "qt"]),
    ("video/webm", &["webm"]),
    ("video/x-flv", &["flv"]),
    ("video/x-matroska", &["mkv"]),
    ("video/x-ms-asf", &["asf", "asx"]),
    ("video/x-ms-wmv", &["wmv", "wmx", "wm"]),
];

/// The media type of sound or film that an address names by its ending.
pub(in crate::wordpress) fn media_type(address: &str) -> Option<&'static str> {
    let extension = url::extension(address)?;
    MEDIA_TYPES
        .iter()
        .find(|(_, endings)| endings.contains(&extension.as_str()))
        .map(|(name, _)| *name)
}

/// Reads a running time as plugins write it: `1:02:03`, `62:03`, `3723`, in seconds.
pub(in crate::wordpress) fn duration(text: &str) -> Option<u64> {
    let mut seconds = 0u64;
    for part in text.trim().split(':') {
        let part: u64 = part.split('.').next()?.parse().ok()?;
        seconds = seconds.checked_mul(60)?.checked_add(part)?;
    }
    Some(seconds).filter(|seconds| *seconds > 0)
}

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
    enclosures.extend(file(&post.file));
    for enclosure in &mut enclosures {
        complete(enclosure, post);
    }
    enclosures
}

/// The files that the content plays or links, as `do_enclose` finds them when a post is saved.
pub(super) fn in_content(post: &Post, link: Option<&str>) -> Vec<Enclosure> {
    let content = post.content.as_ref().and_then(|content| content.html.as_deref()).unwrap_or("");
    if !may_hold_files(content) {
        return Vec::new();
    }
    let mut enclosures: Vec<Enclosure> = Vec::new();
    for (address, declared) in addresses(content) {
        let Some(address) =
            url::absolute(without_counter(&html::decode(&address)), link).map(Cow::into_owned)
        else {
            continue;
        };
        let declared =
            declared.filter(|name| name.starts_with("audio/") || name.starts_with("video/"));
        let media_type = declared.or_else(|| media_type(&address).map(str::to_owned));
        let new = enclosures.iter().all(|enclosure| enclosure.url != address);
        if new && media_type.is_some() && url::origin(&address).is_some() {
            enclosures.push(Enclosure { url: address, media_type, ..Enclosure::default() });
        }
    }
    for enclosure in &mut enclosures {
        complete(enclosure, post);
    }
    enclosures
}

/// Looks whether content has a player, or a link whose address ends like a file's; without any it is
/// not parsed.
fn may_hold_files(content: &str) -> bool {
    memchr::memchr_iter(b'<', content.as_bytes()).any(|at| {
        let tag = &content.as_bytes()[at + 1..];
        match tag.first() {
            Some(b'a' | b'A') if tag.get(1).is_some_and(u8::is_ascii_whitespace) => links_file(tag),
            Some(b'a' | b'A') => starts_with(tag, b"audio"),
            Some(b'v' | b'V') => starts_with(tag, b"video"),
            _ => false,
        }
    })
}

/// Looks whether a tag holds what ends like the address of a file, in whatever attribute.
fn links_file(tag: &[u8]) -> bool {
    let end = memchr::memchr(b'>', tag).unwrap_or(tag.len());
    let words = tag[..end].split(|byte| b"\"' \t\r\n?#".contains(byte));
    words
        .filter_map(|word| word.iter().rposition(|byte| *byte == b'.').map(|dot| &word[dot + 1..]))
        .any(is_ending)
}

fn is_ending(ending: &[u8]) -> bool {
    let known = MEDIA_TYPES.iter().flat_map(|(_, endings)| *endings);
    ending.len() < 6 && known.into_iter().any(|known| known.as_bytes().eq_ignore_ascii_case(ending))
}

fn starts_with(tag: &[u8], name: &[u8]) -> bool {
    tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
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
    let media_type = media_type.or_else(|| self::media_type(&url)).map(str::to_owned);
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
    duration(behind.split('"').nth(1)?)
}

/// The file of a media object that is sound or film.
fn file(media: &Media) -> Option<Enclosure> {
    let media_type =
        media.mime_type.filled().filter(|t| t.starts_with("audio/") || t.starts_with("video/"))?;
    let url = url::absolute(media.source_url.filled()?, None)?.into_owned();
    Some(Enclosure { url, media_type: Some(media_type.to_owned()), ..Enclosure::default() })
}

/// Fills in size and running time from a media object that the document has of the same file.
fn complete(enclosure: &mut Enclosure, post: &Post) {
    let known = post.embedded.featured_media().into_iter().chain([&post.file]);
    let same = |media: &&Media| {
        media.source_url.filled().is_some_and(|address| url::encode(address) == enclosure.url)
    };
    if let Some(details) = known.filter(same).find_map(|media| media.media_details.0.as_ref()) {
        enclosure.length = enclosure.length.or(details.filesize.positive());
        enclosure.duration = enclosure.duration.or(details.length.positive());
    }
}

/// The addresses of players and links in HTML, still escaped, and the type that a player declares.
fn addresses(content: &str) -> Vec<(String, Option<String>)> {
    let found = RefCell::new(Vec::new());
    let take = |attribute: &'static str, typed: bool| {
        let found = &found;
        move |element: &mut Element<'_, '_>| {
            let media_type = if typed { element.get_attribute("type") } else { None };
            found
                .borrow_mut()
                .extend(element.get_attribute(attribute).map(|address| (address, media_type)));
            Ok(())
        }
    };
    let settings = RewriteStrSettings::new()
        .with_strict(false)
        .append_element_content_handler(element!("audio[src], video[src]", take("src", false)))
        .append_element_content_handler(element!(
            "audio source[src], video source[src]",
            take("src", true)
        ))
        .append_element_content_handler(element!("a[href]", take("href", false)));
    // Markup that the parser gives up on is read as far as it goes.
    drop(rewrite_str(content, settings));
    found.into_inner()
}

/// Takes off the `?_=1` that WordPress's shortcodes put behind an address so that browsers load it anew.
fn without_counter(address: &str) -> &str {
    let cut =
        address.rfind("?_=").filter(|at| address[at + 3..].bytes().all(|b| b.is_ascii_digit()));
    cut.map_or(address, |at| &address[..at])
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

    #[test]
    fn reads_running_times() {
        assert_eq!(duration("1:02:03"), Some(3723));
        assert_eq!(duration("62:03"), Some(3723));
        assert_eq!(duration("3723"), Some(3723));
        assert_eq!(duration("an hour"), None);
        assert_eq!(duration("00:00"), None);
    }

    #[test]
    fn finds_players_and_links() {
        let content = "<audio src='/a.mp3?_=1'></audio><video><source src=\"b.webm\" type='video/webm'></video>\
            <a href=\"/c.mp3?x=1&amp;y=2\">c</a><a href=/page>page</a><a href='/a.mp3'>again</a>";
        let json = serde_json::json!({"content": content}).to_string();
        let post: Post = serde_json::from_str(&json).unwrap();
        let urls: Vec<_> =
            in_content(&post, Some("https://e.example/p")).into_iter().map(|e| e.url).collect();
        assert_eq!(
            urls,
            [
                "https://e.example/a.mp3",
                "https://e.example/b.webm",
                "https://e.example/c.mp3?x=1&y=2"
            ]
        );
    }
}
