//! What our feeds say of a site's posts is what WordPress's own feeds say, but for decisions that are
//! listed by name in [`decisions`].
//!
//! Run it with `--nocapture` for a table of fields, and how often which decision explains a difference.

mod decisions;
mod elements;
mod html;
mod http;
mod hunks;
mod judged;
mod live;
mod pair;
mod recordings;
#[path = "../support/mod.rs"]
mod support;
mod tally;

use tally::Tally;

#[test]
fn every_difference_is_a_decision_and_every_decision_is_needed() {
    let mut tally = Tally::default();
    recordings::pairs().iter().for_each(|pair| tally.add(pair));
    println!("{tally}");
    assert!(tally.complaints().is_empty(), "{}", tally.complaints().join("\n"));
    assert_eq!(tally.stale(), Vec::<&str>::new(), "no longer needed");
}
