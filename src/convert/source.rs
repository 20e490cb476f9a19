//! Posts on their way to entries, whatever becomes of these.

use crate::content::Content;
use crate::error::{Error, ErrorKind, Result};
use crate::options::{Collection, Options};
use crate::report::{NoteKind, Noun, Report};
use crate::wordpress::{Document, Expected, Head, Item, Mapped, Mapper, Objects};
use std::io::Read;

/// Posts on their way to entries, and what was noticed of them.
pub(super) struct Source {
    options: Options,
    mapper: Mapper,
    content: Content,
    report: Report,
    /// What the documents hold, once that is known.
    kind: Option<Noun>,
}

impl Source {
    pub(super) fn new(options: Options) -> Self {
        let mapper = Mapper::new(options.clone());
        let kind = options.feed_of.as_ref().map(|page| match page.is_of_comments() {
            true => Noun::Comment,
            false => Noun::Post,
        });
        let content = Content::new(&options);
        Source { mapper, content, report: Report::default(), options, kind }
    }

    pub(super) fn options(&self) -> &Options {
        &self.options
    }

    /// Reads a stored collection of what posts refer to by number.
    pub(super) fn read_collection(
        &mut self,
        collection: Collection,
        document: Option<&str>,
        reader: impl Read,
    ) -> Result<()> {
        self.mapper.collections.read(collection, document, reader, &mut self.report)
    }

    /// Hands over the entries of one document.
    pub(super) fn read(
        &mut self,
        document: Option<&str>,
        reader: impl Read,
        take: impl FnMut(Mapped, &mut Report) -> Result<()>,
    ) -> Result<()> {
        match self.kind {
            Some(Noun::Comment) => {
                self.read_all(Objects::<_, Expected>::new(document, reader), take)
            }
            _ => self.read_all(Objects::<_, Item>::new(document, reader), take),
        }
    }

    fn read_all<T: Document + Into<Item>>(
        &mut self,
        mut items: Objects<impl Read, T>,
        mut take: impl FnMut(Mapped, &mut Report) -> Result<()>,
    ) -> Result<()> {
        while let Some(item) = items.read(&mut self.report)? {
            let item = item.into();
            let kind = match &item {
                Item::Post(_) => Noun::Post,
                Item::Comment(_) => Noun::Comment,
            };
            if *self.kind.get_or_insert(kind) != kind {
                return Err(mixed(kind).at(items.behind()));
            }
            self.report.count_read();
            match item {
                Item::Comment(comment) => self.mapper.hear(*comment, &mut self.report),
                Item::Post(mut post) => {
                    if !self.options.fields.is_empty() {
                        post.keep(&items.text());
                    }
                    if let Some(mut mapped) = self.mapper.map(*post, &mut self.report) {
                        fit(&self.content, &mut mapped, Noun::Post, &mut self.report);
                        take(mapped, &mut self.report)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Hands over the entries that had to wait for all documents: comments.
    pub(super) fn read_rest(
        &mut self,
        mut take: impl FnMut(Mapped, &mut Report) -> Result<()>,
    ) -> Result<()> {
        let content = &self.content;
        self.mapper.discuss(&mut self.report, |mut mapped, report| {
            fit(content, &mut mapped, Noun::Comment, report);
            take(mapped, report)
        })
    }

    /// What the entries are made of.
    pub(super) fn kind(&self) -> Noun {
        self.kind.unwrap_or(Noun::Post)
    }

    /// Fits texts and addresses.
    pub(super) fn content(&self) -> &Content {
        &self.content
    }

    /// Gives what stands above the entries, once it is known which posts were met again.
    pub(super) fn head(&mut self, duplicates: &[u64]) -> Head {
        self.note_all(NoteKind::Duplicate, "", duplicates);
        self.mapper.head(&mut self.report)
    }

    /// Notes a thing about what has these numbers.
    pub(super) fn note_all(&mut self, kind: NoteKind, detail: &str, numbers: &[u64]) {
        for number in numbers {
            self.report.note_item(kind, detail, self.kind.unwrap_or(Noun::Post), number);
        }
    }

    /// Gives what was noticed, once all addresses were seen.
    pub(super) fn finish(mut self, written: usize) -> Report {
        self.content.note_idle(&mut self.report);
        self.report.set_written(written);
        self.report
    }
}

/// Makes the texts of an entry fit for feeds.
fn fit(content: &Content, mapped: &mut Mapped, of: Noun, report: &mut Report) {
    let (number, page) = (mapped.number, mapped.page.take());
    // A number is made a name where there is something to tell.
    let address = (number == 0).then(|| mapped.name());
    let mut note = |kind: NoteKind, detail: &str| match &address {
        Some(address) => report.note_item(kind, detail, of, address),
        None => report.note_item(kind, detail, of, number),
    };
    mapped.forbidden = content.fit(&mut mapped.entry, page.as_deref(), &mut note);
}

/// Says that posts and comments were given for one feed, or that the feed of a page is of the others.
fn mixed(found: Noun) -> Error {
    let message = match found {
        Noun::Comment => "expected posts, but found a comment",
        _ => "expected comments, but found a post",
    };
    Error::new(ErrorKind::NotPosts, message).advise(
        "a feed is of posts, or of comments with --feed-of comments or none: then give the comments as \
         input, and the posts with --posts",
    )
}
