//! What the steps notice of an entry: each thing is told once, however often it is met.

use crate::report::NoteKind;

/// What was noticed, in the order in which it was first met.
#[derive(Default)]
pub(super) struct Noticed(Vec<(NoteKind, String)>);

impl Noticed {
    pub(super) fn add(&mut self, kind: NoteKind, detail: &str) {
        if !self.0.iter().any(|(known, of)| *known == kind && of == detail) {
            self.0.push((kind, detail.to_owned()));
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (NoteKind, &str)> {
        self.0.iter().map(|(kind, detail)| (*kind, detail.as_str()))
    }
}
