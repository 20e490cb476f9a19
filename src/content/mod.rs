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
    pub(crate) fn fit(
        &self,
        entry: &mut Entry,
        page: Option<&str>,
        note: &mut dyn FnMut(NoteKind, &str),
    ) {
        let Entry { url, summary, content, .. } = entry;
        let page = Page::new(self.html, page.or(url.as_deref()));
        let mut noticed = Noticed::default();
        for text in [summary, content].into_iter().flatten() {
            if look::has_work(text, &page)
                && let Some(fit) = pass::rewrite(text, &page, &mut noticed)
            {
                *text = fit;
            }
        }
        for (kind, detail) in noticed.iter() {
            note(kind, detail);
        }
    }
}
