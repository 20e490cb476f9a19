//! What our feeds say of a site is what WordPress's own feeds say, element by element, but for what
//! [`decisions`] lists by name; docs/parity.md has the figures.
//!
//! `UPDATE_PARITY=1` writes the figures of the recordings there, and with `.ci/live` those of real WordPresses.

mod compare;
mod decisions;
mod diffed;
mod elements;
mod given;
mod html;
mod http;
mod hunks;
mod judged;
mod lab;
mod live;
mod page;
mod pair;
mod reader;
mod recordings;
mod rows;
mod sidecars;
#[path = "../support/mod.rs"]
mod support;
mod tally;
mod valid;

use tally::Tally;

#[test]
fn every_difference_is_a_decision_and_every_decision_is_needed() {
    let mut tally = Tally::default();
    recordings::pairs().iter().for_each(|pair| tally.add(pair));
    println!("{tally}");
    let (site, tables) = (format!("recorded {}", tally.version()), tally.tables());
    recordings::without_collections().iter().for_each(|pair| tally.add(pair));
    recordings::variants().iter().for_each(|pair| tally.add(pair));
    tally.add(&recordings::search());
    assert!(tally.complaints().is_empty(), "{}", tally.complaints().join("\n"));
    assert_eq!(tally.stale(), Vec::<&str>::new(), "no longer needed");
    let page = page::complaints(&site, &tables);
    let advice = "docs/parity.md is not current; UPDATE_PARITY=1 writes it";
    assert!(page.is_empty(), "{advice}\n{}", page.join("\n"));
}
