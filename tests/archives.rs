//! The feeds of archives have the title, the addresses and the entries of those that WordPress answered.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use wp2feed::model::Feed;
use wp2feed::{Archive, Collection, Converter, Format, Options, Report, Site};

/// The recordings that embed names, and hold some of the posts of all.
const POSTS: [&str; 10] = [
    "lists/page1-embed.json",
    "blocks/embed.json",
    "comments/embed.json",
    "dates/embed.json",
    "excerpts/embed.json",
    "media/embed.json",
    "podcast/embed.json",
    "status/embed.json",
    "terms/embed.json",
    "titles/embed.json",
];

/// How much of an archive's posts WordPress's recorded feed has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Has {
    All,
    Newest,
}
use Has::{All, Newest};

/// WordPress's feeds, and the words that ask for them.
const FEEDS: [(&str, &str, Has); 14] = [
    ("home.rss2.xml", "home", Newest),
    ("home.atom.xml", "home", Newest),
    ("category.rss2.xml", "category:boats-gear", Newest),
    ("category.atom.xml", "category:Boats & Gear", Newest),
    ("category.rss2.xml", "category:101", Newest),
    ("category-child.rss2.xml", "category:rope", All),
    ("category-child.rss2.xml", "category:102", All),
    ("tag.rss2.xml", "tag:rd", All),
    ("tag.rss2.xml", "tag:R&D", All),
    ("author.rss2.xml", "author:zoe", Newest),
    ("author.atom.xml", "author:2", Newest),
    ("search.rss2.xml", "search:fog", Newest),
    ("month.rss2.xml", "date:2023-07", All),
    ("month.rss2.xml", "month:2023-07", All),
];

/// The bytes of a recording, as `blocks/embed.json`.
fn recording(path: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded");
    fs::read(folder.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The collections in which what posts name by number is found.
const COLLECTIONS: [(Collection, &str); 3] = [
    (Collection::Terms, "site/categories.json"),
    (Collection::Terms, "site/tags.json"),
    (Collection::Users, "site/users.json"),
];

/// Converts recordings to the feed of an archive.
fn converted(documents: &[&str], format: Format, archive: &str) -> (Feed, Report) {
    joined(&[], documents, format, archive)
}

/// Converts recordings to the feed of an archive, with collections.
fn joined(
    collections: &[(Collection, &str)],
    documents: &[&str],
    format: Format,
    archive: &str,
) -> (Feed, Report) {
    let archive: Archive = archive.parse().expect("an archive");
    let options = Options {
        site: Site::from_json(&recording("site/index.json")).expect("the site's index"),
        feed_of: Some(archive),
        include_protected: true,
        ..Options::default()
    };
    let mut converter = Converter::new(&[format], options);
    for (kind, document) in collections {
        let collection = recording(document);
        converter.read_collection(*kind, Some(document), &collection[..]).expect(document);
    }
    for document in documents {
        converter.read(Some(document), &recording(document)[..]).expect(document);
    }
    let (mut converted, mut feed) = (converter.finish().expect("entries"), Vec::new());
    converted.write(format, &mut feed).expect("a feed");
    (format.read(&feed).expect("a feed"), converted.report().clone())
}

/// The format and the content of one of WordPress's feeds.
fn wordpress(path: &str) -> (Format, Feed) {
    let format = if path.contains("atom") { Format::Atom } else { Format::Rss };
    (format, format.read(&recording(path)).expect(path))
}

fn ids(feed: &Feed) -> BTreeSet<&str> {
    feed.entries.iter().map(|entry| entry.id.as_str()).collect()
}

#[test]
fn title_and_addresses_are_those_of_wordpress() {
    for (file, archive, _) in FEEDS {
        let (format, theirs) = wordpress(&format!("feeds/{file}"));
        let (ours, report) = converted(&POSTS, format, archive);
        assert_eq!(ours.title, theirs.title, "{archive}");
        assert_eq!(ours.feed_url, theirs.feed_url, "{archive}");
        assert_eq!(ours.home_page_url, theirs.home_page_url, "{archive}");
        assert_eq!(ours.id, theirs.id, "{archive}");
        let guessed = report.notes().find(|note| note.kind().code().contains("guessed"));
        assert_eq!(guessed.filter(|note| note.kind().code() != "id-guessed"), None, "{archive}");
    }
}

#[test]
fn what_belongs_is_what_wordpress_has() {
    let (everything, _) = converted(&POSTS, Format::Rss, "home");
    let everything = ids(&everything);
    for (file, archive, has) in FEEDS {
        let (format, theirs) = wordpress(&format!("feeds/{file}"));
        let (ours, _) = converted(&POSTS, format, archive);
        let met: BTreeSet<&str> = ids(&theirs).intersection(&everything).copied().collect();
        if has == All {
            assert_eq!(ids(&ours), met, "{archive}");
        }
        // None that is newer than the oldest of WordPress's is there but its own.
        let oldest = theirs.entries.last().and_then(|entry| entry.published).expect("a date");
        let newest = ours.entries.iter().filter(|e| e.published.is_some_and(|at| at >= oldest));
        let newest: BTreeSet<&str> = newest.map(|entry| entry.id.as_str()).collect();
        assert_eq!(newest, met, "{archive}");
    }
}

#[test]
fn collections_tell_as_much_as_what_is_embedded() {
    for archive in [
        "category:boats-gear",
        "category:Rope, Sail & Twine",
        "category:102",
        "tag:rd",
        "author:zoe",
        "author:2",
    ] {
        let (embedded, _) = converted(&["terms/embed.json"], Format::Rss, archive);
        let (found, report) = joined(&COLLECTIONS, &["terms/view.json"], Format::Rss, archive);
        assert_eq!(ids(&found), ids(&embedded), "{archive}");
        assert_eq!((found.title, found.feed_url), (embedded.title, embedded.feed_url), "{archive}");
        let codes: Vec<&str> = report.notes().map(|note| note.kind().code()).collect();
        assert!(!codes.contains(&"archive-title-guessed"), "{archive}: {codes:?}");
    }
}

#[test]
fn a_category_without_posts_is_known_from_collections() {
    let (feed, report) = joined(&COLLECTIONS, &["lists/none.json"], Format::Atom, "category:101");
    let (_, theirs) = wordpress("feeds/category.atom.xml");
    assert_eq!((feed.title, feed.feed_url), (theirs.title, theirs.feed_url));
    assert_eq!(report.notes().count(), 0);
}

#[test]
fn the_newest_entries_are_not_none() {
    for (archive, least) in [("category:boats-gear", 2), ("author:zoe", 1), ("search:fog", 1)] {
        let (ours, _) = converted(&POSTS, Format::Rss, archive);
        assert!(ours.entries.len() > least, "{archive}: {}", ours.entries.len());
    }
}

/// A query that is no path, as the form of a theme sends it, names another page than WordPress's own link.
#[test]
fn a_search_has_the_title_of_its_words() {
    let (_, theirs) = wordpress("feeds/search-query.atom.xml");
    let (ours, _) = converted(&POSTS, Format::Atom, r#"search:fog & "x""#);
    assert_eq!(ours.title, theirs.title);
    let address = "https://harbour.example/search/fog+%26+%22x%22/feed/atom/";
    assert_eq!(ours.feed_url.as_deref(), Some(address));
}

#[test]
fn a_post_type_has_a_feed() {
    for (name, archive) in [("recipes", "type:lab_recipe"), ("signals", "type:lab_signal")] {
        let (_, theirs) = wordpress(&format!("types/{name}.rss2.xml"));
        let document = format!("types/{name}.json");
        let documents = [&document, "types/pages.json", "lists/page1-embed.json"];
        let (ours, report) = converted(&documents, Format::Rss, archive);
        assert_eq!(ids(&ours), ids(&theirs));
        assert_eq!(ours.title, theirs.title);
        assert_eq!(ours.feed_url, theirs.feed_url);
        let codes: Vec<&str> = report.notes().map(|note| note.kind().code()).collect();
        assert!(codes.contains(&"archive-title-guessed"), "{codes:?}");
    }
}

/// With context=edit what is stored is searched, as WordPress does, and not what is shown.
#[test]
fn a_search_sees_what_is_stored() {
    let found = |document: &str, archive: &str| {
        let (feed, _) = converted(&[document], Format::Rss, archive);
        feed.entries.len()
    };
    assert_eq!(found("excerpts/embed.json", "search:lab_box"), 1);
    assert!(found("excerpts/edit.json", "search:lab_box") > 1);
    assert_eq!(found("blocks/embed.json", "search:wp:paragraph"), 0);
    assert!(found("blocks/edit.json", "search:wp:paragraph") > 5);
}
