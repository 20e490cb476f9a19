//! Reads JSON Feed 1.0 and 1.1 through serde_json.

use super::document::{Attachment, Author, Document, Item, Text};
use super::more::More;
use crate::error::{Error, ErrorKind, Location, Result};
use crate::formats::stand_in;
use crate::model::{Category, Enclosure, Entry, Feed, Image, Person, Rendition};
use chrono::{DateTime, Utc};
use memchr::memmem;
use serde::Deserialize;
use std::borrow::Cow;

/// What every version has in the address of its specification.
const VERSION: &str = "jsonfeed.org/version/";

/// Tells whether the bytes are an object with the version of a JSON Feed; of an object that is broken it is
/// enough to hold one.
pub(crate) fn is(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Versioned<'v> {
        #[serde(borrow, default)]
        version: Cow<'v, str>,
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"{")
        && match serde_json::from_slice::<Versioned<'_>>(bytes) {
            Ok(document) => document.version.contains(VERSION),
            Err(_) => memmem::find(bytes, VERSION.as_bytes()).is_some(),
        }
}

/// Reads a feed.
///
/// # Errors
/// If the bytes are no JSON Feed.
pub(crate) fn read(bytes: &[u8]) -> Result<Feed> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let document: Document<'_> = serde_json::from_slice(bytes).map_err(not_json_feed)?;
    let version = &document.version;
    if !version.contains(VERSION) {
        let found = format!("expected the version of a JSON Feed, but found {version:?}");
        return Err(Error::new(ErrorKind::NotFeed, found));
    }
    let more = More::read(bytes);
    let mut feed = feed(document);
    feed.extensions = more.of_feed;
    for (entry, extensions) in feed.entries.iter_mut().zip(more.of_items) {
        entry.extensions = extensions;
    }
    Ok(feed)
}

fn not_json_feed(e: serde_json::Error) -> Error {
    let what = e.to_string();
    // serde_json says the place too, in its own words.
    let what = what.split(" at line ").next().unwrap_or_default();
    let line = Some(e.line() as u64).filter(|line| *line > 0);
    Error::new(ErrorKind::NotFeed, format!("expected a JSON Feed, but {what}"))
        .at(Location { line, ..Location::default() })
        .caused_by(e)
}

fn feed(document: Document<'_>) -> Feed {
    Feed {
        title: document.title.into_owned(),
        subtitle: own(document.description),
        home_page_url: own(document.home_page_url),
        feed_url: own(document.feed_url),
        language: own(document.language),
        authors: people(document.authors, document.author),
        icon: own(document.icon).or_else(|| own(document.favicon)),
        hubs: document.hubs.into_iter().map(|hub| hub.url.into_owned()).collect(),
        entries: document.items.into_iter().map(entry).collect(),
        ..Feed::default()
    }
}

fn entry(item: Item<'_>) -> Entry {
    let (html, text) = (own(item.content_html), own(item.content_text));
    // Text alone is all that there is to read.
    let (content, text) = match html {
        None => (text.map(|text| hypertext(&text)), None),
        html => (html, text),
    };
    Entry {
        id: item.id.into_owned(),
        url: own(item.url),
        title: own(item.title),
        summary: own(item.summary).map(|text| hypertext(&text)),
        content,
        text,
        published: item.date_published.as_deref().and_then(moment),
        updated: item.date_modified.as_deref().and_then(moment),
        authors: people(item.authors, item.author),
        categories: item.tags.into_iter().map(tag).collect(),
        enclosures: item.attachments.into_iter().map(enclosure).collect(),
        image: own(item.image).map(picture),
        language: own(item.language),
        ..Entry::default()
    }
}

/// Authors who have a name; an address alone is nobody's name.
fn people(authors: Vec<Author<'_>>, author: Option<Author<'_>>) -> Vec<Person> {
    let alone = author.filter(|_| authors.is_empty());
    let all = authors.into_iter().chain(alone);
    all.filter_map(|author| {
        let (url, avatar) = (own(author.url), own(author.avatar));
        Some(Person { name: own(author.name)?, url, avatar, email: None })
    })
    .collect()
}

fn tag(name: Text<'_>) -> Category {
    Category { term: name.into_owned(), ..Category::default() }
}

fn enclosure(attachment: Attachment<'_>) -> Enclosure {
    let media_type = own(Some(attachment.mime_type));
    Enclosure {
        url: attachment.url.into_owned(),
        // What JSON Feed requires and a writer may not have known.
        media_type: media_type.filter(|media_type| media_type != stand_in::MEDIA_TYPE),
        length: attachment.size_in_bytes,
        duration: attachment.duration_in_seconds,
        title: own(attachment.title),
    }
}

fn picture(url: String) -> Image {
    Image { full: Rendition { url, ..Rendition::default() }, ..Image::default() }
}

/// Makes HTML of plain text.
fn hypertext(text: &str) -> String {
    htmlize::escape_text(text).into_owned()
}

fn moment(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|date| date.with_timezone(&Utc))
}

fn own(text: Option<Text<'_>>) -> Option<String> {
    text.filter(|text| !text.is_empty()).map(Text::into_owned)
}
