//! What the crates drop of a document, picked out of it by name.

use super::found::Pairs;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// What was picked of the feed itself, and of each entry.
#[derive(Debug, Default)]
pub(crate) struct Picked {
    pub(crate) head: Vec<Element>,
    pub(crate) entries: Vec<PickedEntry>,
}

/// What was picked of an entry.
#[derive(Debug, Default)]
pub(crate) struct PickedEntry {
    pub(crate) attributes: Pairs,
    pub(crate) elements: Vec<Element>,
}

/// An element; what is in it is its text.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// The name with its prefix.
    pub(crate) name: String,
    pub(crate) attributes: Pairs,
    pub(crate) text: String,
}

impl Picked {
    /// Picks the elements that are wanted; those of the feed stand so deep, as do the entries of this name.
    pub(crate) fn of(bytes: &[u8], depth: usize, entry: &str, wanted: fn(&str) -> bool) -> Self {
        let mut picking = Picking {
            picked: Picked::default(),
            depth,
            entry,
            wanted,
            at: 0,
            inside: false,
            open: None,
        };
        let mut reader = Reader::from_reader(bytes);
        // Of what is no XML the crates say so.
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) => picking.start(&tag),
                Event::Empty(tag) => {
                    picking.start(&tag);
                    picking.end();
                }
                Event::End(_) => picking.end(),
                Event::Text(text) => picking.text(text.decode().ok().as_deref()),
                Event::CData(text) => picking.text(text.decode().ok().as_deref()),
                Event::GeneralRef(reference) => {
                    let name = String::from_utf8_lossy(&reference).into_owned();
                    let text = htmlize::unescape(format!("&{name};"));
                    picking.text(Some(&text));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        picking.picked
    }

    /// What was picked of the entries, if there are so many of them.
    pub(crate) fn of_entries(self, count: usize) -> impl Iterator<Item = PickedEntry> {
        let same = self.entries.len() == count;
        let found = if same { self.entries } else { Vec::new() };
        found.into_iter().chain(std::iter::repeat_with(PickedEntry::default)).take(count)
    }
}

struct Picking<'n> {
    picked: Picked,
    depth: usize,
    entry: &'n str,
    wanted: fn(&str) -> bool,
    /// How many elements are open.
    at: usize,
    /// Whether an entry is.
    inside: bool,
    /// An element that is being picked, and how deep it stands.
    open: Option<(usize, Element)>,
}

impl Picking<'_> {
    fn start(&mut self, tag: &BytesStart<'_>) {
        let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
        self.at += 1;
        if self.open.is_some() {
            return;
        }
        if self.at == self.depth && name == self.entry {
            let attributes = attributes(tag);
            self.picked.entries.push(PickedEntry { attributes, elements: Vec::new() });
            self.inside = true;
            return;
        }
        let of_entry = self.at == self.depth + 1 && self.inside;
        if (self.at == self.depth || of_entry) && (self.wanted)(&name) {
            let element = Element { name, attributes: attributes(tag), text: String::new() };
            self.open = Some((self.at, element));
        }
    }

    fn text(&mut self, text: Option<&str>) {
        if let (Some((at, element)), Some(text)) = (&mut self.open, text)
            && *at == self.at
        {
            element.text.push_str(text);
        }
    }

    fn end(&mut self) {
        if let Some((at, element)) = self.open.take_if(|(at, _)| *at == self.at) {
            let entry = self.picked.entries.last_mut().filter(|_| at > self.depth);
            entry.map_or(&mut self.picked.head, |entry| &mut entry.elements).push(element);
        }
        self.inside &= self.at != self.depth;
        self.at = self.at.saturating_sub(1);
    }
}

fn attributes(tag: &BytesStart<'_>) -> Pairs {
    let pair = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
        Some((String::from_utf8_lossy(attribute.key.as_ref()).into_owned(), value))
    };
    tag.attributes().flatten().filter_map(pair).collect()
}
