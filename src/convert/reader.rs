//! Posts into a [`Feed`] in memory.

use super::documents::{Documents, Taker};
use super::source::Source;
use crate::error::Result;
use crate::formats::Format;
use crate::model::{Entry, Feed};
use crate::options::{Collection, Options};
use crate::report::{Noun, Report};
use crate::spool::Index;
use crate::wordpress::{Item, Mapped};
use std::borrow::Cow;
use std::io::Read;

/// Reads one document of WordPress posts into a [`Feed`], which holds all its entries in memory.
///
/// What it gives is what [`convert`](crate::convert()) writes, before any format has left out what it can't carry; the
/// options' `pretty` and `max_bytes` do not count, and the address that WordPress gives each format of a page's feed
/// ([`Options::feed_of`]) is in none.
///
/// ```
/// use wp2feed::{Format, Options, read};
///
/// let posts = r#"{"id":7,"link":"https://example.org/tea/","date_gmt":"2024-07-01T09:05:03",
///     "title":{"rendered":"Tea"},"author":0}"#;
/// let (mut feed, _) = read(posts.as_bytes(), &Options::default())?;
///
/// assert_eq!(feed.entries[0].id, "https://example.org/?p=7");
/// feed.rights = Some("CC BY 4.0".into());
/// let atom = Format::Atom.write(&feed, false);
/// assert!(String::from_utf8(atom)?.contains("<rights>CC BY 4.0</rights>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// If the document is not WordPress posts, or can't be read.
pub fn read(reader: impl Read, options: &Options) -> Result<(Feed, Report)> {
    let mut documents = Reader::new(options.clone());
    documents.read(None, reader)?;
    Ok(documents.finish())
}

/// Reads any number of documents into a [`Feed`], as [`Converter`](crate::Converter) converts them.
///
/// ```
/// use wp2feed::{Collection, Options, Reader};
///
/// let mut reader = Reader::new(Options::default());
/// reader.read_collection(Collection::Users, None, &br#"[{"id":3,"name":"Ada"}]"#[..])?;
/// let post = r#"{"id":7,"link":"https://example.org/tea/","author":3,"title":{"rendered":"Tea"}}"#;
/// reader.read(None, post.as_bytes())?;
/// let (feed, _) = reader.finish();
/// assert_eq!(feed.entries[0].authors[0].name, "Ada");
/// # Ok::<(), wp2feed::Error>(())
/// ```
pub struct Reader {
    documents: Documents,
    shelf: Shelf,
}

/// The entries that are in memory.
struct Shelf {
    source: Source,
    index: Index,
    entries: Vec<Option<Entry>>,
}

impl Reader {
    /// Starts to read.
    pub fn new(options: Options) -> Self {
        let (documents, index) = (Documents::default(), Index::new(options.order));
        let source = Source::new(options, documents.collections());
        Reader { documents, shelf: Shelf { source, index, entries: Vec::new() } }
    }

    /// Reads a stored collection of what posts refer to by number, before the posts; its name is for
    /// messages.
    ///
    /// # Errors
    /// If reading fails; whatever is wrong with the document is noted.
    pub fn read_collection(
        &mut self,
        collection: Collection,
        document: Option<&str>,
        reader: impl Read,
    ) -> Result<()> {
        self.documents.read_collection(collection, document, reader, &mut self.shelf)
    }

    /// Reads one document; its name is for messages.
    ///
    /// # Errors
    /// If the document is not WordPress posts, or can't be read.
    pub fn read(&mut self, document: Option<&str>, reader: impl Read) -> Result<()> {
        self.documents.read(document, reader, &mut self.shelf)
    }

    /// Takes a feed in the place of posts, as [`Converter::read_feed`](crate::Converter::read_feed) does.
    ///
    /// # Errors
    /// If posts were read before.
    pub fn read_feed(&mut self, feed: &Feed, format: Option<Format>) -> Result<()> {
        self.documents.read_feed(feed, format, &mut self.shelf)
    }

    /// Puts the entries in order.
    pub fn finish(self) -> (Feed, Report) {
        let Shelf { mut source, mut index, mut entries } = self.shelf;
        let rest = source.take_rest(|mapped, _| keep(&mut index, &mut entries, mapped));
        rest.expect("memory takes everything");
        let ordered = index.order(source.options().limit);
        let in_order = ordered.places().filter_map(|place| entries[place as usize].take());
        let entries: Vec<Entry> = in_order.collect();
        let mut feed = source.head(&ordered.duplicates).feed;
        source.content().fit_head(&mut feed);
        let updated = source.updated(ordered.updated());
        let report = source.finish(entries.len());
        (Feed { updated, entries, ..feed }, report)
    }
}

impl Taker for Shelf {
    fn expected(&self) -> Option<Noun> {
        self.source.expected()
    }

    fn accepts(&mut self, kind: Noun) -> bool {
        self.source.accepts(kind)
    }

    fn wants_whole(&self) -> bool {
        self.source.wants_whole()
    }

    fn hear(&mut self, told: &Report) {
        self.source.hear(told);
    }

    fn take(&mut self, item: Item) -> Result<()> {
        let Shelf { source, index, entries } = self;
        source.take(Cow::Owned(item), |mapped, _| keep(index, entries, mapped))
    }

    fn take_feed(&mut self, feed: &Feed, format: Option<Format>) -> Result<()> {
        let Shelf { source, index, entries } = self;
        source.take_feed(feed, format, |mapped, _| keep(index, entries, mapped))
    }
}

fn keep(index: &mut Index, entries: &mut Vec<Option<Entry>>, mapped: Mapped) -> Result<()> {
    index.push(&mapped);
    entries.push(Some(mapped.entry));
    Ok(())
}
