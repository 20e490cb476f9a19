//! How many comments the posts have.

use super::shape::Numbers;
use crate::report::{NoteKind, Noun, Report};
use crate::wordpress::comment::is_approved;
use std::collections::{HashMap, HashSet};
use std::mem;

/// A collection's usual sizes of a page are multiples of this: a document that holds a multiple may be one
/// of several pages.
const ROUND: u64 = 10;

/// The comments of collections, counted.
#[derive(Debug, Default)]
pub(super) struct Discussions {
    /// The numbers of the comments that were met.
    comments: HashSet<u64>,
    /// How many comments each post has.
    counts: HashMap<u64, u64>,
    /// How many comments there are in documents about several posts, which are pages of one collection.
    in_pages: u64,
    /// The posts whose comments are in such documents.
    paged: HashSet<u64>,
    /// The posts that have a document of their own, which may be cut.
    cut: HashSet<u64>,
    /// The comments of the document that is being read, by post.
    current: HashMap<u64, u64>,
}

impl Discussions {
    /// Takes a comment, if the public may see it.
    pub(super) fn take(&mut self, id: u64, numbers: &Numbers<'_>, report: &mut Report) {
        let mut note = |kind, detail: &str| report.note_item(kind, detail, Noun::Comment, id);
        if let Some(status) = numbers.status.filled().filter(|status| !is_approved(status)) {
            return note(NoteKind::Unpublished, status);
        }
        let Some(post) = numbers.post() else { return note(NoteKind::NoPost, "") };
        if self.comments.insert(id) {
            *self.current.entry(post).or_default() += 1;
        } else {
            note(NoteKind::Again, "");
        }
    }

    /// Adds the document that was read, and notes if it may be cut.
    pub(super) fn end_of_document(&mut self, document: Option<&str>, report: &mut Report) {
        let current = mem::take(&mut self.current);
        let sum: u64 = current.values().sum();
        if current.len() == 1 {
            let round = sum.is_multiple_of(ROUND);
            self.cut.extend(current.keys().filter(|_| round));
        } else {
            self.in_pages += sum;
            self.paged.extend(current.keys());
        }
        if sum > 0 && sum.is_multiple_of(ROUND) {
            let document = document.unwrap_or("the document");
            report.note(NoteKind::CommentsCut, format!("{document} holds {sum} comments"));
        }
        for (post, count) in current {
            *self.counts.entry(post).or_default() += count;
        }
    }

    /// How many comments a post has, as far as they were met, and whether that is all of them.
    pub(super) fn of_post(&self, id: u64) -> Option<(u64, bool)> {
        let count = *self.counts.get(&id)?;
        let cut = self.paged.contains(&id) && self.in_pages.is_multiple_of(ROUND);
        Some((count, !cut && !self.cut.contains(&id)))
    }
}
