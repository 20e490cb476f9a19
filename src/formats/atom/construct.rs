//! Writes what feeds and entries have alike: links, people, categories (RFC 4287, sections 3.2, 4.2).

use crate::formats::stand_in;
use crate::formats::xml::{Tag, XmlWriter};
use crate::model::{Category, Person};
use crate::text::xml;

/// Writes a link, if there is an address for it.
pub(super) fn link(xml: &mut XmlWriter, rel: &str, url: Option<&str>, media_type: &str) {
    if let Some(tag) = link_tag(rel, url, media_type) {
        xml.empty(tag);
    }
}

/// Begins a link, if there is an address for it.
pub(super) fn link_tag(rel: &str, url: Option<&str>, media_type: &str) -> Option<Tag<'static>> {
    let url = url.filter(|url| !xml::is_blank(url))?;
    let tag = Tag::from("link").with("rel", rel).with_some("type", Some(media_type));
    Some(tag.with("href", url))
}

/// Writes a person construct for each who has a name (section 3.2).
pub(super) fn authors(xml: &mut XmlWriter, authors: &[Person]) {
    for author in authors.iter().filter(|author| !xml::is_blank(&author.name)) {
        xml.start("author");
        xml.text("name", &author.name);
        xml.some_text("uri", author.url.as_deref());
        xml.some_text("email", author.email.as_deref());
        xml.end("author");
    }
}

/// Writes the categories, the name in `term`, because more readers show that than a label; beside a key it is
/// the label (section 4.2.2).
pub(super) fn categories(xml: &mut XmlWriter, categories: &[Category]) {
    for category in categories.iter().filter(|category| !xml::is_blank(&category.term)) {
        let key = stand_in::filled(category.key.as_ref());
        let tag = Tag::from("category").with("term", key.unwrap_or(&category.term));
        let tag = tag.with_some("scheme", category.scheme.as_deref());
        xml.empty(tag.with_some("label", key.map(|_| category.term.as_str())));
    }
}
