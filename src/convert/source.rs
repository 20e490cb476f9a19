//! Posts on their way to the entries of one feed, whatever becomes of these.

use crate::content::Content;
use crate::error::Result;
use crate::options::Options;
use crate::report::{NoteKind, Noun, Report};
use crate::wordpress::{Collections, Head, Item, Mapped, Mapper, Post};
use std::borrow::Cow;
use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

/// Posts on their way to the entries of one feed, and what was noticed of them.
pub(super) struct Source {
    options: Options,
    mapper: Mapper,
    content: Content,
    report: Report,
    /// What the documents hold, once that is known.
    kind: Option<Noun>,
}

impl Source {
    pub(super) fn new(options: Options, collections: Rc<RefCell<Collections>>) -> Self {
        let mapper = Mapper::new(options.clone(), collections);
        Source::with(mapper, Content::new(&options), options)
    }

    fn with(mapper: Mapper, content: Content, options: Options) -> Self {
        let kind = options.feed_of.as_ref().map(|page| match page.is_of_comments() {
            true => Noun::Comment,
            false => Noun::Post,
        });
        Source { mapper, content, report: Report::default(), options, kind }
    }

    /// The source of an archive that was met, which knows what this one has learned.
    pub(super) fn of_met(&self, options: Options) -> Self {
        let content = self.content.again(&options);
        Source::with(self.mapper.of_met(options.clone()), content, options)
    }

    /// Learns what a post tells of the site, and gives the site's address.
    pub(super) fn meet(&mut self, post: &Post) -> &str {
        self.mapper.meet(post);
        self.mapper.home()
    }

    pub(super) fn options(&self) -> &Options {
        &self.options
    }

    /// What is to come, if that is known.
    pub(super) fn expected(&self) -> Option<Noun> {
        self.kind
    }

    /// Tells whether posts or comments are taken; the first decides.
    pub(super) fn accepts(&mut self, kind: Noun) -> bool {
        *self.kind.get_or_insert(kind) == kind
    }

    /// Hears what was noticed on the way to what is taken.
    pub(super) fn hear(&mut self, told: &Report) {
        self.report.add(told);
    }

    /// Takes for heard what somebody else has heard before.
    pub(super) fn hear_before(&mut self, told: &Report) {
        let own = mem::replace(&mut self.report, told.clone());
        self.report.add(&own);
    }

    /// Tells whether posts are to come with all their members.
    pub(super) fn wants_whole(&self) -> bool {
        !self.options.fields.is_empty()
    }

    /// Takes a post or a comment, and hands over the entry, unless that has to wait.
    pub(super) fn take(
        &mut self,
        item: Cow<'_, Item>,
        mut take: impl FnMut(Mapped, &mut Report) -> Result<()>,
    ) -> Result<()> {
        let post = match item {
            Cow::Owned(Item::Post(post)) => Cow::Owned(*post),
            Cow::Borrowed(Item::Post(post)) => Cow::Borrowed(&**post),
            Cow::Owned(Item::Comment(comment)) => {
                self.mapper.hear(*comment, &mut self.report);
                return Ok(());
            }
            Cow::Borrowed(Item::Comment(comment)) => {
                self.mapper.hear((**comment).clone(), &mut self.report);
                return Ok(());
            }
        };
        if let Some(mut mapped) = self.mapper.map(post, &mut self.report) {
            fit(&self.content, &mut mapped, Noun::Post, &mut self.report);
            take(mapped, &mut self.report)?;
        }
        Ok(())
    }

    /// Hands over the entries that had to wait for all documents: comments.
    pub(super) fn take_rest(
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

    /// Notes a thing about a post.
    pub(super) fn note_post(&mut self, kind: NoteKind, detail: &str, post: &Post) {
        self.report.note_post(kind, detail, post.name());
    }

    /// What was noticed so far.
    pub(super) fn report(&self) -> &Report {
        &self.report
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
