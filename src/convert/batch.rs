//! Several feeds, each with options of its own, of documents that are read once.

use super::Converted;
use super::archives::Archives;
use super::documents::{Documents, Taker};
use super::making::Making;
use crate::archive::ArchiveKind;
use crate::error::Result;
use crate::formats::Format;
use crate::model::Feed;
use crate::options::{Collection, Options};
use crate::report::{Noun, Report};
use crate::spool::Depot;
use crate::wordpress::Item;
use std::borrow::Cow;
use std::io::Read;

/// Makes any number of feeds, each in its formats and with its options, in one pass over the documents.
///
/// Each post is parsed once, and each feed is the one that a [`Converter`](crate::Converter) makes alone.
/// Memory is bounded as that one's, for all feeds together; their entries share one temporary file.
///
/// ```
/// use wp2feed::{ArchiveKind, Batch, Format, Options};
///
/// let post = r#"{"id":7,"link":"https://example.org/tea/","title":{"rendered":"Tea"},"tags":[3],"_embedded":{
///     "wp:term":[[{"id":3,"name":"Green tea","slug":"green-tea","taxonomy":"post_tag"}]]}}"#;
/// let mut batch = Batch::new();
/// batch.add(&[Format::Rss, Format::Atom], Options::default());
/// batch.add(&[Format::JsonFeed], Options { limit: Some(10), ..Options::default() });
/// batch.add_each(ArchiveKind::Tag, &[Format::Rss], Options::default());
/// batch.read(None, post.as_bytes())?;
///
/// let mut batched = batch.finish();
/// let tag = batched.feeds.pop().expect("a feed of the tag");
/// assert_eq!((tag.addition, tag.slug.as_deref()), (2, Some("green-tea")));
/// let mut rss = Vec::new();
/// tag.feed?.write(Format::Rss, &mut rss)?;
/// assert!(String::from_utf8_lossy(&rss).contains("<title>Green tea – example.org</title>"));
/// # Ok::<(), wp2feed::Error>(())
/// ```
#[derive(Default)]
pub struct Batch {
    documents: Documents,
    feeds: Feeds,
}

/// The feeds of a [`Batch`], ready to be written.
pub struct Batched {
    /// The feeds in the order in which they were added, those of one kind of archives in that of their
    /// slugs.
    pub feeds: Vec<BatchedFeed>,
    /// What all of them noticed, each thing once.
    pub report: Report,
}

/// A feed of a [`Batch`].
pub struct BatchedFeed {
    /// What [`Batch::add`] or [`Batch::add_each`] returned for it.
    pub addition: usize,
    /// The slug of its archive, if it was not added alone: as people read it, and fit to be the name of a
    /// file.
    pub slug: Option<String>,
    /// The feed, in all of its formats.
    ///
    /// # Errors
    /// If the temporary file can't be written, or [`Options::max_bytes`] is less than it has without any
    /// entry.
    pub feed: Result<Converted>,
}

/// Everything that was added.
#[derive(Default)]
struct Feeds {
    added: Vec<Added>,
    depot: Depot,
}

/// What was added at once.
enum Added {
    One(Box<Making>),
    Each(Box<Archives>),
}

impl Batch {
    /// Starts without any feed.
    pub fn new() -> Self {
        Batch::default()
    }

    /// Adds a feed, and returns the number under which it is found when all is done. Feeds are added
    /// before documents are read.
    pub fn add(&mut self, formats: &[Format], options: Options) -> usize {
        let (collections, depot) = (self.documents.collections(), &self.feeds.depot);
        let making = Making::new(formats, options, collections, Some(depot));
        self.feeds.push(Added::One(Box::new(making)))
    }

    /// Adds a feed for each category, tag or author of whom there is any entry; a category has the entries
    /// of those below it.
    ///
    /// Their [`Options::feed_of`] is the archive. In the addresses of [`Options::feed_url`] `{slug}` stands
    /// for [`BatchedFeed::slug`].
    pub fn add_each(&mut self, of: ArchiveKind, formats: &[Format], options: Options) -> usize {
        let archives = Archives::new(of, formats, options, self.documents.collections());
        self.feeds.push(Added::Each(Box::new(archives)))
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
        self.documents.read_collection(collection, document, reader, &mut self.feeds)
    }

    /// Reads one document; its name is for messages.
    ///
    /// # Errors
    /// If the document is not WordPress posts, or can't be read.
    pub fn read(&mut self, document: Option<&str>, reader: impl Read) -> Result<()> {
        self.documents.read(document, reader, &mut self.feeds)
    }

    /// Takes a feed in the place of posts, as [`Converter::read_feed`](crate::Converter::read_feed) does.
    ///
    /// # Errors
    /// If posts were read before, or feeds of all archives of a kind were asked for, which posts alone have.
    pub fn read_feed(&mut self, feed: &Feed, format: Option<Format>) -> Result<()> {
        self.documents.read_feed(feed, format, &mut self.feeds)
    }

    /// Puts the entries of all feeds in order.
    pub fn finish(self) -> Batched {
        let mut batched = Batched { feeds: Vec::new(), report: Report::default() };
        for (addition, added) in self.feeds.added.into_iter().enumerate() {
            match added {
                Added::One(making) => batched.push(addition, None, making.finish()),
                Added::Each(archives) => {
                    let (feeds, report) = archives.finish();
                    batched.report.join(&report);
                    for (slug, making) in feeds {
                        batched.push(addition, Some(slug), making.finish());
                    }
                }
            }
        }
        batched
    }
}

impl Batched {
    fn push(&mut self, addition: usize, slug: Option<String>, feed: Result<Converted>) {
        if let Ok(feed) = &feed {
            self.report.join(feed.report());
        }
        self.feeds.push(BatchedFeed { addition, slug, feed });
    }
}

impl Feeds {
    fn push(&mut self, added: Added) -> usize {
        self.added.push(added);
        self.added.len() - 1
    }
}

impl Taker for Feeds {
    fn expected(&self) -> Option<Noun> {
        self.added.iter().find_map(|added| match added {
            Added::One(making) => making.expected(),
            Added::Each(_) => Some(Noun::Post),
        })
    }

    fn accepts(&mut self, kind: Noun) -> bool {
        self.added.iter_mut().all(|added| match added {
            Added::One(making) => making.accepts(kind),
            Added::Each(_) => kind == Noun::Post,
        })
    }

    fn wants_whole(&self) -> bool {
        self.added.iter().any(|added| match added {
            Added::One(making) => making.wants_whole(),
            Added::Each(archives) => archives.wants_whole(),
        })
    }

    fn hear(&mut self, told: &Report) {
        for added in &mut self.added {
            match added {
                Added::One(making) => making.hear(told),
                Added::Each(archives) => archives.hear(told),
            }
        }
    }

    fn take(&mut self, item: Item) -> Result<()> {
        let Feeds { added, depot } = self;
        added.iter_mut().try_for_each(|added| match (added, &item) {
            (Added::One(making), item) => making.take(Cow::Borrowed(item)),
            (Added::Each(archives), Item::Post(post)) => archives.take(&item, post, depot),
            (Added::Each(_), Item::Comment(_)) => Ok(()),
        })
    }

    fn take_feed(&mut self, feed: &Feed, format: Option<Format>) -> Result<()> {
        self.added.iter_mut().try_for_each(|added| match added {
            Added::One(making) => making.take_feed(feed, format),
            Added::Each(_) => Ok(()),
        })
    }
}
