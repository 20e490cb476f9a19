//! Media objects by number, by address, and by the post to which they were uploaded.

use super::shape::Numbers;
use crate::model::Enclosure;
use crate::report::{NoteKind, Noun, Report};
use crate::text::url;
use crate::wordpress::embedded::Media;
use std::collections::HashMap;

/// The media objects of collections.
#[derive(Debug, Default)]
pub(super) struct Files {
    media: Vec<Media>,
    /// The places in `media`.
    by_number: HashMap<u64, usize>,
    by_address: HashMap<String, usize>,
    by_post: HashMap<u64, Vec<usize>>,
}

impl Files {
    /// Takes a media object, if the public may see it.
    pub(super) fn take(&mut self, id: u64, json: &str, numbers: &Numbers<'_>, report: &mut Report) {
        let hidden =
            numbers.status.filled().filter(|status| !["publish", "inherit"].contains(status));
        if let Some(status) = hidden {
            return report.note_item(NoteKind::Unpublished, status, Noun::Media, id);
        }
        let media: Media = serde_json::from_str(json).unwrap_or_default();
        let Some(address) = media.source_url.filled().map(|url| url::encode(url).into_owned())
        else {
            return report.note_item(NoteKind::NoAddress, "", Noun::Media, id);
        };
        let place = self.media.len();
        self.by_address.insert(address, place);
        if let Some(again) = self.by_number.insert(id, place) {
            report.note_item(NoteKind::Again, "", Noun::Media, id);
            self.by_post.values_mut().for_each(|places| places.retain(|place| *place != again));
        }
        if let Some(post) = numbers.post() {
            self.by_post.entry(post).or_default().push(place);
        }
        self.media.push(media);
    }

    /// The media object of a number.
    pub(super) fn by_number(&self, id: u64) -> Option<&Media> {
        self.by_number.get(&id).map(|place| &self.media[*place])
    }

    /// The media object of a file, by its encoded address.
    pub(super) fn by_address(&self, address: &str) -> Option<&Media> {
        self.by_address.get(address).map(|place| &self.media[*place])
    }

    /// The sound and film that was uploaded to a post.
    pub(super) fn of_post(&self, id: u64) -> Vec<Enclosure> {
        let places = self.by_post.get(&id).into_iter().flatten();
        places.filter_map(|place| self.media[*place].enclosure()).collect()
    }
}
