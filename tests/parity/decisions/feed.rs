//! Decisions about the feed as a whole.

use super::Verdict::{Better, NotInRest};
use super::{Decision, moment, text};
use crate::pair::{Difference, is_locked};
use chrono::{NaiveDateTime, TimeDelta};
use serde_json::Value;

pub(super) const DECISIONS: &[Decision] = &[
    Decision {
        name: "the generator is wp2feed",
        verdict: Better,
        why: "the program that made the feed says so",
        rows: &["channel/generator", "feed/generator"],
        explains: |d| d.ours == "wp2feed" && d.theirs.to_lowercase().contains("wordpress"),
    },
    Decision {
        name: "no address and version of the generator",
        verdict: NotInRest,
        why: "REST does not tell WordPress's version, and with our own a feed would change with each release",
        rows: &["feed/generator@uri", "feed/generator@version"],
        explains: |d| {
            let version = d.theirs.split('.').all(|number| number.parse::<u32>().is_ok());
            d.ours.is_empty() && (version || d.theirs == "https://wordpress.org/")
        },
    },
    Decision {
        name: "no hours of updating",
        verdict: NotInRest,
        why: "WordPress writes hourly and 1 whatever is the case, unless a plugin knows better",
        rows: &["channel/sy:updatePeriod", "channel/sy:updateFrequency"],
        explains: |d| d.ours.is_empty() && ["hourly", "1"].contains(&d.theirs.trim()),
    },
    Decision {
        name: "no size of the icon",
        verdict: Better,
        why: "WordPress writes 32, which is not the size of its picture nor of ours",
        rows: &["channel/image/width", "channel/image/height"],
        explains: |d| d.ours.is_empty() && d.theirs == "32",
    },
    Decision {
        name: "the icon in full",
        verdict: Better,
        why: "readers scale a picture as they need it; WordPress has the rendition nearest to 32 pixels",
        rows: &["channel/image/url", "feed/icon"],
        explains: |d| without_size(&d.theirs).as_deref() == Some(&d.ours),
    },
    Decision {
        name: "the id of pretty permalinks",
        verdict: Better,
        why: "an id shall not change with the form of addresses",
        rows: &["feed/id"],
        explains: |d| {
            let home = d.ours.strip_suffix("/feed/atom/");
            home.is_some() && home == d.theirs.strip_suffix("/?feed=atom")
        },
    },
    Decision {
        name: "the site's own title",
        verdict: NotInRest,
        why: "posts do not tell of which archive they are, `--feed-of` does; WordPress writes Recipes – SITE",
        rows: &["channel/title", "channel/image/title", "feed/title"],
        explains: |d| {
            d.theirs.strip_suffix(&d.ours).is_some_and(|archive| archive.ends_with(" – "))
        },
    },
    Decision {
        name: "locked posts are left out",
        verdict: Better,
        why: "WordPress shows a form in their place, which no reader can send",
        rows: &["channel/item", "feed/entry"],
        explains: |d| d.ours.is_empty() && is_locked(d.post),
    },
    Decision {
        name: "a search sees what is shown",
        verdict: NotInRest,
        why: "WordPress searches what is stored, in which a shortcode or a block may stand for the words",
        rows: &["channel/item", "feed/entry"],
        explains: |d| {
            let searched = d.pair.given.of.and_then(|of| of.strip_prefix("search:"));
            let shown = ["title", "excerpt", "content"].map(|name| text(&d.post[name]["rendered"]));
            let shown = shown.concat().to_lowercase();
            d.theirs.is_empty()
                && searched.is_some_and(|words| words.split(' ').all(|word| shown.contains(word)))
        },
    },
    Decision {
        name: "as new as what is in it",
        verdict: Better,
        why: "a post that is left out does not make the feed newer",
        rows: &["channel/lastBuildDate", "feed/updated"],
        explains: |d| {
            let [ours, theirs] = [&d.ours, &d.theirs].map(|date| moment(date));
            theirs.is_some()
                && newest(d, |_| true) == theirs
                && newest(d, |post| !is_locked(post)) == ours
        },
    },
    Decision {
        name: "order by UTC",
        verdict: Better,
        why: "WordPress sorts by the local time as it was typed, which summer time displaces by an hour",
        rows: &["channel/item order", "feed/entry order"],
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

/// The newest `modified_gmt` of some of the posts in WordPress's feed.
fn newest(d: &Difference<'_>, which: fn(&Value) -> bool) -> Option<NaiveDateTime> {
    let posts = d.pair.theirs.items.iter().map(|item| d.pair.post(&item.link()));
    let posts = posts.filter(|post| which(post));
    posts.filter_map(|post| post["modified_gmt"].as_str()?.parse().ok()).max()
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
