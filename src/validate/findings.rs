//! Where findings go while a document is read.
//!
//! A document may break one rule a million times; what is listed of each rule is bounded, and the last
//! says how many more there are.

use super::finding::{Finding, Position};
use super::rule::Rule;
use std::collections::HashMap;

/// How many findings of one rule are listed.
const MOST: usize = 10_000;

/// What was found so far, in the order in which it was found.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    list: Vec<Finding>,
    counts: HashMap<&'static str, usize>,
}

impl Findings {
    /// Takes note of a place that does not hold to a rule.
    pub(crate) fn report(
        &mut self,
        rule: &'static Rule,
        position: Position,
        message: impl Into<String>,
    ) {
        let count = self.counts.entry(rule.name).or_default();
        *count += 1;
        if *count <= MOST {
            self.list.push(Finding { rule, position, message: message.into() });
        }
    }

    /// Takes back what was found of a rule.
    pub(crate) fn withdraw(&mut self, rule: &Rule) {
        self.list.retain(|finding| finding.rule != rule);
    }

    /// What was found, in the order of the document; it is given once.
    pub(crate) fn take(&mut self) -> Vec<Finding> {
        let mut list = std::mem::take(&mut self.list);
        for (name, count) in std::mem::take(&mut self.counts) {
            let last = list.iter_mut().rfind(|finding| finding.rule.name == name);
            if let Some(last) = last.filter(|_| count > MOST) {
                last.message += &format!(" (and {} more of this rule)", count - MOST);
            }
        }
        list.sort_by_key(|finding| finding.position);
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::rules::xml::SAX_ERROR;

    #[test]
    fn what_is_listed_is_in_order_and_bounded() {
        let mut findings = Findings::default();
        for byte in (0..MOST as u64 + 5).rev() {
            findings.report(&SAX_ERROR, Position { byte, ..Position::START }, "x");
        }
        let list = findings.take();
        assert_eq!((list.len(), list[0].position.byte), (MOST, 5));
        assert_eq!(list[0].message, "x (and 5 more of this rule)");
        assert!(list.is_sorted_by_key(|finding| finding.position));
    }
}
