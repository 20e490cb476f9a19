//! Post to entry, one function a field; where a field has several sources, they stand as a list, the
//! best first. Each file is about one kind of field.
//!
//! The reference is what WordPress's own feeds say of the same posts; where the result is better on
//! purpose, the function says so.

mod comments;
mod dates;
mod discussion;
mod enclosures;
mod episode;
mod excerpt;
mod feed;
mod guid;
mod home;
mod people;
mod players;
mod terms;
mod text;
mod visibility;

use super::archive::Listing;
use super::collections::Collections;
use super::fields::Fields;
use super::filter;
use super::picture;
use super::plugins;
use super::post::Post;
use crate::ids::{Former, Known};
use crate::model::{Enclosure, Entry};
use crate::options::{ContentMode, Options};
use crate::report::{NoteKind, Report};
use crate::text::{html, url};
use chrono::{DateTime, Utc};
use discussion::Discussion;
use excerpt::Length;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::mem;
use std::rc::Rc;

/// The address of a site that no document names.
const NOWHERE: &str = "http://localhost";

/// Turns posts into entries, and learns from them what nobody told about the site.
pub(crate) struct Mapper {
    options: Options,
    zone: Option<crate::text::date::Zone>,
    /// The site's address without a slash at its end, once it is known.
    home: Option<String>,
    /// The site's address as an IRI, which identifies the taxonomies.
    scheme: String,
    /// The feed's language: the caller's, else the first that a post tells.
    language: Option<String>,
    /// What the posts' own members fill.
    fields: Fields,
    /// The page of the site whose feed it is, if it is one's.
    listing: Option<Listing>,
    /// What is known of what posts refer to by number.
    collections: Rc<RefCell<Collections>>,
    /// The taxonomies that were asked for and of which no post had a term.
    taxonomies_not_met: BTreeSet<String>,
    /// The comments, if the feed is of these.
    discussion: Discussion,
    /// The ids of an old feed.
    former: Former,
}

/// An entry, and what its place in the feed depends on.
pub(crate) struct Mapped {
    pub(crate) entry: Entry,
    /// The address of the page on which its texts stand, where that is not the entry's own.
    pub(crate) page: Option<String>,
    /// The post's number, 0 if it has none.
    pub(crate) number: u64,
    /// The date of publication for ordering: a local date counts where nothing better is known.
    pub(crate) published: Option<DateTime<Utc>>,
    /// Whether characters that XML forbids were removed from it.
    pub(crate) forbidden: bool,
}

impl Mapped {
    /// What messages call the post: its number, else its address.
    pub(crate) fn name(&self) -> String {
        let address = || self.entry.url.as_ref().unwrap_or(&self.entry.id).clone();
        if self.number == 0 { address() } else { self.number.to_string() }
    }
}

impl Mapper {
    /// Starts to map, with collections that may still be read.
    pub(crate) fn new(options: Options, collections: Rc<RefCell<Collections>>) -> Self {
        let home = options.site.home.as_deref().map(|home| home.trim_end_matches('/').to_owned());
        let scheme = url::encode(home.as_deref().unwrap_or(NOWHERE)).into_owned();
        let (zone, language) = (dates::zone(&options.site), options.site.language.clone());
        let fields = Fields::new(options.fields.clone());
        let former = Former::new(options.ids.clone());
        Mapper {
            taxonomies_not_met: options.taxonomies.iter().cloned().collect(),
            listing: Listing::of(&options),
            options,
            zone,
            home,
            scheme,
            language,
            fields,
            collections,
            discussion: Discussion::default(),
            former,
        }
    }

    /// Maps one post; `None` is a post that does not belong into the feed.
    pub(crate) fn map(&mut self, post: Cow<'_, Post>, report: &mut Report) -> Option<Mapped> {
        self.meet_alone(&post);
        let locked = self.locked(&post);
        let hidden = locked.filter(|_| !self.names_locked());
        if !self.lists(&post, report) || !visibility::shows(&post, hidden, report) {
            return None;
        }
        let (name, number) = (post.name(), post.id.unwrap_or(0));
        let local = post.date.map(crate::text::date::Stamp::utc);
        let mut note = |kind: NoteKind, detail: &str| report.note_post(kind, detail, &name);
        let (entry, page) = self.entry(post.into_owned(), locked.is_some(), &mut note)?;
        if let Some(podcast) = &self.options.podcast {
            episode::judge(podcast, &entry, &mut note);
        }
        Some(Mapped { number, published: entry.published.or(local), page, entry, forbidden: false })
    }

    /// The entry of a post, if the caller's choice has it, and the permalink where the entry has another
    /// address; of a locked post title and link alone.
    fn entry(
        &mut self,
        mut post: Post,
        locked: bool,
        note: &mut dyn FnMut(NoteKind, &str),
    ) -> Option<(Entry, Option<String>)> {
        // Nothing of a locked post gets out by a path into it.
        let mut told = if locked { Entry::default() } else { self.told(&mut post, note) };
        let canonical = self.options.canonical.filter(|_| told.url.is_none());
        let canonical = canonical.map(|plugin| plugins::canonical(&post, plugin));
        let mut entry = self.essentials(&post, &mut told, note);
        if !filter::passes(&self.options.filter, &post, &entry, note) {
            return None;
        }
        if !locked {
            self.details(post, told, &mut entry, note);
        }
        // Last, because what WordPress says is relative to the permalink.
        let page = match canonical {
            Some(Some(address)) => entry.url.replace(address),
            Some(None) => {
                note(NoteKind::Canonical, "");
                None
            }
            None => None,
        };
        Some((entry, page))
    }

    /// What hides a published post from the public.
    fn locked(&self, post: &Post) -> Option<NoteKind> {
        if visibility::is_locked(post) {
            return Some(NoteKind::Protected);
        }
        self.options.site.private.then_some(NoteKind::PrivateSite)
    }

    /// Tells whether the page whose feed it is lists a post, and lets it learn from the post.
    fn lists(&mut self, post: &Post, report: &mut Report) -> bool {
        let home = self.home.as_deref().unwrap_or(NOWHERE);
        let Some(listing) = &mut self.listing else { return true };
        listing.look_up(&self.collections.borrow());
        listing.learn(post, home);
        let mut note = |kind: NoteKind, detail: &str| report.note_post(kind, detail, post.name());
        listing.holds(post, self.zone, &mut note)
    }

    /// Tells whether the feed has title and link of locked posts.
    fn names_locked(&self) -> bool {
        self.options.include_protected && self.listing.as_ref().is_none_or(Listing::lists_locked)
    }

    /// What the post's mapped members tell; its texts are put into the post, as if WordPress had them.
    fn told(&mut self, post: &mut Post, note: &mut dyn FnMut(NoteKind, &str)) -> Entry {
        let base = self.link(post).unwrap_or_else(|| self.home().to_owned());
        let mut told = self.fields.told(post, &base, &self.collections.borrow(), note);
        post.say(told.summary.take(), told.content.take());
        told
    }

    /// What every entry has, a locked post's too; what is told by mapped members comes first.
    fn essentials(
        &self,
        post: &Post,
        told: &mut Entry,
        note: &mut dyn FnMut(NoteKind, &str),
    ) -> Entry {
        let link = told.url.take().or_else(|| self.link(post));
        if link.is_none() {
            note(NoteKind::Url, "");
        }
        let published = dates::published(post, self.zone, note);
        Entry {
            id: self.id(post, note),
            title: told.title.take().or_else(|| title(post)),
            updated: dates::updated(post, published, self.zone),
            authors: or(mem::take(&mut told.authors), || {
                people::authors(post, self.default_author(), note)
            }),
            url: link,
            published,
            ..Entry::default()
        }
    }

    /// The id of the old feed, else the post's own.
    fn id(&self, post: &Post, note: &mut dyn FnMut(NoteKind, &str)) -> String {
        if self.former.are_told() {
            let known = Known { number: post.id, link: self.link(post), name: &|| post.name() };
            match self.former.id(&known) {
                Ok(id) => return id.to_owned(),
                Err(kind) => note(kind, ""),
            }
        }
        guid::of(post, self.home(), note)
    }

    /// What an entry has besides, from the post itself and then from plugins.
    fn details(
        &mut self,
        mut post: Post,
        told: Entry,
        entry: &mut Entry,
        note: &mut dyn FnMut(NoteKind, &str),
    ) {
        let own = self.own_terms(&post);
        entry.categories =
            or(told.categories, || terms::categories(&post, own, &self.scheme, note));
        entry.comments = comments::comments(&post, entry.url.as_deref());
        entry.image = picture::featured(&post, entry.url.as_deref());
        entry.enclosures = enclosures::declared(&post, note);
        plugins::fill(&post, entry, note);
        self.add_files(&post, told.enclosures, entry);
        entry.image = told.image.or(entry.image.take());
        entry.language = told.language.or(entry.language.take());
        self.settle_language(entry);
        if entry.image.is_none() && post.featured_media.id.positive().is_some() {
            note(NoteKind::Image, "");
        }
        if post.content.is_none() && post.excerpt.is_none() {
            note(NoteKind::Text, "");
        }
        let mode = self.options.content;
        if mode != ContentMode::None {
            entry.summary = text::summary(&post, self.excerpt_length());
        }
        // With a link to the rest, it depends on the content whether the summary is all there is.
        if mode == ContentMode::Full || mode == ContentMode::Summary && self.options.more.is_some()
        {
            entry.content = text::content(&mut post);
        }
    }

    /// The files that were told, else those that the post declares, plays or links, else those that were
    /// uploaded to it; with what is known of their sizes and running times.
    fn add_files(&self, post: &Post, told: Vec<Enclosure>, entry: &mut Entry) {
        let declared = or(told, || mem::take(&mut entry.enclosures));
        let files = or(declared, || players::in_content(post, entry.url.as_deref()));
        let collections = self.collections.borrow();
        entry.enclosures = or(files, || collections.attached(post));
        for enclosure in &mut entry.enclosures {
            enclosures::complete(enclosure, post, &collections);
        }
    }

    /// The names of the terms of the site's own taxonomies that were asked for.
    fn own_terms(&mut self, post: &Post) -> Vec<String> {
        let mut all = Vec::new();
        for taxonomy in &self.options.taxonomies {
            let names = terms::of_own(post, taxonomy, &self.collections.borrow());
            if !names.is_empty() {
                self.taxonomies_not_met.remove(taxonomy);
            }
            all.extend(names);
        }
        all
    }

    /// An entry names its language where it is not the feed's; the first one becomes the feed's if
    /// nobody gave another.
    fn settle_language(&mut self, entry: &mut Entry) {
        if self.language.is_none() {
            self.language.clone_from(&entry.language);
        }
        if entry.language == self.language {
            entry.language = None;
        }
    }

    /// How long the excerpts are that are made here.
    fn excerpt_length(&self) -> Length<'_> {
        Length { told: self.options.excerpt_length, language: self.language.as_deref() }
    }

    /// The permalink.
    fn link(&self, post: &Post) -> Option<String> {
        url::absolute(post.link.filled()?, Some(self.home())).map(Cow::into_owned)
    }
}

/// What was told, or what is found otherwise.
fn or<T>(told: Vec<T>, otherwise: impl FnOnce() -> Vec<T>) -> Vec<T> {
    if told.is_empty() { otherwise() } else { told }
}

/// The title as plain text, as `the_title_rss`; an empty one is none.
fn title(post: &Post) -> Option<String> {
    let title = post.title.as_ref()?;
    let html = title.html.as_deref().or(title.raw.as_deref())?;
    Some(html::title_text(html)).filter(|title| !title.is_empty())
}
