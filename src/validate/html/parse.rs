//! What the parser of HTML says of a fragment: html5ever, fed piece by piece, so that each mistake has its place.
//!
//! Nothing is built. A fragment that nests very deep, or that costs the parser more than its length can justify, is
//! left where it gets so.

use super::tags::{Piece, Pieces, What};
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, Namespace, QualName, TokenizerResult, local_name, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::{Rc, Weak};

/// How deep elements may nest; browsers end at 512.
const DEEPEST: usize = 512;

/// What the parser may cost beside what the length of the fragment allows.
const BASE_COST: usize = 100_000;

/// What the parser may cost a byte.
const COST: usize = 30;

/// A mistake in a fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mistake {
    pub(crate) range: Range<usize>,
    pub(crate) expected: &'static str,
}

impl Mistake {
    /// An end tag that ends nothing.
    pub(crate) fn stray(range: Range<usize>) -> Self {
        Mistake { range, expected: "no end tag without its start tag" }
    }
}

/// The longest tag whose attributes the parser is shown.
const LONGEST_TAG: usize = 4096;

/// How many mistakes of a fragment are told.
pub(crate) const MOST: usize = 10_000;

/// Finds the mistakes of a fragment within a `div`, at most one a piece.
pub(crate) fn mistakes(html: &str) -> Vec<Mistake> {
    let context: Node =
        Rc::new(Open::new(QualName::new(None, ns!(html), local_name!("div")), 0..0));
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new_for_fragment(Watch::default(), context, None, options);
    let tokenizer = Tokenizer::new(builder, TokenizerOpts::default());
    let (mut found, mut last_reference) = (Vec::new(), None);
    let queue = BufferQueue::default();
    let mut pieces = Pieces::new(html);
    while let Some(piece) = pieces.next() {
        let watch = &tokenizer.sink.sink;
        watch.at.replace(piece.range.clone());
        watch.starts.set(matches!(piece.what, What::Start { .. }));
        stand_in(&piece, html).for_each(|part| queue.push_back(StrTendril::from_slice(part)));
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        if piece.what == What::Reference && !piece.sound {
            last_reference = Some(piece.range.clone());
        }
        for error in watch.errors.take() {
            // A mistake in a reference shows when its end is read, with the next piece.
            let range = last_reference.take_if(|_| error.contains("haracter reference"));
            add(&mut found, range.unwrap_or_else(|| piece.range.clone()), &error);
        }
        // The parser is fast, and says nothing of them.
        if let Some(range) = pieces.odd_value().filter(|_| watch.starts.get() && !piece.sound) {
            found.push(Mistake { range, expected: "quotes around the value" });
        }
        if found.len() >= MOST {
            return found;
        }
        if watch.depth.get() > DEEPEST || watch.cost.get() > BASE_COST + COST * html.len() {
            let expected = "elements that nest less deep";
            found.push(Mistake { range: piece.range, expected });
            return found;
        }
    }
    tokenizer.end();
    let watch = &tokenizer.sink.sink;
    for error in watch.errors.take() {
        let reference = last_reference.take_if(|_| error.contains("haracter reference"));
        let cut = || Some(watch.at.borrow().clone()).filter(|_| error.contains("EOF"));
        let place = reference.or_else(cut).or_else(|| watch.unclosed());
        add(&mut found, place.unwrap_or(html.len()..html.len()), &error);
    }
    found
}

/// What the parser is fed of a piece: of what is surely right, no more than it takes to see how elements nest.
fn stand_in<'a>(piece: &Piece, html: &'a str) -> impl Iterator<Item = &'a str> {
    let whole = &html[piece.range.clone()];
    let (first, second) = match piece.what {
        // The parser compares each attribute of a tag with all others.
        What::Start { name_end, .. } if whole.len() > LONGEST_TAG => {
            (&html[piece.range.start..name_end], ">")
        }
        What::Cut if whole.len() > LONGEST_TAG => ("<x ", ""),
        _ if !piece.sound => (whole, ""),
        What::Comment => ("", ""),
        What::Text if !whole.contains('<') => {
            (if whole.trim_ascii().is_empty() { " " } else { "x" }, "")
        }
        What::Reference if !whole.starts_with("&#") => ("x", ""),
        What::Start { name_end, closes, .. }
            if !needs_attributes(&html[piece.range.start + 1..name_end]) =>
        {
            (&html[piece.range.start..name_end], if closes { "/>" } else { ">" })
        }
        _ => (whole, ""),
    };
    [first, second].into_iter().filter(|part| !part.is_empty())
}

/// Whether attributes say how an element nests.
fn needs_attributes(name: &str) -> bool {
    ["annotation-xml", "font", "input"].iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn add(found: &mut Vec<Mistake>, range: Range<usize>, error: &str) {
    if found.last().is_none_or(|last| last.range != range) {
        found.push(Mistake { range, expected: expected(error) });
    }
}

/// What was expected where the parser says that there is an error.
fn expected(error: &str) -> &'static str {
    const WORDS: [(&str, &str); 14] = [
        ("haracter reference", "a character reference with a known name and a semicolon"),
        ("self-closing tag", "no slash in a tag that is not void"),
        ("Self-closing end", "no slash in an end tag"),
        ("Attributes on an end", "no attributes in an end tag"),
        ("Duplicate attribute", "each attribute once in a tag"),
        ("Unexpected open tag", "an end tag for each element"),
        ("No <p>", "no end tag without its start tag"),
        ("No matching", "no end tag without its start tag"),
        ("No heading", "no end tag without its start tag"),
        ("not open", "no end tag without its start tag"),
        ("EOF", "the end of what has begun"),
        ("ested", "no such element within another"),
        ("Non-space table text", "no text between the cells of a table"),
        ("not current node", "elements closed in the order in which they were opened"),
    ];
    let known = WORDS.iter().find(|(part, _)| error.contains(part));
    known.map_or("elements where they may be, each closed in order", |(_, words)| words)
}

/// An element that the parser has seen, and where its start tag is; it lives as long as the parser has it open.
struct Open {
    name: QualName,
    at: Range<usize>,
}

impl Open {
    fn new(name: QualName, at: Range<usize>) -> Self {
        Open { name, at }
    }

    /// Whether its end tag is missing if it is open at the end.
    fn must_close(&self) -> bool {
        let name = &*self.name.local;
        let optional = [
            "dd", "dt", "li", "optgroup", "option", "p", "rb", "rp", "rt", "rtc", "tbody", "td",
            "tfoot", "th", "thead", "tr", "body", "html",
        ];
        let void = [
            "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img",
            "input", "keygen", "link", "meta", "param", "source", "track", "wbr",
        ];
        !optional.contains(&name) && !void.contains(&name)
    }
}

type Node = Rc<Open>;

/// Watches the parser: its errors, how deep it is, what it costs.
#[derive(Default)]
struct Watch {
    errors: RefCell<Vec<Cow<'static, str>>>,
    /// The piece that is parsed.
    at: RefCell<Range<usize>>,
    /// Whether that is a start tag; what is opened by another piece was opened before, and is again.
    starts: Cell<bool>,
    /// The elements that were opened, without most of those that are closed.
    open: RefCell<Vec<Weak<Open>>>,
    depth: Cell<usize>,
    cost: Cell<usize>,
}

impl Watch {
    /// The start tag of the last element whose end tag is missing.
    fn unclosed(&self) -> Option<Range<usize>> {
        let open = self.open.borrow();
        let last = open
            .iter()
            .rev()
            .filter_map(Weak::upgrade)
            .find(|node| node.must_close() && !node.at.is_empty());
        last.map(|node| node.at.clone())
    }
}

/// The name of an element, lent out.
#[derive(Debug)]
struct Name<'a>(&'a QualName);

impl ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Watch {
    type Handle = Node;
    type Output = ();
    type ElemName<'a> = Name<'a>;

    fn finish(self) {}

    fn parse_error(&self, error: Cow<'static, str>) {
        self.errors.borrow_mut().push(error);
    }

    fn get_document(&self) -> Node {
        Rc::new(Open::new(QualName::new(None, ns!(), local_name!("")), 0..0))
    }

    fn elem_name<'a>(&'a self, target: &'a Node) -> Name<'a> {
        self.cost.set(self.cost.get() + 1);
        Name(&target.name)
    }

    fn create_element(&self, name: QualName, _: Vec<Attribute>, _: ElementFlags) -> Node {
        let at = if self.starts.get() { self.at.borrow().clone() } else { 0..0 };
        let node = Rc::new(Open::new(name, at));
        let mut open = self.open.borrow_mut();
        while open.last().is_some_and(|node| node.strong_count() == 0) {
            open.pop();
        }
        if open.len() > DEEPEST {
            open.retain(|node| node.strong_count() > 0);
        }
        open.push(Rc::downgrade(&node));
        self.cost.set(self.cost.get() + 1);
        self.depth.set(open.len());
        node
    }

    fn create_comment(&self, _: StrTendril) -> Node {
        self.get_document()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Node {
        self.get_document()
    }

    fn get_template_contents(&self, target: &Node) -> Node {
        target.clone()
    }

    fn same_node(&self, a: &Node, b: &Node) -> bool {
        Rc::ptr_eq(a, b)
    }

    fn append(&self, _: &Node, _: NodeOrText<Node>) {}

    fn append_based_on_parent_node(&self, _: &Node, _: &Node, _: NodeOrText<Node>) {}

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn append_before_sibling(&self, _: &Node, _: NodeOrText<Node>) {}

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, _: &Node, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, _: &Node) {}

    fn reparent_children(&self, _: &Node, _: &Node) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(html: &str) -> Vec<&str> {
        mistakes(html).into_iter().map(|mistake| &html[mistake.range]).collect()
    }

    #[test]
    fn well_formed_fragments_have_no_mistakes() {
        for html in [
            "",
            "a",
            "<p>a<p>b",
            "<ul><li>a<li>b</ul>",
            "<table><tr><td>a</table>",
            "a & b",
            "<br/>",
            "<!-- a -->",
            "<select><option>a<option>b</select>",
            "<svg><path d=\"\"/></svg>",
            "<ruby>a<rp>(<rt>b<rp>)</ruby>",
        ] {
            assert_eq!(found(html), [] as [&str; 0], "{html}");
        }
    }

    #[test]
    fn mistakes_are_in_their_places() {
        assert_eq!(found("a</p>b"), ["</p>"]);
        assert_eq!(found("a <b>b <i>c</b> d</i>"), ["</b>"]);
        assert_eq!(found("a &nosuch; b &amp c"), ["&nosuch;", "&amp"]);
        assert_eq!(found("<div>a <span>b</div>"), ["</div>"]);
        assert_eq!(found("a <b>b <p>c"), ["<b>"]);
        assert_eq!(found("<table>a<tr><td>b</td></tr></table>").len(), 1);
        assert_eq!(found("a <a"), ["<a"]);
        assert_eq!(found("<img src=a src=b><p/>"), ["<img src=a src=b>", "<p/>"]);
    }

    #[test]
    fn depth_and_cost_have_an_end() {
        let deep = "<div>".repeat(20_000);
        assert_eq!(mistakes(&deep).len(), 1);
        let many = "<p><b a=1><i>".repeat(10_000);
        assert!(mistakes(&many).len() < 20_000);
        let wide = "<b>a</b>".repeat(10_000);
        assert_eq!(mistakes(&wide), []);
    }
}
