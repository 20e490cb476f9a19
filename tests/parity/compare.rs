//! Two feeds of the same posts, compared element by element: everything that one of them has.
//!
//! Items belong together by their link, which is the one thing that nobody ever decides about.

use crate::elements::{Element, Feed, Values, lines};
use crate::hunks::hunks;
use crate::pair::{Difference, Pair};
use crate::rows::Row;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use wp2feed::Format;

/// What an element or attribute has on the two sides; no difference if it is the same.
pub(crate) struct Comparison<'a> {
    pub(crate) row: &'static Row,
    pub(crate) differences: Vec<Difference<'a>>,
}

impl Pair {
    /// Compares all elements and their attributes.
    pub(crate) fn compare(&self) -> Vec<Comparison<'_>> {
        self.compare_only(None)
    }

    /// Compares one element and its attributes, or all.
    pub(crate) fn compare_only(&self, element: Option<&str>) -> Vec<Comparison<'_>> {
        let mut compared = Compared { pair: self, element, comparisons: Vec::new() };
        compared.values(&self.ours.head, &self.theirs.head, None);
        let (ours, theirs) = (by_link(&self.ours), by_link(&self.theirs));
        let [item, order] = match self.format {
            Format::Rss => ["channel/item", "channel/item order"],
            _ => ["feed/entry", "feed/entry order"],
        };
        compared.value(order, [order_of(&self.ours, &theirs), order_of(&self.theirs, &ours)], None);
        let links: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
        for link in links {
            let both = [&ours, &theirs].map(|items| items.get(link).copied());
            compared.value(
                item,
                both.map(|item| item.map_or_else(String::new, Values::link)),
                None,
            );
            if let [Some(ours), Some(theirs)] = both {
                compared.values(ours, theirs, Some((ours, theirs)));
            }
        }
        compared.comparisons
    }
}

/// The items of a feed by their links.
fn by_link(feed: &Feed) -> BTreeMap<String, &Values> {
    feed.items.iter().map(|item| (item.link(), item)).collect()
}

/// The links of a feed's items that the other has, too.
fn order_of(feed: &Feed, other: &BTreeMap<String, &Values>) -> String {
    let links = feed.items.iter().map(Values::link).filter(|link| other.contains_key(link));
    links.collect::<Vec<_>>().join("\n")
}

/// What was compared so far.
struct Compared<'a, 'w> {
    pair: &'a Pair,
    element: Option<&'w str>,
    comparisons: Vec<Comparison<'a>>,
}

type Items<'a> = Option<(&'a Values, &'a Values)>;

impl<'a> Compared<'a, '_> {
    fn values(&mut self, ours: &'a Values, theirs: &'a Values, items: Items<'a>) {
        let element = self.element;
        let names = ours.0.keys().chain(theirs.0.keys());
        let names = names.filter(|name| element.is_none_or(|element| element == *name));
        for name in names.collect::<BTreeSet<_>>() {
            for (row, values) in values(name, ours.all(name), theirs.all(name)) {
                self.value(&row, values, items);
            }
        }
    }

    fn value(&mut self, name: &str, [ours, theirs]: [String; 2], items: Items<'a>) {
        if ours.is_empty() && theirs.is_empty() {
            return;
        }
        let row = Row::of(name).unwrap_or_else(|| panic!("{}: no row for {name}", self.pair.name));
        if self.element.is_some_and(|one| one != row.element()) {
            return;
        }
        let places = match row.is_html {
            true => hunks(&ours, &theirs),
            false if ours == theirs => Vec::new(),
            false => vec![(ours, theirs)],
        };
        let difference = |(ours, theirs)| self.difference(row, items, ours, theirs);
        let differences = places.into_iter().map(difference).collect();
        self.comparisons.push(Comparison { row, differences });
    }

    fn difference(
        &self,
        row: &'static Row,
        items: Items<'a>,
        ours: String,
        theirs: String,
    ) -> Difference<'a> {
        let link = match items {
            Some((_, theirs)) => Some(theirs.link()),
            None if !matches!(row.name, "channel/item" | "feed/entry") => None,
            None => Some(if theirs.is_empty() { ours.clone() } else { theirs.clone() }),
        };
        let post = link.filter(|link| !link.is_empty()).map(|link| self.pair.post(&link));
        let post = post.unwrap_or(&Value::Null);
        Difference { pair: self.pair, row, ours, theirs, items, post }
    }
}

/// The values of elements of one name: what they are about, and what their attributes say of that. What is
/// said of an element that WordPress alone has is not compared, since the element is.
fn values(name: &str, ours: &[Element], theirs: &[Element]) -> Vec<(String, [String; 2])> {
    let main = theirs.first().or(ours.first()).and_then(Element::main);
    let value = |element: &Element| {
        main.map_or(element.text.as_str(), |main| element.attribute(main)).to_owned()
    };
    let all = |elements: &[Element]| {
        let values: Vec<_> = elements.iter().map(value).collect();
        lines(values.iter().map(String::as_str))
    };
    let row = main.map_or_else(|| name.to_owned(), |main| format!("{name}@{main}"));
    let both: Vec<(&Element, Option<&Element>)> = if ours.len() == theirs.len() {
        ours.iter().zip(theirs.iter().map(Some)).collect()
    } else {
        let other = |a: &Element| theirs.iter().find(|b| value(a) == value(b));
        ours.iter().map(|element| (element, other(element))).collect()
    };
    let mut names: BTreeSet<&String> = BTreeSet::new();
    for (ours, theirs) in &both {
        names.extend(ours.attributes.keys());
        names.extend(theirs.iter().flat_map(|theirs| theirs.attributes.keys()));
    }
    let said = |attribute: &String| {
        let ours = lines(both.iter().map(|(ours, _)| ours.attribute(attribute)));
        let theirs = lines(both.iter().map(|(_, b)| b.map_or("", |b| b.attribute(attribute))));
        (format!("{name}@{attribute}"), [ours, theirs])
    };
    let names = names.into_iter().filter(|name| Some(name.as_str()) != main);
    [(row, [all(ours), all(theirs)])].into_iter().chain(names.map(said)).collect()
}
