//! What came of comparing: how often each row is equal, which decisions explain the rest, and what nothing
//! explains.

use crate::compare::Comparison;
use crate::decisions::{self, Decision, Verdict};
use crate::page::{self, Table};
use crate::pair::{Difference, Pair};
use crate::rows::{ROWS, Row};
use std::collections::BTreeMap;
use std::fmt;

#[derive(Default)]
pub(crate) struct Tally {
    rows: BTreeMap<&'static str, Count>,
    /// How many differences each decision explains.
    decisions: BTreeMap<&'static str, usize>,
    complaints: Vec<String>,
    /// The version of WordPress.
    version: String,
}

/// How often a row was compared, with what verdict.
#[derive(Default, Clone, Copy)]
pub(crate) struct Count {
    equal: usize,
    better: usize,
    not_in_rest: usize,
    unexplained: usize,
}

impl Tally {
    /// Compares a pair and asks the decisions about every difference.
    pub(crate) fn add(&mut self, pair: &Pair) {
        self.version = pair.version();
        for comparison in &pair.compare() {
            let verdicts: Vec<_> = comparison.differences.iter().map(|d| self.verdict(d)).collect();
            self.rows.entry(comparison.row.name).or_default().add(comparison, &verdicts);
        }
    }

    fn verdict(&mut self, difference: &Difference<'_>) -> Option<Verdict> {
        match decisions::explaining(difference)[..] {
            [decision] => {
                *self.decisions.entry(decision.name).or_default() += 1;
                return Some(decision.verdict);
            }
            [] => self.complain(difference, "no decision explains"),
            _ => self.complain(difference, "more than one decision explains"),
        }
        None
    }

    fn complain(&mut self, d: &Difference<'_>, what: &str) {
        let place = d.items.map(|(_, theirs)| theirs.link()).unwrap_or_default();
        self.complaints.push(format!(
            "{what} the {} of {place} in {}\n  ours:   {:?}\n  theirs: {:?}",
            d.row.name, d.pair.name, d.ours, d.theirs
        ));
    }

    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// The differences that are not explained by one decision.
    pub(crate) fn complaints(&self) -> &[String] {
        &self.complaints
    }

    /// The decisions and rows that nothing needed.
    pub(crate) fn stale(&self) -> Vec<&'static str> {
        let decisions = decisions::all().map(|decision| decision.name);
        let decisions = decisions.filter(|name| !self.decisions.contains_key(name));
        let rows = ROWS.iter().map(|row| row.name);
        decisions.chain(rows.filter(|name| !self.rows.contains_key(name))).collect()
    }
}

impl Count {
    /// Counts one comparison with the worst verdict of its places; none at all is worse than each.
    fn add(&mut self, comparison: &Comparison<'_>, verdicts: &[Option<Verdict>]) {
        let count = match verdicts.iter().max_by_key(|verdict| (verdict.is_none(), **verdict)) {
            None if comparison.row.told_by.is_some() => &mut self.not_in_rest,
            None => &mut self.equal,
            Some(None) => &mut self.unexplained,
            Some(Some(Verdict::Better)) => &mut self.better,
            Some(Some(Verdict::NotInRest)) => &mut self.not_in_rest,
        };
        *count += 1;
    }
}

/// The tables of docs/parity.md.
impl Tally {
    pub(crate) fn tables(&self) -> Vec<Table> {
        let elements = SECTIONS.map(|(name, prefixes)| Table {
            name,
            heads: ["element", "why not equal"],
            rows: ROWS.iter().filter_map(|row| self.row(row, prefixes)).collect(),
        });
        let decisions =
            [("ours is better", Verdict::Better), ("REST does not tell", Verdict::NotInRest)];
        let decisions = decisions.map(|(name, verdict)| Table {
            name,
            heads: ["difference", "why"],
            rows: decisions::all()
                .filter(|d| d.verdict == verdict)
                .map(|d| self.decision(d))
                .collect(),
        });
        [self.sum()].into_iter().chain(elements).chain(decisions).collect()
    }

    fn sum(&self) -> Table {
        let sum = self.rows.values().fold(Count::default(), Count::plus);
        let row = |key: &str, cell: String, text: &str| page::Row {
            key: key.to_owned(),
            cell,
            text: text.to_owned(),
        };
        let rows = vec![
            row(
                "compared",
                (sum.told() + sum.not_in_rest).to_string(),
                "values of elements and attributes",
            ),
            row("equal", sum.equal.to_string(), "to the letter"),
            row("ours better", sum.better.to_string(), "by a decision that is named below"),
            row("not in REST", sum.not_in_rest.to_string(), "for a reason that is named below"),
            row("of what REST tells", sum.percent(), "equal or better"),
        ];
        Table { name: "sum", heads: ["", ""], rows }
    }

    fn row(&self, row: &Row, prefixes: &[&str]) -> Option<page::Row> {
        let name = prefixes.iter().find_map(|prefix| row.name.strip_prefix(prefix))?;
        let count = self.rows.get(row.name).copied().unwrap_or_default();
        let told = row.told_by.map(|option| format!("equal once `{option}` tells it"));
        let reasons = decisions::all().filter(|decision| decision.rows.contains(&row.name));
        let reasons = told.into_iter().chain(reasons.map(|decision| decision.name.to_owned()));
        Some(page::Row {
            key: format!("`{name}`"),
            cell: count.to_string(),
            text: reasons.collect::<Vec<_>>().join("; "),
        })
    }

    fn decision(&self, decision: &Decision) -> page::Row {
        let count = self.decisions.get(decision.name).unwrap_or(&0);
        page::Row {
            key: decision.name.to_owned(),
            cell: count.to_string(),
            text: decision.why.to_owned(),
        }
    }
}

/// The tables of elements, and how their names begin.
const SECTIONS: [(&str, &[&str]); 4] = [
    ("RSS channel", &["channel/", "rss"]),
    ("RSS item", &["item/"]),
    ("Atom feed", &["feed/", "feed"]),
    ("Atom entry", &["entry/"]),
];

impl Count {
    fn plus(self, other: &Count) -> Count {
        Count {
            equal: self.equal + other.equal,
            better: self.better + other.better,
            not_in_rest: self.not_in_rest + other.not_in_rest,
            unexplained: self.unexplained + other.unexplained,
        }
    }

    /// How often REST tells the value.
    fn told(self) -> usize {
        self.equal + self.better + self.unexplained
    }

    /// How much of it is equal or better.
    fn percent(self) -> String {
        format!("{} %", (self.equal + self.better) * 100 / self.told().max(1))
    }
}

/// Equal + better + not in REST, and how much of what REST tells is equal or better.
impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Count { equal, better, not_in_rest, .. } = self;
        write!(f, "{equal} + {better} + {not_in_rest}")?;
        if self.told() > 0 { write!(f, ", {}", self.percent()) } else { Ok(()) }
    }
}

/// The tables, as plain text.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for table in self.tables() {
            writeln!(f, "\n{}", table.name)?;
            for row in table.rows {
                writeln!(f, "{:45} {:>22}  {}", row.key, row.cell, row.text)?;
            }
        }
        Ok(())
    }
}
