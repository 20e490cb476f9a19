//! Writes the feed element of an Atom feed (RFC 4287, section 4.1.1); [`entry`] writes what is in it.

use super::construct::{authors, categories, link};
use super::entry;
use crate::formats::FeedWriter;
use crate::formats::stand_in;
use crate::formats::xml::{ATOM, MEDIA, THR, Tag, XmlWriter};
use crate::model::{Entry, Extension, Feed, Person};
use crate::text::{date, xml};
use chrono::{DateTime, Utc};

/// Starts an Atom feed.
pub(crate) fn writer(pretty: bool) -> Box<dyn FeedWriter> {
    let entries = XmlWriter::inside(&["feed"], pretty, ATOM, &[MEDIA, THR]);
    Box::new(AtomWriter { entries, anonymous: false, newest: None })
}

struct AtomWriter {
    entries: XmlWriter,
    /// An entry without an author was written, so the feed must have one (section 4.1.1).
    anonymous: bool,
    /// The newest date of the entries, which stands in where the feed has none.
    newest: Option<DateTime<Utc>>,
}

impl FeedWriter for AtomWriter {
    fn entry(&mut self, entry: &Entry, out: &mut Vec<u8>) -> u64 {
        self.anonymous |= !has_names(&entry.authors);
        self.newest = self.newest.max(entry.updated.or(entry.published));
        self.entries.append_to(out, |xml| entry::write(xml, entry))
    }

    fn separator(&self) -> &'static [u8] {
        b""
    }

    fn head(&mut self, feed: &Feed, out: &mut Vec<u8>) -> u64 {
        let AtomWriter { anonymous, newest, .. } = *self;
        let updated = feed.updated.or(newest).unwrap_or(stand_in::DATE);
        self.entries.document().append_to(out, |xml| head(xml, feed, updated, anonymous))
    }

    fn tail(&mut self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"\n</feed>\n");
    }
}

/// Everything of the feed that stands before its entries: readers that stop early have it all.
fn head(xml: &mut XmlWriter, feed: &Feed, updated: DateTime<Utc>, anonymous: bool) {
    xml.declare(&feed.extensions);
    let tag = Tag::from("feed").with("xmlns", ATOM.1);
    xml.root(tag.with_some("xml:lang", feed.language.as_deref()));
    xml.text(Tag::from("title").with("type", "text"), &feed.title);
    xml.some_text(Tag::from("subtitle").with("type", "text"), feed.subtitle.as_deref());
    xml.text("id", &stand_in::feed_id(feed));
    xml.text("updated", &date::rfc3339(updated));
    links(xml, feed);
    authors(xml, &feed.authors);
    if anonymous && !has_names(&feed.authors) {
        authors(xml, &[site(feed)]);
    }
    categories(xml, &feed.categories);
    generator(xml, feed);
    xml.some_text("icon", feed.icon.as_deref());
    xml.some_text("rights", feed.rights.as_deref());
    let others = feed.extensions.iter().filter(|extension| !is_generator(extension));
    others.for_each(|extension| xml.extension(extension));
}

fn links(xml: &mut XmlWriter, feed: &Feed) {
    link(xml, "alternate", feed.home_page_url.as_deref(), "text/html");
    link(xml, "self", feed.feed_url.as_deref(), "application/atom+xml");
    for alternate in &feed.alternates {
        link(xml, "alternate", Some(&alternate.url), &alternate.media_type);
    }
    feed.hubs.iter().for_each(|hub| link(xml, "hub", Some(hub), ""));
}

/// The generator, with the address and the version that it may have (section 4.2.4).
fn generator(xml: &mut XmlWriter, feed: &Feed) {
    let said = feed.extensions.iter().find(|extension| is_generator(extension));
    let attribute = |wanted: &str| {
        let mut all = said.iter().flat_map(|said| &said.attributes);
        all.find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
    };
    let tag = Tag::from("generator").with_some("uri", attribute("uri"));
    xml.some_text(tag.with_some("version", attribute("version")), feed.generator.as_deref());
}

/// What a feed says of its generator besides the name.
fn is_generator(extension: &Extension) -> bool {
    extension.namespace == ATOM.1 && extension.name == "generator"
}

fn has_names(authors: &[Person]) -> bool {
    authors.iter().any(|author| !xml::is_blank(&author.name))
}

/// The site as the author of what nobody signed.
fn site(feed: &Feed) -> Person {
    let title = stand_in::filled(Some(&feed.title)).map(str::to_owned);
    Person::named(title.unwrap_or_else(|| stand_in::feed_id(feed)))
}
