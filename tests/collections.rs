//! Stored collections: what can't be used is told and costs nothing else; what they tell does not depend on
//! the order in which they are given.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use wp2feed::{Collection, Converter, Format, Options, Report, Site};

const POSTS: &str = r#"[{"id":7,"link":"https://e.example/tea/","title":{"rendered":"Tea"},"author":3,
    "date_gmt":"2024-07-01T09:05:03","content":{"rendered":"Hot"},"comment_status":"open",
    "categories":[4],"tags":[5],"featured_media":6}]"#;

/// A JSON Feed of the posts with these collections, and what was noticed.
fn convert(posts: &str, collections: &[(Collection, &[u8])]) -> (Value, Report) {
    let (feed, report) = written(posts, collections, Format::JsonFeed);
    (serde_json::from_str(&feed).expect("a JSON Feed"), report)
}

fn written(posts: &str, collections: &[(Collection, &[u8])], format: Format) -> (String, Report) {
    let some = |text: &str| Some(text.to_owned());
    let site = Site { title: some("A site"), home: some("https://e.example"), ..Site::default() };
    let mut converter = Converter::new(&[format], Options { site, ..Options::default() });
    for (kind, document) in collections {
        let read = converter.read_collection(*kind, Some("stored.json"), *document);
        read.expect("a collection never fails");
    }
    converter.read(None, posts.as_bytes()).expect("posts");
    let mut converted = converter.finish().expect("a temporary file");
    let mut feed = Vec::new();
    converted.write(format, &mut feed).expect("a feed");
    (String::from_utf8(feed).expect("UTF-8"), converted.report().clone())
}

/// What was noticed of a document given as users, with the advice.
fn said(document: &str) -> String {
    let (_, report) = convert("[]", &[(Collection::Users, document.as_bytes())]);
    report.notes().map(|note| format!("{note} ({})", note.advice())).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_cant_be_used_is_told_by_its_place_and_costs_nothing_else() {
    for junk in [r"1", r#""text""#, "null", "{}", r#"{"code":"no","message":"No"}"#, "[[1]]"] {
        let users = format!(r#"[{junk},{{"id":3,"name":"Ada","avatar_urls":{{}}}}]"#);
        let (feed, report) = convert(POSTS, &[(Collection::Users, users.as_bytes())]);
        assert_eq!(feed["items"][0]["authors"][0]["name"], "Ada", "{junk}");
        let note = report.notes().find(|note| note.kind().code() == "collection").expect(junk);
        let note = note.to_string();
        assert!(note.starts_with("stored.json: line 1, byte "), "{note}");
        assert!(note.contains("objects[0]: expected users, terms, media"), "{note}");
    }
}

#[test]
fn of_many_that_cant_be_used_the_first_is_told_and_the_others_are_counted() {
    let said = said("[1,2,3]");
    assert!(said.contains("found the number 1; 2 more can't be used either"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn an_id_that_is_none_is_told() {
    for id in ["null", "0", "-5", "\"abc\"", "[]", "true"] {
        let user = format!(r#"[{{"id":{id},"name":"Ada","avatar_urls":{{}}}}]"#);
        let said = said(&user);
        let expected = "expected a whole number above 0 as id, but found a user without one";
        assert!(said.contains(expected), "{id}: {said}");
        assert!(said.contains("(fetch with id)"), "{id}: {said}");
    }
}

#[test]
fn the_advice_is_about_what_was_found() {
    for (document, advice) in [
        (r#"{"code":"rest_user_cannot_view","message":"No","data":{"status":401}}"#, "_embed"),
        (r#"[{"id":3,"name":"Ada","avatar_urls":{}"#, "fetch it again"),
        ("\u{1f}\u{8b}\u{8}", "/wp-json/wp/v2/users"),
        ("", "curl -i"),
    ] {
        assert!(said(document).contains(advice), "{document}: {}", said(document));
    }
}

#[test]
fn objects_given_as_others_are_used_and_counted() {
    let terms = r#"[{"id":4,"name":"Sea","taxonomy":"category"}]"#;
    let said = said(terms);
    assert!(said.contains("expected users, but found 1 term, used as such"), "{said}");
}

#[test]
fn comments_count_by_number_and_post_alone() {
    for comment in [
        json!({"id": 1, "post": 7}),
        json!({"id": 1, "author_name": "Ada",
            "_links": {"up": [{"href": "https://e.example/index.php?rest_route=/wp/v2/posts/7"}]}}),
    ] {
        let comments = comment.to_string();
        let collections = [(Collection::Comments, comments.as_bytes())];
        let (feed, report) = written(POSTS, &collections, Format::Rss);
        assert!(feed.contains("<slash:comments>1</slash:comments>"), "{feed}");
        assert!(!report.notes().any(|note| note.kind().code() == "collection"));
    }
}

#[test]
fn comments_that_the_public_may_not_see_are_not_counted() {
    let comments = json!([{"id": 1, "post": 7, "status": "approved"},
        {"id": 2, "post": 7, "status": "hold"}, {"id": 3, "post": 7, "status": "spam"}]);
    let comments = comments.to_string();
    let (feed, report) =
        written(POSTS, &[(Collection::Comments, comments.as_bytes())], Format::Rss);
    assert!(feed.contains("<slash:comments>1</slash:comments>"), "{feed}");
    assert_eq!(report.notes().filter(|note| note.kind().code() == "unpublished").count(), 2);
}

#[test]
fn comments_that_name_no_post_are_told() {
    let said = said(r#"[{"id":5,"author_name":"Ada"}]"#);
    assert!(said.contains("1 comment without the number of a post, not counted: 5"), "{said}");
}

#[test]
fn media_that_the_public_may_not_see_are_not_used() {
    let media = json!({"id": 6, "source_url": "https://e.example/a.png", "status": "private"});
    let media = media.to_string();
    let (feed, report) = written(POSTS, &[(Collection::Media, media.as_bytes())], Format::Rss);
    assert!(!feed.contains("a.png"), "{feed}");
    assert!(report.notes().any(|note| note.to_string().contains("with status private, left out")));
}

#[test]
fn media_of_wordpress_com_are_known_by_address_size_and_text() {
    let media = r#"{"found":1,"media":[{"ID":6,"URL":"https://e.example/quay.jpg","guid":"g","post_ID":0,
        "mime_type":"image/jpeg","title":"quay","alt":"A quay","width":1600,"height":900,
        "thumbnails":{"thumbnail":"https://e.example/quay.jpg?w=150"}}]}"#;
    let (feed, report) = written(POSTS, &[(Collection::Media, media.as_bytes())], Format::Rss);
    for expected in [
        r#"url="https://e.example/quay.jpg" medium="image" type="image/jpeg" width="1600" height="900""#,
        "A quay",
        "https://e.example/quay.jpg?w=150",
    ] {
        assert!(feed.contains(expected), "{expected}: {feed}");
    }
    assert!(!report.notes().any(|note| note.kind().code() == "no-address"));
}

#[test]
fn files_of_one_address_or_post_do_not_depend_on_their_order() {
    let sound = |id: u64, name: &str, size: u64| {
        json!({"id": id, "source_url": format!("https://e.example/{name}.mp3"), "post": 7,
            "mime_type": "audio/mpeg", "media_details": {"filesize": size}})
    };
    let all = [sound(20, "a", 1), sound(21, "a", 2), sound(19, "b", 3)];
    let forth = json!(all).to_string();
    let back = json!(all.iter().rev().collect::<Vec<_>>()).to_string();
    let [forth, back] = [forth, back]
        .map(|media| written(POSTS, &[(Collection::Media, media.as_bytes())], Format::JsonFeed).0);
    assert_eq!(forth, back);
}

/// What a real WordPress answered, as `site/users.json`.
fn recording(path: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/recorded").join(path);
    fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

const RECORDED: [(Collection, &str); 8] = [
    (Collection::Users, "site/users.json"),
    (Collection::Users, "site/users-edit.json"),
    (Collection::Terms, "site/categories.json"),
    (Collection::Terms, "site/tags.json"),
    (Collection::Media, "site/media.json"),
    (Collection::Media, "site/media-edit.json"),
    (Collection::Comments, "site/comments.json"),
    (Collection::Posts, "types/signals.json"),
];

/// What stands in the place of a value after a mutation.
fn junk() -> impl Strategy<Value = Value> {
    let odd = r#"[null,true,0,-1,1e30,18446744073709551615,"","0","\u0000","<b>",[],[[]],[1],{},{"id":{}},
        {"code":"no","message":"No"},{"rendered":5},"publish","private","https://e.example/x.mp3"]"#;
    let odd: Vec<Value> = serde_json::from_str(odd).expect("JSON");
    select(odd)
}

/// Puts junk in the place of a value, which an index finds at each level.
fn replace(value: &mut Value, way: &[Index], junk: Value) {
    let Some((at, deeper)) = way.split_first() else { return *value = junk };
    let inner = match value {
        Value::Array(items) if !items.is_empty() => at.get_mut(items),
        Value::Object(members) if !members.is_empty() => {
            let at = at.index(members.len());
            members.values_mut().nth(at).expect("a member")
        }
        value => return *value = junk,
    };
    replace(inner, deeper, junk);
}

/// A document that something has happened to: to its values, and to its bytes.
fn mutated() -> impl Strategy<Value = (Collection, Vec<u8>)> {
    let values = vec((vec(any::<Index>(), 0..5), junk()), 0..4);
    let bytes = vec((any::<Index>(), any::<Index>(), vec(any::<u8>(), 0..4)), 0..3);
    let kinds = select(RECORDED.map(|(kind, _)| kind).to_vec());
    (select(RECORDED.to_vec()), kinds, values, bytes).prop_map(
        |((_, path), kind, values, bytes)| {
            let mut document: Value = serde_json::from_slice(&recording(path)).expect(path);
            for (way, junk) in values {
                replace(&mut document, &way, junk);
            }
            let mut text = document.to_string().into_bytes();
            for (from, to, new) in bytes {
                let (from, to) = (from.index(text.len() + 1), to.index(text.len() + 1));
                text.splice(from.min(to)..from.max(to).min(from.min(to) + 40), new);
            }
            (kind, text)
        },
    )
}

/// What no collection may change of the entries.
fn lasting(feed: &Value) -> Vec<[Value; 4]> {
    let items = feed["items"].as_array().expect("items");
    let keys = ["id", "url", "title", "content_html"];
    items.iter().map(|item| keys.map(|key| item[key].clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_becomes_of_a_collection_the_entries_stay(documents in vec(mutated(), 1..4)) {
        let posts = String::from_utf8(recording("terms/view.json")).expect("UTF-8");
        let documents: Vec<_> = documents.iter().map(|(kind, text)| (*kind, &text[..])).collect();
        let (with, without) = (convert(&posts, &documents).0, convert(&posts, &[]).0);
        prop_assert_eq!(lasting(&with), lasting(&without));
    }

    #[test]
    fn the_order_of_collections_does_not_matter(
        order in Just(vec![0, 2, 3, 4, 6, 7]).prop_shuffle(),
        reversed in any::<bool>(),
    ) {
        let posts = String::from_utf8(recording("media/view.json")).expect("UTF-8");
        let feed = |order: &[usize], reversed: bool| {
            let documents: Vec<_> = order.iter().map(|at| stored(*at, reversed)).collect();
            let given: Vec<_> = documents.iter().map(|(kind, text)| (*kind, &text[..])).collect();
            written(&posts, &given, Format::Rss).0
        };
        prop_assert_eq!(feed(&order, reversed), feed(&[0, 2, 3, 4, 6, 7], false));
    }
}

/// A recorded collection, and its objects from back to front if that is asked for.
fn stored(at: usize, reversed: bool) -> (Collection, Vec<u8>) {
    let (kind, path) = RECORDED[at];
    let mut items: Vec<Value> = serde_json::from_slice(&recording(path)).expect(path);
    if reversed {
        items.reverse();
    }
    (kind, json!(items).to_string().into_bytes())
}
