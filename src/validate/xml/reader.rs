//! The reader itself: one step after the other through a document.

use super::event::Event;
use crate::validate::findings::Findings;
use std::io::Read;

/// Reads a document event by event.
pub(crate) struct Reader<R> {
    read: R,
}

impl<R: Read> Reader<R> {
    /// A reader of a document.
    pub(crate) fn new(read: R) -> Self {
        Reader { read }
    }

    /// The next event; none at the end, and behind an error that lets nothing more be understood.
    pub(crate) fn next(&mut self, findings: &mut Findings) -> Option<Event<'_>> {
        let _ = (&self.read, findings);
        None
    }

    /// Whether reading stopped at an error: elements that were begun may have no end then.
    pub(crate) fn is_broken(&self) -> bool {
        false
    }

    /// Whether anything of XML was seen: a document that has no element has no feed either.
    pub(crate) fn has_root(&self) -> bool {
        false
    }

    /// The name of the encoding in which the document is read, in upper case.
    pub(crate) fn encoding(&self) -> &str {
        "UTF-8"
    }
}
