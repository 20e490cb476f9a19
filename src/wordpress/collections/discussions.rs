//! How many comments the posts have.

use super::shape::Numbers;
use crate::report::{NoteKind, Noun, Report};
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
    /// Takes a comment.
    pub(super) fn take(&mut self, numbers: &Numbers, report: &mut Report) {
        let (Some(id), Some(post)) = (numbers.own(), numbers.post()) else { return };
        if self.comments.insert(id) {
            *self.current.entry(post).or_default() += 1;
        } else {
            report.note_item(NoteKind::Again, "", Noun::Comment, id);
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
