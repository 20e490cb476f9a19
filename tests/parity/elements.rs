//! A feed taken apart into its elements and attributes, by an XML parser that knows no feeds: so nothing
//! that stands in it is passed over.
//!
//! Names are short: `channel/image/url`, `item/enclosure@type`, `entry/link[alternate]@href`. A link is
//! called by what it is for.

use crate::html::decode;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// A feed: what stands above its items, and each of them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Feed {
    pub(crate) head: Values,
    pub(crate) items: Vec<Values>,
}

/// The elements of an item, or of what stands above the items, by name and in the feed's order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Values(pub(crate) BTreeMap<String, Vec<Element>>);

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Element {
    pub(crate) text: String,
    pub(crate) attributes: BTreeMap<String, String>,
}

impl Feed {
    /// Takes apart RSS 2.0 or Atom.
    pub(crate) fn read(feed: &[u8]) -> Feed {
        let text = std::str::from_utf8(feed).expect("UTF-8");
        let document = Document::parse(text).expect("well-formed XML");
        let root = document.root_element();
        let items = root.descendants().filter(|node| is_item(*node));
        Feed {
            items: items.map(|item| Values::read(item, item)).collect(),
            head: Values::read(root, root.first_element_child().filter(is_channel).unwrap_or(root)),
        }
    }
}

impl Values {
    /// Collects what is in an element and in no item of it; names begin at `top`.
    fn read(within: Node<'_, '_>, top: Node<'_, '_>) -> Values {
        let mut values = Values::default();
        for node in within.descendants().filter(Node::is_element) {
            if is_item(within) || !node.ancestors().any(is_item) {
                values.0.entry(path(node, top)).or_default().push(Element::read(node));
            }
        }
        values
    }

    /// The elements of a name.
    pub(crate) fn all(&self, name: &str) -> &[Element] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The names of the elements and attributes in which something stands.
    pub(crate) fn names(&self) -> Vec<String> {
        let of = |(name, elements): (&String, &Vec<Element>)| {
            let attributes = elements.iter().flat_map(|element| element.attributes.keys());
            let attributes = attributes.map(|attribute| format!("{name}@{attribute}"));
            [name.clone()].into_iter().chain(attributes).collect::<Vec<_>>()
        };
        let names = self.0.iter().flat_map(of);
        names.filter(|name| !self.get(&[name]).is_empty()).collect()
    }

    /// What stands in one of these elements or attributes, whichever there is: a line for each, or nothing.
    pub(crate) fn get(&self, names: &[&str]) -> String {
        let values = names.iter().map(|name| match name.split_once('@') {
            None => lines(self.all(name).iter().map(|element| element.text.as_str())),
            Some((name, attribute)) => {
                lines(self.all(name).iter().map(|element| element.attribute(attribute)))
            }
        });
        values.into_iter().find(|value| !value.is_empty()).unwrap_or_default()
    }

    /// The permalink, which is what an item is called.
    pub(crate) fn link(&self) -> String {
        self.get(&["item/link", "entry/link[alternate]@href"])
    }
}

impl Element {
    fn read(node: Node<'_, '_>) -> Element {
        let text: String = node.children().filter_map(|child| child.text()).collect();
        let elements = node.children().any(|child| child.is_element());
        // What a link is for is in its name.
        let attributes = node.attributes().filter(|attribute| attribute.name() != "rel");
        let attributes = attributes.map(|attribute| {
            let prefix = attribute.namespace().and_then(|uri| node.lookup_prefix(uri));
            (prefixed(prefix, attribute.name()), attribute.value().to_owned())
        });
        Element {
            text: match node.attribute("type") {
                // What a title says is compared, in whichever way it is written.
                Some("html") if node.has_tag_name((ATOM, "title")) => decode(&text).into_owned(),
                _ if elements => String::new(),
                _ => text,
            },
            attributes: attributes.collect(),
        }
    }

    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// The attribute that says what the element is about, if it is not the text.
    pub(crate) fn main(&self) -> Option<&'static str> {
        ["href", "url", "term"].into_iter().find(|name| self.attributes.contains_key(*name))
    }
}

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// A line for each value; nothing if there is nothing in any.
pub(crate) fn lines<'a>(values: impl Iterator<Item = &'a str>) -> String {
    let lines = values.collect::<Vec<_>>().join("\n");
    if lines.trim().is_empty() { String::new() } else { lines }
}

fn is_channel(node: &Node<'_, '_>) -> bool {
    node.has_tag_name("channel")
}

fn is_item(node: Node<'_, '_>) -> bool {
    node.has_tag_name("item") || node.has_tag_name((ATOM, "entry"))
}

/// The names from `top` to an element; what stands above it is called by its own name.
fn path(node: Node<'_, '_>, top: Node<'_, '_>) -> String {
    let mut names: Vec<String> = Vec::new();
    for node in node.ancestors().filter(Node::is_element) {
        names.push(name(node));
        if node == top {
            break;
        }
    }
    names.reverse();
    names.join("/")
}

/// The name of an element, with its prefix unless it is the format's own, and what a link is for.
fn name(node: Node<'_, '_>) -> String {
    let namespace = node.tag_name().namespace();
    let own = node.document().root_element().tag_name().namespace();
    let prefix = namespace.filter(|_| namespace != own).and_then(|uri| node.lookup_prefix(uri));
    let name = prefixed(prefix, node.tag_name().name());
    // There are two links to replies: a page and a feed.
    match (node.attribute("rel"), node.attribute("type")) {
        (Some("replies"), Some("text/html")) => format!("{name}[replies, page]"),
        (Some("replies"), _) => format!("{name}[replies, feed]"),
        (Some(rel), _) => format!("{name}[{rel}]"),
        (None, _) => name,
    }
}

fn prefixed(prefix: Option<&str>, name: &str) -> String {
    prefix.map_or_else(|| name.to_owned(), |prefix| format!("{prefix}:{name}"))
}
