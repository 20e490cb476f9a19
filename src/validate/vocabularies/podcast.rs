//! Podcasting 2.0, <https://podcasting2.org/docs/podcast-namespace>: its elements and what they must say.

use crate::validate::grammar::{Attribute, Child, Element, Gathered, Group, Space, Walk, list};
use crate::validate::rules::podcast::{INVALID_PODCAST_CHOICE, INVALID_PODCAST_GUID};
use crate::validate::values::{
    Context, Fault, Judge, addresses, choices, dates, languages, mail, media_types, numbers, shown,
    text, trimmed,
};

/// What a podcast says of itself.
pub(crate) const OF_FEEDS: &[Child] = &[
    Child::once("guid", &GUID),
    Child::once("locked", &LOCKED),
    Child::once("medium", &MEDIUM),
    Child::any("funding", &FUNDING),
    Child::any("trailer", &TRAILER),
    Child::any("block", &BLOCK),
    Child::any("liveItem", &LIVE_ITEM),
    Child::once("updateFrequency", &FREQUENCY),
    Child::once("podping", &PODPING),
    Child::any("podroll", &REMOTE_ITEMS),
    Child::once("publisher", &REMOTE_ITEMS),
    Child::any("remoteItem", &REMOTE_ITEM),
];

/// What a podcast says of an episode.
pub(crate) const OF_ENTRIES: &[Child] = &[
    Child::any("transcript", &TRANSCRIPT),
    Child::once("chapters", &CHAPTERS),
    Child::any("soundbite", &SOUNDBITE),
    Child::once("season", &SEASON),
    Child::once("episode", &EPISODE),
    Child::any("alternateEnclosure", &ALTERNATE),
    Child::any("contentLink", &CONTENT_LINK),
];

/// What it says of both.
pub(crate) const OF_BOTH: &[Child] = &[
    Child::any("person", &PERSON),
    Child::any("location", &LOCATION),
    Child::once("license", &LICENSE),
    Child::any("value", &VALUE),
    Child::once("images", &IMAGES),
    Child::any("image", &IMAGE),
    Child::any("txt", &TXT),
    Child::any("socialInteract", &SOCIAL),
    Child::any("chat", &CHAT),
];

const URL: Attribute = Attribute::new("url", &[addresses::full]);
const TYPE: Attribute = Attribute::new("type", &[media_types::mime_type]);
const HREF: Attribute = Attribute::new("href", &[addresses::full]);

const fn free(local: &'static str) -> Attribute {
    Attribute::new(local, &[])
}

const fn number(local: &'static str) -> Attribute {
    const FLOAT: &[Judge] = &[numbers::float];
    Attribute::new(local, FLOAT)
}

static LOCKED: Element = Element::text(&[choices::yes_no])
    .attributes(list![Attribute::new("owner", &[mail::addr_spec])]);
static BLOCK: Element = Element::text(&[choices::yes_no]).attributes(list![free("id")]);
static GUID: Element = Element::text(&[]).at_end(guid);
static MEDIUM: Element = Element::text(&[medium]);
static FUNDING: Element = Element::text(&[text::plain]).attributes(list![URL.required()]);
static TRAILER: Element = Element::text(&[text::plain, text::not_blank]).attributes(list![
    URL.required(),
    Attribute::new("pubdate", &[dates::rfc_822]).required(),
    Attribute::new("length", &[numbers::non_negative]),
    TYPE,
    Attribute::new("season", &[numbers::positive]),
]);
static LIVE_ITEM: Element = Element::empty().of_whatever().attributes(list![
    Attribute::new("status", &[live_status]).required(),
    free("start").required(),
    free("end"),
]);
static FREQUENCY: Element = Element::text(&[]).attributes(list![
    Attribute::new("complete", &[choices::true_false]),
    free("dtstart"),
    free("rrule"),
]);
static PODPING: Element =
    Element::empty().attributes(list![Attribute::new("usesPodping", &[choices::true_false])]);
static REMOTE_ITEMS: Element = Element::of(&[list![Group::new(
    Space::PODCAST,
    list![Child::any("remoteItem", &REMOTE_ITEM)]
)]]);
static REMOTE_ITEM: Element = Element::text(&[]).attributes(list![
    free("feedGuid").required(),
    Attribute::new("feedUrl", &[addresses::full]),
    free("itemGuid"),
    Attribute::new("medium", &[medium]),
    free("title"),
]);
static TRANSCRIPT: Element = Element::text(&[]).attributes(list![
    URL.required(),
    TYPE.required(),
    Attribute::new("language", &[languages::language]),
    free("rel"),
]);
static CHAPTERS: Element = Element::empty().attributes(list![URL.required(), TYPE.required()]);
static SOUNDBITE: Element = Element::text(&[text::plain])
    .attributes(list![number("startTime").required(), number("duration").required()]);
static SEASON: Element = Element::text(&[numbers::non_negative]).attributes(list![free("name")]);
static EPISODE: Element = Element::text(&[numbers::float]).attributes(list![free("display")]);
static PERSON: Element = Element::text(&[text::plain, text::not_blank]).attributes(list![
    free("role"),
    free("group"),
    Attribute::new("img", &[addresses::full]),
    HREF,
]);
static LOCATION: Element = Element::text(&[text::plain, text::not_blank]).attributes(list![
    free("geo"),
    free("osm"),
    free("rel"),
    free("country")
]);
static LICENSE: Element = Element::text(&[text::plain, text::not_blank]).attributes(list![URL]);
static CONTENT_LINK: Element = Element::text(&[text::plain]).attributes(list![HREF.required()]);
static TXT: Element = Element::text(&[]).attributes(list![free("purpose")]);
static IMAGES: Element = Element::empty().attributes(list![free("srcset").required()]);
static IMAGE: Element = Element::empty().attributes(list![
    HREF.required(),
    free("alt"),
    free("aspect-ratio"),
    free("width"),
    free("height"),
    TYPE,
    free("purpose"),
]);
static SOCIAL: Element = Element::empty().attributes(list![
    free("protocol").required(),
    free("uri"),
    free("accountId"),
    Attribute::new("accountUrl", &[addresses::full]),
    Attribute::new("priority", &[numbers::non_negative]),
]);
static CHAT: Element = Element::empty().attributes(list![
    free("server").required(),
    free("protocol").required(),
    free("accountId"),
    free("space"),
    free("embedUrl"),
]);
static ALTERNATE: Element = Element::of(&[list![Group::new(
    Space::PODCAST,
    list![Child::any("source", &SOURCE), Child::once("integrity", &INTEGRITY)],
)]])
.attributes(list![
    TYPE.required(),
    Attribute::new("length", &[numbers::non_negative]),
    number("bitrate"),
    Attribute::new("height", &[numbers::non_negative]),
    Attribute::new("lang", &[languages::language]),
    free("title"),
    free("rel"),
    free("codecs"),
    Attribute::new("default", &[choices::true_false]),
]);
static SOURCE: Element = Element::empty().attributes(list![
    free("uri").required(),
    Attribute::new("contentType", &[media_types::mime_type]),
]);
static INTEGRITY: Element = Element::empty().attributes(list![
    Attribute::new("type", &[integrity_type]).required(),
    free("value").required(),
]);
static VALUE: Element = Element::of(&[list![Group::new(
    Space::PODCAST,
    list![Child::any("valueRecipient", &RECIPIENT), Child::any("valueTimeSplit", &TIME_SPLIT),],
)]])
.attributes(list![free("type").required(), free("method").required(), number("suggested"),]);
static RECIPIENT: Element = Element::empty().attributes(list![
    free("type").required(),
    free("address").required(),
    Attribute::new("split", &[numbers::non_negative]).required(),
    free("name"),
    free("customKey"),
    free("customValue"),
    Attribute::new("fee", &[choices::true_false]),
]);
static TIME_SPLIT: Element = Element::of(&[list![Group::new(
    Space::PODCAST,
    list![Child::once("remoteItem", &REMOTE_ITEM), Child::any("valueRecipient", &RECIPIENT)],
)]])
.attributes(list![
    number("startTime").required(),
    number("duration").required(),
    number("remoteStartTime"),
    Attribute::new("remotePercentage", &[numbers::percentage]),
]);

/// A podcast's id is a UUID, without `urn:uuid:` in front.
fn guid(walk: &mut Walk<'_>, gathered: &Gathered) {
    let (guid, before) = trimmed(gathered.as_str());
    let lengths = guid.split('-').map(str::len);
    let is_uuid = lengths.eq([8, 4, 4, 4, 12])
        && guid.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    if !is_uuid {
        let at = gathered.places().at(before).unwrap_or(walk.top().at);
        let message = format!("podcast:guid: expected a UUID, but found {}", shown(guid));
        walk.report(&INVALID_PODCAST_GUID, at, message);
    }
}

/// Media whose name with an `L` behind it is a list of such.
const MEDIA: [&str; 10] = [
    "podcast",
    "music",
    "video",
    "film",
    "audiobook",
    "newsletter",
    "blog",
    "publisher",
    "course",
    "mixed",
];

fn medium(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let one = value.strip_suffix('L').unwrap_or(value);
    choose(value, MEDIA.contains(&one), "a medium like podcast or music", context, faults);
}

fn live_status(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let is_known = ["pending", "live", "ended"].contains(&value);
    choose(value, is_known, "pending, live or ended", context, faults);
}

fn integrity_type(value: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let is_known = ["sri", "pgp-signature"].contains(&value);
    choose(value, is_known, "sri or pgp-signature", context, faults);
}

fn choose(value: &str, is_known: bool, what: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    if !is_known {
        faults.push(context.expected(&INVALID_PODCAST_CHOICE, value, what));
    }
}
