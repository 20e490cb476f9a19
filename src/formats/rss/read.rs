//! Reads RSS 2.0 through the rss crate.
//!
//! The crate keeps one enclosure an item (the last), trims every text, sorts the elements of other
//! vocabularies by prefix and name, keeps of Dublin Core and iTunes only the elements it knows, makes
//! numbers of `sy:` up, and sees namespaces only where they are declared at the root. What it drops is picked
//! from the document.

use super::{itunes, more};
use crate::error::{Error, ErrorKind, Result};
use crate::formats::stand_in;
use crate::formats::xml::{
    ATOM, Element, Foreign, Found, Named, Pairs, Picked, SLASH, Vocabularies, WFW, customary,
    read_picture, root,
};
use crate::model::{Category, Comments, Enclosure, Entry, Extension, Feed, Image, Link, Person};
use chrono::{DateTime, Utc};
use rss::extension::Extension as Foreigner;
use rss::extension::itunes::ITunesItemExtension;
use rss::{Channel, Item};
use std::mem;

/// Tells whether the bytes begin as RSS.
pub(crate) fn is(bytes: &[u8]) -> bool {
    root(bytes).as_deref() == Some("rss")
}

/// Reads a feed.
///
/// # Errors
/// If the bytes are no RSS.
pub(crate) fn read(bytes: &[u8]) -> Result<Feed> {
    let customary = customary(bytes, None);
    let channel = Channel::read_from(&*customary).map_err(|e| {
        Error::new(ErrorKind::NotFeed, format!("expected an RSS 2.0 feed, but {e}")).caused_by(e)
    })?;
    Ok(feed(channel, Picked::of(&customary, 3, "item", more::is_picked)))
}

fn feed(mut channel: Channel, mut picked: Picked) -> Feed {
    let declared = mem::take(&mut channel.namespaces);
    let mut found = Vocabularies::new(mem::take(&mut channel.extensions), &[&declared]);
    let links = links(&mut found);
    let mut dublin = channel.dublin_core_ext.take().unwrap_or_default();
    let creators = mem::take(&mut dublin.creators);
    let authors = people(creators, channel.managing_editor.as_deref());
    let own = more::of_channel(&mut channel, &authors);
    let modules = more::of_modules(mem::take(&mut picked.head));
    Feed {
        title: channel.title,
        subtitle: some(channel.description),
        home_page_url: some(channel.link),
        feed_url: linked(&links, "self").find_map(href),
        alternates: linked(&links, "alternate").filter_map(alternate).collect(),
        hubs: linked(&links, "hub").filter_map(href).collect(),
        language: channel.language,
        authors,
        categories: channel.categories.into_iter().map(category).collect(),
        rights: channel.copyright,
        icon: channel.image.and_then(|image| some(image.url)),
        generator: channel.generator,
        updated: channel.last_build_date.as_deref().and_then(moment),
        entries: picked
            .of_entries(channel.items.len())
            .zip(channel.items)
            .map(|(picked, item)| entry(item, picked.elements, &declared))
            .collect(),
        extensions: sorted(
            found
                .rest()
                .into_iter()
                .chain(channel.itunes_ext.into_iter().flat_map(itunes::show))
                .chain(own)
                .chain(modules)
                .chain(more::of_dublin_core(dublin)),
        ),
        ..Feed::default()
    }
}

fn entry(mut item: Item, picked: Vec<Element>, declared: &Pairs) -> Entry {
    let mut found = Vocabularies::new(mem::take(&mut item.extensions), &[declared]);
    let mut dublin = item.dublin_core_ext.take().unwrap_or_default();
    let mut podcast = item.itunes_ext.take().unwrap_or_default();
    let language = take_first(&mut dublin.languages);
    let creators = mem::take(&mut dublin.creators);
    let byline = item.author.as_ref().or(podcast.author.as_ref());
    let authors = people(creators, byline.map(String::as_str));
    let dated = item.pub_date.is_none().then(|| take_first(&mut dublin.dates)).flatten();
    let own = more::of_item(&item, &authors);
    let (files, modules): (Vec<_>, Vec<_>) =
        picked.into_iter().partition(|element| element.name == "enclosure");
    let image = read_picture(&mut found, podcast.image.take());
    let guid = item.guid.take().unwrap_or_default();
    let permalink = Some(&guid.value).filter(|id| guid.permalink && !id.is_empty()).cloned();
    Entry {
        url: item.link.or(permalink),
        id: guid.value,
        title: item.title,
        summary: item.description,
        content: item.content,
        text: None,
        published: item.pub_date.or(dated).as_deref().and_then(moment),
        updated: found.take_text(ATOM, "updated").as_deref().and_then(moment),
        language,
        authors,
        categories: item.categories.into_iter().map(category).collect(),
        enclosures: enclosures(&files, image.as_ref(), &mut podcast),
        image,
        comments: comments(item.comments, &mut found),
        in_reply_to: None,
        extensions: sorted(
            found
                .rest()
                .into_iter()
                .chain(itunes::episode(podcast))
                .chain(own)
                .chain(more::of_modules(modules))
                .chain(more::of_dublin_core(dublin)),
        ),
    }
}

/// The links that have fields; others are extensions.
fn links(found: &mut Vocabularies) -> Vec<Found> {
    found.take_some(ATOM, "link", |link| {
        matches!(link.attribute("rel").unwrap_or("alternate"), "self" | "alternate" | "hub")
    })
}

fn take_first(texts: &mut Vec<String>) -> Option<String> {
    if texts.is_empty() { None } else { Some(texts.remove(0)) }
}

fn linked<'a>(links: &'a [Found], rel: &str) -> impl Iterator<Item = &'a Found> {
    links.iter().filter(move |link| link.attribute("rel").unwrap_or("alternate") == rel)
}

fn href(link: &Found) -> Option<String> {
    link.attribute("href").map(str::to_owned)
}

fn alternate(link: &Found) -> Option<Link> {
    let media_type = link.attribute("type").unwrap_or_default().to_owned();
    Some(Link { url: href(link)?, media_type })
}

/// Names by Dublin Core, else by RSS's own element, which is an address with a name in parentheses.
fn people(creators: Vec<String>, byline: Option<&str>) -> Vec<Person> {
    if creators.is_empty() {
        return byline.and_then(name).map(Person::named).into_iter().collect();
    }
    creators.into_iter().map(Person::named).collect()
}

/// The name in `ada@example.org (Ada)`, or the whole where it has no e-mail address.
fn name(byline: &str) -> Option<&str> {
    match byline.split_once('(') {
        Some((_, name)) => Some(name.trim_end().trim_end_matches(')')),
        None => Some(byline).filter(|text| !text.contains('@')),
    }
}

fn category(read: rss::Category) -> Category {
    let domain = read.domain.and_then(some);
    Category { term: read.name, domain, ..Category::default() }
}

/// The enclosures, but for the entry's picture once more; the running time is the main one's.
fn enclosures(
    read: &[Element],
    image: Option<&Image>,
    itunes: &mut ITunesItemExtension,
) -> Vec<Enclosure> {
    let mut files: Vec<Enclosure> = read.iter().filter_map(enclosure).collect();
    files.retain(|file| image.is_none_or(|image| image.full.url != file.url));
    let main = files.iter().position(Enclosure::is_audio_or_video).unwrap_or(0);
    if let Some(main) = files.get_mut(main) {
        main.duration = itunes.duration.as_deref().and_then(seconds);
        itunes.duration.take_if(|_| main.duration.is_some());
    }
    files
}

fn enclosure(read: &Element) -> Option<Enclosure> {
    let attribute = |name| read.attributes.get(name).cloned().and_then(some);
    // What RSS requires and a writer may not have known.
    let media_type = attribute("type").filter(|media_type| media_type != stand_in::MEDIA_TYPE);
    let length = attribute("length").and_then(|length| length.trim().parse().ok());
    Some(Enclosure {
        url: attribute("url")?,
        media_type,
        length: length.filter(|length| *length > 0),
        ..Enclosure::default()
    })
}

/// Reads `754`, `12:34` or `1:02:03`.
fn seconds(text: &str) -> Option<u64> {
    text.split(':')
        .try_fold(0_u64, |sum, part| sum.checked_mul(60)?.checked_add(part.trim().parse().ok()?))
}

fn comments(url: Option<String>, found: &mut Vocabularies) -> Option<Comments> {
    let rss_url = found.take_text(WFW, "commentRss");
    let count = found.take_text(SLASH, "comments").and_then(|text| text.parse().ok());
    let any = url.is_some() || rss_url.is_some() || count.is_some();
    any.then(|| Comments { url: url.unwrap_or_default(), rss_url, atom_url: None, count })
}

fn sorted(extensions: impl Iterator<Item = Extension>) -> Vec<Extension> {
    let mut all: Vec<_> = extensions.collect();
    all.sort_by(|a, b| (&a.prefix, &a.name).cmp(&(&b.prefix, &b.name)));
    all
}

/// Reads a date as RSS has it, or as Atom has it, which some feeds mix up.
fn moment(text: &str) -> Option<DateTime<Utc>> {
    let rfc822 = || DateTime::parse_from_rfc2822(text).ok();
    let date = rfc822().or_else(|| DateTime::parse_from_rfc3339(text).ok());
    date.map(|date| date.with_timezone(&Utc))
}

/// The crate has an empty text where a required element is absent.
fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

impl Foreign for Foreigner {
    fn parts(self) -> (Pairs, Option<String>, Named<Self>) {
        (self.attrs, self.value, self.children)
    }
}
