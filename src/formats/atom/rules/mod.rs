//! What Atom must hold to, RFC 4287 and the pages of RFC 5005: the roots `feed` and `entry`.

mod entry;
mod feed;
mod pages;

use crate::validate::grammar::{Child, Group, Kind, OBSOLETE_ATOM, Root, Space, Walk, list};
use crate::validate::rules::structure;
use crate::validate::vocabularies::anywhere::{ADDRESS, ANY_TEXT, W3C_DATE};
use crate::validate::vocabularies::{itunes, podcast};
use crate::validate::xml::Start;

/// The roots of Atom.
pub(crate) static ROOTS: [Root; 2] = [
    Root { local: "feed", element: &feed::FEED, enter },
    Root { local: "entry", element: &entry::ENTRY, enter },
];

/// Atom 1.0's namespace.
const ATOM: &str = "http://www.w3.org/2005/Atom";

/// The extensions that feeds and entries have alike.
const OF_BOTH: &[Group] = &[
    Group::new(
        Space::DC,
        list![
            Child::any("creator", &ANY_TEXT),
            Child::any("subject", &ANY_TEXT),
            Child::once("date", &W3C_DATE),
        ],
    ),
    Group::new(Space::ITUNES, itunes::OF_BOTH),
    Group::new(Space::PODCAST, podcast::OF_BOTH),
    Group::new(Space::CREATIVE_COMMONS, list![Child::any("license", &ADDRESS)]),
];

/// Finds out whether it is a feed or an entry, and of which Atom.
fn enter(walk: &mut Walk<'_>, start: Start<'_>) -> bool {
    for declaration in start.declarations() {
        if matches!(declaration.prefix, "atom" | "xhtml") {
            walk.avoid_prefix(declaration.prefix, declaration.at);
        }
    }
    let namespace = start.name.namespace;
    if namespace.is_empty() {
        let message = format!("expected the namespace {ATOM:?}, but found none");
        walk.report(&structure::MISSING_NAMESPACE, start.at, message);
        return true;
    }
    let is_feed = start.name.local == "feed";
    walk.facts.kind = if is_feed { Kind::Atom } else { Kind::Entry };
    if namespace == OBSOLETE_ATOM {
        let message = format!("expected the namespace {ATOM:?}, but found {OBSOLETE_ATOM:?}");
        walk.report(&structure::OBSOLETE_NAMESPACE, start.at, message);
        return false;
    }
    walk.facts.own.push(ATOM.to_owned());
    if namespace != ATOM {
        let message = format!("expected the namespace {ATOM:?}, but found {namespace:?}");
        walk.report(&structure::INVALID_NAMESPACE, start.at, message);
        walk.facts.own.push(namespace.to_owned());
    }
    true
}
