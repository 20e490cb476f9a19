//! Where findings go while a document is read.

use super::finding::{Finding, Position};
use super::rule::Rule;

/// What was found so far, in the order in which it was found.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    list: Vec<Finding>,
}

impl Findings {
    /// Takes note of a place that does not hold to a rule.
    pub(crate) fn report(
        &mut self,
        rule: &'static Rule,
        position: Position,
        message: impl Into<String>,
    ) {
        self.list.push(Finding { rule, position, message: message.into() });
    }

    /// Takes back what was found of a rule.
    pub(crate) fn withdraw(&mut self, rule: &Rule) {
        self.list.retain(|finding| finding.rule != rule);
    }

    /// What was found, in the order of the document; it is given once.
    pub(crate) fn take(&mut self) -> Vec<Finding> {
        let mut list = std::mem::take(&mut self.list);
        list.sort_by_key(|finding| finding.position);
        list
    }
}
