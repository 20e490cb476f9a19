//! What was found, and where.

use super::rule::Rule;
use std::fmt;

/// A place of a feed that does not hold to a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// Where it is not held to.
    pub position: Position,
    /// What was expected and what was found, in lower case and without a full stop.
    pub message: String,
}

/// A place in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, counted from 1.
    pub line: u64,
    /// The column in characters, counted from 1.
    pub column: u64,
    /// The offset in bytes from the start of the document, counted from 0.
    pub byte: u64,
}

impl fmt::Display for Finding {
    /// Writes `43:5: warning: ContainsRelRef: content:encoded should hold no relative address: "/about"`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column, .. } = self.position;
        write!(f, "{line}:{column}: {}: {}: {}", self.rule.severity, self.rule.name, self.message)
    }
}
