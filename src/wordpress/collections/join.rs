//! Gives a post what it names by number and its document does not hold.
//!
//! Everything goes where `_embed` would have put it, so that both ways give the same feed.

use super::Collections;
use crate::model::Enclosure;
use crate::text::url;
use crate::wordpress::comment::Parent;
use crate::wordpress::embedded::{Author, Media, Term};
use crate::wordpress::post::{Post, Taxonomy};

impl Collections {
    /// Fills in what is not embedded.
    pub(in crate::wordpress) fn complete(&self, post: &mut Post) {
        self.add_author(post);
        self.add_terms(post, Taxonomy::Category);
        self.add_terms(post, Taxonomy::Tag);
        self.add_featured_media(post);
        self.count_comments(post);
    }

    /// The media object of a number.
    pub(in crate::wordpress) fn media(&self, id: u64) -> Option<&Media> {
        self.files.by_number(id)
    }

    /// The media object of a file.
    pub(in crate::wordpress) fn media_of(&self, enclosure: &Enclosure) -> Option<&Media> {
        self.files.by_address(&url::encode(&enclosure.url))
    }

    /// A term by its slug.
    pub(in crate::wordpress) fn term_by_slug(&self, slug: &str, taxonomy: &str) -> Option<&Term> {
        let id = self.slugs.get(taxonomy)?.get(slug)?;
        self.terms.get(id)?.iter().find(|term| term.taxonomy() == Some(taxonomy))
    }

    /// All terms of a taxonomy, in the order of their numbers.
    pub(in crate::wordpress) fn terms(&self, taxonomy: Taxonomy) -> Vec<&Term> {
        let mut ids: Vec<u64> = self.terms.keys().copied().collect();
        ids.sort_unstable();
        ids.into_iter().filter_map(|id| self.term(id, taxonomy)).collect()
    }

    /// All users, in the order of their numbers.
    pub(in crate::wordpress) fn users(&self) -> Vec<&Author> {
        let mut users: Vec<&Author> = self.users.values().collect();
        users.sort_unstable_by_key(|user| user.id());
        users
    }

    /// What is known of a post that is commented on.
    pub(in crate::wordpress) fn post(&self, id: u64) -> Option<&Parent> {
        self.posts.get(&id)
    }

    /// The sound and film that was uploaded to a post.
    pub(in crate::wordpress) fn attached(&self, post: &Post) -> Vec<Enclosure> {
        post.id.map(|id| self.files.of_post(id)).unwrap_or_default()
    }

    fn add_author(&self, post: &mut Post) {
        let user = post.author.id.and_then(|id| self.users.get(&id));
        if let Some(user) = user.filter(|_| post.embedded.authors().next().is_none()) {
            post.embedded.add_author(user.clone());
        }
    }

    /// Takes the terms in the order of their numbers, which is that of `_embed`: by name.
    fn add_terms(&self, post: &mut Post, taxonomy: Taxonomy) {
        if self.terms.is_empty() {
            return;
        }
        let ids = &taxonomy.of(post).ids;
        let embedded: Vec<&Term> = post.embedded.terms(taxonomy.name()).collect();
        if embedded.len() >= ids.len() {
            return;
        }
        let known = |id: &u64| {
            let embedded = embedded.iter().copied().find(|term| term.id() == Some(*id));
            embedded.or_else(|| self.term(*id, taxonomy)).cloned()
        };
        let terms: Vec<Term> = ids.iter().filter_map(known).collect();
        if terms.len() > embedded.len() {
            post.embedded.set_terms(taxonomy.name(), terms);
        }
    }

    /// A term by its number; WordPress.com does not say of which taxonomy it is.
    pub(in crate::wordpress) fn term(&self, id: u64, taxonomy: Taxonomy) -> Option<&Term> {
        let terms = self.terms.get(&id)?;
        let same = |term: &&Term| term.taxonomy().is_none_or(|name| name == taxonomy.name());
        terms.iter().find(same)
    }

    fn add_featured_media(&self, post: &mut Post) {
        let id = post.featured_media.id.positive();
        let media = id.and_then(|id| self.files.by_number(id));
        if let Some(media) = media.filter(|_| post.embedded.featured_media().is_none()) {
            post.embedded.add_featured_media(media.clone());
        }
    }

    fn count_comments(&self, post: &mut Post) {
        let Some((count, all)) = post.id.and_then(|id| self.discussions.of_post(id)) else {
            return;
        };
        post.commented |= count > 0;
        if all {
            post.comment_count = post.comment_count.or(Some(count));
        }
    }
}
