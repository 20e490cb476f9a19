//! What is written, read by a reader that somebody else wrote, gives the feed reduced to what the
//! format carries.
//!
//! [`carries`] names each loss; [`feeds`] makes feeds by hand, [`random`] by chance.

mod carries;
mod feeds;
mod foreign;
mod random;
mod required;

use feed_rs::parser;
use proptest::prelude::*;
use wp2feed::Format;
use wp2feed::model::{Extension, Feed};

/// Holds every promise about one feed in every format.
fn hold(feed: &Feed) {
    for format in Format::ALL {
        let compact = format.write(feed, false);
        let pretty = format.write(feed, true);
        assert_eq!(compact, format.write(feed, false), "{format:?} twice");
        required::check(format, &compact);
        required::check(format, &pretty);
        let read = format.read(&compact).expect("a feed");
        assert_eq!(read, format.read(&pretty).expect("a feed"), "{format:?} indented");
        assert_eq!(read, carries::reduced(format, feed, &read), "{format:?}");
    }
}

#[test]
fn a_feed_with_everything() {
    hold(&feeds::full());
}

#[test]
fn a_feed_with_nothing() {
    hold(&Feed::default());
    hold(&feeds::bare());
}

#[test]
fn a_podcast() {
    hold(&feeds::podcast());
}

#[test]
fn hostile_characters() {
    feeds::HOSTILE.iter().for_each(|text| hold(&feeds::hostile(text)));
}

/// The crates that read feeds pass carriage returns through; a parser that keeps to the rules reads
/// them as line feeds where they are not escaped.
#[test]
fn a_strict_parser_sees_the_same_characters() {
    for text in feeds::HOSTILE {
        let feed = feeds::hostile(text);
        let carried: String = text.chars().filter(|c| !carries::is_forbidden(*c)).collect();
        let carried = Some(carried).filter(|text| !text.trim().is_empty());
        for (format, names) in
            [(Format::Rss, ["encoded", "creator"]), (Format::Atom, ["content", "name"])]
        {
            let written = written(format, &feed);
            let document = roxmltree::Document::parse(&written).unwrap();
            let items =
                document.descendants().filter(|n| matches!(n.tag_name().name(), "item" | "entry"));
            let item = items.into_iter().next().expect("an item");
            let of = |name| item.descendants().find(|n| n.tag_name().name() == name);
            let texts = names.map(|name| of(name).and_then(|n| n.text()).map(str::to_owned));
            assert_eq!(texts, [carried.clone(), carried.clone()], "{format:?}");
            let attribute = of("e").expect("the extension").attribute("a").map(str::to_owned);
            assert_eq!(attribute.filter(|text| !text.trim().is_empty()), carried, "{format:?}");
        }
    }
}

#[test]
fn a_picture_beside_each_kind_of_file() {
    for media_type in [Some("audio/mpeg"), Some("video/mp4"), Some("application/pdf"), None] {
        hold(&feeds::illustrated(media_type, false));
        hold(&feeds::illustrated(media_type, true));
    }
}

#[test]
fn an_episode_has_one_cover() {
    for (picture, small) in [(true, true), (true, false), (false, false)] {
        let feed = feeds::episode(picture, small);
        hold(&feed);
        assert_eq!(written(Format::Rss, &feed).matches("<itunes:image").count(), 1);
    }
}

#[test]
fn a_picture_is_an_enclosure_only_in_rss_and_only_if_all_is_known() {
    let mut feed = feeds::illustrated(None, true);
    feed.entries[0].enclosures.clear();
    let known = "<enclosure url=\"https://e.org/full.jpg\" length=\"12345\" type=\"image/jpeg\"/>";
    assert!(written(Format::Rss, &feed).contains(known));
    assert!(!written(Format::Atom, &feed).contains("enclosure"));
    feed.entries[0].image.as_mut().unwrap().full.length = None;
    assert!(!written(Format::Rss, &feed).contains("<enclosure"));
}

#[test]
fn a_prefix_that_stands_for_two_namespaces_is_replaced() {
    let mut feed = feeds::bare();
    feed.entries[0].extensions = vec![
        Extension::new("x", "urn:one", "a", "1"),
        Extension::new("x", "urn:two", "a", "2"),
        Extension::new("media", "urn:three", "a", "3"),
    ];
    feed.extensions = vec![Extension::new("x", "urn:four?a=1&b=\"", "a", "4")];
    for format in [Format::Rss, Format::Atom] {
        let read = format.read(&format.write(&feed, false)).unwrap();
        let all = read.entries[0].extensions.iter().chain(&read.extensions);
        let mut named: Vec<_> = all.map(|e| (e.namespace.as_str(), e.value.as_str())).collect();
        named.sort_unstable();
        let expected =
            [("urn:four?a=1&b=\"", "4"), ("urn:one", "1"), ("urn:three", "3"), ("urn:two", "2")];
        assert_eq!(named, expected, "{format:?}");
        required::check(format, &format.write(&feed, true));
    }
}

#[test]
fn what_xml_can_not_name_is_left_out() {
    let mut feed = feeds::bare();
    let mut named = Extension::new("x", "urn:x", "good", "1");
    for name in ["1a", "a b", "xmlns", "b:c", "", "href", "href", "xml:lang"] {
        named.attributes.push((name.to_owned(), "v".to_owned()));
    }
    feed.entries[0].extensions = vec![
        named,
        Extension::new("x", "urn:x", "not a name", "2"),
        Extension::new("x", "urn:x", "a:b", "2"),
        Extension::new("not a prefix", "urn:y", "a", "2"),
        Extension::new("y", "", "a", "2"),
        Extension {
            children: vec![
                Extension::new("x", "urn:x", "a b", "2"),
                Extension::new("z", "urn:z?a&b", "inner", "3"),
            ],
            ..Extension::new("x", "urn:x", "outer", "")
        },
    ];
    for format in [Format::Rss, Format::Atom] {
        let text = written(format, &feed);
        required::check(format, text.as_bytes());
        assert!(text.contains("<x:good href=\"v\" xml:lang=\"v\">1</x:good>"), "{text}");
        assert!(text.contains("<x:outer>\n<z:inner>3</z:inner>\n</x:outer>"), "{text}");
        assert!(text.contains(" xmlns:z=\"urn:z?a&#x26;b\""), "{text}");
        assert!(!text.contains(">2<"), "{text}");
    }
}

#[test]
fn an_indented_feed_is_the_same_but_for_white_space_between_elements() {
    let feed = feeds::full();
    for format in [Format::Rss, Format::Atom] {
        let (compact, pretty) = (format.write(&feed, false), format.write(&feed, true));
        let pretty = String::from_utf8(pretty).unwrap();
        assert!(pretty.contains("\n    <id>") || pretty.contains("\n      <guid "), "{pretty}");
        let lines: Vec<_> = pretty.lines().map(|line| line.trim_start_matches(' ')).collect();
        assert_eq!(lines.join("\n") + "\n", String::from_utf8(compact).unwrap());
    }
}

#[test]
fn an_untitled_entry_has_a_title_in_atom_alone() {
    let mut feed = feeds::bare();
    feed.entries[0].content = Some("<p>Gone <b>fishing</b></p>".to_owned());
    let title =
        |format: Format| format.read(&format.write(&feed, false)).unwrap().entries[0].title.clone();
    assert_eq!(title(Format::Atom).as_deref(), Some("Gone fishing"));
    assert_eq!(title(Format::Rss), None);
    assert_eq!(title(Format::JsonFeed), None);
}

/// A lenient reader of a third hand sees the same, so far as it keeps it.
#[test]
fn feed_rs_sees_the_same() {
    let feed = feeds::full();
    for format in Format::ALL {
        let read = parser::parse(&format.write(&feed, false)[..]).unwrap();
        assert_eq!(read.entries.len(), feed.entries.len());
        for (read, entry) in read.entries.iter().zip(&feed.entries) {
            assert_eq!(read.id, entry.id);
            assert_eq!(read.title.as_ref().map(|t| &t.content), entry.title.as_ref(), "{format:?}");
            assert_eq!(read.published, entry.published, "{format:?}");
            let names: Vec<_> = read.authors.iter().map(|author| &author.name).collect();
            assert_eq!(
                names,
                entry.authors.iter().map(|a| &a.name).collect::<Vec<_>>(),
                "{format:?}"
            );
            // Of RSS it takes the date of publication for that of the change.
            let updated = if format == Format::Rss { entry.published } else { entry.updated };
            assert_eq!(read.updated, updated, "{format:?}");
        }
    }
}

#[test]
fn what_is_no_feed_is_refused() {
    let inputs =
        ["", "{}", "[]", "<html><body>", "<rss version='2.0'>", "{\"version\":\"1\"}", "\0"];
    for (format, input) in Format::ALL.iter().flat_map(|f| inputs.map(|i| (f, i))) {
        let error = format.read(input.as_bytes()).expect_err(input);
        assert_eq!(error.kind(), wp2feed::ErrorKind::NotFeed, "{format:?} {input}");
        assert!(error.message().starts_with("expected"), "{error}");
    }
}

fn written(format: Format, feed: &Feed) -> String {
    String::from_utf8(format.write(feed, false)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_feed(feed in random::feed()) {
        hold(&feed);
    }
}
