//! What a post is about: its categories, then its tags, as `get_the_category_rss` has them. Terms of other
//! taxonomies are not in WordPress's feeds, and only here if they are asked for.

use crate::model::Category;
use crate::report::NoteKind;
use crate::text::html;
use crate::wordpress::collections::Collections;
use crate::wordpress::embedded::Term;
use crate::wordpress::plugins;
use crate::wordpress::post::{Post, Taxonomy};
use std::collections::BTreeSet;

/// The names of categories and tags, decoded once, and behind them those of other taxonomies that were
/// asked for; each name once.
pub(super) fn categories(
    post: &Post,
    own: Vec<String>,
    scheme: &str,
    note: &mut dyn FnMut(NoteKind, &str),
) -> Vec<Category> {
    let mut said = Vec::new();
    let mut note_once = |kind: NoteKind, detail: &str| {
        if !said.contains(&kind) {
            said.push(kind);
            note(kind, detail);
        }
    };
    let usual = [Taxonomy::Category, Taxonomy::Tag].into_iter();
    let usual = usual.flat_map(|taxonomy| names(post, taxonomy, &mut note_once));
    let terms: Vec<_> = usual.chain(own).filter(|term| !term.is_empty()).collect();
    let mut known = BTreeSet::new();
    let first: Vec<_> = terms.iter().map(|term| known.insert(term.as_str())).collect();
    let named = |term| Category { term, scheme: Some(scheme.to_owned()), ..Category::default() };
    terms.into_iter().zip(first).filter_map(|(term, first)| first.then(|| named(term))).collect()
}

/// The names of the terms of a taxonomy of the site's own: from embedded terms, else from collections by
/// the slugs in the classes (`get_post_class`), else the slugs.
pub(super) fn of_own(post: &Post, taxonomy: &str, collections: &Collections) -> Vec<String> {
    let embedded: Vec<String> = post.embedded.terms(taxonomy).filter_map(name).collect();
    if !embedded.is_empty() {
        return embedded;
    }
    let classes = post.classes();
    let slugs = classes.iter().filter_map(|class| class.strip_prefix(taxonomy)?.strip_prefix('-'));
    let named = |slug| collections.term_by_slug(slug, taxonomy).and_then(name);
    slugs.map(|slug| named(slug).unwrap_or_else(|| slug.to_owned())).collect()
}

/// The names of one taxonomy: from embedded terms, else from the post's own, else its slugs from the
/// classes, else from plugins.
fn names(post: &Post, taxonomy: Taxonomy, note: &mut dyn FnMut(NoteKind, &str)) -> Vec<String> {
    let terms = taxonomy.of(post);
    let mut known: Vec<String> = post.embedded.terms(taxonomy.name()).filter_map(name).collect();
    if known.is_empty() {
        known = terms.terms.iter().filter_map(name).collect();
    }
    if !known.is_empty() {
        if known.len() < terms.ids.len() {
            note(NoteKind::TermsCut, "");
        }
        return known;
    }
    let slugs = taxonomy.slugs(post);
    if slugs.is_empty() && !terms.ids.is_empty() {
        known = plugins::term_names(post, taxonomy);
    } else if !slugs.is_empty() && slugs.len() >= terms.ids.len() {
        note(NoteKind::TermNames, "");
    }
    known.extend(slugs);
    if known.len() < terms.ids.len() {
        note(NoteKind::Terms, "");
    }
    known
}

fn name(term: &Term) -> Option<String> {
    term.name().map(|name| html::decode(name).into_owned())
}
