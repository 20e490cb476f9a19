//! Decisions about the content, a place in it each: REST has it before WordPress makes it fit for its
//! feeds.

use super::Verdict::{Better, NotInRest};
use super::{CONTENT, Decision, SUMMARY, ours, text, theirs};
use crate::html::{alternatives, decode, tags, tokens, unnumbered};
use crate::pair::Difference;
use crate::support::words;

pub(super) const DECISIONS: &[Decision] = &[
    Decision {
        name: "]]> stays",
        verdict: Better,
        why: "WordPress escapes it for CDATA, also in scripts; here CDATA is split there",
        rows: CONTENT,
        explains: |d| d.ours.contains("]]>") && d.theirs.replace("]]&gt;", "]]>") == d.ours,
    },
    Decision {
        name: "emoji are characters",
        verdict: Better,
        why: "WordPress puts pictures from s.w.org in their place for old browsers",
        rows: CONTENT,
        explains: |d| {
            (d.theirs.contains("class=\"wp-smiley\"") || d.theirs.contains("&#x"))
                && decode(&alternatives(&d.theirs)) == decode(&d.ours)
        },
    },
    Decision {
        name: "blanks in a tag",
        verdict: Better,
        why: "WordPress takes the style off a hidden frame, as we do, and leaves the blank before it",
        rows: CONTENT,
        explains: same_but_for_blanks,
    },
    Decision {
        name: "pictures and frames load as on the page",
        verdict: NotInRest,
        why: "WordPress tells browsers other things about loading in a feed than on a page",
        rows: CONTENT,
        explains: |d| {
            const LOADING: &[&str] = &["loading", "fetchpriority", "decoding", "sizes"];
            ["<img", "<iframe"].iter().any(|tag| d.ours.contains(tag))
                && !same_but_for_blanks(d)
                && tags(&d.ours, LOADING) == tags(&d.theirs, LOADING)
        },
    },
    Decision {
        name: "numbers of a request",
        verdict: NotInRest,
        why: "WordPress numbers galleries, players and styles through a request, so they change with it",
        rows: CONTENT,
        explains: |d| {
            !same_but_for_blanks(d) && tags(&alike(&d.ours), &[]) == tags(&alike(&d.theirs), &[])
        },
    },
    Decision {
        name: "galleries and playlists in full",
        verdict: Better,
        why: "in its feeds WordPress makes plain links of them; every link of theirs is in ours",
        rows: CONTENT,
        explains: |d| {
            let (ours, theirs) = (ours(d, CONTENT), theirs(d, CONTENT));
            let mut links = tokens(&theirs).into_iter().filter(|token| token.starts_with("<a "));
            // The parser takes what is in noscript for text, as browsers do.
            let wrapping = words(&d.ours.replace("<noscript>", "")).is_empty();
            ["gallery-", "wp-playlist-"].iter().any(|name| ours.contains(name))
                && links.all(|link| ours.contains(link))
                && !d.ours.trim().is_empty()
                && d.theirs.trim().is_empty()
                && wrapping
        },
    },
    Decision {
        name: "all pages",
        verdict: Better,
        why: "WordPress's feed has the first page alone, and nothing says that there are more",
        rows: CONTENT,
        explains: |d| {
            let content = text(&d.post["content"]["rendered"]);
            d.theirs.is_empty()
                && d.ours.trim().starts_with("<!--nextpage-->")
                && content.trim().ends_with(&d.ours)
        },
    },
    Decision {
        name: "the more tag is a comment",
        verdict: Better,
        why: "WordPress puts an anchor there, to which its own pages link",
        rows: CONTENT,
        explains: |d| {
            d.ours.starts_with("<!--more")
                && d.theirs == format!("<span id=\"more-{}\"></span>", d.post["id"])
        },
    },
    Decision {
        name: "no content is none",
        verdict: Better,
        why: "WordPress lets the excerpt stand in, which is there as the summary already",
        rows: CONTENT,
        explains: |d| ours(d, CONTENT).is_empty() && theirs(d, CONTENT) == theirs(d, SUMMARY),
    },
];

/// A gallery or player as if it were no first one: without its number, and without what WordPress puts before
/// the first for old browsers.
fn alike(html: &str) -> String {
    let old = ["audio", "video"].map(|name| {
        format!("<!--[if lt IE 9]><script>document.createElement('{name}');</script><![endif]-->\n")
    });
    unnumbered(&old.iter().fold(html.to_owned(), |html, old| html.replace(old, "")))
}

fn same_but_for_blanks(d: &Difference<'_>) -> bool {
    tags(&d.ours, &[]) == tags(&d.theirs, &[])
}
