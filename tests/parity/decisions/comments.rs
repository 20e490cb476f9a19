//! Decisions about feeds of comments.

use super::Verdict::{Better, NotInRest};
use super::{CONTENT, Decision, moment, ours};
use crate::elements::Values;
use crate::html::{alternatives, decode};
use crate::pair::{Difference, is_locked};
use crate::support::words;
use serde_json::Value;

pub(super) const DECISIONS: &[Decision] = &[
    Decision {
        name: "comments on locked posts are left out",
        verdict: Better,
        why: "WordPress shows a form in their place, and REST does not tell them",
        rows: &["channel/item", "feed/entry"],
        explains: |d| d.ours.is_empty() && page(d).is_some_and(is_locked),
    },
    Decision {
        name: "pingbacks are in no list of comments",
        verdict: NotInRest,
        why: "REST tells comments alone to those who are not logged in",
        rows: &["channel/item", "feed/entry"],
        explains: |d| {
            d.ours.is_empty() && d.post.is_null() && page(d).is_some_and(|page| !is_locked(page))
        },
    },
    Decision {
        name: "as new as the comments that are told",
        verdict: NotInRest,
        why: "what WordPress's feed has more may be newer",
        rows: &["channel/lastBuildDate", "feed/updated"],
        explains: |d| {
            let told = |item: &&Values| !d.pair.post(&item.link()).is_null();
            let date = |item: &Values| moment(&item.get(&["item/pubDate", "entry/updated"]));
            let items = || d.pair.theirs.items.iter();
            is_of_comments(d)
                && moment(&d.theirs) == items().filter_map(date).max()
                && moment(&d.ours) == items().filter(told).filter_map(date).max()
        },
    },
    Decision {
        name: "the icon in feeds of comments",
        verdict: Better,
        why: "WordPress writes it into feeds of posts alone",
        rows: &["channel/image/url", "channel/image/title", "channel/image/link", "feed/icon"],
        explains: |d| {
            let head = |name| d.pair.ours.head.get(&[name]);
            let expected = match d.row.name {
                "channel/image/title" => head("channel/title"),
                "channel/image/link" => head("channel/link"),
                _ => d.pair.given.site.icon.clone().unwrap_or_default(),
            };
            is_of_comments(d) && d.theirs.is_empty() && d.ours == expected
        },
    },
    Decision {
        name: "the language of feeds of comments",
        verdict: Better,
        why: "WordPress's RSS of comments does not say it",
        rows: &["channel/language"],
        explains: |d| {
            is_of_comments(d)
                && d.theirs.is_empty()
                && Some(&d.ours) == d.pair.given.site.language.as_ref()
        },
    },
    Decision {
        name: "the text of a comment once",
        verdict: Better,
        why: "WordPress's RSS repeats it in the description, as text with tags for people to see",
        rows: &["item/description"],
        explains: |d| {
            let letters =
                |html: &str| words(html).chars().filter(|c| c.is_alphanumeric()).collect();
            let (content, repeated): (String, String) =
                (letters(&ours(d, CONTENT)), letters(&decode(&alternatives(&d.theirs))));
            is_of_comments(d) && d.ours.is_empty() && content == repeated
        },
    },
    Decision {
        name: "text is said to be text",
        verdict: Better,
        why: "a title without a type is text, which WordPress's Atom of comments leaves unsaid",
        rows: &["entry/title@type"],
        explains: |d| is_of_comments(d) && d.ours == "text" && d.theirs.is_empty(),
    },
];

fn is_of_comments(d: &Difference<'_>) -> bool {
    !d.pair.about.is_empty()
}

/// What a comment that WordPress alone has is about.
fn page<'a>(d: &Difference<'a>) -> Option<&'a Value> {
    let of = |post: &&Value| post["link"].as_str().is_some_and(|link| d.theirs.starts_with(link));
    d.pair.about.iter().find(of)
}
