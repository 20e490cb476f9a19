//! An element that has begun and not ended yet, and what there is to remember of it.

use super::element::Element;
use super::seen::Seen;
use super::space::Space;
use crate::validate::finding::Position;
use std::borrow::Cow;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

/// An element that has begun.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(super) mode: Mode,
    /// What it is called.
    pub(crate) name: Name,
    /// Where it begins.
    pub(crate) at: Position,
    pub(super) seen: Seen,
    /// The address that relative ones within it start from.
    pub(crate) base: Option<Rc<str>>,
    /// Whether an `xml:base` names a host.
    pub(crate) has_host: bool,
    /// Whether it or an element around it says which language it is in.
    pub(crate) language: bool,
    /// How many elements it holds.
    pub(crate) children: u64,
    /// Whether the rule about its text is broken already.
    pub(super) complained: bool,
    /// What its table remembers of it.
    pub(crate) notes: Notes,
}

/// How the content of an element is judged.
#[derive(Clone, Copy)]
pub(super) enum Mode {
    /// By a table.
    Table(&'static Element),
    /// Not at all; so many elements of it are open.
    Foreign(u64),
    /// As XHTML.
    Markup(super::markup::Markup),
}

impl fmt::Debug for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Mode::Table(_) => "Table",
            Mode::Foreign(_) => "Foreign",
            Mode::Markup(_) => "Markup",
        })
    }
}

/// The name of an element, as messages say it: `title`, `media:title`.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    /// Its namespace.
    pub(crate) space: Space,
    /// Its name without prefix.
    pub(crate) local: Cow<'static, str>,
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.space.prefix() {
            "" => f.write_str(&self.local),
            prefix => write!(f, "{prefix}:{}", self.local),
        }
    }
}

/// What tables remember of an element until it ends; of most that is nothing, which takes no room.
#[derive(Debug, Default)]
pub(crate) struct Notes(Option<Box<Noted>>);

impl Deref for Notes {
    type Target = Noted;

    fn deref(&self) -> &Noted {
        self.0.as_deref().unwrap_or(&NOTHING)
    }
}

impl DerefMut for Notes {
    fn deref_mut(&mut self) -> &mut Noted {
        self.0.get_or_insert_default()
    }
}

/// What tables remember of an element of which there is something to remember.
#[derive(Debug, Default)]
pub(crate) struct Noted {
    /// The links of a feed, a channel or an entry.
    pub(crate) links: Vec<Link>,
    /// The `link` of a channel.
    pub(crate) link: Option<String>,
    /// The `title` of a channel.
    pub(crate) title: Option<String>,
    /// Whether it uses iTunes' elements.
    pub(crate) itunes: bool,
    /// The enclosures of an entry.
    pub(crate) enclosures: Vec<(String, Position)>,
    /// Hours or days that were named.
    pub(crate) named: u32,
    /// The first entry in front of which metadata should stand.
    pub(crate) entry: Option<Position>,
    /// What an Atom construct is.
    pub(crate) construct: Option<super::construct::Construct>,
    /// What the content of an entry is.
    pub(crate) content: Option<super::construct::Construct>,
    /// An attribute that the end must know.
    pub(crate) attribute: Option<String>,
    /// How many there are of children that are counted.
    pub(crate) counts: Vec<(usize, u64)>,
}

static NOTHING: Noted = Noted {
    links: Vec::new(),
    link: None,
    title: None,
    itunes: false,
    enclosures: Vec::new(),
    named: 0,
    entry: None,
    construct: None,
    content: None,
    attribute: None,
    counts: Vec::new(),
};

/// A link of Atom.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    /// What it leads to: `alternate`, `self`.
    pub(crate) rel: String,
    /// The media type of that.
    pub(crate) media_type: String,
    /// The language of that.
    pub(crate) language: String,
    /// Its address.
    pub(crate) href: String,
    /// Where it stands.
    pub(crate) at: Position,
}
