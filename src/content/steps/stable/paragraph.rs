//! Paragraphs around what shortcodes made.
//!
//! WordPress takes the paragraph off that `wpautop` puts around a shortcode (`shortcode_unautop`), but not
//! behind a post of blocks in the same request, where `_restore_wpautop_hook` lets `wpautop` come last. No
//! author can have made it: `wpautop` itself never puts one around a block.

use crate::content::edits::Edits;
use lol_html::end_tag;
use lol_html::html_content::Element;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

const OPENED: &str = "<p>";
const CLOSED: &str = "</p>";

/// What shortcodes make that may stand in no paragraph, or is not written by hand.
const BLOCKS: [&str; 9] = ["div", "figure", "form", "table", "section", "ul", "ol", "dl", "audio"];

/// What may have a paragraph around it: where each begins and ends.
#[derive(Default)]
pub(super) struct Paragraphs {
    blocks: Places,
    /// The style sheets before it, as `gallery_shortcode` puts one.
    styles: Places,
}

type Places = Rc<RefCell<Vec<Range<usize>>>>;

/// Tells whether the tag behind a `<` is of a paragraph that begins with such a thing.
pub(in crate::content) fn begins(tag: &str) -> bool {
    let behind = tag.strip_prefix(&OPENED[1..]).unwrap_or_default().trim_ascii_start();
    behind.strip_prefix('<').is_some_and(|inner| {
        let begins = ["!--", "style"].into_iter().any(|it| inner.starts_with(it));
        begins || BLOCKS.into_iter().any(|block| inner.starts_with(block))
    })
}

impl Paragraphs {
    /// Tells whether a text may hold one.
    pub(super) fn may_be_in(html: &str) -> bool {
        html.match_indices(OPENED).any(|(at, _)| begins(&html[at + 1..]))
    }

    /// Looks at an element of a part of the text that begins at the offset.
    pub(super) fn meet(&mut self, element: &mut Element<'_, '_>, html: &str, offset: usize) {
        let tag = element.tag_name();
        let by_hand = tag == "audio" && !element.has_attribute("class");
        let start = element.source_location().bytes().start + offset;
        let before = html[..start].trim_ascii_end();
        let may_be = [OPENED, "-->", "</style>"].iter().any(|end| before.ends_with(end));
        let met = match tag.as_str() {
            _ if !may_be || by_hand => return,
            "style" => Rc::clone(&self.styles),
            tag if BLOCKS.contains(&tag) => Rc::clone(&self.blocks),
            _ => return,
        };
        let Some(handlers) = element.end_tag_handlers() else { return };
        handlers.push(end_tag!(move |end| {
            met.borrow_mut().push(start..end.source_location().bytes().end + offset);
            Ok(())
        }));
    }

    /// Takes those off which are around one thing alone, comments that go apart.
    pub(super) fn remove(&self, edits: &mut Edits<'_>) {
        let html = edits.html();
        let ends: HashMap<_, _> = edits.removed().map(|gone| (gone.start, gone.end)).collect();
        let mut starts: HashMap<_, _> = ends.iter().map(|(start, end)| (*end, *start)).collect();
        starts.extend(self.styles.borrow().iter().map(|style| (style.end, style.start)));
        for around in &*self.blocks.borrow() {
            let start = passed(around.start, &starts, |at| html[..at].trim_ascii_end().len());
            let end =
                passed(around.end, &ends, |at| html.len() - html[at..].trim_ascii_start().len());
            let Some(outer) = html[..start].strip_suffix(OPENED) else { continue };
            // A paragraph in a paragraph is nobody's known fault.
            let is_nested = outer.trim_ascii_end().ends_with(OPENED);
            if html[end..].starts_with(CLOSED) && !is_nested {
                edits.remove(outer.len()..start);
                edits.remove(end..end + CLOSED.len());
            }
        }
    }
}

/// Goes on from a place past white space and what is gone.
fn passed(
    mut at: usize,
    gone: &HashMap<usize, usize>,
    past_blanks: impl Fn(usize) -> usize,
) -> usize {
    loop {
        let next = gone.get(&at).copied().unwrap_or(at);
        match past_blanks(next) {
            next if next == at => return at,
            next => at = next,
        }
    }
}
