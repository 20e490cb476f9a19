//! What a text shows, in order: pictures, frames and players, and each `<noscript>` that holds just one.

use super::loading::{Loading, loading};
use crate::content::{attribute, inner};
use crate::text::html;
use lol_html::html_content::{Element, TextChunk, TextType};
use lol_html::{RewriteStrSettings, doc_text, element, rewrite_str};
use std::cell::RefCell;

/// Something that is shown.
pub(super) struct Shown {
    /// Where it begins.
    pub(super) at: usize,
    pub(super) kind: Kind,
    pub(super) role: Role,
    /// Whether nothing that is seen stands between this and the one before.
    pub(super) beside: bool,
    address: Option<String>,
}

/// What something shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Picture,
    Frame,
    Player,
}

/// What part something plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It is in a `<noscript>`, alone.
    Twin,
    /// It waits for a script, and its address is there.
    Lazy,
    /// It waits for a script that alone knows the address, or shows nothing.
    Hollow,
    /// It is there.
    Plain,
    /// Its twin was found.
    Paired,
}

/// The class of what WP Rocket puts in the place of a frame, the frame itself in a `<noscript>` behind it.
const ROCKET_PLAYER: &str = "rll-youtube-player";

/// An element that no author writes, put behind a text to see whether the text ends outside of tags.
const END: &str = "wp2feed-end";

impl Shown {
    /// Tells whether two show the same file.
    pub(super) fn has_address_of(&self, other: &Shown) -> bool {
        self.address.is_some() && self.address == other.address
    }
}

/// Reads a text.
pub(super) fn read(html: &str) -> Vec<Shown> {
    reading(html).shown
}

/// What was read of a text.
struct Reading<'h> {
    html: &'h str,
    shown: Vec<Shown>,
    /// Whether something that is seen stands behind the last one.
    parted: bool,
    /// Whether there is any text.
    says: bool,
    /// Where the player ends that is open.
    player_ends: usize,
    /// Whether the text's end was seen.
    ended: bool,
}

fn reading(html: &str) -> Reading<'_> {
    let reading = RefCell::new(Reading {
        html,
        shown: Vec::new(),
        parted: true,
        says: false,
        player_ends: 0,
        ended: false,
    });
    let settings = RewriteStrSettings::new()
        .with_strict(false)
        .append_element_content_handler(element!("*", |element| {
            reading.borrow_mut().element(element);
            Ok(())
        }))
        .append_document_content_handler(doc_text!(|text| {
            reading.borrow_mut().text(text);
            Ok(())
        }));
    // What the parser gives up on is read as far as it goes.
    drop(rewrite_str(html, settings));
    reading.into_inner()
}

impl Reading<'_> {
    fn element(&mut self, element: &Element<'_, '_>) {
        let place = element.source_location().bytes();
        let tag = element.tag_name();
        match tag.as_str() {
            "noscript" => self.noscript(element),
            "source" if place.start < self.player_ends => self.source(element),
            _ if place.start < self.player_ends => {}
            "img" | "iframe" | "embed" => self.show(element, place.start),
            "audio" | "video" => {
                self.show(element, place.start);
                let end = closing(&self.html[place.end..], &tag);
                self.player_ends = end.map_or(self.html.len(), |end| place.end + end);
            }
            "div" if attribute::has_class(element, ROCKET_PLAYER) => {
                self.push(place.start, Kind::Frame, Role::Hollow, None);
            }
            // What may stand around a picture.
            "a" | "picture" | "source" | "span" => {}
            _ => {
                self.ended = tag == END;
                self.parted = true;
            }
        }
    }

    fn text(&mut self, text: &TextChunk<'_>) {
        let seen = text.text_type() == TextType::Data && !text.as_str().trim().is_empty();
        if seen && text.source_location().bytes().start >= self.player_ends {
            (self.parted, self.says) = (true, true);
        }
    }

    fn show(&mut self, element: &Element<'_, '_>, at: usize) {
        if is_pixel(element) {
            return;
        }
        let (role, address) = match loading(element) {
            Loading::Script(promotion) => (Role::Lazy, promotion.value("src").map(decoded)),
            Loading::Nowhere { .. } => (Role::Hollow, None),
            Loading::Itself => (Role::Plain, None),
        };
        let own = || element.get_attribute("src").map(|src| decoded(&src));
        let address = address.or_else(|| own().filter(|_| role != Role::Hollow));
        self.push(at, kind(element), role, address);
    }

    /// A player waits for a script if one of its files does.
    fn source(&mut self, element: &Element<'_, '_>) {
        if let (Loading::Script(promotion), Some(player)) =
            (loading(element), self.shown.last_mut())
        {
            player.role = Role::Lazy;
            player.address = promotion.value("src").map(decoded);
        }
    }

    /// Takes up a `<noscript>` that holds one thing to show and no text, and that ends outside of tags.
    fn noscript(&mut self, element: &Element<'_, '_>) {
        let place = element.source_location().bytes();
        let inner = inner::html(element, self.html);
        let Some(inner) = inner.filter(|inner| place.end + inner.len() < self.html.len()) else {
            return;
        };
        let text = format!("{inner}<{END}>");
        let inner = reading(&text);
        let parts = inner.says || !inner.shown.is_empty();
        match <[Shown; 1]>::try_from(inner.shown) {
            Ok([it]) if inner.ended && !inner.says && it.role != Role::Hollow => {
                self.push(place.start, it.kind, Role::Twin, it.address);
            }
            _ => self.parted |= parts,
        }
    }

    fn push(&mut self, at: usize, kind: Kind, role: Role, address: Option<String>) {
        self.shown.push(Shown { at, kind, role, beside: !self.parted, address });
        self.parted = false;
    }
}

/// What an element shows. BJ Lazy Load puts a picture in the place of a frame.
fn kind(element: &Element<'_, '_>) -> Kind {
    match element.tag_name().as_str() {
        "audio" | "video" => Kind::Player,
        "img" if element.get_attribute("data-lazy-type").as_deref() != Some("iframe") => {
            Kind::Picture
        }
        _ => Kind::Frame,
    }
}

/// Tells whether an element is a picture or frame by which visitors are counted.
fn is_pixel(element: &Element<'_, '_>) -> bool {
    let is_none = |value: String| matches!(value.trim_end_matches("px"), "0" | "1");
    ["width", "height"].iter().any(|name| element.get_attribute(name).is_some_and(is_none))
}

/// An address as it is compared: Jetpack marks those that wait for its script.
fn decoded(value: &str) -> String {
    let address = html::decode_attribute(value);
    let address = address.trim();
    let mark = address.find("is-pending-load=").and_then(|at| at.checked_sub(1));
    mark.map_or(address, |at| &address[..at]).to_owned()
}

/// Finds the end tag of an element.
fn closing(html: &str, tag: &str) -> Option<usize> {
    memchr::memchr_iter(b'<', html.as_bytes()).find(|&at| {
        let name = html.as_bytes()[at + 1..].strip_prefix(b"/").unwrap_or_default();
        name.get(..tag.len()).is_some_and(|name| name.eq_ignore_ascii_case(tag.as_bytes()))
    })
}
