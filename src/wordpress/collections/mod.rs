//! Stored collections of the REST API (`/wp/v2/users`, `categories`, `tags`, `media`, `comments`), from which
//! a post's numbers get their names and addresses where nothing is embedded.
//!
//! [`shape`] tells what an object is, [`files`] and [`discussions`] keep what is found by more than a
//! number, [`join`] gives a post what it lacks.

mod discussions;
mod files;
mod join;
mod shape;

use super::comment::Parent;
use super::embedded::{Author, Term};
use super::stream::{self, Document, Objects, Wanted};
use crate::error::{Error, ErrorKind, Result};
use crate::options::Collection;
use crate::report::{NoteKind, Noun, Report};
use discussions::Discussions;
use files::Files;
use serde::Deserialize;
use serde_json::value::RawValue;
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
struct Unread(Box<RawValue>);

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

    type Other = Self;

    fn is_wanted(&self) -> bool {
        true
    }
}

/// How many objects of each kind a document has.
#[derive(Default)]
struct Found(Vec<(Collection, u64)>);

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
                Ok(Some(Unread(raw))) => found.count(self.take(raw.get(), asked, document, report)),
                Ok(None) => break Ok(()),
                Err(e) if e.kind() == ErrorKind::Io => break Err(e),
                Err(e) => {
                    report.note(NoteKind::Collection, e.to_string());
                    break Ok(());
                }
            }
        };
        found.tell(asked, document, report);
        self.discussions.end_of_document(document, report);
        end
    }

    /// Takes one object, and tells what it is; `None` if it can't be used at all.
    fn take(
        &mut self,
        json: &str,
        asked: Collection,
        document: Option<&str>,
        report: &mut Report,
    ) -> Option<Collection> {
        let Some(shape) = shape(json) else {
            let error = stream::unwanted(json, &WANTED);
            report.note(NoteKind::Collection, told(document, &error));
            return None;
        };
        let numbers: Numbers = serde_json::from_str(json).unwrap_or_default();
        let kind = match (shape, asked) {
            (Shape::Named, Collection::Terms) | (Shape::Term, _) => Collection::Terms,
            (Shape::Named | Shape::User, _) => Collection::Users,
            (Shape::Media, _) => Collection::Media,
            (Shape::Comment, _) => Collection::Comments,
            (Shape::Post, _) => Collection::Posts,
        };
        match kind {
            Collection::Users => self.take_user(json, report),
            Collection::Terms => self.take_term(json, report),
            Collection::Media => self.files.take(json, &numbers, report),
            Collection::Comments => self.discussions.take(&numbers, report),
            Collection::Posts => self.take_post(json, report),
        }
        Some(kind)
    }

    fn take_user(&mut self, json: &str, report: &mut Report) {
        let user: Author = serde_json::from_str(json).unwrap_or_default();
        let Some(id) = user.id() else { return };
        if user.name().is_none() {
            return report.note_item(NoteKind::Unnamed, "", Noun::User, id);
        }
        if self.users.insert(id, user).is_some() {
            report.note_item(NoteKind::Again, "", Noun::User, id);
        }
    }

    fn take_post(&mut self, json: &str, report: &mut Report) {
        let post: Parent = serde_json::from_str(json).unwrap_or_default();
        let Some(id) = post.id() else { return };
        if self.posts.insert(id, post).is_some() {
            report.note_item(NoteKind::Again, "", Noun::Post, id);
        }
    }

    fn take_term(&mut self, json: &str, report: &mut Report) {
        let term: Term = serde_json::from_str(json).unwrap_or_default();
        let Some(id) = term.id() else { return };
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
    fn count(&mut self, kind: Option<Collection>) {
        let Some(kind) = kind else { return };
        match self.0.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => self.0.push((kind, 1)),
        }
    }

    /// Tells of a document that has none of what it was given for.
    fn tell(&self, asked: Collection, document: Option<&str>, report: &mut Report) {
        if self.0.is_empty() || self.0.iter().any(|(kind, _)| *kind == asked) {
            return;
        }
        let found: Vec<_> =
            self.0.iter().map(|(kind, count)| format!("{count} {}", kind.name())).collect();
        let text =
            format!("expected {}, but found {}, which are used", asked.name(), found.join(" and "));
        report.note(NoteKind::OtherCollection, placed(document, &text));
    }
}

fn told(document: Option<&str>, error: &Error) -> String {
    placed(document, error.message())
}

fn placed(document: Option<&str>, text: &str) -> String {
    document.map_or_else(|| text.to_owned(), |document| format!("{document}: {text}"))
}
