//! Writes JSON Feed. Every character can be written in JSON, so none is ever left out.

use super::document::{Attachment, Author, Document, Hub, Item, Text};
use super::layout::{self, Layout};
use super::more;
use crate::formats::{FeedWriter, stand_in};
use crate::model::{Enclosure, Entry, Feed, Person};
use crate::text::{date, plain, xml};
use chrono::{DateTime, Utc};
use std::borrow::Cow;

const VERSION: &str = "https://jsonfeed.org/version/1.1";

/// Starts a JSON Feed.
pub(crate) fn writer(pretty: bool) -> Box<dyn FeedWriter> {
    Box::new(JsonWriter { pretty })
}

struct JsonWriter {
    pretty: bool,
}

impl FeedWriter for JsonWriter {
    fn entry(&mut self, entry: &Entry, out: &mut Vec<u8>) -> u64 {
        let item = item(entry);
        if self.pretty {
            out.extend_from_slice(b"\n    ");
            layout::indented(&item, 2, out);
            more::append(&entry.extensions, Layout::Indented(2), out);
        } else {
            out.push(b'\n');
            layout::line(&item, out);
            more::append(&entry.extensions, Layout::Line, out);
        }
        0
    }

    fn separator(&self) -> &'static [u8] {
        b","
    }

    fn head(&mut self, feed: &Feed, out: &mut Vec<u8>) -> u64 {
        let head = head(feed);
        let indent = if self.pretty {
            layout::indented(&head, 0, out);
            more::append(&feed.extensions, Layout::Indented(0), out);
            "  "
        } else {
            layout::members(&head, out);
            more::append(&feed.extensions, Layout::Members, out);
            ""
        };
        // The document stays open for its last member, which the entries fill.
        out.truncate(out.len() - "\n}".len());
        out.extend_from_slice(format!(",\n{indent}\"items\": [").as_bytes());
        0
    }

    fn tail(&mut self, out: &mut Vec<u8>) {
        let indent = if self.pretty { "  " } else { "" };
        out.extend_from_slice(format!("\n{indent}]\n}}\n").as_bytes());
    }
}

fn head(feed: &Feed) -> Document<'_> {
    Document {
        version: VERSION.into(),
        title: (&feed.title).into(),
        home_page_url: some(feed.home_page_url.as_ref()),
        feed_url: some(feed.feed_url.as_ref()),
        description: some(feed.subtitle.as_ref()),
        icon: some(feed.icon.as_ref()),
        authors: authors(&feed.authors),
        language: some(feed.language.as_ref()),
        hubs: feed.hubs.iter().filter_map(hub).collect(),
        ..Document::default()
    }
}

/// An item must have a content. Where only the summary is known, that is it: as HTML, which the
/// summary of JSON Feed, being plain text, can't be. Where nothing is known it is empty text. The same in
/// plain text may stand beside it.
fn item(entry: &Entry) -> Item<'_> {
    let content_html = some(entry.content.as_ref()).or_else(|| some(entry.summary.as_ref()));
    let nothing = || content_html.is_none().then(|| "".into());
    Item {
        id: stand_in::entry_id(entry).into(),
        url: some(entry.url.as_ref()),
        title: some(entry.title.as_ref()),
        content_text: some(entry.text.as_ref()).or_else(nothing),
        content_html,
        summary: entry.summary.as_deref().and_then(plain),
        image: entry.image.as_ref().and_then(|image| some(Some(&image.full.url))),
        date_published: entry.published.map(rfc3339),
        date_modified: entry.updated.map(rfc3339),
        authors: authors(&entry.authors),
        tags: entry.categories.iter().filter_map(|category| some(Some(&category.term))).collect(),
        language: some(entry.language.as_ref()),
        attachments: entry.enclosures.iter().filter_map(attachment).collect(),
        ..Item::default()
    }
}

fn authors(people: &[Person]) -> Vec<Author<'_>> {
    let named = people.iter().filter_map(|person| Some((person, some(Some(&person.name))?)));
    named
        .map(|(person, name)| Author {
            name: Some(name),
            url: some(person.url.as_ref()),
            avatar: some(person.avatar.as_ref()),
        })
        .collect()
}

fn hub(url: &String) -> Option<Hub<'_>> {
    Some(Hub { kind: "WebSub".into(), url: some(Some(url))? })
}

fn attachment(file: &Enclosure) -> Option<Attachment<'_>> {
    Some(Attachment {
        url: some(Some(&file.url))?,
        mime_type: some(file.media_type.as_ref()).unwrap_or(stand_in::MEDIA_TYPE.into()),
        title: some(file.title.as_ref()),
        size_in_bytes: file.length,
        duration_in_seconds: file.duration,
    })
}

fn plain(summary: &str) -> Option<Text<'_>> {
    Some(plain::line(summary)).filter(|text| !xml::is_blank(text))
}

fn rfc3339(moment: DateTime<Utc>) -> Text<'static> {
    date::rfc3339(moment).into()
}

fn some(text: Option<&String>) -> Option<Text<'_>> {
    stand_in::filled(text).map(Cow::from)
}
