//! The way through the house: posts in, one or more feeds out.

mod archives;
mod batch;
mod carried;
mod documents;
mod heads;
mod making;
mod reader;
mod source;

pub use batch::{Batch, Batched, BatchedFeed};
pub use reader::{Reader, read};

use crate::error::Result;
use crate::formats::Format;
use crate::model::Feed;
use crate::options::{Collection, Options};
use crate::report::Report;
use crate::spool::Sorted;
use documents::Documents;
use making::Making;
use std::io::{Read, Write};

/// Converts one document of WordPress posts to one feed.
///
/// The document is what `/wp-json/wp/v2/posts` answers, or any of the forms in which it is stored: one
/// post, a list, an envelope, lines of posts, lists one after another.
///
/// ```
/// use wp2feed::{Format, Options, convert};
///
/// let posts = r#"[{"id":7,"date_gmt":"2024-07-01T09:05:03","guid":{"rendered":"https://example.org/?p=7"},
///     "link":"https://example.org/tea/","title":{"rendered":"Tea &#038; Biscuits"}}]"#;
/// let mut feed = Vec::new();
/// let report = convert(posts.as_bytes(), Format::Rss, &Options::default(), &mut feed)?;
///
/// assert_eq!(report.written(), 1);
/// let feed = String::from_utf8(feed)?;
/// assert!(feed.contains("<title>Tea &#x26; Biscuits</title>"));
/// assert!(feed.contains("<pubDate>Mon, 01 Jul 2024 09:05:03 +0000</pubDate>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// If the document is not WordPress posts, or reading or writing fails; nothing is written unless the
/// whole document was understood.
pub fn convert(
    reader: impl Read,
    format: Format,
    options: &Options,
    mut out: impl Write,
) -> Result<Report> {
    let mut converter = Converter::new(&[format], options.clone());
    converter.read(None, reader)?;
    let mut converted = converter.finish()?;
    converted.write(format, &mut out)?;
    Ok(converted.report)
}

/// Converts any number of documents to any number of formats in one pass; a [`Batch`] does so for several
/// feeds.
///
/// Posts are read one at a time, so memory is bounded by the largest of them and a few dozen bytes for
/// each; the rendered entries of a format wait in a temporary file once they are more than 1 MiB. Comments
/// and what is kept of collections stay in memory.
///
/// ```
/// use wp2feed::{Converter, Format, Options};
///
/// let mut converter = Converter::new(&[Format::Rss, Format::Atom], Options::default());
/// converter.read(Some("page1.json"), &b"[]"[..])?;
/// converter.read(Some("page2.json"), &b"[]"[..])?;
/// let mut converted = converter.finish()?;
/// let mut atom = Vec::new();
/// converted.write(Format::Atom, &mut atom)?;
/// assert_eq!(converted.report().written(), 0);
/// # Ok::<(), wp2feed::Error>(())
/// ```
pub struct Converter {
    documents: Documents,
    making: Making,
}

/// Feeds that are ready to be written.
pub struct Converted {
    formats: Vec<Format>,
    /// What stands above the entries of each format.
    heads: Vec<Feed>,
    entries: Sorted,
    report: Report,
    of_feeds: bool,
}

impl Converter {
    /// Starts a conversion to these formats.
    pub fn new(formats: &[Format], options: Options) -> Self {
        let documents = Documents::default();
        Converter {
            making: Making::new(formats, options, documents.collections(), None),
            documents,
        }
    }

    /// Reads a stored collection of what posts refer to by number; its name is for messages.
    ///
    /// It fills in what posts that are read afterwards have not embedded. What it holds of other kinds
    /// than the one that is asked for is taken too; what can't be used is noted in the report.
    ///
    /// ```
    /// use wp2feed::{Collection, Converter, Format, Options};
    ///
    /// let mut converter = Converter::new(&[Format::Rss], Options::default());
    /// converter.read_collection(Collection::Users, None, &br#"[{"id":3,"name":"Ada"}]"#[..])?;
    /// let post = r#"{"id":7,"link":"https://example.org/tea/","date_gmt":"2024-07-01T09:05:03","author":3,
    ///     "title":{"rendered":"Tea"}}"#;
    /// converter.read(None, post.as_bytes())?;
    /// let mut feed = Vec::new();
    /// converter.finish()?.write(Format::Rss, &mut feed)?;
    /// assert!(String::from_utf8_lossy(&feed).contains("<dc:creator>Ada</dc:creator>"));
    /// # Ok::<(), wp2feed::Error>(())
    /// ```
    ///
    /// # Errors
    /// If reading fails; whatever is wrong with the document is noted.
    pub fn read_collection(
        &mut self,
        collection: Collection,
        document: Option<&str>,
        reader: impl Read,
    ) -> Result<()> {
        self.documents.read_collection(collection, document, reader, &mut self.making)
    }

    /// Reads one document; its name is for messages.
    ///
    /// # Errors
    /// If the document is not WordPress posts, or can't be read.
    pub fn read(&mut self, document: Option<&str>, reader: impl Read) -> Result<()> {
        self.documents.read(document, reader, &mut self.making)
    }

    /// Takes a feed in the place of posts, and the format in which it came, if it came in one.
    ///
    /// Of several feeds the first says what stands above the entries, unless the options do. Options that
    /// are about posts alone, as [`Options::fields`], have no effect. What a format can't carry of the feed is
    /// noted.
    ///
    /// ```
    /// use wp2feed::{Converter, Format, Html, Options, Order};
    ///
    /// let atom = br#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Tea</title><id>urn:x</id>
    ///     <entry><title>Green</title><id>urn:y</id><category term="tea" scheme="https://example.org/"/></entry></feed>"#;
    /// let options = Options { order: Order::Input, html: Html::RAW, ..Options::default() };
    /// let mut converter = Converter::new(&[Format::JsonFeed], options);
    /// converter.read_feed(&Format::Atom.read(atom)?, Some(Format::Atom))?;
    /// let mut converted = converter.finish()?;
    /// let notes: Vec<String> = converted.report().notes().map(|note| note.to_string()).collect();
    /// assert_eq!(notes, ["1 entry lost part of categories in json: urn:y", "the feed lost id in json"]);
    /// # let mut json = Vec::new();
    /// # converted.write(Format::JsonFeed, &mut json)?;
    /// # Ok::<(), wp2feed::Error>(())
    /// ```
    ///
    /// # Errors
    /// If posts were read before, or the temporary file can't be written.
    pub fn read_feed(&mut self, feed: &Feed, format: Option<Format>) -> Result<()> {
        self.documents.read_feed(feed, format, &mut self.making)
    }

    /// Puts the entries in order.
    ///
    /// # Errors
    /// If the temporary file can't be written, or [`Options::max_bytes`] is less than a feed has without
    /// any entry.
    pub fn finish(self) -> Result<Converted> {
        self.making.finish()
    }
}

impl Converted {
    /// What the conversion noticed.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Tells whether it is made of feeds, and not of posts.
    pub fn is_of_feeds(&self) -> bool {
        self.of_feeds
    }

    /// Writes the feed of one format, one of those that the conversion was started with.
    ///
    /// # Errors
    /// If writing fails.
    pub fn write(&mut self, format: Format, out: &mut dyn Write) -> Result<()> {
        let Converted { formats, heads, entries, .. } = self;
        let at = formats.iter().position(|other| *other == format);
        at.map_or(Ok(()), |at| entries.write(at, &heads[at], out))
    }
}
