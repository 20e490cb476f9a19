//! The head of a feed as a whole: what it must have, and where its links may lead (RFC 5005).

use crate::validate::grammar::{Frame, Link, Space, Walk};
use crate::validate::rule::Rule;
use crate::validate::rules::atom as rules;
use crate::validate::vocabularies::atom::{PAGES, duplicate_links, hub_without_self};

/// Judges the head of the feed that is so many steps above the element that began last.
pub(super) fn finish_head(walk: &mut Walk<'_>, steps: usize, missing: &'static Rule) {
    let Some(feed) = walk.above(steps) else { return };
    let (at, name) = (feed.at, feed.name.clone());
    for element in ["title", "id", "updated"] {
        if walk.above(steps).is_some_and(|feed| !feed.holds(Space::CORE, element)) {
            walk.report(missing, at, format!("expected {name} to hold {element}"));
        }
    }
    let address = walk.facts.address.clone();
    let Some(feed) = walk.above(steps) else { return };
    let found = judge(feed, &address);
    for (rule, link, message) in found {
        walk.report(rule, link.map_or(at, |link| link.at), message);
    }
    duplicate_links(walk, steps);
    hub_without_self(walk, steps);
}

type Found = Vec<(&'static Rule, Option<Link>, String)>;

/// Judges the links of a head.
fn judge(feed: &Frame, address: &str) -> Found {
    let links = &feed.notes.links;
    // What the feed says of where it is counts beside where it is.
    let selves = links.iter().filter(|link| link.rel == "self").map(|link| link.href.as_str());
    let addresses: Vec<&str> = selves.chain([address]).collect();
    let has = |rel: &str| links.iter().any(|link| link.rel == rel);
    let mut found = Vec::new();
    if feed.name.local == "feed" && !has("self") {
        found.push((&rules::MISSING_SELF, None, "expected feed to hold a link to itself".into()));
    }
    let is_complete = feed.holds(Space::FH, "complete");
    if is_complete {
        complete(links, &addresses, &mut found);
    }
    past_the_end(links, &addresses, &mut found);
    if feed.holds(Space::FH, "archive") && !is_complete {
        if !has("prev-archive") && !has("next-archive") {
            let message = "expected an archive to lead to another".into();
            found.push((&rules::ARCHIVE_INCOMPLETE, None, message));
        }
        if !has("current") {
            let message = "expected an archive to lead to the current feed".into();
            found.push((&rules::MISSING_CURRENT_IN_ARCHIVE, None, message));
        }
    }
    found
}

/// A complete feed has no other pages (section 2).
fn complete(links: &[Link], addresses: &[&str], found: &mut Found) {
    for link in links.iter().filter(|link| PAGES.contains(&link.rel.as_str())) {
        if link.rel != "current" {
            let message =
                format!("expected no other page of a complete feed, but found {:?}", link.rel);
            found.push((&rules::FEED_REL_IN_COMPLETE_FEED, Some(link.clone()), message));
        } else if !addresses.contains(&link.href.as_str()) {
            let message =
                format!("expected the address of the feed itself, but found {:?}", link.href);
            found.push((&rules::CURRENT_NOT_SELF_IN_COMPLETE_FEED, Some(link.clone()), message));
        }
    }
}

/// Nothing comes before the first page, and nothing after the last (section 3).
fn past_the_end(links: &[Link], addresses: &[&str], found: &mut Found) {
    for (end, beyond) in [("first", "previous"), ("last", "next")] {
        let is_end =
            links.iter().any(|link| link.rel == end && addresses.contains(&link.href.as_str()));
        for link in links.iter().filter(|link| is_end && link.rel == beyond) {
            let message = format!("expected nothing beyond the {end} page, but found {beyond:?}");
            found.push((&rules::LINK_PAST_END, Some(link.clone()), message));
        }
    }
}
