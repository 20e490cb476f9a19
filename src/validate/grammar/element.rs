//! What tables say of an element: its text, its attributes, what it may hold and how often.

use super::space::Space;
use super::value::Gathered;
use super::walk::Walk;
use crate::validate::near::is_same;
use crate::validate::rule::Rule;
use crate::validate::rules::structure;
use crate::validate::values::Judge;
use crate::validate::xml::Start;

/// An element, as a format or a vocabulary defines it.
#[derive(Clone, Copy)]
pub(crate) struct Element {
    pub(super) text: Text,
    pub(super) inside: Inside,
    pub(super) attributes: &'static [Attribute],
    pub(super) required: &'static [Required],
    pub(super) start: Option<AtStart>,
    pub(super) end: Option<AtEnd>,
}

/// What else there is to do when an element begins, once its attributes are judged.
pub(crate) type AtStart = fn(&mut Walk<'_>, Start<'_>);
/// What else there is to do when an element ends, once its text is judged.
pub(crate) type AtEnd = fn(&mut Walk<'_>, &Gathered);

/// What becomes of an element's text.
#[derive(Clone, Copy)]
pub(super) enum Text {
    /// There should be none, or the rule is broken.
    Forbidden(&'static Rule),
    /// It is judged, without the white space around it.
    Judged(&'static [Judge]),
    /// It is judged as it stands.
    Verbatim(&'static [Judge]),
    /// It is judged without the white space around it, which should not be there (RFC 4287, section 2).
    Tight(&'static [Judge]),
}

/// What an element may hold.
#[derive(Clone, Copy)]
pub(super) enum Inside {
    /// No elements.
    Nothing,
    /// These.
    Groups(&'static [&'static [Group]]),
    /// Whatever there is; only the element itself is judged.
    Unjudged,
    /// Whatever there is; not even the element itself is judged.
    Anything,
    /// What the `type` of an Atom construct says.
    Construct,
    /// The body of a document of XHTML.
    Body,
    /// The inside of a `div` of XHTML.
    Div,
}

/// Elements of one namespace.
#[derive(Clone, Copy)]
pub(crate) struct Group {
    pub(super) space: Space,
    pub(super) children: &'static [Child],
}

impl Group {
    /// Elements of one namespace.
    pub(crate) const fn new(space: Space, children: &'static [Child]) -> Group {
        Group { space, children }
    }
}

/// An element where another may hold it.
#[derive(Clone, Copy)]
pub(crate) struct Child {
    pub(super) local: &'static str,
    pub(super) element: &'static Element,
    pub(super) once: Option<&'static Rule>,
    pub(super) counted: bool,
    pub(super) most: u64,
    pub(super) metadata: bool,
    pub(super) rivals: &'static [Rival],
    pub(super) says: Option<(&'static Rule, &'static str)>,
}

/// An element that says the same as another, so that there should be only one of them.
#[derive(Clone, Copy)]
pub(crate) struct Rival {
    pub(super) space: Space,
    pub(super) local: &'static str,
    pub(super) rule: &'static Rule,
}

impl Rival {
    /// The other element, and the rule that both break together.
    pub(crate) const fn new(space: Space, local: &'static str, rule: &'static Rule) -> Rival {
        Rival { space, local, rule }
    }
}

impl Child {
    /// A child that may be there any number of times.
    pub(crate) const fn any(local: &'static str, element: &'static Element) -> Child {
        Child {
            local,
            element,
            once: None,
            counted: false,
            most: u64::MAX,
            metadata: false,
            rivals: &[],
            says: None,
        }
    }

    /// A child that may be there once.
    pub(crate) const fn once(local: &'static str, element: &'static Element) -> Child {
        Child::any(local, element).once_or(&structure::DUPLICATE_ELEMENT)
    }

    /// Says which rule a second one breaks.
    pub(crate) const fn once_or(self, rule: &'static Rule) -> Child {
        Child { once: Some(rule), ..self }
    }

    /// Says how many there may be.
    pub(crate) const fn at_most(self, most: u64) -> Child {
        Child { most, counted: true, ..self }
    }

    /// Is counted, for the end of its parent.
    pub(crate) const fn counted(self) -> Child {
        Child { counted: true, ..self }
    }

    /// Belongs to the head of the feed, in front of its entries.
    pub(crate) const fn metadata(self) -> Child {
        Child { metadata: true, ..self }
    }

    /// Says the same as others.
    pub(crate) const fn rivals(self, rivals: &'static [Rival]) -> Child {
        Child { rivals, ..self }
    }

    /// Breaks a rule by being there.
    pub(crate) const fn says(self, rule: &'static Rule, message: &'static str) -> Child {
        Child { says: Some((rule, message)), ..self }
    }
}

/// A child that must be there.
#[derive(Clone, Copy)]
pub(crate) struct Required {
    pub(super) space: Space,
    pub(super) local: &'static str,
    pub(super) rule: &'static Rule,
}

impl Required {
    /// The child, and the rule that an element without it breaks.
    pub(crate) const fn new(space: Space, local: &'static str, rule: &'static Rule) -> Required {
        Required { space, local, rule }
    }
}

/// An attribute.
#[derive(Clone, Copy)]
pub(crate) struct Attribute {
    pub(super) space: Space,
    pub(super) local: &'static str,
    pub(super) judges: &'static [Judge],
    pub(super) missing: Option<&'static Rule>,
    pub(super) blank_is_none: bool,
}

impl Attribute {
    /// An attribute that may be there.
    pub(crate) const fn new(local: &'static str, judges: &'static [Judge]) -> Attribute {
        let space = Space::CORE;
        Attribute { space, local, judges, missing: None, blank_is_none: false }
    }

    /// Has a namespace.
    pub(crate) const fn of(self, space: Space) -> Attribute {
        Attribute { space, ..self }
    }

    /// Must be there.
    pub(crate) const fn required(self) -> Attribute {
        self.required_or(&structure::MISSING_ATTRIBUTE)
    }

    /// Must be there, or the element breaks a rule.
    pub(crate) const fn required_or(self, rule: &'static Rule) -> Attribute {
        Attribute { missing: Some(rule), ..self }
    }

    /// Counts as missing where it is empty.
    pub(crate) const fn blank_is_none(self) -> Attribute {
        Attribute { blank_is_none: true, ..self }
    }
}

impl Element {
    const EMPTY: Element = Element {
        text: Text::Forbidden(&structure::UNEXPECTED_TEXT),
        inside: Inside::Groups(&[]),
        attributes: &[],
        required: &[],
        start: None,
        end: None,
    };

    /// An element of other elements.
    pub(crate) const fn of(groups: &'static [&'static [Group]]) -> Element {
        Element { inside: Inside::Groups(groups), ..Element::EMPTY }
    }

    /// An element that holds nothing.
    pub(crate) const fn empty() -> Element {
        Element::EMPTY
    }

    /// An element of text.
    pub(crate) const fn text(judges: &'static [Judge]) -> Element {
        Element { text: Text::Judged(judges), inside: Inside::Nothing, ..Element::EMPTY }
    }

    /// An element of text, of which white space around it is a part.
    pub(crate) const fn verbatim(judges: &'static [Judge]) -> Element {
        Element { text: Text::Verbatim(judges), ..Element::text(judges) }
    }

    /// An element of text around which there must be no white space.
    pub(crate) const fn tight(judges: &'static [Judge]) -> Element {
        Element { text: Text::Tight(judges), ..Element::text(judges) }
    }

    /// An element that may hold whatever it wants.
    pub(crate) const fn anything() -> Element {
        Element { inside: Inside::Anything, ..Element::text(&[]) }
    }

    /// An Atom construct, whose `type` says what it holds.
    pub(crate) const fn construct() -> Element {
        Element { inside: Inside::Construct, ..Element::verbatim(&[]) }
    }

    /// The body of a document of XHTML.
    pub(crate) const fn body() -> Element {
        Element { inside: Inside::Body, ..Element::text(&[]) }
    }

    /// A `div` of XHTML.
    pub(crate) const fn div() -> Element {
        Element { inside: Inside::Div, ..Element::text(&[]) }
    }

    /// Does not care about the elements that it holds.
    pub(crate) const fn of_whatever(self) -> Element {
        Element { inside: Inside::Unjudged, ..self }
    }

    /// Says which rule any text of it breaks.
    pub(crate) const fn no_text(self, rule: &'static Rule) -> Element {
        Element { text: Text::Forbidden(rule), ..self }
    }

    /// Its attributes.
    pub(crate) const fn attributes(self, attributes: &'static [Attribute]) -> Element {
        Element { attributes, ..self }
    }

    /// The children that it must have.
    pub(crate) const fn requires(self, required: &'static [Required]) -> Element {
        Element { required, ..self }
    }

    /// What else there is to do at its start.
    pub(crate) const fn at_start(self, start: AtStart) -> Element {
        Element { start: Some(start), ..self }
    }

    /// What else there is to do at its end.
    pub(crate) const fn at_end(self, end: AtEnd) -> Element {
        Element { end: Some(end), ..self }
    }

    /// The child of a name, and its number among all children.
    pub(super) fn child(&self, space: Space, local: &str) -> Option<(usize, &'static Child)> {
        let Inside::Groups(groups) = self.inside else { return None };
        let mut before = 0;
        for group in groups.iter().copied().flatten() {
            if group.space == space
                && let Some(at) =
                    group.children.iter().position(|child| is_same(child.local, local))
            {
                return Some((before + at, &group.children[at]));
            }
            before += group.children.len();
        }
        None
    }
}

/// A list that lives as long as the program: what is made by functions does not do so by itself.
macro_rules! list {
    ($($item:expr),* $(,)?) => { &const { [$($item),*] } };
}
pub(crate) use list;
