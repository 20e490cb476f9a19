//! What is changed by place, before the pass: WordPress's own comments, and what it makes anew each time.

use super::edits::Edits;
use super::steps::marks::Comments;
use super::steps::stable::Stable;
use crate::options::{Html, HtmlStep};
use lol_html::html_content::TextChunk;
use lol_html::{RewriteStrSettings, doc_comments, element, rewrite_str, text};
use std::cell::RefCell;
use std::ops::Range;

/// Takes these steps; `None` where there is nothing to change.
pub(super) fn prepare(html: &str, steps: Html) -> Option<String> {
    let comments = Comments::in_text(html, steps);
    let stable = if steps.has(HtmlStep::Stable) { Stable::in_text(html) } else { None };
    if comments.is_none() && stable.is_none() {
        return None;
    }
    let found = RefCell::new(Found { edits: Edits::new(html), comments, stable, text: None });
    read(&found, 0..html.len(), true)?;
    let Found { mut edits, comments, stable, .. } = found.into_inner();
    if let Some(stable) = stable {
        stable.finish(&mut edits);
    }
    if let Some(comments) = comments {
        comments.remove(&mut edits);
    }
    edits.apply()
}

/// What is found in a text on the way through it.
struct Found<'h> {
    edits: Edits<'h>,
    comments: Option<Comments>,
    stable: Option<Stable>,
    /// How much there is of the text of a script, a style sheet or a noscript.
    text: Option<Range<usize>>,
}

/// Goes through a part of a text; what is in noscript is text to the rewriter, but not to readers.
fn read(found: &RefCell<Found<'_>>, part: Range<usize>, opens_noscript: bool) -> Option<()> {
    let offset = part.start;
    let html = &found.borrow().edits.html()[part];
    let comments = doc_comments!(|comment| {
        if let Some(comments) = &mut found.borrow_mut().comments {
            comments.add(&comment.text(), shifted(comment.source_location().bytes(), offset));
        }
        Ok(())
    });
    let elements = element!("*", |element| {
        let Found { stable, edits, .. } = &mut *found.borrow_mut();
        if let Some(stable) = stable {
            stable.settle(element, edits, offset);
        }
        Ok(())
    });
    let code = text!("script, style", |chunk| {
        let Found { stable, edits, text, .. } = &mut *found.borrow_mut();
        if let (Some(stable), Some(place)) = (stable, whole(text, chunk, offset)) {
            stable.settle_code(edits, place);
        }
        Ok(())
    });
    let noscript = text!("noscript", |chunk| {
        let whole = whole(&mut found.borrow_mut().text, chunk, offset);
        if let Some(place) = whole.filter(|_| opens_noscript) {
            read(found, place, false);
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .with_strict(false)
        .append_document_content_handler(comments)
        .append_element_content_handler(elements)
        .append_element_content_handler(code)
        .append_element_content_handler(noscript);
    // Only without memory does the rewriter fail.
    rewrite_str(html, settings).ok().map(|_| ())
}

/// Where the text of an element stands, once all of it was met.
fn whole(
    met: &mut Option<Range<usize>>,
    chunk: &TextChunk<'_>,
    offset: usize,
) -> Option<Range<usize>> {
    let place = shifted(chunk.source_location().bytes(), offset);
    let start = met.take().map_or(place.start, |met| met.start);
    let whole = start..place.end;
    if chunk.last_in_text_node() {
        return Some(whole);
    }
    *met = Some(whole);
    None
}

fn shifted(place: Range<usize>, offset: usize) -> Range<usize> {
    place.start + offset..place.end + offset
}
