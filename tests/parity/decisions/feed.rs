//! Decisions about the feed as a whole.

use super::Decision;
use crate::pair::{Difference, is_locked};
use chrono::{NaiveDateTime, TimeDelta};
use serde_json::Value;

pub(super) const DECISIONS: &[Decision] = &[
    Decision {
        name: "generator",
        why: "the program that made the feed is wp2feed",
        fields: &["feed generator"],
        explains: |d| d.ours == "wp2feed" && d.theirs.to_lowercase().contains("wordpress"),
    },
    Decision {
        name: "the id is that of pretty permalinks",
        why: "an id shall not change with the form of addresses, which REST does not tell anyway",
        fields: &["feed id"],
        explains: |d| {
            let home = d.ours.strip_suffix("/feed/atom/");
            home.is_some() && home == d.theirs.strip_suffix("/?feed=atom")
        },
    },
    Decision {
        name: "icon in full",
        why: "the index tells the whole picture and not its small renditions",
        fields: &["feed icon"],
        explains: |d| without_size(&d.theirs).as_deref() == Some(&d.ours),
    },
    Decision {
        name: "the site's own title",
        why: "posts do not tell of which archive they are; WordPress writes Recipes – SITE",
        fields: &["feed title"],
        explains: |d| {
            d.theirs.strip_suffix(&d.ours).is_some_and(|archive| archive.ends_with(" – "))
        },
    },
    Decision {
        name: "as new as what is in it",
        why: "a post that is left out does not make the feed newer",
        fields: &["feed updated"],
        explains: |d| newest(d, |_| true) == d.theirs && newest(d, |p| !is_locked(p)) == d.ours,
    },
    Decision {
        name: "order by UTC",
        why: "WordPress sorts by the local time as it was typed, which summer time displaces by an hour",
        fields: &["order"],
        explains: |d| {
            let (ours, theirs) = (moments(d, &d.ours), moments(d, &d.theirs));
            let an_hour = |two: &[(NaiveDateTime, _)]| two[1].0 - two[0].0 <= TimeDelta::hours(1);
            ours.is_sorted_by(|a, b| a >= b) && theirs.windows(2).all(an_hour)
        },
    },
];

/// `icon-150x150.png` → `icon.png`.
fn without_size(url: &str) -> Option<String> {
    let (stem, ending) = url.rsplit_once('.')?;
    let (stem, size) = stem.rsplit_once('-')?;
    let (width, height) = size.split_once('x')?;
    [width, height].iter().all(|n| n.parse::<u32>().is_ok()).then(|| format!("{stem}.{ending}"))
}

/// The newest `modified_gmt` of some of the posts.
fn newest(d: &Difference<'_>, which: fn(&Value) -> bool) -> String {
    let posts = d.pair.posts.iter().filter(|post| which(post));
    let newest = posts.filter_map(|post| post["modified_gmt"].as_str()).max();
    format!("{}+00:00", newest.unwrap_or_default())
}

/// When the posts of these links were published, in UTC, and their numbers.
fn moments(d: &Difference<'_>, links: &str) -> Vec<(NaiveDateTime, Option<u64>)> {
    let moment = |link| {
        let post = d.pair.post(link);
        let date = post["date_gmt"].as_str().and_then(|date| date.parse().ok());
        (date.expect("a date"), post["id"].as_u64())
    };
    links.lines().map(moment).collect()
}
