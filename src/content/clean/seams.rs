//! Seams: where something was taken out of the HTML, and what is left around it.
//!
//! The pass marks the places, the tree keeps the marks, and here they go. What stood apart gets a blank, where
//! none is and no block begins or ends; several blanks in a row become one. Elements that held nothing but
//! what was taken out go with it, as do paragraphs in which nothing stands, which parsers make of the end tags
//! that nothing opened. What is empty else, and what has no seam, stays to the letter.

use super::allowed::Names;
use super::shape;
use memchr::{memchr, memmem};

/// Marks a place on whose sides are words that must not run together.
pub(super) const APART: &str = "<x-apart></x-apart>";

/// Marks a place from which something went that nobody saw there.
pub(super) const CLOSED: &str = "<x-closed></x-closed>";

/// What the marks are called.
pub(super) const NAMES: [&str; 2] = ["x-apart", "x-closed"];

/// Elements that show nothing without what they held.
const HOLLOW: &str = "\
    b center dd div dl dt em fieldset figcaption figure i label li ol p section small span strong u ul";

/// Elements that are nothing to see where they are empty. An empty link may be where another one leads.
const TRIFLES: &str = "b em i ins small strong u";

/// Elements without an end tag.
const VOID: &str = "area br col embed hr img input link param source track wbr";

/// Elements that hold mere text, written as it is.
const RAW: &str = "iframe noembed noframes script style";

/// Takes the marks out, and what is hollow; `paragraphs` tells whether that holds for all empty paragraphs.
pub(super) fn close(html: String, paragraphs: bool) -> String {
    if memmem::find(html.as_bytes(), b"<x-").is_none() && !(paragraphs && has_empty(&html)) {
        return html;
    }
    let mut seams = Seams { paragraphs, edge: true, ..Seams::default() };
    let mut rest = html.as_str();
    while !rest.is_empty() {
        let end =
            if rest.starts_with('<') { end_of_tag(rest) } else { memchr(b'<', rest.as_bytes()) };
        let (token, after) = rest.split_at(end.unwrap_or(rest.len()));
        match token.strip_prefix('<') {
            Some(tag) => seams.tag(token, tag),
            None => seams.text(token),
        }
        rest = after;
    }
    seams.flush(true);
    seams.out
}

/// Tells whether a paragraph is there that holds nothing.
fn has_empty(html: &str) -> bool {
    memmem::find_iter(html.as_bytes(), b"</p>").any(|at| {
        let inner = html[..at].trim_ascii_end();
        inner.ends_with('>') && inner.rfind('<').is_some_and(|at| name(&inner[at + 1..]) == "p")
    })
}

/// Where a tag ends, or a comment, or an element that holds mere text.
fn end_of_tag(html: &str) -> Option<usize> {
    if html.starts_with("<!--") {
        return html.find("-->").map(|at| at + 3);
    }
    // The tree's writer has references for what stands in attributes.
    let end = memchr(b'>', html.as_bytes())? + 1;
    let name = name(&html[1..]);
    if !RAW.has(name) {
        return Some(end);
    }
    let close = html[end..].find(&format!("</{name}>"))?;
    Some(end + close + name.len() + 3)
}

/// The name that a tag begins with.
fn name(tag: &str) -> &str {
    &tag[..tag.find([' ', '>', '/']).unwrap_or(tag.len())]
}

/// What stands between two things that are seen.
#[derive(Clone, Copy, Default)]
struct Gap<'h> {
    blank: &'h str,
    /// A seam is in it.
    seam: bool,
    apart: bool,
    /// A block was in it, which put what follows on a line of its own.
    line: bool,
}

/// An element that is open.
struct Open<'h> {
    name: &'h str,
    /// How long the HTML was before it, and before the gap that it follows.
    start: usize,
    gap: Gap<'h>,
    edge: bool,
    holds: Holds,
    /// Something was taken out of it.
    seam: bool,
}

/// What stands in an element.
#[derive(Clone, Copy, Default, PartialEq, PartialOrd)]
enum Holds {
    #[default]
    Nothing,
    /// Line breaks, or elements that are empty themselves.
    Trifles,
    Something,
}

/// What is written so far.
#[derive(Default)]
struct Seams<'h> {
    out: String,
    open: Vec<Open<'h>>,
    gap: Gap<'h>,
    /// A line begins here, whatever blank follows.
    edge: bool,
    /// How many `<pre>` are open.
    pre: usize,
    paragraphs: bool,
}

impl<'h> Gap<'h> {
    /// Adds a blank: the first one stays, or else the first with a line break, of which one keeps the HTML
    /// legible.
    fn add(&mut self, blank: &'h str) {
        if self.blank.is_empty() || blank.contains('\n') && !self.blank.contains('\n') {
            self.blank = blank;
        }
    }

    /// Adds what stood behind it, or in an element that is gone.
    fn join(&mut self, other: Gap<'h>) {
        self.add(other.blank);
        self.seam = true;
        self.apart |= other.apart;
        self.line |= other.line;
    }
}

impl<'h> Seams<'h> {
    fn text(&mut self, text: &'h str) {
        if self.pre > 0 {
            self.flush(false);
            self.out.push_str(text);
            return self.fill(Holds::Something, false);
        }
        let seen = text.trim_ascii();
        if seen.is_empty() {
            return self.gap.add(text);
        }
        let start = text.len() - text.trim_ascii_start().len();
        self.gap.add(&text[..start]);
        self.flush(false);
        self.out.push_str(seen);
        self.fill(Holds::Something, false);
        self.gap.add(&text[start + seen.len()..]);
    }

    fn tag(&mut self, whole: &'h str, tag: &'h str) {
        let (name, end) = tag.strip_prefix('/').map_or((name(tag), false), |tag| (name(tag), true));
        let block = shape::is_block(name);
        if NAMES.contains(&name) {
            self.seam();
            self.gap.seam = true;
            self.gap.apart |= name == NAMES[0];
        } else if end {
            self.end(whole, name, block);
        } else if VOID.has(name) || RAW.has(name) || name.starts_with('!') {
            let breaks = matches!(name, "br" | "hr");
            self.flush(breaks);
            self.out.push_str(whole);
            self.fill(if name == "br" { Holds::Trifles } else { Holds::Something }, breaks);
        } else {
            self.start(whole, name, block);
        }
    }

    fn start(&mut self, whole: &str, name: &'h str, block: bool) {
        let (start, gap, edge) = (self.out.len(), self.gap, self.edge);
        self.flush(block);
        self.out.push_str(whole);
        self.open.push(Open { name, start, gap, edge, holds: Holds::Nothing, seam: false });
        self.edge |= block;
        self.pre += usize::from(name == "pre");
    }

    fn end(&mut self, whole: &str, name: &str, block: bool) {
        let open = self.open.pop_if(|open| open.name == name);
        if let Some(open) = open.as_ref().filter(|open| self.is_hollow(open)) {
            self.out.truncate(open.start);
            let inner = std::mem::replace(&mut self.gap, open.gap);
            self.gap.join(inner);
            self.gap.line |= block;
            self.edge = open.edge;
            return self.seam();
        }
        // Behind the end of an element in a line the gap does as well.
        if block || !self.gap.seam || self.pre > 0 {
            self.flush(block);
        }
        self.out.push_str(whole);
        let trifle = TRIFLES.has(name) && open.is_some_and(|open| open.holds < Holds::Something);
        self.fill(if trifle { Holds::Trifles } else { Holds::Something }, self.edge || block);
        self.pre = self.pre.saturating_sub(usize::from(name == "pre"));
    }

    fn is_hollow(&self, open: &Open<'_>) -> bool {
        let seam = open.seam && HOLLOW.has(open.name);
        match open.holds {
            Holds::Nothing => seam || self.paragraphs && open.name == "p",
            Holds::Trifles => seam && open.name == "p",
            Holds::Something => false,
        }
    }

    /// Notes that something was taken out of the innermost element.
    fn seam(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.seam = true;
        }
    }

    /// Notes that something stands in the innermost element, which may begin or end a line.
    fn fill(&mut self, what: Holds, edge: bool) {
        if let Some(open) = self.open.last_mut().filter(|open| open.holds < what) {
            open.holds = what;
        }
        self.edge = edge;
    }

    /// Writes the gap before what comes next, which may begin or end a line.
    fn flush(&mut self, edge: bool) {
        let Gap { blank, seam, apart, line } = std::mem::take(&mut self.gap);
        let within = !self.edge && !edge;
        if seam && line && within {
            self.out.push_str("<br>");
        }
        let is_blank = self.out.ends_with(|c: char| c.is_ascii_whitespace());
        if !seam {
            self.out.push_str(blank);
        } else if blank.contains('\n') && !self.out.is_empty() {
            self.out.push('\n');
        } else if !line && within && !is_blank && (apart || !blank.is_empty()) {
            self.out.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_around_a_seam_reads_well() {
        for (html, expected) in [
            ("<div>Find A</div>", "<div>Find</div>"),
            ("<p>AFind<span>A</span>Ait </p>", "<p>Find it </p>"),
            ("<p>wordCs</p>", "<p>words</p>"),
            ("<p>one C two</p>", "<p>one two</p>"),
            ("<p><b>one A</b><i>two</i></p>", "<p><b>one</b> <i>two</i></p>"),
            ("<p>one<br>A two</p>", "<p>one<br>two</p>"),
            ("<p>one</p>\n<div>\n\t<p>C</p>\n</div>\n<p>two</p>", "<p>one</p>\n<p>two</p>"),
            ("one<div>A</div>two", "one<br>two"),
            ("<div>one<ul><li>A </li></ul></div>", "<div>one</div>"),
            ("<table><tr><td>A</td></tr></table>", "<table><tr><td></td></tr></table>"),
            ("<pre>a\n A\tb</pre>", "<pre>a\n \tb</pre>"),
            ("<p></p>\n<p>a </p>\n<p class=\"b\">\n</p>", "<p>a </p>\n"),
            ("<p><span id=\"a\"></span>C</p>", "<p><span id=\"a\"></span></p>"),
            ("<p>C<br></p>", ""),
            ("<p>C<br>\n<ins class=\"ad\"></ins><br>C</p>\n<p>one</p>", "<p>one</p>"),
            ("<!-- <p> -->C<script>\"<p>\"</script>", "<!-- <p> --><script>\"<p>\"</script>"),
        ] {
            let marked = html.replace('A', APART).replace('C', CLOSED);
            assert_eq!(close(marked, true), expected, "{html}");
            assert_eq!(close(expected.to_owned(), true), expected, "{html}");
        }
    }

    #[test]
    fn what_has_no_seam_stays_to_the_letter() {
        for html in ["<p></p>", "<div> </div> <span></span>\n\n a  b", "<p><b></b></p>"] {
            assert_eq!(close(format!("{html}<i>{CLOSED}</i>"), false), html);
        }
    }
}
