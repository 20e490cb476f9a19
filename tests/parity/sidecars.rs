//! Posts without what belongs to them, and the collections that hold it, give the same feed as posts with it
//! embedded.

use crate::given::Given;
use crate::lab::SETUPS;
use crate::live::server;
use crate::recordings::{SETS, given};
use wp2feed::model::Feed;
use wp2feed::{ContentMode, Format};

/// The three feeds, byte for byte.
fn feeds(given: &Given) -> Vec<String> {
    let feed = |format| given.convert(format, ContentMode::Full, "https://harbour.example/feed/");
    Format::ALL.map(|format| String::from_utf8(feed(format)).expect("UTF-8")).to_vec()
}

/// The three feeds, read by our own reader.
fn read(given: &Given) -> Vec<Feed> {
    let read = |(format, feed): (Format, &String)| format.read(feed.as_bytes()).expect("a feed");
    Format::ALL.into_iter().zip(&feeds(given)).map(read).collect()
}

/// A set of posts without and with what belongs to them.
fn both(set: &str) -> [Given; 2] {
    ["view", "embed"].map(|form| given(&format!("{set}/{form}.json")))
}

#[test]
fn collections_stand_in_for_what_is_embedded() {
    for set in SETS {
        let [plain, embedded] = both(set).map(|given| feeds(&given));
        assert_eq!(plain, embedded, "{set}");
    }
}

/// The media collection knows files that are in no post, which nothing embeds: their lengths and times are
/// all that those miss who have the embedded posts alone.
#[test]
fn collections_tell_lengths_and_times_more_than_what_is_embedded() {
    for set in SETS {
        let [plain, embedded] = both(set);
        let [mut more, less] = [plain, embedded.alone()].map(|given| read(&given));
        for (more, less) in more.iter_mut().zip(&less) {
            for (more, less) in more.entries.iter_mut().zip(&less.entries) {
                for (more, less) in more.enclosures.iter_mut().zip(&less.enclosures) {
                    more.length = more.length.filter(|_| less.length.is_some());
                    more.duration = more.duration.filter(|_| less.duration.is_some());
                }
            }
        }
        assert_eq!(more, less, "{set}");
    }
}

/// So it is the collections that make the feeds equal, each of them.
#[test]
fn every_collection_is_needed() {
    let sets: Vec<_> = SETS.into_iter().map(both).collect();
    let equal = |[plain, embedded]: &[Given; 2], missing: usize| {
        let mut plain = plain.clone();
        plain.collections.remove(missing);
        feeds(&plain) == feeds(embedded)
    };
    for missing in 0..sets[0][0].collections.len() {
        assert!(!sets.iter().all(|set| equal(set, missing)), "without collection {missing}");
    }
}

#[test]
fn collections_of_a_running_wordpress_stand_in_for_what_is_embedded_live() {
    let Some(server) = server() else { return };
    for setup in &SETUPS {
        let given = [false, true].map(|embed| setup.given(&server, &["posts", "pages"], embed));
        let [plain, embedded] = given.map(|given| feeds(&given));
        assert!(plain == embedded, "{:?}", setup.headers);
    }
}
