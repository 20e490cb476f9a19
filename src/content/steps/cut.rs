//! Contents cut at a mark: at the end of the first page, or of the teaser.
//!
//! WordPress cuts what was typed, before it becomes HTML; here elements may be open at the mark. Their end
//! tags are taken from behind it, those that are there: what was never closed is not closed here either.

use super::marks::Mark;
use crate::options::Pages;
use crate::text::html;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, doc_comments, element, end_tag, rewrite_str};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

/// Where contents end.
#[derive(Clone, Copy)]
pub(in crate::content) struct Cut<'a> {
    pub(in crate::content) pages: Pages,
    /// The words of the link to the rest, if contents end with their teasers.
    pub(in crate::content) more: Option<&'a str>,
}

/// A content that was cut.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::content) struct Beginning {
    pub(in crate::content) html: String,
    /// What the link to the rest shall say, as plain text, if the content ends with its teaser.
    pub(in crate::content) more: Option<String>,
}

/// What is known of a text while it is gone through, up to the mark and behind it.
#[derive(Default)]
struct Reading {
    /// Up to where there is nothing but marks and what `wpautop` puts around them.
    blank: usize,
    at: Option<(Range<usize>, Option<String>)>,
    /// The end tags, behind the mark, of what is open at it.
    closers: String,
}

impl Cut<'_> {
    /// The beginning of a content; `None` if it has no end before its end.
    pub(in crate::content) fn beginning(self, html: &str) -> Option<Beginning> {
        let page_may_end = self.pages == Pages::First && html.contains("<!--nextpage-->");
        let teaser_may_end = self.more.is_some() && html.contains("<!--more");
        let read = if page_may_end || teaser_may_end { self.read(html) } else { None };
        let Reading { at, closers, .. } = read?;
        let (mark, more) = at?;
        Some(Beginning { html: closed(&html[..mark.start], &closers), more })
    }

    /// Finds the mark and what is open there; `None` without memory.
    fn read(self, html: &str) -> Option<Reading> {
        let reading = Rc::new(RefCell::new(Reading::default()));
        let comments = doc_comments!(|comment| {
            let place = comment.source_location().bytes();
            self.meet(&mut reading.borrow_mut(), html, &comment.text(), place);
            Ok(())
        });
        let elements = element!("*", |element| {
            if reading.borrow().at.is_none() {
                watch_end(element, &reading);
            }
            Ok(())
        });
        let settings = RewriteStrSettings::new()
            .with_strict(false)
            .append_document_content_handler(comments)
            .append_element_content_handler(elements);
        rewrite_str(html, settings).ok()?;
        Some(reading.take())
    }

    /// Looks at a comment: the first mark that ends the text counts. The end of a page of which nothing
    /// is to be seen is none, as in `generate_postdata`.
    fn meet(self, reading: &mut Reading, html: &str, comment: &str, place: Range<usize>) {
        let Some(mark) = Mark::of(comment).filter(|_| reading.at.is_none()) else { return };
        let blank = is_blank(&html[reading.blank..place.start]);
        match (mark, self.more) {
            (Mark::More(own), Some(more)) => reading.at = Some((place, Some(words(own, more)))),
            (Mark::NextPage, _) if self.pages == Pages::First && !blank => {
                reading.at = Some((place, None));
            }
            _ if blank => reading.blank = place.end,
            _ => {}
        }
    }
}

/// Takes down the end tag of an element if it stands behind the mark.
fn watch_end(element: &mut Element<'_, '_>, reading: &Rc<RefCell<Reading>>) {
    let Some(handlers) = element.end_tag_handlers() else { return };
    let reading = Rc::clone(reading);
    handlers.push(end_tag!(move |end| {
        let mut reading = reading.borrow_mut();
        if reading.at.is_some() {
            reading.closers.push_str(&format!("</{}>", end.name_preserve_case()));
        }
        Ok(())
    }));
}

/// What the link says: what the mark says, as in `get_the_content`, else what all links say.
fn words(own: &str, otherwise: &str) -> String {
    let own = html::fold(&html::decode(&html::strip_tags(own)));
    if own.is_empty() { otherwise.to_owned() } else { own }
}

/// Tells whether there is nothing but white space and what `wpautop` puts around marks.
fn is_blank(html: &str) -> bool {
    let mut rest = html.trim_ascii_start();
    while let Some(behind) =
        ["<p>", "</p>", "<br />"].into_iter().find_map(|tag| rest.strip_prefix(tag))
    {
        rest = behind.trim_ascii_start();
    }
    rest.is_empty()
}

/// Closes what is open, without the paragraph or the line break that would then stand for nothing.
fn closed(before: &str, closers: &str) -> String {
    let opened = before.trim_ascii_end().strip_suffix("<p>");
    if let (Some(before), Some(closers)) = (opened, closers.strip_prefix("</p>")) {
        return format!("{before}{closers}");
    }
    let line = before.strip_suffix("<br />\n").or_else(|| before.strip_suffix('\n'));
    format!("{}{closers}", line.unwrap_or(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Cut<'_> = Cut { pages: Pages::First, more: None };
    const TEASER: Cut<'_> = Cut { pages: Pages::All, more: Some("Read on") };

    fn first(html: &str) -> Option<String> {
        FIRST.beginning(html).map(|beginning| beginning.html)
    }

    /// As WordPress's feed has the post of the recordings, to the byte.
    #[test]
    fn the_first_page_ends_as_in_wordpress() {
        let html = "\n<p>One.</p>\n\n\n\n<!--nextpage-->\n\n\n\n<p>Two.</p>\n";
        assert_eq!(first(html).as_deref(), Some("\n<p>One.</p>\n\n\n"));
        let html = "<p>One.</p>\n<p><!--nextpage--></p>\n<p>Two.</p>\n";
        assert_eq!(first(html).as_deref(), Some("<p>One.</p>\n"));
        let html = "<p>One<br />\n<!--nextpage--><br />\nTwo</p>\n";
        assert_eq!(first(html).as_deref(), Some("<p>One</p>"));
    }

    #[test]
    fn what_is_open_is_closed_and_nothing_else() {
        let html =
            "<div><ul><li>a<b>b<!--nextpage--></b><i>c</i></li><li>d</li></ul></p></div><p>e</p>";
        assert_eq!(first(html).as_deref(), Some("<div><ul><li>a<b>b</b></li></ul></div>"));
        assert_eq!(first("<p>a<p>b<!--nextpage-->c").as_deref(), Some("<p>a<p>b"));
    }

    #[test]
    fn the_end_of_an_empty_page_is_none() {
        for html in
            ["<!--nextpage--><p>a</p>", "\n<p><!--nextpage--></p>\n<!--more--><!--nextpage-->a"]
        {
            assert_eq!(first(html), None, "{html}");
        }
        let html = "<!--nextpage--><p>a</p><!--nextpage--><p>b</p>";
        assert_eq!(first(html).as_deref(), Some("<!--nextpage--><p>a</p>"));
    }

    #[test]
    fn what_is_no_mark_ends_nothing() {
        for html in ["<p>a</p><!-- nextpage --><p>b</p>", "a<script>'<!--nextpage-->'</script>b"] {
            assert_eq!(first(html), None, "{html}");
        }
        assert_eq!(FIRST.beginning("<p>a</p><!--more--><p>b</p>"), None);
        assert_eq!(TEASER.beginning("<p>a</p><!--nextpage--><p>b</p>"), None);
    }

    #[test]
    fn the_words_of_the_mark_come_before_those_of_all() {
        let more = |html| TEASER.beginning(html).and_then(|beginning| beginning.more);
        assert_eq!(more("<p>a</p><!--more-->b").as_deref(), Some("Read on"));
        let html = "<p>a</p><!--more Why <b>Tom &amp; Jerry</b> were late -->b<!--more-->c";
        assert_eq!(more(html).as_deref(), Some("Why Tom & Jerry were late"));
    }

    #[test]
    fn the_first_mark_counts() {
        let both = Cut { pages: Pages::First, ..TEASER };
        let more = |html| both.beginning(html).expect("a beginning").more;
        assert_eq!(more("a<!--more-->b<!--nextpage-->c").as_deref(), Some("Read on"));
        assert_eq!(more("a<!--nextpage-->b<!--more-->c"), None);
    }
}
