//! Reads what the rss crate has of the podcast vocabulary and no field of the model carries.
//!
//! The crate keeps of each element the first, and its text alone; of a show's owner name and e-mail
//! address, of a category its name and the first one in it. `itunes:title` it drops.

use crate::formats::xml::ITUNES;
use crate::model::Extension;
use rss::extension::itunes::{
    ITunesCategory, ITunesChannelExtension, ITunesItemExtension, ITunesOwner,
};

/// The elements of an item.
pub(super) fn episode(itunes: ITunesItemExtension) -> impl Iterator<Item = Extension> {
    texts([
        ("author", itunes.author),
        ("block", itunes.block),
        ("duration", itunes.duration),
        ("episode", itunes.episode),
        ("episodeType", itunes.episode_type),
        ("explicit", itunes.explicit),
        ("isClosedCaptioned", itunes.closed_captioned),
        ("keywords", itunes.keywords),
        ("order", itunes.order),
        ("season", itunes.season),
        ("subtitle", itunes.subtitle),
        ("summary", itunes.summary),
    ])
}

/// The elements of a channel.
pub(super) fn show(itunes: ITunesChannelExtension) -> impl Iterator<Item = Extension> {
    let image = itunes.image.map(|href| with("image", "href", href));
    let texts = texts([
        ("author", itunes.author),
        ("block", itunes.block),
        ("complete", itunes.complete),
        ("explicit", itunes.explicit),
        ("keywords", itunes.keywords),
        ("new-feed-url", itunes.new_feed_url),
        ("subtitle", itunes.subtitle),
        ("summary", itunes.summary),
        ("type", itunes.r#type),
    ]);
    let categories = itunes.categories.into_iter().map(category);
    texts.chain(image).chain(categories).chain(itunes.owner.map(owner))
}

fn texts<const N: usize>(
    read: [(&'static str, Option<String>); N],
) -> impl Iterator<Item = Extension> {
    let known = read.into_iter().filter_map(|(name, value)| Some((name, value?)));
    known.map(|(name, value)| element(name, &value))
}

fn category(read: ITunesCategory) -> Extension {
    let children = read.subcategory.into_iter().map(|inner| category(*inner)).collect();
    Extension { children, ..with("category", "text", read.text) }
}

fn owner(read: ITunesOwner) -> Extension {
    let children = texts([("email", read.email), ("name", read.name)]).collect();
    Extension { children, ..element("owner", "") }
}

fn with(name: &str, attribute: &str, value: String) -> Extension {
    Extension { attributes: vec![(attribute.to_owned(), value)], ..element(name, "") }
}

fn element(name: &str, value: &str) -> Extension {
    Extension::new(ITUNES.0, ITUNES.1, name, value)
}
