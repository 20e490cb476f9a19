//! What a rule is: its name, how much it matters, where it is written, and what to say of it.

use super::rules::TOPICS;
use std::fmt;

/// Something that a feed must, should or may want to hold to.
///
/// Rules of RSS and Atom have the names and the levels of the W3C Feed Validation Service, so that they can be
/// looked up there.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// The name by which people look it up, as `ContainsRelRef`.
    pub name: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The specification and its section, as `RFC 4287, 4.2.6`.
    pub spec: &'static str,
    /// What it asks for, in one sentence.
    pub about: &'static str,
    /// What to do about a finding, in one sentence.
    pub help: &'static str,
}

impl Rule {
    /// A rule that a feed must hold to.
    pub(crate) const fn error(
        name: &'static str,
        spec: &'static str,
        about: &'static str,
        help: &'static str,
    ) -> Rule {
        Rule { name, severity: Severity::Error, spec, about, help }
    }

    /// A rule that a feed should hold to.
    pub(crate) const fn warning(
        name: &'static str,
        spec: &'static str,
        about: &'static str,
        help: &'static str,
    ) -> Rule {
        Rule { name, severity: Severity::Warning, spec, about, help }
    }

    /// A rule that is good to know of.
    pub(crate) const fn info(
        name: &'static str,
        spec: &'static str,
        about: &'static str,
        help: &'static str,
    ) -> Rule {
        Rule { name, severity: Severity::Info, spec, about, help }
    }

    /// Every rule, by topic.
    pub fn all() -> impl Iterator<Item = &'static Rule> {
        TOPICS.iter().copied().flatten().copied()
    }

    /// The rule of a name.
    ///
    /// ```
    /// use wp2feed::{Rule, Severity};
    ///
    /// assert_eq!(Rule::of("MissingContent").map(|rule| rule.severity), Some(Severity::Error));
    /// ```
    pub fn of(name: &str) -> Option<&'static Rule> {
        Rule::all().find(|rule| rule.name == name)
    }
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know; the feed works as it is.
    Info,
    /// Some readers show it wrongly, or not at all.
    Warning,
    /// The feed breaks its specification.
    Error,
}

impl Severity {
    /// The name on the command line: `error`, `warning` or `info`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
