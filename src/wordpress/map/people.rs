//! Who wrote a post.

use crate::model::Person;
use crate::report::NoteKind;
use crate::text::{html, url};
use crate::wordpress::embedded::Author;
use crate::wordpress::post::Post;
use std::borrow::Cow;

/// The authors by name, or `default` where the document names none: a post type without authors, a
/// deleted user, a document without `_embed`.
///
/// Follows `the_author`; WordPress leaves the element empty for a deleted user.
pub(super) fn authors(
    post: &Post,
    default: &str,
    note: &mut dyn FnMut(NoteKind, &str),
) -> Vec<Person> {
    let authors: Vec<Person> =
        post.embedded.authors().chain(&post.author.author).filter_map(person).collect();
    if !authors.is_empty() {
        return authors;
    }
    if post.author.id.is_some() {
        note(NoteKind::Author, "");
    }
    vec![Person::named(default)]
}

/// A user's name and website, decoded once; the website is the profile's, never the archive of posts.
fn person(author: &Author) -> Option<Person> {
    let website = author.url.filled().map(html::decode);
    Some(Person {
        name: html::title_text(author.name.filled()?),
        url: website
            .as_deref()
            .and_then(|address| url::absolute(address, None))
            .map(Cow::into_owned),
        avatar: author
            .avatar()
            .and_then(|address| url::absolute(address, None))
            .map(Cow::into_owned),
    })
    .filter(|person| !person.name.is_empty())
}
