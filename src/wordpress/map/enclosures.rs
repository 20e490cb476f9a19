//! The files that a post declares: what the post meta `enclosure` records, and a media object's own.

use crate::model::Enclosure;
use crate::report::NoteKind;
use crate::text::url;
use crate::wordpress::collections::Collections;
use crate::wordpress::embedded::Media;
use crate::wordpress::post::Post;
use crate::wordpress::records::records;

/// The files that the post itself declares: its `enclosure` records, and its own file if it is a media
/// object.
pub(super) fn declared(post: &Post, note: &mut dyn FnMut(NoteKind, &str)) -> Vec<Enclosure> {
    let records = records(post).unwrap_or_else(|field| {
        note(NoteKind::Field, field);
        Vec::new()
    });
    let mut enclosures: Vec<_> = records.into_iter().map(|record| record.file).collect();
    enclosures.extend(post.file.enclosure());
    enclosures
}

/// Fills in size and running time from a media object of the same file.
pub(super) fn complete(enclosure: &mut Enclosure, post: &Post, collections: &Collections) {
    let known = post.embedded.featured_media().into_iter().chain([&post.file]);
    let same = |media: &&Media| {
        media.source_url.filled().is_some_and(|address| url::encode(address) == enclosure.url)
    };
    let media = known.filter(same).chain(collections.media_of(enclosure));
    for details in media.filter_map(|media| media.media_details.0.as_ref()) {
        enclosure.length = enclosure.length.or(details.filesize.positive());
        enclosure.duration = enclosure.duration.or(details.length.positive());
    }
}
