//! Yoast SEO: `yoast_head_json`, `null` where Yoast has nothing to say.

use super::{Plugin, SILENT, read, schema};
use crate::model::{Entry, Image, Person, Rendition};
use crate::text::{html, url};
use crate::wordpress::loose::{List, Number, Object, Text};
use crate::wordpress::post::{Post, Taxonomy};
use serde::Deserialize;
use serde_json::Value;

const KEY: &str = "yoast_head_json";

pub(super) const PLUGIN: Plugin = Plugin {
    name: "Yoast SEO",
    keys: &[KEY],
    fill,
    description,
    named_author: author,
    term_names,
    ..SILENT
};

#[derive(Default, Deserialize)]
struct Head {
    #[serde(default)]
    description: Text,
    #[serde(default)]
    canonical: Text,
    #[serde(default)]
    author: Text,
    #[serde(default)]
    og_image: List<Object<Picture>>,
    #[serde(default)]
    schema: Object<Schema>,
}

#[derive(Default, Deserialize)]
struct Picture {
    #[serde(default)]
    url: Text,
    #[serde(rename = "type", default)]
    media_type: Text,
    #[serde(default)]
    width: Number,
    #[serde(default)]
    height: Number,
}

#[derive(Default, Deserialize)]
struct Schema {
    #[serde(rename = "@graph", default)]
    graph: List<Object<Node>>,
}

#[derive(Default, Deserialize)]
struct Node {
    #[serde(rename = "articleSection", default)]
    sections: Value,
    #[serde(default)]
    keywords: Value,
}

/// The author's display name, as it stands in the page's `meta`.
fn author(post: &Post) -> Vec<Person> {
    let name = head(post).author.filled().map(html::title_text);
    name.filter(|name| !name.is_empty()).map(Person::named).into_iter().collect()
}

/// The names of categories and tags in the article's schema, which has none for "Uncategorized".
fn term_names(post: &Post, taxonomy: Taxonomy) -> Vec<String> {
    let nodes = head(post).schema.0.unwrap_or_default().graph.0.into_iter();
    let names = nodes.filter_map(|node| match taxonomy {
        Taxonomy::Category => node.0?.sections.as_array().cloned(),
        Taxonomy::Tag => node.0?.keywords.as_array().cloned(),
    });
    let names = names.take(1).flatten();
    names.filter_map(|name| Some(html::decode(name.as_str()?).into_owned())).collect()
}

fn description(post: &Post) -> Option<String> {
    schema::description(&head(post).description)
}

/// The address of the page by which search engines are to know it.
pub(super) fn canonical(post: &Post) -> Option<String> {
    url::web(head(post).canonical.filled()?, None)
}

fn head(post: &Post) -> Head {
    read(post, KEY).ok().and_then(|head: Object<Head>| head.0).unwrap_or_default()
}

fn fill(post: &Post, entry: &mut Entry) -> Result<(), &'static str> {
    if entry.language.is_none() {
        entry.language = schema::language(post, KEY);
    }
    if entry.image.is_none() && schema::may_have_picture(post) {
        let head: Object<Head> = read(post, KEY)?;
        let pictures = head.0.unwrap_or_default().og_image.0;
        let link = entry.url.as_deref();
        entry.image = pictures.iter().find_map(|picture| image(picture.0.as_ref()?, link));
    }
    Ok(())
}

fn image(picture: &Picture, link: Option<&str>) -> Option<Image> {
    let pixels = |number: Number| number.positive().and_then(|n| u32::try_from(n).ok());
    let full = Rendition {
        url: url::web(picture.url.filled()?, link)?,
        media_type: picture.media_type.filled().map(str::to_owned),
        width: pixels(picture.width),
        height: pixels(picture.height),
        length: None,
    };
    Some(Image { full, ..Image::default() })
}
