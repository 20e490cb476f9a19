//! Writes the channel of an RSS 2.0 feed; [`item`] writes what is in it.

use super::item;
use crate::formats::FeedWriter;
use crate::formats::stand_in;
use crate::formats::xml::{ATOM, CONTENT, DC, MEDIA, RSS, SLASH, Tag, WFW, XmlWriter};
use crate::model::{Category, Entry, Extension, Feed};
use crate::text::date;

/// Starts an RSS 2.0 feed.
pub(crate) fn writer(pretty: bool) -> Box<dyn FeedWriter> {
    let always = [ATOM, CONTENT, DC, MEDIA, SLASH, WFW];
    Box::new(RssWriter {
        items: XmlWriter::inside(&["rss", "channel"], pretty, RSS, &always),
        pretty,
    })
}

struct RssWriter {
    items: XmlWriter,
    pretty: bool,
}

impl FeedWriter for RssWriter {
    fn entry(&mut self, entry: &Entry, out: &mut Vec<u8>) -> u64 {
        self.items.append_to(out, |xml| item::write_item(xml, entry))
    }

    fn separator(&self) -> &'static [u8] {
        b""
    }

    fn head(&mut self, feed: &Feed, out: &mut Vec<u8>) -> u64 {
        self.items.document().append_to(out, |xml| channel(xml, feed))
    }

    fn tail(&mut self, out: &mut Vec<u8>) {
        let indent = if self.pretty { "  " } else { "" };
        out.extend_from_slice(format!("\n{indent}</channel>\n</rss>\n").as_bytes());
    }
}

/// Everything of the channel that stands before its items: readers that stop early have it all.
fn channel(xml: &mut XmlWriter, feed: &Feed) {
    xml.declare(&feed.extensions);
    xml.root(Tag::from("rss").with("version", "2.0"));
    xml.start("channel");
    required(xml, feed);
    links(xml, feed);
    xml.some_text("language", feed.language.as_deref());
    xml.some_text("copyright", feed.rights.as_deref());
    if let Some(updated) = feed.updated {
        xml.text("lastBuildDate", &date::rfc822(updated));
    }
    feed.authors.iter().for_each(|author| xml.some_text("dc:creator", Some(&author.name)));
    feed.categories.iter().for_each(|category| self::category(xml, category));
    xml.some_text("generator", feed.generator.as_deref());
    image(xml, feed);
    let others = feed.extensions.iter().filter(|extension| !is_image(extension));
    others.for_each(|extension| xml.extension(extension));
}

/// The three elements without which a channel is none; each is there even if it must be empty.
fn required(xml: &mut XmlWriter, feed: &Feed) {
    xml.text("title", &feed.title);
    xml.text("link", link(feed));
    xml.text("description", stand_in::filled(feed.subtitle.as_ref()).unwrap_or(&feed.title));
}

fn link(feed: &Feed) -> &str {
    let known = stand_in::filled(feed.home_page_url.as_ref())
        .or_else(|| stand_in::filled(feed.feed_url.as_ref()));
    known.unwrap_or_default()
}

fn links(xml: &mut XmlWriter, feed: &Feed) {
    if let Some(url) = stand_in::filled(feed.feed_url.as_ref()) {
        atom_link(xml, url, "self", "application/rss+xml");
    }
    feed.alternates
        .iter()
        .for_each(|link| atom_link(xml, &link.url, "alternate", &link.media_type));
    feed.hubs.iter().for_each(|hub| atom_link(xml, hub, "hub", ""));
}

fn atom_link(xml: &mut XmlWriter, url: &str, rel: &str, media_type: &str) {
    if !crate::text::xml::is_blank(url) {
        let tag = Tag::from("atom:link").with("href", url).with("rel", rel);
        xml.empty(tag.with_some("type", Some(media_type)));
    }
}

/// Writes a category.
pub(super) fn category(xml: &mut XmlWriter, category: &Category) {
    let tag = Tag::from("category").with_some("domain", category.domain.as_deref());
    xml.some_text(tag, Some(&category.term));
}

/// What a feed says of its icon besides the address.
fn is_image(extension: &Extension) -> bool {
    extension.namespace == RSS.1 && extension.name == "image"
}

/// The icon; its title and link are those of the channel, as the RSS profile asks, unless the feed says
/// others.
fn image(xml: &mut XmlWriter, feed: &Feed) {
    if let Some(url) = stand_in::filled(feed.icon.as_ref()) {
        xml.start("image");
        xml.text("url", url);
        match feed.extensions.iter().find(|extension| is_image(extension)) {
            None => {
                xml.text("title", &feed.title);
                xml.text("link", link(feed));
            }
            Some(said) => said.children.iter().for_each(|child| xml.extension(child)),
        }
        xml.end("image");
    }
}
