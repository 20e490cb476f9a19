//! Decisions about the comments on a post.

use super::Decision;
use super::Verdict::{Better, NotInRest};
use crate::pair::Difference;

const PAGE: &str = "entry/link[replies, page]@href";
const COUNTS: &[&str] = &[
    "item/slash:comments",
    "entry/thr:total",
    "entry/link[replies, page]@thr:count",
    "entry/link[replies, feed]@thr:count",
];

pub(super) const DECISIONS: &[Decision] = &[
    Decision {
        name: "#respond while nobody did",
        verdict: Better,
        why: "the page has no #comments then; WordPress's own RSS says so, its Atom not",
        rows: &[PAGE],
        explains: |d| {
            d.post["_embedded"]["replies"].is_null()
                && d.ours.ends_with("#respond")
                && d.ours.replace("#respond", "#comments") == d.theirs
        },
    },
    Decision {
        name: "no comments where the type has none",
        verdict: Better,
        why: "WordPress links to comments of post types that can't have any",
        rows: &[
            "item/comments",
            "item/wfw:commentRss",
            "item/slash:comments",
            "entry/thr:total",
            PAGE,
            "entry/link[replies, feed]@href",
        ],
        explains: |d| d.ours.is_empty() && d.post["comment_status"].is_null(),
    },
    Decision {
        name: "no count if none is known",
        verdict: NotInRest,
        why: "a post has no count, no list of comments says that it is whole, and pingbacks are in none",
        rows: COUNTS,
        explains: |d| {
            let known = replies(d);
            d.ours.is_empty()
                && !d.post["comment_status"].is_null()
                && matches!(known, None | Some(10 | 100))
        },
    },
    Decision {
        name: "pingbacks are not counted",
        verdict: NotInRest,
        why: "REST embeds comments without the pingbacks that WordPress counts",
        rows: COUNTS,
        explains: |d| {
            let numbers = |text: &str| text.parse::<usize>().ok();
            let (known, theirs) = (replies(d), numbers(&d.theirs));
            known.is_some() && known == numbers(&d.ours) && theirs > known
        },
    },
];

/// How many comments on the post REST tells.
fn replies(d: &Difference<'_>) -> Option<usize> {
    d.post["_embedded"]["replies"][0].as_array().map(Vec::len)
}
