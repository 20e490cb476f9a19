//! Decisions about a post's title, id, people, terms and dates.

use super::Verdict::{Better, NotInRest};
use super::{AUTHOR, CONTENT, Decision, SUMMARY, TITLE, moment, ours, text, theirs};
use crate::html::decode;
use crate::pair::Difference;
use crate::support::words;
use chrono::NaiveDateTime;
use serde_json::Value;

pub(super) const DECISIONS: &[Decision] = &[
    Decision {
        name: "titles are text",
        verdict: Better,
        why: "three of twenty readers read a title of type html rightly; what it says is the same",
        rows: &["entry/title@type"],
        explains: |d| d.ours == "text" && d.theirs == "html",
    },
    Decision {
        name: "made titles",
        verdict: Better,
        why: "Atom requires a title, and one reader drops a feed for an empty one",
        rows: &["entry/title"],
        explains: |d| {
            d.theirs.is_empty()
                && match d.ours.strip_suffix('…') {
                    Some(beginning) => says(d).starts_with(&words(beginning)),
                    None => says(d) == words(&d.ours),
                }
        },
    },
    Decision {
        name: "trimmed titles",
        verdict: Better,
        why: "a blank that is left of a picture is no part of a title, nor are the blanks in feeds of comments",
        rows: &[TITLE[0], TITLE[1], "channel/title", "feed/title"],
        explains: |d| d.theirs.trim() == d.ours,
    },
    Decision {
        name: "an empty guid is made",
        verdict: Better,
        why: "an id may not be empty; it is the one that WordPress would have stored",
        rows: &["item/guid", "entry/id"],
        explains: |d| {
            d.theirs.is_empty()
                && d.post["guid"]["rendered"] == ""
                && d.ours.ends_with(&format!("/?p={}", d.post["id"]))
        },
    },
    Decision {
        name: "names are decoded once",
        verdict: Better,
        why: "WordPress writes character references into CDATA, where readers show them",
        rows: AUTHOR,
        explains: |d| decode(&d.theirs) == d.ours,
    },
    Decision {
        name: "the site signs for an author who is gone",
        verdict: Better,
        why: "WordPress writes an empty name, which is no name, and Atom requires one",
        rows: AUTHOR,
        explains: |d| d.theirs.is_empty() && is_signed_by_the_site(d),
    },
    Decision {
        name: "the site signs where a type has no authors",
        verdict: NotInRest,
        why: "WordPress's feed names the author all the same",
        rows: AUTHOR,
        explains: |d| {
            !d.theirs.is_empty() && d.post["author"].is_null() && is_signed_by_the_site(d)
        },
    },
    Decision {
        name: "addresses are encoded",
        verdict: Better,
        why: "an address in a feed is a URI, in which other letters than ASCII's are encoded",
        rows: &["entry/author/uri"],
        explains: |d| url::Url::parse(&d.theirs).is_ok_and(|url| url.as_str() == d.ours),
    },
    Decision {
        name: "as many categories as are embedded",
        verdict: NotInRest,
        why: "without --terms: old versions of WordPress embed ten of a taxonomy, and the report says so",
        rows: &["item/category", "entry/category@term"],
        explains: |d| {
            let terms = d.post["_embedded"]["wp:term"].as_array();
            let full = |list: &Value| list.as_array().is_some_and(|list| list.len() == 10);
            terms.is_some_and(|lists| lists.iter().any(full))
                && d.post["tags"].as_array().is_some_and(|tags| tags.len() > 10)
                && d.theirs.starts_with(&format!("{}\n", d.ours))
        },
    },
    Decision {
        name: "a lost date",
        verdict: Better,
        why: "WordPress writes an empty date where it has the local one alone; REST works it out",
        rows: &["item/pubDate", "entry/published", "entry/updated"],
        explains: |d| {
            let dates = if d.row.name == "entry/updated" { CHANGED } else { PUBLISHED };
            d.theirs.is_empty() && moment(&d.ours).is_some() && moment(&d.ours) == newest(d, dates)
        },
    },
    Decision {
        name: "the date of a change",
        verdict: Better,
        why: "WordPress's RSS does not say when a post was changed",
        rows: &["item/atom:updated"],
        explains: |d| d.theirs.is_empty() && moment(&d.ours) == newest(d, CHANGED),
    },
    Decision {
        name: "changed after it was published",
        verdict: Better,
        why: "a scheduled post keeps the draft's date, which is before it was published",
        rows: &["entry/updated"],
        explains: |d| {
            let published = theirs(d, &["entry/published"]);
            d.ours == published && moment(&d.theirs) < moment(&published)
        },
    },
];

fn is_signed_by_the_site(d: &Difference<'_>) -> bool {
    d.post["_embedded"]["author"][0]["name"].is_null()
        && Some(&d.ours) == d.pair.given.site.title.as_ref()
}

/// The words of a post, as a title is made from them.
fn says(d: &Difference<'_>) -> String {
    let texts = [ours(d, SUMMARY), ours(d, CONTENT)];
    texts.iter().map(|html| words(html)).find(|text| !text.is_empty()).unwrap_or_default()
}

const PUBLISHED: &[&str] = &["date_gmt"];
/// A post is not changed before it is published.
const CHANGED: &[&str] = &["date_gmt", "modified_gmt"];

/// The newest of some dates of the post.
fn newest(d: &Difference<'_>, fields: &[&str]) -> Option<NaiveDateTime> {
    fields.iter().filter_map(|field| text(&d.post[*field]).parse().ok()).max()
}
