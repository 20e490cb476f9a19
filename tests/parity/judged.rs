//! The judge is judged: whatever is changed in a feed is complained about, so no decision explains more
//! than it says.

use crate::decisions::explaining;
use crate::pair::Pair;
use crate::recordings::pairs;
use crate::support::seen::{Author, Enclosure, Feed, Item};
use chrono::TimeDelta;

type Change<T> = (&'static str, fn(&mut T));

/// Something put to each field of an item.
const ADDED: [Change<Item>; 11] = [
    ("title", |item| add(&mut item.title, " x")),
    ("id", |item| add(&mut item.id, "x")),
    ("published", |item| item.published = item.published.map(|date| date + TimeDelta::seconds(1))),
    ("author", |item| item.authors.push(Author { name: "x".to_owned(), url: None })),
    ("author's address", |item| add(&mut item.authors[0].url, "x")),
    ("categories", |item| item.categories.push("x".to_owned())),
    ("summary", |item| add(&mut item.summary, " x")),
    ("content", |item| add(&mut item.content, "<p>x</p>")),
    ("comments' page", |item| add(&mut item.comments.page, "x")),
    ("comments' feed", |item| add(&mut item.comments.feed, "x")),
    ("enclosures", |item| {
        let url = "https://harbour.example/x.mp3".to_owned();
        item.enclosures = vec![Enclosure { url, ..Enclosure::default() }];
    }),
];

/// Fields of an item taken away, where both feeds have them.
const REMOVED: [Change<Item>; 7] = [
    ("title", |item| item.title = None),
    ("id", |item| item.id = None),
    ("published", |item| item.published = None),
    ("author", |item| item.authors.clear()),
    ("categories", |item| item.categories.clear()),
    ("summary", |item| item.summary = None),
    ("content", |item| item.content = None),
];

/// Changes of a feed as a whole.
const WHOLE: [Change<Feed>; 9] = [
    ("feed title", |feed| add(&mut feed.title, "x")),
    ("feed subtitle", |feed| add(&mut feed.subtitle, "x")),
    ("feed link", |feed| add(&mut feed.link, "x")),
    ("feed language", |feed| add(&mut feed.language, "x")),
    ("feed icon", |feed| add(&mut feed.icon, "x")),
    ("feed updated", |feed| feed.updated = feed.updated.map(|date| date - TimeDelta::days(1))),
    ("item", |feed| drop(feed.items.remove(0))),
    ("item", |feed| add(&mut feed.items[0].link, "x")),
    ("order", |feed| feed.items.reverse()),
];

fn add(text: &mut Option<String>, more: &str) {
    text.get_or_insert_default().push_str(more);
}

/// How many differences of a field no decision explains.
fn unexplained(pair: &Pair, field: &str) -> usize {
    let (_, differences) = pair.compare();
    let of_field = differences.iter().filter(|difference| difference.field == field);
    of_field.filter(|difference| explaining(difference).len() != 1).count()
}

#[test]
fn whatever_is_added_to_an_item_is_complained_about() {
    for mut pair in pairs() {
        let items = pair.ours.items.clone();
        for (field, change) in ADDED {
            pair.ours.items.iter_mut().for_each(change);
            assert!(unexplained(&pair, field) >= items.len(), "{field} of {}", pair.name);
            pair.ours.items.clone_from(&items);
        }
    }
}

#[test]
fn whatever_is_taken_from_an_item_is_complained_about() {
    for mut pair in pairs() {
        let items = pair.ours.items.clone();
        for (field, remove) in REMOVED {
            let both = items.iter().filter(|ours| {
                let theirs = pair.theirs.items.iter().find(|theirs| theirs.link == ours.link);
                [Some(*ours), theirs].iter().all(|item| item.is_some_and(|item| has(item, remove)))
            });
            let both = both.count();
            pair.ours.items.iter_mut().for_each(remove);
            assert!(unexplained(&pair, field) >= both, "{field} of {}", pair.name);
            pair.ours.items.clone_from(&items);
        }
    }
}

fn has(item: &Item, remove: fn(&mut Item)) -> bool {
    let mut without = item.clone();
    remove(&mut without);
    without != *item
}

#[test]
fn whatever_is_changed_in_the_feed_is_complained_about() {
    for mut pair in pairs() {
        let ours = pair.ours.clone();
        for (field, change) in WHOLE {
            change(&mut pair.ours);
            assert_ne!(unexplained(&pair, field), 0, "{field} of {}", pair.name);
            pair.ours.clone_from(&ours);
        }
    }
}
