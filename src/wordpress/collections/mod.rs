//! Stored collections of the REST API (`/wp/v2/users`, `categories`, `tags`, `media`, `comments`), from which
//! a post's numbers get their names and addresses where nothing is embedded.
//!
//! [`shape`] tells what an object is, [`files`] and [`discussions`] keep what is found by more than a
//! number ([`dot_com`] reads media objects of WordPress.com), [`join`] gives a post what it lacks.

mod discussions;
mod dot_com;
mod files;
mod join;
mod shape;

use super::comment::Parent;
use super::embedded::{Author, Term};
use super::raw::Raw;
use super::stream::{self, Document, Objects, Wanted};
use crate::error::{Error, ErrorKind, Location, Result};
use crate::options::Collection;
use crate::report::{NoteKind, Noun, Report};
use discussions::Discussions;
use files::Files;
use serde::Deserialize;
use shape::{Numbers, Shape, shape};
use std::collections::HashMap;
use std::io::Read;

/// What was read of collections.
#[derive(Debug, Default)]
pub(crate) struct Collections {
    users: HashMap<u64, Author>,
    /// Terms of different taxonomies had one number before WordPress 4.2.
    terms: HashMap<u64, Vec<Term>>,
    /// The numbers of terms by taxonomy and slug.
    slugs: HashMap<String, HashMap<String, u64>>,
    files: Files,
    discussions: Discussions,
    /// What comments feeds tell of posts.
    posts: HashMap<u64, Parent>,
}

/// An object of a collection, unread.
#[derive(Deserialize)]
#[serde(transparent)]
struct Unread(Raw);

const WANTED: Wanted = Wanted {
    one: "object",
    many: "objects",
    any: "any of these",
    named: "users, terms, media, comments or posts",
    advice: "give what /wp-json/wp/v2/users, categories, tags, media, comments or posts answers",
};

impl Document for Unread {
    const WANTED: Wanted = WANTED;
    const MEMBERS: &'static [&'static str] =
        &["users", "categories", "tags", "terms", "media", "comments", "posts"];

    const ANYTHING: bool = true;

    type Other = Self;

    fn is_wanted(&self) -> bool {
        true
    }
}

/// How many objects of each kind a document has, and what can't be used.
#[derive(Default)]
struct Found {
    kinds: Vec<(Collection, u64)>,
    /// What was wrong first.
    refused: Option<Error>,
    /// How many were wrong behind it.
    more: u64,
}

impl Collections {
    /// Reads a document that is expected to be of one kind; what it holds of others is taken too. What
    /// can't be used is noted, and costs nothing else.
    ///
    /// # Errors
    /// If reading fails.
    pub(crate) fn read(
        &mut self,
        asked: Collection,
        document: Option<&str>,
        reader: impl Read,
        report: &mut Report,
    ) -> Result<()> {
        let mut objects = Objects::<_, Unread>::new(document, reader);
        let mut found = Found::default();
        let end = loop {
            match objects.read(report) {
                Ok(Some(Unread(raw))) => match self.take(&raw, asked, report) {
                    Ok(kind) => found.count(kind),
                    Err(error) => found.refuse(error, || objects.last()),
                },
                Ok(None) => break Ok(()),
                Err(e) if e.kind() == ErrorKind::Io => break Err(e),
                Err(e) => {
                    report.note_error(NoteKind::Collection, e.to_string(), &e);
                    break Ok(());
                }
            }
        };
        found.tell(asked, document, report);
        self.discussions.end_of_document(document, report);
        end
    }

    /// Takes one object, and tells what it is; an error if it can't be used at all.
    fn take(&mut self, json: &str, asked: Collection, report: &mut Report) -> Result<Collection> {
        let numbers: Numbers<'_> = serde_json::from_str(json).unwrap_or_default();
        let shape = shape(json).ok_or_else(|| stream::unwanted(json, &WANTED))?;
        let id = numbers.own().ok_or_else(|| unnumbered(shape))?;
        let kind = match (shape, asked) {
            (Shape::Named, Collection::Terms) | (Shape::Term, _) => Collection::Terms,
            (Shape::Named | Shape::User, _) => Collection::Users,
            (Shape::Media, _) => Collection::Media,
            (Shape::Comment, _) => Collection::Comments,
            (Shape::Post, _) => Collection::Posts,
        };
        match kind {
            Collection::Users => self.take_user(id, json, report),
            Collection::Terms => self.take_term(id, json, report),
            Collection::Media => self.files.take(id, json, &numbers, report),
            Collection::Comments => self.discussions.take(id, &numbers, report),
            Collection::Posts => self.take_post(id, json, report),
        }
        Ok(kind)
    }

    fn take_user(&mut self, id: u64, json: &str, report: &mut Report) {
        let user: Author = serde_json::from_str(json).unwrap_or_default();
        if user.name().is_none() {
            return report.note_item(NoteKind::Unnamed, "", Noun::User, id);
        }
        if self.users.insert(id, user).is_some() {
            report.note_item(NoteKind::Again, "", Noun::User, id);
        }
    }

    fn take_post(&mut self, id: u64, json: &str, report: &mut Report) {
        let post: Parent = serde_json::from_str(json).unwrap_or_default();
        if self.posts.insert(id, post).is_some() {
            report.note_item(NoteKind::Again, "", Noun::Post, id);
        }
    }

    fn take_term(&mut self, id: u64, json: &str, report: &mut Report) {
        let term: Term = serde_json::from_str(json).unwrap_or_default();
        if term.name().is_none() {
            return report.note_item(NoteKind::Unnamed, "", Noun::Term, id);
        }
        if let (Some(taxonomy), Some(slug)) = (term.taxonomy(), term.slug.filled()) {
            self.slugs.entry(taxonomy.to_owned()).or_default().insert(slug.to_owned(), id);
        }
        let terms = self.terms.entry(id).or_default();
        let others = terms.len();
        terms.retain(|known| known.taxonomy() != term.taxonomy());
        if terms.len() < others {
            report.note_item(NoteKind::Again, "", Noun::Term, id);
        }
        terms.push(term);
    }
}

impl Found {
    fn count(&mut self, kind: Collection) {
        match self.kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => self.kinds.push((kind, 1)),
        }
    }

    fn refuse(&mut self, error: Error, place: impl FnOnce() -> Location) {
        match self.refused {
            Some(_) => self.more += 1,
            None => self.refused = Some(error.at(place())),
        }
    }

    /// Tells what can't be used, and of a document that has none of what it was given for.
    fn tell(&self, asked: Collection, document: Option<&str>, report: &mut Report) {
        if let Some(error) = &self.refused {
            let more = match self.more {
                0 => String::new(),
                more => format!("; {more} more can't be used either"),
            };
            report.note_error(NoteKind::Collection, format!("{error}{more}"), error);
        }
        if self.kinds.is_empty() || self.kinds.iter().any(|(kind, _)| *kind == asked) {
            return;
        }
        let counted = |(kind, count): &(Collection, u64)| {
            format!("{count} {}", noun(*kind).word(*count == 1))
        };
        let found: Vec<_> = self.kinds.iter().map(counted).collect();
        let text =
            format!("expected {}, but found {}, used as such", asked.name(), found.join(" and "));
        let text = document.map_or_else(|| text.clone(), |document| format!("{document}: {text}"));
        report.note(NoteKind::OtherCollection, text);
    }
}

fn noun(kind: Collection) -> Noun {
    match kind {
        Collection::Users => Noun::User,
        Collection::Terms => Noun::Term,
        Collection::Media => Noun::Media,
        Collection::Comments => Noun::Comment,
        Collection::Posts => Noun::Post,
    }
}

/// Says that an object has no number by which a post could refer to it.
fn unnumbered(shape: Shape) -> Error {
    let what = match shape {
        Shape::User => "a user",
        Shape::Term => "a term",
        Shape::Media => "a media object",
        Shape::Comment => "a comment",
        Shape::Post => "a post",
        Shape::Named => "an object with a name",
    };
    let message = format!("expected a whole number above 0 as id, but found {what} without one");
    Error::new(ErrorKind::NotPosts, message).advise("fetch with id")
}
