//! Decisions about the content, a place in it each: REST has it before WordPress makes it fit for its
//! feeds.

use super::Decision;
use crate::html::{alternatives, decode, tags, tokens, unnumbered};
use crate::support::words;

pub(super) const DECISIONS: &[Decision] = &[
    Decision {
        name: "]]> stays",
        why: "WordPress escapes it for CDATA, also in scripts; here CDATA is split there",
        fields: &["content"],
        explains: |d| d.ours.contains("]]>") && d.theirs.replace("]]&gt;", "]]>") == d.ours,
    },
    Decision {
        name: "emoji are characters",
        why: "WordPress puts pictures from s.w.org in their place for old browsers",
        fields: &["content"],
        explains: |d| {
            (d.theirs.contains("class=\"wp-smiley\"") || d.theirs.contains("&#x"))
                && decode(&alternatives(&d.theirs)) == decode(&d.ours)
        },
    },
    Decision {
        name: "blanks in a tag",
        why: "WordPress takes the style off a hidden frame, as we do, and leaves the blank before it",
        fields: &["content"],
        explains: |d| tags(&d.ours, &[]) == tags(&d.theirs, &[]),
    },
    Decision {
        name: "pictures load as on the page",
        why: "WordPress tells browsers other things about loading in a feed than on a page",
        fields: &["content"],
        explains: |d| {
            const LOADING: &[&str] = &["loading", "fetchpriority", "decoding", "sizes"];
            d.ours.contains("<img") && tags(&d.ours, LOADING) == tags(&d.theirs, LOADING)
        },
    },
    Decision {
        name: "numbers of a request",
        why: "WordPress numbers galleries, players and styles through a request, so they change with it",
        fields: &["content"],
        explains: |d| {
            tags(&d.ours, &[]) != tags(&d.theirs, &[])
                && tags(&unnumbered(&d.ours), &[]) == tags(&unnumbered(&d.theirs), &[])
        },
    },
    Decision {
        name: "galleries and playlists in full",
        why: "in its feeds WordPress makes plain links of them; every link of theirs is in ours",
        fields: &["content"],
        explains: |d| {
            let (ours, theirs) = d.items.expect("two items");
            let (ours, theirs) = (ours.content.as_deref(), theirs.content.as_deref());
            let (ours, theirs) = (ours.unwrap_or_default(), theirs.unwrap_or_default());
            let mut links = tokens(theirs).into_iter().filter(|token| token.starts_with("<a "));
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
        why: "WordPress's feed has the first page alone, and nothing says that there are more",
        fields: &["content"],
        explains: |d| {
            let content = d.post["content"]["rendered"].as_str().unwrap_or_default();
            d.theirs.is_empty()
                && d.ours.trim().starts_with("<!--nextpage-->")
                && content.trim().ends_with(&d.ours)
        },
    },
    Decision {
        name: "the more tag is a comment",
        why: "WordPress puts an anchor there, to which its own pages link",
        fields: &["content"],
        explains: |d| {
            d.ours.starts_with("<!--more")
                && d.theirs == format!("<span id=\"more-{}\"></span>", d.post["id"])
        },
    },
    Decision {
        name: "no content is none",
        why: "WordPress lets the excerpt stand in, which is there as the summary already",
        fields: &["content"],
        explains: |d| {
            let (ours, theirs) = d.items.expect("two items");
            ours.content.is_none() && theirs.content == theirs.summary
        },
    },
];
