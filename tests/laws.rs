//! What holds of every document, whatever its posts say: laws of order, of number, of form, of secrecy.
//!
//! Posts are made by chance from what has broken feeds.

#[path = "support/id.rs"]
mod id;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use roxmltree::Node;
use serde_json::{Value, json};
use wp2feed::{Converter, Format, Options, Report, Site};

/// Stands in a generated text for half of a character, which only an escape can write.
const SURROGATE: char = '\u{E000}';

/// Stands for a control character that somebody forgot to escape.
const RAW_CONTROL: char = '\u{E001}';

/// What nobody may read without the password.
const SECRET: &str = "opensesame";

/// A conversion's three feeds.
struct Feeds {
    texts: [String; 3],
    report: Report,
}

/// What each format must tell alike.
#[derive(Debug, PartialEq)]
struct Item {
    id: String,
    title: Option<String>,
    published: Option<chrono::DateTime<chrono::Utc>>,
    /// The entry as it stands in the feed.
    bytes: String,
}

fn convert(documents: &[&[u8]], options: &Options) -> Feeds {
    let mut converter = Converter::new(&Format::ALL, options.clone());
    for document in documents {
        let read = converter.read(None, *document);
        read.unwrap_or_else(|e| panic!("{e}\n{}", String::from_utf8_lossy(document)));
    }
    let mut converted = converter.finish().expect("a temporary file");
    let texts = Format::ALL.map(|format| {
        let mut feed = Vec::new();
        converted.write(format, &mut feed).expect("a feed");
        String::from_utf8(feed).expect("UTF-8")
    });
    Feeds { texts, report: converted.report().clone() }
}

/// A site of which all is known, so that no post is needed to guess it.
fn known() -> Options {
    let some = |text: &str| Some(text.to_owned());
    let site = Site { title: some("A site"), home: some("https://e.example"), ..Site::default() };
    Options { site: Site { time_zone: some("Asia/Tokyo"), ..site }, ..Options::default() }
}

impl Feeds {
    /// The entries of RSS, Atom and JSON Feed.
    fn items(&self) -> [Vec<Item>; 3] {
        let [rss, atom, json] = &self.texts;
        [xml(rss, "item"), xml(atom, "entry"), json_feed(json)]
    }

    /// How many posts the report says were left out.
    fn left_out(&self) -> usize {
        let kinds = ["protected", "unpublished", "duplicate"];
        let notes = self.report.notes().filter(|note| kinds.contains(&note.kind().code()));
        notes.map(|note| note.count() as usize).sum()
    }

    /// Everything that somebody may read: feeds and messages.
    fn everything(&self) -> String {
        let notes = self.report.notes().map(ToString::to_string);
        self.texts.iter().cloned().chain(notes).collect::<Vec<_>>().join("\n").to_lowercase()
    }
}

fn xml(feed: &str, entry: &str) -> Vec<Item> {
    let document = roxmltree::Document::parse(feed).unwrap_or_else(|e| panic!("{e}\n{feed}"));
    let entries = document.descendants().filter(|node| node.tag_name().name() == entry);
    let item = |node: Node<'_, '_>| {
        let text = |name: &str| {
            let child = node.children().find(|child| child.tag_name().name() == name)?;
            Some(child.text().unwrap_or("").to_owned())
        };
        let rfc822 =
            |date: &str| chrono::DateTime::parse_from_rfc2822(date).expect("RFC 822").to_utc();
        let rfc3339 =
            |date: &str| chrono::DateTime::parse_from_rfc3339(date).expect("RFC 3339").to_utc();
        Item {
            id: text("guid").or_else(|| text("id")).map(|text| id::own(&text)).expect("an id"),
            title: text("title"),
            published: text("pubDate")
                .map(|d| rfc822(&d))
                .or(text("published").map(|d| rfc3339(&d))),
            bytes: feed[node.range()].to_owned(),
        }
    };
    entries.map(item).collect()
}

fn json_feed(feed: &str) -> Vec<Item> {
    let feed: Value = serde_json::from_str(feed).unwrap_or_else(|e| panic!("{e}\n{feed}"));
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let items = feed["items"].as_array().expect("items").iter();
    let item = |item: &Value| Item {
        id: text(&item["id"]).expect("an id"),
        title: text(&item["title"]),
        published: text(&item["date_published"]).map(|date| date.parse().expect("a date")),
        bytes: item.to_string(),
    };
    items.map(item).collect()
}

/// What of a text XML can say.
fn in_xml(text: &str) -> String {
    let forbidden = |c: char| matches!(c, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}');
    text.chars().filter(|c| !forbidden(*c)).collect()
}

/// A document as it comes from a site, half characters and all.
fn written(document: &str) -> Vec<u8> {
    document.replace(SURROGATE, "\\ud83d").replace(RAW_CONTROL, "\u{1}").into_bytes()
}

fn document(posts: &[Value]) -> Vec<u8> {
    written(&Value::from(posts).to_string())
}

fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "word ",
        " ",
        "5 < 6",
        "<",
        ">",
        "&",
        "&amp;",
        "&#038;lt;",
        "&#0;",
        "&#xD800;",
        "]]>",
        "<![CDATA[",
        "<b>",
        "</p>",
        "<a href=",
        "<a href='/x.mp3'>x</a>",
        "<audio src=\"y.ogg\">",
        "<!--",
        "<?php",
        "<script>",
        "\"",
        "'",
        "\t",
        "\n",
        "\r",
        "\0",
        "\u{1B}[1m",
        "\u{7F}",
        "\u{85}",
        "\u{2028}",
        "\u{202E}",
        "\u{FEFF}",
        "\u{FFFE}",
        "\u{E000}",
        "\u{E001}",
        "é",
        "e\u{301}",
        "שלום",
        "👩‍👩‍👧",
        "{{x}}",
        "\\",
        "%",
        "../",
    ];
    prop_oneof![
        vec(select(pieces.to_vec()), 0..6).prop_map(|pieces| pieces.concat()),
        any::<String>()
    ]
}

fn date() -> impl Strategy<Value = Value> {
    let dates = [
        "2024-07-01T09:05:03",
        "2024-07-02T00:00:00",
        "1969-12-31T23:59:59",
        "0000-00-00T00:00:00",
        "",
    ];
    of(select(dates.to_vec())).prop_map(Value::from)
}

/// A post whose guid ends with its number, so that a feed tells which one it was.
fn post() -> impl Strategy<Value = Value> {
    let texts = (text(), text(), text(), text(), text(), text());
    let names = (vec(text(), 0..3), vec(text(), 0..2), text(), text(), text());
    let status = select(vec!["publish", "publish", "publish", "publish", "draft", "private"]);
    (1..9u64, texts, names, (date(), date(), date()), status, 0..6u8).prop_map(
        |(id, (title, content, excerpt, guid, link, slug), names, dates, status, lock)| {
            let (terms, authors, file, alt, source) = names;
            let terms: Vec<Value> =
                terms.iter().map(|name| json!({"id": 3, "name": name, "slug": name, "taxonomy": "category"})).collect();
            let authors: Vec<Value> = authors.iter().map(|name| json!({"id": 2, "name": name, "url": name})).collect();
            json!({
                "id": id, "date": dates.0, "date_gmt": dates.1, "modified_gmt": dates.2, "status": status,
                "guid": {"rendered": format!("{guid}?p={id}")}, "link": link, "slug": slug,
                "title": {"rendered": title}, "author": 2, "featured_media": 4, "categories": [3],
                "content": {"rendered": content, "protected": lock == 0}, "excerpt": {"rendered": excerpt, "protected": lock == 0},
                "class_list": [format!("category-{slug}")], "comment_status": "open",
                "meta": {"enclosure": [format!("{file}\n5\n{alt}")]},
                "_embedded": {"author": authors, "wp:term": [terms],
                    "wp:featuredmedia": [{"source_url": source, "alt_text": alt, "mime_type": slug}]},
            })
        },
    )
}

fn posts() -> impl Strategy<Value = Vec<Value>> {
    vec(post(), 1..7)
}

/// The number with which each id ends.
fn number(item: &Item) -> u64 {
    item.id.rsplit("?p=").next().and_then(|number| number.parse().ok()).expect("a number")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn formats_tell_the_same_of_each_post(posts in posts()) {
        let feeds = convert(&[&document(&posts)], &known());
        let [rss, atom, json] = feeds.items();
        prop_assert_eq!(feeds.report.read(), posts.len());
        prop_assert_eq!(feeds.report.written(), posts.len() - feeds.left_out());
        prop_assert_eq!([rss.len(), atom.len(), json.len()], [feeds.report.written(); 3]);
        for ((rss, atom), json) in rss.iter().zip(&atom).zip(&json) {
            prop_assert_eq!(&rss.id, &in_xml(&json.id));
            prop_assert_eq!(&atom.id, &rss.id);
            prop_assert_eq!(&rss.title, &json.title.as_deref().map(in_xml));
            // Atom requires a title, and has one made of the text where there is none.
            prop_assert!(atom.title == rss.title || rss.title.is_none());
            prop_assert_eq!(rss.published, json.published);
            prop_assert_eq!(atom.published, json.published);
        }
    }

    #[test]
    fn the_same_posts_give_the_same_bytes(posts in posts()) {
        let document = document(&posts);
        prop_assert_eq!(convert(&[&document], &known()).texts, convert(&[&document], &known()).texts);
        let guessed = Options::default();
        prop_assert_eq!(convert(&[&document], &guessed).texts, convert(&[&document], &guessed).texts);
    }

    #[test]
    fn entries_stand_by_date_and_then_by_number(posts in posts()) {
        let posts: Vec<Value> = posts.into_iter().map(|mut post| {
            post["date"] = Value::Null; // It counts where date_gmt is unset, but no feed shows it.
            post
        }).collect();
        for items in convert(&[&document(&posts)], &known()).items() {
            let keys: Vec<_> = items.iter().map(|item| (item.published, number(item))).collect();
            prop_assert!(keys.is_sorted_by(|before, after| before >= after), "{:?}", keys);
        }
    }

    #[test]
    fn a_limit_keeps_the_first(posts in posts(), limit in 0..5usize) {
        let document = document(&posts);
        let all = convert(&[&document], &known()).items();
        let limited = convert(&[&document], &Options { limit: Some(limit), ..known() }).items();
        for (mut all, limited) in all.into_iter().zip(limited) {
            all.truncate(limit);
            prop_assert_eq!(all, limited);
        }
    }

    #[test]
    fn parts_of_a_document_give_what_the_whole_gives(posts in posts(), cut in 0..7usize) {
        let (first, second) = posts.split_at(cut.min(posts.len()));
        let whole = convert(&[&document(&posts)], &known());
        let parts = convert(&[&document(first), &document(second)], &known());
        prop_assert_eq!(&parts.texts, &whole.texts);
        // What comes twice is written once.
        let twice = convert(&[&document(&posts), &document(second)], &known());
        prop_assert_eq!(&twice.texts, &whole.texts);
    }

    #[test]
    fn the_form_of_a_document_does_not_count(posts in posts()) {
        let list = Value::from(&posts[..]);
        let whole = convert(&[&document(&posts)], &known()).texts;
        let lines: Vec<_> = posts.iter().map(Value::to_string).collect();
        let lists: Vec<_> = posts.iter().map(|post| format!("[{post}]")).collect();
        let indented = serde_json::to_string_pretty(&list).expect("JSON");
        let forms = [
            lines.join("\n"),
            lists.concat(),
            lists.join("\n\u{FEFF}"),
            json!({"body": list, "status": 200, "headers": {"X-WP-Total": 1}}).to_string(),
            json!({"found": posts.len(), "posts": list}).to_string(),
            format!("/**/cb({list})"),
            format!("\u{FEFF}{list}"),
            format!("<br />\n<b>Notice</b>: x in <b>y.php</b><br />\n{list}<!-- cached -->"),
            indented,
        ];
        for form in forms {
            prop_assert_eq!(&convert(&[&written(&form)], &known()).texts, &whole, "{}", form);
        }
    }

    #[test]
    fn nobody_reads_what_is_locked(posts in posts(), include_protected: bool, how in 0..4u8) {
        let posts: Vec<Value> = posts.into_iter().map(|mut post| {
            let secret = format!("{} {SECRET} <a href='/{SECRET}.mp3'>", post["content"]["rendered"].as_str().unwrap_or(""));
            post["content"] = json!({"rendered": secret, "raw": secret, "protected": how == 0});
            post["excerpt"] = json!({"rendered": secret, "raw": secret, "protected": how == 1});
            match how {
                2 => post["password"] = "pw".into(),
                3 => post["class_list"] = json!(["post-password-required"]),
                _ => {}
            }
            post
        }).collect();
        let feeds = convert(&[&document(&posts)], &Options { include_protected, ..known() });
        prop_assert!(!feeds.everything().contains(SECRET));
        prop_assert!(include_protected || feeds.report.written() == 0);
    }
}
