//! The elements of HTML: what each is for a text, and which of them end others (HTML, sections 13.2.6 and
//! 15.3).

use html5gum::State;

/// An element by its name.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
}

/// What an element is for a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Stands within a line and changes nothing.
    Inline,
    /// The same, but ends where its end tag stands, whatever is open in it (section 13.2.4.3, formatting).
    Format,
    /// Holds nothing.
    Void,
    /// Is never seen.
    Unseen,
    Template,
    Dialog,
    /// Stands on lines of its own.
    Block,
    /// The same, with blank lines around it.
    Paragraph,
    Pre,
    Quote,
    Rule,
    Break,
    List,
    Ordered,
    Item,
    Term,
    Definition,
    Table,
    Caption,
    Rows,
    Row,
    Cell,
    Link,
    Quoted,
    Raised,
    Lowered,
    Ruby,
    Reading,
    Bracket,
    Picture,
    Media,
    Source,
    Frame,
    Object,
    Foreign,
    /// `html`, `head`, `body`, whose tags a fragment does not have.
    Root,
}

/// What is not in the table, as the elements of scripts (`my-box`): each for all others.
pub(super) static OTHER: Element = Element { name: "", kind: Kind::Inline };

/// Elements of SVG and MathML that nobody sees.
const UNSEEN_FOREIGN: [&str; 9] = [
    "annotation",
    "annotation-xml",
    "defs",
    "desc",
    "metadata",
    "script",
    "style",
    "symbol",
    "title",
];

/// Elements of SVG and of MathML that hold HTML (section 13.2.6).
const POINTS_OF_SVG: [&str; 3] = ["desc", "foreignobject", "title"];
const POINTS_OF_MATHML: [&str; 5] = ["mi", "mn", "mo", "ms", "mtext"];

/// Elements before which SVG and MathML end, where somebody forgot the end tag (section 13.2.6.5).
const BREAK_OUT: &str = " b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i \
     img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var ";

/// Finds an element by its name in lower case.
pub(super) fn find(name: &str) -> &'static Element {
    let found = ELEMENTS.binary_search_by_key(&name, |element| element.name);
    found.map_or(&OTHER, |at| &ELEMENTS[at])
}

/// Tells whether an element of SVG or MathML is not seen.
pub(super) fn is_unseen_foreign(name: &str) -> bool {
    UNSEEN_FOREIGN.contains(&name)
}

/// The vocabulary of what an element is and of what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vocabulary {
    Html,
    Svg,
    MathMl,
    /// An element of one of these that holds HTML.
    Point,
}

impl Vocabulary {
    /// The vocabulary of an element that stands in one of this.
    pub(super) fn of(self, name: &str) -> Vocabulary {
        match (self, name) {
            (Vocabulary::Svg, name) if POINTS_OF_SVG.contains(&name) => Vocabulary::Point,
            (Vocabulary::MathMl, name) if POINTS_OF_MATHML.contains(&name) => Vocabulary::Point,
            (Vocabulary::Svg | Vocabulary::MathMl, _) => self,
            (Vocabulary::Html | Vocabulary::Point, "svg") => Vocabulary::Svg,
            (Vocabulary::Html | Vocabulary::Point, "math") => Vocabulary::MathMl,
            (Vocabulary::Html | Vocabulary::Point, _) => Vocabulary::Html,
        }
    }

    /// Tells whether it holds none of HTML's elements.
    pub(super) fn is_foreign(self) -> bool {
        matches!(self, Vocabulary::Svg | Vocabulary::MathMl)
    }
}

/// Tells whether an element ends SVG and MathML.
pub(super) fn breaks_out(name: &str) -> bool {
    BREAK_OUT.split(' ').any(|one| !one.is_empty() && one == name)
}

impl Element {
    /// How what stands in the element is read, if not as other HTML (section 13.2.6.4.7); scripts are off,
    /// so that `noscript` is nothing special.
    pub(super) fn state(&self) -> Option<State> {
        match self.name {
            "textarea" | "title" => Some(State::RcData),
            "iframe" | "noembed" | "noframes" | "style" | "xmp" => Some(State::RawText),
            "plaintext" => Some(State::PlainText),
            "script" => Some(State::ScriptData),
            _ => None,
        }
    }

    /// Tells whether an open paragraph ends where the element starts.
    pub(super) fn ends_paragraph(&self) -> bool {
        use Kind::*;
        let never = ["button", "legend", "optgroup", "option", "select", "textarea"];
        let block = matches!(
            self.kind,
            Block | Paragraph | Pre | Quote | Rule | List | Ordered | Item | Term | Definition
        );
        matches!(self.kind, Table | Dialog) || block && !never.contains(&self.name)
    }
}

impl Kind {
    /// Tells whether the element holds nothing, so that it has no end tag.
    pub(super) fn is_void(self) -> bool {
        use Kind::*;
        matches!(self, Void | Break | Rule | Picture | Source)
    }

    /// Tells whether tags of elements within a line pass over the element (section 13.2.4.2, special).
    pub(super) fn is_special(self) -> bool {
        use Kind::*;
        !matches!(
            self,
            Inline
                | Format
                | Link
                | Quoted
                | Raised
                | Lowered
                | Ruby
                | Reading
                | Bracket
                | Media
                | Foreign
        )
    }

    /// Tells whether the element bounds the scope of others (section 13.2.4.2).
    pub(super) fn is_scope(self) -> bool {
        use Kind::*;
        matches!(self, Table | Caption | Cell | Object | Template)
    }
}

macro_rules! elements {
    ($($name:literal $kind:ident,)*) => {
        &[$(Element { name: $name, kind: Kind::$kind }),*]
    };
}

/// By name, in order.
static ELEMENTS: &[Element] = elements![
    "a" Link, "address" Block, "annotation-xml" Inline, "applet" Object, "area" Void, "article" Block,
    "aside" Block, "audio" Media, "b" Format, "base" Void, "basefont" Void, "bgsound" Void, "big" Format,
    "blockquote" Quote, "body" Root, "br" Break, "button" Inline, "caption" Caption, "center" Block,
    "code" Format, "col" Void, "colgroup" Rows, "datalist" Unseen, "dd" Definition, "desc" Inline,
    "details" Block, "dialog" Dialog, "dir" List, "div" Block, "dl" Paragraph, "dt" Term, "em" Format,
    "embed" Void, "fieldset" Block, "figcaption" Block, "figure" Paragraph, "font" Format, "footer" Block,
    "foreignobject" Inline, "form" Block, "frame" Void, "g" Inline, "h1" Paragraph, "h2" Paragraph,
    "h3" Paragraph, "h4" Paragraph, "h5" Paragraph, "h6" Paragraph, "head" Root, "header" Block,
    "hgroup" Block, "hr" Rule, "html" Root, "i" Format, "iframe" Frame, "img" Picture, "input" Void,
    "keygen" Void, "label" Inline, "legend" Block, "li" Item, "link" Void, "listing" Pre, "main" Block,
    "marquee" Object, "math" Foreign, "menu" List, "meta" Void, "mi" Inline, "mn" Inline, "mo" Inline,
    "ms" Inline, "mtext" Inline, "nav" Block, "nobr" Format, "noembed" Unseen, "noframes" Unseen,
    "noscript" Inline, "object" Object, "ol" Ordered, "optgroup" Block, "option" Block, "p" Paragraph,
    "param" Void, "path" Inline, "picture" Inline, "plaintext" Pre, "pre" Pre, "q" Quoted, "rb" Inline,
    "rp" Bracket, "rt" Reading, "rtc" Inline, "ruby" Ruby, "s" Format, "script" Unseen, "search" Block,
    "section" Block, "select" Block, "small" Format, "source" Source, "span" Inline, "strike" Format,
    "strong" Format, "style" Unseen, "sub" Lowered, "summary" Block, "sup" Raised, "svg" Foreign,
    "table" Table, "tbody" Rows, "td" Cell, "template" Template, "text" Inline, "textarea" Pre, "tfoot" Rows,
    "th" Cell, "thead" Rows, "time" Inline, "title" Unseen, "tr" Row, "track" Void, "tt" Format, "u" Format,
    "ul" List, "var" Inline, "video" Media, "wbr" Void, "xmp" Pre,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_by_name() {
        assert!(ELEMENTS.is_sorted_by(|a, b| a.name < b.name));
        assert_eq!(find("wbr").kind, Kind::Void);
        assert_eq!(find("my-box").name, "");
        assert!(breaks_out("p") && !breaks_out("path") && !breaks_out(""));
    }
}
