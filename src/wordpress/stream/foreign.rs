//! What a document is that is not posts, and what to fetch instead.

use super::Wanted;
use super::quote::quote;
use super::rest;
use crate::error::{Error, ErrorKind};
use serde_json::{Map, Value};

/// How much of a text that is no JSON a message quotes.
const HEAD: usize = 60;

/// The advice is that of what is wanted.
const FETCH: &str = "";
const SITE: &str =
    "give this document with --site, and the posts from /wp-json/wp/v2/posts?_embed as input";

/// What an object is, by keys that no post has; the first row of which all keys are there.
const OBJECTS: [(&[&str], &str, &str); 18] = [
    (&["start_of_week"], "the site's settings", SITE),
    (&["namespaces"], "the site's index", SITE),
    (&["namespace"], "the index of a namespace of the site's API", FETCH),
    (&["routes"], "the site's index", SITE),
    (&["timezone_string"], "the site's index", SITE),
    (&["name", "site_icon"], "the site's index", SITE),
    (&["provider_name"], "an oEmbed answer", FETCH),
    (&["author_avatar_urls"], "a comment", FETCH),
    (&["author_name", "post"], "a comment", FETCH),
    (
        &["avatar_urls"],
        "a user",
        "fetch the user's posts from /wp-json/wp/v2/posts?author=ID&_embed",
    ),
    (
        &["taxonomy", "name"],
        "a category, a tag or another term",
        "fetch its posts from /wp-json/wp/v2/posts?categories=ID&_embed, or tags=ID",
    ),
    (
        &["subtype", "url"],
        "a search result",
        "search in the posts: /wp-json/wp/v2/posts?search=WORDS&_embed",
    ),
    (&["rest_base", "taxonomies"], "a post type", FETCH),
    (&["rest_base", "types"], "a taxonomy", FETCH),
    (&["queryable", "public"], "a post status", FETCH),
    (&["post_title"], "a post as WordPress's database has it", FETCH),
    (
        &["short_description"],
        "a product of WooCommerce",
        "fetch the products from /wp-json/wp/v2/product?_embed",
    ),
    (&["userId", "body"], "a post that is not WordPress's", FETCH),
];

/// What an object is that holds others by their names, by the keys of the first.
const MAPS: [(&[&str], &str, &str); 3] = [
    (&["rest_base", "taxonomies"], "the site's post types", FETCH),
    (&["rest_base", "types"], "the site's taxonomies", FETCH),
    (&["queryable", "public"], "the site's post statuses", FETCH),
];

/// What the text starts with that can't be posts: a page, a feed.
const MARKUP: [(&str, &str); 9] = [
    ("wordpress.org/export/", "a WordPress export (WXR)"),
    ("<rss", "an RSS feed"),
    ("<feed", "an Atom feed"),
    ("<rdf:rdf", "an RSS 1.0 feed"),
    ("<urlset", "a sitemap"),
    ("<sitemapindex", "a sitemap"),
    ("<!doctype html", "an HTML page"),
    ("<html", "an HTML page"),
    ("<?xml", "an XML document"),
];

fn not_wanted(wanted: &Wanted, what: &str, advice: &'static str) -> Error {
    let message = format!("expected {}, but found {what}", wanted.named);
    let advice = if advice == FETCH { wanted.advice } else { advice };
    Error::new(ErrorKind::NotPosts, message).advise(advice)
}

/// What an object is, if it is known and not a post.
pub(super) fn known(object: &Map<String, Value>, wanted: &Wanted) -> Option<Error> {
    // What the rows advise besides is how to get posts.
    let of_row = |advice| if advice == SITE || wanted.one == "post" { advice } else { FETCH };
    let known = || row(object).map(|(what, advice)| not_wanted(wanted, what, of_row(advice)));
    rest::error(object, wanted).or_else(known)
}

/// Tells whether an object is known and not a post.
pub(super) fn is_known(object: &Map<String, Value>) -> bool {
    rest::is_error(object) || row(object).is_some()
}

/// The name of an object that is known, and what to do about it.
fn row(object: &Map<String, Value>) -> Option<(&'static str, &'static str)> {
    let has = |object: &Map<String, Value>, keys: &[&str]| {
        keys.iter().all(|&key| object.contains_key(key))
    };
    let first = object.values().next().and_then(Value::as_object);
    let version = object.get("version").and_then(Value::as_str);
    if version.is_some_and(|version| version.contains("jsonfeed.org")) {
        return Some(("a JSON Feed", FETCH));
    }
    let row = OBJECTS.iter().find(|row| has(object, row.0));
    row.or_else(|| MAPS.iter().find(|row| first.is_some_and(|first| has(first, row.0))))
        .map(|row| (row.1, row.2))
}

/// What an object is that is not a post.
pub(super) fn object(object: &Map<String, Value>, wanted: &Wanted) -> Error {
    known(object, wanted).unwrap_or_else(|| {
        let filled = || object.iter().filter(|(_, value)| !value.is_null());
        let mut keys: Vec<_> = filled().take(5).map(|(key, _)| quote(key, 20)).collect();
        if filled().count() > keys.len() {
            keys.push("…".into());
        }
        match keys.as_slice() {
            [] if object.is_empty() => not_wanted(wanted, "an empty object", FETCH),
            [] => not_wanted(wanted, "an object in which every field is null", FETCH),
            keys => not_wanted(
                wanted,
                &format!("an object without any field of {}: {}", wanted.any, keys.join(", ")),
                FETCH,
            ),
        }
    })
}

/// What a value is that is neither an array nor an object.
pub(super) fn scalar(value: &Value, wanted: &Wanted) -> Error {
    match value {
        Value::Number(number) => not_wanted(
            wanted,
            &format!("the number {number}"),
            "leave out what reduces objects to numbers",
        ),
        Value::String(string) if string.trim_start().starts_with(['[', '{']) => not_wanted(
            wanted,
            "a text that holds JSON",
            "take the JSON out of its quotes: `jq -r .`",
        ),
        Value::String(string) => {
            not_wanted(wanted, &format!("the text {}", quote(string, HEAD)), FETCH)
        }
        value => not_wanted(wanted, &value.to_string(), FETCH),
    }
}

/// The page or feed that the text is.
pub(super) fn markup(text: &str, wanted: &Wanted) -> Option<Error> {
    let lower = text.to_ascii_lowercase();
    let found = MARKUP[1..].iter().any(|(mark, _)| lower.contains(mark));
    let &(_, what) = MARKUP.iter().find(|(mark, _)| found && lower.contains(mark))?;
    let title = title(text, &lower)
        .map_or_else(String::new, |title| format!(" titled {}", quote(title, HEAD)));
    let message = format!("expected {} as JSON, but found {what}{title}", wanted.named);
    Some(Error::new(ErrorKind::NotJson, message).advise(wanted.advice))
}

fn title<'a>(text: &'a str, lower: &str) -> Option<&'a str> {
    let start = lower.find("<title")?;
    let start = start + lower[start..].find('>')? + 1;
    let end = start + lower[start..].find("</title")?;
    Some(&text[start..end]).filter(|title| !title.trim().is_empty())
}

/// What a text is that holds neither an array nor an object.
pub(super) fn text(text: &str, wanted: &Wanted) -> Error {
    if let Some(Ok(value)) = text.lines().next().map(serde_json::from_str) {
        return scalar(&value, wanted);
    }
    // It may be longer than what is seen of it.
    if let Some(inner) = text.strip_prefix('"').filter(|inner| inner.starts_with(['[', '{'])) {
        return scalar(&Value::from(inner), wanted);
    }
    // The second byte of gzip's mark and the first of zstd's are no UTF-8.
    if text.starts_with("\u{1f}\u{FFFD}") || text.starts_with("(\u{FFFD}/\u{FFFD}") {
        return Error::new(
            ErrorKind::NotJson,
            format!("expected {} as JSON, but found compressed bytes", wanted.named),
        )
        .advise("fetch with `curl --compressed`, or unpack it with gunzip or unzstd");
    }
    if text.contains('\0') {
        let message =
            format!("expected {} as JSON, but found bytes that are no text in UTF-8", wanted.named);
        return Error::new(ErrorKind::NotJson, message)
            .advise("save it as UTF-8; UTF-16 is read where it begins with a byte order mark");
    }
    let what = if text.starts_with('<') { "HTML" } else { "text" };
    let message =
        format!("expected {} as JSON, but found {what}: {}", wanted.named, quote(text, HEAD));
    markup(text, wanted)
        .unwrap_or_else(|| Error::new(ErrorKind::NotJson, message).advise(wanted.advice))
}
