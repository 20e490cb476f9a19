//! Authors that plugins and sites' own code put into the post: several a post by PublishPress Authors,
//! Co-Authors Plus and Newspack, and the name of the one whom WordPress gives as a number.
//!
//! A list of names or of objects, or one of them; numbers, which Co-Authors Plus has in posts, name
//! nobody.

use super::{Plugin, SILENT};
use crate::model::Person;
use crate::text::{html, url};
use crate::wordpress::post::Post;
use serde_json::{Map, Value};

pub(super) const PLUGIN: Plugin = Plugin {
    name: "Co-Authors Plus, PublishPress Authors and others",
    keys: &KEYS,
    several_authors: |post| first(post, &KEYS[..2]),
    named_author: |post| first(post, &KEYS[2..]),
    ..SILENT
};

/// Two that name all authors of a post, then those that name the one whom WordPress gives as a number.
const KEYS: [&str; 7] = [
    "authors",
    "coauthors",
    "newspack_author_info",
    "author_info",
    "uagb_author_info",
    "author_meta",
    "author_name",
];

fn first(post: &Post, keys: &[&str]) -> Vec<Person> {
    let people = keys.iter().filter_map(|key| {
        let value = serde_json::from_str(post.extra(key)?).ok()?;
        Some(people(&value)).filter(|people| !people.is_empty())
    });
    people.take(1).flatten().collect()
}

/// The people that a value names; numbers name nobody.
fn people(value: &Value) -> Vec<Person> {
    match value {
        Value::String(name) => name_of(name).map(Person::named).into_iter().collect(),
        Value::Array(list) => list.iter().flat_map(people).collect(),
        Value::Object(object) => match person(object) {
            Some(person) => vec![person],
            // PHP's arrays with gaps.
            None => object.values().filter(|v| v.is_object()).flat_map(people).collect(),
        },
        _ => Vec::new(),
    }
}

fn person(object: &Map<String, Value>) -> Option<Person> {
    let texts = |names: &'static [&'static str]| {
        names.iter().filter_map(|name| object.get(*name)?.as_str()).filter(|text| !text.is_empty())
    };
    let address = |text: &str| url::web(&html::decode(text), None);
    let picture = ["avatar_url", "avatar", "avatar_urls"].iter().find_map(|name| object.get(*name));
    let picture = picture.and_then(|value| {
        let sizes = ["url", "96"].iter().find_map(|size| value.get(size));
        sizes.unwrap_or(value).as_str()
    });
    Some(Person {
        name: texts(&["display_name", "name", "author_name"]).find_map(name_of)?,
        url: texts(&["url", "user_url", "website"]).find_map(address),
        avatar: picture.and_then(address),
        ..Person::default()
    })
}

fn name_of(text: &str) -> Option<String> {
    let number = text.trim().parse::<u64>().is_ok();
    Some(html::title_text(text)).filter(|name| !name.is_empty() && !number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(json: &str) -> Vec<String> {
        let value = serde_json::from_str(json).unwrap();
        people(&value).into_iter().map(|person| person.name).collect()
    }

    #[test]
    fn a_picture_in_every_shape() {
        for picture in [
            r#""avatar_url":"https://e.org/a""#,
            r#""avatar_url":{"url":"https://e.org/a","url2x":"https://e.org/b"}"#,
            r#""avatar_urls":{"24":"https://e.org/c","96":"https://e.org/a"}"#,
        ] {
            let value = serde_json::from_str(&format!(r#"{{"name":"Ann",{picture}}}"#)).unwrap();
            assert_eq!(people(&value)[0].avatar.as_deref(), Some("https://e.org/a"), "{picture}");
        }
    }

    #[test]
    fn people_in_every_shape() {
        for json in [
            r#"["Ann &amp; Co","Bob"]"#,
            r#"[{"display_name":"Ann &amp; Co","name":"ann"},{"display_name":"","name":"Bob"}]"#,
            r#"{"3":{"name":"Ann &#038; Co"},"7":{"name":"Bob","avatar_url":{"url":"/b"}}}"#,
            r#"[{"term_id":3,"user_id":0,"is_guest":1,"slug":"ann","display_name":"Ann &amp; Co"},{"display_name":"Bob"}]"#,
        ] {
            assert_eq!(names(json), ["Ann & Co", "Bob"], "{json}");
        }
        assert_eq!(names(r#""Ann""#), ["Ann"]);
        for json in ["[4,5]", r#""4""#, r#"{"id":4,"caps":{"editor":true}}"#, "false", r#"[""]"#] {
            assert_eq!(names(json), [""; 0], "{json}");
        }
    }
}
