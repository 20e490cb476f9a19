//! Which of the steps that clean are taken.

use crate::options::{Html, HtmlStep};

/// The steps that clean, and what they have to know of the others.
#[derive(Clone, Copy)]
pub(super) struct Steps {
    pub(super) frames: bool,
    pub(super) scripts: bool,
    pub(super) forms: bool,
    pub(super) events: bool,
    pub(super) styles: bool,
    pub(super) markup: bool,
    /// Addresses are absolute; what is not leads nowhere.
    pub(super) absolute: bool,
    /// What a script would load was promoted, and what is left of it is not known to the validator.
    pub(super) loaded: bool,
}

impl Steps {
    pub(super) fn new(html: Html) -> Self {
        Steps {
            frames: html.has(HtmlStep::Iframes),
            scripts: html.has(HtmlStep::Scripts),
            forms: html.has(HtmlStep::Forms),
            events: html.has(HtmlStep::Events),
            styles: html.has(HtmlStep::Styles),
            markup: html.has(HtmlStep::Markup),
            absolute: html.has(HtmlStep::Addresses),
            loaded: html.has(HtmlStep::Markup) && html.has(HtmlStep::Lazy),
        }
    }

    /// Tells whether any is taken.
    pub(super) fn any(self) -> bool {
        self.frames || self.tree()
    }

    /// Tells whether one is taken that needs a tree.
    pub(super) fn tree(self) -> bool {
        self.scripts || self.forms || self.events || self.styles || self.markup
    }
}
