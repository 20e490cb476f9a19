//! Players and galleries: plain links and pictures for readers that drop what plays, or run no scripts.
//!
//! WordPress's shortcodes put a link into their players, its blocks do not; in its feeds, playlists are
//! links. A link within a player is seen only where the player is not.

mod gallery;
mod link;
mod playlist;
mod podlove;
mod scripted;
mod slideshow;
#[cfg(test)]
mod tests;

use crate::content::attribute;
use crate::content::page::Page;
use link::Link;
use lol_html::end_tag;
use lol_html::html_content::{ContentType, Element};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The classes of players that are none by the names of their elements.
pub(in crate::content) fn classes() -> impl Iterator<Item = &'static str> {
    let filled = [slideshow::CLASS, gallery::CLASS, podlove::CLASS];
    scripted::classes().chain(playlist::CLASSES).chain(filled)
}

/// How many players may stand within each other; what is deeper has no link.
const DEEPEST: usize = 16;

/// The players of a text that are open at a place in it, and how many links are.
pub(in crate::content) struct Players {
    open: Rc<RefCell<Vec<Open>>>,
    links: Rc<Cell<usize>>,
}

/// An element that shall hold a link when it ends.
struct Open {
    kind: Kind,
    title: Option<String>,
    link: Option<Link>,
    /// Whether it holds one already.
    linked: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `<audio>` or `<video>`.
    Player,
    /// What WordPress's `[playlist]` makes, or else has links in a `<noscript>`.
    Playlist,
    /// What a script fills.
    Scripted,
}

impl Players {
    /// None yet, in HTML around which so many links are open.
    pub(in crate::content) fn new(links: Rc<Cell<usize>>) -> Self {
        Players { open: Rc::default(), links }
    }

    /// Sees to it that players hold links; `html` is the text in which the element stands.
    pub(in crate::content) fn link(
        &self,
        element: &mut Element<'_, '_>,
        html: &str,
        page: &Page<'_>,
    ) {
        match element.tag_name().as_str() {
            "audio" | "video" => self.open(element, Kind::Player, Link::of(element, "src", page)),
            "source" => self.source(element, page),
            "a" => self.open_link(element),
            "iframe" if element.has_attribute("src") => self.mark(|kind| kind == Kind::Scripted),
            "noscript" if self.is_in(Kind::Playlist) => self.open_list(element, html),
            "script" if self.is_in(Kind::Playlist) => self.list(element, html, page),
            "script" => {
                if let Some(player) = podlove::player(element, html, page) {
                    element.before(&player, ContentType::Html);
                }
            }
            tag if scripted::is_film(tag) => {
                if let Some(link) = scripted::film(element, page) {
                    self.open(element, Kind::Scripted, Some(link));
                }
            }
            _ => self.link_by_class(element, page),
        }
    }

    /// Does that where the class says that an element is a player.
    fn link_by_class(&self, element: &mut Element<'_, '_>, page: &Page<'_>) {
        let Some(classes) = attribute::get(element, "class") else { return };
        let has = |class: &str| classes.split_ascii_whitespace().any(|one| one == class);
        if playlist::CLASSES.into_iter().any(has) {
            self.open(element, Kind::Playlist, None);
        } else if has(slideshow::CLASS) {
            slideshow::show(element, page);
        } else if has(gallery::CLASS) {
            gallery::show(element, page);
        } else if let Some(link) = scripted::link(element, has, page) {
            self.open(element, Kind::Scripted, Some(link));
        }
    }

    /// Begins an element, and puts its link before its end if it has none then.
    fn open(&self, element: &mut Element<'_, '_>, kind: Kind, link: Option<Link>) {
        let (players, depth) = (Rc::clone(&self.open), self.open.borrow().len());
        if depth == DEEPEST {
            return;
        }
        let at_end = end_tag!(move |end| {
            let mut open = players.borrow_mut();
            let link = open.get(depth).filter(|it| !it.linked).and_then(|it| it.link.as_ref());
            if let Some(link) = link {
                end.before(&link.html(), ContentType::Html);
            }
            // Elements within that nothing closed end here too.
            open.truncate(depth);
            Ok(())
        });
        if element.on_end_tag(at_end).is_ok() {
            if kind == Kind::Player {
                self.mark(|kind| kind == Kind::Scripted);
            }
            let title = attribute::get(element, "title");
            // A link in a link would end both, and the player between them.
            let linked = kind == Kind::Player && self.links.get() > 0;
            self.open.borrow_mut().push(Open { kind, title, link, linked });
        }
    }

    /// Begins a link.
    fn open_link(&self, element: &mut Element<'_, '_>) {
        if element.has_attribute("href") {
            self.mark(|_| true);
        }
        let links = Rc::clone(&self.links);
        let at_end = end_tag!(move |_| {
            links.set(links.get() - 1);
            Ok(())
        });
        if element.on_end_tag(at_end).is_ok() {
            self.links.set(self.links.get() + 1);
        }
    }

    fn is_in(&self, kind: Kind) -> bool {
        self.open.borrow().iter().any(|open| open.kind == kind)
    }

    /// Marks what is open as something that holds a link, or the player itself.
    fn mark(&self, of: impl Fn(Kind) -> bool) {
        for open in self.open.borrow_mut().iter_mut().filter(|open| of(open.kind)) {
            open.linked = true;
        }
    }

    /// Takes the first file of a player that names none itself.
    fn source(&self, element: &Element<'_, '_>, page: &Page<'_>) {
        let mut open = self.open.borrow_mut();
        if let Some(player) = open.last_mut().filter(|it| it.kind == Kind::Player) {
            let link =
                || Link::new(&attribute::get(element, "src")?, player.title.as_deref(), page);
            player.link = player.link.take().or_else(link);
        }
    }

    /// Opens the `<noscript>` in which WordPress lists the tracks, or that links to a film.
    fn open_list(&self, element: &mut Element<'_, '_>, html: &str) {
        if playlist::holds_links(element, html) {
            element.remove_and_keep_content();
            self.mark(|_| true);
        }
    }

    /// Lists the tracks from the data of WordPress's script, if they are not listed.
    fn list(&self, element: &mut Element<'_, '_>, html: &str, page: &Page<'_>) {
        let listed =
            self.open.borrow().iter().any(|open| open.kind == Kind::Playlist && open.linked);
        if let Some(list) = playlist::list(element, html, page).filter(|_| !listed) {
            element.before(&list, ContentType::Html);
            self.mark(|_| true);
        }
    }
}
