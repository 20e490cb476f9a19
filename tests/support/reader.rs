//! The readers, none of them ours: the crates rss, atom_syndication and feed-rs, and serde_json for
//! JSON Feed.

use super::seen::{Author, Comments, Enclosure, Feed, Item, Moment};
use atom_syndication::{Entry, Link, Text, TextType};
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::BTreeMap;

/// Reads RSS 2.0 with the rss crate, which trims every text and keeps the last enclosure.
pub(crate) fn rss(bytes: &[u8]) -> Feed {
    let channel = rss::Channel::read_from(bytes).expect("RSS that the rss crate reads");
    Feed {
        id: None,
        title: some(&channel.title),
        subtitle: some(&channel.description),
        link: some(&channel.link),
        language: channel.language.as_deref().and_then(some),
        icon: channel.image.as_ref().and_then(|image| some(&image.url)),
        generator: channel.generator.as_deref().and_then(some),
        updated: channel.last_build_date.as_deref().and_then(rfc822),
        items: channel.items.iter().map(rss_item).collect(),
    }
}

fn rss_item(item: &rss::Item) -> Item {
    let foreign = |prefix: &str, name: &str| {
        let element = item.extensions.get(prefix)?.get(name)?.first()?;
        element.value.as_deref().and_then(some)
    };
    let creators = item.dublin_core_ext.iter().flat_map(|dublin| &dublin.creators);
    let enclosure = |file: &rss::Enclosure| Enclosure {
        url: file.url.clone(),
        media_type: some(&file.mime_type),
        length: some(&file.length),
    };
    Item {
        id: item.guid.as_ref().and_then(|guid| some(&guid.value)),
        link: item.link.as_deref().and_then(some),
        title: item.title.as_deref().and_then(some),
        published: item.pub_date.as_deref().and_then(rfc822),
        updated: foreign("atom", "updated").as_deref().and_then(rfc3339),
        authors: creators.filter_map(|name| author(name, None)).collect(),
        categories: item.categories.iter().map(|category| category.name.clone()).collect(),
        summary: item.description.as_deref().and_then(some),
        content: item.content.as_deref().and_then(some),
        enclosures: item.enclosure.iter().map(enclosure).collect(),
        picture: media(|| Some(&item.extensions.get("media")?.get("content")?.first()?.attrs)),
        comments: Comments {
            page: item.comments.as_deref().and_then(some),
            feed: foreign("wfw", "commentRss"),
            count: foreign("slash", "comments"),
        },
        ..Item::default()
    }
}

/// Reads Atom with the atom_syndication crate, which loses `thr:count`.
pub(crate) fn atom(bytes: &[u8]) -> Feed {
    let feed = atom_syndication::Feed::read_from(bytes).expect("Atom that the crate reads");
    let alternate = feed.links.iter().find(|link| is_page(link, "alternate"));
    Feed {
        id: some(&feed.id),
        title: text(&feed.title),
        subtitle: feed.subtitle.as_ref().and_then(text),
        link: alternate.and_then(|link| some(&link.href)),
        language: feed.lang.as_deref().and_then(some),
        icon: feed.icon.as_deref().and_then(some),
        generator: feed.generator.as_ref().and_then(|generator| some(&generator.value)),
        updated: Some(feed.updated.to_utc()),
        items: feed.entries.iter().map(atom_entry).collect(),
    }
}

fn atom_entry(entry: &Entry) -> Item {
    let content = entry.content.as_ref();
    let content = content.filter(|content| content.value.as_deref().is_some_and(|s| !s.is_empty()));
    let page = |rel: &str| entry.links.iter().find(|link| is_page(link, rel));
    let files = entry.links.iter().filter(|link| link.rel == "enclosure");
    let enclosure = |file: &Link| Enclosure {
        url: file.href.clone(),
        media_type: file.mime_type.as_deref().and_then(some),
        length: file.length.as_deref().and_then(some),
    };
    let total = || entry.extensions.get("thr")?.get("total")?.first()?.value.clone();
    let replies = |link: &&Link| link.rel == "replies" && !is_page(link, "replies");
    Item {
        id: some(&entry.id),
        link: page("alternate").and_then(|link| some(&link.href)),
        title: text(&entry.title),
        published: entry.published.map(|date| date.to_utc()),
        updated: Some(entry.updated.to_utc()),
        authors: entry.authors.iter().filter_map(|a| author(&a.name, a.uri.as_deref())).collect(),
        categories: entry.categories.iter().map(|category| category.term.clone()).collect(),
        summary: entry.summary.as_ref().and_then(|summary| some(&summary.value)),
        content: content.and_then(|content| content.value.clone()),
        schemes: entry.categories.iter().filter_map(|category| category.scheme.clone()).collect(),
        base: content.and_then(|content| content.base.clone()),
        enclosures: files.map(enclosure).collect(),
        picture: media(|| Some(&entry.extensions.get("media")?.get("content")?.first()?.attrs)),
        comments: Comments {
            page: page("replies").and_then(|link| some(&link.href)),
            feed: entry.links.iter().find(replies).and_then(|link| some(&link.href)),
            count: total(),
        },
    }
}

/// A `media:content` by its attributes.
fn media<'a>(find: impl Fn() -> Option<&'a BTreeMap<String, String>>) -> Option<Enclosure> {
    let attribute = |name: &str| find()?.get(name).cloned();
    let (media_type, length) = (attribute("type"), attribute("fileSize"));
    Some(Enclosure { url: attribute("url")?, media_type, length })
}

fn is_page(link: &Link, rel: &str) -> bool {
    link.rel == rel && link.mime_type.as_deref() == Some("text/html")
}

/// The plain text of a title: one of type html is decoded, as readers do.
fn text(text: &Text) -> Option<String> {
    match text.r#type {
        TextType::Html => some(&htmlize::unescape(&text.value)),
        _ => some(&text.value),
    }
}

/// Reads JSON Feed as plain JSON.
pub(crate) fn json_feed(bytes: &[u8]) -> Feed {
    let feed: Value = serde_json::from_slice(bytes).expect("JSON");
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    Feed {
        id: None,
        title: string(&feed["title"]),
        subtitle: string(&feed["description"]),
        link: string(&feed["home_page_url"]),
        language: string(&feed["language"]),
        icon: string(&feed["icon"]),
        generator: None,
        updated: None,
        items: list(&feed["items"]).map(json_item).collect(),
    }
}

fn json_item(item: &Value) -> Item {
    let date = |name: &str| item[name].as_str().and_then(rfc3339);
    let enclosure = |file: &Value| Enclosure {
        url: string(&file["url"]).unwrap_or_default(),
        media_type: string(&file["mime_type"]),
        length: file["size_in_bytes"].as_u64().map(|size| size.to_string()),
    };
    let person = |p: &Value| author(p["name"].as_str()?, p["url"].as_str());
    Item {
        id: string(&item["id"]),
        link: string(&item["url"]),
        title: string(&item["title"]),
        published: date("date_published"),
        updated: date("date_modified"),
        authors: list(&item["authors"]).filter_map(person).collect(),
        categories: list(&item["tags"]).filter_map(string).collect(),
        summary: string(&item["summary"]),
        content: string(&item["content_html"]),
        enclosures: list(&item["attachments"]).map(enclosure).collect(),
        ..Item::default()
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn string(value: &Value) -> Option<String> {
    value.as_str().and_then(some)
}

/// Reads any format with the feed-rs crate, which puts enclosures, pictures and tracks in one heap and
/// does not know of comments: both are left out here.
pub(crate) fn feed_rs(bytes: &[u8]) -> Feed {
    let feed = feed_rs::parser::parse(bytes).expect("a feed that feed-rs reads");
    let content = |text: &feed_rs::model::Text| some(&text.content);
    Feed {
        id: None,
        title: feed.title.as_ref().and_then(content),
        subtitle: feed.description.as_ref().and_then(content),
        link: page(&feed.links),
        language: feed.language,
        icon: feed.icon.or(feed.logo).and_then(|image| some(&image.uri)),
        generator: feed.generator.and_then(|generator| some(&generator.content)),
        updated: feed.updated,
        items: feed.entries.iter().map(feed_rs_entry).collect(),
    }
}

fn feed_rs_entry(entry: &feed_rs::model::Entry) -> Item {
    let content = |text: &feed_rs::model::Text| some(&text.content);
    Item {
        id: some(&entry.id),
        link: page(&entry.links),
        title: entry.title.as_ref().and_then(content),
        published: entry.published,
        updated: entry.updated,
        authors: entry.authors.iter().filter_map(|a| author(&a.name, a.uri.as_deref())).collect(),
        categories: entry.categories.iter().map(|category| category.term.clone()).collect(),
        summary: entry.summary.as_ref().and_then(content),
        content: entry.content.as_ref().and_then(|content| some(content.body.as_deref()?)),
        ..Item::default()
    }
}

fn page(links: &[feed_rs::model::Link]) -> Option<String> {
    // The files of JSON Feed are links without rel, too.
    let page = |link: &&feed_rs::model::Link| {
        link.rel.as_deref().is_none_or(|rel| rel == "alternate")
            && link.media_type.as_deref().is_none_or(|name| name == "text/html")
    };
    links.iter().find(page).map(|link| link.href.clone())
}

fn author(name: &str, url: Option<&str>) -> Option<Author> {
    Some(Author { name: some(name)?, url: url.and_then(some) })
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

fn rfc822(text: &str) -> Option<Moment> {
    DateTime::parse_from_rfc2822(text).ok().map(|date| date.with_timezone(&Utc))
}

fn rfc3339(text: &str) -> Option<Moment> {
    DateTime::parse_from_rfc3339(text).ok().map(|date| date.with_timezone(&Utc))
}
