//! Podlove Web Player 5 (seen): an element that a script fills, and behind it the script, with what is known
//! of the episode as JSON in `podlovePlayerCache.add([…])`.

use super::link::Link;
use crate::content::inner;
use crate::content::page::Page;
use lol_html::html_content::Element;
use serde_json::{Deserializer, Value};

/// The class of what the script fills.
pub(super) const CLASS: &str = "podlove-web-player";

/// What the JSON stands behind.
const CALL: &str = "podlovePlayerCache.add(";

/// The kind of file that plays everywhere.
const MP3: &str = "audio/mpeg";

/// The player of an episode, to stand before the script that would make one; `None` if it is there, or the
/// script has to ask the site first.
pub(super) fn player(element: &Element<'_, '_>, html: &str, page: &Page<'_>) -> Option<String> {
    let (_, behind) = inner::html(element, html)?.split_once(CALL)?;
    let cache = Deserializer::from_str(behind).into_iter::<Value>().next()?.ok()?;
    let episodes = cache.as_array()?.iter().map(|cached| &cached["data"]);
    let link = episodes.filter_map(|episode| file(episode, page)).next()?;
    let player = format!("<audio controls src=\"{}\">{}</audio>", link.attribute(), link.html());
    let before = &html[..element.source_location().bytes().start];
    (!before.ends_with(&player)).then_some(player)
}

/// The link to the file of an episode.
fn file(episode: &Value, page: &Page<'_>) -> Option<Link> {
    let files = episode["audio"].as_array()?;
    let best = files.iter().find(|file| file["mimeType"] == MP3).or(files.first())?;
    Link::new(best["url"].as_str()?, episode["title"].as_str(), page)
}
