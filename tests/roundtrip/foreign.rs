//! Feeds that others wrote: what the model carries of them is read.

use wp2feed::model::{Comments, Enclosure, Entry, Feed, Image, Person, Rendition};
use wp2feed::{Format, model::Extension};

const ITUNES: &str = "http://www.itunes.com/dtds/podcast-1.0.dtd";
const RSS: &str = "https://www.rssboard.org/rss-specification";
const MEDIA: &str = "http://search.yahoo.com/mrss/";

fn read(format: Format, text: &str) -> Feed {
    format.read(text.as_bytes()).expect("a feed")
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn a_podcast_without_guids_in_rss() {
    let feed = read(
        Format::Rss,
        r#"<rss version="2.0" xmlns:m="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
        <channel><title>Cast</title><link>https://e.org</link><description/>
        <managingEditor>ada@example.org (Ada)</managingEditor>
        <item><title>One</title><guid>https://e.org/1</guid><author>ada@example.org</author>
            <pubDate>Mon, 1 Jul 2024 11:05:03 EDT</pubDate>
            <enclosure url="https://e.org/1.mp3" length="" type="audio/mpeg"/>
            <itunes:duration>1:02:03</itunes:duration><itunes:explicit>false</itunes:explicit>
            <m:thumbnail url="https://e.org/1.jpg" width="10"/>
            <m:group><m:content url="https://e.org/1.mp4" medium="video"/></m:group>
            <slash:comments xmlns:slash="http://purl.org/rss/1.0/modules/slash/">7</slash:comments></item>
        </channel></rss>"#,
    );
    assert_eq!(feed.authors, [Person::named("Ada")]);
    let mut film = Extension::new("media", MEDIA, "content", "");
    let pairs = [("medium", "video"), ("url", "https://e.org/1.mp4")];
    film.attributes = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let expected = Entry {
        id: "https://e.org/1".to_owned(),
        url: text("https://e.org/1"),
        title: text("One"),
        published: "2024-07-01T15:05:03Z".parse().ok(),
        enclosures: vec![Enclosure {
            url: "https://e.org/1.mp3".to_owned(),
            media_type: text("audio/mpeg"),
            length: None,
            duration: Some(3723),
            title: None,
        }],
        image: Some(Image {
            full: Rendition {
                url: "https://e.org/1.jpg".to_owned(),
                width: Some(10),
                ..Rendition::default()
            },
            ..Image::default()
        }),
        comments: Some(Comments { count: Some(7), ..Comments::default() }),
        extensions: vec![
            Extension::new("itunes", ITUNES, "explicit", "false"),
            Extension { children: vec![film], ..Extension::new("media", MEDIA, "group", "") },
            Extension::new("rss", RSS, "author", "ada@example.org"),
        ],
        ..Entry::default()
    };
    assert_eq!(feed.entries, [expected], "an address alone is no author's name");
}

#[test]
fn titles_of_every_type_in_atom() {
    let feed = read(
        Format::Atom,
        r#"<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title>
        <link href="https://e.org/feed" rel="self"/><link href="https://e.org"/>
        <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">5 &lt; 6 <b>!</b></div></title>
            <link href="https://e.org/1"/><category term="b-g" label="Boats &amp; Gear"/>
            <summary>5 &lt; 6</summary><content type="image/png">iVBOR</content></entry></feed>"#,
    );
    assert_eq!(feed.title, "A & B");
    assert_eq!(feed.home_page_url, text("https://e.org"));
    assert_eq!(feed.updated, None);
    let entry = &feed.entries[0];
    assert_eq!(entry.title, text("5 < 6 !"));
    assert_eq!(entry.url, text("https://e.org/1"));
    assert_eq!(entry.categories[0].term, "Boats & Gear");
    assert_eq!(entry.summary, text("5 &lt; 6"), "plain text is made HTML");
    assert_eq!(entry.content, None, "a picture is no text");
}

#[test]
fn version_one_of_json_feed() {
    let feed = read(
        Format::JsonFeed,
        "\u{FEFF}{\"version\":\"https://jsonfeed.org/version/1\",\"title\":null,\"author\":{\"name\":\"Ada\"},
        \"items\":[{\"id\":7,\"content_text\":\"5 < 6\",\"authors\":null,\"author\":{\"url\":\"https://a.example\"},
        \"attachments\":[{\"url\":\"https://e.org/1.mp3\",\"mime_type\":\"audio/mpeg\",\"duration_in_seconds\":61.7}]}]}",
    );
    assert_eq!(feed.authors, [Person::named("Ada")]);
    let entry = &feed.entries[0];
    assert_eq!((entry.id.as_str(), &entry.content), ("7", &text("5 &lt; 6")));
    assert_eq!(entry.authors, [], "an address alone is no name");
    assert_eq!(entry.enclosures[0].duration, Some(62));
}
