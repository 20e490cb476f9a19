//! Reads Atom through the atom_syndication crate.
//!
//! The crate loses what a link says beyond RFC 4287 (`thr:count`), an entry's `xml:lang`, which is picked
//! from the document, the prefixes of foreign attributes, and the order of elements of other vocabularies; a
//! date that is none makes it refuse the whole feed. `xml:base` is not resolved.

use super::{id, more};
use crate::error::{Error, ErrorKind, Result};
use crate::formats::stand_in;
use crate::formats::xml::{
    ATOM, Foreign, Found, Named, Pairs, Picked, PickedEntry, THR, Vocabularies, customary,
    read_picture, root,
};
use crate::model::{
    Category, Comments, Enclosure, Entry, Extension, Feed, InReplyTo, Link, Person,
};
use crate::text::plain;
use atom_syndication::extension::Extension as Element;
use atom_syndication::{FixedDateTime, Text, TextType};
use chrono::{DateTime, Utc};

/// Tells whether the bytes begin as Atom.
pub(crate) fn is(bytes: &[u8]) -> bool {
    root(bytes).as_deref() == Some("feed")
}

/// Reads a feed.
///
/// # Errors
/// If the bytes are no Atom.
pub(crate) fn read(bytes: &[u8]) -> Result<Feed> {
    let customary = customary(bytes, Some(ATOM.1));
    let read = atom_syndication::Feed::read_from(&*customary).map_err(|e| {
        Error::new(ErrorKind::NotFeed, format!("expected an Atom feed, but {e}")).caused_by(e)
    })?;
    let picked = Picked::of(&customary, 2, "entry", |_| false);
    Ok(feed(read, picked))
}

fn feed(read: atom_syndication::Feed, picked: Picked) -> Feed {
    let more = more::of_feed(&read);
    let declared = read.namespaces;
    let links = &read.links;
    let home = alternates(links).find(|link| is_page(link));
    let others = alternates(links).filter(|link| home != Some(link));
    Feed {
        id: some(read.id),
        title: plain(read.title),
        subtitle: read.subtitle.map(plain).and_then(some),
        home_page_url: home.map(|link| link.href.clone()),
        feed_url: linked(links, "self").next().map(|link| link.href.clone()),
        alternates: others.map(alternate).collect(),
        hubs: linked(links, "hub").map(|link| link.href.clone()).collect(),
        language: read.lang.and_then(some),
        authors: people(read.authors),
        categories: read.categories.into_iter().map(category).collect(),
        rights: read.rights.map(plain).and_then(some),
        icon: read.icon,
        generator: read.generator.and_then(|generator| some(generator.value)),
        updated: date(read.updated),
        extensions: sorted(Vocabularies::new(read.extensions, &[&declared]).rest(), more),
        entries: picked
            .of_entries(read.entries.len())
            .zip(read.entries)
            .map(|(picked, read)| entry(read, picked, &declared))
            .collect(),
    }
}

fn entry(read: atom_syndication::Entry, mut picked: PickedEntry, declared: &Pairs) -> Entry {
    let more = more::of_entry(&read);
    let mut found = Vocabularies::new(read.extensions, &[&read.namespaces, declared]);
    let links = &read.links;
    let page = alternates(links).find(|link| is_page(link)).or(alternates(links).next());
    Entry {
        id: id::read(read.id),
        url: page.map(|link| link.href.clone()),
        title: some(plain(read.title)),
        summary: read.summary.map(hypertext).and_then(some),
        content: read.content.and_then(content),
        text: None,
        published: read.published.map(|date| date.with_timezone(&Utc)),
        updated: date(read.updated),
        authors: people(read.authors),
        categories: read.categories.into_iter().map(category).collect(),
        enclosures: linked(links, "enclosure").map(enclosure).collect(),
        image: read_picture(&mut found, None),
        comments: comments(links, &mut found),
        in_reply_to: found.take(THR, "in-reply-to").iter().find_map(in_reply_to),
        language: picked.attributes.remove("xml:lang").and_then(some),
        extensions: sorted(found.rest(), more),
    }
}

/// In the order in which the crate has those of other vocabularies.
fn sorted(found: Vec<Extension>, more: Vec<Extension>) -> Vec<Extension> {
    let mut all: Vec<_> = found.into_iter().chain(more).collect();
    all.sort_by(|a, b| (&a.prefix, &a.name).cmp(&(&b.prefix, &b.name)));
    all
}

pub(super) fn linked<'a>(
    links: &'a [atom_syndication::Link],
    rel: &'a str,
) -> impl Iterator<Item = &'a atom_syndication::Link> {
    links.iter().filter(move |link| link.rel == rel)
}

pub(super) fn alternates(
    links: &[atom_syndication::Link],
) -> impl Iterator<Item = &atom_syndication::Link> {
    linked(links, "alternate")
}

/// Tells whether a link leads to a page for people rather than to the same in another format.
pub(super) fn is_page(link: &atom_syndication::Link) -> bool {
    matches!(link.mime_type.as_deref(), None | Some("text/html" | "application/xhtml+xml"))
}

fn alternate(link: &atom_syndication::Link) -> Link {
    Link { url: link.href.clone(), media_type: link.mime_type.clone().unwrap_or_default() }
}

fn enclosure(link: &atom_syndication::Link) -> Enclosure {
    Enclosure {
        url: link.href.clone(),
        media_type: link.mime_type.clone().and_then(some),
        length: link.length.as_deref().and_then(|length| length.trim().parse().ok()),
        duration: None,
        title: link.title.clone().and_then(some),
    }
}

fn comments(links: &[atom_syndication::Link], found: &mut Vocabularies) -> Option<Comments> {
    let count = found.take_text(THR, "total").and_then(|text| text.parse().ok());
    let page = linked(links, "replies").find(|link| is_page(link)).map(|link| link.href.clone());
    let feed = linked(links, "replies").find(|link| !is_page(link)).map(|link| link.href.clone());
    let any = page.is_some() || feed.is_some() || count.is_some();
    any.then(|| Comments { url: page.unwrap_or_default(), rss_url: None, atom_url: feed, count })
}

fn in_reply_to(element: &Found) -> Option<InReplyTo> {
    let attribute = |name| element.attribute(name).map(str::to_owned);
    Some(InReplyTo { id: id::read(attribute("ref")?), url: attribute("href") })
}

fn people(read: Vec<atom_syndication::Person>) -> Vec<Person> {
    let named = read.into_iter().filter(|person| !person.name.is_empty());
    named
        .map(|person| Person {
            name: person.name,
            url: person.uri,
            avatar: None,
            email: person.email.and_then(some),
        })
        .collect()
}

/// A label is for people, and so is the model's term.
fn category(read: atom_syndication::Category) -> Category {
    let scheme = read.scheme.and_then(some);
    match read.label.and_then(some).filter(|label| *label != read.term) {
        Some(term) => Category { term, scheme, key: some(read.term), domain: None },
        None => Category { term: read.term, scheme, ..Category::default() },
    }
}

/// A text construct where the model has plain text (section 3.1).
pub(super) fn plain(text: Text) -> String {
    match text.r#type {
        TextType::Text => text.value,
        TextType::Html | TextType::Xhtml => plain::line(&text.value).into_owned(),
    }
}

/// A text construct where the model has HTML.
fn hypertext(text: Text) -> String {
    match text.r#type {
        TextType::Text => htmlize::escape_text(text.value).into_owned(),
        TextType::Html | TextType::Xhtml => text.value,
    }
}

/// The content as HTML; what is neither text nor HTML is no text of the entry (section 4.1.3).
fn content(content: atom_syndication::Content) -> Option<String> {
    let value = content.value?;
    match content.content_type.as_deref() {
        Some("html" | "xhtml" | "text/html" | "application/xhtml+xml") => Some(value),
        None | Some("text" | "text/plain") => Some(htmlize::escape_text(value).into_owned()),
        Some(_) => None,
    }
}

/// The crate, as our writer, has the epoch where there is no date.
pub(super) fn date(read: FixedDateTime) -> Option<DateTime<Utc>> {
    Some(read.with_timezone(&Utc)).filter(|date| *date != stand_in::DATE)
}

pub(super) fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

impl Foreign for Element {
    fn parts(self) -> (Pairs, Option<String>, Named<Self>) {
        (self.attrs, self.value, self.children)
    }
}
