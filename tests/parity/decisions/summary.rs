//! Decisions about the summary, a place in it each.

use super::Decision;
use crate::html::{decode, tokens};
use crate::support::words;

pub(super) const DECISIONS: &[Decision] = &[
    Decision {
        name: "references as REST writes them",
        why: "WordPress makes numbers of named references for XML's sake, which CDATA does not need",
        fields: &["summary"],
        explains: |d| decode(&d.ours) == decode(&d.theirs),
    },
    Decision {
        name: "texturized, in paragraphs",
        why: "REST's excerpt went through the_excerpt, with wptexturize and wpautop; the feed's not",
        fields: &["summary"],
        explains: |d| {
            let (ours, _) = d.items.expect("two items");
            ours.summary.is_some()
                && decode(&d.ours) != decode(&d.theirs)
                && undone(&d.ours) == undone(&d.theirs)
        },
    },
    Decision {
        name: "the excerpt ends where more is",
        why: "REST makes the excerpt from what stands before the more tag, the feed from all",
        fields: &["summary"],
        explains: |d| {
            let content = d.post["content"]["rendered"].as_str().unwrap_or_default();
            let (_, behind) = content.split_once("<!--more").unwrap_or_default();
            let rest = d.theirs.trim_end_matches("[&#8230;]");
            d.ours.is_empty() && !words(rest).is_empty() && words(behind).contains(&words(rest))
        },
    },
    Decision {
        name: "a blank excerpt is none",
        why: "a hard space says nothing",
        fields: &["summary"],
        explains: |d| {
            let (ours, theirs) = d.items.expect("two items");
            ours.summary.is_none()
                && words(theirs.summary.as_deref().unwrap_or_default()).is_empty()
        },
    },
];

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
