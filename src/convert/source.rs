//! Posts on their way to entries, whatever becomes of these.

use crate::error::Result;
use crate::options::{Collection, Options};
use crate::report::{NoteKind, Report};
use crate::spool::Ordered;
use crate::wordpress::{Head, Mapped, Mapper, Objects, Post};
use std::io::Read;

/// Posts on their way to entries, and what was noticed of them.
pub(super) struct Source {
    options: Options,
    mapper: Mapper,
    report: Report,
}

impl Source {
    pub(super) fn new(options: Options) -> Self {
        Source { mapper: Mapper::new(options.clone()), report: Report::default(), options }
    }

    pub(super) fn options(&self) -> &Options {
        &self.options
    }

    /// Reads a stored collection of what posts refer to by number.
    pub(super) fn read_collection(
        &mut self,
        collection: Collection,
        document: Option<&str>,
        reader: impl Read,
    ) -> Result<()> {
        self.mapper.collections.read(collection, document, reader, &mut self.report)
    }

    /// Hands over the entries of one document.
    pub(super) fn read(
        &mut self,
        document: Option<&str>,
        reader: impl Read,
        mut take: impl FnMut(Mapped, &mut Report) -> Result<()>,
    ) -> Result<()> {
        let mut posts = Objects::<_, Post>::new(document, reader);
        while let Some(post) = posts.read(&mut self.report)? {
            self.report.count_read();
            if let Some(mapped) = self.mapper.map(post, &mut self.report) {
                take(mapped, &mut self.report)?;
            }
        }
        Ok(())
    }

    /// Gives what stands above the entries, and what was noticed.
    pub(super) fn finish(mut self, ordered: &Ordered, written: usize) -> (Head, Report) {
        for number in &ordered.duplicates {
            self.report.note_post(NoteKind::Duplicate, "", number);
        }
        self.report.set_written(written);
        let mut head = self.mapper.head(&mut self.report);
        head.feed.updated = ordered.updated;
        (head, self.report)
    }
}
