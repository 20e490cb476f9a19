//! The posts in a category or with a tag.
//!
//! A category has the posts of those below it (`WP_Tax_Query`). Which these are, their addresses tell,
//! `…/category/boats/rope/` being below `boats`, or the `parent` that terms have outside of posts.

use super::{Kind, Told};
use crate::report::NoteKind;
use crate::text::date::Zone;
use crate::text::{html, quotes};
use crate::wordpress::collections::Collections;
use crate::wordpress::embedded;
use crate::wordpress::filter;
use crate::wordpress::permalink::{self, Permalinks};
use crate::wordpress::post::{Post, Taxonomy};
use std::collections::HashMap;
use std::slice;

/// What stands in addresses before a category's slug, unless the site has another word.
pub(super) const CATEGORY_BASE: &str = "category";

/// The archive of a term; of several by that name the one that is met first gives title and address.
pub(super) struct Term {
    taxonomy: Taxonomy,
    /// The slug, name or number that was given.
    word: String,
    /// Whether the word is the slug, and nothing else.
    met: bool,
    found: Option<Found>,
    /// The address of the term, from that of a term below it.
    above: Option<String>,
    /// The site's address, with which all others begin.
    home: String,
    /// The terms above terms, by number, from collections.
    parents: HashMap<u64, u64>,
}

/// What a post tells of the term.
struct Found {
    name: String,
    id: Option<u64>,
    slug: Option<String>,
    link: Option<String>,
}

impl Term {
    pub(super) fn new(taxonomy: Taxonomy, word: &str) -> Self {
        Term {
            taxonomy,
            word: word.to_owned(),
            met: false,
            found: None,
            above: None,
            home: String::new(),
            parents: HashMap::new(),
        }
    }

    /// The archive of the term that has a slug.
    pub(super) fn met(taxonomy: Taxonomy, slug: &str) -> Self {
        Term { met: true, ..Term::new(taxonomy, slug) }
    }

    fn id(&self) -> Option<u64> {
        let told = || self.word.parse().ok().filter(|_| !self.met);
        self.found.as_ref().and_then(|term| term.id).or_else(told)
    }

    /// The term's slug: what was met, else what was given or what WordPress would make of it.
    fn slug(&self) -> String {
        let found = self.found.as_ref().and_then(|term| term.slug.clone());
        found.unwrap_or_else(|| permalink::slug(&self.word))
    }

    /// Tells whether the slug is certain enough to know the term by it in an address.
    fn has_slug(&self) -> bool {
        let is_number = self.word.parse::<u64>().is_ok();
        self.met
            || self.found.as_ref().is_some_and(|term| term.slug.is_some())
            || (!is_number && permalink::slug(&self.word) == self.word)
    }

    /// Tells whether this term is above another one, if that is to be known.
    fn is_above(&self, other: &embedded::Term) -> Option<bool> {
        if let Some(above) = self.is_above_by_number(other) {
            return Some(above);
        }
        let link = other.link.filled()?;
        let own = self.found.as_ref().and_then(|term| term.link.as_deref());
        if let Some(own) = own.filter(|own| !own.contains('?')) {
            let below = link.strip_prefix(own.trim_end_matches('/'));
            return Some(below.is_some_and(|below| below.len() > 1 && below.starts_with('/')));
        }
        let above = slugs_above(link.strip_prefix(&self.home).unwrap_or(link))?;
        if above.is_empty() {
            return Some(false);
        }
        let slug = self.slug();
        self.has_slug().then(|| above.iter().any(|above| above.eq_ignore_ascii_case(&slug)))
    }

    /// Goes up from a term to the one that has none above, or to this one.
    fn is_above_by_number(&self, other: &embedded::Term) -> Option<bool> {
        let above = |id: u64| self.parents.get(&id).copied();
        let mut parent = other.parent.0.or_else(|| above(other.id()?))?;
        // No way up is longer, but broken data can go round in circles.
        for _ in 0..=self.parents.len() {
            if parent == 0 || Some(parent) == self.id() {
                return Some(parent != 0);
            }
            parent = above(parent)?;
        }
        None
    }

    /// Takes the first of these that is the term.
    fn find<'a>(&self, mut known: impl Iterator<Item = &'a embedded::Term>) -> Option<Found> {
        let named = |term: &&embedded::Term| match self.met {
            true => term.slug.filled() == Some(&self.word),
            false => filter::names(&self.word, term.id(), term.name(), term.slug.filled()),
        };
        let term = known.find(named)?;
        Some(Found {
            name: html::title_text(term.name()?),
            id: term.id(),
            slug: term.slug.filled().map(str::to_owned),
            link: term.link.filled().map(str::to_owned),
        })
    }

    /// Tells whether a post is in a term below this one.
    fn holds_below(&self, post: &Post) -> Option<bool> {
        let above: Vec<Option<bool>> =
            known(self.taxonomy, post).map(|term| self.is_above(term)).collect();
        if above.contains(&Some(true)) {
            return Some(true);
        }
        let all = above.len() >= self.taxonomy.of(post).ids.len();
        (all && !above.contains(&None)).then_some(false)
    }
}

impl Kind for Term {
    fn look_up(&mut self, collections: &Collections) {
        if self.met {
            let own = collections.term_by_slug(&self.word, self.taxonomy.name());
            self.found = self.find(own.into_iter());
            return;
        }
        let terms = collections.terms(self.taxonomy);
        let above = |term: &&embedded::Term| Some((term.id()?, term.parent.0?));
        self.parents = terms.iter().filter_map(above).collect();
        self.found = self.find(terms.into_iter());
    }

    fn learn(&mut self, post: &Post, home: &str) {
        if self.found.is_some() {
            return;
        }
        home.clone_into(&mut self.home);
        let found = self.find(known(self.taxonomy, post));
        if found.is_none() && self.above.is_none() && self.taxonomy == Taxonomy::Category {
            let mut below =
                known(self.taxonomy, post).filter(|term| self.is_above(term) == Some(true));
            let link = below.find_map(|term| link_above(term.link.filled()?, &self.slug()));
            self.above = link;
        }
        self.found = found;
    }

    fn holds(&self, post: &Post, _: Option<Zone>, note: &mut dyn FnMut(NoteKind, &str)) -> bool {
        let (id, ids) = (self.id(), &self.taxonomy.of(post).ids);
        if id.is_some_and(|id| ids.contains(&id)) {
            return true;
        }
        let mut blind = None;
        let mut note_once = |_, what: &str| blind = Some(what.to_owned());
        let word = slice::from_ref(&self.word);
        if filter::has_term(word, post, self.taxonomy, &mut note_once) {
            return true;
        }
        // Numbers tell as well as names do.
        blind = blind.filter(|_| id.is_none() || ids.is_empty());
        if self.taxonomy == Taxonomy::Category && blind.is_none() {
            match self.holds_below(post) {
                Some(held) => return held,
                None => blind = Some("the parents of the categories".to_owned()),
            }
        }
        if let Some(what) = blind {
            note(NoteKind::Filter, &what);
        }
        false
    }

    fn title(&self) -> Option<Told> {
        let found = self.found.as_ref().map(|term| Told::known(quotes::curled(&term.name)));
        Some(found.unwrap_or_else(|| Told::guessed(&self.word)))
    }

    /// Follows `get_term_link`.
    fn address(&self, permalinks: &Permalinks) -> Told {
        let found = self.found.as_ref().and_then(|term| term.link.clone());
        if let Some(link) = found.or_else(|| self.above.clone()) {
            return Told::known(link);
        }
        let slug = self.slug();
        let (base, query) = match (self.taxonomy, self.id()) {
            (Taxonomy::Category, Some(id)) => (CATEGORY_BASE, format!("cat={id}")),
            (Taxonomy::Category, None) => (CATEGORY_BASE, format!("category_name={slug}")),
            (Taxonomy::Tag, _) => ("tag", format!("tag={slug}")),
        };
        Told::guessed(permalinks.page(&format!("{base}/{slug}"), &query))
    }
}

/// The terms of a post that came whole.
pub(super) fn known(taxonomy: Taxonomy, post: &Post) -> impl Iterator<Item = &embedded::Term> {
    post.embedded.terms(taxonomy.name()).chain(&taxonomy.of(post).terms)
}

/// The slugs before the last one in a term's pretty address, without the site's; `None` for a plain one, which has none.
pub(super) fn slugs_above(link: &str) -> Option<Vec<&str>> {
    if link.contains('?') {
        return None;
    }
    let mut parts: Vec<&str> = link.trim_matches('/').split('/').collect();
    parts.pop();
    let base = parts.iter().position(|part| *part == CATEGORY_BASE);
    Some(parts.split_off(base.map_or(0, |at| at + 1)))
}

/// The address of the term with a slug, from that of a term below it.
fn link_above(link: &str, slug: &str) -> Option<String> {
    let end = link.rfind(&format!("/{slug}/"))? + slug.len() + 1;
    let slash = if link.ends_with('/') { "/" } else { "" };
    Some(format!("{}{slash}", &link[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A post in one category.
    fn post(category: serde_json::Value) -> Post {
        let mut category = category;
        category["taxonomy"] = json!("category");
        let embedded = json!({"wp:term": [[category]]});
        let post = json!({"id": 7, "categories": [category["id"]], "_embedded": embedded});
        serde_json::from_value(post).unwrap()
    }

    fn knots(link: &str) -> Post {
        post(json!({"id": 3, "name": "Knots", "slug": "knots", "link": link}))
    }

    /// What is known of a post's place in a category: whether it belongs, or that it can't be judged.
    fn place(word: &str, met: &[&Post], post: &Post) -> Option<bool> {
        let mut term = Term::new(Taxonomy::Category, word);
        for post in met.iter().copied().chain([post]) {
            term.learn(post, "https://e.org/boats");
        }
        let mut blind = false;
        let holds = term.holds(post, None, &mut |_, _| blind = true);
        (!blind).then_some(holds)
    }

    #[test]
    fn addresses_tell_what_is_below() {
        for (link, below) in [
            ("https://e.org/boats/category/gear/rope/knots/", Some(true)),
            ("https://e.org/boats/topics/gear/rope/knots", Some(true)),
            ("https://e.org/boats/gear/knots/", Some(true)),
            ("https://e.org/boats/category/gearing/knots/", Some(false)),
            ("https://e.org/boats/gear/subcategory/knots/", Some(true)),
            ("https://e.org/boats/category/knots/", Some(false)),
            ("https://e.org/boats/?cat=3", None),
        ] {
            assert_eq!(place("gear", &[], &knots(link)), below, "{link}");
        }
        let folder = knots("https://e.org/boats/category/knots/");
        assert_eq!(place("boats", &[], &folder), Some(false), "the site's own folder");
    }

    #[test]
    fn a_name_or_a_number_tells_what_is_below_once_it_was_met() {
        let below = knots("https://e.org/boats/category/gear/knots/");
        let gear = json!({"id": 2, "name": "All gear", "slug": "gear",
            "link": "https://e.org/boats/category/gear/"});
        let above = post(gear);
        for word in ["All gear", "2"] {
            assert_eq!(place(word, &[], &below), None, "{word}");
            assert_eq!(place(word, &[&above], &below), Some(true), "{word}");
            assert_eq!(place(word, &[], &above), Some(true), "{word}");
        }
    }

    #[test]
    fn a_parent_tells_where_addresses_do_not() {
        let with = |parent: u64| {
            post(json!({"id": 3, "name": "Knots", "slug": "knots", "parent": parent,
                "link": "https://e.org/boats/?cat=3"}))
        };
        assert_eq!(place("2", &[], &with(2)), Some(true));
        assert_eq!(place("2", &[], &with(0)), Some(false));
        assert_eq!(place("2", &[], &with(4)), None, "4 may be below 2");
    }

    #[test]
    fn the_address_above_is_part_of_that_below() {
        let mut term = Term::new(Taxonomy::Category, "gear");
        term.learn(&knots("https://e.org/boats/topics/gear/knots/"), "https://e.org/boats");
        let address = term.address(&Permalinks::usual("https://e.org/boats"));
        assert_eq!(address, Told::known("https://e.org/boats/topics/gear/"));
    }
}
