//! Audio, video, objects and applets while they are open: what they hold may be the link that they need.

use super::{hosts, link, title};
use crate::content::attribute;
use lol_html::html_content::Element;
use url::Url;

/// The players that are open, the innermost last.
#[derive(Default)]
pub(in crate::content::clean) struct Players(Vec<Player>);

/// A player, or an object.
struct Player {
    name: String,
    title: Option<String>,
    /// What it plays, unless it can't.
    address: Option<String>,
    /// What this and the next ones show.
    shown: Vec<String>,
    poster: Option<String>,
    /// Of an object, that it is a picture.
    is_picture: bool,
    /// A link to what it plays stands within already.
    linked: bool,
}

/// Of how many files of a player is known what they show. A link is compared to each.
const MOST: usize = 16;

impl Players {
    /// Opens one.
    pub(in crate::content::clean) fn open(&mut self, element: &Element<'_, '_>) {
        let addresses = ["src", "data", "code"].into_iter();
        let mut addresses = addresses.filter_map(|name| attribute::get(element, name));
        self.0.push(Player {
            name: element.tag_name(),
            title: title(element),
            address: None,
            shown: Vec::new(),
            poster: attribute::get(element, "poster").filter(|address| !address.is_empty()),
            is_picture: attribute::get(element, "type")
                .is_some_and(|kind| kind.starts_with("image/")),
            linked: attribute::has_class(element, FILE),
        });
        self.hear_source(addresses.find(|address| !address.is_empty()));
    }

    /// Hears of a link; gives the picture to stand in it, if it leads to what is played.
    pub(in crate::content::clean) fn hear_link(&mut self, address: &str) -> Option<String> {
        let player = self.0.last_mut().filter(|player| !player.linked)?;
        if player.shown.is_empty() || !player.shown.contains(&shown(address)) {
            return None;
        }
        let poster = player.poster.take();
        self.hear_film();
        poster.map(|poster| format!("{}<br>", picture(&poster, "")))
    }

    /// Hears of a link that stands in for a frame or a player.
    pub(in crate::content::clean) fn hear_film(&mut self) {
        // Those around one that has its link have it too.
        let open = self.0.iter_mut().rev();
        open.take_while(|player| !player.linked).for_each(|player| player.linked = true);
    }

    /// Hears of what the innermost shall play, if one is open.
    pub(in crate::content::clean) fn hear_source(&mut self, address: Option<String>) {
        let player = self.0.last_mut().filter(|player| player.shown.len() < MOST);
        if let (Some(player), Some(address)) = (player, address) {
            player.shown.push(shown(&address));
            player.address.get_or_insert(address);
        }
    }

    /// Tells whether one is open.
    pub(in crate::content::clean) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Closes the innermost of a name, with all within it; gives the link that stands in for them.
    pub(in crate::content::clean) fn close(&mut self, name: &str) -> String {
        let Some(at) = self.0.iter().rposition(|player| player.name == name) else {
            return String::new();
        };
        self.close_from(at)
    }

    /// Closes what is still open at the end.
    pub(in crate::content::clean) fn close_all(&mut self) -> String {
        self.close_from(0)
    }

    fn close_from(&mut self, at: usize) -> String {
        let mut all = String::new();
        for player in self.0.split_off(at).into_iter().rev() {
            if let Some(html) = player.html() {
                all.push_str(&html);
                self.hear_film();
            }
        }
        all
    }
}

/// The class of what the file block shows of a PDF, beside a link (`render_block_core_file`).
const FILE: &str = "wp-block-file__embed";

impl Player {
    /// What stands in for it, if nothing does yet.
    fn html(self) -> Option<String> {
        let address = self.address.filter(|_| !self.linked)?;
        let named = matches!(self.name.as_str(), "audio" | "video").then(|| file_name(&address));
        let mut link = link(&address, self.title.clone().or(named.flatten()))?;
        if self.is_picture {
            let (address, title) = (&link.address, self.title.unwrap_or_default());
            return Some(picture(address, &title));
        }
        link.picture = self.poster.or(link.picture);
        Some(link.html())
    }
}

/// What an address shows: the page of a known host, or else a file, whatever is told it beside.
fn shown(address: &str) -> String {
    let page = Url::parse(address).ok().and_then(|url| hosts::known(&url).page);
    page.unwrap_or_else(|| address.split(['?', '#']).next().unwrap_or_default().to_owned())
}

fn picture(address: &str, text: &str) -> String {
    let (address, text) = (htmlize::escape_attribute(address), htmlize::escape_attribute(text));
    format!(r#"<img src="{address}" alt="{text}">"#)
}

/// The last part of an address's path, decoded as far as it is text.
fn file_name(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?;
    let name = percent_encoding::percent_decode_str(path.rsplit('/').next()?).decode_utf8().ok()?;
    (!name.is_empty()).then(|| name.into_owned())
}
