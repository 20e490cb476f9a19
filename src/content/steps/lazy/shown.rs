//! What a text shows, in order: pictures, frames and players, and each `<noscript>` that holds just one.

use super::loading::{Loading, loading};
use crate::content::{attribute, inner};
use crate::text::html;
use lol_html::html_content::{Element, TextChunk, TextType};
use lol_html::{RewriteStrSettings, doc_text, element, end_tag, rewrite_str};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Something that is shown.
pub(super) struct Shown {
    /// Where it begins.
    pub(super) at: usize,
    kind: Kind,
    pub(super) role: Role,
    /// Whether nothing that is seen stands between this and the one before.
    pub(super) beside: bool,
    address: Option<String>,
}

/// What something shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
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
}

/// The classes of what is put in the place of a frame, the frame itself in a `<noscript>` behind it: by WP
/// Rocket, and by Perfmatters with a picture in it.
const BOXES: [&str; 3] =
    ["rll-youtube-player", "perfmatters-lazy-youtube", "perfmatters-lazy-video"];

/// An element that no author writes, put behind a text to see whether the text ends outside of tags.
const END: &str = "wp2feed-end";

impl Shown {
    /// Tells whether a twin shows the same file.
    pub(super) fn is_same(&self, other: &Shown) -> bool {
        self.is_like(other) && self.address.is_some() && self.address == other.address
    }

    /// The same, known by the address of a twin if it has none.
    pub(super) fn or_address_of(self, twin: Shown) -> Shown {
        Shown { address: self.address.or(twin.address), ..self }
    }

    /// Tells whether both are pictures, or frames, or players.
    pub(super) fn is_like(&self, other: &Shown) -> bool {
        self.kind == other.kind
    }

    /// Tells whether it waits for a script.
    pub(super) fn waits(&self) -> bool {
        matches!(self.role, Role::Lazy | Role::Hollow)
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
    /// Whether a player is open: what it holds is shown where it is not.
    in_player: Rc<Cell<bool>>,
    /// Whether what stands in the place of a frame is open.
    in_box: Rc<Cell<bool>>,
    /// Whether the text's end was seen.
    ended: bool,
}

fn reading(html: &str) -> Reading<'_> {
    let reading = RefCell::new(Reading {
        html,
        shown: Vec::new(),
        parted: true,
        says: false,
        in_player: Rc::default(),
        in_box: Rc::default(),
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
    let mut reading = reading.into_inner();
    if reading.in_box.get() {
        // It has no end, so that all that follows would go with it.
        reading.keep_box();
    }
    reading
}

impl Reading<'_> {
    fn element(&mut self, element: &mut Element<'_, '_>) {
        let at = element.source_location().bytes().start;
        let tag = element.tag_name();
        match tag.as_str() {
            "source" if self.in_player.get() => self.source(element),
            _ if self.in_player.get() => {}
            _ if self.in_box.get() => self.fill_box(&tag),
            "noscript" => self.noscript(element),
            "img" | "iframe" | "embed" => self.show(element, at),
            "audio" | "video" => {
                self.show(element, at);
                enter(element, &self.in_player);
            }
            "div" if BOXES.iter().any(|class| attribute::has_class(element, class)) => {
                self.push(at, Kind::Frame, Role::Hollow, None);
                enter(element, &self.in_box);
            }
            // What may stand around a picture.
            "a" | "picture" | "source" | "span" => {}
            _ => {
                self.ended = tag == END;
                self.parted = true;
            }
        }
    }

    /// A box that holds more than pictures must not go.
    fn fill_box(&mut self, tag: &str) {
        if !matches!(tag, "div" | "span" | "img" | "picture" | "source" | "button" | "svg" | "path")
        {
            self.keep_box();
        }
    }

    fn keep_box(&mut self) {
        self.parted = true;
        if let Some(last) = self.shown.last_mut() {
            last.role = Role::Plain;
        }
    }

    fn text(&mut self, text: &TextChunk<'_>) {
        let seen = text.text_type() == TextType::Data && !text.as_str().trim().is_empty();
        if seen && !self.in_player.get() {
            (self.parted, self.says) = (true, true);
        }
        if seen && self.in_box.get() {
            self.keep_box();
        }
    }

    fn show(&mut self, element: &Element<'_, '_>, at: usize) {
        if is_pixel(element) {
            return;
        }
        let (role, address) = match loading(element) {
            Loading::Script(promotion) => (Role::Lazy, promotion.value("src").map(decoded)),
            Loading::Nowhere { .. } if self.is_empty(element) => (Role::Hollow, None),
            Loading::Nowhere { .. } | Loading::Itself => (Role::Plain, None),
        };
        let own = || element.get_attribute("src").map(|src| decoded(&src));
        let address = address.or_else(|| own().filter(|_| role != Role::Hollow));
        self.push(at, kind(element), role, address);
    }

    /// Tells whether an element holds nothing, so that nothing is lost where it goes.
    fn is_empty(&self, element: &Element<'_, '_>) -> bool {
        let rest = self.html.get(element.source_location().bytes().end..).unwrap_or_default();
        let (rest, end) = (rest.trim_start(), format!("</{}>", element.tag_name()));
        let ends = rest.get(..end.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(&end));
        ends || !element.can_have_content()
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

/// Begins an element within which another law holds.
fn enter(element: &mut Element<'_, '_>, within: &Rc<Cell<bool>>) {
    let inside = Rc::clone(within);
    let leave = end_tag!(move |_end| {
        inside.set(false);
        Ok(())
    });
    within.set(element.on_end_tag(leave).is_ok());
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
