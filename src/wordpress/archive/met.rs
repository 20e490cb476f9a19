//! To which archives of a kind posts belong, where there is to be a feed of each: what `Kind::holds` tells
//! of one archive, told of all that a post has anything to do with.

use super::term::{CATEGORY_BASE, known, slugs_above};
use crate::archive::ArchiveKind;
use crate::wordpress::collections::Collections;
use crate::wordpress::embedded::Term;
use crate::wordpress::post::{Post, Taxonomy};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What posts tell of the archives of a kind.
pub(crate) struct Memberships {
    kind: ArchiveKind,
    /// The slugs by the numbers with which they were met.
    slugs: HashMap<u64, String>,
    /// The slugs that are an archive's for sure. In an address other words may stand before a category's
    /// slug than those of the categories above it.
    sure: HashSet<String>,
}

/// The archives to which a post belongs.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Membership {
    pub(crate) slugs: BTreeSet<String>,
    /// Whether there are more, whose slugs are not known.
    pub(crate) more: bool,
}

impl Memberships {
    pub(crate) fn new(kind: ArchiveKind) -> Self {
        Memberships { kind, slugs: HashMap::new(), sure: HashSet::new() }
    }

    /// Tells to which archives a post belongs.
    pub(crate) fn of(&mut self, post: &Post, home: &str, collections: &Collections) -> Membership {
        match self.kind {
            ArchiveKind::Category => self.of_terms(Taxonomy::Category, post, home, collections),
            ArchiveKind::Tag => self.of_terms(Taxonomy::Tag, post, home, collections),
            ArchiveKind::Author => self.of_authors(post),
        }
    }

    /// Tells whether a slug that was told is an archive's, once all posts were met.
    pub(crate) fn has(&self, slug: &str) -> bool {
        self.sure.contains(slug)
    }

    fn of_authors(&mut self, post: &Post) -> Membership {
        let mut found = Membership::default();
        let authors = post.embedded.authors().chain(&post.author.authors);
        for author in authors {
            match author.slug() {
                Some(slug) => self.find(author.id(), slug, &mut found),
                None => found.more |= author.id().is_none_or(|id| !self.slugs.contains_key(&id)),
            }
        }
        self.find_numbers(post.author.id.filter(|id| *id > 0).as_slice(), 0, &mut found);
        found
    }

    fn of_terms(
        &mut self,
        taxonomy: Taxonomy,
        post: &Post,
        home: &str,
        collections: &Collections,
    ) -> Membership {
        let mut found = Membership::default();
        for term in known(taxonomy, post) {
            match term.slug.filled() {
                Some(slug) => self.find(term.id(), slug, &mut found),
                None => found.more |= term.id().is_none(),
            }
            if taxonomy == Taxonomy::Category {
                self.find_above(term, home, collections, &mut found);
            }
        }
        let ids = &taxonomy.of(post).ids;
        let mut classes = Vec::new();
        if known(taxonomy, post).count() < ids.len() {
            classes = taxonomy.slugs(post);
            classes.retain(|class| is_slug(class));
        }
        classes.iter().for_each(|slug| self.find(None, slug, &mut found));
        self.find_numbers(ids, classes.len(), &mut found);
        found
    }

    fn find(&mut self, id: Option<u64>, slug: &str, found: &mut Membership) {
        if let Some(id) = id {
            self.slugs.insert(id, slug.to_owned());
        }
        self.sure.insert(slug.to_owned());
        found.slugs.insert(slug.to_owned());
    }

    /// Finds what is known of numbers alone, of which so many are told otherwise.
    fn find_numbers(&self, ids: &[u64], told: usize, found: &mut Membership) {
        let slugs = ids.iter().map(|id| self.slugs.get(id));
        found.more |= told < ids.len() && slugs.clone().any(|slug| slug.is_none());
        found.slugs.extend(slugs.flatten().cloned());
    }

    /// Finds the categories above one, by their numbers, else by its address.
    fn find_above(
        &mut self,
        term: &Term,
        home: &str,
        collections: &Collections,
        found: &mut Membership,
    ) {
        let listed = |id: u64| collections.term(id, Taxonomy::Category);
        let above = |term: &Term| term.parent.0.or_else(|| listed(term.id()?)?.parent.0);
        let (mut parent, mut slugs) = (above(term), Vec::new());
        while let Some(category) = parent.and_then(listed) {
            // Broken data can go round in circles.
            let slug = category.slug.filled().filter(|slug| !slugs.contains(slug));
            let Some(slug) = slug else { break };
            slugs.push(slug);
            parent = above(category);
        }
        slugs.iter().for_each(|slug| self.find(None, slug, found));
        if parent != Some(0) {
            self.find_in_address(term, home, found);
        }
    }

    fn find_in_address(&mut self, term: &Term, home: &str, found: &mut Membership) {
        let Some(link) = term.link.filled() else { return };
        let link = link.strip_prefix(home).unwrap_or(link);
        let sure = link.split('/').any(|part| part == CATEGORY_BASE);
        let slugs = slugs_above(link).unwrap_or_default().into_iter();
        for slug in slugs.filter(|slug| !slug.is_empty()).map(str::to_owned) {
            if sure {
                self.sure.insert(slug.clone());
            }
            found.slugs.insert(slug);
        }
    }
}

/// Tells whether a class may be a whole slug: letters that no class can have are left out of it
/// (`sanitize_html_class`), and no slug has the dashes that remain.
fn is_slug(class: &str) -> bool {
    !class.is_empty() && !class.starts_with('-') && !class.ends_with('-') && !class.contains("--")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const HOME: &str = "https://e.org";

    /// The archives of each post, and those that are some for sure.
    fn met(kind: ArchiveKind, posts: &[Value]) -> (Vec<Membership>, Vec<String>) {
        let mut memberships = Memberships::new(kind);
        let post = |post: &Value| serde_json::from_value::<Post>(post.clone()).unwrap();
        let of = |value| memberships.of(&post(value), HOME, &Collections::default());
        let found: Vec<_> = posts.iter().map(of).collect();
        let slugs: BTreeSet<_> = found.iter().flat_map(|found| found.slugs.clone()).collect();
        (found, slugs.into_iter().filter(|slug| memberships.has(slug)).collect())
    }

    fn category(id: u64, link: &str) -> Value {
        let slug = link.rsplit('/').next();
        let term = json!({"id": id, "name": slug, "slug": slug, "taxonomy": "category",
            "link": format!("{HOME}/{link}/")});
        json!({"id": 7, "categories": [id], "_embedded": {"wp:term": [[term]]}})
    }

    fn membership(slugs: &[&str], more: bool) -> Membership {
        Membership { slugs: slugs.iter().map(ToString::to_string).collect(), more }
    }

    #[test]
    fn a_post_is_in_the_categories_above_its_own() {
        let (found, sure) = met(ArchiveKind::Category, &[category(3, "category/boats/gear/rope")]);
        assert_eq!(found, [membership(&["boats", "gear", "rope"], false)]);
        assert_eq!(sure, ["boats", "gear", "rope"]);
    }

    #[test]
    fn a_word_before_all_categories_is_none() {
        let posts = [category(3, "topics/gear/rope"), category(2, "topics/gear")];
        let (found, sure) = met(ArchiveKind::Category, &posts);
        assert_eq!(found[0], membership(&["gear", "rope", "topics"], false));
        assert_eq!(sure, ["gear", "rope"]);
    }

    #[test]
    fn a_number_is_known_once_its_slug_was_met() {
        let number = json!({"id": 7, "categories": [3]});
        let posts = [number.clone(), category(3, "category/rope"), number];
        let (found, _) = met(ArchiveKind::Category, &posts);
        let rope = || membership(&["rope"], false);
        assert_eq!(found, [membership(&[], true), rope(), rope()]);
    }

    #[test]
    fn classes_tell_slugs() {
        let post = json!({"id": 7, "tags": [3, 4], "class_list": ["tag-rope", "tag-fog"]});
        let half = json!({"id": 7, "tags": [3, 4], "class_list": ["tag-rope"]});
        let (found, _) = met(ArchiveKind::Tag, &[post, half]);
        assert_eq!(found, [membership(&["fog", "rope"], false), membership(&["rope"], true)]);
        let cut = json!({"id": 7, "tags": [5], "class_list": ["tag--fishing"]});
        assert_eq!(met(ArchiveKind::Tag, &[cut]).0, [membership(&[], true)]);
    }

    #[test]
    fn authors_are_told_by_slug_and_number() {
        let zoe = json!({"id": 7, "author": 2,
            "_embedded": {"author": [{"id": 2, "name": "Zoé", "slug": "zoe"}]}});
        let (number, nobody) = (json!({"id": 8, "author": 2}), json!({"id": 9, "author": 0}));
        let unknown = json!({"id": 9, "author": 5});
        let (found, _) = met(ArchiveKind::Author, &[zoe, number, nobody, unknown]);
        let zoe = || membership(&["zoe"], false);
        assert_eq!(found, [zoe(), zoe(), membership(&[], false), membership(&[], true)]);
    }
}
