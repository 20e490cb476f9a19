//! Every rule, by topic; one const each.
//!
//! A topic is a file with one `pub(crate) const ALL: &[&Rule]` that lists its consts, and a row here.

pub(crate) mod addresses;
pub(crate) mod atom;
pub(crate) mod choices;
pub(crate) mod content;
pub(crate) mod dates;
pub(crate) mod extensions;
pub(crate) mod feeds;
pub(crate) mod google;
pub(crate) mod json;
pub(crate) mod json_feed;
pub(crate) mod mail;
pub(crate) mod numbers;
pub(crate) mod podcast;
pub(crate) mod structure;
pub(crate) mod sync;
pub(crate) mod values;
pub(crate) mod xml;

use super::rule::Rule;

/// The rules of every topic.
pub(crate) const TOPICS: &[&[&Rule]] = &[
    addresses::ALL,
    atom::ALL,
    choices::ALL,
    content::ALL,
    dates::ALL,
    extensions::ALL,
    feeds::ALL,
    google::ALL,
    json::ALL,
    json_feed::ALL,
    mail::ALL,
    numbers::ALL,
    podcast::ALL,
    structure::ALL,
    sync::ALL,
    values::ALL,
    xml::ALL,
];
