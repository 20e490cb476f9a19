//! Several authors a post: PublishPress Authors and Co-Authors Plus.
//!
//! `authors` is a list of objects with `display_name` or `name`; the shape is from memory of the plugins,
//! not from a recording.

use super::{Plugin, read};
use crate::model::{Entry, Person};
use crate::text::{html, url};
use crate::wordpress::loose::{List, Object, Text};
use crate::wordpress::post::Post;
use serde::Deserialize;
use std::borrow::Cow;

pub(super) const PLUGIN: Plugin = Plugin { keys: &["authors"], fill };

#[derive(Deserialize)]
struct Author {
    #[serde(default)]
    display_name: Text,
    #[serde(default)]
    name: Text,
    #[serde(alias = "user_url", default)]
    url: Text,
    #[serde(alias = "avatar_url", default)]
    avatar: Avatar,
}

/// A picture's address, or an object that holds it with one for finer screens.
#[derive(Deserialize)]
#[serde(untagged)]
enum Avatar {
    Address(Text),
    Sizes { url: Text },
}

impl Default for Avatar {
    fn default() -> Self {
        Avatar::Address(Text::default())
    }
}

/// The plugin's authors take the place of the one that WordPress knows.
fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    let authors: List<Object<Author>> = read(post, "authors")?;
    let people: Vec<Person> =
        authors.0.iter().filter_map(|author| person(author.0.as_ref()?)).collect();
    if !people.is_empty() {
        entry.authors = people;
    }
    Ok(())
}

fn person(author: &Author) -> Option<Person> {
    let address = |text: &Text| {
        text.filled().and_then(|text| url::absolute(&html::decode(text), None).map(Cow::into_owned))
    };
    let (Avatar::Address(avatar) | Avatar::Sizes { url: avatar }) = &author.avatar;
    let name = author.display_name.filled().or(author.name.filled())?;
    Some(Person {
        name: html::title_text(name),
        url: address(&author.url),
        avatar: address(avatar),
    })
}
