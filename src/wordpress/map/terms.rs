//! What a post is about: its categories, then its tags, as `get_the_category_rss` has them. Terms of other
//! taxonomies are not in WordPress's feeds either.

use crate::model::Category;
use crate::report::NoteKind;
use crate::text::html;
use crate::wordpress::embedded::Term;
use crate::wordpress::plugins;
use crate::wordpress::post::{Post, Taxonomy};
use std::collections::HashSet;

/// The names of categories and tags, decoded once, each name once.
pub(super) fn categories(
    post: &Post,
    scheme: &str,
    note: &mut dyn FnMut(NoteKind, &str),
) -> Vec<Category> {
    let (mut categories, mut known) = (Vec::new(), HashSet::new());
    let mut said = Vec::new();
    let mut note_once = |kind: NoteKind, detail: &str| {
        if !said.contains(&kind) {
            said.push(kind);
            note(kind, detail);
        }
    };
    for taxonomy in [Taxonomy::Category, Taxonomy::Tag] {
        for term in names(post, taxonomy, &mut note_once) {
            if !term.is_empty() && known.insert(term.clone()) {
                categories.push(Category { term, scheme: Some(scheme.to_owned()) });
            }
        }
    }
    categories
}

/// The names of one taxonomy: from embedded terms, else from the post's own, else from plugins, else from
/// the classes.
fn names(post: &Post, taxonomy: Taxonomy, note: &mut dyn FnMut(NoteKind, &str)) -> Vec<String> {
    let terms = taxonomy.of(post);
    let mut known: Vec<String> = post.embedded.terms(taxonomy.name()).filter_map(name).collect();
    if known.is_empty() {
        known = terms.terms.iter().filter_map(name).collect();
    }
    if known.is_empty() && !terms.ids.is_empty() {
        known = plugins::term_names(post, taxonomy);
    }
    if !known.is_empty() {
        if known.len() < terms.ids.len() {
            note(NoteKind::TermsCut, "");
        }
        return known;
    }
    let slugs = taxonomy.slugs(post);
    match (slugs.len(), terms.ids.len()) {
        (0, 0) => {}
        (known, numbers) if known < numbers => note(NoteKind::Terms, ""),
        _ => note(NoteKind::TermNames, ""),
    }
    slugs
}

fn name(term: &Term) -> Option<String> {
    term.name().map(|name| html::decode(name).into_owned())
}
