//! The judge is judged: whatever is changed in a feed of ours is complained about, row by row, so no
//! decision explains more than it says.

use crate::decisions::explaining;
use crate::elements::{Element, Feed, Values};
use crate::pair::Pair;
use crate::recordings::{pairs, search, variants};
use crate::rows::{ROWS, Row};
use std::collections::BTreeSet;

/// How many values of an element and its attributes have a place that is not explained by one decision.
fn unexplained(pair: &Pair, element: &str) -> usize {
    let comparisons = pair.compare_only(Some(element));
    comparisons.iter().filter(|c| c.differences.iter().any(|d| explaining(d).len() != 1)).count()
}

/// The parts of a feed that may have a row: what stands above the items, or the items.
fn parts<'f>(feed: &'f mut Feed, row: &Row) -> Vec<&'f mut Values> {
    match row.name.starts_with("item/") || row.name.starts_with("entry/") {
        true => feed.items.iter_mut().collect(),
        false => vec![&mut feed.head],
    }
}

/// The text or the attribute that a row is about.
fn place<'e>(element: &'e mut Element, row: &Row) -> &'e mut String {
    match row.name.split_once('@') {
        None => &mut element.text,
        Some((_, attribute)) => element.attributes.entry(attribute.to_owned()).or_default(),
    }
}

/// Changes each value of a row in ours, and counts how many there still are.
fn change(pair: &mut Pair, row: &Row, change: impl Fn(&mut String)) -> usize {
    let mut changed = 0;
    for part in parts(&mut pair.ours, row) {
        let elements = part.0.get_mut(row.element()).into_iter().flatten();
        let places: Vec<_> = elements.map(|element| place(element, row)).collect();
        let places: Vec<_> = places.into_iter().filter(|place| !place.is_empty()).collect();
        places.into_iter().for_each(&change);
        changed += usize::from(!part.get(&[row.name]).is_empty());
    }
    changed
}

/// The links are what items are found by: an item whose link is another is another item.
fn judges_links(row: &Row) -> bool {
    matches!(row.name, "item/link" | "entry/link[alternate]@href")
}

/// Rows that are about the items as a whole; they have tests of their own.
fn of_items(row: &Row) -> bool {
    ["item", "entry", "order"].iter().any(|name| row.name.ends_with(name))
}

/// Calls a test on every pair and row of its format, on a pair that may be changed: it says of how many
/// values it expects a complaint.
fn each(test: impl Fn(&mut Pair, &'static Row) -> usize) {
    let mut passed_over = BTreeSet::new();
    for mut pair in pairs().into_iter().chain(variants()) {
        let ours = pair.ours.clone();
        let names: BTreeSet<&str> = pair.compare().iter().map(|c| c.row.name).collect();
        let rows = ROWS.iter().filter(|row| names.contains(row.name));
        for row in rows.filter(|row| !judges_links(row) && !of_items(row)) {
            let expected = test(&mut pair, row);
            if unexplained(&pair, row.element()) < expected {
                passed_over.insert(format!("{} of {}", row.name, pair.name));
            }
            pair.ours.clone_from(&ours);
        }
    }
    assert!(passed_over.is_empty(), "no complaint about {passed_over:#?}");
}

#[test]
fn whatever_is_put_to_a_value_is_complained_about() {
    each(|pair, row| {
        let more = if row.is_html { "<p>x</p>" } else { "x" };
        change(pair, row, |value| value.push_str(more))
    });
}

#[test]
fn whatever_is_cut_from_a_value_is_complained_about() {
    each(|pair, row| {
        if row.is_html {
            return 0;
        }
        change(pair, row, |value| {
            value.pop();
        })
    });
}

#[test]
fn what_both_have_and_is_taken_away_is_complained_about() {
    each(|pair, row| {
        let comparisons = pair.compare_only(Some(row.element()));
        let equal = comparisons.iter().filter(|c| c.row == row && c.differences.is_empty()).count();
        change(pair, row, String::clear);
        equal
    });
}

/// Values of one post are never taken for those of another; but two posts may show the same file.
#[test]
fn values_of_the_next_item_are_complained_about() {
    each(|pair, row| {
        if row.name.contains("enclosure") || row.name.starts_with("entry/link[alternate]") {
            return 0;
        }
        let before: Vec<_> =
            pair.ours.items.iter().map(|item| item.0.get(row.element()).cloned()).collect();
        let next = before.iter().cycle().skip(1);
        let mut changed = 0;
        for ((item, old), next) in pair.ours.items.iter_mut().zip(&before).zip(next) {
            if let (Some(old), Some(next)) = (old, next)
                && old != next
            {
                changed += 1;
                item.0.insert(row.element().to_owned(), next.clone());
            }
        }
        changed
    });
}

#[test]
fn what_is_put_where_neither_has_anything_is_complained_about() {
    each(|pair, row| {
        let mut added = 0;
        let theirs: Vec<Values> = pair.theirs.items.clone();
        for part in parts(&mut pair.ours, row) {
            let other = theirs.iter().find(|theirs| theirs.link() == part.link());
            if other.is_some_and(|other| other.get(&[row.name]).is_empty())
                && part.get(&[row.name]).is_empty()
            {
                let mut made = Element::default();
                "https://harbour.example/x".clone_into(place(&mut made, row));
                part.0.insert(row.element().to_owned(), vec![made]);
                added += 1;
            }
        }
        added
    });
}

#[test]
fn items_that_are_missing_or_others_or_disordered_are_complained_about() {
    let count = |pair: &Pair| -> usize {
        ROWS.iter().filter(|row| of_items(row)).map(|row| unexplained(pair, row.name)).sum()
    };
    for mut pair in pairs().into_iter().chain(variants()) {
        let ours = pair.ours.clone();
        pair.ours.items.remove(0);
        assert_eq!(count(&pair), 1, "an item less in {}", pair.name);
        pair.ours.clone_from(&ours);
        pair.ours.items.reverse();
        assert_ne!(count(&pair), 0, "the order of {}", pair.name);
        pair.ours.clone_from(&ours);
        let row = ROWS.iter().filter(|row| judges_links(row));
        row.for_each(|row| {
            change(&mut pair, row, |link| link.push('x'));
        });
        assert!(count(&pair) >= 2 * ours.items.len(), "the links of {}", pair.name);
    }
}

#[test]
fn an_item_more_is_complained_about() {
    for mut pair in pairs().into_iter().chain(variants()).chain([search()]) {
        let mut more = pair.ours.items[0].clone();
        for link in ["item/link", "entry/link[alternate]"] {
            for element in more.0.get_mut(link).into_iter().flatten() {
                element.text.push('x');
                element.attributes.entry("href".to_owned()).or_default().push('x');
            }
        }
        pair.ours.items.push(more);
        let items = ["channel/item", "feed/entry"].map(|name| unexplained(&pair, name));
        assert_eq!(items.iter().sum::<usize>(), 1, "{}", pair.name);
    }
}

/// An element that is in no row fails, whoever has it.
#[test]
#[should_panic(expected = "no row for item/x")]
fn an_element_without_a_row_is_complained_about() {
    let mut pair = pairs().swap_remove(0);
    let element = Element { text: "x".to_owned(), ..Element::default() };
    pair.theirs.items[0].0.insert("item/x".to_owned(), vec![element]);
    pair.compare();
}
