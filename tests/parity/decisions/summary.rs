//! Decisions about the summary, a place in it each.

use super::Verdict::{Better, NotInRest};
use super::{Decision, SUMMARY, ours, text, theirs};
use crate::html::{decode, tokens};
use crate::support::words;

pub(super) const DECISIONS: &[Decision] = &[
    Decision {
        name: "references as REST writes them",
        verdict: Better,
        why: "WordPress makes numbers of named references for XML's sake, which CDATA does not need",
        rows: SUMMARY,
        explains: |d| decode(&d.ours) == decode(&d.theirs),
    },
    Decision {
        name: "a reference that was cut is mended",
        verdict: Better,
        why: "in some languages WordPress counts characters and cuts within a reference, which readers would show",
        rows: SUMMARY,
        explains: |d| {
            d.theirs.contains(CUT) && decode(&d.ours) == decode(&d.theirs.replace(CUT, "&nbsp;"))
        },
    },
    Decision {
        name: "texturized, in paragraphs",
        verdict: NotInRest,
        why: "REST's excerpt went through the_excerpt, with wptexturize and wpautop; the feed's not",
        rows: SUMMARY,
        explains: |d| {
            !ours(d, SUMMARY).is_empty()
                && decode(&d.ours) != decode(&d.theirs)
                && undone(&d.ours) == undone(&d.theirs)
        },
    },
    Decision {
        name: "the excerpt ends where more is",
        verdict: NotInRest,
        why: "REST makes the excerpt from what stands before the more tag, the feed from all",
        rows: SUMMARY,
        explains: |d| {
            let content = text(&d.post["content"]["rendered"]);
            let (_, behind) = content.split_once("<!--more").unwrap_or_default();
            let rest = d.theirs.trim_end_matches("[&#8230;]");
            d.ours.is_empty() && !words(rest).is_empty() && words(behind).contains(&words(rest))
        },
    },
    Decision {
        name: "a blank excerpt is none",
        verdict: Better,
        why: "a hard space says nothing",
        rows: SUMMARY,
        explains: |d| ours(d, SUMMARY).is_empty() && words(&theirs(d, SUMMARY)).is_empty(),
    },
];

/// What texturizing makes of `&nbsp` without its semicolon.
const CUT: &str = "&#038;nbsp";

/// Undoes wptexturize and wpautop as far as that can be done: on both sides marks become what is typed,
/// and paragraphs and white space are left out.
fn undone(html: &str) -> String {
    let paragraph = |token: &&str| !["<p>", "</p>", "<br />"].contains(token);
    let text: String = tokens(html).into_iter().filter(paragraph).collect();
    let typed = |c| match c {
        '‘' | '’' | '′' => '\'',
        '“' | '”' | '″' => '"',
        '–' | '—' => '-',
        c => c,
    };
    let text: String = decode(&text).replace("--", "-").chars().map(typed).collect();
    text.split_whitespace().collect()
}
