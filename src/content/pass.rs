//! One pass over HTML in which each step sees each element; what no step changes stays to the letter.

use super::noticed::Noticed;
use super::page::Page;
use super::steps::lazy::Twins;
use super::steps::{addresses, embeds, lazy};
use crate::options::HtmlStep;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::cell::RefCell;

/// Takes the steps; `None` where the rewriter gives up, which it does without memory alone.
pub(super) fn rewrite(html: &str, page: &Page<'_>, noticed: &mut Noticed) -> Option<String> {
    rewrite_within(html, &RefCell::new(Pass { page, noticed }))
}

/// What the steps know of a text while they go through it.
struct Pass<'p> {
    page: &'p Page<'p>,
    noticed: &'p mut Noticed,
}

/// Goes through a text, or through a part of one that the rewriter takes for mere text.
fn rewrite_within(html: &str, pass: &RefCell<Pass<'_>>) -> Option<String> {
    let takes_lazy = pass.borrow().page.takes(HtmlStep::Lazy);
    let twins = if takes_lazy { lazy::twins(html) } else { Twins::default() };
    let elements = element!("*", |element| {
        pass.borrow_mut().element(element, &twins);
        Ok(())
    });
    let settings = RewriteStrSettings::new().with_strict(false);
    rewrite_str(html, settings.append_element_content_handler(elements)).ok()
}

impl Pass<'_> {
    /// Takes the steps at an element, in the order in which they build on each other.
    fn element(&mut self, element: &mut Element<'_, '_>, twins: &Twins) {
        if self.page.takes(HtmlStep::Lazy) {
            lazy::promote(element, twins, self.noticed);
        }
        if self.page.takes(HtmlStep::Embeds) {
            embeds::show(element);
        }
        if self.page.takes(HtmlStep::Addresses) {
            addresses::resolve(element, self.page, self.noticed);
        }
    }
}
