//! Feeds that are made together are those that are made alone, of documents that are read once.

use chrono::{TimeZone, Utc};
use percent_encoding::percent_decode_str;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;
use wp2feed::{
    Archive, ArchiveKind, Batch, Collection, ContentMode, Converted, Converter, ErrorKind, FeedUrl,
    Filter, Format, Html, Options, Order, Podcast, Site,
};

/// The recordings that embed names.
const EMBEDDED: [&str; 10] = [
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

/// Recordings that have numbers in the place of names, some with slugs in classes.
const BARE: [&str; 6] = [
    "lists/page1.json",
    "lists/page2.json",
    "terms/view.json",
    "media/view.json",
    "types/pages.json",
    "single/1136-private-edit.json",
];

/// The collections in which what posts name by number is found.
const COLLECTIONS: [(Collection, &str); 5] = [
    (Collection::Terms, "site/categories.json"),
    (Collection::Terms, "site/tags.json"),
    (Collection::Users, "site/users.json"),
    (Collection::Media, "site/media.json"),
    (Collection::Comments, "site/comments.json"),
];

/// The bytes of a recording, as `blocks/embed.json`.
fn recording(path: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded");
    fs::read(folder.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn known() -> Options {
    let site = Site::from_json(&recording("site/index.json")).expect("the site's index");
    Options { site: Site { language: some("en-US"), ..site }, ..Options::default() }
}

/// Options that differ in all ways in which feeds of one site may.
fn choices() -> Vec<Options> {
    let filter = Filter { categories: vec!["boats-gear".to_owned()], ..Filter::default() };
    let since = Utc.with_ymd_and_hms(2023, 8, 1, 0, 0, 0).single();
    let feed_of = |archive: &str| archive.parse().ok();
    let map = || vec!["summary=slug".parse().expect("a path")];
    let elsewhere = Site { home: Some("https://other.example".to_owned()), ..known().site };
    vec![
        known(),
        Options::default(),
        Options { limit: Some(3), order: Order::Modified, pretty: true, ..known() },
        Options { content: ContentMode::Summary, html: Html::CLEAN, filter, ..known() },
        Options { filter: Filter { since, ..Filter::default() }, html: Html::RAW, ..known() },
        Options { feed_of: feed_of("category:boats-gear"), title: some("Boats"), ..known() },
        Options { feed_of: feed_of("search:fog"), include_protected: true, ..known() },
        Options { feed_of: feed_of("date:2023-07"), content_text: true, ..known() },
        Options { max_bytes: Some(20_000), fields: map(), ..known() },
        Options { feed_url: Some(FeedUrl::Base("https://e.org/f/".to_owned())), ..known() },
        Options { site: elsewhere, podcast: Some(Podcast::default()), ..Options::default() },
    ]
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// What is read: collections, then documents.
#[derive(Clone, Copy)]
struct Input<'a> {
    collections: &'a [(Collection, &'a str)],
    documents: &'a [&'a str],
}

impl Input<'_> {
    fn alone(&self, formats: &[Format], options: Options) -> Converted {
        let mut converter = Converter::new(formats, options);
        for (kind, name) in self.collections {
            converter.read_collection(*kind, Some(name), &recording(name)[..]).expect(name);
        }
        for name in self.documents {
            converter.read(Some(name), &recording(name)[..]).expect(name);
        }
        converter.finish().expect("a feed")
    }

    fn into(self, batch: &mut Batch) {
        for (kind, name) in self.collections {
            batch.read_collection(*kind, Some(name), &recording(name)[..]).expect(name);
        }
        for name in self.documents {
            batch.read(Some(name), &recording(name)[..]).expect(name);
        }
    }
}

/// The feeds of all formats.
fn bytes(mut feed: Converted) -> Vec<String> {
    let write = |format: Format| {
        let mut bytes = Vec::new();
        feed.write(format, &mut bytes).expect("memory takes everything");
        String::from_utf8(bytes).expect("UTF-8")
    };
    Format::ALL.into_iter().map(write).collect()
}

#[test]
fn each_feed_is_the_one_that_a_converter_makes() {
    for collections in [&[][..], &COLLECTIONS] {
        let documents = [&EMBEDDED[..], &BARE].concat();
        let input = Input { collections, documents: &documents };
        let mut batch = Batch::new();
        for (place, options) in choices().into_iter().enumerate() {
            assert_eq!(batch.add(&Format::ALL, options), place);
        }
        input.into(&mut batch);
        let batched = batch.finish();
        assert_eq!(batched.feeds.len(), choices().len());
        let mut written = 0;
        for (made, options) in batched.feeds.into_iter().zip(choices()) {
            let (made, alone) = (made.feed.expect("a feed"), input.alone(&Format::ALL, options));
            let report = |feed: &Converted| format!("{:#?}", feed.report());
            assert_eq!(report(&made), report(&alone));
            written += made.report().written();
            assert_eq!(bytes(made), bytes(alone));
        }
        assert_eq!(batched.report.written(), written);
        assert!(batched.report.notes().any(|note| note.kind().code() == "protected"));
    }
}

/// A slug as people read it.
fn decoded(slug: &str) -> String {
    percent_decode_str(slug).decode_utf8().expect("UTF-8").into_owned()
}

/// The feeds of archives, by the names of their slugs.
fn made(kind: ArchiveKind, input: Input<'_>, options: &Options) -> BTreeMap<String, Converted> {
    let mut batch = Batch::new();
    let addition = batch.add_each(kind, &Format::ALL, options.clone());
    input.into(&mut batch);
    let feeds = batch.finish().feeds.into_iter().map(|made| {
        assert_eq!(made.addition, addition);
        (made.slug.expect("a slug"), made.feed.expect("a feed"))
    });
    feeds.collect()
}

/// All slugs of a collection, in order.
fn listed(collection: &str) -> Vec<String> {
    let terms: serde_json::Value = serde_json::from_slice(&recording(collection)).expect("JSON");
    let terms = terms.as_array().expect("a list").iter();
    let mut slugs: Vec<_> = terms.map(|term| term["slug"].as_str().expect("a slug")).collect();
    slugs.sort_unstable();
    slugs.into_iter().map(str::to_owned).collect()
}

/// Holds the feeds of archives to those that a converter makes of each slug of a collection.
fn hold(kind: ArchiveKind, collection: &str, input: Input<'_>, options: &Options) {
    let mut made = made(kind, input, options);
    let count = made.len();
    assert!(count > 1, "{kind:?}");
    for slug in listed(collection) {
        let feed_of = Some(kind.archive(&slug));
        let alone = input.alone(&Format::ALL, Options { feed_of, ..options.clone() });
        let Some(feed) = made.remove(&decoded(&slug)) else {
            assert_eq!(alone.report().written(), 0, "{slug}");
            continue;
        };
        let counts = |feed: &Converted| (feed.report().read(), feed.report().written());
        assert_eq!(counts(&feed), counts(&alone), "{slug}");
        assert_eq!(bytes(feed), bytes(alone), "{slug}");
    }
    assert_eq!(made.into_keys().collect::<Vec<_>>(), [""; 0]);
}

const EMBEDDING: Input<'_> = Input { collections: &[], documents: &EMBEDDED };
const JOINED: Input<'_> = Input { collections: &COLLECTIONS, documents: &BARE };

#[test]
fn each_category_that_has_posts_has_its_feed() {
    let limited = Options { limit: Some(2), html: Html::CLEAN, ..known() };
    for (input, options) in
        [(EMBEDDING, Options::default()), (EMBEDDING, limited), (JOINED, known())]
    {
        hold(ArchiveKind::Category, "site/categories.json", input, &options);
    }
}

#[test]
fn each_tag_that_has_posts_has_its_feed() {
    hold(ArchiveKind::Tag, "site/tags.json", EMBEDDING, &known());
}

#[test]
fn each_author_who_has_posts_has_a_feed() {
    for input in [EMBEDDING, JOINED] {
        hold(ArchiveKind::Author, "site/users.json", input, &known());
    }
}

#[test]
fn what_is_known_by_number_alone_is_told() {
    let input = Input { collections: &[], documents: &["lists/page1.json"] };
    let mut batch = Batch::new();
    batch.add_each(ArchiveKind::Author, &Format::ALL, known());
    input.into(&mut batch);
    let batched = batch.finish();
    assert!(batched.feeds.is_empty());
    let note = batched.report.notes().find(|note| note.kind().code() == "no-slug");
    assert!(note.is_some_and(|note| note.count() == batched.report.read() as u64));
    assert_eq!(batched.report.read(), 10);
}

#[test]
fn addresses_have_the_slug_of_the_archive() {
    let each = ["https://e.org/tag/{slug}/feed.xml", "https://e.org/tag/{slug}/feed.json"];
    let feed_url = Some(FeedUrl::Each(each.map(some).to_vec()));
    let mut batch = Batch::new();
    let formats = [Format::Rss, Format::JsonFeed];
    batch.add_each(ArchiveKind::Tag, &formats, Options { feed_url, ..known() });
    Input { collections: &[], documents: &EMBEDDED }.into(&mut batch);
    let feeds = batch.finish().feeds;
    let made = feeds.into_iter().find(|made| made.slug.as_deref() == Some("写真"));
    let (mut feed, mut rss) = (made.expect("a tag").feed.expect("a feed"), Vec::new());
    feed.write(Format::Rss, &mut rss).expect("memory takes everything");
    let rss = String::from_utf8(rss).expect("UTF-8");
    for (address, rel) in [("feed.xml", "self"), ("feed.json", "alternate")] {
        let link = format!("https://e.org/tag/%E5%86%99%E7%9C%9F/{address}\" rel=\"{rel}\"");
        assert!(rss.contains(&link), "{link}");
    }
}

#[test]
fn a_private_post_makes_no_feed_and_is_told() {
    let input = Input { collections: &[], documents: &["single/1136-private-edit.json"] };
    let mut batch = Batch::new();
    batch.add_each(ArchiveKind::Category, &Format::ALL, known());
    input.into(&mut batch);
    let batched = batch.finish();
    assert!(batched.feeds.is_empty());
    assert!(batched.report.notes().any(|note| note.kind().code() == "unpublished"));
}

#[test]
fn feeds_of_comments_are_made_together() {
    let input = Input {
        collections: &[(Collection::Posts, "comments/view.json")],
        documents: &["site/comments.json"],
    };
    let choices = || {
        let of = |archive| Options { feed_of: Some(archive), ..known() };
        [known(), of(Archive::Comments), of(Archive::CommentsOn(1191))]
    };
    let mut batch = Batch::new();
    for options in choices() {
        batch.add(&Format::ALL, options);
    }
    input.into(&mut batch);
    for (made, options) in batch.finish().feeds.into_iter().zip(choices()) {
        let (made, alone) = (made.feed.expect("a feed"), input.alone(&Format::ALL, options));
        assert!(made.report().written() > 0);
        assert_eq!(format!("{:#?}", made.report()), format!("{:#?}", alone.report()));
        assert_eq!(bytes(made), bytes(alone));
    }
}

#[test]
fn posts_and_comments_are_not_mixed() {
    let comments = Options { feed_of: Some(Archive::Comments), ..known() };
    for document in ["site/comments.json", "lists/page1.json"] {
        let mut batch = Batch::new();
        batch.add(&[Format::Rss], comments.clone());
        batch.add_each(ArchiveKind::Tag, &[Format::Rss], known());
        let refused = batch.read(None, &recording(document)[..]).expect_err("a mixture");
        assert_eq!(refused.kind(), ErrorKind::NotPosts, "{document}");
    }
}

/// A post whose text is too long to wait in memory with others of its kind.
fn long(id: u32) -> String {
    let text = format!("{id} ").repeat(40_000);
    let date = format!("2024-01-{:02}T08:00:00", id % 28 + 1);
    let term = format!(r#"{{"id":{0},"name":"T{0}","slug":"t{0}","taxonomy":"post_tag"}}"#, id % 3);
    format!(
        r#"{{"id":{id},"date_gmt":"{date}","guid":{{"rendered":"https://e.org/?p={id}"}},
        "link":"https://e.org/{id}/","title":{{"rendered":"{id}"}},"content":{{"rendered":"{text}"}},
        "tags":[{0}],"_embedded":{{"wp:term":[[{term}]]}}}}"#,
        id % 3
    )
}

#[test]
fn what_is_too_much_for_memory_comes_back_as_it_was() {
    let posts = (1..40).map(long).collect::<Vec<_>>().join("\n");
    let reversed = Options { order: Order::Input, max_bytes: Some(900_000), ..Options::default() };
    let mut batch = Batch::new();
    batch.add(&Format::ALL, Options::default());
    batch.add(&Format::ALL, reversed.clone());
    batch.add_each(ArchiveKind::Tag, &Format::ALL, Options::default());
    // One pass: a reader gives its bytes once.
    batch.read(None, posts.as_bytes().chain(&b"\n"[..])).expect("posts");
    let of = |slug: &str| Some(ArchiveKind::Tag.archive(slug));
    let tags = ["t0", "t1", "t2"].map(|slug| Options { feed_of: of(slug), ..Options::default() });
    let feeds = batch.finish().feeds;
    let slugs: Vec<_> = feeds.iter().map(|made| made.slug.as_deref()).collect();
    assert_eq!(slugs, [None, None, Some("t0"), Some("t1"), Some("t2")]);
    let expected = [Options::default(), reversed].into_iter().chain(tags);
    for (made, options) in feeds.into_iter().zip(expected) {
        let mut converter = Converter::new(&Format::ALL, options);
        converter.read(None, posts.as_bytes()).expect("posts");
        let alone = converter.finish().expect("a feed");
        assert!(bytes(made.feed.expect("a feed")) == bytes(alone), "{:?}", made.slug);
    }
}
