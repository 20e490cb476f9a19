//! What RSS 2.0 and its modules have and the model no field for, as extensions.

use crate::formats::xml::{DC, Element, ITUNES, Namespace, RSS, SY};
use crate::model::{Extension, Person};
use crate::text::date;
use chrono::DateTime;
use rss::extension::dublincore::DublinCoreExtension;
use rss::{Channel, Image, Item, TextInput};

/// What is picked from the document, since the crate drops it, or makes something up.
pub(super) fn is_picked(name: &str) -> bool {
    matches!(name, "enclosure" | "itunes:title") || name.starts_with("sy:")
}

/// What a channel has besides.
pub(super) fn of_channel(channel: &mut Channel, authors: &[Person]) -> Vec<Extension> {
    let editor = channel.managing_editor.take().filter(|text| !says(authors, text));
    let texts = [
        ("managingEditor", editor),
        ("webMaster", channel.webmaster.take()),
        ("pubDate", channel.pub_date.take().map(customary_date)),
        ("docs", channel.docs.take()),
        ("rating", channel.rating.take()),
        ("ttl", channel.ttl.take()),
    ];
    let texts = texts.into_iter().filter_map(|(name, text)| Some(element(name, &text?)));
    let cloud = channel.cloud.take().map(|cloud| {
        with(
            "cloud",
            [
                ("domain", cloud.domain),
                ("path", cloud.path),
                ("port", cloud.port),
                ("protocol", cloud.protocol),
                ("registerProcedure", cloud.register_procedure),
            ],
        )
    });
    let hours = holding("skipHours", channel.skip_hours.iter().map(|hour| ("hour", hour)));
    let days = holding("skipDays", channel.skip_days.iter().map(|day| ("day", day)));
    let image =
        channel.image.as_ref().filter(|image| has_own_words(image, channel)).map(self::image);
    let input = channel.text_input.as_ref().map(text_input);
    texts.chain(cloud).chain(hours).chain(days).chain(image).chain(input).collect()
}

/// What an item has besides.
pub(super) fn of_item(item: &Item, authors: &[Person]) -> Vec<Extension> {
    let author = item.author.as_ref().filter(|text| !says(authors, text));
    let author = author.map(|text| element("author", text));
    let source = item.source.as_ref().map(|source| Extension {
        value: source.title.clone().unwrap_or_default(),
        ..with("source", [("url", source.url.clone())])
    });
    author.into_iter().chain(source).collect()
}

/// Dublin Core but for the names of people, and of an item the language, which have fields.
pub(super) fn of_dublin_core(read: DublinCoreExtension) -> Vec<Extension> {
    let named = [
        ("contributor", read.contributors),
        ("coverage", read.coverages),
        ("date", read.dates),
        ("description", read.descriptions),
        ("format", read.formats),
        ("identifier", read.identifiers),
        ("language", read.languages),
        ("publisher", read.publishers),
        ("relation", read.relations),
        ("rights", read.rights),
        ("source", read.sources),
        ("subject", read.subjects),
        ("title", read.titles),
        ("type", read.types),
    ];
    let each = |(name, texts): (&'static str, Vec<String>)| {
        texts.into_iter().map(move |text| Extension::new(DC.0, DC.1, name, &text))
    };
    named.into_iter().flat_map(each).collect()
}

/// The elements of modules that were picked.
pub(super) fn of_modules(picked: Vec<Element>) -> Vec<Extension> {
    let known = |element: Element| {
        let (prefix, name) = element.name.split_once(':')?;
        let (prefix, namespace): Namespace = if prefix == SY.0 { SY } else { ITUNES };
        Some(Extension::new(prefix, namespace, name, element.text.trim()))
    };
    picked.into_iter().filter_map(known).collect()
}

/// Tells whether a text is what the names of people say.
fn says(authors: &[Person], text: &str) -> bool {
    matches!(authors, [author] if author.name == text)
}

/// Tells whether a picture has more than its address, and what the profile of RSS wants it to have.
fn has_own_words(image: &Image, channel: &Channel) -> bool {
    let customary = image.title == channel.title && image.link == channel.link;
    let more = [&image.width, &image.height, &image.description].into_iter().any(Option::is_some);
    !image.url.is_empty() && (!customary || more)
}

fn image(read: &Image) -> Extension {
    let texts = [("title", Some(&read.title)), ("link", Some(&read.link))].into_iter();
    let more = [
        ("width", read.width.as_ref()),
        ("height", read.height.as_ref()),
        ("description", read.description.as_ref()),
    ];
    let known = texts.chain(more).filter_map(|(name, text)| Some((name, text?)));
    let children = known.map(|(name, text)| element(name, text)).collect();
    Extension { children, ..element("image", "") }
}

fn text_input(read: &TextInput) -> Extension {
    let texts = [
        ("title", &read.title),
        ("description", &read.description),
        ("name", &read.name),
        ("link", &read.link),
    ];
    let children = texts.into_iter().map(|(name, text)| element(name, text)).collect();
    Extension { children, ..element("textInput", "") }
}

fn holding<'t>(
    name: &str,
    texts: impl Iterator<Item = (&'static str, &'t String)>,
) -> Option<Extension> {
    let children: Vec<_> = texts.map(|(name, text)| element(name, text)).collect();
    let any = !children.is_empty();
    any.then(|| Extension { children, ..element(name, "") })
}

/// A date in the one form that we write.
fn customary_date(text: String) -> String {
    DateTime::parse_from_rfc2822(&text).map_or(text, |date| date::rfc822(date.to_utc()))
}

fn with<const N: usize>(name: &str, attributes: [(&str, String); N]) -> Extension {
    let pairs = attributes.into_iter().map(|(name, value)| (name.to_owned(), value));
    Extension { attributes: pairs.collect(), ..element(name, "") }
}

fn element(name: &str, value: &str) -> Extension {
    Extension::new(RSS.0, RSS.1, name, value)
}
