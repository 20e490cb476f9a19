//! What is not posts: the message says what it is, where it is, and what to do.

use super::{error, message};
use crate::error::ErrorKind;

/// Asserts what a document is refused with.
#[track_caller]
fn refused(text: &str, kind: ErrorKind, message: &str, advice: &str) {
    let error = error(text);
    assert_eq!((error.kind(), error.to_string().as_str()), (kind, message), "{text}");
    let given = error.advice().unwrap_or_default();
    assert!(given.contains(advice), "{given}");
}

#[test]
fn answers_of_wordpress_that_say_no() {
    refused(
        r#"{"code":"rest_no_route","message":"No route was found.","data":{"status":404}}"#,
        ErrorKind::NotPosts,
        "posts.json: line 1, byte 0: expected posts, but WordPress answered rest_no_route (404): No route was found.",
        "/wp-json/wp/v2/posts",
    );
    refused(
        r#"{"code":"rest_invalid_param","message":"Invalid parameter(s): per_page","data":{"status":400,"params":{"per_page":"must be between 1 and 100"}}}"#,
        ErrorKind::NotPosts,
        "posts.json: line 1, byte 0: expected posts, but WordPress answered rest_invalid_param (400): Invalid parameter(s): per_page; per_page: must be between 1 and 100",
        "per_page",
    );
    refused(
        "[{\"id\":1}]\n{\"code\":\"rest_post_invalid_page_number\",\"message\":\"M\",\"data\":{\"status\":400}}",
        ErrorKind::NotPosts,
        "posts.json: line 2, byte 11: expected posts, but WordPress answered rest_post_invalid_page_number (400): M",
        "X-WP-TotalPages",
    );
    refused(
        r#"{"body":{"code":"rest_forbidden","message":"M","data":{"status":401}},"status":401,"headers":{}}"#,
        ErrorKind::NotPosts,
        "posts.json: line 1, byte 8: expected posts, but WordPress answered rest_forbidden (401): M",
        "application password",
    );
    refused(
        r#"{"error":"unknown_blog","message":"Unknown blog"}"#,
        ErrorKind::NotPosts,
        "posts.json: line 1, byte 0: expected posts, but WordPress answered unknown_blog: Unknown blog",
        "",
    );
}

#[test]
fn objects_that_are_not_posts() {
    for (text, what, advice) in [
        (r#"{"name":"N","namespaces":[],"routes":{}}"#, "the site's index", "--site"),
        (r#"{"name":"N","gmt_offset":"5.5","timezone_string":""}"#, "the site's index", "--site"),
        (
            r#"{"namespace":"wp/v2","routes":{}}"#,
            "the index of a namespace of the site's API",
            "fetch",
        ),
        (r#"{"title":"T","start_of_week":1,"site_icon":0}"#, "the site's settings", "--site"),
        (r#"{"name":"N","slug":"n","avatar_urls":{}}"#, "a user", "author=ID"),
        (
            r#"{"name":"N","slug":"n","taxonomy":"category"}"#,
            "a category, a tag or another term",
            "categories=ID",
        ),
        (r#"{"post":1,"author_name":"A"}"#, "a comment", "fetch"),
        (r#"{"title":"T","url":"u","subtype":"post"}"#, "a search result", "search="),
        (r#"{"version":"1.0","provider_name":"P"}"#, "an oEmbed answer", "fetch"),
        (r#"{"version":"https://jsonfeed.org/version/1.1","items":[]}"#, "a JSON Feed", "fetch"),
        (r#"{"post":{"taxonomies":[],"rest_base":"posts"}}"#, "the site's post types", "fetch"),
        (r#"{"category":{"types":[],"rest_base":"c"}}"#, "the site's taxonomies", "fetch"),
        (r#"{"publish":{"queryable":true,"public":true}}"#, "the site's post statuses", "fetch"),
        (r#"{}"#, "an empty object", "fetch"),
        (r#"{"id":null,"title":null}"#, "an object in which every field is null", "fetch"),
        (
            r#"{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}"#,
            r#"an object without any field of a post: "a", "b", "c", "d", "e", …"#,
            "fetch",
        ),
    ] {
        let place = "posts.json: line 1, byte";
        let message = format!("{place} 0: expected posts, but found {what}");
        refused(text, ErrorKind::NotPosts, &message, advice);
        let message = format!("{place} 10: posts[1]: expected posts, but found {what}");
        refused(&format!("[{{\"id\":1}},{text}]"), ErrorKind::NotPosts, &message, advice);
    }
}

#[test]
fn json_that_is_no_object() {
    for (text, what) in [
        ("null", "null"),
        (" true\n", "true"),
        ("12", "the number 12"),
        (r#""hello""#, "the text \"hello\""),
        (r#""[{\"id\":1}]""#, "a text that holds JSON"),
        (r#""[{\"id\":1,"#, "a text that holds JSON"),
        ("[1,2]", "the number 1"),
        ("[null]", "null"),
        (r#"{"body":false,"status":200}"#, "false"),
    ] {
        let error = error(text);
        assert_eq!(error.kind(), ErrorKind::NotPosts, "{text}");
        assert_eq!(error.message(), format!("expected posts, but found {what}"), "{text}");
    }
    assert_eq!(
        message("[{\"id\":1},[7]]"),
        "posts.json: line 1, byte 11: posts[1]: expected posts, but found the number 7"
    );
    assert!(
        message(r#"{"headers":{},"status":200}"#)
            .ends_with("expected `body` or `posts` in the envelope, but found neither")
    );
    assert!(message("[".repeat(1000)).ends_with("more than 16 arrays in each other"));
}

#[test]
fn pages_feeds_and_other_texts() {
    for (text, what) in [
        (
            "<!DOCTYPE html>\n<html><head><title>\n Not <found></title>",
            "an HTML page titled \"Not <found>\"",
        ),
        ("<HTML><script>x=[{\"id\":1}]</script>", "an HTML page"),
        ("Notice: x\n<!doctype html><script>x=[{\"id\":1}]</script>", "an HTML page"),
        (
            "\u{FEFF}<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title>",
            "an RSS feed titled \"T\"",
        ),
        ("<rss xmlns:wp=\"http://wordpress.org/export/1.2/\">", "a WordPress export (WXR)"),
        ("<feed xmlns=\"http://www.w3.org/2005/Atom\">", "an Atom feed"),
        ("<?xml version=\"1.0\"?><x/>", "an XML document"),
        (
            "<p>Error establishing a database connection</p>",
            "HTML: \"<p>Error establishing a database connection</p>\"",
        ),
        ("Service   Unavailable", "text: \"Service Unavailable\""),
        ("[abc]", "text: \"[abc]\""),
        ("[\0{\0}\0]\0", "bytes that are no text in UTF-8"),
    ] {
        let error = error(text);
        assert_eq!(error.kind(), ErrorKind::NotJson, "{text}");
        assert_eq!(error.message(), format!("expected posts as JSON, but found {what}"), "{text}");
        assert!(error.advice().is_some(), "{text}");
    }
    refused(
        "[{\"id\":1}]\n<html><title>Busy</title></html>\n[{\"id\":2}]",
        ErrorKind::NotJson,
        "posts.json: line 2, byte 11: expected posts as JSON, but found an HTML page titled \"Busy\"",
        "fetch",
    );
    assert!(error(b"\x1f\x8b\x08\0\0\0").advice().unwrap().contains("--compressed"));
    assert!(error(b"\x28\xb5\x2f\xfd\0\0").advice().unwrap().contains("--compressed"));
}

#[test]
fn nothing() {
    assert_eq!(message(""), "posts.json: line 1, byte 0: the document is empty");
    assert_eq!(
        message(" \n\n"),
        "posts.json: line 3, byte 3: the document holds nothing but white space"
    );
    assert_eq!(
        message("<!-- a -->"),
        "posts.json: line 1, byte 10: the document holds nothing but comments"
    );
    assert_eq!(error(" ").kind(), ErrorKind::Truncated);
}

#[test]
fn what_breaks_off() {
    for (text, place, what) in [
        ("[", "1, byte 1", "an array that began at line 1, byte 0"),
        ("[{\"id\":1}", "1, byte 9", "an array that began at line 1, byte 0"),
        ("[{\"id\":1},\n", "2, byte 11", "an array that began at line 1, byte 0"),
        (
            "[{\"id\":1},\n{\"id\":",
            "2, byte 17: posts[1].id",
            "an object that began at line 2, byte 11",
        ),
        (
            "[{\"title\":{\"rendered\":\"a",
            "1, byte 24: posts[0].title.rendered",
            "a text that began at line 1, byte 22",
        ),
        ("{\"id\":1,\"x\":[1", "1, byte 14: post.x", "an array that began at line 1, byte 12"),
        ("{\"body\":[]", "1, byte 10", "an object that began at line 1, byte 0"),
        ("{\"body\":", "1, byte 8", "an object that began at line 1, byte 0"),
        ("{\"body\"", "1, byte 7", "an object that began at line 1, byte 0"),
        ("cb([{\"id\":1}", "1, byte 12", "an array that began at line 1, byte 3"),
    ] {
        let message = format!("posts.json: line {place}: the document ends inside {what}");
        refused(text, ErrorKind::Truncated, &message, "fetch it again");
    }
}

#[test]
fn broken_grammar() {
    for (text, message) in [
        (
            "[{\"id\":1}{\"id\":2}]",
            "line 1, byte 9: broken JSON: expected `,` or `]`, but found \"{\"id\":2}]\" after \"[{\"id\":1}\"",
        ),
        (
            "[{\"id\":1},]",
            "line 1, byte 10: broken JSON: expected another value after the comma, but found \"]\" after \"[{\"id\":1},\"",
        ),
        (
            "[{\"id\":1} x]",
            "line 1, byte 10: broken JSON: expected `,` or `]`, but found \"x]\" after \"[{\"id\":1}\"",
        ),
        (
            "[{\"id\":1}, nope]",
            "line 1, byte 12: broken JSON: expected a value, but found \"ope]\" after \"n\"",
        ),
        (
            "[{\"id\":1},\n{\"id\" 2}]",
            "line 2, byte 17: posts[1]: broken JSON: expected `:`, but found \"2}]\" after \"{\"id\"\"",
        ),
        (
            "{id:1}",
            "line 1, byte 1: post: broken JSON: expected a key in double quotes, but found \"id:1}\" after \"{\"",
        ),
        (
            "{\"body\" []}",
            "line 1, byte 8: broken JSON: expected `:`, but found \"[]}\" after \"{\"body\"\"",
        ),
    ] {
        refused(text, ErrorKind::NotJson, &format!("posts.json: {message}"), "jq");
    }
}

#[test]
fn a_wrong_type_in_a_field() {
    refused(
        "[{\"id\":1},\n{\"id\":2,\"date_gmt\":5}]",
        ErrorKind::Field,
        "posts.json: line 2, byte 30: posts[1].date_gmt: expected a string, but found the number 5",
        "",
    );
    refused(
        "{\"title\":{\"rendered\":null}}",
        ErrorKind::Field,
        "posts.json: line 1, byte 24: post.title.rendered: expected a string, but found null",
        "",
    );
    assert_eq!(
        message("[{\"id\":1,\"slug\":\"\\ud800\",\"title\":true}]"),
        "posts.json: line 1, byte 1: posts[0].title: expected struct Rendered, but found true"
    );
}
