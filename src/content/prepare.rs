//! What is changed by place, before the pass: WordPress's own comments, and what it makes anew each time.

use super::edits::Edits;
use super::inner;
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
    if let Some(comments) = comments {
        comments.remove(&mut edits);
    }
    if let Some(stable) = stable {
        stable.finish(&mut edits);
    }
    edits.apply()
}

/// What is found in a text on the way through it.
struct Found<'h> {
    edits: Edits<'h>,
    comments: Option<Comments>,
    stable: Option<Stable>,
    /// How much was met of the text of a script, a style sheet or the like.
    text: Option<Range<usize>>,
}

/// Goes through a part of a text; what is in noscript is text to the
/// rewriter, but not to all readers.
fn read(found: &RefCell<Found<'_>>, part: Range<usize>, opens_fallbacks: bool) -> Option<()> {
    let offset = part.start;
    let html = &found.borrow().edits.html()[part];
    let comments = doc_comments!(|comment| {
        let Found { comments, edits, .. } = &mut *found.borrow_mut();
        if let Some(comments) = comments {
            let place = shifted(comment.source_location().bytes(), offset);
            comments.add(edits.html(), &comment.text(), place);
        }
        Ok(())
    });
    let elements = element!("*", |element| {
        let Found { comments, stable, edits, .. } = &mut *found.borrow_mut();
        if let Some(comments) = comments {
            comments.meet(shifted(element.source_location().bytes(), offset));
        }
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
    let fallbacks = text!(inner::FALLBACKS, |chunk| {
        let whole = whole(&mut found.borrow_mut().text, chunk, offset);
        if let Some(place) = whole.filter(|_| opens_fallbacks) {
            read(found, place, false);
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .with_strict(false)
        .append_document_content_handler(comments)
        .append_element_content_handler(elements)
        .append_element_content_handler(code)
        .append_element_content_handler(fallbacks);
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Pieces of which texts are made that have to do with these steps.
    fn pieces() -> impl Strategy<Value = String> {
        const SHIM: &str =
            "<!--[if lt IE 9]><script>document.createElement('audio');</script><![endif]-->";
        let piece = prop::sample::select(vec![
            "<!--more-->",
            "<!--more a-->",
            "<!--nextpage-->",
            "<!-- wp:a {} -->",
            SHIM,
            "<!--",
            "-->",
            "<p>",
            "</p>",
            "<br />\n",
            "\n",
            " ",
            "a",
            "<",
            "&",
            "am",
            "p;",
            "<div class=\"galleryid-1\">",
            "</div>",
            "<b id=gallery-3>",
            "<b id='gallery-12' class=\"gallery-3\">",
            "</b>",
            "<style>",
            "#gallery-3",
            "</style>",
            "<a href=\"/gallery-3#gallery-3\">",
            "<b id=\"attachment_9-2\">",
            "<b id='attachment_9'>",
            "<iframe src='/#?secret=a' data-secret=b>",
            "</iframe>",
            "<noscript>",
            "</noscript>",
            "<audio class=a>",
            "</audio>",
            "<source src=a?_=2>",
            "<form action='/wp-json/wp/v2/posts?b#wpcf7-f1-o2'>",
            "<input ",
            "type=hidden ",
            "name=_wpnonce ",
            "value=1 ",
            ">",
        ]);
        prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn once_is_enough(html in pieces()) {
            if let Some(once) = prepare(&html, Html::FAITHFUL) {
                prop_assert_eq!(prepare(&once, Html::FAITHFUL).unwrap_or_else(|| once.clone()), once);
            }
        }
    }
}
