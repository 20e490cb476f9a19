//! One pass over HTML in which each step sees each element; what no step changes stays to the letter.
//!
//! Where HTML stands within HTML that the rewriter takes for text, as in `<noscript>`, the same pass goes
//! through it too.

use super::noticed::Noticed;
use super::page::Page;
use super::steps::lazy::Twins;
use super::steps::players::Players;
use super::steps::{addresses, embeds, lazy};
use super::{attribute, inner, look};
use crate::options::HtmlStep;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How deep HTML may stand within HTML. Each level is gone through on its own, so that there must be an end.
const DEEPEST: usize = 4;

/// Takes the steps; `None` where the rewriter gives up, which it does without memory alone.
pub(super) fn rewrite(html: &str, page: &Page<'_>, noticed: &mut Noticed) -> Option<String> {
    rewrite_within(html, &RefCell::new(Pass { page, noticed, links: Rc::default() }), 0)
}

/// What the steps know of a text while they go through it.
struct Pass<'p> {
    page: &'p Page<'p>,
    noticed: &'p mut Noticed,
    /// How many links are open, HTML around this one counted.
    links: Rc<Cell<usize>>,
}

/// What the steps know of a text, HTML within it apart.
struct Text<'h> {
    html: &'h str,
    twins: Twins,
    players: Players,
}

/// Goes through a text, or through a part of one that the rewriter takes for mere text.
fn rewrite_within(html: &str, pass: &RefCell<Pass<'_>>, depth: usize) -> Option<String> {
    let text = Text::new(html, depth, &pass.borrow());
    let fallbacks = element!(inner::FALLBACKS, |element| {
        if depth < DEEPEST {
            rewrite_document(element, pass, depth);
            rewrite_inner(element, html, pass, depth);
        }
        Ok(())
    });
    let elements = element!("*", |element| {
        pass.borrow_mut().element(element, &text);
        Ok(())
    });
    let settings = RewriteStrSettings::new().with_strict(false);
    // What an element holds comes first, so that a step may put it in the element's place.
    let settings = settings.append_element_content_handler(fallbacks);
    rewrite_str(html, settings.append_element_content_handler(elements)).ok()
}

/// Goes through the document that a frame has in an attribute.
fn rewrite_document(element: &mut Element<'_, '_>, pass: &RefCell<Pass<'_>>, depth: usize) {
    let document = attribute::get(element, look::DOCUMENT);
    if let Some(fit) = document.and_then(|html| rewrite_part(&html, pass, depth)) {
        attribute::set(element, look::DOCUMENT, &fit);
    }
}

/// Goes through what readers show where the element does not work.
fn rewrite_inner(
    element: &mut Element<'_, '_>,
    html: &str,
    pass: &RefCell<Pass<'_>>,
    depth: usize,
) {
    let inner = inner::html(element, html);
    if let Some(fit) = inner.and_then(|html| rewrite_part(html, pass, depth)) {
        element.set_inner_content(&fit, ContentType::Html);
    }
}

/// Goes through HTML within HTML; `None` where nothing changes.
fn rewrite_part(html: &str, pass: &RefCell<Pass<'_>>, depth: usize) -> Option<String> {
    rewrite_within(html, pass, depth + 1).filter(|fit| fit != html)
}

impl<'h> Text<'h> {
    fn new(html: &'h str, depth: usize, pass: &Pass<'_>) -> Self {
        // What is deeper stays as it is, so nothing may take its place.
        let takes_lazy = depth < DEEPEST && pass.page.takes(HtmlStep::Lazy);
        let twins = if takes_lazy { lazy::twins(html) } else { Twins::default() };
        Text { html, twins, players: Players::new(Rc::clone(&pass.links)) }
    }
}

impl Pass<'_> {
    /// Takes the steps at an element, in the order in which they build on each other.
    fn element(&mut self, element: &mut Element<'_, '_>, text: &Text<'_>) {
        if self.page.takes(HtmlStep::Lazy) {
            lazy::promote(element, &text.twins, self.noticed);
        }
        if self.page.takes(HtmlStep::Embeds) {
            embeds::show(element);
        }
        if self.page.takes(HtmlStep::Players) && !element.removed() {
            text.players.link(element, text.html, self.page);
        }
        if self.page.takes(HtmlStep::Addresses) {
            addresses::resolve(element, self.page, self.noticed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Html;

    fn rewritten(html: &str) -> String {
        let page = Page::new(Html::FAITHFUL, Some("https://h/p/"));
        rewrite(html, &page, &mut Noticed::default()).unwrap()
    }

    #[test]
    fn html_within_html_is_gone_through() {
        for (html, expected) in [
            (
                "<noscript class=a ><img src=/i></noscript>b<img src=/j>",
                r#"<noscript class=a ><img src="https://h/i"></noscript>b<img src="https://h/j">"#,
            ),
            (
                "<NOSCRIPT><a href=x></NoScript\n>",
                "<NOSCRIPT><a href=\"https://h/p/x\"></NoScript\n>",
            ),
            ("<noscript><img src=/i>", r#"<noscript><img src="https://h/i">"#),
            (
                "<noscript><noscript><img src=/i></noscript></noscript>",
                r#"<noscript><noscript><img src="https://h/i"></noscript></noscript>"#,
            ),
            (
                "<iframe src=/f><a href=/l>b</a></iframe>",
                r#"<iframe src="https://h/f"><a href="https://h/l">b</a></iframe>"#,
            ),
            (
                r#"<iframe srcdoc="<a href='/l?a=1&amp;amp;b'>&amp;lt;</a>"></iframe>"#,
                r#"<iframe srcdoc="&lt;a href=&quot;https://h/l?a=1&amp;amp;b&quot;&gt;&amp;lt;&lt;/a&gt;"></iframe>"#,
            ),
            (
                "<noembed><p style='--x:\"&lt;/noembed>\";background:url(/i)'></noembed>",
                "<noembed><p style=\"--x:&quot;&lt;/noembed&gt;&quot;;background:url(https://h/i)\"></noembed>",
            ),
        ] {
            assert_eq!(rewritten(html), expected);
            assert_eq!(rewritten(&rewritten(html)), rewritten(html), "once is enough");
        }
    }

    #[test]
    fn what_needs_nothing_stays() {
        for html in [
            "<noscript  ><img src='https://h/i' ></noscript >",
            "<noscript></noscript><noscript>",
            "<svg><noscript><a href='https://h/'></noscript></svg>",
            "<iframe srcdoc='<p\n>&#160;</p >'></iframe>",
        ] {
            assert_eq!(rewritten(html), html);
        }
    }

    #[test]
    fn html_within_html_has_an_end() {
        let html = "<noscript>".repeat(100_000) + "<img src=/i>";
        assert_eq!(rewritten(&html), html);
    }
}
