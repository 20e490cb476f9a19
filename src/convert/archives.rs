//! Feeds of all archives of a kind, each of which appears with the first post that belongs to it.

use super::making::Making;
use crate::archive::{Archive, ArchiveKind};
use crate::error::Result;
use crate::formats::Format;
use crate::options::{FeedUrl, Options};
use crate::report::{NoteKind, Report};
use crate::spool::Depot;
use crate::wordpress::{Collections, Item, Memberships, Post};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::rc::Rc;

/// What stands in addresses for the name of an archive.
const SLUG: &str = "{slug}";

/// What leads elsewhere in a path, hides a file, or is taken by some systems for something else. WordPress
/// puts none of it into a slug.
const NOT_IN_NAMES: &[char] = &['/', '\\', '.', ':', '*', '?', '"', '<', '>', '|', '%'];

/// What stands in an address as something else.
const NOT_IN_ADDRESSES: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Feeds of the archives of a kind.
pub(super) struct Archives {
    kind: ArchiveKind,
    memberships: Memberships,
    collections: Rc<RefCell<Collections>>,
    /// The beginning of each feed, which has learned what those can't know that come later.
    template: Making,
    feeds: BTreeMap<String, Making>,
}

impl Archives {
    pub(super) fn new(
        kind: ArchiveKind,
        formats: &[Format],
        options: Options,
        collections: Rc<RefCell<Collections>>,
    ) -> Self {
        let options = Options { feed_of: Some(Archive::Home), ..options };
        let template = Making::new(formats, options, Rc::clone(&collections), None);
        let memberships = Memberships::new(kind);
        Archives { kind, memberships, collections, template, feeds: BTreeMap::new() }
    }

    /// Tells whether posts are to come with all their members.
    pub(super) fn wants_whole(&self) -> bool {
        self.template.source.wants_whole()
    }

    /// Hears what was noticed on the way.
    pub(super) fn hear(&mut self, told: &Report) {
        self.template.source.hear(told);
    }

    /// Gives a post to the feeds to which it belongs.
    pub(super) fn take(&mut self, item: &Item, post: &Post, depot: &Depot) -> Result<()> {
        let home = self.template.source.meet(post);
        let found = self.memberships.of(post, home, &self.collections.borrow());
        if found.more {
            self.template.source.note_post(NoteKind::Slugs, self.named(), post);
        }
        for slug in found.slugs {
            let feed = match self.feeds.entry(slug) {
                Entry::Occupied(feed) => feed.into_mut(),
                Entry::Vacant(place) => {
                    let options = options(self.template.source.options(), self.kind, place.key());
                    place.insert(self.template.of_met(options, depot))
                }
            };
            feed.take(Cow::Borrowed(item))?;
        }
        Ok(())
    }

    /// The feeds that have entries, by the names of their archives, and what was noticed besides.
    pub(super) fn finish(self) -> (Vec<(String, Making)>, Report) {
        let Archives { memberships, template, feeds, .. } = self;
        let (mut finished, mut report) = (Vec::new(), template.source.report().clone());
        for (slug, mut feed) in feeds.into_iter().filter(|(slug, _)| memberships.has(slug)) {
            feed.source.hear_before(template.source.report());
            match feed.has_entries() {
                true => finished.push((name(&slug), feed)),
                false => report.join(feed.source.report()),
            }
        }
        (finished, report)
    }

    /// What messages call the archives of a post.
    fn named(&self) -> &'static str {
        match self.kind {
            ArchiveKind::Category => "categories",
            ArchiveKind::Tag => "tags",
            ArchiveKind::Author => "author",
        }
    }
}

/// The options of an archive's feed.
fn options(all: &Options, kind: ArchiveKind, slug: &str) -> Options {
    let name = utf8_percent_encode(&name(slug), NOT_IN_ADDRESSES).to_string();
    let place = |url: &String| url.replace(SLUG, &name);
    let feed_url = all.feed_url.as_ref().map(|url| match url {
        FeedUrl::Whole(url) => FeedUrl::Whole(place(url)),
        FeedUrl::Base(base) => FeedUrl::Base(place(base)),
        FeedUrl::Each(urls) => {
            FeedUrl::Each(urls.iter().map(|url| url.as_ref().map(place)).collect())
        }
    });
    Options { feed_of: Some(kind.archive(slug)), feed_url, ..all.clone() }
}

/// The name by which a file or folder can be called: the slug as people read it, with escapes for what
/// does not belong there.
fn name(slug: &str) -> String {
    let decoded = percent_decode_str(slug).decode_utf8().unwrap_or(Cow::Borrowed(slug));
    let mut name = String::with_capacity(decoded.len());
    for c in decoded.chars() {
        if c.is_control() || NOT_IN_NAMES.contains(&c) {
            name.extend(utf8_percent_encode(c.encode_utf8(&mut [0; 4]), NON_ALPHANUMERIC));
        } else {
            name.push(c);
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_slug_as_people_read_it() {
        for (slug, expected) in [
            ("boats-gear", "boats-gear"),
            ("%e5%86%99%e7%9c%9f", "写真"),
            ("écluse", "écluse"),
            ("100%", "100%25"),
            ("%ff", "%25ff"),
        ] {
            assert_eq!(name(slug), expected);
        }
    }

    #[test]
    fn no_name_leads_elsewhere() {
        for (slug, expected) in [
            ("..", "%2E%2E"),
            ("../../etc/passwd", "%2E%2E%2F%2E%2E%2Fetc%2Fpasswd"),
            ("%2e%2e%2f", "%2E%2E%2F"),
            ("a\\b", "a%5Cb"),
            ("C:", "C%3A"),
            (".htaccess", "%2Ehtaccess"),
            ("a\0b", "a%00b"),
        ] {
            assert_eq!(name(slug), expected);
        }
    }

    #[test]
    fn an_address_leads_to_the_file_of_the_name() {
        let all = Options {
            feed_url: Some(FeedUrl::Whole("https://e.org/{slug}/{slug}.xml".to_owned())),
            ..Options::default()
        };
        let url = |slug| options(&all, ArchiveKind::Tag, slug).feed_url;
        let whole = |url: &str| Some(FeedUrl::Whole(url.to_owned()));
        assert_eq!(url("rope"), whole("https://e.org/rope/rope.xml"));
        assert_eq!(url("%e5%86%99"), whole("https://e.org/%E5%86%99/%E5%86%99.xml"));
        assert_eq!(url("a/b"), whole("https://e.org/a%252Fb/a%252Fb.xml"));
    }
}
