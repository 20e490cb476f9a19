//! Feeds made by hand.

use chrono::{DateTime, Utc};
use wp2feed::model::*;

/// Texts that have broken feeds.
pub(crate) const HOSTILE: [&str; 14] = [
    "5 < 6 && 7 > 3",
    "Fish & Chips & &amp; &amp;amp;",
    "a ]]> b ]]]]>> c",
    "<![CDATA[ x ]]>",
    "one\r\ntwo\rthree\nfour",
    "tab\tquote\"apostrophe'",
    "a\0b\u{1}c\u{B}d\u{C}e\u{1F}f\u{7F}g",
    "a\u{FFFE}b\u{FFFF}c\u{FFFD}d，",
    "\u{1F600} 👩‍👩‍👧 \u{10FFFF}",
    "\u{2028}\u{2029}x\u{85}\u{FEFF}x",
    "  blanks around \n",
    "\u{1}",
    " ",
    "",
];

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn at(date: &str) -> Option<DateTime<Utc>> {
    Some(date.parse().expect("a date"))
}

/// A feed with one entry that has an id alone.
pub(crate) fn bare() -> Feed {
    let entry = Entry { id: "https://e.org/?p=1".to_owned(), ..Entry::default() };
    Feed { title: "Bare".to_owned(), entries: vec![entry], ..Feed::default() }
}

/// A feed with one text wherever a text can be.
pub(crate) fn hostile(hostile: &str) -> Feed {
    let people = || vec![Person { name: hostile.to_owned(), ..Person::default() }];
    let terms = || vec![Category { term: hostile.to_owned(), ..Category::default() }];
    let mut extension = Extension::new("x", "urn:x", "e", hostile);
    extension.attributes = vec![("a".to_owned(), hostile.to_owned())];
    extension.children = vec![Extension::new("x", "urn:x", "inner", hostile)];
    // The words of a summary are compared as plain text, so a `<` must begin a tag there.
    let summary = hostile.replace("< ", "&lt; ").replace("<![CDATA[", "");
    let entry = Entry {
        id: hostile.to_owned(),
        title: text(hostile),
        summary: Some(summary),
        content: text(hostile),
        text: text(hostile),
        authors: people(),
        categories: terms(),
        image: Some(Image {
            full: Rendition {
                url: "https://e.org/a.jpg?a=1&b=2".to_owned(),
                ..Rendition::default()
            },
            thumbnail: None,
            alt: text(hostile),
        }),
        extensions: vec![extension.clone()],
        ..Entry::default()
    };
    Feed {
        id: text("urn:feed"),
        title: hostile.to_owned(),
        subtitle: text(hostile),
        authors: people(),
        categories: terms(),
        rights: text(hostile),
        generator: text(hostile),
        entries: vec![entry, Entry::default()],
        extensions: vec![extension],
        ..Feed::default()
    }
}

/// A feed with a picture beside a file, with or without a thumbnail.
pub(crate) fn illustrated(media_type: Option<&str>, small: bool) -> Feed {
    let mut feed = bare();
    let url = "https://e.org/file".to_owned();
    let media_type = media_type.map(str::to_owned);
    feed.entries[0].enclosures = vec![
        Enclosure { url: "https://e.org/other".to_owned(), ..Enclosure::default() },
        Enclosure { url, media_type, duration: Some(90), ..Enclosure::default() },
    ];
    feed.entries[0].image = Some(Image {
        full: rendition("https://e.org/full.jpg", Some(12345)),
        thumbnail: small.then(|| rendition("https://e.org/small.jpg", None)),
        alt: text("A stone quay & two \"boats\""),
    });
    feed
}

/// A feed with an episode that has a cover of its own, beside the entry's picture or without one.
pub(crate) fn episode(picture: bool, small: bool) -> Feed {
    let mut feed = illustrated(Some("audio/mpeg"), small);
    let entry = &mut feed.entries[0];
    entry.image = entry.image.take().filter(|_| picture);
    let itunes = |name, value| {
        Extension::new("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd", name, value)
    };
    let mut cover = itunes("image", "");
    cover.attributes.push(("href".to_owned(), "https://e.org/cover.jpg?a=1&b=2".to_owned()));
    let told = [("title", "Fog & 5 < 6"), ("season", "2"), ("episode", "7"), ("explicit", "false")];
    entry.extensions = told.map(|(name, value)| itunes(name, value)).to_vec();
    entry.extensions.push(cover);
    feed
}

fn rendition(url: &str, length: Option<u64>) -> Rendition {
    let (width, height) = (Some(640), Some(480));
    Rendition { url: url.to_owned(), media_type: text("image/jpeg"), width, height, length }
}

/// A feed in which every field is set.
pub(crate) fn full() -> Feed {
    Feed {
        id: text("https://e.org/feed/atom/"),
        title: "Harbour & Tide".to_owned(),
        subtitle: text("Notes <from the quay>"),
        home_page_url: text("https://e.org"),
        feed_url: text("https://e.org/feed/?a=1&b=2"),
        alternates: vec![
            Link {
                url: "https://e.org/other.xml".to_owned(),
                media_type: "application/x".to_owned(),
            },
            Link {
                url: "https://e.org/feed.json".to_owned(),
                media_type: "application/feed+json".to_owned(),
            },
        ],
        language: text("en-US"),
        authors: vec![ada(), Person::named("Zoë Ångström & Søn")],
        categories: vec![Category {
            term: "Boats & Gear".to_owned(),
            scheme: text("https://e.org/"),
            key: text("b-g"),
            domain: text("Top/Boats & Gear"),
        }],
        rights: text("© 2024 Ada"),
        icon: text("https://e.org/icon.png"),
        generator: text("wp2feed"),
        updated: at("2024-07-02T10:00:00Z"),
        hubs: vec!["https://hub.example/".to_owned(), "https://hub.example/2".to_owned()],
        entries: vec![full_entry(), Entry { id: "urn:2".to_owned(), ..full_entry() }],
        extensions: [
            ("atom", "http://www.w3.org/2005/Atom", "logo", "https://e.org/logo.png"),
            ("json", "https://www.jsonfeed.org/version/1.1/", "user_comment", "\"a & b\""),
            ("podcast", "https://podcastindex.org/namespace/1.0", "medium", "blog"),
            ("rss", "https://www.rssboard.org/rss-specification", "ttl", "60"),
        ]
        .map(|(prefix, uri, name, value)| Extension::new(prefix, uri, name, value))
        .to_vec(),
    }
}

fn ada() -> Person {
    Person {
        name: "Ada Lovelace".to_owned(),
        url: text("https://ada.example/?from=harbour&lang=sv"),
        avatar: text("https://ada.example/a.png"),
        email: text("ada@example.org"),
    }
}

fn full_entry() -> Entry {
    let mut person =
        Extension::new("podcast", "https://podcastindex.org/namespace/1.0", "person", "Ada");
    person.attributes = vec![
        ("role".to_owned(), "host".to_owned()),
        ("href".to_owned(), "https://e.org/?a&b".to_owned()),
    ];
    Entry {
        id: "https://e.org/?p=1&x=2".to_owned(),
        url: text("https://e.org/2024/07/a-%e6%b8%af/?a=1&b=2"),
        title: text("5 < 6 && R&D"),
        summary: text("<b>Short</b> &amp; sweet"),
        content: text("<p>Long &amp; <a href=\"?a=1&amp;b=2\">bitter</a> ]]> end</p>"),
        text: text("Long & bitter ]]> end"),
        published: at("2024-07-01T09:05:03Z"),
        updated: at("2024-07-02T10:00:00Z"),
        authors: vec![ada(), Person::named("Zoë")],
        categories: vec![
            Category {
                term: "Boats & Gear".to_owned(),
                scheme: text("https://e.org/"),
                key: text("boats-gear"),
                domain: text("https://e.org/?a=1&b=2"),
            },
            Category { term: "tag".to_owned(), ..Category::default() },
        ],
        enclosures: vec![
            Enclosure {
                url: "https://e.org/a.pdf".to_owned(),
                media_type: text("application/pdf"),
                length: Some(9),
                title: text("The \"tides\" & more"),
                ..Enclosure::default()
            },
            Enclosure {
                url: "https://e.org/a.mp3?x&y".to_owned(),
                media_type: text("audio/mpeg"),
                length: Some(12_345_678),
                duration: Some(754),
                title: None,
            },
        ],
        image: Some(Image {
            full: rendition("https://e.org/full.jpg?a=1&b=2", Some(1)),
            thumbnail: Some(rendition("https://e.org/small.jpg", None)),
            alt: text("A \"quay\""),
        }),
        comments: Some(Comments {
            url: "https://e.org/a/#comments".to_owned(),
            rss_url: text("https://e.org/a/feed/"),
            atom_url: text("https://e.org/a/feed/atom/"),
            count: Some(3),
        }),
        in_reply_to: Some(InReplyTo {
            id: "https://e.org/?p=1".to_owned(),
            url: text("https://e.org/b/"),
        }),
        language: text("sv"),
        extensions: vec![
            person,
            Extension::new("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd", "season", "3"),
        ],
    }
}

/// A feed that is a podcast, with all that its channel may say of it.
pub(crate) fn podcast() -> Feed {
    let named = |name: &str, value: &str| {
        Extension::new("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd", name, value)
    };
    let with = |name: &str, attribute: &str, value: &str| Extension {
        attributes: vec![(attribute.to_owned(), value.to_owned())],
        ..named(name, "")
    };
    let within = |outer: Extension, children: &[Extension]| Extension {
        children: children.to_vec(),
        ..outer
    };
    let documentary = with("category", "text", "Documentary");
    let texts = [
        ("author", "Ada & Zoë"),
        ("block", "Yes"),
        ("complete", "Yes"),
        ("explicit", "false"),
        ("new-feed-url", "https://e.org/feed/?a=1&b=2"),
        ("title", "Harbour & Tide"),
        ("type", "serial"),
    ];
    let mut extensions: Vec<_> = texts.iter().map(|(name, value)| named(name, value)).collect();
    extensions.extend([
        with("image", "href", "https://e.org/cover.jpg?a=1&b=2"),
        within(with("category", "text", "Society & Culture"), &[documentary]),
        with("category", "text", "Technology"),
        within(named("owner", ""), &[named("email", "ada@e.org"), named("name", "Ada <3 \"R&D\"")]),
    ]);
    Feed { extensions, ..bare() }
}
