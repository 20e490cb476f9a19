//! Every rule, by topic; one const each.
//!
//! A topic is a file with one `pub(crate) const ALL: &[&Rule]` that lists its consts, and a row here.

use super::rule::Rule;

/// The rules of every topic.
pub(crate) const TOPICS: &[&[&Rule]] = &[];
