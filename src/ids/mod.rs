//! The ids that an old feed gave its entries, by the addresses or numbers of the posts.
//!
//! Readers know an entry by its id alone. Where a site moves, or another program makes its feed, the ids of
//! the old feed go on, and no subscriber sees a post twice.

mod former;

pub(crate) use former::{Former, Known};

use crate::error::{Error, ErrorKind, Location, Result};
use crate::model::{Entry, Feed};
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use url::Url;

/// Names of parameters that begin so tell where a visitor comes from, not what is shown.
const CAMPAIGN: &str = "utm_";

/// The parameters of WordPress's plain addresses that hold a number.
const NUMBERED: [&str; 3] = ["p", "page_id", "attachment_id"];

/// The old ids of entries, each under the number or the address of a post.
///
/// A post is looked for by its number, then by its address, then by the path of its address alone, so that
/// the host may be another one. Slashes at the end, `http` for `https` and the parameters of campaigns make
/// no difference.
///
/// ```
/// use wp2feed::{IdMap, Options, read};
///
/// let ids = IdMap::from_json(br#"{"https://old.example/tea/": "https://old.example/?p=41"}"#)?;
/// let post = r#"{"id":7,"link":"https://new.example/tea/","date_gmt":"2024-07-01T09:05:03",
///     "guid":{"rendered":"https://new.example/?p=7"},"title":{"rendered":"Tea"}}"#;
/// let (feed, _) = read(post.as_bytes(), &Options { ids, ..Options::default() })?;
/// assert_eq!(feed.entries[0].id, "https://old.example/?p=41");
/// # Ok::<(), wp2feed::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IdMap(Arc<Rows>);

/// What is known, and where it is found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Rows {
    rows: Vec<(String, String)>,
    numbers: HashMap<u64, usize>,
    addresses: HashMap<String, usize>,
    /// Addresses without their hosts; `None` where two hosts have the same.
    paths: HashMap<String, Option<usize>>,
}

impl IdMap {
    /// Reads an object whose members are the posts, as `{"https://example.org/tea/": "old id", "7": "old id"}`.
    ///
    /// # Errors
    /// If it is something else.
    pub fn from_json(json: &[u8]) -> Result<IdMap> {
        let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json);
        let read: Result<IdMap, _> = serde_json::from_slice(json);
        let ids = read.map_err(|e| {
            let what = e.to_string();
            let what = what.split(" at line ").next().unwrap_or_default();
            let message = match e.classify() {
                serde_json::error::Category::Data => what.to_owned(),
                _ => format!("expected a map of ids in JSON, but found none: {what}"),
            };
            refused(message).at(line(e.line())).caused_by(e)
        })?;
        if ids.is_empty() {
            return Err(refused("expected old ids, but found an empty map".to_owned()));
        }
        Ok(ids)
    }

    /// Takes the ids of a feed's entries by their addresses; of two entries with one address the first.
    pub fn of(feed: &Feed) -> IdMap {
        let mut ids = IdMap::default();
        for entry in &feed.entries {
            if let Some((key, id)) = row(entry) {
                // What is told twice stays as it was told first.
                let _ = ids.insert(&key, id);
            }
        }
        ids
    }

    /// Adds the id of a post by its number, or by its address.
    ///
    /// # Errors
    /// If the key is neither, the id is empty, or the post has another id already.
    pub fn insert(&mut self, key: &str, id: &str) -> Result<()> {
        if id.trim().is_empty() {
            return Err(refused(format!(
                "expected an old id under {key:?}, but found an empty text"
            )));
        }
        let rows = Arc::make_mut(&mut self.0);
        let place = rows.rows.len();
        let before = if let Some(number) = number(key) {
            *rows.numbers.entry(number).or_insert(place)
        } else if let Some((host, path)) = address(key) {
            let before = *rows.addresses.entry(format!("{host}{path}")).or_insert(place);
            if before == place && path != "/" {
                rows.paths.entry(path).and_modify(|row| *row = None).or_insert(Some(place));
            }
            before
        } else {
            return Err(refused(format!(
                "expected the number of a post or its address, but found the key {key:?}"
            )));
        };
        match rows.rows.get(before) {
            None => {
                rows.rows.push((key.to_owned(), id.to_owned()));
                Ok(())
            }
            Some((_, known)) if known == id => Ok(()),
            Some((_, known)) => Err(refused(format!(
                "expected one id for {key:?}, but found two: {known:?} and {id:?}"
            ))),
        }
    }

    /// The keys with their ids, in the order in which they were told.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.rows.iter().map(|(key, id)| (key.as_str(), id.as_str()))
    }

    /// How many ids there are.
    pub fn len(&self) -> usize {
        self.0.rows.len()
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.rows.is_empty()
    }

    /// Writes the map as [`IdMap::from_json`] reads it, a member a line.
    pub fn to_json(&self) -> String {
        let member = |(key, id)| format!("{}: {}", Value::from(key), Value::from(id));
        let members: Vec<String> = self.iter().map(member).collect();
        if members.is_empty() {
            "{}\n".to_owned()
        } else {
            format!("{{\n  {}\n}}\n", members.join(",\n  "))
        }
    }

    /// The place of a post's row.
    pub(crate) fn find(&self, number: Option<u64>, link: Option<&str>) -> Option<usize> {
        if let Some(row) = number.and_then(|number| self.0.numbers.get(&number)) {
            return Some(*row);
        }
        let (host, path) = address(link?)?;
        let whole = self.0.addresses.get(&format!("{host}{path}")).copied();
        whole.or_else(|| *self.0.paths.get(&path)?)
    }

    /// The id in a row.
    pub(crate) fn id(&self, row: usize) -> &str {
        &self.0.rows[row].1
    }

    /// The number in one of WordPress's plain addresses, as `https://example.org/?p=7`.
    pub fn number_in(address: &str) -> Option<u64> {
        let url = Url::parse(address).ok()?;
        let mut pairs = url.query_pairs();
        let (_, value) = pairs.find(|(name, _)| NUMBERED.contains(&name.as_ref()))?;
        value.parse().ok()
    }
}

/// The row of an entry: its address, else the number in its id. An entry without an id is known by its
/// address.
fn row(entry: &Entry) -> Option<(String, &str)> {
    let some = |text: &&str| !text.trim().is_empty();
    let url = entry.url.as_deref().filter(some).filter(|url| address(url).is_some());
    let id = Some(entry.id.as_str()).filter(some).or(url)?;
    let key = url.map(str::to_owned).or_else(|| Some(IdMap::number_in(id)?.to_string()))?;
    Some((key, id))
}

fn number(key: &str) -> Option<u64> {
    Some(key).filter(|key| key.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
}

/// The host of an address of the web, and what follows, in the one form in which addresses are compared.
fn address(text: &str) -> Option<(String, String)> {
    let url =
        Url::parse(text.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = percent_decode_str(url.path()).decode_utf8_lossy();
    let mut rest = format!("{}/", path.trim_end_matches('/'));
    let pairs = url.query().unwrap_or_default().split('&');
    let told: Vec<&str> =
        pairs.filter(|pair| !pair.is_empty() && !pair.starts_with(CAMPAIGN)).collect();
    if !told.is_empty() {
        rest = format!("{rest}?{}", told.join("&"));
    }
    Some((format!("{}{port}", url.host_str()?), rest))
}

fn refused(message: String) -> Error {
    let advice = "write a map as {\"https://example.org/tea/\": \"old id\"}, with the posts' addresses or numbers \
        for keys; `wp2feed ids OLD-FEED` makes one";
    Error::new(ErrorKind::Option, message).advise(advice)
}

fn line(line: usize) -> Location {
    Location { line: Some(line as u64).filter(|line| *line > 0), ..Location::default() }
}

impl<'de> Deserialize<'de> for IdMap {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = IdMap;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of old ids")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<IdMap, A::Error> {
                let mut ids = IdMap::default();
                while let Some((key, value)) = map.next_entry::<String, Value>()? {
                    let Value::String(id) = &value else {
                        let found = found(&value);
                        let text =
                            format!("expected the old id of {key:?} as a text, but found {found}");
                        return Err(de::Error::custom(text));
                    };
                    ids.insert(&key, id).map_err(|e| de::Error::custom(e.message()))?;
                }
                Ok(ids)
            }
        }

        deserializer.deserialize_map(Members)
    }
}

fn found(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(json: &str) -> IdMap {
        IdMap::from_json(json.as_bytes()).unwrap()
    }

    #[test]
    fn a_post_is_found_by_number_address_or_path() {
        let ids = ids(
            r#"{"7":"seven","https://old.example/tea/":"tea","https://old.example/?p=9":"nine"}"#,
        );
        let found = |number, link| ids.find(number, link).map(|row| ids.id(row));
        assert_eq!(found(Some(7), Some("https://old.example/tea/")), Some("seven"));
        for link in [
            "https://old.example/tea/",
            "http://OLD.example/tea",
            "https://old.example/tea/?utm_source=rss&utm_medium=rss#more",
            "https://new.example/tea/",
            "https://new.example/te%61/",
        ] {
            assert_eq!(found(Some(1), Some(link)), Some("tea"), "{link}");
        }
        assert_eq!(found(Some(1), Some("https://new.example/?p=9")), Some("nine"));
        for link in ["https://new.example/", "https://new.example/tea/two/", "/tea/", "tea"] {
            assert_eq!(found(None, Some(link)), None, "{link}");
        }
    }

    #[test]
    fn a_path_of_two_hosts_is_nobody_s() {
        let ids = ids(r#"{"https://a.example/tea/":"a","https://b.example/tea/":"b"}"#);
        let found = |link| ids.find(None, Some(link)).map(|row| ids.id(row));
        assert_eq!(found("https://b.example/tea/"), Some("b"));
        assert_eq!(found("https://c.example/tea/"), None);
    }

    #[test]
    fn a_map_that_is_none_is_refused_with_its_place() {
        for (json, line, words) in [
            ("", None, "found none: EOF"),
            ("{\"7\":\"a\"", Some(1), "found none: EOF"),
            ("[]", Some(1), "an object of old ids"),
            ("{}", None, "an empty map"),
            ("{\n\"7\": 8}", Some(2), "found a number"),
            ("{\n\"tea\": \"a\"}", Some(2), "the key \"tea\""),
            ("{\n\"7\": \" \"}", Some(2), "an empty text"),
            ("{\"7\":\"a\",\n\"07\":\"b\"}", Some(2), "found two: \"a\" and \"b\""),
        ] {
            let error = IdMap::from_json(json.as_bytes()).expect_err(json);
            assert!(error.to_string().contains(words), "{json} {error}");
            assert_eq!(error.location().line.filter(|_| line.is_some()), line, "{json}");
            assert!(error.advice().is_some());
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let ids = ids(r#"{"https://old.example/ü/\"/":"\\ \u0001","7":"x"}"#);
        assert_eq!(IdMap::from_json(ids.to_json().as_bytes()).unwrap(), ids);
    }
}
