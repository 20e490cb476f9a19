//! The formats that a feed can have, and the one table that knows them all.

pub(crate) mod atom;
pub(crate) mod json_feed;
pub(crate) mod rss;
mod stand_in;
mod validate;
mod writer;
mod xml;

use crate::error::Result;
use crate::model::Feed;
use crate::validate::grammar::Root;
pub use validate::{Validated, Validator, validate};
pub(crate) use writer::FeedWriter;

/// A format of a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// RSS 2.0, <https://www.rssboard.org/rss-specification>.
    Rss,
    /// Atom 1.0, RFC 4287.
    Atom,
    /// JSON Feed 1.1, <https://www.jsonfeed.org/version/1.1/>.
    JsonFeed,
}

/// What the program must know of a format; a new one is a folder and a row.
struct Row {
    format: Format,
    name: &'static str,
    file_name: &'static str,
    media_type: &'static str,
    wordpress_name: &'static str,
    writer: fn(bool) -> Box<dyn FeedWriter>,
    read: fn(&[u8]) -> Result<Feed>,
    is: fn(&[u8]) -> bool,
    /// The elements with which a document of it begins, if it is XML, with what they must hold to.
    roots: &'static [Root],
}

const TABLE: [Row; 3] = [
    Row {
        format: Format::Rss,
        name: "rss",
        file_name: "feed.xml",
        media_type: "application/rss+xml",
        wordpress_name: "rss2",
        writer: rss::writer,
        read: rss::read,
        is: rss::is,
        roots: &rss::rules::ROOTS,
    },
    Row {
        format: Format::Atom,
        name: "atom",
        file_name: "atom.xml",
        media_type: "application/atom+xml",
        wordpress_name: "atom",
        writer: atom::writer,
        read: atom::read,
        is: atom::is,
        roots: &atom::rules::ROOTS,
    },
    Row {
        format: Format::JsonFeed,
        name: "json",
        file_name: "feed.json",
        media_type: "application/feed+json",
        wordpress_name: "json",
        writer: json_feed::writer,
        read: json_feed::read,
        is: json_feed::is,
        roots: &[],
    },
];

impl Format {
    /// Every format, in the order in which they are told.
    pub const ALL: [Format; 3] = [Format::Rss, Format::Atom, Format::JsonFeed];

    /// The name on the command line: `rss`, `atom` or `json`.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The format of a name, as [`Format::name`] gives it.
    pub fn from_name(name: &str) -> Option<Format> {
        TABLE.iter().find(|row| row.name == name).map(|row| row.format)
    }

    /// The customary name of a file: `feed.xml`, `atom.xml`, `feed.json`.
    pub fn file_name(self) -> &'static str {
        self.row().file_name
    }

    /// The media type that a server should send.
    pub fn media_type(self) -> &'static str {
        self.row().media_type
    }

    /// The name by which WordPress's addresses ask for the format, as in `?feed=rss2`.
    pub(crate) fn wordpress_name(self) -> &'static str {
        self.row().wordpress_name
    }

    /// Writes a whole feed; `pretty` indents it.
    pub fn write(self, feed: &Feed, pretty: bool) -> Vec<u8> {
        let mut writer = self.writer(pretty);
        let mut entries = Vec::new();
        for (i, entry) in feed.entries.iter().enumerate() {
            if i > 0 {
                entries.extend_from_slice(writer.separator());
            }
            writer.entry(entry, &mut entries);
        }
        let mut out = Vec::with_capacity(entries.len() + 4096);
        writer.head(feed, &mut out);
        out.append(&mut entries);
        writer.tail(&mut out);
        out
    }

    /// Reads a feed of this format.
    ///
    /// # Errors
    /// [`ErrorKind::NotFeed`](crate::ErrorKind::NotFeed) if the bytes are no feed of this format.
    pub fn read(self, bytes: &[u8]) -> Result<Feed> {
        (self.row().read)(bytes)
    }

    /// Tells which format a document is in by its first words; `None` if it is no feed.
    ///
    /// ```
    /// use wp2feed::Format;
    ///
    /// assert_eq!(Format::of(b"<?xml version='1.0'?><!-- a --><rss version='2.0'>"), Some(Format::Rss));
    /// assert_eq!(Format::of(br#"{"version":"https://jsonfeed.org/version/1.1"}"#), Some(Format::JsonFeed));
    /// assert_eq!(Format::of(b"<html>"), None);
    /// ```
    pub fn of(bytes: &[u8]) -> Option<Format> {
        TABLE.iter().find(|row| (row.is)(bytes)).map(|row| row.format)
    }

    /// Starts a feed that is written in pieces.
    pub(crate) fn writer(self, pretty: bool) -> Box<dyn FeedWriter> {
        (self.row().writer)(pretty)
    }

    /// Every element with which a feed begins.
    pub(crate) fn roots() -> Vec<&'static Root> {
        TABLE.iter().flat_map(|row| row.roots).collect()
    }

    /// The format whose documents begin with an element.
    fn of_root(root: &Root) -> Option<Format> {
        let has = |row: &&Row| row.roots.iter().any(|it| it.local == root.local);
        TABLE.iter().find(has).map(|row| row.format)
    }

    fn row(self) -> &'static Row {
        TABLE.iter().find(|row| row.format == self).expect("every format has its row")
    }
}
