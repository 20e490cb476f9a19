//! What `diff` tells of WordPress's own RSS and our feeds of the same posts, in each format, is what the
//! decisions list, and nothing else.

use crate::decisions::explaining;
use crate::elements::Feed as Elements;
use crate::given::Given;
use crate::pair::Pair;
use crate::recordings::in_rss;
use crate::support::recording;
use std::collections::{BTreeMap, BTreeSet};
use wp2feed::model::Feed;
use wp2feed::{Change, Comparing, Comparison, ContentMode, Format, compare};

/// Things that differ: a post's address, or nothing for the feed itself, and a field.
type Told = BTreeSet<(String, String)>;

/// Things that the decisions list, with the names of those that are the reasons.
type Decided = BTreeMap<(String, String), BTreeSet<&'static str>>;

/// Where the elements of RSS are in the model, by how their names begin.
const FIELDS: &[(&str, &str)] = &[
    ("channel/title", "feed.title"),
    ("channel/lastBuildDate", "feed.updated"),
    ("channel/sy:updatePeriod", "feed.sy:updatePeriod"),
    ("channel/sy:updateFrequency", "feed.sy:updateFrequency"),
    ("channel/generator", "feed.generator"),
    ("channel/image/url", "feed.icon"),
    ("channel/image/", "feed.rss:image"),
    ("channel/item order", "moved"),
    ("channel/item", "removed"),
    ("item/title", "entry.title"),
    ("item/comments", "entry.comments"),
    ("item/wfw:commentRss", "entry.comments"),
    ("item/slash:comments", "entry.comments"),
    ("item/dc:creator", "entry.authors"),
    ("item/pubDate", "entry.published"),
    ("item/atom:updated", "entry.updated"),
    ("item/category", "entry.categories"),
    ("item/guid", "entry.id"),
    ("item/description", "entry.summary"),
    ("item/content:encoded", "entry.content"),
    ("item/enclosure", "entry.enclosures"),
    ("item/itunes:duration", "entry.enclosures"),
    ("item/media:", "entry.image"),
];

/// Decisions about how something is written: what it means is the same.
const OF_FORM: &[&str] =
    &["trimmed titles", "the featured image is an enclosure", "no content is none"];

/// What of it a format can't carry, so that it is no difference.
const NOT_CARRIED: [(Format, &[&str]); 3] = [
    (Format::Rss, &[]),
    (Format::Atom, &["feed.rss:image"]),
    (
        Format::JsonFeed,
        &[
            "feed.rss:image",
            "feed.generator",
            "feed.updated",
            "feed.sy:updatePeriod",
            "feed.sy:updateFrequency",
            "entry.comments",
        ],
    ),
];

/// Decisions of which a format can't carry what they are about: the reason, the format, the field and why.
const UNSEEN: &[(&str, Format, &str, &str)] = &[
    ("references as REST writes them", Format::JsonFeed, "entry.summary", "it is plain text there"),
    ("texturized, in paragraphs", Format::JsonFeed, "entry.summary", "it is plain text there"),
    ("a blank excerpt is none", Format::JsonFeed, "entry.summary", "it is plain text there"),
    (
        "lengths and times of the library",
        Format::Atom,
        "entry.enclosures",
        "links have no running time",
    ),
    (
        "enclosures that the content does not show",
        Format::Atom,
        "entry.enclosures",
        "RSS has the first alone",
    ),
];

/// What is told because another thing is decided: the format, the field, the field of the same post or of any
/// from which it follows, and why.
const FOLLOWING: &[(Format, &str, &str, &str)] = &[
    (Format::JsonFeed, "entry.content", "entry.summary", "without a content the summary stands in"),
    (Format::Atom, "feed.authors", "entry.authors", "the feed signs what nobody signed"),
];

/// Each format of an archive's feed has an address of its own.
const ADDRESSES: [&str; 2] = ["feed.feed-url", "feed.id"];

fn field(row: &str) -> &'static str {
    let (_, field) = FIELDS.iter().find(|(start, _)| row.starts_with(start)).expect(row);
    field
}

/// What the decisions list of a pair.
fn decided(pair: &Pair) -> Decided {
    let mut all = Decided::new();
    for difference in pair.compare().iter().flat_map(|comparison| &comparison.differences) {
        let reasons = explaining(difference).into_iter().map(|decision| decision.name);
        let place = match (difference.items, difference.row.name) {
            (Some((_, theirs)), _) => theirs.link(),
            (None, "channel/item") => difference.theirs.clone(),
            (None, _) => String::new(),
        };
        let field = field(difference.row.name).to_owned();
        all.entry((place, field)).or_default().extend(reasons);
    }
    all
}

/// What a comparison tells.
fn told(found: &Comparison, old: &Feed, new: &Feed) -> Told {
    let place = |feed: &Feed, id: &str| {
        let entry = feed.entries.iter().find(|entry| entry.id == id).expect("an entry");
        entry.url.clone().unwrap_or_default()
    };
    let of_feed = found.feed.iter().map(|it| (String::new(), it.field.to_string()));
    let mut all: Told = of_feed.collect();
    for entry in &found.entries {
        match &entry.change {
            Change::Added { .. } => all.extend([(place(new, &entry.id), "added".to_owned())]),
            Change::Removed { .. } => all.extend([(place(old, &entry.id), "removed".to_owned())]),
            Change::Changed { moved, fields } => {
                // That entries stand in another order is one thing, whichever are said to have moved.
                all.extend(moved.map(|_| (String::new(), "moved".to_owned())));
                let place = place(new, &entry.id);
                all.extend(fields.iter().map(|it| (place.clone(), it.field.to_string())));
            }
        }
    }
    all
}

/// What `diff` tells of WordPress's feed and ours in a format.
fn diffed(given: &Given, content: ContentMode, theirs: &[u8], format: Format) -> (Told, Feed) {
    let url = Elements::read(theirs).head.get(&["channel/atom:link[self]@href"]);
    let old = Format::Rss.read(theirs).expect("WordPress's feed");
    let new = format.read(&given.convert(format, content, &url)).expect("our feed");
    let found = compare((&old, Some(Format::Rss)), (&new, Some(format)), &Comparing::default());
    (told(&found, &old, &new), new)
}

/// Whether a difference is listed, or follows from one that is.
fn is_listed(decided: &Decided, given: &Given, format: Format, it: &(String, String)) -> bool {
    let follows = FOLLOWING.iter().any(|(follower, field, from, _)| {
        let place = |place: &String| it.0.is_empty() || *place == it.0;
        let has = || decided.keys().any(|(at, what)| place(at) && what == from);
        *follower == format && *field == it.1 && has()
    });
    let addressed = given.of.is_some() && format != Format::Rss;
    decided.contains_key(it) || follows || addressed && ADDRESSES.contains(&it.1.as_str())
}

/// Whether a decision is about something that both formats say alike, or can't say.
fn is_alike(reason: &str, format: Format, (place, field): &(String, String), ours: &Feed) -> bool {
    if OF_FORM.contains(&reason) {
        return true;
    }
    // Atom requires the date of the last change, and that of publication stands in.
    if (reason, format) == ("the date of a change", Format::Atom) {
        let entry = ours.entries.iter().find(|entry| entry.url.as_ref() == Some(place));
        return entry.is_some_and(|entry| entry.updated == entry.published);
    }
    UNSEEN.iter().any(|(of, at, what, _)| *of == reason && *at == format && what == field)
}

#[test]
fn diff_tells_the_decisions_and_nothing_else() {
    let mut complaints = Vec::new();
    let (mut count, mut seen) = (0, BTreeSet::new());
    for (name, given, content) in in_rss() {
        let theirs = recording(&name);
        let pair = Pair::new(&name, Format::Rss, content, &given, &theirs);
        let decided = decided(&pair);
        for (format, not_carried) in NOT_CARRIED {
            let (told, ours) = diffed(&given, content, &theirs, format);
            count += told.len();
            let mut complain = |what: &str, it: &(String, String)| {
                complaints.push(format!(
                    "{name} and {}: {what} {} of {:?}",
                    format.name(),
                    it.1,
                    it.0
                ));
            };
            let more = told.iter().filter(|it| !is_listed(&decided, &given, format, it));
            more.for_each(|it| complain("no decision about", it));
            for (it, reasons) in &decided {
                let carried = !not_carried.contains(&it.1.as_str());
                let silent = reasons.iter().all(|reason| is_alike(reason, format, it, &ours));
                match told.contains(it) {
                    true => seen.extend(reasons.iter().copied()),
                    false if carried && !silent => {
                        complain(&format!("{reasons:?} is not told:"), it);
                    }
                    false => {}
                }
            }
        }
    }
    assert!(complaints.is_empty(), "{}\n{}", complaints.len(), complaints.join("\n"));
    assert!(count > 1000 && seen.len() > 30, "{count} {}", seen.len());
}

/// What is listed nowhere is seen: another title, and another address of a post.
#[test]
fn a_difference_that_nobody_decided_is_told() {
    let (name, given, content) = in_rss().swap_remove(0);
    let theirs = recording(&name);
    let decided = decided(&Pair::new(&name, Format::Rss, content, &given, &theirs));
    let mut other = given.clone();
    other.site.title = Some("Another".to_owned());
    let text = String::from_utf8(other.posts).expect("UTF-8");
    other.posts = text.replace(r"\/2024\/05\/", r"\/2025\/05\/").into_bytes();
    for format in Format::ALL {
        let (told, _) = diffed(&other, content, &theirs, format);
        let more: BTreeSet<&str> = told
            .iter()
            .filter(|it| !is_listed(&decided, &given, format, it))
            .map(|it| it.1.as_str())
            .collect();
        assert!(more.contains("feed.title") && more.contains("entry.url"), "{format:?} {more:?}");
    }
}
