//! The old ids on their way to entries: which of them are met, and what fits nothing.

use super::IdMap;
use crate::report::{NoteKind, Noun, Report};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The old ids, and who has them; the feeds of archives share it.
#[derive(Clone, Default)]
pub(crate) struct Former {
    ids: IdMap,
    met: Rc<RefCell<Met>>,
}

/// What the documents hold, whether it gets into a feed or not.
#[derive(Default)]
struct Met {
    /// The names of those that have an old id, by that.
    names: HashMap<String, String>,
    /// The first address.
    first: Option<String>,
}

/// A post or an entry, by what the map may know it by.
pub(crate) struct Known<'k> {
    pub(crate) number: Option<u64>,
    pub(crate) link: Option<String>,
    /// What messages call it.
    pub(crate) name: &'k dyn Fn() -> String,
}

impl Former {
    pub(crate) fn new(ids: IdMap) -> Self {
        Former { ids, met: Rc::default() }
    }

    /// Tells whether there are any.
    pub(crate) fn are_told(&self) -> bool {
        !self.ids.is_empty()
    }

    /// Learns of a post or an entry, whatever becomes of it.
    pub(crate) fn meet(&self, known: Known<'_>) {
        let mut met = self.met.borrow_mut();
        if let Some(row) = self.ids.find(known.number, known.link.as_deref()) {
            let id = self.ids.id(row).to_owned();
            met.names.entry(id).or_insert_with(|| (known.name)());
        }
        met.first = met.first.take().or(known.link);
    }

    /// The old id of what was met, or why it keeps its own.
    pub(crate) fn id(&self, known: &Known<'_>) -> Result<&str, NoteKind> {
        let row = self.ids.find(known.number, known.link.as_deref());
        let id = self.ids.id(row.ok_or(NoteKind::NotInIds)?);
        // Two entries with one id are one to readers.
        match self.met.borrow().names.get(id) {
            Some(name) if *name != (known.name)() => Err(NoteKind::IdTaken),
            _ => Ok(id),
        }
    }

    /// Notes which old ids nothing has, if there was anything.
    pub(crate) fn note_idle(&self, report: &mut Report) {
        let met = self.met.borrow();
        if report.read() == 0 || !self.are_told() {
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
