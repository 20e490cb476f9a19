//! A look at HTML that tells, without parsing, whether any step has something to do.
//!
//! It may say yes in vain, but never no: what it says no to, the steps would leave as it is.

use super::page::Page;
use super::steps::{embeds, lazy};
use crate::options::HtmlStep;

/// Tells whether a step may have something to do.
pub(super) fn has_work(html: &str, page: &Page<'_>) -> bool {
    page.takes(HtmlStep::Lazy) && lazy::has_work(html)
        || page.takes(HtmlStep::Embeds) && html.contains(embeds::FRAME)
        || page.takes(HtmlStep::Addresses) && html.contains('=')
}
