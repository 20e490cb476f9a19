//! How elements nest, looked at without a parser: whether a fragment surely nests without a mistake.
//!
//! It knows what the tree construction of HTML (13.2.6.4) does with elements in good order, those whose end tags may
//! be left out among them. Where it does not know, it is not sure, and the parser is asked.

use super::elements::{Element, Kind};
use super::tags::{Piece, What};
use std::ops::Range;

/// The elements that are open, as long as all is surely well.
pub(crate) struct Nest {
    open: Vec<Element>,
    sure: bool,
    paragraphs: usize,
    items: usize,
    terms: usize,
    anchors: usize,
    forms: usize,
    /// The names of the elements that are open from `svg` on.
    foreign: Vec<Range<usize>>,
}

/// What the look says of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// All is well, as far as it can be seen.
    Fine,
    /// The piece is an end tag that ends nothing, and nothing comes of it.
    Stray,
}

/// How deep elements nest before the parser is asked.
const DEEP: usize = 256;

impl Nest {
    pub(crate) fn new() -> Self {
        Nest {
            open: Vec::with_capacity(16),
            sure: true,
            paragraphs: 0,
            items: 0,
            terms: 0,
            anchors: 0,
            forms: 0,
            foreign: Vec::new(),
        }
    }

    /// Takes the next piece in.
    pub(crate) fn take(&mut self, piece: &Piece, html: &str) -> Verdict {
        self.sure &= piece.sound;
        if !self.sure {
            return Verdict::Fine;
        }
        if self.is_in_foreign(piece, html) {
            return Verdict::Fine;
        }
        match piece.what {
            What::Text if self.is_in_rows() => {
                self.sure = html[piece.range.clone()].trim_ascii().is_empty();
            }
            What::Reference => self.sure = !self.is_in_rows(),
            What::Start { element, closes, .. } => self.start(element, closes),
            What::End { element: Some(element) } if self.is_stray(element) => {
                return Verdict::Stray;
            }
            What::End { element } => self.end(element),
            _ => {}
        }
        Verdict::Fine
    }

    /// Takes in what is within `svg`, where elements nest like those of XML (HTML, 13.2.6.5); says whether it is.
    fn is_in_foreign(&mut self, piece: &Piece, html: &str) -> bool {
        let inside = !self.foreign.is_empty();
        match piece.what {
            What::Start { name_end, element, closes } => {
                let name = piece.range.start + 1..name_end;
                if !inside && (element.is_some() || !html[name.clone()].eq_ignore_ascii_case("svg"))
                {
                    return false;
                }
                self.start_foreign(name, element, closes, html);
                true
            }
            What::End { .. } if inside => {
                let name = html[piece.range.start + 2..piece.range.end - 1].trim_ascii_end();
                let open = self.foreign.pop().unwrap_or_default();
                self.sure &= html[open].eq_ignore_ascii_case(name);
                true
            }
            _ => {
                // A title of SVG may hold elements, other than one of HTML.
                self.sure &= !inside || !html[piece.range.clone()].contains('<');
                inside
            }
        }
    }

    /// An element of HTML ends what is foreign, and some foreign ones may hold HTML: the parser knows more of them.
    fn start_foreign(
        &mut self,
        name: Range<usize>,
        element: Option<Element>,
        closes: bool,
        html: &str,
    ) {
        let is = |known: &&str| known.eq_ignore_ascii_case(&html[name.clone()]);
        let holds_html = ["desc", "foreignobject"].iter().any(&is);
        let known = element.is_none() || ["a", "title"].iter().any(is);
        self.sure &= known && !holds_html && !self.is_in_rows() && self.foreign.len() < DEEP;
        if !closes {
            self.foreign.push(name);
        }
    }

    /// Whether an end tag has no element at all that it could end; it is passed over then.
    fn is_stray(&self, end: Element) -> bool {
        let heading = end.kind() == Kind::Heading;
        let like = |open: &Element| *open == end || heading && open.kind() == Kind::Heading;
        !self.is_in_rows() && end.kind() != Kind::Odd && !self.open.iter().rev().any(like)
    }

    /// Whether everything was surely seen, and is at its end.
    pub(crate) fn is_sure_at_end(&self) -> bool {
        let may_stay = |element: &Element| {
            matches!(
                element.kind(),
                Kind::Paragraph | Kind::Item | Kind::Term | Kind::Section | Kind::Row | Kind::Cell
            )
        };
        self.sure && self.foreign.is_empty() && self.open.iter().all(may_stay)
    }

    fn top(&self) -> Option<Kind> {
        self.open.last().map(|element| element.kind())
    }

    fn below_top(&self) -> Option<Kind> {
        self.open.iter().rev().nth(1).map(|element| element.kind())
    }

    /// Whether text has no place here.
    fn is_in_rows(&self) -> bool {
        matches!(self.top(), Some(Kind::Table | Kind::Section | Kind::Row))
    }

    fn count(&mut self, kind: Kind) -> Option<&mut usize> {
        match kind {
            Kind::Paragraph => Some(&mut self.paragraphs),
            Kind::Item => Some(&mut self.items),
            Kind::Term => Some(&mut self.terms),
            Kind::Anchor => Some(&mut self.anchors),
            Kind::Form => Some(&mut self.forms),
            _ => None,
        }
    }

    fn push(&mut self, element: Element) {
        if let Some(count) = self.count(element.kind()) {
            *count += 1;
        }
        self.open.push(element);
        self.sure &= self.open.len() < DEEP;
    }

    fn pop(&mut self) {
        let kind = self.open.pop().map(Element::kind);
        if let Some(count) = kind.and_then(|kind| self.count(kind)) {
            *count -= 1;
        }
    }

    fn start(&mut self, element: Option<Element>, closes: bool) {
        let Some(element) = element else { return self.sure = false };
        let kind = element.kind();
        let void = matches!(kind, Kind::Void | Kind::Rule);
        self.sure &= void || !closes;
        if self.is_in_rows()
            || matches!(kind, Kind::Section | Kind::Row | Kind::Cell | Kind::Caption)
        {
            return self.start_in_table(element);
        }
        match kind {
            Kind::Odd => self.sure = false,
            Kind::Button if self.open.contains(&element) => self.sure = false,
            Kind::Anchor if self.anchors > 0 => self.sure = false,
            Kind::Form if self.forms > 0 => self.sure = false,
            Kind::Item | Kind::Term => self.leave_item(kind),
            _ => {}
        }
        if !matches!(
            kind,
            Kind::Void
                | Kind::Ordinary
                | Kind::Formatting
                | Kind::Anchor
                | Kind::Button
                | Kind::Raw
        ) {
            self.leave_paragraph();
        }
        self.sure &= kind != Kind::Heading || self.top() != Some(Kind::Heading);
        if !void {
            self.push(element);
        }
    }

    /// Rows and cells, each in its place; a section may be left out, and so may end tags.
    fn start_in_table(&mut self, element: Element) {
        let kind = element.kind();
        if self.top() == Some(Kind::Cell) {
            self.pop();
            if kind == Kind::Row {
                self.pop();
            }
        }
        match (self.top(), kind) {
            (Some(Kind::Table), Kind::Row) => self.push(Element::TBODY),
            (Some(Kind::Table), Kind::Section | Kind::Caption)
            | (Some(Kind::Section), Kind::Row)
            | (Some(Kind::Row), Kind::Cell) => {}
            _ => self.sure = false,
        }
        self.push(element);
    }

    /// Ends a paragraph, as elements do that do not belong into one.
    fn leave_paragraph(&mut self) {
        if self.paragraphs > 0 {
            self.sure &= self.top() == Some(Kind::Paragraph);
            self.pop();
        }
    }

    /// Ends an item before the next.
    fn leave_item(&mut self, kind: Kind) {
        if self.top() == Some(Kind::Paragraph) && self.below_top() == Some(kind) {
            self.pop();
        }
        let open = if kind == Kind::Item { self.items } else { self.terms };
        match self.top() {
            Some(top) if top == kind => self.pop(),
            Some(Kind::Block | Kind::Cell) => {}
            _ => self.sure &= open == 0,
        }
    }

    fn end(&mut self, element: Option<Element>) {
        let Some(element) = element else { return self.sure = false };
        let kind = element.kind();
        let strict = matches!(
            kind,
            Kind::Paragraph
                | Kind::Formatting
                | Kind::Anchor
                | Kind::Ordinary
                | Kind::Raw
                | Kind::Odd
        );
        while !strict && self.open.last() != Some(&element) && self.may_be_left_out(kind) {
            self.pop();
        }
        self.sure &= self.open.last() == Some(&element);
        self.pop();
    }

    /// Whether the end tag of the last element may be left out before this one.
    fn may_be_left_out(&self, before: Kind) -> bool {
        let table = matches!(before, Kind::Table | Kind::Section | Kind::Row);
        match self.top() {
            Some(Kind::Paragraph | Kind::Item | Kind::Term) => true,
            Some(Kind::Cell) => table,
            Some(Kind::Row) => matches!(before, Kind::Table | Kind::Section),
            Some(Kind::Section) => before == Kind::Table,
            _ => false,
        }
    }
}
