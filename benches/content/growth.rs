//! No step is slower than linear: what it costs beside reading alone does not grow with the input.

use crate::inputs::{INPUTS, Input};
use crate::{document, sets, time};
use std::iter;
use wp2feed::Html;

/// The smallest input, and how often it is doubled.
const BYTES: usize = 32 * 1024;
const DOUBLED: usize = 4;

/// What may become of the cost from the smallest input to the largest. Caches and the machine's other
/// work take their part; what is quadratic grows to sixteen.
const GROWTH: f64 = 4.0;

/// The documents of one input, each twice as large as the one before, and the time to read each.
struct Sizes {
    name: &'static str,
    documents: Vec<Vec<u8>>,
    raw: Vec<f64>,
}

/// Prints the input on which each set of steps grows the most, and tells whether all stay linear.
pub(crate) fn print() -> bool {
    println!("\n{:<12}{:>8}  {:<20}times raw, from 32 KB on, doubled", "step", "growth", "on");
    let inputs: Vec<Sizes> = INPUTS.iter().map(Sizes::of).collect();
    let mut linear = true;
    for (name, html) in sets() {
        let mut all: Vec<_> = inputs.iter().map(|input| (input.name, input.costs(html))).collect();
        all.sort_by(|(_, a), (_, b)| growth(b).total_cmp(&growth(a)));
        let bad = all.iter().filter(|(_, costs)| growth(costs) > GROWTH).count();
        for (on, costs) in &all[..bad.max(1)] {
            let row: Vec<String> = costs.iter().map(|cost| format!("{cost:.1}")).collect();
            println!("{name:<12}{:>8.1}  {on:<20}{}", growth(costs), row.join(" "));
        }
        linear &= bad == 0;
    }
    println!("{}", if linear { "linear" } else { "NOT LINEAR" });
    linear
}

impl Sizes {
    fn of(input: &Input) -> Sizes {
        let at = |doubled| document(iter::once(input.of(BYTES << doubled).as_str()));
        let documents: Vec<_> = (0..=DOUBLED).map(at).collect();
        let raw = documents.iter().map(|document| time(document, Html::RAW, 3).as_secs_f64());
        Sizes { name: input.name, raw: raw.collect(), documents }
    }

    /// What the steps cost at each size, as multiples of what reading alone costs.
    ///
    /// The smallest and the largest are looked at first; only what seems to grow is measured well.
    fn costs(&self, html: Html) -> Vec<f64> {
        let at =
            |i: usize, rounds| time(&self.documents[i], html, rounds).as_secs_f64() / self.raw[i];
        let ends = vec![at(0, 3), at(DOUBLED, 1)];
        if growth(&ends) < GROWTH / 2.0 { ends } else { (0..=DOUBLED).map(|i| at(i, 5)).collect() }
    }
}

fn growth(costs: &[f64]) -> f64 {
    costs.last().copied().unwrap_or_default() / costs.first().copied().unwrap_or(1.0)
}
