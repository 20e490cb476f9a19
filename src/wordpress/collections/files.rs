//! Media objects by number, by address, and by the post to which they were uploaded.

use super::dot_com;
use super::shape::Numbers;
use crate::model::Enclosure;
use crate::report::{NoteKind, Noun, Report};
use crate::text::url;
use crate::wordpress::embedded::Media;
use std::collections::{BTreeSet, HashMap};

/// The media objects of collections. Where several are of one address or post, their numbers decide, never
/// the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Files {
    by_number: HashMap<u64, File>,
    /// The numbers by the files' encoded addresses; translations of a media object share its file.
    by_address: HashMap<String, BTreeSet<u64>>,
    by_post: HashMap<u64, BTreeSet<u64>>,
}

#[derive(Debug)]
struct File {
    media: Media,
    address: String,
    post: Option<u64>,
}

impl Files {
    /// Takes a media object, if the public may see it.
    pub(super) fn take(&mut self, id: u64, json: &str, numbers: &Numbers<'_>, report: &mut Report) {
        let mut note = |kind, detail: &str| report.note_item(kind, detail, Noun::Media, id);
        let public = |status: &&str| ["publish", "inherit"].contains(status);
        if let Some(status) = numbers.status.filled().filter(|status| !public(status)) {
            return note(NoteKind::Unpublished, status);
        }
        let media = read(json);
        let Some(address) = media.source_url.filled() else {
            return note(NoteKind::NoAddress, "");
        };
        let file = File { address: url::encode(address).into_owned(), post: numbers.post(), media };
        if self.forget(id) {
            note(NoteKind::Again, "");
        }
        self.by_address.entry(file.address.clone()).or_default().insert(id);
        if let Some(post) = file.post {
            self.by_post.entry(post).or_default().insert(id);
        }
        self.by_number.insert(id, file);
    }

    /// Drops what is known of a number; false if there is nothing.
    fn forget(&mut self, id: u64) -> bool {
        let Some(file) = self.by_number.remove(&id) else { return false };
        let same_address = self.by_address.get_mut(&file.address);
        let same_post = file.post.and_then(|post| self.by_post.get_mut(&post));
        for numbers in same_address.into_iter().chain(same_post) {
            numbers.remove(&id);
        }
        true
    }

    /// The media object of a number.
    pub(super) fn by_number(&self, id: u64) -> Option<&Media> {
        self.by_number.get(&id).map(|file| &file.media)
    }

    /// The media object of a file, by its encoded address.
    pub(super) fn by_address(&self, address: &str) -> Option<&Media> {
        self.by_number(*self.by_address.get(address)?.first()?)
    }

    /// The sound and film that was uploaded to a post.
    pub(super) fn of_post(&self, id: u64) -> Vec<Enclosure> {
        let numbers = self.by_post.get(&id).into_iter().flatten();
        numbers.filter_map(|id| self.by_number(*id)?.enclosure()).collect()
    }
}

/// Reads a media object of either version of the API.
fn read(json: &str) -> Media {
    let media: Media = serde_json::from_str(json).unwrap_or_default();
    if media.source_url.filled().is_some() { media } else { dot_com::media(json) }
}
