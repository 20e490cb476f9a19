//! What formats have of their own: each thing in a feed that somebody else wrote is read, told when it
//! changes, and written again.

use crate::{compared, names};
use wp2feed::Format;

/// A feed in which every marked word, as `%ttl%`, belongs to the field behind the colon, if not to that of
/// its name.
const RSS: &str = r#"<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
    xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
    xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>Harbour</title><link>https://harbour.example</link><description>Salt</description>
<managingEditor>%rss:managingEditor%@harbour.example (Ada)</managingEditor>
<webMaster>%rss:webMaster%@harbour.example</webMaster>
<pubDate>Mon, 01 Jul 2024 09:05:%rss:pubDate=03% +0000</pubDate>
<category domain="%feed.categories%">Boats</category>
<docs>https://harbour.example/%rss:docs%</docs>
<cloud domain="%rss:cloud%" port="80" path="/RPC2" registerProcedure="notify" protocol="xml-rpc"/>
<ttl>%rss:ttl=60%</ttl>
<rating>%rss:rating%</rating>
<image><url>https://harbour.example/icon.png</url><title>Harbour</title><link>https://harbour.example</link>
    <width>%rss:image=88%</width></image>
<textInput><title>Search</title><description>All</description><name>%rss:textInput%</name>
    <link>https://harbour.example/search</link></textInput>
<skipHours><hour>%rss:skipHours=3%</hour><hour>4</hour></skipHours>
<skipDays><day>%rss:skipDays%</day></skipDays>
<sy:updatePeriod>%sy:updatePeriod%</sy:updatePeriod>
<sy:updateBase>%sy:updateBase%</sy:updateBase>
<dc:publisher>%dc:publisher%</dc:publisher>
<atom:link rel="next" href="https://harbour.example/feed/?%atom:link%"/>
<itunes:title>%itunes:title%</itunes:title>
<item><title>Quay</title><link>https://harbour.example/quay/</link><guid>https://harbour.example/quay/</guid>
<author>%rss:author%@harbour.example (Ada)</author>
<category domain="%entry.categories%">Boats</category>
<source url="https://other.example/%rss:source%">Other</source>
<enclosure url="https://harbour.example/%entry.enclosures%.mp3" length="3" type="audio/mpeg"/>
<dc:subject>%dc:subject%</dc:subject>
<media:content url="https://harbour.example/%media:content%.mp4" medium="video"/>
<atom:contributor><atom:name>%atom:contributor%</atom:name></atom:contributor>
</item>
</channel></rss>"#;

const ATOM: &str = r#"<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Harbour</title><id>urn:x</id><updated>2024-07-01T09:05:03Z</updated>
<author><name>Ada</name><email>%feed.authors%@harbour.example</email></author>
<contributor><name>Bo</name><uri>https://harbour.example/%atom:contributor%</uri></contributor>
<category term="%feed.categories%" label="Boats"/>
<generator uri="https://harbour.example/%atom:generator%" version="1">Hand</generator>
<logo>https://harbour.example/%atom:logo%.png</logo>
<link rel="next" href="https://harbour.example/?%atom:link%"/>
<entry xml:lang="%entry.language=sv%">
<title>Quay</title><id>urn:y</id><updated>2024-07-01T09:05:03Z</updated>
<link href="https://harbour.example/quay/"/>
<link rel="enclosure" href="https://harbour.example/a.pdf" title="%entry.enclosures%"/>
<link rel="related" href="https://harbour.example/r/" title="%atom:link%"/>
<category term="%entry.categories%" label="Boats"/>
<contributor><name>Cy</name><email>%atom:contributor%@harbour.example</email></contributor>
<rights>%atom:rights%</rights>
<source><id>urn:z</id><title>%atom:source%</title><updated>2024-07-01T09:05:03Z</updated>
    <author><name>Dan</name></author></source>
<content type="image/png" src="https://harbour.example/%atom:content%.png"/>
</entry></feed>"#;

const JSON: &str = r#"{
"version": "https://jsonfeed.org/version/1.1", "title": "Harbour", "icon": "https://harbour.example/icon.png",
"favicon": "https://harbour.example/%json:favicon%.png", "user_comment": "%json:user_comment%",
"next_url": "https://harbour.example/%json:next_url%", "expired": %json:expired=true%,
"_harbour": {"about": "%json:_harbour%", "tide": [1, 2.5, null]},
"items": [{"id": "a", "content_text": "Quay", "external_url": "https://other.example/%json:external_url%",
    "banner_image": "https://harbour.example/%json:banner_image%.png", "_mood": "%json:_mood%",
    "attachments": [{"url": "https://harbour.example/a.pdf", "mime_type": "application/pdf",
        "title": "%entry.enclosures%"}]}]}"#;

const ALL: [(Format, &str); 3] =
    [(Format::Rss, RSS), (Format::Atom, ATOM), (Format::JsonFeed, JSON)];

/// The document with its marks taken off; that in one place has another word.
fn unmarked(document: &str, other: Option<usize>) -> String {
    let word = |(at, part): (usize, &str)| match part.split_once('=') {
        _ if at % 2 == 0 => part.to_owned(),
        Some((_, value)) if other != Some(at) => value.to_owned(),
        Some((_, value)) => match value {
            "true" => "false".to_owned(),
            "sv" => "nb".to_owned(),
            number => format!("1{}", &number[1..]),
        },
        None if other == Some(at) => "other".to_owned(),
        None => "word".to_owned(),
    };
    document.split('%').enumerate().map(word).collect()
}

#[test]
fn a_change_of_what_a_format_has_of_its_own_is_told() {
    for (format, document) in ALL {
        let old = unmarked(document, None);
        let marks: Vec<&str> = document.split('%').collect();
        assert!(marks.len() % 2 == 1 && marks.len() > 15, "{format:?}");
        for at in (1..marks.len()).step_by(2) {
            let new = unmarked(document, Some(at));
            let expected = marks[at].split('=').next().unwrap_or_default();
            let told = names(&compared(format, old.as_bytes(), new.as_bytes()));
            let told: Vec<&str> = told.iter().map(|name| without_side(name, expected)).collect();
            assert_eq!(told, [expected], "{format:?} {at}");
        }
    }
}

/// The name without whose it is, where that does not matter.
fn without_side<'n>(name: &'n str, expected: &str) -> &'n str {
    let bare = name.split_once('.').map_or(name, |(_, bare)| bare);
    if expected.contains('.') { name } else { bare }
}

#[test]
fn what_a_format_has_of_its_own_is_written_again() {
    for (format, document) in ALL {
        let old = unmarked(document, None);
        for pretty in [false, true] {
            let read = format.read(old.as_bytes()).expect("a feed");
            let new = format.write(&read, pretty);
            let found = compared(format, old.as_bytes(), &new);
            assert_eq!(names(&found), [""; 0], "{format:?} {found:#?}");
        }
    }
}

#[test]
fn one_format_s_own_is_never_in_another() {
    for (format, document) in ALL {
        let read = format.read(unmarked(document, None).as_bytes()).expect("a feed");
        for other in Format::ALL.into_iter().filter(|other| *other != format) {
            let written = other.write(&read, false);
            let text = String::from_utf8(written.clone()).expect("UTF-8");
            for word in ["ttl", "skipHours", "rssboard", "user_comment", "_harbour", "jsonfeed.org"]
            {
                let own = other == Format::JsonFeed && word == "jsonfeed.org";
                assert!(own || !text.contains(word), "{other:?} {word}");
            }
            other.read(&written).expect("a feed");
        }
    }
}
