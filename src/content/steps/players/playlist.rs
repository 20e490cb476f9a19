//! WordPress's playlists (`wp_playlist_shortcode`): a player, a `<noscript>` that lists the tracks, and
//! the tracks as JSON for a script. And what other plugins put into a `<noscript>` as a link alone.

use super::link::Link;
use crate::content::page::Page;
use crate::content::{attribute, inner};
use crate::text::html;
use lol_html::html_content::Element;
use serde::Deserialize;

/// The classes of elements with links in a `<noscript>`: playlists, and films of WP YouTube Lyte.
pub(super) const CLASSES: [&str; 2] = ["wp-playlist", "lyMe"];

/// The class of the script that holds the tracks.
const SCRIPT: &str = "wp-playlist-script";

#[derive(Deserialize)]
struct Playlist {
    #[serde(default)]
    tracks: Vec<Track>,
}

#[derive(Deserialize)]
struct Track {
    #[serde(default)]
    src: String,
    #[serde(default)]
    title: String,
}

/// Tells whether a `<noscript>` has nothing in it but a list of links, or one.
pub(super) fn holds_links(element: &Element<'_, '_>, html: &str) -> bool {
    let inner = inner::html(element, html).map(str::trim);
    inner.is_some_and(|links| {
        let is_list = links.starts_with("<ol") && links.ends_with("</ol>") && links.contains("<a ");
        is_list || links.starts_with("<a ") && links.ends_with("</a>")
    })
}

/// The tracks as a list of links, if the element is the script that holds them.
pub(super) fn list(element: &Element<'_, '_>, html: &str, page: &Page<'_>) -> Option<String> {
    if !attribute::has_class(element, SCRIPT) {
        return None;
    }
    let playlist: Playlist = serde_json::from_str(inner::html(element, html)?).ok()?;
    let link = |track: &Track| Link::new(&track.src, Some(&html::decode(&track.title)), page);
    let items: String = playlist
        .tracks
        .iter()
        .filter_map(link)
        .map(|link| format!("<li>{}</li>", link.html()))
        .collect();
    (!items.is_empty()).then(|| format!("<ol>{items}</ol>"))
}
