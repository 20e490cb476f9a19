//! The elements of HTML: which are known, which readers let pass, and how they nest.
//!
//! The lists are those that the W3C Feed Validation Service asks; how elements nest is HTML, 13.2.6.4.

use super::names::Names;

/// An element of HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Element(u8);

/// How an element nests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Has no end tag.
    Void,
    /// `hr`: has no end tag, and ends a paragraph.
    Rule,
    /// Nests with its like, as `span`.
    Ordinary,
    /// Is opened again where it was not closed, as `b`.
    Formatting,
    /// `a`: formatting that does not nest.
    Anchor,
    /// A heading, which ends a paragraph and does not nest.
    Heading,
    /// `p`.
    Paragraph,
    /// `div` and `address`, which items of lists look through.
    Container,
    /// Ends a paragraph, as `blockquote`.
    Block,
    /// `li`.
    Item,
    /// `dt` and `dd`.
    Term,
    /// `button`, which does not nest.
    Button,
    /// `form`, which does not nest.
    Form,
    /// `table`.
    Table,
    /// A part of a table with rows, as `tbody`.
    Section,
    /// `tr`.
    Row,
    /// `td` and `th`.
    Cell,
    /// `caption`.
    Caption,
    /// Has no markup inside, as `script`.
    Raw,
    /// Has rules of its own, as `select`.
    Odd,
}

impl Element {
    /// The element that an absent start tag of `tbody` stands for.
    pub(crate) const TBODY: Element = Element(INDEX_OF_TBODY);

    /// The element of a name, in whatever case it is written.
    pub(crate) fn named(name: &[u8]) -> Option<Element> {
        NAMES.find_any_case(name).map(|index| Element(index as u8))
    }

    /// The element of a name, as it is written.
    pub(crate) fn named_exactly(name: &[u8]) -> Option<Element> {
        NAMES.find(name).map(|index| Element(index as u8))
    }

    /// How it nests.
    pub(crate) fn kind(self) -> Kind {
        ROWS[usize::from(self.0)].2
    }

    /// Whether readers let it pass.
    pub(crate) fn is_safe(self) -> bool {
        ROWS[usize::from(self.0)].1
    }
}

/// Whether readers let an element of this name pass, though it may be none of HTML.
pub(crate) fn is_safe(name: &[u8]) -> bool {
    const OLD: [&str; 5] = ["keygen", "multicol", "nextid", "sound", "spacer"];
    let old = || OLD.iter().any(|old| old.as_bytes().eq_ignore_ascii_case(name));
    Element::named(name).map_or_else(old, Element::is_safe)
}

static NAMES: Names = Names::new(&LIST);

/// The names of the rows.
const LIST: [&str; ROWS.len()] = {
    let mut names = [""; ROWS.len()];
    let mut index = 0;
    while index < ROWS.len() {
        names[index] = ROWS[index].0;
        index += 1;
    }
    names
};

const INDEX_OF_TBODY: u8 = 115;

/// The name, whether readers let it pass, and how it nests.
#[rustfmt::skip]
const ROWS: [(&str, bool, Kind); 133] = [
    ("a", true, Kind::Anchor),
    ("abbr", true, Kind::Ordinary),
    ("acronym", true, Kind::Ordinary),
    ("address", true, Kind::Container),
    ("applet", false, Kind::Ordinary),
    ("area", true, Kind::Void),
    ("article", true, Kind::Block),
    ("aside", true, Kind::Block),
    ("audio", true, Kind::Ordinary),
    ("b", true, Kind::Formatting),
    ("base", false, Kind::Void),
    ("basefont", false, Kind::Void),
    ("bdi", true, Kind::Ordinary),
    ("bdo", false, Kind::Ordinary),
    ("big", true, Kind::Formatting),
    ("blockquote", true, Kind::Block),
    ("body", false, Kind::Odd),
    ("br", true, Kind::Void),
    ("button", true, Kind::Button),
    ("canvas", true, Kind::Ordinary),
    ("caption", true, Kind::Caption),
    ("center", true, Kind::Block),
    ("cite", true, Kind::Ordinary),
    ("code", true, Kind::Formatting),
    ("col", true, Kind::Odd),
    ("colgroup", true, Kind::Odd),
    ("command", true, Kind::Ordinary),
    ("comment", false, Kind::Ordinary),
    ("data", true, Kind::Ordinary),
    ("datagrid", true, Kind::Ordinary),
    ("datalist", true, Kind::Ordinary),
    ("dd", true, Kind::Term),
    ("del", true, Kind::Ordinary),
    ("details", true, Kind::Block),
    ("dfn", true, Kind::Ordinary),
    ("dialog", true, Kind::Block),
    ("dir", true, Kind::Block),
    ("div", true, Kind::Container),
    ("dl", true, Kind::Block),
    ("dt", true, Kind::Term),
    ("em", true, Kind::Formatting),
    ("embed", false, Kind::Void),
    ("eventsource", true, Kind::Ordinary),
    ("fieldset", true, Kind::Block),
    ("figcaption", true, Kind::Block),
    ("figure", true, Kind::Block),
    ("font", true, Kind::Formatting),
    ("footer", true, Kind::Block),
    ("form", true, Kind::Form),
    ("frame", false, Kind::Odd),
    ("frameset", false, Kind::Odd),
    ("h1", true, Kind::Heading),
    ("h2", true, Kind::Heading),
    ("h3", true, Kind::Heading),
    ("h4", true, Kind::Heading),
    ("h5", true, Kind::Heading),
    ("h6", true, Kind::Heading),
    ("head", false, Kind::Odd),
    ("header", true, Kind::Block),
    ("hgroup", true, Kind::Block),
    ("hr", true, Kind::Rule),
    ("html", false, Kind::Odd),
    ("i", true, Kind::Formatting),
    ("iframe", false, Kind::Raw),
    ("img", true, Kind::Void),
    ("input", true, Kind::Void),
    ("ins", true, Kind::Ordinary),
    ("isindex", false, Kind::Odd),
    ("kbd", true, Kind::Ordinary),
    ("label", true, Kind::Ordinary),
    ("legend", true, Kind::Ordinary),
    ("li", true, Kind::Item),
    ("link", false, Kind::Void),
    ("listing", false, Kind::Block),
    ("m", true, Kind::Ordinary),
    ("main", true, Kind::Block),
    ("map", true, Kind::Ordinary),
    ("mark", true, Kind::Ordinary),
    ("menu", true, Kind::Block),
    ("meta", false, Kind::Void),
    ("meter", true, Kind::Ordinary),
    ("nav", true, Kind::Block),
    ("noframes", false, Kind::Raw),
    ("noscript", true, Kind::Ordinary),
    ("object", false, Kind::Ordinary),
    ("ol", true, Kind::Block),
    ("optgroup", true, Kind::Odd),
    ("option", true, Kind::Odd),
    ("output", true, Kind::Ordinary),
    ("p", true, Kind::Paragraph),
    ("param", false, Kind::Void),
    ("picture", true, Kind::Ordinary),
    ("plaintext", false, Kind::Odd),
    ("pre", true, Kind::Block),
    ("progress", true, Kind::Ordinary),
    ("q", true, Kind::Ordinary),
    ("rp", true, Kind::Odd),
    ("rt", true, Kind::Odd),
    ("ruby", true, Kind::Odd),
    ("s", true, Kind::Formatting),
    ("samp", true, Kind::Ordinary),
    ("script", false, Kind::Raw),
    ("section", true, Kind::Block),
    ("select", true, Kind::Odd),
    ("slot", false, Kind::Ordinary),
    ("small", true, Kind::Formatting),
    ("source", true, Kind::Void),
    ("span", true, Kind::Ordinary),
    ("strike", true, Kind::Formatting),
    ("strong", true, Kind::Formatting),
    ("style", false, Kind::Raw),
    ("sub", true, Kind::Ordinary),
    ("summary", true, Kind::Block),
    ("sup", true, Kind::Ordinary),
    ("table", true, Kind::Table),
    ("tbody", true, Kind::Section),
    ("td", true, Kind::Cell),
    ("template", true, Kind::Odd),
    ("textarea", true, Kind::Raw),
    ("tfoot", true, Kind::Section),
    ("th", true, Kind::Cell),
    ("thead", true, Kind::Section),
    ("time", true, Kind::Ordinary),
    ("title", false, Kind::Raw),
    ("tr", true, Kind::Row),
    ("track", true, Kind::Void),
    ("tt", true, Kind::Formatting),
    ("u", true, Kind::Formatting),
    ("ul", true, Kind::Block),
    ("var", true, Kind::Ordinary),
    ("video", true, Kind::Ordinary),
    ("wbr", true, Kind::Void),
    ("xmp", false, Kind::Raw),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found() {
        assert_eq!(Element::named(b"TBody"), Some(Element::TBODY));
        assert_eq!(Element::named_exactly(b"TBody"), None);
        assert_eq!(Element::named(b"pony"), None);
        assert!(Element::named(b"p").is_some_and(Element::is_safe));
        assert!(Element::named(b"script").is_some_and(|script| !script.is_safe()));
        assert!(is_safe(b"KEYGEN") && !is_safe(b"pony"));
    }
}
