//! Parse.ly: `parsely.meta`, an article of schema.org with the names of the authors and the featured
//! image; an empty text where the plugin is not set up.

use super::{Plugin, SILENT, read};
use crate::model::{Entry, Image, Person, Rendition};
use crate::text::{html, url};
use crate::wordpress::loose::{List, Object, Text};
use crate::wordpress::post::Post;
use serde::Deserialize;

const KEY: &str = "parsely";

pub(super) const PLUGIN: Plugin =
    Plugin { name: "Parse.ly", keys: &[KEY], fill, named_author, ..SILENT };

#[derive(Default, Deserialize)]
struct Field {
    #[serde(default)]
    meta: Object<Article>,
}

#[derive(Default, Deserialize)]
struct Article {
    #[serde(default)]
    image: Object<Picture>,
    #[serde(default)]
    author: List<Object<Author>>,
}

#[derive(Default, Deserialize)]
struct Picture {
    #[serde(default)]
    url: Text,
}

#[derive(Default, Deserialize)]
struct Author {
    #[serde(default)]
    name: Text,
}

fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    if entry.image.is_none() {
        let picture = article(post)?.image.0.unwrap_or_default();
        let address = picture.url.filled().and_then(|url| url::web(url, entry.url.as_deref()));
        entry.image = address.map(|url| {
            let full = Rendition { url, ..Rendition::default() };
            Image { full, ..Image::default() }
        });
    }
    Ok(())
}

fn named_author(post: &Post) -> Vec<Person> {
    let authors = article(post).unwrap_or_default().author.0.into_iter();
    let names = authors.filter_map(|author| Some(html::title_text(author.0?.name.filled()?)));
    names.filter(|name| !name.is_empty()).map(Person::named).collect()
}

fn article(post: &Post) -> Result<Article, &'static str> {
    let field: Object<Field> = read(post, KEY)?;
    Ok(field.0.unwrap_or_default().meta.0.unwrap_or_default())
}
