//! Paragraphs around what shortcodes made.
//!
//! WordPress takes the paragraph off that `wpautop` puts around a shortcode (`shortcode_unautop`), but not
//! behind a post of blocks in the same request, where `_restore_wpautop_hook` lets `wpautop` come last. No
//! author can have made it: `wpautop` itself never puts one around a block.

use crate::content::edits::Edits;
use lol_html::end_tag;
use lol_html::html_content::Element;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

const OPENED: &str = "<p>";
const CLOSED: &str = "</p>";

/// What shortcodes make that may stand in no paragraph, or is not written by hand.
const BLOCKS: [&str; 9] = ["div", "figure", "form", "table", "section", "ul", "ol", "dl", "audio"];

/// The paragraphs that were met: where each begins, and where ends what it was put around.
#[derive(Default)]
pub(super) struct Paragraphs(Rc<RefCell<Vec<Range<usize>>>>);

impl Paragraphs {
    /// Tells whether a text may hold one.
    pub(super) fn may_be_in(html: &str) -> bool {
        let begins_block = |behind: &str| {
            let tag = behind.trim_ascii_start().strip_prefix('<').unwrap_or_default();
            tag.starts_with("!--") || BLOCKS.into_iter().any(|block| tag.starts_with(block))
        };
        html.split(OPENED).skip(1).any(begins_block)
    }

    /// Looks at an element of a part of the text that begins at the offset.
    pub(super) fn meet(&mut self, element: &mut Element<'_, '_>, html: &str, offset: usize) {
        let tag = element.tag_name();
        let by_hand = tag == "audio" && !element.has_attribute("class");
        let before = &html[..element.source_location().bytes().start + offset];
        let Some(start) = opened_before(before) else { return };
        if by_hand || !BLOCKS.contains(&tag.as_str()) {
            return;
        }
        let met = Rc::clone(&self.0);
        let Some(handlers) = element.end_tag_handlers() else { return };
        handlers.push(end_tag!(move |end| {
            met.borrow_mut().push(start..end.source_location().bytes().end + offset);
            Ok(())
        }));
    }

    /// Takes those off which are around one thing alone.
    pub(super) fn remove(&self, edits: &mut Edits<'_>) {
        for around in &*self.0.borrow() {
            let behind = &edits.html()[around.end..];
            let blanks = behind.len() - behind.trim_ascii_start().len();
            if behind[blanks..].starts_with(CLOSED) {
                let end = around.end + blanks;
                edits.remove(around.start..around.start + OPENED.len());
                edits.remove(end..end + CLOSED.len());
            }
        }
    }
}

/// Where the paragraph begins that is opened right before this place, but for the comment that stands
/// there before the first player of a request.
fn opened_before(before: &str) -> Option<usize> {
    let comment = before.trim_ascii_end().strip_suffix("<![endif]-->");
    let uncommented = comment.and_then(|comment| Some(&comment[..comment.rfind("<!--")?]));
    let outer = uncommented.unwrap_or(before).trim_ascii_end().strip_suffix(OPENED)?;
    // A paragraph in a paragraph is nobody's known fault.
    (!outer.trim_ascii_end().ends_with(OPENED)).then_some(outer.len())
}
