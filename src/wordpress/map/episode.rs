//! What keeps an entry from being an episode, where the feed is a podcast ("A Podcaster's Guide to RSS",
//! episode tags). Entries are written all the same; players pass over those that are none.

use crate::model::{Enclosure, Entry};
use crate::podcast::{Podcast, PodcastKind};
use crate::report::NoteKind;

/// The types of files that Apple names, and `audio/mp4`, which it takes for `audio/x-m4a`.
const TYPES: [&str; 7] = [
    "audio/mpeg",
    "audio/x-m4a",
    "audio/mp4",
    "video/mp4",
    "video/x-m4v",
    "video/quicktime",
    "application/pdf",
];

/// Notes what an entry lacks of an episode.
pub(super) fn judge(podcast: &Podcast, entry: &Entry, note: &mut dyn FnMut(NoteKind, &str)) {
    let Some(file) = file(entry) else { return note(NoteKind::NoEpisode, "") };
    if entry.title.is_none() {
        note(NoteKind::EpisodeTitle, "");
    }
    let media_type = file.media_type.as_deref().unwrap_or("unknown");
    if !is_taken(media_type) {
        note(NoteKind::EpisodeType, media_type);
    }
    if file.length.is_none() {
        note(NoteKind::EpisodeLength, "");
    }
    let numbered = entry.extensions.iter().any(|e| e.prefix == "itunes" && e.name == "episode");
    if podcast.kind == Some(PodcastKind::Serial) && !numbered {
        note(NoteKind::EpisodeNumber, "");
    }
}

/// The file of an episode: the sound or film that RSS gets, else a document that Apple takes.
fn file(entry: &Entry) -> Option<&Enclosure> {
    let played = entry.enclosures.iter().find(|file| file.is_audio_or_video());
    let taken = |file: &&Enclosure| file.media_type.as_deref().is_some_and(is_taken);
    played.or_else(|| entry.enclosures.first().filter(taken))
}

fn is_taken(media_type: &str) -> bool {
    TYPES.iter().any(|taken| taken.eq_ignore_ascii_case(media_type))
}
