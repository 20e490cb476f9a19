//! HTML made fit for readers of feeds: what there is to do, and doing it.
//!
//! The texts of an entry are looked at first; only what has something to change is parsed. One pass of an
//! HTML rewriter then takes all steps that keep the author's markup; those that clean it follow on a tree.

mod attribute;
mod inner;
mod look;
mod noticed;
mod page;
mod pass;
mod steps;

use crate::model::Entry;
use crate::options::{Html, Options};
use crate::report::NoteKind;
use crate::text::xml;
use noticed::Noticed;
use page::Page;

/// Makes the HTML of entries fit for readers, as the options want it.
pub(crate) struct Content {
    html: Html,
}

impl Content {
    pub(crate) fn new(options: &Options) -> Self {
        Content { html: options.html }
    }

    /// Fits the texts of an entry; `page` is the address of what they stand on, if not the entry's own.
    ///
    /// The steps see a text without the characters that XML forbids, which are gone in the feed: what is no
    /// tag with them may be one without. Tells whether a text that had some was changed, and lost them.
    pub(crate) fn fit(
        &self,
        entry: &mut Entry,
        page: Option<&str>,
        note: &mut dyn FnMut(NoteKind, &str),
    ) -> bool {
        let Entry { url, summary, content, .. } = entry;
        let page = Page::new(self.html, page.or(url.as_deref()));
        let (mut noticed, mut forbidden) = (Noticed::default(), 0);
        for text in [summary, content].into_iter().flatten() {
            let mut removed = 0;
            let clean = xml::clean(text, &mut removed);
            if look::has_work(&clean, &page)
                && let Some(fit) = pass::rewrite(&clean, &page, &mut noticed)
            {
                *text = fit;
                forbidden += removed;
            }
        }
        for (kind, detail) in noticed.iter() {
            note(kind, detail);
        }
        forbidden > 0
    }
}
