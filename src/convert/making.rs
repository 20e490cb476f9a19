//! One feed in the making, in any number of formats: its source, and its entries rendered.

use super::Converted;
use super::documents::Taker;
use super::heads::heads;
use super::source::Source;
use crate::error::Result;
use crate::facts::lost;
use crate::formats::Format;
use crate::model::Feed;
use crate::options::Options;
use crate::report::{NoteKind, Noun, Report};
use crate::spool::{Depot, Sorted, Spool};
use crate::wordpress::{Collections, Item, Mapped};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

/// A feed in the making.
pub(super) struct Making {
    pub(super) source: Source,
    formats: Vec<Format>,
    spool: Spool,
    /// Whether plain text was asked for, which none of the formats carries.
    text_in_vain: bool,
    /// What the formats can't carry of the entries of feeds, and what these are called.
    lost: Vec<(String, Vec<String>)>,
}

impl Making {
    /// Starts a feed; its entries wait in the depot, if there is one.
    pub(super) fn new(
        formats: &[Format],
        options: Options,
        collections: Rc<RefCell<Collections>>,
        depot: Option<&Depot>,
    ) -> Self {
        let carried = formats.contains(&Format::JsonFeed);
        let (content_text, text_in_vain) =
            (options.content_text && carried, options.content_text && !carried);
        let source = Source::new(Options { content_text, ..options }, collections);
        let spool = Spool::new(formats, source.options(), depot);
        Making { source, formats: formats.to_vec(), spool, text_in_vain, lost: Vec::new() }
    }

    /// Starts the feed of an archive that was met, which knows what this one's source has learned.
    pub(super) fn of_met(&self, options: Options, depot: &Depot) -> Self {
        let source = self.source.of_met(options);
        let spool = Spool::new(&self.formats, source.options(), Some(depot));
        let (formats, text_in_vain) = (self.formats.clone(), self.text_in_vain);
        Making { source, spool, formats, text_in_vain, lost: Vec::new() }
    }

    /// Takes a post or a comment, which others may take too.
    pub(super) fn take(&mut self, item: Cow<'_, Item>) -> Result<()> {
        let Making { source, spool, .. } = self;
        source.take(item, |mapped, report| render(spool, mapped, Noun::Post, report))
    }

    /// Tells whether there is any entry so far; comments wait until the end.
    pub(super) fn has_entries(&self) -> bool {
        !self.spool.is_empty()
    }

    /// Puts the entries in order.
    pub(super) fn finish(self) -> Result<Converted> {
        let Making { mut source, mut spool, formats, text_in_vain, lost } = self;
        let kind = source.kind();
        source.take_rest(|mapped, report| render(&mut spool, mapped, kind, report))?;
        let mut entries = spool.sort(source.options().limit);
        let mut heads = heads(&mut source, &entries, &formats);
        cut(&mut source, &mut entries, &mut heads)?;
        let podcast = source.options().podcast.is_some();
        let (of_feeds, updated) = (source.is_of_feeds(), source.updated(None));
        let mut report = source.finish(entries.ordered.len());
        if of_feeds {
            note_lost(&lost, &entries, &mut report);
            for (head, format) in heads.iter().zip(&formats) {
                // What the feeds don't say is not lost.
                note_lost_of_head(&Feed { updated, ..head.clone() }, *format, &mut report);
            }
        }
        if entries.forbidden_in_heads(&heads) > 0 {
            report.note(NoteKind::ForbiddenInHead, "");
        }
        if podcast && !formats.contains(&Format::Rss) {
            report.note(NoteKind::PodcastWithoutRss, "");
        }
        if text_in_vain {
            report.note(NoteKind::TextWithoutJson, "");
        }
        Ok(Converted { formats, heads, entries, report, of_feeds })
    }
}

impl Taker for Making {
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
        Making::take(self, Cow::Owned(item))
    }

    fn take_feed(&mut self, feed: &Feed, format: Option<Format>) -> Result<()> {
        let Making { source, spool, formats, lost, .. } = self;
        source.take_feed(feed, format, |mapped, report| {
            let all = formats.iter().flat_map(|format| of_entry(&mapped, *format));
            lost.push((mapped.name(), all.collect()));
            render(spool, mapped, Noun::Entry, report)
        })
    }
}

/// Renders an entry, and notes what had to be left out of it.
fn render(spool: &mut Spool, mut mapped: Mapped, of: Noun, report: &mut Report) -> Result<()> {
    if spool.push(&mut mapped)? > 0 || mapped.forbidden {
        report.note_item(NoteKind::Forbidden, "", of, mapped.name());
    }
    Ok(())
}

/// What a format can't carry of an entry.
fn of_entry(mapped: &Mapped, format: Format) -> impl Iterator<Item = String> {
    let all = lost::of_entry(&mapped.entry, format).into_iter();
    all.map(move |what| format!("{what} in {}", format.name()))
}

/// Notes what the formats can't carry of the entries that are written.
fn note_lost(lost: &[(String, Vec<String>)], entries: &Sorted, report: &mut Report) {
    for (name, all) in entries.ordered.places().map(|place| &lost[place as usize]) {
        all.iter().for_each(|what| report.note_item(NoteKind::Lost, what, Noun::Entry, name));
    }
}

/// Notes what a format can't carry of what stands above the entries.
fn note_lost_of_head(head: &Feed, format: Format, report: &mut Report) {
    let all = lost::of_head(head, format).join(", ");
    if !all.is_empty() {
        report.note(NoteKind::LostOfFeed, format!("{all} in {}", format.name()));
    }
}

/// Makes all formats as small as they have to be.
fn cut(source: &mut Source, entries: &mut Sorted, heads: &mut [Feed]) -> Result<()> {
    let Some(limit) = source.options().max_bytes else { return Ok(()) };
    let cut = entries.cut(limit, heads)?;
    let bytes = limit.to_string();
    source.note_all(NoteKind::Shortened, &bytes, &cut.brief);
    source.note_all(NoteKind::Dropped, &bytes, &cut.dropped);
    // An older change makes no head larger: dates are of one length.
    let updated = source.updated(entries.ordered.updated());
    heads.iter_mut().for_each(|head| head.updated = updated);
    Ok(())
}
