//! Writes one entry of an Atom feed (RFC 4287, section 4.1.2).

use super::construct::{authors, categories, link, link_tag};
use super::id;
use crate::formats::stand_in;
use crate::formats::xml::{Tag, XmlWriter, write_picture};
use crate::model::{Comments, Entry, InReplyTo};
use crate::text::date;

/// Writes an entry.
pub(super) fn write(xml: &mut XmlWriter, entry: &Entry) {
    xml.start(Tag::from("entry").with_some("xml:lang", entry.language.as_deref()));
    title(xml, entry);
    link(xml, "alternate", entry.url.as_deref(), "text/html");
    xml.text("id", &id::write(stand_in::entry_id(entry)));
    dates(xml, entry);
    authors(xml, &entry.authors);
    categories(xml, &entry.categories);
    texts(xml, entry);
    enclosures(xml, entry);
    write_picture(xml, entry);
    if let Some(discussion) = &entry.comments {
        comments(xml, discussion);
    }
    if let Some(answered) = &entry.in_reply_to {
        in_reply_to(xml, answered);
    }
    entry.extensions.iter().for_each(|extension| xml.extension(extension));
    xml.end("entry");
}

/// Always plain text: three of twenty readers were seen to read a title of type HTML rightly.
fn title(xml: &mut XmlWriter, entry: &Entry) {
    let tag = Tag::from("title").with("type", "text");
    match stand_in::filled(entry.title.as_ref()) {
        Some(title) => xml.text(tag, title),
        None => xml.text(tag, &stand_in::entry_title(entry)),
    }
}

fn dates(xml: &mut XmlWriter, entry: &Entry) {
    let updated = entry.updated.or(entry.published).unwrap_or(stand_in::DATE);
    xml.text("updated", &date::rfc3339(updated));
    if let Some(published) = entry.published {
        xml.text("published", &date::rfc3339(published));
    }
}

fn texts(xml: &mut XmlWriter, entry: &Entry) {
    let url = stand_in::filled(entry.url.as_ref());
    if let Some(summary) = stand_in::filled(entry.summary.as_ref()) {
        xml.html(Tag::from("summary").with("type", "html"), summary);
    }
    let content = stand_in::filled(entry.content.as_ref());
    // An entry without an alternate link must have a content element (section 4.1.2).
    if content.is_some() || url.is_none() {
        let tag = Tag::from("content").with("type", "html").with_some("xml:base", url);
        xml.html(tag, content.unwrap_or_default());
    }
}

fn enclosures(xml: &mut XmlWriter, entry: &Entry) {
    for file in &entry.enclosures {
        let media_type = file.media_type.as_deref().unwrap_or_default();
        if let Some(tag) = link_tag("enclosure", Some(&file.url), media_type) {
            let tag = tag.with_some("title", file.title.as_deref());
            xml.empty(tag.with_number("length", file.length));
        }
    }
}

/// Links to the discussion, which carry its size (RFC 4685, sections 4 and 5).
fn comments(xml: &mut XmlWriter, comments: &Comments) {
    let page = link_tag("replies", Some(&comments.url), "text/html");
    let feed = link_tag("replies", comments.atom_url.as_deref(), "application/atom+xml");
    for tag in page.into_iter().chain(feed) {
        xml.empty(tag.with_number("thr:count", comments.count));
    }
    if let Some(count) = comments.count {
        xml.text("thr:total", &count.to_string());
    }
}

/// What the entry answers (RFC 4685, section 3), which must have an id.
fn in_reply_to(xml: &mut XmlWriter, answered: &InReplyTo) {
    if let Some(id) = stand_in::filled(Some(&answered.id)) {
        let url = stand_in::filled(answered.url.as_ref());
        let tag = Tag::from("thr:in-reply-to").with("ref", &id::write(id)).with_some("href", url);
        xml.empty(tag.with_some("type", url.map(|_| "text/html")));
    }
}
