//! What is known of a document: which feed it is, where it is served from, what its entries are called.

use crate::validate::values::Rss;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What is known of a document.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// Which feed it is.
    pub(crate) kind: Kind,
    /// The namespaces that are the format's own, beside none.
    pub(crate) own: Vec<String>,
    /// Where it is served from; empty if that is not known.
    pub(crate) address: String,
    /// The time, in seconds since 1970.
    pub(crate) now: Option<i64>,
    /// The encoding in which it is read, by any of its names.
    pub(crate) encoding: String,
    names: HashSet<u64>,
    /// How many entries there are.
    pub(crate) entries: u64,
    /// How many of them have an id that another one has.
    pub(crate) repeated: u64,
}

/// Which feed a document is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    /// That is not known yet, or it is none.
    #[default]
    Unknown,
    /// RSS of some version.
    Rss(Version),
    /// An Atom feed.
    Atom,
    /// A single entry of Atom.
    Entry,
}

/// Which RSS a feed says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    /// 0.91, which has no HTML in descriptions.
    Plain,
    /// Another of the nineties.
    Old,
    /// 2.0.
    Two,
    /// 2.0.x, which nobody specified.
    NearlyTwo,
}

impl Facts {
    /// What is known before a document is read.
    pub(crate) fn new(address: Option<&str>, now: Option<i64>) -> Facts {
        let address = address.unwrap_or_default().to_owned();
        Facts { address, now, ..Facts::default() }
    }

    /// Which RSS it is, as far as values care.
    pub(crate) fn rss(&self) -> Rss {
        match self.kind {
            Kind::Rss(Version::Two | Version::NearlyTwo) => Rss::Two,
            Kind::Rss(_) => Rss::Old,
            _ => Rss::No,
        }
    }

    /// Whether it is RSS.
    pub(crate) fn is_rss(&self) -> bool {
        matches!(self.kind, Kind::Rss(_))
    }

    /// Takes note of a value that only one entry may have; says whether another one has it.
    pub(crate) fn is_repeated(&mut self, of: &str, value: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        (of, value).hash(&mut hasher);
        !self.names.insert(hasher.finish())
    }
}
