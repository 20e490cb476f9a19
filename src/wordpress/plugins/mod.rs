//! What plugins add to posts: a file a plugin, a row in the table.
//!
//! WordPress's own fields come first; a plugin fills what they left empty, and the first plugin of the
//! table that has it wins.

mod authors;
mod featured_image;
mod seriously_simple_podcasting;
mod yoast;

use super::post::{Post, Taxonomy};
use crate::model::{Entry, Person};
use crate::report::NoteKind;
use std::sync::LazyLock;

/// A plugin whose fields are read.
struct Plugin {
    /// The members of a post that are kept for it.
    keys: &'static [&'static str],
    /// Fills an entry; the error names the field that has an unexpected form.
    fill: fn(&Post, &mut Entry) -> Result<(), &'static str>,
}

const PLUGINS: [Plugin; 3] =
    [seriously_simple_podcasting::PLUGIN, yoast::PLUGIN, featured_image::PLUGIN];

/// The names of all members that are kept, sorted: every member of every post is looked up.
static KEYS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let plugins = PLUGINS.iter().flat_map(|plugin| plugin.keys);
    let mut keys: Vec<&str> = plugins.chain(&authors::KEYS).chain(&["meta"]).copied().collect();
    keys.sort_unstable();
    keys.dedup();
    keys
});

/// The name under which a member of a post is kept, if a plugin reads it.
pub(super) fn key(name: &str) -> Option<&'static str> {
    KEYS.binary_search(&name).ok().map(|at| KEYS[at])
}

/// The authors of a plugin for several a post.
pub(super) fn several_authors(post: &Post) -> Vec<Person> {
    authors::several(post)
}

/// The author of a post whom WordPress gives as a number alone.
pub(super) fn named_author(post: &Post) -> Vec<Person> {
    let people = authors::named(post);
    if people.is_empty() { yoast::author(post) } else { people }
}

/// The names of a post's terms, where WordPress gives their numbers alone.
pub(super) fn term_names(post: &Post, taxonomy: Taxonomy) -> Vec<String> {
    yoast::term_names(post, taxonomy)
}

/// Fills what WordPress's own fields left empty.
pub(super) fn fill(post: &Post, entry: &mut Entry, note: &mut dyn FnMut(NoteKind, &str)) {
    for plugin in &PLUGINS {
        if let Err(field) = (plugin.fill)(post, entry) {
            note(NoteKind::Field, field);
        }
    }
}

/// Reads one of a plugin's fields; one that is absent or has the value of an unset one is the default.
fn read<T: serde::de::DeserializeOwned + Default>(
    post: &Post,
    key: &'static str,
) -> Result<T, &'static str> {
    post.extra(key)
        .map_or_else(|| Ok(T::default()), |raw| serde_json::from_str(raw.get()).map_err(|_| key))
}
