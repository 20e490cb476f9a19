//! Media RSS 1.5.1, <https://www.rssboard.org/media-rss>.

use super::anywhere::{ANY_TEXT, ANYTHING, EVERYWHERE};
use crate::validate::grammar::{Attribute, Child, Element, Gathered, Group, Space, Walk, list};
use crate::validate::html;
use crate::validate::rules::extensions::{
    DEPRECATED_MEDIA_ADULT, MEDIA_GROUP_WITHOUT_ALTERNATIVES,
};
use crate::validate::values::{
    Judge, addresses, choices, languages, media, media_types, numbers, text, trimmed,
};
use crate::validate::xml::Start;

/// What says something of media: of a feed, of an entry, of a group, of one file.
pub(crate) const MEDIA: &[Child] = &[
    Child::once("adult", &ADULT)
        .says(&DEPRECATED_MEDIA_ADULT, "expected media:rating, but found media:adult"),
    Child::any("category", &CATEGORY),
    Child::once("copyright", &COPYRIGHT),
    Child::any("credit", &CREDIT),
    Child::once("description", &TITLE),
    Child::any("keywords", &ANY_TEXT),
    Child::any("hash", &HASH),
    Child::any("player", &PLAYER),
    Child::any("rating", &RATING),
    Child::any("restriction", &RESTRICTION),
    Child::any("text", &TEXT),
    Child::once("title", &TITLE),
    Child::any("thumbnail", &THUMBNAIL),
    // Since version 1.5, which nobody judges further.
    Child::once("community", &ANYTHING),
    Child::once("comments", &ANYTHING),
    Child::any("embed", &ANYTHING),
    Child::once("responses", &ANYTHING),
    Child::once("backLinks", &ANYTHING),
    Child::once("status", &ANYTHING),
    Child::any("price", &ANYTHING),
    Child::any("license", &ANYTHING),
    Child::any("subTitle", &ANYTHING),
    Child::any("peerLink", &ANYTHING),
    Child::any("location", &ANYTHING),
    Child::once("rights", &ANYTHING),
    Child::once("scenes", &ANYTHING),
];

/// The files of an entry.
pub(crate) const FILES: &[Child] = &[Child::any("group", &GROUP), Child::any("content", &CONTENT)];

static ADULT: Element = Element::verbatim(&[choices::true_false]);
static CATEGORY: Element = Element::text(&[text::plain]).attributes(list![
    Attribute::new("label", &[text::plain]).blank_is_none(),
    Attribute::new("scheme", &[addresses::full]).blank_is_none(),
]);
static COPYRIGHT: Element = Element::text(&[text::plain])
    .attributes(list![Attribute::new("url", &[addresses::full]).blank_is_none()]);
static CREDIT: Element = Element::text(&[])
    .attributes(list![Attribute::new("role", &[]), Attribute::new("scheme", &[])])
    .at_start(credit);
static TITLE: Element = Element::text(&[])
    .attributes(list![Attribute::new("type", &[choices::text_type]).blank_is_none()])
    .at_start(remember_type)
    .at_end(typed_text);
static TEXT: Element = Element::text(&[])
    .attributes(list![
        Attribute::new("type", &[choices::text_type]).blank_is_none(),
        Attribute::new("start", &[media::npt_time]).blank_is_none(),
        Attribute::new("end", &[media::npt_time]).blank_is_none(),
        Attribute::new("lang", &[languages::language]).blank_is_none(),
    ])
    .at_start(remember_type)
    .at_end(typed_text);
static HASH: Element = Element::text(&[])
    .attributes(list![Attribute::new("algo", &[media::hash_algorithm]).blank_is_none()])
    .at_start(|walk, start| remember(walk, start, "algo"))
    .at_end(hash);
static RATING: Element = Element::text(&[])
    .attributes(list![Attribute::new("scheme", &[])])
    .at_start(rating_scheme)
    .at_end(rating);
static RESTRICTION: Element = Element::text(&[])
    .attributes(list![
        Attribute::new("relationship", &[choices::restriction_relation]).blank_is_none().required(),
        Attribute::new("type", &[choices::restriction_type]).blank_is_none(),
    ])
    .at_start(remember_type)
    .at_end(restriction);
static PLAYER: Element = Element::empty().attributes(list![
    Attribute::new("url", &[addresses::full]).blank_is_none().required(),
    Attribute::new("height", SIZE).blank_is_none(),
    Attribute::new("width", SIZE).blank_is_none(),
]);
static THUMBNAIL: Element = Element::text(&[]).attributes(list![
    Attribute::new("url", &[addresses::full]).blank_is_none().required(),
    Attribute::new("height", SIZE).blank_is_none(),
    Attribute::new("width", SIZE).blank_is_none(),
    Attribute::new("time", &[media::npt_time]).blank_is_none(),
]);

const SIZE: &[Judge] = &[numbers::positive];

static CONTENT: Element = Element::of(&[list![Group::new(Space::MEDIA, MEDIA)], EVERYWHERE])
    .attributes(list![
        Attribute::new("url", &[addresses::full]).blank_is_none(),
        Attribute::new("type", &[media_types::mime_attribute]).blank_is_none(),
        Attribute::new("medium", &[choices::medium]).blank_is_none(),
        Attribute::new("isDefault", &[choices::true_false]).blank_is_none(),
        Attribute::new("expression", &[choices::expression]).blank_is_none(),
        Attribute::new("bitrate", &[numbers::float]).blank_is_none(),
        Attribute::new("framerate", &[numbers::float]).blank_is_none(),
        Attribute::new("samplingrate", &[numbers::float]).blank_is_none(),
        Attribute::new("channels", &[numbers::non_negative]).blank_is_none(),
        Attribute::new("duration", &[numbers::float]).blank_is_none(),
        Attribute::new("fileSize", SIZE).blank_is_none(),
        Attribute::new("height", SIZE).blank_is_none(),
        Attribute::new("width", SIZE).blank_is_none(),
        Attribute::new("lang", &[languages::language]).blank_is_none(),
    ]);

static GROUP: Element = Element::of(&[list![
    Group::new(Space::MEDIA, MEDIA),
    Group::new(Space::MEDIA, list![Child::any("content", &CONTENT).counted()]),
]])
.at_end(alternatives);

/// A group is for several versions of one thing.
fn alternatives(walk: &mut Walk<'_>, _: &Gathered) {
    let frame = walk.top();
    let files: u64 = frame.notes.counts.iter().map(|(_, count)| count).sum();
    if files < 2 {
        let at = frame.at;
        let message =
            format!("expected media:group to hold two media:content or more, but found {files}");
        walk.report(&MEDIA_GROUP_WITHOUT_ALTERNATIVES, at, message);
    }
}

fn remember(walk: &mut Walk<'_>, start: Start<'_>, attribute: &str) {
    let value = start.attribute("", attribute).map(|attribute| attribute.value.to_owned());
    walk.top().notes.attribute = value;
}

fn remember_type(walk: &mut Walk<'_>, start: Start<'_>) {
    remember(walk, start, "type");
}

fn judge_trimmed(walk: &mut Walk<'_>, gathered: &Gathered, judges: &[Judge]) {
    let (text, before) = trimmed(gathered.as_str());
    walk.judge(gathered, text, before, judges);
}

/// A text that says whether it is HTML.
fn typed_text(walk: &mut Walk<'_>, gathered: &Gathered) {
    let judge: Judge = match walk.top().notes.attribute.as_deref() {
        Some("html") => html::markup,
        _ => text::undeclared_markup,
    };
    judge_trimmed(walk, gathered, &[judge]);
}

fn hash(walk: &mut Walk<'_>, gathered: &Gathered) {
    let judge: Judge = match walk.top().notes.attribute.as_deref() {
        Some("sha-1") => media::hash_sha1,
        _ => media::hash_md5,
    };
    judge_trimmed(walk, gathered, &[judge]);
}

/// The roles of `urn:ebu` are listed; those of other schemes are in lower case.
fn credit(walk: &mut Walk<'_>, start: Start<'_>) {
    let scheme = start.attribute("", "scheme").filter(|scheme| !scheme.value.is_empty());
    let is_ebu = scheme.is_none_or(|scheme| scheme.value == "urn:ebu");
    if let Some(role) = start.attribute("", "role").filter(|role| !role.value.is_empty()) {
        let judge: Judge =
            if is_ebu { choices::credit_role } else { choices::credit_role_elsewhere };
        walk.judge_attribute(role, &[judge]);
    }
    if let Some(scheme) = scheme.filter(|_| !is_ebu) {
        walk.judge_attribute(scheme, &[addresses::full]);
    }
}

/// The schemes whose ratings are listed.
const RATINGS: [(&str, Judge); 4] = [
    ("urn:simple", media::rating_simple),
    ("urn:mpaa", media::rating_mpaa),
    ("urn:v-chip", media::rating_v_chip),
    ("urn:icra", media::rating_icra),
];

fn rating_scheme(walk: &mut Walk<'_>, start: Start<'_>) {
    remember(walk, start, "scheme");
    if let Some(scheme) = start.attribute("", "scheme").filter(|scheme| !scheme.value.is_empty())
        && RATINGS.iter().all(|(known, _)| *known != scheme.value)
    {
        walk.judge_attribute(scheme, &[addresses::full]);
    }
}

fn rating(walk: &mut Walk<'_>, gathered: &Gathered) {
    let scheme = walk.top().notes.attribute.take().filter(|scheme| !scheme.is_empty());
    let scheme = scheme.as_deref().unwrap_or("urn:simple");
    if let Some((_, judge)) = RATINGS.iter().find(|(known, _)| *known == scheme) {
        judge_trimmed(walk, gathered, &[*judge]);
    }
}

fn restriction(walk: &mut Walk<'_>, gathered: &Gathered) {
    let is_empty = trimmed(gathered.as_str()).0.is_empty();
    let judge: Option<Judge> = match walk.top().notes.attribute.as_deref() {
        None | Some("") if is_empty => None,
        None | Some("") => Some(choices::restriction),
        Some("country") => Some(choices::countries),
        Some("uri") => Some(addresses::full),
        Some(_) => None,
    };
    if let Some(judge) = judge {
        judge_trimmed(walk, gathered, &[judge]);
    }
}

#[cfg(test)]
mod tests {
    /// The rules that an element of Media RSS breaks in an item.
    fn rules(element: &str) -> Vec<&'static str> {
        let feed = format!(
            "<?xml version='1.0' encoding='utf-8'?><rss version='0.92' \
             xmlns:media='http://search.yahoo.com/mrss/'><channel><title>a</title>\
             <link>http://example.org/</link><description>b</description><language>en</language>\
             <item><title>c</title>{element}</item></channel></rss>"
        );
        let findings = crate::validate(feed.as_bytes());
        findings.iter().map(|finding| finding.rule.name).collect()
    }

    #[test]
    fn texts_of_categories_are_plain() {
        assert_eq!(rules("<media:category>tea</media:category>"), [] as [&str; 0]);
        let found = rules("<media:category>&lt;b>tea&lt;/b></media:category>");
        assert_eq!(found, ["ContainsHTML"]);
    }

    #[test]
    fn words_have_no_space_around() {
        let found = rules("<media:adult> true </media:adult>");
        assert_eq!(found, ["DeprecatedMediaAdult", "InvalidTrueFalse"]);
    }

    #[test]
    fn restrictions_of_a_type_say_what_of_it() {
        let of = |kind| {
            rules(&format!(
                "<media:restriction relationship='deny' type='{kind}'></media:restriction>"
            ))
        };
        assert_eq!(of(""), [] as [&str; 0]);
        assert_eq!(of("country"), ["InvalidCountryCode"]);
        assert_eq!(of("uri"), ["InvalidFullLink"]);
    }
}
