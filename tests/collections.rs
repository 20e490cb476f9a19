//! Stored collections: what can't be used is told and costs nothing else; what they tell does not depend on
//! the order in which they are given.

use serde_json::{Value, json};
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
