//! Where our feeds differ from WordPress's: a decision each, with what must hold where it is called upon.
//!
//! A decision never names posts: it verifies how the two sides are related, with the post as REST gave it.

mod comments;
mod content;
mod discussion;
mod feed;
mod item;
mod media;
mod summary;

use crate::elements::Values;
use crate::pair::Difference;
use chrono::{DateTime, NaiveDateTime};
use serde_json::Value;

/// A reason for a difference.
pub(crate) struct Decision {
    pub(crate) name: &'static str,
    pub(crate) verdict: Verdict,
    pub(crate) why: &'static str,
    /// The rows that it is about.
    pub(crate) rows: &'static [&'static str],
    /// Whether it is the reason for this difference.
    pub(crate) explains: fn(&Difference<'_>) -> bool,
}

/// What a difference says of our feed. The worst comes last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Verdict {
    /// Ours is right on purpose, and WordPress's is not, or not for this.
    Better,
    /// Ours would be WordPress's if REST told it.
    NotInRest,
}

/// Every decision.
pub(crate) fn all() -> impl Iterator<Item = &'static Decision> {
    let tables = [
        feed::DECISIONS,
        item::DECISIONS,
        discussion::DECISIONS,
        comments::DECISIONS,
        media::DECISIONS,
        summary::DECISIONS,
        content::DECISIONS,
    ];
    tables.into_iter().flatten()
}

/// The decisions that explain a difference; one, if all is well.
pub(crate) fn explaining(difference: &Difference<'_>) -> Vec<&'static Decision> {
    let explains = |decision: &&Decision| {
        decision.rows.contains(&difference.row.name) && (decision.explains)(difference)
    };
    all().filter(explains).collect()
}

const TITLE: &[&str] = &["item/title", "entry/title"];
const AUTHOR: &[&str] = &["item/dc:creator", "entry/author/name"];
const SUMMARY: &[&str] = &["item/description", "entry/summary"];
const CONTENT: &[&str] = &["item/content:encoded", "entry/content"];

/// What one of the two items has in some elements, ours or theirs.
fn ours(d: &Difference<'_>, names: &[&str]) -> String {
    d.items.map(|(ours, _)| ours.get(names)).unwrap_or_default()
}

fn theirs(d: &Difference<'_>, names: &[&str]) -> String {
    d.items.map(|(_, theirs)| Values::get(theirs, names)).unwrap_or_default()
}

/// A text of the post, or nothing.
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A date of RSS or of Atom, in UTC.
fn moment(date: &str) -> Option<NaiveDateTime> {
    let date = DateTime::parse_from_rfc2822(date).or_else(|_| DateTime::parse_from_rfc3339(date));
    date.ok().map(|date| date.naive_utc())
}
