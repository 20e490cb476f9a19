//! Ids that an old feed gave the posts, and what of them fits no post.

use super::guid;
use crate::ids::IdMap;
use crate::report::{NoteKind, Noun, Report};
use crate::wordpress::post::Post;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The old ids, and which posts have them; the feeds of archives share it.
#[derive(Clone, Default)]
pub(super) struct Former {
    ids: IdMap,
    met: Rc<RefCell<Met>>,
}

/// The posts of the documents, whether they get into a feed or not.
#[derive(Default)]
struct Met {
    /// The names of those that have an old id, by that.
    names: HashMap<String, String>,
    /// The address of the first post.
    first: Option<String>,
}

impl Former {
    pub(super) fn new(ids: IdMap) -> Self {
        Former { ids, met: Rc::default() }
    }

    /// Learns of a post, whatever becomes of it.
    pub(super) fn meet(&self, post: &Post, link: impl FnOnce() -> Option<String>) {
        if self.ids.is_empty() {
            return;
        }
        let (link, mut met) = (link(), self.met.borrow_mut());
        if let Some(row) = self.ids.find(post.id, link.as_deref()) {
            met.names.entry(self.ids.id(row).to_owned()).or_insert_with(|| post.name());
        }
        if met.first.is_none() {
            met.first = link;
        }
    }

    /// The old id of a post, else its own.
    pub(super) fn id(
        &self,
        post: &Post,
        home: &str,
        link: Option<&str>,
        note: &mut dyn FnMut(NoteKind, &str),
    ) -> String {
        if self.ids.is_empty() {
            return guid::of(post, home, note);
        }
        let Some(row) = self.ids.find(post.id, link) else {
            note(NoteKind::NotInIds, "");
            return guid::of(post, home, note);
        };
        let id = self.ids.id(row);
        // Two entries with one id are one to readers.
        if self.met.borrow().names.get(id).is_some_and(|name| *name != post.name()) {
            note(NoteKind::IdTaken, "");
            return guid::of(post, home, note);
        }
        id.to_owned()
    }

    /// Notes which old ids no post has, if there was any post.
    pub(super) fn note_idle(&self, report: &mut Report) {
        let met = self.met.borrow();
        if report.read() == 0 || self.ids.is_empty() {
            return;
        }
        if met.names.is_empty() {
            let key = self.ids.iter().next().map_or("", |(key, _)| key);
            let first = met.first.as_deref().unwrap_or("unknown");
            let advice = format!(
                "its keys are addresses or numbers of posts; the first is {key}, and the first post's address is {first}"
            );
            return report.note_advised(NoteKind::IdsIdle, "", advice);
        }
        for (key, id) in self.ids.iter() {
            if !met.names.contains_key(id) {
                report.note_item(NoteKind::IdUnused, "", Noun::Id, key);
            }
        }
    }
}
