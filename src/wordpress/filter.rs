//! Which posts a feed shows, by the caller's choice.

use super::embedded::Term;
use super::post::{Post, Taxonomy};
use crate::model::Entry;
use crate::options::Filter;
use crate::report::NoteKind;
use crate::text::html;

/// Tells whether a post passes every part of the filter.
pub(super) fn passes(
    filter: &Filter,
    post: &Post,
    entry: &Entry,
    note: &mut dyn FnMut(NoteKind, &str),
) -> bool {
    in_time(filter, entry, note)
        && of_type(filter, post)
        && by_author(&filter.authors, post, note)
        && has_term(&filter.categories, post, Taxonomy::Category, note)
        && has_term(&filter.tags, post, Taxonomy::Tag, note)
}

/// Tells whether an entry was published in the span of time that was asked for; without a date it is in none.
pub(super) fn in_time(
    filter: &Filter,
    entry: &Entry,
    note: &mut dyn FnMut(NoteKind, &str),
) -> bool {
    if filter.since.is_none() && filter.until.is_none() {
        return true;
    }
    let Some(published) = entry.published else {
        note(NoteKind::Filter, "the date");
        return false;
    };
    let since = filter.since.is_none_or(|since| published >= since);
    since && filter.until.is_none_or(|until| published < until)
}

fn of_type(filter: &Filter, post: &Post) -> bool {
    filter.types.is_empty() || filter.types.iter().any(|kind| post.kind.filled() == Some(kind))
}

/// Tells whether one of these wrote the post.
pub(super) fn by_author(
    wanted: &[String],
    post: &Post,
    note: &mut dyn FnMut(NoteKind, &str),
) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let mut known = post.embedded.authors().chain(&post.author.authors).peekable();
    let id = post.author.id;
    if known.peek().is_none() && id.is_some() && wanted.iter().any(|author| !is_number(author)) {
        note(NoteKind::Filter, "the author");
    }
    wanted.iter().any(|author| is(author, id))
        || known.any(|author| {
            wanted.iter().any(|name| names(name, author.id(), author.name(), author.slug()))
        })
}

/// Tells whether the post has one of these terms itself.
pub(super) fn has_term(
    wanted: &[String],
    post: &Post,
    taxonomy: Taxonomy,
    note: &mut dyn FnMut(NoteKind, &str),
) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let terms = taxonomy.of(post);
    let known: Vec<&Term> = post.embedded.terms(taxonomy.name()).chain(&terms.terms).collect();
    let classes = taxonomy.slugs(post);
    let named = |term: &&Term| {
        wanted.iter().any(|name| names(name, term.id(), term.name(), term.slug.filled()))
    };
    let has = terms.ids.iter().any(|id| wanted.iter().any(|term| is(term, Some(*id))))
        || known.iter().any(named)
        || classes.iter().any(|slug| wanted.contains(slug));
    // A document may embed but some of a post's terms.
    let seen = known.len().max(classes.len());
    if !has && seen < terms.ids.len() && wanted.iter().any(|term| !is_number(term)) {
        let category = taxonomy == Taxonomy::Category;
        note(NoteKind::Filter, if category { "the category" } else { "the tag" });
    }
    has
}

/// Tells whether the word is the number, the name as people read it, or the slug.
pub(super) fn names(word: &str, id: Option<u64>, name: Option<&str>, slug: Option<&str>) -> bool {
    is(word, id) || slug == Some(word) || name.is_some_and(|name| html::decode(name) == word)
}

fn is(word: &str, id: Option<u64>) -> bool {
    id.is_some() && word.parse().ok() == id
}

fn is_number(word: &str) -> bool {
    word.parse::<u64>().is_ok()
}
