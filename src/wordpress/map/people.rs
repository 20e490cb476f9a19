//! Who wrote a post.

use crate::model::Person;
use crate::report::NoteKind;
use crate::text::{html, url};
use crate::wordpress::embedded::Author;
use crate::wordpress::plugins;
use crate::wordpress::post::Post;
use std::borrow::Cow;

/// The authors by name, those of a plugin for several a post before all others; or `default` where the
/// document names none: a post type without authors, a deleted user, a document without `_embed`.
///
/// Follows `the_author`; WordPress leaves the element empty for a deleted user.
pub(super) fn authors(
    post: &Post,
    default: &str,
    note: &mut dyn FnMut(NoteKind, &str),
) -> Vec<Person> {
    let sources: [fn(&Post) -> Vec<Person>; 3] =
        [plugins::several_authors, known, plugins::named_author];
    let authors = sources.iter().map(|source| source(post)).find(|authors| !authors.is_empty());
    if let Some(authors) = authors {
        return authors;
    }
    if post.author.id.is_some() {
        note(NoteKind::Author, "");
    }
    vec![Person::named(default)]
}

/// The authors that WordPress itself tells.
fn known(post: &Post) -> Vec<Person> {
    post.embedded.authors().chain(&post.author.authors).filter_map(person).collect()
}

/// A user's name and website, decoded once; the website is the profile's, never the archive of posts.
fn person(author: &Author) -> Option<Person> {
    let website = author.website().map(html::decode);
    Some(Person {
        name: html::title_text(author.name()?),
        url: website
            .as_deref()
            .and_then(|address| url::absolute(address, None))
            .map(Cow::into_owned),
        avatar: author
            .avatar()
            .and_then(|address| url::absolute(address, None))
            .map(Cow::into_owned),
        ..Person::default()
    })
    .filter(|person| !person.name.is_empty())
}
