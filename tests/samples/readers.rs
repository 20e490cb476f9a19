//! What readers that others wrote see in the expected feeds.

use crate::arguments;
use crate::carries;
use crate::folder::{Folder, expectation};
use crate::id;
use feed_rs::parser;
use similar::TextDiff;
use wp2feed::model::Feed;
use wp2feed::{FeedUrl, Format, Html, Options, Order, Reader};

/// Reads each expected feed, and compares it with what the library reads of the posts, reduced to what
/// the format carries.
pub(crate) fn round_trip(folder: &Folder) -> Result<(), String> {
    let (mut feed, options) = (feed(folder)?, arguments::options(folder)?);
    let of_page = options.feed_of.is_some() && feed.feed_url.is_none();
    for format in Format::ALL {
        let name = expectation(format);
        let read = format.read(&folder.read(&name)?).map_err(|e| format!("{name}: {e}"))?;
        // Each format of a page's feed has its own address, which belongs to no feed that is but read.
        if of_page {
            feed.feed_url.clone_from(&read.feed_url);
        }
        let cut = cut(headed(format, &feed), &options, &read);
        let carried = carries::reduced(format, &cut, &read);
        if read != carried {
            let (carried, read) = (format!("{carried:#?}\n"), format!("{read:#?}\n"));
            let diff = TextDiff::from_lines(&carried, &read);
            return Err(diff.unified_diff().header("what the format carries", &name).to_string());
        }
    }
    Ok(())
}

/// Parses each expected feed strictly, and compares ids and titles with those that feed-rs sees.
pub(crate) fn readers(folder: &Folder) -> Result<(), String> {
    let (feed, options) = (feed(folder)?, arguments::options(folder)?);
    for format in Format::ALL {
        let name = expectation(format);
        let bytes = folder.read(&name)?;
        strictly(format, &bytes).map_err(|e| format!("{name} is not well-formed: {e}"))?;
        let read = parser::parse(&bytes[..]).map_err(|e| format!("{name}: feed-rs: {e}"))?;
        let seen: Vec<_> = read
            .entries
            .into_iter()
            .map(|entry| (id::own(&entry.id), entry.title.map(|title| title.content)))
            .collect();
        let written = format.read(&bytes).map_err(|e| e.to_string())?;
        let meant: Vec<_> =
            carries::reduced(format, &cut(feed.clone(), &options, &written), &written)
                .entries
                .into_iter()
                .map(|entry| (entry.id, entry.title))
                .collect();
        if seen != meant {
            return Err(format!("{name}: feed-rs sees {seen:#?}, meant was {meant:#?}"));
        }
    }
    Ok(())
}

/// The feed with the title and the link that WordPress's Atom has of comments on one post.
fn headed(format: Format, feed: &Feed) -> Feed {
    match feed.title.strip_prefix("Comments on: ").filter(|_| format == Format::Atom) {
        Some(post) => Feed {
            title: format!("Comments on {post}"),
            home_page_url: feed.home_page_url.as_ref().map(|page| format!("{page}#comments")),
            ..feed.clone()
        },
        None => feed.clone(),
    }
}

/// The feed cut to so many bytes, which one that is but read has not: its first entries, each whole or
/// without its content.
fn cut(mut feed: Feed, options: &Options, written: &Feed) -> Feed {
    if options.max_bytes.is_some() {
        feed.entries.truncate(written.entries.len());
        for (entry, written) in feed.entries.iter_mut().zip(&written.entries) {
            let there = written.content.as_deref().map(str::trim);
            entry.content.take_if(|content| Some(content.trim()) != there);
        }
        feed.updated = feed.entries.iter().filter_map(|entry| entry.updated).max();
    }
    feed
}

/// Feeds stay as they are, where nothing else is told.
fn of_feeds(folder: &Folder, options: Options) -> Options {
    let told = |name: &str| folder.arguments.iter().any(|argument| argument.starts_with(name));
    Options {
        order: if told("--order=") { options.order } else { Order::Input },
        html: if told("--html=") { options.html } else { Html::RAW },
        ..options
    }
}

/// The feed that the library reads of the posts.
fn feed(folder: &Folder) -> Result<Feed, String> {
    let options = arguments::options(folder)?;
    let feed_url = options.feed_url.clone();
    let bytes = folder.read(&folder.posts)?;
    let format = Format::of(&bytes);
    let mut reader =
        Reader::new(if format.is_some() { of_feeds(folder, options) } else { options });
    for (collection, file) in arguments::collections(folder) {
        let read = reader.read_collection(collection, Some(file), &folder.read(file)?[..]);
        read.map_err(|e| e.to_string())?;
    }
    match format {
        None => reader.read(None, &bytes[..]),
        Some(format) => format.read(&bytes).and_then(|feed| reader.read_feed(&feed, Some(format))),
    }
    .map_err(|e| e.to_string())?;
    let (mut feed, _) = reader.finish();
    if let Some(FeedUrl::Whole(url)) = feed_url {
        feed.feed_url = Some(url);
    }
    Ok(feed)
}

fn strictly(format: Format, bytes: &[u8]) -> Result<(), String> {
    let text = std::str::from_utf8(bytes).map_err(|e| e.to_string())?;
    match format {
        Format::JsonFeed => {
            serde_json::from_str::<serde_json::Value>(text).map(drop).map_err(|e| e.to_string())
        }
        Format::Rss | Format::Atom => {
            roxmltree::Document::parse(text).map(drop).map_err(|e| e.to_string())
        }
    }
}
