//! Reads RSS 2.0 through the rss crate.
//!
//! The crate keeps one enclosure an item (the last), trims every text, sorts the elements of other
//! vocabularies by prefix and name, keeps of Dublin Core and iTunes only the elements it knows, and
//! sees namespaces only where they are declared at the root.

use super::itunes;
use crate::error::{Error, ErrorKind, Result};
use crate::formats::stand_in;
use crate::formats::xml::{
    ATOM, Foreign, Found, Named, Pairs, SLASH, Vocabularies, WFW, customary, read_picture, root,
};
use crate::model::{Category, Comments, Enclosure, Entry, Extension, Feed, Image, Link, Person};
use chrono::{DateTime, Utc};
use rss::extension::Extension as Element;
use rss::extension::dublincore::DublinCoreExtension;
use rss::extension::itunes::ITunesItemExtension;
use rss::{Channel, Item};

/// Tells whether the bytes begin as RSS.
pub(crate) fn is(bytes: &[u8]) -> bool {
    root(bytes).as_deref() == Some("rss")
}

/// Reads a feed.
///
/// # Errors
/// If the bytes are no RSS.
pub(crate) fn read(bytes: &[u8]) -> Result<Feed> {
    let channel = Channel::read_from(&*customary(bytes, None)).map_err(|e| {
        Error::new(ErrorKind::NotFeed, format!("expected an RSS 2.0 feed, but {e}")).caused_by(e)
    })?;
    Ok(feed(channel))
}

fn feed(channel: Channel) -> Feed {
    let declared = channel.namespaces;
    let mut found = Vocabularies::new(channel.extensions, &[&declared]);
    let links = found.take(ATOM, "link");
    Feed {
        title: channel.title,
        subtitle: some(channel.description),
        home_page_url: some(channel.link),
        feed_url: linked(&links, "self").find_map(href),
        alternates: linked(&links, "alternate").filter_map(alternate).collect(),
        hubs: linked(&links, "hub").filter_map(href).collect(),
        language: channel.language,
        authors: people(
            channel.dublin_core_ext.unwrap_or_default(),
            channel.managing_editor.as_deref(),
        ),
        categories: channel.categories.into_iter().map(|category| named(category.name)).collect(),
        rights: channel.copyright,
        icon: channel.image.and_then(|image| some(image.url)),
        generator: channel.generator,
        updated: channel.last_build_date.as_deref().and_then(moment),
        entries: channel.items.into_iter().map(|item| entry(item, &declared)).collect(),
        extensions: sorted(
            found.rest().into_iter().chain(channel.itunes_ext.into_iter().flat_map(itunes::show)),
        ),
        ..Feed::default()
    }
}

fn entry(item: Item, declared: &Pairs) -> Entry {
    let mut found = Vocabularies::new(item.extensions, &[declared]);
    let mut dublin = item.dublin_core_ext.unwrap_or_default();
    let mut podcast = item.itunes_ext.unwrap_or_default();
    let image = read_picture(&mut found, podcast.image.take());
    let guid = item.guid.unwrap_or_default();
    let permalink = Some(&guid.value).filter(|id| guid.permalink && !id.is_empty()).cloned();
    Entry {
        url: item.link.or(permalink),
        id: guid.value,
        title: item.title,
        summary: item.description,
        content: item.content,
        text: None,
        published: item.pub_date.as_deref().and_then(moment),
        updated: found.take_text(ATOM, "updated").as_deref().and_then(moment),
        language: std::mem::take(&mut dublin.languages).into_iter().next(),
        authors: people(
            dublin,
            item.author.as_ref().or(podcast.author.as_ref()).map(String::as_str),
        ),
        categories: item.categories.into_iter().map(|category| named(category.name)).collect(),
        enclosures: enclosures(item.enclosure, image.as_ref(), &mut podcast),
        image,
        comments: comments(item.comments, &mut found),
        in_reply_to: None,
        extensions: sorted(found.rest().into_iter().chain(itunes::episode(podcast))),
    }
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
fn people(dublin: DublinCoreExtension, byline: Option<&str>) -> Vec<Person> {
    if dublin.creators.is_empty() {
        return byline.and_then(name).map(Person::named).into_iter().collect();
    }
    dublin.creators.into_iter().map(Person::named).collect()
}

/// The name in `ada@example.org (Ada)`, or the whole where it has no e-mail address.
fn name(byline: &str) -> Option<&str> {
    match byline.split_once('(') {
        Some((_, name)) => Some(name.trim_end().trim_end_matches(')')),
        None => Some(byline).filter(|text| !text.contains('@')),
    }
}

fn named(term: String) -> Category {
    Category { term, scheme: None }
}

/// The enclosure, unless it is the entry's picture once more.
fn enclosures(
    read: Option<rss::Enclosure>,
    image: Option<&Image>,
    itunes: &mut ITunesItemExtension,
) -> Vec<Enclosure> {
    let other = |file: &rss::Enclosure| image.is_none_or(|image| image.full.url != file.url);
    let Some(file) = read.filter(|file| !file.url.is_empty() && other(file)) else {
        return Vec::new();
    };
    let duration = itunes.duration.as_deref().and_then(seconds);
    if duration.is_some() {
        itunes.duration = None;
    }
    vec![Enclosure {
        url: file.url,
        // What RSS requires and a writer may not have known.
        media_type: Some(file.mime_type)
            .filter(|t| !matches!(t.as_str(), "" | stand_in::MEDIA_TYPE)),
        length: file.length.trim().parse().ok().filter(|length| *length > 0),
        duration,
    }]
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

impl Foreign for Element {
    fn parts(self) -> (Pairs, Option<String>, Named<Self>) {
        (self.attrs, self.value, self.children)
    }
}
