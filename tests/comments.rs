//! Feeds of comments: nothing that the public may not see, whatever document tells of it; the threads as
//! WordPress has them; the memory that so many comments take.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use wp2feed::{Archive, Collection, Converter, Format, Options, Site};

/// A conversion's feed, and the codes of what was noticed.
struct Feed {
    text: String,
    codes: Vec<&'static str>,
}

fn convert(comments: &Value, posts: &Value, format: Format, feed_of: Option<Archive>) -> Feed {
    let some = |text: &str| Some(text.to_owned());
    let site = Site { title: some("A site"), home: some("https://e.example"), ..Site::default() };
    let mut converter = Converter::new(&[format], Options { site, feed_of, ..Options::default() });
    let posts = posts.to_string();
    let read = converter.read_collection(Collection::Posts, Some("posts.json"), posts.as_bytes());
    read.expect("posts");
    converter.read(None, comments.to_string().as_bytes()).expect("comments");
    let mut converted = converter.finish().expect("a temporary file");
    let mut text = Vec::new();
    converted.write(format, &mut text).expect("a feed");
    let codes = converted.report().notes().map(|note| note.kind().code()).collect();
    Feed { text: String::from_utf8(text).expect("UTF-8"), codes }
}

/// A comment on post 7.
fn comment(id: u64) -> Value {
    json!({"id": id, "post": 7, "parent": 0, "author": 0, "author_name": "Ada", "status": "approved",
        "date_gmt": "2024-07-01T09:05:03", "content": {"rendered": "<p>Said</p>"},
        "link": format!("https://e.example/tea/#comment-{id}")})
}

/// Post 7 with more members.
fn post(more: &Value) -> Value {
    let mut post = json!({"id": 7, "title": {"rendered": "Tea"}, "link": "https://e.example/tea/"});
    post.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    post
}

#[test]
fn comments_on_posts_that_the_public_may_not_see_are_left_out() {
    let up = json!({"up": [{"id": 7, "title": {"rendered": "Tea"}, "type": "post"}]});
    let mut embedded = comment(5);
    embedded["_embedded"] = up;
    for comment in [comment(5), embedded] {
        for hidden in [
            json!({"status": "private"}),
            json!({"status": "draft"}),
            json!({"password": "opensesame"}),
            json!({"has_password": true}),
            json!({"content": {"rendered": "", "protected": true}}),
        ] {
            let feed = convert(&comment, &post(&hidden), Format::JsonFeed, None);
            assert!(!feed.text.contains("Said"), "{hidden}: {}", feed.text);
            let said = ["unpublished", "protected"].iter().any(|code| feed.codes.contains(code));
            assert!(said, "{hidden}: {:?}", feed.codes);
        }
        let feed = convert(&comment, &post(&json!({"status": "publish"})), Format::JsonFeed, None);
        assert!(feed.text.contains("Said"), "{}", feed.text);
    }
}

#[test]
fn posts_of_types_without_title_hide_their_comments_too() {
    let signal = json!({"id": 7, "slug": "s", "type": "signal", "status": "private",
        "link": "https://e.example/signals/s/", "guid": {"rendered": "https://e.example/?p=7"},
        "content": {"rendered": "", "protected": false}, "class_list": []});
    let feed = convert(&comment(5), &signal, Format::JsonFeed, None);
    assert!(!feed.text.contains("Said"), "{}", feed.text);
    assert!(!feed.codes.contains(&"collection"), "{:?}", feed.codes);
}

#[test]
fn a_comment_of_context_embed_is_about_the_post_that_its_links_name() {
    let mut comment = comment(5);
    comment.as_object_mut().expect("an object").remove("post");
    comment["author_avatar_urls"] = json!({});
    comment["_links"] = json!({"up": [{"href": "https://e.example/wp-json/wp/v2/posts/7"}]});
    let feed = convert(&comment, &post(&json!({})), Format::Rss, Some(Archive::CommentsOn(7)));
    assert!(feed.text.contains(">https://e.example/?p=7#comment-5</guid>"), "{}", feed.text);
}

#[test]
fn an_answer_refers_to_the_comment_where_that_stands() {
    let mut other = comment(5);
    other["post"] = json!(8);
    other["link"] = json!("https://e.example/soup/comment-page-2/#comment-5");
    let mut answer = comment(6);
    answer["parent"] = json!(5);
    let feed = convert(&json!([answer, other]), &json!([]), Format::Atom, None);
    let expected = r#"ref="https://e.example/?p=8#comment-5" href="https://e.example/soup/comment-page-2/#comment-5""#;
    assert!(feed.text.contains(expected), "{}", feed.text);
}

#[test]
fn where_addresses_are_queries_the_id_of_the_feed_is_one_too() {
    let mut plain = comment(5);
    plain["link"] = json!("https://e.example/?p=7#comment-5");
    let feed = convert(&plain, &json!([]), Format::Atom, Some(Archive::Comments));
    assert!(feed.text.contains("<id>https://e.example/?feed=comments-atom</id>"), "{}", feed.text);
}

#[test]
fn an_address_that_is_a_query_among_others_makes_no_site_plain() {
    let mut attached = comment(6);
    attached["link"] = json!("https://e.example/?attachment_id=9#comment-6");
    let comments = json!([comment(5), attached]);
    let feed = convert(&comments, &json!([]), Format::Atom, Some(Archive::Comments));
    let expected = "<id>https://e.example/comments/feed/atom/</id>";
    assert!(feed.text.contains(expected), "{}", feed.text);
}

#[test]
fn comments_as_an_editor_sees_them_are_written_only_if_their_post_is_public() {
    let mut edit = comment(5);
    edit["author_email"] = json!("ada@e.example");
    edit["author_ip"] = json!("192.0.2.7");
    edit["content"] = json!({"rendered": "<p>Said</p>", "raw": "Said"});
    let embedded =
        json!({"up": [{"id": 7, "title": {"rendered": "Private: Tea"}, "type": "post"}]});
    let mut with_post = edit.clone();
    with_post["_embedded"] = embedded;
    for comment in [&edit, &with_post] {
        let feed = convert(comment, &json!([]), Format::JsonFeed, None);
        assert!(!feed.text.contains("Said"), "{}", feed.text);
        assert!(feed.codes.contains(&"editors-comment"), "{:?}", feed.codes);
        let public = post(&json!({"status": "publish"}));
        let feed = convert(comment, &public, Format::JsonFeed, None);
        assert!(feed.text.contains("Said"), "{}", feed.text);
        assert!(!feed.text.contains("192.0.2") && !feed.text.contains("ada@"), "{}", feed.text);
    }
}

/// Comments with what sites and plugins make of them: threads across posts and into nowhere, markup in
/// names, states that nobody may see.
fn comments() -> impl Strategy<Value = Vec<Value>> {
    let names = select(vec!["", "Ada", "<b>Bob</b>", "C &amp; D", "\"E\"", " ", "\u{7}"]);
    let states = select(vec!["approved", "hold", "spam", "trash", "1"]);
    let numbers = (0..12_u64, 0..4_u64, of(0..12_u64));
    vec((numbers, names, states, any::<bool>()), 0..12).prop_map(|comments| {
        let object = |((id, post, parent), name, status, dated): (
            (_, _, Option<u64>),
            _,
            &str,
            _,
        )| {
            let date = if dated { "2024-07-01T09:05:03" } else { "0000-00-00T00:00:00" };
            json!({"id": id, "post": post, "parent": parent, "author_name": name, "status": status,
                "date_gmt": date, "link": format!("https://e.example/{post}/#comment-{id}"),
                "content": {"rendered": format!("<p>{status} said</p>")}})
        };
        comments.into_iter().map(object).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn comments_give_the_same_bytes_again_and_never_what_is_hidden(comments in comments()) {
        let comments = json!(comments);
        for format in Format::ALL {
            let feed = convert(&comments, &json!([]), format, Some(Archive::Comments)).text;
            let again = convert(&comments, &json!([]), format, Some(Archive::Comments)).text;
            prop_assert_eq!(&feed, &again);
            for hidden in ["hold said", "spam said", "trash said"] {
                prop_assert!(!feed.contains(hidden), "{}", feed);
            }
        }
    }
}

#[test]
fn comments_without_a_number_have_that_of_their_link() {
    let (mut one, mut two) = (comment(5), comment(6));
    for comment in [&mut one, &mut two] {
        comment["id"] = Value::Null;
    }
    let feed = convert(&json!([one, two]), &json!([]), Format::Rss, None);
    for id in ["https://e.example/?p=7#comment-5", "https://e.example/?p=7#comment-6"] {
        assert!(feed.text.contains(id), "{}", feed.text);
    }
}

#[test]
fn who_comments_has_no_address_but_one_of_the_web() {
    for (address, written) in [("javascript:alert(1)", false), ("https://ada.example", true)] {
        let mut comment = comment(5);
        comment["author_url"] = json!(address);
        let feed = convert(&comment, &json!([]), Format::JsonFeed, None);
        assert_eq!(feed.text.contains(address), written, "{}", feed.text);
    }
}

#[test]
fn what_is_wrong_with_a_comment_is_told_of_the_comment() {
    let comment = r#"{"id":1,"post":7,"author_name":"A","status":["hold"]}"#;
    let mut converter = Converter::new(&[Format::Rss], Options::default());
    let error = converter.read(None, comment.as_bytes()).expect_err("a list as status");
    assert_eq!(
        error.to_string(),
        "line 1, byte 44: post.status: expected a text, but found an array"
    );
}

#[test]
fn where_comments_are_expected_messages_are_of_comments() {
    let user = r#"[{"id":1,"name":"Ada","avatar_urls":{}}]"#;
    let options = Options { feed_of: Some(Archive::Comments), ..Options::default() };
    let error = Converter::new(&[Format::Rss], options).read(None, user.as_bytes());
    let error = error.expect_err("a user");
    assert_eq!(error.message(), "expected comments, but found a user");
    assert!(error.advice().is_some_and(|advice| advice.contains("/wp/v2/comments")));
}

#[test]
fn where_comments_were_met_places_are_of_comments() {
    let half = r#"[{"id":1,"post":2,"author_name":"Ada"},{"id":2,"post":2,"author_na"#;
    let error = Converter::new(&[Format::Rss], Options::default()).read(None, half.as_bytes());
    let location = error.expect_err("half a document").location().clone();
    assert!(location.path.is_some_and(|path| path.starts_with("comments[1]")));
}

#[test]
fn an_answer_names_whom_it_answers_where_that_is_embedded() {
    let mut answer = comment(6);
    answer["parent"] = json!(5);
    answer["_embedded"] = json!({"in-reply-to": [{"id": 5, "author_name": "Bob",
        "link": "https://e.example/tea/#comment-5"}]});
    let feed = convert(&answer, &post(&json!({"status": "publish"})), Format::Rss, None);
    let expected = r##"In reply to <a href="https://e.example/tea/#comment-5">Bob</a>."##;
    assert!(feed.text.contains(expected), "{}", feed.text);
    assert!(!feed.codes.contains(&"no-answered"), "{:?}", feed.codes);

    // An editor may answer what waits.
    answer["author_ip"] = json!("192.0.2.7");
    let feed = convert(&answer, &post(&json!({"status": "publish"})), Format::Rss, None);
    assert!(feed.text.contains("Said") && !feed.text.contains("Bob"), "{}", feed.text);
}
