//! What plugins add to posts: a file a plugin, a row in the table; docs/plugins.md tells what each fills.
//!
//! WordPress's own fields come first; a plugin fills what they left empty, and the first plugin of the
//! table that has it wins. Only plugins for several authors a post know better than WordPress.

mod aioseo;
mod authors;
mod episode;
mod featured_image;
mod parsely;
mod polylang;
mod powerpress;
mod schema;
mod seriously_simple_podcasting;
mod wpml;
mod yoast;

use super::post::{Post, Taxonomy};
use crate::model::{Entry, Image, Person};
use crate::options::Canonical;
use crate::report::NoteKind;
use std::sync::LazyLock;

/// A plugin whose fields are read, and what it can tell of a post.
struct Plugin {
    /// What messages and docs/plugins.md call it.
    name: &'static str,
    /// The members of a post that are kept for it.
    keys: &'static [&'static str],
    /// Fills an entry; the error names the field that has an unexpected form.
    fill: fn(&Post, &mut Entry) -> Result<(), &'static str>,
    /// What it tells search engines of the post, as plain text.
    description: fn(&Post) -> Option<String>,
    /// Several authors; they take the place of the one that WordPress knows.
    several_authors: fn(&Post) -> Vec<Person>,
    /// The author of a post whom WordPress gives as a number alone.
    named_author: fn(&Post) -> Vec<Person>,
    /// The names of terms that WordPress gives as numbers alone.
    term_names: fn(&Post, Taxonomy) -> Vec<String>,
}

/// Tells nothing; each plugin says what it does else.
const SILENT: Plugin = Plugin {
    name: "",
    keys: &[],
    fill: |_, _| Ok(()),
    description: |_| None,
    several_authors: |_| Vec::new(),
    named_author: |_| Vec::new(),
    term_names: |_, _| Vec::new(),
};

const PLUGINS: [Plugin; 9] = [
    authors::PLUGIN,
    seriously_simple_podcasting::PLUGIN,
    powerpress::PLUGIN,
    polylang::PLUGIN,
    wpml::PLUGIN,
    yoast::PLUGIN,
    aioseo::PLUGIN,
    parsely::PLUGIN,
    featured_image::PLUGIN,
];

/// The names of all members that are kept, sorted: every member of every post is looked up.
static KEYS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let plugins = PLUGINS.iter().flat_map(|plugin| plugin.keys);
    let mut keys: Vec<&str> = plugins.copied().collect();
    keys.sort_unstable();
    keys.dedup();
    keys
});

/// The name under which a member of a post is kept, if a plugin reads it.
pub(super) fn key(name: &str) -> Option<&'static str> {
    KEYS.binary_search(&name).ok().map(|at| KEYS[at])
}

/// The picture that a value of any of the known shapes tells.
pub(super) fn image(value: &serde_json::Value, base: Option<&str>) -> Option<Image> {
    featured_image::image(value, base)
}

/// The authors of a plugin for several a post.
pub(super) fn several_authors(post: &Post) -> Vec<Person> {
    first(|plugin| (plugin.several_authors)(post))
}

/// The author of a post whom WordPress gives as a number alone.
pub(super) fn named_author(post: &Post) -> Vec<Person> {
    first(|plugin| (plugin.named_author)(post))
}

/// The names of a post's terms, where WordPress gives their numbers alone.
pub(super) fn term_names(post: &Post, taxonomy: Taxonomy) -> Vec<String> {
    first(|plugin| (plugin.term_names)(post, taxonomy))
}

/// What a plugin tells search engines of the post, as plain text.
pub(super) fn description(post: &Post) -> Option<String> {
    PLUGINS.iter().find_map(|plugin| (plugin.description)(post))
}

/// The address that a plugin calls the post's canonical one.
pub(super) fn canonical(post: &Post, plugin: Canonical) -> Option<String> {
    match plugin {
        Canonical::Yoast => yoast::canonical(post),
        Canonical::Aioseo => aioseo::canonical(post),
    }
}

/// Fills what WordPress's own fields left empty.
pub(super) fn fill(post: &Post, entry: &mut Entry, note: &mut dyn FnMut(NoteKind, &str)) {
    for plugin in &PLUGINS {
        if let Err(field) = (plugin.fill)(post, entry) {
            note(NoteKind::Field, &format!("{field} ({})", plugin.name));
        }
    }
}

/// What the first plugin tells that tells anything.
fn first<T>(told: impl Fn(&Plugin) -> Vec<T>) -> Vec<T> {
    PLUGINS.iter().map(told).find(|list| !list.is_empty()).unwrap_or_default()
}

/// Reads one of a plugin's fields; one that is absent or has the value of an unset one is the default.
fn read<T: serde::de::DeserializeOwned + Default>(
    post: &Post,
    key: &'static str,
) -> Result<T, &'static str> {
    post.extra(key)
        .map_or_else(|| Ok(T::default()), |raw| serde_json::from_str(raw).map_err(|_| key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_tells_of_every_plugin_and_every_field() {
        let document = include_str!("../../../docs/plugins.md");
        for plugin in &PLUGINS {
            let row =
                document.lines().find(|line| line.starts_with(&format!("| {} |", plugin.name)));
            let row = row.unwrap_or_else(|| panic!("no row of {}", plugin.name));
            for key in plugin.keys {
                let told = [format!("`{key}`"), format!("`{key}."), format!("`{key}[")];
                assert!(told.iter().any(|key| row.contains(key)), "{}: {key}", plugin.name);
            }
        }
    }

    #[test]
    fn an_address_that_is_none_of_the_web_is_none() {
        let script = "javascript://e.org/%0Aalert(1)";
        for member in [
            format!(r#""parsely":{{"meta":{{"image":{{"url":"{script}"}}}}}}"#),
            format!(
                r#""yoast_head_json":{{"og_image":[{{"url":"{script}"}}],"canonical":"{script}"}}"#
            ),
            format!(r#""aioseo_head_json":{{"og:image":"{script}","canonical_url":"{script}"}}"#),
            format!(r#""meta":{{"audio_file":"{script}","cover_image":"{script}"}}"#),
            format!(r#""jetpack_featured_media_url":"{script}""#),
            format!(r#""authors":[{{"name":"A","url":"{script}","avatar":"{script}"}}]"#),
        ] {
            let post: Post = serde_json::from_str(&format!(r#"{{"id":7,{member}}}"#)).unwrap();
            let mut entry = Entry::default();
            fill(&post, &mut entry, &mut |_, _| ());
            assert_eq!((entry.image, entry.enclosures.len()), (None, 0), "{member}");
            assert_eq!(canonical(&post, Canonical::Yoast), None);
            assert_eq!(canonical(&post, Canonical::Aioseo), None);
            assert!(several_authors(&post).iter().all(|a| (&a.url, &a.avatar) == (&None, &None)));
        }
    }

    #[test]
    fn no_form_of_a_field_loses_an_entry() {
        let forms = ["null", "true", "false", "5", "-5", "5.5", r#""x y""#, "[]", "[[5]]", "{}"];
        for key in PLUGINS.iter().flat_map(|plugin| plugin.keys) {
            for form in forms {
                for value in [form.to_owned(), format!("[{form}]"), format!("{{\"url\":{form}}}")] {
                    let json = format!(r#"{{"id":7,"featured_media":3,"{key}":{value}}}"#);
                    let post: Post = serde_json::from_str(&json).expect(&json);
                    let mut entry = Entry { id: "7".to_owned(), ..Entry::default() };
                    fill(&post, &mut entry, &mut |_, _| ());
                    several_authors(&post);
                    named_author(&post);
                    description(&post);
                    assert_eq!((entry.id.as_str(), entry.title), ("7", None), "{json}");
                }
            }
        }
    }
}
