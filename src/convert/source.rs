//! Posts on their way to the entries of one feed, whatever becomes of these.

use super::carried::{self, Carried};
use crate::content::Content;
use crate::error::Result;
use crate::formats::Format;
use crate::model::Feed;
use crate::options::Options;
use crate::report::{NoteKind, Noun, Report};
use crate::spool::Place;
use crate::wordpress::{Collections, Head, Item, Mapped, Mapper, Post};
use chrono::{DateTime, Utc};
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
    /// The feeds, if the documents are some.
    carried: Option<Carried>,
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
        Source { mapper, content, report: Report::default(), options, kind, carried: None }
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

    /// Takes a feed, and hands over the entries that are wanted.
    pub(super) fn take_feed(
        &mut self,
        feed: &Feed,
        format: Option<Format>,
        mut take: impl FnMut(Mapped, &mut Report) -> Result<()>,
    ) -> Result<()> {
        let Source { options, content, report, carried, .. } = self;
        let carried = carried.get_or_insert_with(|| {
            Carried::new(Feed { entries: Vec::new(), ..feed.clone() }, format, options)
        });
        carried.meet(feed);
        for entry in &feed.entries {
            report.count_read();
            let name = carried::name(entry);
            let mut note = |kind: NoteKind, detail: &str| {
                report.note_item(kind, detail, Noun::Entry, &name);
            };
            let Some(entry) = carried.fit(entry.clone(), options, &mut note) else { continue };
            carried.names.push(name);
            let published = entry.published;
            let mut mapped = Mapped { entry, page: None, number: 0, published, forbidden: false };
            fit(content, &mut mapped, Noun::Entry, report);
            take(mapped, report)?;
        }
        Ok(())
    }

    /// Gives what stands above the entries, once it is known which posts were met again.
    pub(super) fn head(&mut self, duplicates: &[Place]) -> Head {
        self.note_all(NoteKind::Duplicate, "", duplicates);
        match &self.carried {
            None => self.mapper.head(&mut self.report),
            Some(carried) => {
                carried.former().note_idle(&mut self.report);
                Head { feed: carried.head(None, &self.options), ..Head::default() }
            }
        }
    }

    /// What stands above the entries in one format.
    pub(super) fn head_of(&self, head: &Head, format: Format) -> Feed {
        match &self.carried {
            None => head.of(format.wordpress_name()),
            Some(carried) => carried.head(Some(format), &self.options),
        }
    }

    /// When the newest change was made: of feeds what they say.
    pub(super) fn updated(&self, newest: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        self.carried.as_ref().and_then(Carried::updated).or(newest)
    }

    /// Tells whether the documents are feeds.
    pub(super) fn is_of_feeds(&self) -> bool {
        self.carried.is_some()
    }

    /// Notes a thing about what has these places.
    pub(super) fn note_all(&mut self, kind: NoteKind, detail: &str, places: &[Place]) {
        let of = self.kind();
        for Place { place, number } in places {
            match &self.carried {
                None => self.report.note_item(kind, detail, of, number),
                Some(carried) => {
                    self.report.note_item(kind, detail, of, &carried.names[*place as usize]);
                }
            }
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
