//! Feeds in the place of posts: which of their entries are taken, and what stands above them.

use crate::formats::Format;
use crate::ids::{Former, Known};
use crate::model::{Entry, Feed, Link, Person};
use crate::options::{ContentMode, Filter, Options};
use crate::report::NoteKind;

/// What feeds say above their entries, and what they call these.
pub(super) struct Carried {
    /// The first feed's head.
    head: Feed,
    /// Its format, if it was a document.
    format: Option<Format>,
    /// The names of the entries that are taken, in their order.
    pub(super) names: Vec<String>,
    former: Former,
}

impl Carried {
    pub(super) fn new(head: Feed, format: Option<Format>, options: &Options) -> Self {
        let former = Former::new(options.ids.clone());
        Carried { head, format, names: Vec::new(), former }
    }

    /// What stands above the entries of a feed in a format, or in none: what the first feed says, but for
    /// what the caller does.
    pub(super) fn head(&self, format: Option<Format>, options: &Options) -> Feed {
        let site = &options.site;
        let mut head = self.head.clone();
        let title = options.title.as_ref().or(site.title.as_ref());
        head.title = title.cloned().unwrap_or(head.title);
        for (field, told) in [
            (&mut head.subtitle, &site.description),
            (&mut head.home_page_url, &site.home),
            (&mut head.language, &site.language),
            (&mut head.icon, &site.icon),
            (&mut head.rights, &site.copyright),
        ] {
            *field = told.clone().or(field.take());
        }
        head.hubs.extend(site.hubs.iter().cloned());
        if let Some(format) = format.filter(|format| Some(*format) != self.format) {
            readdress(&mut head, self.format, format);
        }
        head
    }

    /// When the newest change was made, if the feeds say so.
    pub(super) fn updated(&self) -> Option<chrono::DateTime<chrono::Utc>> {
        self.head.updated
    }

    /// Learns of the entries of a feed, and of its head if it is as new.
    pub(super) fn meet(&mut self, feed: &Feed) {
        self.head.updated = self.head.updated.max(feed.updated);
        if self.former.are_told() {
            feed.entries.iter().for_each(|entry| self.former.meet(known(entry, &|| name(entry))));
        }
    }

    /// Notes what of the old ids fits no entry.
    pub(super) fn former(&self) -> &Former {
        &self.former
    }

    /// Makes an entry what the caller wants it to be; `None` if it is not wanted.
    pub(super) fn fit(
        &self,
        mut entry: Entry,
        options: &Options,
        note: &mut dyn FnMut(NoteKind, &str),
    ) -> Option<Entry> {
        if !passes(&options.filter, &entry, note) {
            return None;
        }
        if self.former.are_told() {
            match self.former.id(&known(&entry, &|| name(&entry))).map(str::to_owned) {
                Ok(id) => entry.id = id,
                Err(kind) => note(kind, ""),
            }
        }
        if entry.authors.is_empty() && self.head.authors.is_empty() {
            entry.authors.extend(options.site.author.iter().map(Person::named));
        }
        if options.content == ContentMode::None {
            (entry.summary, entry.content, entry.text) = (None, None, None);
        }
        Some(entry)
    }
}

/// What messages call an entry.
pub(super) fn name(entry: &Entry) -> String {
    let id = Some(&entry.id).filter(|id| !id.trim().is_empty());
    entry.url.as_ref().or(id).or(entry.title.as_ref()).cloned().unwrap_or_default()
}

fn known<'k>(entry: &Entry, name: &'k dyn Fn() -> String) -> Known<'k> {
    Known { number: None, link: entry.url.clone(), name }
}

/// The address of the feed in another format is that of the other; in the new one it is what the feed says
/// that it is.
fn readdress(head: &mut Feed, from: Option<Format>, to: Format) {
    let own = head.alternates.iter().position(|link| link.media_type == to.media_type());
    let own = own.map(|at| head.alternates.remove(at).url);
    if let (Some(url), Some(from)) = (head.feed_url.take(), from) {
        head.alternates.push(Link { url, media_type: from.media_type().to_owned() });
    }
    head.feed_url = own;
}

/// Tells whether an entry passes every part of the filter; a feed knows categories and tags as one.
fn passes(filter: &Filter, entry: &Entry, note: &mut dyn FnMut(NoteKind, &str)) -> bool {
    let of_term = |wanted: &[String]| {
        let named = |word: &String| {
            entry.categories.iter().any(|it| it.term == *word || it.key.as_ref() == Some(word))
        };
        wanted.is_empty() || wanted.iter().any(named)
    };
    let by = |word: &String| entry.authors.iter().any(|author| author.name == *word);
    let by_author = filter.authors.is_empty() || filter.authors.iter().any(by);
    in_time(filter, entry, note)
        && by_author
        && of_term(&filter.categories)
        && of_term(&filter.tags)
}

/// Tells whether an entry was published in the span of time that was asked for; without a date it is in none.
fn in_time(filter: &Filter, entry: &Entry, note: &mut dyn FnMut(NoteKind, &str)) -> bool {
    if filter.since.is_none() && filter.until.is_none() {
        return true;
    }
    let Some(published) = entry.published.or(entry.updated) else {
        note(NoteKind::Filter, "the date");
        return false;
    };
    let since = filter.since.is_none_or(|since| published >= since);
    since && filter.until.is_none_or(|until| published < until)
}
