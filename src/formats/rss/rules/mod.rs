//! What RSS must hold to, <https://www.rssboard.org/rss-specification> and the RSS Profile: the root and its channel.

mod channel;
mod item;
mod picture;
mod schedule;

use crate::validate::grammar::{
    Attribute, Child, Element, Group, Kind, Required, Root, Space, Version, Walk, list,
};
use crate::validate::rules::structure;
use crate::validate::values::choices;
use crate::validate::xml::Start;

/// The root of RSS.
pub(crate) static ROOTS: [Root; 1] = [Root { local: "rss", element: &RSS, enter }];

static RSS: Element = Element::of(&[list![
    Group::new(Space::CORE, list![Child::once("channel", &channel::CHANNEL)]),
    Group::new(Space::ACCESS, list![Child::once("restriction", &RESTRICTION)]),
]])
.attributes(list![Attribute::new("version", &[]).required()])
.requires(list![Required::new(Space::CORE, "channel", &structure::MISSING_ELEMENT)]);

static RESTRICTION: Element = Element::empty()
    .attributes(list![Attribute::new("relationship", &[choices::access_relation]).required()]);

/// Finds out which version of RSS it is.
fn enter(walk: &mut Walk<'_>, start: Start<'_>) -> bool {
    let namespace = start.name.namespace;
    if !namespace.is_empty() {
        let message = format!("expected rss in no namespace, but found {namespace:?}");
        walk.report(&structure::INVALID_NAMESPACE, start.at, message);
        walk.facts.own.push(namespace.to_owned());
    }
    let version = start.attribute("", "version");
    walk.facts.kind = Kind::Rss(match version.map(|version| version.value) {
        None | Some("2.0") => Version::Two,
        Some("0.91") => Version::Plain,
        Some(version) if version.starts_with("2.") => Version::NearlyTwo,
        Some(_) => Version::Old,
    });
    if let Some(version) = version.filter(|it| !["0.91", "0.92", "2.0"].contains(&it.value)) {
        let message = format!("expected the version 2.0, but found {:?}", version.value);
        walk.report(&structure::INVALID_RSS_VERSION, version.place(0), message);
    }
    true
}
