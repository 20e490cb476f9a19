//! What readers will do about a difference.

use super::{Change, Difference, EntryDifference};
use crate::model::Feed;
use std::collections::HashSet;
use std::fmt;

/// What readers will do, and about how many entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// What it is.
    pub kind: EffectKind,
    /// How many entries it is about; 0 where it is about the feed.
    pub count: usize,
}

/// What readers may do, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum EffectKind {
    /// Entries have another id, by which readers know what they have shown.
    NewIds,
    /// Entries of the new feed share an id.
    SharedIds,
    /// The feed says that its address is another one.
    FeedMoved,
    /// The feed has another id.
    FeedRenamed,
    /// Files that readers download are others.
    Downloads,
    /// There are entries that were not there.
    Added,
    /// Entries are dated as changed.
    Updated,
    /// Entries are gone.
    Removed,
}

pub(super) fn of(feed: &[Difference], entries: &[EntryDifference], new: &Feed) -> Vec<Effect> {
    let differs = |name: &str| usize::from(feed.iter().any(|it| it.field.name() == name));
    let fields = |name: &str| entries.iter().filter(|entry| entry.differs(name)).count();
    let count = |is: fn(&Change) -> bool| entries.iter().filter(|entry| is(&entry.change)).count();
    let mut ids = HashSet::new();
    let shared = new.entries.iter().filter(|entry| !ids.insert(entry.id.as_str())).count();
    let found = [
        (EffectKind::NewIds, fields("id")),
        (EffectKind::SharedIds, shared),
        (EffectKind::FeedMoved, differs("feed-url")),
        (EffectKind::FeedRenamed, differs("id")),
        (EffectKind::Downloads, fields("enclosures")),
        (EffectKind::Added, count(|change| matches!(change, Change::Added { .. }))),
        (EffectKind::Updated, fields("updated")),
        (EffectKind::Removed, count(|change| matches!(change, Change::Removed { .. }))),
    ];
    found
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| Effect { kind, count })
        .collect()
}

impl EntryDifference {
    fn differs(&self, name: &str) -> bool {
        let Change::Changed { fields, .. } = &self.change else { return false };
        fields.iter().any(|difference| difference.field.name() == name)
    }
}

impl EffectKind {
    /// A name for programs, which never changes.
    pub fn code(self) -> &'static str {
        match self {
            EffectKind::NewIds => "new-ids",
            EffectKind::SharedIds => "shared-ids",
            EffectKind::FeedMoved => "feed-moved",
            EffectKind::FeedRenamed => "feed-renamed",
            EffectKind::Downloads => "downloads",
            EffectKind::Added => "added",
            EffectKind::Updated => "updated",
            EffectKind::Removed => "removed",
        }
    }

    /// What readers do, behind a colon.
    fn consequence(self) -> &'static str {
        match self {
            EffectKind::NewIds => "subscribers will see them again",
            EffectKind::SharedIds => "readers show one of those that share it",
            EffectKind::FeedMoved => "readers that heed it will ask there from now on",
            EffectKind::FeedRenamed => "some readers will take it for another feed",
            EffectKind::Downloads => "podcast players may download them again",
            EffectKind::Added => "subscribers will see them as new",
            EffectKind::Updated => "readers that show changes will show them again",
            EffectKind::Removed => "readers keep what they have",
        }
    }
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (noun, has) = if self.count == 1 { ("entry", "has") } else { ("entries", "have") };
        let count = self.count;
        match self.kind {
            EffectKind::NewIds => write!(f, "{count} {noun} {has} a new id")?,
            EffectKind::SharedIds => write!(f, "{count} {noun} {has} the id of another")?,
            EffectKind::FeedMoved => f.write_str("feed address changed")?,
            EffectKind::FeedRenamed => f.write_str("feed id changed")?,
            EffectKind::Downloads => write!(f, "{count} {noun} {has} other files")?,
            EffectKind::Added => write!(f, "{count} {noun} added")?,
            EffectKind::Updated => write!(f, "{count} {noun} {has} another date of change")?,
            EffectKind::Removed => write!(f, "{count} {noun} removed")?,
        }
        write!(f, ": {}", self.kind.consequence())
    }
}
