//! What Atom has of its own and the model no field for, as extensions of its vocabulary (RFC 4287, section 4.2).

use super::read::{alternates, date, is_page, linked, plain, some};
use crate::formats::xml::ATOM;
use crate::model::Extension;
use crate::text::date;
use atom_syndication::{Category, Content, Entry, Feed, Generator, Link, Person, Source};

/// What a feed has besides.
pub(super) fn of_feed(read: &Feed) -> Vec<Extension> {
    let (mut rest, home) = (Vec::new(), alternates(&read.links).find(|link| is_page(link)));
    let own = linked(&read.links, "self").next();
    let known = |link: &&Link| {
        matches!(link.rel.as_str(), "alternate" | "hub")
            || Some(*link) == home
            || Some(*link) == own
    };
    rest.extend(read.links.iter().filter(|link| !known(link)).map(self::link));
    rest.extend(read.contributors.iter().map(|it| person("contributor", it)));
    rest.extend(read.logo.iter().map(|logo| element("logo", logo)));
    rest.extend(read.generator.as_ref().and_then(generator));
    rest
}

/// What an entry has besides.
pub(super) fn of_entry(read: &Entry) -> Vec<Extension> {
    let links = &read.links;
    let page = alternates(links).find(|link| is_page(link)).or(alternates(links).next());
    let known =
        |link: &&Link| Some(*link) == page || matches!(link.rel.as_str(), "enclosure" | "replies");
    let mut rest: Vec<_> = links.iter().filter(|link| !known(link)).map(self::link).collect();
    rest.extend(read.contributors.iter().map(|it| person("contributor", it)));
    rest.extend(read.rights.clone().map(plain).map(|rights| element("rights", &rights)));
    rest.extend(read.source.as_ref().map(source));
    rest.extend(read.content.as_ref().and_then(content));
    rest
}

fn source(read: &Source) -> Extension {
    let text = |name: &'static str, text: Option<String>| text.map(|text| element(name, &text));
    let texts = [
        text("id", some(read.id.clone())),
        text("title", some(plain(read.title.clone()))),
        text("subtitle", read.subtitle.clone().map(plain)),
        text("updated", date(read.updated).map(date::rfc3339)),
        text("rights", read.rights.clone().map(plain)),
        text("icon", read.icon.clone()),
        text("logo", read.logo.clone()),
        text("generator", read.generator.as_ref().map(|generator| generator.value.clone())),
    ];
    let mut children: Vec<Extension> = texts.into_iter().flatten().collect();
    children.extend(read.links.iter().map(link));
    children.extend(read.authors.iter().map(|it| person("author", it)));
    children.extend(read.contributors.iter().map(|it| person("contributor", it)));
    children.extend(read.categories.iter().map(category));
    // As the crates have elements in others.
    children.sort_by(|a, b| a.name.cmp(&b.name));
    Extension { children, ..element("source", "") }
}

/// A content that stands elsewhere.
fn content(read: &Content) -> Option<Extension> {
    let src = Some(read.src.clone()?);
    Some(with("content", [("src", src), ("type", read.content_type.clone())]))
}

fn generator(read: &Generator) -> Option<Extension> {
    let found = with("generator", [("uri", read.uri.clone()), ("version", read.version.clone())]);
    Some(found).filter(|found| !found.attributes.is_empty())
}

fn link(read: &Link) -> Extension {
    let Link { href, rel, hreflang, mime_type, title, length } = read.clone();
    with(
        "link",
        [
            ("href", Some(href)),
            ("hreflang", hreflang),
            ("length", length),
            ("rel", Some(rel)),
            ("title", title),
            ("type", mime_type),
        ],
    )
}

fn category(read: &Category) -> Extension {
    let Category { term, scheme, label } = read.clone();
    with("category", [("label", label), ("scheme", scheme), ("term", Some(term))])
}

fn person(name: &str, read: &Person) -> Extension {
    let parts = [("email", &read.email), ("uri", &read.uri)].into_iter();
    let named = [element("name", &read.name)];
    let known = parts.filter_map(|(name, text)| Some(element(name, text.as_ref()?)));
    let mut children: Vec<Extension> = known.chain(named).collect();
    children.sort_by(|a, b| a.name.cmp(&b.name));
    Extension { children, ..element(name, "") }
}

fn with<const N: usize>(name: &str, attributes: [(&str, Option<String>); N]) -> Extension {
    let known = attributes.into_iter();
    let known = known.filter_map(|(name, value)| Some((name.to_owned(), value.and_then(some)?)));
    Extension { attributes: known.collect(), ..element(name, "") }
}

fn element(name: &str, value: &str) -> Extension {
    Extension::new(ATOM.0, ATOM.1, name, value)
}
