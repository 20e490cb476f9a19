//! What stands above the entries: the caller's word, the site's, else what the posts tell.

use super::{Mapper, NOWHERE, home};
use crate::ids::Known;
use crate::model::{Feed, Person};
use crate::options::Options;
use crate::report::{NoteKind, Report};
use crate::text::url;
use crate::wordpress::archive::Listing;
use crate::wordpress::head::Head;
use crate::wordpress::post::Post;
use std::borrow::Cow;
use std::rc::Rc;

impl Mapper {
    /// Everything that stands above the entries but for `updated`, which depends on them.
    pub(crate) fn head(&mut self, report: &mut Report) -> Head {
        if let Some(listing) = &mut self.listing {
            listing.look_up(&self.collections.borrow());
        }
        let site = &self.options.site;
        let home = self.home().to_owned();
        if site.home.is_none() {
            report.note(NoteKind::Home, &home);
        }
        if site.title.is_none() && self.options.title.is_none() {
            report.note(NoteKind::Title, self.title());
        }
        for taxonomy in &self.taxonomies_not_met {
            report.note(NoteKind::Taxonomy, taxonomy);
        }
        self.fields.note_idle(report);
        self.former.note_idle(report);
        let podcast = self.options.podcast.as_ref();
        let page = self.listing.as_ref().map(|page| page.page(&home, &self.options, report));
        let feed = Feed {
            id: Some(format!("{}/feed/atom/", self.scheme)),
            title: self.feed_title(report),
            subtitle: site.description.clone().filter(|text| !text.is_empty()),
            home_page_url: Some(self.scheme.clone()),
            language: self.language.clone(),
            authors: site.author.iter().map(Person::named).collect(),
            rights: site.copyright.clone(),
            icon: site
                .icon
                .as_deref()
                .and_then(|icon| url::absolute(icon, Some(&home)))
                .map(Cow::into_owned),
            generator: Some("wp2feed".to_owned()),
            hubs: site.hubs.clone(),
            extensions: podcast.map(|p| p.elements(site.author.as_deref())).unwrap_or_default(),
            ..Feed::default()
        };
        let head = self.discussion.head(feed, self.home(), &self.options);
        Head { page: page.or(head.page), ..head }
    }

    /// Learns what a post tells of the site, whether it is mapped or not.
    pub(crate) fn meet(&mut self, post: &Post) {
        self.meet_alone(post);
        let home = self.home.as_deref().unwrap_or(NOWHERE);
        if let Some(listing) = &mut self.listing {
            listing.learn(post, home);
        }
    }

    /// The mapper of the options' archive, which was met, which knows what this one has learned of the site.
    pub(crate) fn of_met(&self, options: Options) -> Mapper {
        Mapper {
            listing: Listing::met(&options, self.listing.as_ref()),
            home: self.home.clone(),
            scheme: self.scheme.clone(),
            former: self.former.clone(),
            ..Mapper::new(options, Rc::clone(&self.collections))
        }
    }

    /// Learns what a post tells without the page that may list it.
    pub(super) fn meet_alone(&mut self, post: &Post) {
        self.learn_home(post);
        if self.former.are_told() {
            let link = self.link(post);
            self.former.meet(Known { number: post.id, link, name: &|| post.name() });
        }
    }

    /// Learns the site's address from the first post that has one.
    pub(super) fn learn_home(&mut self, post: &Post) {
        self.learn(|| {
            home::of(post.link.filled(), &post.api_addresses(), post.guid.html.as_deref())
        });
    }

    /// Learns the site's address from the first post or comment that has one.
    pub(super) fn learn(&mut self, home: impl FnOnce() -> Option<String>) {
        if self.home.is_none() {
            self.home = home();
            self.scheme = url::encode(self.home()).into_owned();
        }
    }

    /// The site's address without a slash at its end.
    pub(crate) fn home(&self) -> &str {
        self.home.as_deref().unwrap_or(NOWHERE)
    }

    /// The feed's title: the caller's, else the page's, else the site's.
    fn feed_title(&self, report: &mut Report) -> String {
        match (&self.options.title, &self.listing) {
            (Some(title), _) => title.clone(),
            (None, None) => self.title().to_owned(),
            (None, Some(page)) => page.title(self.title(), self.language.as_deref(), report),
        }
    }

    /// The site's title: its name, else the host.
    fn title(&self) -> &str {
        let named = self.options.site.title.as_deref();
        named
            .filter(|title| !title.trim().is_empty())
            .or_else(|| url::host(self.home()))
            .unwrap_or("WordPress")
    }

    /// Who stands in for an author who is not known.
    pub(super) fn default_author(&self) -> &str {
        self.options.site.author.as_deref().unwrap_or_else(|| self.title())
    }
}
