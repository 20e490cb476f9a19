//! Media RSS, <https://www.rssboard.org/media-rss>: the picture that stands for an entry.

use super::{Found, MEDIA, Tag, Vocabularies, XmlWriter};
use crate::model::{Entry, Image, Rendition};
use crate::text::xml;

/// Writes an entry's picture: `media:content` and `media:thumbnail`, or the thumbnail alone beside a
/// sound or film, because some players take the other for the episode.
pub(crate) fn write_picture(xml: &mut XmlWriter, entry: &Entry) {
    let Some(image) = entry.image.as_ref().filter(|image| has_address(&image.full)) else { return };
    let thumbnail = image.thumbnail.as_ref().filter(|thumbnail| has_address(thumbnail));
    if entry.enclosures.iter().any(|e| e.is_audio_or_video() && !xml::is_blank(&e.url)) {
        return write_thumbnail(xml, thumbnail.unwrap_or(&image.full));
    }
    write_content(xml, image);
    if let Some(thumbnail) = thumbnail {
        write_thumbnail(xml, thumbnail);
    }
}

fn write_content(xml: &mut XmlWriter, image: &Image) {
    let Rendition { url, media_type, width, height, length } = &image.full;
    let tag = Tag::from("media:content")
        .with("url", url)
        .with("medium", "image")
        .with_some("type", media_type.as_deref())
        .with_number("width", width.map(u64::from))
        .with_number("height", height.map(u64::from))
        .with_number("fileSize", *length);
    match image.alt.as_deref().filter(|alt| !xml::is_blank(alt)) {
        None => xml.empty(tag),
        Some(alt) => {
            xml.start(tag);
            xml.text(Tag::from("media:description").with("type", "plain"), alt);
            xml.end("media:content");
        }
    }
}

fn write_thumbnail(xml: &mut XmlWriter, thumbnail: &Rendition) {
    xml.empty(
        Tag::from("media:thumbnail")
            .with("url", &thumbnail.url)
            .with_number("width", thumbnail.width.map(u64::from))
            .with_number("height", thumbnail.height.map(u64::from)),
    );
}

fn has_address(rendition: &Rendition) -> bool {
    !xml::is_blank(&rendition.url)
}

/// Takes an entry's picture out of its foreign elements: the first `media:content` that is a picture,
/// else the cover of an episode, whose address the reader has, else the thumbnail. Others stay.
pub(crate) fn read_picture(found: &mut Vocabularies, cover: Option<String>) -> Option<Image> {
    let is_shown = |found: &Found| is_picture(found) && read_rendition(found).is_some();
    let content = found.take_first(MEDIA, "content", is_shown);
    let thumbnail = found.take_first(MEDIA, "thumbnail", |found| read_rendition(found).is_some());
    let thumbnail = thumbnail.as_ref().and_then(read_rendition);
    if let Some((content, full)) = content.as_ref().and_then(|c| Some((c, read_rendition(c)?))) {
        let described = content.children.iter().find(|child| child.name == "description");
        return Some(Image { full, thumbnail, alt: described.map(|d| d.value.clone()) });
    }
    let (full, thumbnail) = match (cover, thumbnail) {
        (Some(url), Some(small)) if url != small.url => {
            (Rendition { url, ..Rendition::default() }, Some(small))
        }
        (_, Some(small)) => (small, None),
        (Some(url), None) => (Rendition { url, ..Rendition::default() }, None),
        (None, None) => return None,
    };
    Some(Image { full, thumbnail, alt: None })
}

fn is_picture(content: &Found) -> bool {
    let kind = content.attribute("type").is_some_and(|t| t.starts_with("image/"));
    kind || content.attribute("medium") == Some("image")
}

fn read_rendition(element: &Found) -> Option<Rendition> {
    let pixels = |name| element.number(name).and_then(|n| u32::try_from(n).ok()).filter(|n| *n > 0);
    Some(Rendition {
        url: element.attribute("url").filter(|url| !xml::is_blank(url))?.to_owned(),
        media_type: element.attribute("type").map(str::to_owned),
        width: pixels("width"),
        height: pixels("height"),
        length: element.number("fileSize").filter(|n| *n > 0),
    })
}
