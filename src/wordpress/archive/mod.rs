//! A page of the site that lists posts, whose feed is asked for: which posts belong to it, and its title
//! and address as WordPress makes them. One file a kind of page.
//!
//! Collections tell names and addresses, and the posts as they flow by; what none of them tells is made as
//! WordPress makes it unless it is set up otherwise, and noted.

mod author;
mod home;
mod met;
mod post_type;
mod search;
mod span;
mod term;

pub(crate) use met::Memberships;

use super::collections::Collections;
use super::head::Page;
use super::permalink::{self, Permalinks};
use super::post::{Post, Taxonomy};
use crate::archive::Archive;
use crate::options::Options;
use crate::report::{NoteKind, Report};
use crate::text::date::Zone;
use crate::text::url;
use std::borrow::Cow;
use std::mem;

/// The name of the post type that WordPress's own archives list.
const POST: &str = "post";

/// A page of the site that lists posts.
pub(super) struct Listing {
    kind: Box<dyn Kind>,
    /// Whether the caller chose the post types.
    of_chosen_types: bool,
    /// Whether the page was met in posts, and gets those alone that [`Memberships`] tells to be its own.
    met: bool,
    permalinks: Option<Permalinks>,
    looked_up: bool,
}

/// What differs between the kinds of pages.
trait Kind {
    /// Looks name and address up in collections, before any post is met.
    fn look_up(&mut self, _collections: &Collections) {}

    /// Learns name and address from a post, whether it belongs to the page or not.
    fn learn(&mut self, _post: &Post, _home: &str) {}

    /// Tells whether the page lists posts of a type.
    fn lists(&self, post_type: &str) -> bool {
        post_type == POST
    }

    /// Tells whether a post that a password locks is among those on the page.
    fn lists_locked(&self) -> bool {
        true
    }

    /// Tells whether a post of the right type belongs to the page.
    fn holds(&self, post: &Post, zone: Option<Zone>, note: &mut dyn FnMut(NoteKind, &str)) -> bool;

    /// The page's own part of the title; the home page has none.
    fn title(&self) -> Option<Told>;

    /// Tells whether WordPress says the title in the site's language, where English is written here.
    fn is_translated(&self) -> bool {
        false
    }

    fn address(&self, permalinks: &Permalinks) -> Told;

    /// How the address of a feed comes from the page's.
    fn feed(&self) -> fn(&str, &str) -> String {
        permalink::feed
    }
}

/// What is said of a page, and whether it is but likely.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    text: String,
    guessed: bool,
}

impl Told {
    fn known(text: impl Into<String>) -> Self {
        Told { text: text.into(), guessed: false }
    }

    fn guessed(text: impl Into<String>) -> Self {
        Told { text: text.into(), guessed: true }
    }

    /// An address that is sure if it is known how addresses are made.
    fn made(text: impl Into<String>, permalinks: &Permalinks) -> Self {
        Told { text: text.into(), guessed: !permalinks.are_known() }
    }
}

impl Listing {
    /// The page that the options ask for.
    pub(super) fn of(options: &Options) -> Option<Self> {
        let kind: Box<dyn Kind> = match options.feed_of.as_ref()? {
            Archive::Home => Box::new(home::Home),
            Archive::Type(name) if name == POST => Box::new(home::Home),
            Archive::Category(name) => Box::new(term::Term::new(Taxonomy::Category, name)),
            Archive::Tag(name) => Box::new(term::Term::new(Taxonomy::Tag, name)),
            Archive::Author(name) => Box::new(author::Author::new(name)),
            Archive::Search(words) => Box::new(search::Search::new(words)),
            Archive::Year(year) => Box::new(span::Span::year(*year)),
            Archive::Month(year, month) => Box::new(span::Span::month(*year, *month)),
            Archive::Day(day) => Box::new(span::Span::day(*day)),
            Archive::Type(name) => Box::new(post_type::PostType::new(name)),
            // Pages of comments are `map::discussion`'s.
            Archive::Comments | Archive::CommentsOn(_) => return None,
        };
        let of_chosen_types = !options.filter.types.is_empty();
        Some(Listing { kind, of_chosen_types, met: false, permalinks: None, looked_up: false })
    }

    /// The page of a slug that was met, which knows what another one has learned of the site.
    pub(super) fn met(options: &Options, other: Option<&Listing>) -> Option<Self> {
        let kind: Box<dyn Kind> = match options.feed_of.as_ref()? {
            Archive::Category(slug) => Box::new(term::Term::met(Taxonomy::Category, slug)),
            Archive::Tag(slug) => Box::new(term::Term::met(Taxonomy::Tag, slug)),
            Archive::Author(slug) => Box::new(author::Author::met(slug)),
            _ => return Listing::of(options),
        };
        let permalinks = other.and_then(|other| other.permalinks.clone());
        let listing = Listing::of(options)?;
        Some(Listing { kind, met: true, permalinks, ..listing })
    }

    /// Looks up what collections tell of the page.
    pub(super) fn look_up(&mut self, collections: &Collections) {
        if !mem::replace(&mut self.looked_up, true) {
            self.kind.look_up(collections);
        }
    }

    /// Learns from a post what it tells of the page. One that is not published tells nothing: names in it
    /// may be as private, and its address is plain on any site.
    pub(super) fn learn(&mut self, post: &Post, home: &str) {
        if post.status.filled().is_some_and(|status| status != "publish") {
            return;
        }
        if self.permalinks.is_none() {
            self.permalinks = Permalinks::of(post, home);
        }
        self.kind.learn(post, home);
    }

    /// Tells whether a post belongs to the page.
    pub(super) fn holds(
        &self,
        post: &Post,
        zone: Option<Zone>,
        note: &mut dyn FnMut(NoteKind, &str),
    ) -> bool {
        let post_type = post.kind.filled().unwrap_or(POST);
        (self.of_chosen_types || self.kind.lists(post_type))
            && (self.met || self.kind.holds(post, zone, note))
    }

    /// Tells whether a post that a password locks is among those on the page.
    pub(super) fn lists_locked(&self) -> bool {
        self.kind.lists_locked()
    }

    /// The title of the page's feed, as `wp_get_document_title`.
    pub(super) fn title(&self, site: &str, language: Option<&str>, report: &mut Report) -> String {
        let Some(told) = self.kind.title() else { return site.to_owned() };
        let title = format!("{} – {site}", told.text);
        if told.guessed {
            report.note(NoteKind::ArchiveTitle, &title);
        }
        let english = language.is_some_and(|tag| tag == "en" || tag.starts_with("en-"));
        if self.kind.is_translated() && !english {
            report.note(NoteKind::English, &title);
        }
        title
    }

    /// The page, from which the addresses of its feeds come.
    pub(super) fn page(&self, home: &str, options: &Options, report: &mut Report) -> Page {
        let usual = Permalinks::usual(home);
        let told = self.kind.address(self.permalinks.as_ref().unwrap_or(&usual));
        let whole = url::absolute(&told.text, Some(home));
        let address = whole.map_or_else(|| told.text.clone(), Cow::into_owned);
        if told.guessed && options.feed_url.is_none() {
            report.note(NoteKind::ArchiveUrl, &address);
        }
        Page { address, feed: self.kind.feed() }
    }
}
