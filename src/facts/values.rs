//! What a feed and its entries say, field by field, as texts that can be compared and shown.

use super::field::{Field, Side};
use crate::model::{
    Category, Comments, Enclosure, Entry, Extension, Feed, Image, Person, Rendition,
};
use crate::text::date;
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The values of fields: each field has as many as it has.
pub(crate) struct Values(Vec<(Field, Vec<String>)>);

/// The values of two sides beside each other, field by field.
pub(crate) fn beside(old: Values, new: Values) -> Vec<(Field, Vec<String>, Vec<String>)> {
    let mut new = new.0;
    let mut both = Vec::new();
    for (field, old) in old.0 {
        let same = new.iter().position(|(other, _)| *other == field);
        let values = same.map(|at| new.remove(at).1).unwrap_or_default();
        both.push((field, old, values));
    }
    both.extend(new.into_iter().map(|(field, values)| (field, Vec::new(), values)));
    both
}

pub(crate) fn of_feed(feed: &Feed) -> Values {
    let mut values = Values(Vec::new());
    let mut add = |name, found| values.0.push((Field::new(Side::Feed, name), found));
    add("id", one(&feed.id));
    add("feed-url", one(&feed.feed_url));
    add("title", vec![feed.title.clone()]);
    add("subtitle", one(&feed.subtitle));
    add("home", one(&feed.home_page_url));
    add("language", one(&feed.language));
    add("authors", feed.authors.iter().map(person).collect());
    add("categories", feed.categories.iter().map(category).collect());
    add("rights", one(&feed.rights));
    add("icon", one(&feed.icon));
    add("generator", one(&feed.generator));
    add("updated", moment(feed.updated));
    add(
        "alternates",
        feed.alternates.iter().map(|it| told(&it.url, [("type", some(&it.media_type))])).collect(),
    );
    add("hubs", feed.hubs.clone());
    values.extensions(Side::Feed, &feed.extensions);
    values
}

pub(crate) fn of_entry(entry: &Entry) -> Values {
    let mut values = Values(Vec::new());
    let mut add = |name, found| values.0.push((Field::new(Side::Entry, name), found));
    add("id", some(&entry.id).into_iter().collect());
    add("url", one(&entry.url));
    add("title", one(&entry.title));
    add("published", moment(entry.published));
    add("updated", moment(entry.updated));
    add("authors", entry.authors.iter().map(person).collect());
    add("categories", entry.categories.iter().map(category).collect());
    add("summary", one(&entry.summary));
    add("content", one(&entry.content));
    add("text", one(&entry.text));
    add("enclosures", entry.enclosures.iter().map(enclosure).collect());
    add("image", entry.image.iter().flat_map(image).collect());
    add("comments", entry.comments.iter().flat_map(comments).collect());
    add(
        "in-reply-to",
        entry.in_reply_to.iter().map(|it| told(&it.id, [("url", it.url.clone())])).collect(),
    );
    add("language", one(&entry.language));
    values.extensions(Side::Entry, &entry.extensions);
    values
}

impl Values {
    /// Elements of other vocabularies, by the names that people know them by.
    fn extensions(&mut self, side: Side, all: &[Extension]) {
        let mut named: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for extension in all {
            let prefix =
                if extension.prefix.is_empty() { &extension.namespace } else { &extension.prefix };
            named
                .entry(format!("{prefix}:{}", extension.name))
                .or_default()
                .push(element(extension));
        }
        self.0.extend(named.into_iter().map(|(name, values)| (Field::new(side, name), values)));
    }
}

fn one(text: &Option<String>) -> Vec<String> {
    text.iter().cloned().collect()
}

fn some(text: &str) -> Option<String> {
    Some(text).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn moment(date: Option<DateTime<Utc>>) -> Vec<String> {
    date.into_iter().map(date::rfc3339).collect()
}

/// A value, and behind it in parentheses what is known besides.
fn told<const N: usize>(value: &str, more: [(&str, Option<String>); N]) -> String {
    let known = more.into_iter().filter_map(|(name, value)| Some(format!("{name} {}", value?)));
    let known = known.collect::<Vec<_>>().join(", ");
    if known.is_empty() { value.to_owned() } else { format!("{value} ({known})") }
}

fn person(person: &Person) -> String {
    told(
        &person.name,
        [
            ("url", person.url.clone()),
            ("avatar", person.avatar.clone()),
            ("e-mail", person.email.clone()),
        ],
    )
}

fn category(category: &Category) -> String {
    told(
        &category.term,
        [
            ("scheme", category.scheme.clone()),
            ("key", category.key.clone()),
            ("domain", category.domain.clone()),
        ],
    )
}

fn enclosure(file: &Enclosure) -> String {
    let number = |number: Option<u64>| number.map(|number| number.to_string());
    let length = number(file.length).map(|length| format!("{length} bytes"));
    told(
        &file.url,
        [
            ("type", file.media_type.clone()),
            ("length", length),
            ("seconds", number(file.duration)),
            ("title", file.title.clone()),
        ],
    )
}

fn image(image: &Image) -> Vec<String> {
    let small = image.thumbnail.as_ref().map(|small| format!("thumbnail {}", rendition(small)));
    let alt = image.alt.as_ref().map(|alt| format!("alt {alt}"));
    [Some(rendition(&image.full)), small, alt].into_iter().flatten().collect()
}

fn rendition(picture: &Rendition) -> String {
    let number = |number: Option<u32>| number.map(|number| number.to_string());
    told(
        &picture.url,
        [
            ("type", picture.media_type.clone()),
            ("width", number(picture.width)),
            ("height", number(picture.height)),
            ("bytes", picture.length.map(|length| length.to_string())),
        ],
    )
}

fn comments(comments: &Comments) -> Vec<String> {
    let count = comments.count.map(|count| format!("{count} comments"));
    let named = |name: &str, url: &Option<String>| url.as_ref().map(|url| format!("{name} {url}"));
    let feeds = [named("rss", &comments.rss_url), named("atom", &comments.atom_url)];
    some(&comments.url).into_iter().chain(feeds.into_iter().flatten()).chain(count).collect()
}

/// An element without its prefix: its attributes by name, its text, what is in it.
fn element(extension: &Extension) -> String {
    let mut attributes: Vec<_> = extension.attributes.iter().collect();
    attributes.sort();
    let mut text = extension.value.trim().to_owned();
    for (name, value) in attributes {
        let blank = if text.is_empty() { "" } else { " " };
        // Writing to memory can't fail.
        let _ = write!(text, "{blank}{name}={value:?}");
    }
    for child in &extension.children {
        let blank = if text.is_empty() { "" } else { " " };
        let _ = write!(text, "{blank}<{}: {}>", child.name, element(child));
    }
    text
}
