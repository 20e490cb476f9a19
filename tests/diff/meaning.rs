//! Changes of meaning: each is one field, one entry, or the order.

use chrono::TimeDelta;
use wp2feed::Format;
use wp2feed::model::{Category, Entry, Extension, Feed, Person};

/// A change at an entry; tells whether there was something to change.
type Change = fn(&mut Feed, usize) -> bool;

/// The changes, by the name under which they must be told.
pub(crate) const CHANGES: &[(&str, Change)] = &[
    ("feed.id", |feed, _| text(&mut feed.id, "x")),
    ("feed.title", |feed, _| {
        feed.title.push_str(" & more");
        true
    }),
    ("feed.subtitle", |feed, _| text(&mut feed.subtitle, "!")),
    ("feed.home", |feed, _| text(&mut feed.home_page_url, "/x")),
    ("feed.feed-url", |feed, _| text(&mut feed.feed_url, "x")),
    ("feed.language", |feed, _| {
        feed.language = Some("fr".into());
        true
    }),
    ("feed.rights", |feed, _| text(&mut feed.rights, " 2024")),
    ("feed.icon", |feed, _| text(&mut feed.icon, "?x")),
    ("feed.generator", |feed, _| text(&mut feed.generator, "2")),
    ("feed.updated", |feed, _| later(&mut feed.updated)),
    ("feed.hubs", |feed, _| {
        feed.hubs.push("https://other.example/".into());
        true
    }),
    ("entry.id", |feed, at| {
        // Without an address, or title and date, it is another entry.
        on(feed, at, |entry| entry.url.is_some() && text_of(&mut entry.id, "x"))
    }),
    ("entry.url", |feed, at| on(feed, at, |entry| text(&mut entry.url, "x"))),
    ("entry.title", |feed, at| on(feed, at, |entry| text(&mut entry.title, " <b> & more"))),
    ("entry.summary", |feed, at| on(feed, at, |entry| text(&mut entry.summary, "more"))),
    ("entry.content", |feed, at| on(feed, at, |entry| text(&mut entry.content, "<p>]]> more</p>"))),
    ("entry.published", |feed, at| {
        on(feed, at, |entry| entry.updated.is_some() && later(&mut entry.published))
    }),
    ("entry.updated", |feed, at| on(feed, at, |entry| later(&mut entry.updated))),
    ("entry.authors", |feed, at| {
        on(feed, at, |entry| {
            entry.authors.push(Person::named("Ada"));
            entry.authors.len() > 1
        })
    }),
    ("entry.categories", |feed, at| {
        on(feed, at, |entry| {
            entry.categories.push(Category { term: "R&D".into(), ..Category::default() });
            true
        })
    }),
    ("entry.categories", |feed, at| {
        on(feed, at, |entry| {
            entry.categories.reverse();
            entry.categories.len() > 1 && entry.categories.first() != entry.categories.last()
        })
    }),
    ("entry.enclosures", |feed, at| {
        on(feed, at, |entry| {
            let file = entry.enclosures.iter_mut().find(|file| file.is_audio_or_video());
            file.is_some_and(|file| text_of(&mut file.url, "x"))
        })
    }),
    ("entry.image", |feed, at| {
        on(feed, at, |entry| {
            entry.enclosures.is_empty()
                && entry.image.as_mut().is_some_and(|image| text_of(&mut image.full.url, "x"))
        })
    }),
    ("entry.comments", |feed, at| {
        on(feed, at, |entry| {
            entry
                .comments
                .as_mut()
                .is_some_and(|comments| !comments.url.is_empty() && text_of(&mut comments.url, "x"))
        })
    }),
    ("entry.in-reply-to", |feed, at| {
        on(feed, at, |entry| {
            entry.in_reply_to.as_mut().is_some_and(|answered| text_of(&mut answered.id, "x"))
        })
    }),
    ("entry.language", |feed, at| on(feed, at, |entry| text(&mut entry.language, "-SE"))),
    ("entry.x:mood", |feed, at| {
        on(feed, at, |entry| {
            entry.extensions.push(Extension::new("x", "urn:x", "mood", "a & b"));
            true
        })
    }),
    ("feed.rss:ttl", |feed, _| element(&mut feed.extensions, RSS, "ttl", "60")),
    ("feed.rss:webMaster", |feed, _| {
        element(&mut feed.extensions, RSS, "webMaster", "a@e.org (A)")
    }),
    ("feed.atom:logo", |feed, _| {
        element(&mut feed.extensions, ATOM, "logo", "https://e.org/l.png")
    }),
    ("feed.json:user_comment", |feed, _| {
        element(&mut feed.extensions, JSON, "user_comment", "\"a & b\"")
    }),
    ("entry.rss:author", |feed, at| {
        on(feed, at, |entry| element(&mut entry.extensions, RSS, "author", "a@e.org"))
    }),
    ("entry.atom:rights", |feed, at| {
        on(feed, at, |entry| element(&mut entry.extensions, ATOM, "rights", "CC BY"))
    }),
    ("entry.json:_mood", |feed, at| {
        on(feed, at, |entry| element(&mut entry.extensions, JSON, "_mood", "{\"a\":[1,null]}"))
    }),
    ("entry.authors e-mail", |feed, at| {
        on(feed, at, |entry| {
            entry.authors.first_mut().is_some_and(|author| other(&mut author.email, "a@e.org"))
        })
    }),
    ("entry.categories key", |feed, at| {
        on(feed, at, |entry| {
            entry.categories.first_mut().is_some_and(|category| other(&mut category.key, "k-1"))
        })
    }),
    ("entry.categories domain", |feed, at| {
        on(feed, at, |entry| {
            entry.categories.first_mut().is_some_and(|category| other(&mut category.domain, "d"))
        })
    }),
    ("entry.enclosures title", |feed, at| {
        on(feed, at, |entry| {
            entry.enclosures.first_mut().is_some_and(|file| other(&mut file.title, "T & U"))
        })
    }),
    ("added", |feed, at| {
        let entry = Entry {
            id: "https://new.example/?p=1".into(),
            title: Some("New".into()),
            content: Some("<p>new</p>".into()),
            authors: vec![Person::named("Ada")],
            ..Entry::default()
        };
        feed.entries.insert(at, entry);
        true
    }),
    ("removed", |feed, at| {
        feed.entries.remove(at);
        // Without anonymous entries the feed needs no author.
        true
    }),
    ("moved", |feed, at| {
        let last = feed.entries.len() - 1;
        let entry = feed.entries.remove(at);
        feed.entries.push(entry);
        at < last
    }),
];

/// A prefix and its namespace.
type Vocabulary = (&'static str, &'static str);

const RSS: Vocabulary = ("rss", "https://www.rssboard.org/rss-specification");
const ATOM: Vocabulary = ("atom", "http://www.w3.org/2005/Atom");
const JSON: Vocabulary = ("json", "https://www.jsonfeed.org/version/1.1/");

fn element(all: &mut Vec<Extension>, of: Vocabulary, name: &str, value: &str) -> bool {
    all.push(Extension::new(of.0, of.1, name, value));
    true
}

fn other(text: &mut Option<String>, value: &str) -> bool {
    let new = Some(value.to_owned());
    let changes = *text != new;
    *text = new;
    changes
}

/// Tells whether a format carries what a change is about.
pub(crate) fn carries(format: Format, name: &str) -> bool {
    let own = |prefix: &str| name.contains(prefix);
    let foreign = match format {
        Format::Rss => own(".json:"),
        Format::Atom => own(".json:") || own(".rss:"),
        Format::JsonFeed => own(".atom:") || own(".rss:"),
    };
    if foreign {
        return false;
    }
    let lost: &[&str] = match format {
        Format::Rss => &[
            "feed.id",
            "entry.in-reply-to",
            "entry.authors e-mail",
            "entry.categories key",
            "entry.enclosures title",
        ],
        Format::Atom => &["entry.categories domain"],
        Format::JsonFeed => &[
            "feed.id",
            "feed.rights",
            "feed.generator",
            "feed.updated",
            "entry.comments",
            "entry.in-reply-to",
            "entry.x:mood",
            "entry.authors e-mail",
            "entry.categories key",
            "entry.categories domain",
        ],
    };
    !lost.contains(&name)
}

fn on(feed: &mut Feed, at: usize, change: impl FnOnce(&mut Entry) -> bool) -> bool {
    change(&mut feed.entries[at])
}

fn text(text: &mut Option<String>, more: &str) -> bool {
    text.as_mut().is_some_and(|text| text_of(text, more))
}

fn text_of(text: &mut String, more: &str) -> bool {
    let is_some = !text.is_empty();
    text.push_str(more);
    is_some
}

fn later(date: &mut Option<chrono::DateTime<chrono::Utc>>) -> bool {
    *date = date.and_then(|date| date.checked_add_signed(TimeDelta::seconds(61)));
    date.is_some()
}
