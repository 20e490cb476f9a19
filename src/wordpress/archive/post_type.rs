//! The posts of a custom post type.

use super::{Kind, Told};
use crate::report::NoteKind;
use crate::text::date::Zone;
use crate::wordpress::permalink::{self, Permalinks};
use crate::wordpress::post::Post;

/// The archive of a post type. Its title in WordPress is the type's label, which no post tells; the name
/// of the type in the REST API is nearest to it.
pub(super) struct PostType {
    name: String,
    /// The name in the addresses of the REST API, as `recipes` of the type `recipe`.
    rest_base: Option<String>,
    /// What stands before the slugs in the permalinks of the type, as `https://example.org/recipes`.
    folder: Option<String>,
}

impl PostType {
    pub(super) fn new(name: &str) -> Self {
        PostType { name: name.to_owned(), rest_base: None, folder: None }
    }

    fn plural(&self) -> &str {
        self.rest_base.as_deref().unwrap_or(&self.name)
    }
}

impl Kind for PostType {
    fn learn(&mut self, post: &Post, home: &str) {
        if post.kind.filled() != Some(&self.name) {
            return;
        }
        if self.rest_base.is_none() {
            self.rest_base = post.api_addresses().iter().find_map(|address| rest_base(address));
        }
        let folder = post.link.filled().and_then(|link| folder(link, home));
        // A post may stand below another one, and then its folder is that one's address.
        let shorter = |known: &String| folder.is_some_and(|folder| folder.len() < known.len());
        if self.folder.as_ref().is_none_or(shorter) {
            self.folder = folder.map(str::to_owned);
        }
    }

    fn lists(&self, post_type: &str) -> bool {
        post_type == self.name
    }

    fn holds(&self, post: &Post, _: Option<Zone>, _: &mut dyn FnMut(NoteKind, &str)) -> bool {
        post.kind.filled() == Some(&self.name)
    }

    fn title(&self) -> Option<Told> {
        let words = self.plural().replace(['-', '_'], " ");
        let mut letters = words.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        Some(Told::guessed(first.chain(letters).collect::<String>()))
    }

    /// Follows `get_post_type_archive_link`.
    fn address(&self, permalinks: &Permalinks) -> Told {
        let query = format!("post_type={}", self.name);
        match &self.folder {
            Some(folder) => Told::known(permalinks.ended(folder)),
            None if permalinks.are_plain() => Told::made(permalinks.page("", &query), permalinks),
            None => Told::guessed(permalinks.page(&permalink::slug(self.plural()), &query)),
        }
    }

    fn feed(&self) -> fn(&str, &str) -> String {
        permalink::archive_feed
    }
}

/// `https://example.org/wp-json/wp/v2/recipes/7` → `recipes`.
fn rest_base(address: &str) -> Option<String> {
    let address = address.replace("%2F", "/");
    let (_, route) = address.split_once("/wp/v2/")?;
    let base = route.split(['/', '?', '&']).next()?;
    Some(base.to_owned()).filter(|base| !base.is_empty())
}

/// `https://example.org/recipes/soup/` → `https://example.org/recipes`, unless it is the home page.
fn folder<'a>(link: &'a str, home: &str) -> Option<&'a str> {
    let (folder, _) = link.trim_end_matches('/').rsplit_once('/')?;
    let within = folder.strip_prefix(home)?;
    (!within.is_empty() && !link.contains('?')).then_some(folder)
}
