//! HTML made fit for readers of feeds: what there is to do, and doing it.
//!
//! The texts of an entry are looked at first; only what has something to change is parsed. One pass of an
//! HTML rewriter then takes all steps that keep the author's markup; those that clean it follow on a tree.

mod attribute;
mod clean;
mod edits;
mod featured;
mod files;
mod inner;
mod look;
mod moves;
mod noticed;
mod page;
mod pass;
mod prepare;
mod rendition;
mod steps;

use crate::model::{Entry, Feed};
use crate::options::{ContentMode, FeaturedImage, Html, HtmlStep, Options, Pages};
use crate::report::{NoteKind, Report};
use crate::text::{plain, xml};
use clean::Cleaner;
use look::Look;
use moves::Moves;
use noticed::Noticed;
use page::Page;
use std::rc::Rc;
use steps::cut::Cut;
use steps::{footer, lazy, more};

/// Makes the HTML of entries fit for readers, as the options want it.
pub(crate) struct Content {
    html: Html,
    look: Rc<Look>,
    cleaner: Option<Rc<Cleaner>>,
    mode: ContentMode,
    pages: Pages,
    more: Option<String>,
    /// Whether the contents are wanted as plain text too.
    text: bool,
    moves: Moves,
    featured_image: FeaturedImage,
}

impl Content {
    pub(crate) fn new(options: &Options) -> Self {
        let (look, cleaner) = (Look::new(options.html), Cleaner::new(options.html));
        Content::with(Rc::new(look), cleaner.map(Rc::new), options)
    }

    /// The same for another feed, with the tables that this one has.
    pub(crate) fn again(&self, options: &Options) -> Self {
        Content::with(Rc::clone(&self.look), self.cleaner.clone(), options)
    }

    fn with(look: Rc<Look>, cleaner: Option<Rc<Cleaner>>, options: &Options) -> Self {
        let Options { html, content: mode, pages, ref more, featured_image, .. } = *options;
        let (moves, more, text) = (Moves::new(options), more.clone(), options.content_text);
        Content { html, look, cleaner, mode, pages, more, text, moves, featured_image }
    }

    /// Fits the texts of an entry, and moves its addresses; `page` is the address of what they stand on, if
    /// not the entry's own.
    ///
    /// The steps see a text without the characters that XML forbids, which are gone in the feed: what is no
    /// tag with them may be one without. Tells whether a text that had some was changed, and lost them.
    pub(crate) fn fit(
        &self,
        entry: &mut Entry,
        page: Option<&str>,
        note: &mut dyn FnMut(NoteKind, &str),
    ) -> bool {
        if self.mode == ContentMode::Summary {
            self.end_summary(entry);
        }
        let Entry { url, title, summary, content, text, .. } = entry;
        let address = page.or(url.as_deref());
        let page = Page::new(self.html, address).moving(&self.moves);
        let (mut noticed, mut forbidden) = (Noticed::default(), 0);
        let more = content.as_mut().and_then(|content| self.cut(content, url.is_some()));
        if let Some(title) = title.as_deref().filter(|_| page.takes(HtmlStep::Footer)) {
            strip_footer(summary, content, title, &page);
        }
        for html in [summary, &mut *content].into_iter().flatten() {
            forbidden += self.take_steps(html, &page, &mut noticed);
        }
        if let (Some(content), Some(url), Some(words)) = (&mut *content, &*url, more) {
            more::end_content(content, self.moves.moved(url).as_ref().unwrap_or(url), &words);
        }
        if let Some(content) = content.as_deref().filter(|_| self.text) {
            *text = Some(plain::whole(content, address)).filter(|text| !text.is_empty());
        }
        for (kind, detail) in noticed.iter() {
            note(kind, detail);
        }
        // The texts were resolved against the address as it was.
        self.moves.entry(entry);
        if self.featured_image == FeaturedImage::Prepend {
            featured::prepend(entry, self.mode);
        }
        forbidden > 0
    }

    /// Moves the addresses of a feed.
    pub(crate) fn fit_head(&self, feed: &mut Feed) {
        self.moves.head(feed);
    }

    /// Notes what could be told of no entry alone.
    pub(crate) fn note_idle(&self, report: &mut Report) {
        self.moves.note_idle(report);
    }

    /// Takes the steps that a text needs; returns how many characters it lost that XML forbids.
    fn take_steps(&self, text: &mut String, page: &Page<'_>, noticed: &mut Noticed) -> u64 {
        let mut removed = 0;
        let whole = xml::clean(text, &mut removed);
        let mut fit = None;
        if page.moves() || self.look.has_work(&whole) {
            let takes_lazy = page.takes(HtmlStep::Lazy);
            let opened = takes_lazy.then(|| lazy::open(&whole)).flatten();
            let html = opened.as_deref().unwrap_or(&whole);
            let prepared = prepare::prepare(html, self.html);
            let html = prepared.as_deref().unwrap_or(html);
            fit = pass::rewrite(html, page, noticed).or(prepared).or(opened);
        }
        if let Some(cleaner) = &self.cleaner {
            fit = cleaner.clean(fit.as_deref().unwrap_or(&whole), noticed).or(fit);
        }
        let Some(fit) = fit else { return 0 };
        *text = fit;
        removed
    }

    /// Lets the summary of an entry end in a link to the rest, if there is more, and the content be gone.
    fn end_summary(&self, entry: &mut Entry) {
        let content = entry.content.take();
        let (Some(summary), Some(url), Some(words)) = (&mut entry.summary, &entry.url, &self.more)
        else {
            return;
        };
        let is_all = match content {
            Some(content) => more::is_all(summary, &content),
            // Of a comment no more than what is cut is known.
            None => entry.in_reply_to.is_some() && !more::is_cut(summary),
        };
        if !is_all {
            more::end_summary(summary, url, words);
        }
    }

    /// Cuts a content where it is to end, and tells what a link to the rest of it says. Without an
    /// address to link to, the teaser must not be all that readers get.
    fn cut(&self, content: &mut String, linkable: bool) -> Option<String> {
        let more = self.more.as_deref().filter(|_| linkable);
        let beginning = Cut { pages: self.pages, more }.beginning(content)?;
        *content = beginning.html;
        beginning.more
    }
}

/// Takes the footer off content and summary.
fn strip_footer(
    summary: &mut Option<String>,
    content: &mut Option<String>,
    title: &str,
    page: &Page<'_>,
) {
    let mut words = None;
    for text in [content, &mut *summary].into_iter().flatten() {
        if let Some((rest, footer)) = footer::remove(text, title, page) {
            *text = rest;
            words = Some(footer);
        }
    }
    if let (Some(summary), Some(words)) = (summary, words)
        && let Some(rest) = footer::remove_words(summary, &words)
    {
        *summary = rest;
    }
}
