//! Writes one item of an RSS 2.0 feed.

use super::write;
use crate::formats::stand_in;
use crate::formats::xml::{ITUNES, Tag, XmlWriter, write_picture};
use crate::model::{Comments, Enclosure, Entry, Extension, Image};
use crate::text::{date, xml};
use std::borrow::Cow;

/// Writes an item; `description` stands before `content:encoded`, because some readers show the last.
pub(super) fn write_item(xml: &mut XmlWriter, entry: &Entry) {
    xml.start("item");
    xml.some_text("title", entry.title.as_deref());
    xml.some_text("link", entry.url.as_deref());
    // Never a permalink: the permalink of today need not be that of tomorrow.
    xml.some_text(Tag::from("guid").with("isPermaLink", "false"), Some(&entry.id));
    dates(xml, entry);
    entry.authors.iter().for_each(|author| xml.some_text("dc:creator", Some(&author.name)));
    entry.categories.iter().for_each(|category| write::category(xml, category));
    texts(xml, entry);
    media(xml, entry);
    if let Some(discussion) = &entry.comments {
        comments(xml, discussion);
    }
    xml.some_text("dc:language", entry.language.as_deref());
    entry.extensions.iter().for_each(|extension| xml.extension(extension));
    xml.end("item");
}

fn dates(xml: &mut XmlWriter, entry: &Entry) {
    if let Some(published) = entry.published {
        xml.text("pubDate", &date::rfc822(published));
    }
    if let Some(updated) = entry.updated {
        xml.text("atom:updated", &date::rfc3339(updated));
    }
}

fn texts(xml: &mut XmlWriter, entry: &Entry) {
    match stand_in::filled(entry.summary.as_ref()) {
        Some(summary) => xml.html("description", summary),
        // An item has a title or a description, or it is none.
        None if stand_in::filled(entry.title.as_ref()).is_none() => xml.text("description", ""),
        None => {}
    }
    if let Some(content) = stand_in::filled(entry.content.as_ref()) {
        xml.html("content:encoded", content);
    }
}

fn media(xml: &mut XmlWriter, entry: &Entry) {
    let written = main_enclosure(entry);
    if let Some(enclosure) = &written {
        xml.empty(
            Tag::from("enclosure")
                .with("url", &enclosure.url)
                // Length and type are required; a length of 0 stands for an unknown one.
                .with("length", &enclosure.length.unwrap_or(0).to_string())
                .with("type", media_type(enclosure)),
        );
    }
    write_picture(xml, entry);
    let Some(enclosure) = written else { return };
    if enclosure.is_audio_or_video() {
        cover(xml, entry);
    }
    if let Some(duration) = enclosure.duration {
        xml.namespaces.declare(ITUNES);
        xml.text("itunes:duration", &duration.to_string());
    }
}

/// The picture of an episode, in full size: players take it from nowhere else. An episode's own one is
/// among the extensions.
fn cover(xml: &mut XmlWriter, entry: &Entry) {
    let own = |other: &Extension| other.namespace == ITUNES.1 && other.name == "image";
    if entry.extensions.iter().any(own) {
        return;
    }
    if let Some(image) = entry.image.as_ref().filter(|image| !xml::is_blank(&image.full.url)) {
        xml.namespaces.declare(ITUNES);
        xml.empty(Tag::from("itunes:image").with("href", &image.full.url));
    }
}

/// The one enclosure that every reader sees: the first sound or film, else the first file, else the
/// picture if as much is known of it as an enclosure needs.
fn main_enclosure(entry: &Entry) -> Option<Cow<'_, Enclosure>> {
    let mut files = entry.enclosures.iter().filter(|file| !xml::is_blank(&file.url));
    let first = files.clone().next();
    let main = files.find(|file| file.is_audio_or_video()).or(first);
    let picture = || entry.image.as_ref().and_then(as_enclosure).map(Cow::Owned);
    main.map(Cow::Borrowed).or_else(picture)
}

fn as_enclosure(image: &Image) -> Option<Enclosure> {
    let full = &image.full;
    let known = !xml::is_blank(&full.url) && full.length.is_some();
    stand_in::filled(full.media_type.as_ref()).filter(|_| known)?;
    let (url, media_type) = (full.url.clone(), full.media_type.clone());
    Some(Enclosure { url, media_type, length: full.length, ..Enclosure::default() })
}

fn media_type(enclosure: &Enclosure) -> &str {
    stand_in::filled(enclosure.media_type.as_ref()).unwrap_or(stand_in::MEDIA_TYPE)
}

fn comments(xml: &mut XmlWriter, comments: &Comments) {
    xml.some_text("comments", Some(&comments.url));
    xml.some_text("wfw:commentRss", comments.rss_url.as_deref());
    if let Some(count) = comments.count {
        xml.text("slash:comments", &count.to_string());
    }
}
