//! What came of comparing: how often each field is equal, which decisions explain the rest, and what
//! nothing explains.

use crate::decisions;
use crate::pair::{Difference, Pair};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

#[derive(Default)]
pub(crate) struct Tally {
    equal: BTreeMap<&'static str, usize>,
    explained: BTreeMap<(&'static str, &'static str), usize>,
    complaints: Vec<String>,
}

impl Tally {
    /// Compares a pair and asks the decisions about every difference.
    pub(crate) fn add(&mut self, pair: &Pair) {
        let (equal, differences) = pair.compare();
        equal.into_iter().for_each(|field| *self.equal.entry(field).or_default() += 1);
        for difference in &differences {
            match decisions::explaining(difference)[..] {
                [decision] => {
                    *self.explained.entry((difference.field, decision.name)).or_default() += 1;
                }
                [] => self.complain(difference, "no decision explains"),
                _ => self.complain(difference, "more than one decision explains"),
            }
        }
    }

    fn complain(&mut self, d: &Difference<'_>, what: &str) {
        let place = d.items.map_or("", |(_, theirs)| theirs.name());
        self.complaints.push(format!(
            "{what} the {} of {place} in {}\n  ours:   {:?}\n  theirs: {:?}",
            d.field, d.pair.name, d.ours, d.theirs
        ));
    }

    /// The differences that are not explained by one decision.
    pub(crate) fn complaints(&self) -> &[String] {
        &self.complaints
    }

    /// The decisions that nothing needed.
    pub(crate) fn stale(&self) -> Vec<&'static str> {
        let used: BTreeSet<_> = self.explained.keys().map(|(_, name)| *name).collect();
        decisions::all().map(|decision| decision.name).filter(|name| !used.contains(name)).collect()
    }
}

/// A line a field: how often it is equal, and how many differences each decision explains; then what the
/// decisions are.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields: BTreeSet<_> =
            self.equal.keys().chain(self.explained.keys().map(|(field, _)| field)).collect();
        writeln!(f, "{:18} {:>5}  different, by which decision", "field", "equal")?;
        for field in fields {
            let explained = self.explained.iter().filter(|((of, _), _)| of == field);
            let explained: Vec<_> = explained.map(|((_, name), n)| format!("{n} {name}")).collect();
            let equal = self.equal.get(field).unwrap_or(&0);
            writeln!(f, "{field:18} {equal:>5}  {}", explained.join(", "))?;
        }
        writeln!(f)?;
        let used: BTreeSet<_> = self.explained.keys().map(|(_, name)| *name).collect();
        let mut used = decisions::all().filter(|decision| used.contains(decision.name));
        used.try_for_each(|decision| writeln!(f, "{}: {}", decision.name, decision.why))
    }
}
