//! The posts by an author.

use super::{Kind, Told};
use crate::report::NoteKind;
use crate::text::date::Zone;
use crate::text::{html, quotes};
use crate::wordpress::collections::Collections;
use crate::wordpress::embedded;
use crate::wordpress::filter;
use crate::wordpress::permalink::{self, Permalinks};
use crate::wordpress::post::Post;
use std::slice;

/// The archive of an author; of several by that name the one who is met first gives the title.
pub(super) struct Author {
    /// The slug, name or number that was given.
    word: String,
    /// Whether the word is the slug, and nothing else.
    met: bool,
    found: Option<Found>,
}

/// What a post tells of the author.
struct Found {
    name: String,
    id: Option<u64>,
    slug: Option<String>,
    link: Option<String>,
}

impl Author {
    pub(super) fn new(word: &str) -> Self {
        Author { word: word.to_owned(), met: false, found: None }
    }

    /// The archive of the author who has a slug.
    pub(super) fn met(slug: &str) -> Self {
        Author { met: true, ..Author::new(slug) }
    }

    /// Takes the first of these who is the author, unless that one is known.
    fn find<'a>(&mut self, mut known: impl Iterator<Item = &'a embedded::Author>) {
        if self.found.is_some() {
            return;
        }
        self.found = known.find_map(|author| {
            let name = author.name()?;
            let slug = author.slug();
            let is = match self.met {
                true => slug == Some(&self.word),
                false => filter::names(&self.word, author.id(), Some(name), slug),
            };
            is.then(|| Found {
                name: html::title_text(name),
                id: author.id(),
                slug: slug.map(str::to_owned),
                link: author.link.filled().map(str::to_owned),
            })
        });
    }
}

impl Kind for Author {
    fn look_up(&mut self, collections: &Collections) {
        self.find(collections.users().into_iter());
    }

    fn learn(&mut self, post: &Post, _: &str) {
        self.find(post.embedded.authors().chain(&post.author.authors));
    }

    fn holds(&self, post: &Post, _: Option<Zone>, note: &mut dyn FnMut(NoteKind, &str)) -> bool {
        let word = slice::from_ref(&self.word);
        match (self.found.as_ref().and_then(|author| author.id), post.author.id) {
            (Some(own), Some(id)) => own == id || filter::by_author(word, post, &mut |_, _| {}),
            _ => filter::by_author(word, post, note),
        }
    }

    fn title(&self) -> Option<Told> {
        let found = self.found.as_ref().map(|author| Told::known(quotes::curled(&author.name)));
        Some(found.unwrap_or_else(|| Told::guessed(&self.word)))
    }

    /// Follows `get_author_posts_url`.
    fn address(&self, permalinks: &Permalinks) -> Told {
        let found = self.found.as_ref();
        if let Some(link) = found.and_then(|author| author.link.as_deref()) {
            return Told::known(link);
        }
        let id = found.and_then(|author| author.id).or_else(|| self.word.parse().ok());
        let slug = found.and_then(|author| author.slug.clone());
        let slug = slug.unwrap_or_else(|| permalink::slug(&self.word));
        let query = id.map_or_else(|| format!("author_name={slug}"), |id| format!("author={id}"));
        Told::guessed(permalinks.page(&format!("author/{slug}"), &query))
    }
}
