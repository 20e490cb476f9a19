//! The page that a text is taken from, and what shall be done to it.

use super::moves::Moves;
use crate::options::{Html, HtmlStep};
use std::cell::OnceCell;
use url::Url;

/// What the steps must know beside the HTML.
pub(super) struct Page<'a> {
    html: Html,
    address: Option<&'a str>,
    url: OnceCell<Option<Url>>,
    moves: Option<&'a Moves>,
}

impl<'a> Page<'a> {
    pub(super) fn new(html: Html, address: Option<&'a str>) -> Self {
        Page { html, address, url: OnceCell::new(), moves: None }
    }

    /// The same, of a site whose addresses move.
    pub(super) fn moving(self, moves: &'a Moves) -> Self {
        Page { moves: Some(moves), ..self }
    }

    /// Tells whether absolute addresses may move.
    pub(super) fn moves(&self) -> bool {
        self.moves.is_some_and(Moves::are_wanted)
    }

    /// Where an absolute address is now; `None` if it stays.
    pub(super) fn moved(&self, address: &str) -> Option<String> {
        self.moves?.moved(address)
    }

    /// Tells whether a step is taken.
    pub(super) fn takes(&self, step: HtmlStep) -> bool {
        self.html.has(step)
    }

    /// The address against which others are resolved, if there is one that can be such a base.
    pub(super) fn url(&self) -> Option<&Url> {
        let parse = || Url::parse(self.address?).ok().filter(|url| !url.cannot_be_a_base());
        self.url.get_or_init(parse).as_ref()
    }
}
