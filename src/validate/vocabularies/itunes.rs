//! Podcasts as Apple wants them, <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>.

use super::anywhere::{ADDRESS, ANY_TEXT, MAIL_DATE};
use crate::validate::finding::Position;
use crate::validate::grammar::{Attribute, Child, Element, Group, Required, Space, Walk, list};
use crate::validate::rules::extensions::{
    MISSING_ITUNES_ELEMENT, MISSING_ITUNES_EMAIL, NOT_UTF8, UNSUPPORTED_ITUNES_FORMAT,
};
use crate::validate::rules::structure::MISSING_ELEMENT;
use crate::validate::values::{addresses, choices, itunes, mail, numbers};
use crate::validate::xml::Start;

/// What a podcast says of itself and its episodes.
pub(crate) const OF_BOTH: &[Child] = &[
    Child::once("author", &SHORT),
    Child::once("block", &BLOCK),
    Child::once("explicit", &EXPLICIT),
    Child::once("keywords", &KEYWORDS),
    Child::once("subtitle", &SHORT),
    Child::once("summary", &SUMMARY),
    Child::once("image", &IMAGE),
];

/// What a podcast says of itself.
pub(crate) const OF_FEEDS: &[Child] = &[
    Child::once("owner", &OWNER),
    Child::any("category", &CATEGORY),
    Child::once("pubDate", &MAIL_DATE),
    Child::once("new-feed-url", &ADDRESS),
    Child::once("type", &CHANNEL_TYPE),
    Child::once("title", &ANY_TEXT),
    Child::once("copyright", &ANY_TEXT),
    Child::once("complete", &ANY_TEXT),
    Child::once("applepodcastsverify", &ANY_TEXT),
];

/// What a podcast says of an episode.
pub(crate) const OF_ENTRIES: &[Child] = &[
    Child::once("duration", &DURATION),
    Child::once("title", &ANY_TEXT),
    Child::once("episode", &NUMBER),
    Child::once("season", &NUMBER),
    Child::once("episodeType", &EPISODE_TYPE),
];

static SHORT: Element = Element::text(&[itunes::short_text]);
static SUMMARY: Element = Element::text(&[itunes::summary]);
static KEYWORDS: Element = Element::text(&[itunes::keywords]);
static BLOCK: Element = Element::verbatim(&[choices::yes_no_clean]);
static EXPLICIT: Element = Element::verbatim(&[choices::true_false]);
static DURATION: Element = Element::text(&[itunes::duration]);
static NUMBER: Element = Element::text(&[numbers::positive]);
static CHANNEL_TYPE: Element = Element::text(&[choices::channel_type]);
static EPISODE_TYPE: Element = Element::text(&[choices::episode_type]);
static IMAGE: Element =
    Element::empty().attributes(list![Attribute::new("href", &[addresses::http]).required()]);
static OWNER: Element = Element::of(&[list![Group::new(
    Space::ITUNES,
    list![Child::once("email", &EMAIL), Child::once("name", &SHORT)],
)]])
.requires(list![Required::new(Space::ITUNES, "email", &MISSING_ELEMENT)]);
static EMAIL: Element = Element::text(&[mail::contact]);
static CATEGORY: Element =
    Element::of(&[list![Group::new(Space::ITUNES, list![Child::any("category", &SUBCATEGORY)])]])
        .attributes(list![Attribute::new("text", &[itunes::category]).required()])
        .at_start(remember_category);
static SUBCATEGORY: Element = Element::empty()
    .attributes(list![Attribute::new("text", &[]).required()])
    .at_start(subcategory);

/// The formats that Apple plays.
const FORMATS: [&str; 7] = ["m4a", "mp3", "mov", "mp4", "m4v", "pdf", "epub"];

fn remember_category(walk: &mut Walk<'_>, start: Start<'_>) {
    let category = start.attribute("", "text").map(|category| category.value.to_owned());
    walk.top().notes.attribute = category;
}

fn subcategory(walk: &mut Walk<'_>, start: Start<'_>) {
    let within = walk.parent().and_then(|parent| parent.notes.attribute.clone());
    let Some((within, category)) = within.zip(start.attribute("", "text")) else { return };
    walk.judge_attribute_with(category, |value, context, faults| {
        itunes::subcategory(&within, value, context, faults);
    });
}

impl Walk<'_> {
    /// Takes note that a feed or an entry of it is a podcast's.
    pub(crate) fn uses_itunes(&mut self) {
        let notes = &mut self.top().notes;
        if std::mem::replace(&mut notes.itunes, true) {
            return;
        }
        for (url, at) in std::mem::take(&mut notes.enclosures) {
            self.unsupported_format(&url, at);
        }
        let is_feed = |local: &str| matches!(local, "channel" | "feed");
        let own = is_feed(&self.top().name.local);
        let feed = if own { self.above(0) } else { self.above(1) };
        let Some(feed) = feed.filter(|feed| is_feed(&feed.name.local)) else { return };
        let is_first = own || !std::mem::replace(&mut feed.notes.itunes, true);
        let (at, encoding) = (feed.at, self.facts.encoding.clone());
        let is_utf8 = ["utf-8", "utf8"].iter().any(|name| encoding.eq_ignore_ascii_case(name));
        if is_first && !is_utf8 {
            self.report(&NOT_UTF8, at, format!("expected UTF-8, but found {encoding}"));
        }
    }

    /// Takes note of an attachment of the entry that began last but one.
    pub(crate) fn encloses(&mut self, url: &str, at: Position) {
        let Some(entry) = self.parent() else { return };
        if entry.notes.itunes {
            self.unsupported_format(url, at);
        } else {
            entry.notes.enclosures.push((url.to_owned(), at));
        }
    }

    /// Reports an attachment that Apple does not play.
    fn unsupported_format(&mut self, url: &str, at: Position) {
        let path = url.split(['?', '#']).next().unwrap_or(url);
        let extension = path.rsplit('.').next().unwrap_or_default();
        if !FORMATS.iter().any(|format| format.eq_ignore_ascii_case(extension)) {
            let message =
                format!("expected a file of type {}, but found {url:?}", FORMATS.join(", "));
            self.report(&UNSUPPORTED_ITUNES_FORMAT, at, message);
        }
    }

    /// Reports what a podcast lacks at its end.
    pub(crate) fn finish_podcast(&mut self) {
        let frame = self.top();
        if !frame.notes.itunes {
            return;
        }
        let (at, name, language) = (frame.at, frame.name.clone(), frame.language);
        let mut missing = Vec::new();
        if !language && !self.holds(Space::CORE, "language") {
            missing.push("language");
        }
        missing.extend(
            ["category", "explicit"].into_iter().filter(|it| !self.holds(Space::ITUNES, it)),
        );
        for element in missing {
            let prefix = if element == "language" { "" } else { "itunes:" };
            let message = format!("expected {name} to hold {prefix}{element}");
            self.report(&MISSING_ITUNES_ELEMENT, at, message);
        }
        if !self.holds(Space::ITUNES, "owner") {
            let message = format!("expected {name} to hold itunes:owner");
            self.report(&MISSING_ITUNES_EMAIL, at, message);
        }
    }
}
