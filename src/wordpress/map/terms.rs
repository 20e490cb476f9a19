//! What a post is about: its categories, then its tags, as `get_the_category_rss` has them. Terms of other
//! taxonomies are not in WordPress's feeds either.

use crate::model::Category;
use crate::report::NoteKind;
use crate::text::html;
use crate::wordpress::embedded::Term;
use crate::wordpress::post::{Post, Terms};

/// A taxonomy: its name in terms, and the prefix of its classes.
const TAXONOMIES: [(&str, &str); 2] = [("category", "category-"), ("post_tag", "tag-")];

/// The names of categories and tags, decoded once, each name once.
pub(super) fn categories(
    post: &Post,
    scheme: &str,
    note: &mut dyn FnMut(NoteKind, &str),
) -> Vec<Category> {
    let mut categories: Vec<Category> = Vec::new();
    let mut said = Vec::new();
    let mut note_once = |kind: NoteKind, detail: &str| {
        if !said.contains(&kind) {
            said.push(kind);
            note(kind, detail);
        }
    };
    for ((taxonomy, class), terms) in TAXONOMIES.into_iter().zip([&post.categories, &post.tags]) {
        for term in names(post, taxonomy, class, terms, &mut note_once) {
            if !term.is_empty() && categories.iter().all(|category| category.term != term) {
                categories.push(Category { term, scheme: Some(scheme.to_owned()) });
            }
        }
    }
    categories
}

/// The names of one taxonomy: from embedded terms, else from WordPress.com's own, else from the classes.
fn names(
    post: &Post,
    taxonomy: &str,
    class: &str,
    terms: &Terms,
    note: &mut dyn FnMut(NoteKind, &str),
) -> Vec<String> {
    let embedded: Vec<String> = post.embedded.terms(taxonomy).filter_map(name).collect();
    if !embedded.is_empty() {
        if embedded.len() < terms.ids.len() {
            note(NoteKind::TermsCut, "");
        }
        return embedded;
    }
    if !terms.terms.is_empty() {
        return terms.terms.iter().filter_map(name).collect();
    }
    let slugs = slugs(post, class, terms);
    match (slugs.len(), terms.ids.len()) {
        (0, 0) => {}
        (known, numbers) if known < numbers => note(NoteKind::Terms, ""),
        _ => note(NoteKind::TermNames, ""),
    }
    slugs
}

fn name(term: &Term) -> Option<String> {
    term.name.filled().map(|name| html::decode(name).into_owned())
}

/// The slugs that the post's classes tell, without the numbers that stand in them for a slug that is
/// no class.
pub(in crate::wordpress) fn slugs(post: &Post, class: &str, terms: &Terms) -> Vec<String> {
    let number = |slug: &str| slug.parse().is_ok_and(|id: u64| terms.ids.contains(&id));
    let classes = post.classes().into_iter();
    let slugs = classes.filter_map(|name| name.strip_prefix(class).map(str::to_owned));
    slugs.filter(|slug| !number(slug)).collect()
}
