//! Where our feeds differ from WordPress's on purpose: a decision each, with what must hold where it is
//! called upon.
//!
//! A decision never names posts: it verifies how the two sides are related, with the post as REST gave it.

mod content;
mod feed;
mod item;
mod summary;

use crate::pair::Difference;

/// A reason for a difference.
pub(crate) struct Decision {
    pub(crate) name: &'static str,
    /// Why ours is right, or as right as REST allows.
    pub(crate) why: &'static str,
    /// The fields that it is about.
    pub(crate) fields: &'static [&'static str],
    /// Whether it is the reason for this difference.
    pub(crate) explains: fn(&Difference<'_>) -> bool,
}

/// Every decision.
pub(crate) fn all() -> impl Iterator<Item = &'static Decision> {
    [feed::DECISIONS, item::DECISIONS, summary::DECISIONS, content::DECISIONS].into_iter().flatten()
}

/// The decisions that explain a difference; one, if all is well.
pub(crate) fn explaining(difference: &Difference<'_>) -> Vec<&'static Decision> {
    let explains = |decision: &&Decision| {
        decision.fields.contains(&difference.field) && (decision.explains)(difference)
    };
    all().filter(explains).collect()
}
