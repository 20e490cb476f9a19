//! Every document that is no list of posts is refused with a message of its own, and every form in which
//! posts are stored gives the same feed.

use std::fs;
use std::path::{Path, PathBuf};
use wp2feed::{Error, ErrorKind, Format, Options};

fn recorded(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded").join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(recorded(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The feed of a text, and what is noted of its form.
fn convert(text: &str) -> Result<(String, Vec<String>), Error> {
    let mut feed = Vec::new();
    let report = wp2feed::convert(text.as_bytes(), Format::Rss, &Options::default(), &mut feed)?;
    let form = report.notes().filter(|note| ["rubbish", "unicode"].contains(&note.kind().code()));
    Ok((String::from_utf8_lossy(&feed).into_owned(), form.map(ToString::to_string).collect()))
}

/// What each recorded error is told as, and a word of the advice.
const ERRORS: [(&str, ErrorKind, &str, &str); 16] = [
    (
        "feed-of-no-category.xml",
        ErrorKind::NotJson,
        "found an RSS feed titled \"Harbour &amp; Tide:",
        "/wp/v2/posts",
    ),
    ("html-404.html", ErrorKind::Truncated, "the document is empty", "curl -i"),
    (
        "rest_forbidden-draft.401.json",
        ErrorKind::NotPosts,
        "rest_forbidden (401): Sorry",
        "application password",
    ),
    (
        "rest_forbidden-private.401.json",
        ErrorKind::NotPosts,
        "rest_forbidden (401): Sorry",
        "application password",
    ),
    (
        "rest_forbidden.401.json",
        ErrorKind::NotPosts,
        "rest_forbidden (401): Sorry",
        "application password",
    ),
    (
        "rest_forbidden_context.401.json",
        ErrorKind::NotPosts,
        "rest_forbidden_context (401): Sorry, you are not allowed to edit posts in this post type.",
        "without context=edit",
    ),
    (
        "rest_invalid_param-two.400.json",
        ErrorKind::NotPosts,
        "rest_invalid_param (400): Invalid parameter(s): per_page; per_page: per_page must be between 1",
        "up to 100",
    ),
    (
        "rest_invalid_param.400.json",
        ErrorKind::NotPosts,
        "rest_invalid_param (400): Invalid parameter(s): per_page; per_page: per_page must be between 1",
        "up to 100",
    ),
    (
        "rest_no_route.404.json",
        ErrorKind::NotPosts,
        "rest_no_route (404): No route was found",
        "?rest_route=",
    ),
    (
        "rest_post_incorrect_password.403.json",
        ErrorKind::NotPosts,
        "rest_post_incorrect_password (403): Incorrect post password.",
        "?password=",
    ),
    (
        "rest_post_invalid_id.404.json",
        ErrorKind::NotPosts,
        "rest_post_invalid_id (404): Invalid post ID.",
        "deleted",
    ),
    (
        "rest_post_invalid_page_number.400.json",
        ErrorKind::NotPosts,
        "rest_post_invalid_page_number (400): The page number requested",
        "X-WP-TotalPages",
    ),
    (
        "rest_user_cannot_view.401.json",
        ErrorKind::NotPosts,
        "rest_user_cannot_view (401): Sorry, you are not allowed to list users.",
        "_embed",
    ),
    (
        "rest_user_invalid_id.404.json",
        ErrorKind::NotPosts,
        "rest_user_invalid_id (404): Invalid user ID.",
        "author",
    ),
    (
        "wrong-password-edit.401.json",
        ErrorKind::NotPosts,
        "rest_forbidden_context (401)",
        "without context=edit",
    ),
    (
        "../shapes/envelope-error.json",
        ErrorKind::NotPosts,
        "rest_post_invalid_page_number (400): The page number requested",
        "X-WP-TotalPages",
    ),
];

#[test]
fn every_recorded_error_has_its_message() {
    for (name, kind, message, advice) in ERRORS {
        let error = convert(&read(&format!("errors/{name}"))).expect_err(name);
        assert_eq!(error.kind(), kind, "{name}");
        assert!(error.to_string().contains(message), "{name}: {error}");
        assert!(
            error.advice().is_some_and(|given| given.contains(advice)),
            "{name}: {:?}",
            error.advice()
        );
        assert!(error.location().byte.is_some() && error.location().line.is_some(), "{name}");
    }
    let files = fs::read_dir(recorded("errors")).unwrap().map(|file| file.unwrap().file_name());
    for name in
        files.map(|name| name.into_string().unwrap()).filter(|name| !name.ends_with(".headers"))
    {
        let known = ERRORS.iter().any(|row| row.0 == name);
        // A wrong password is ignored, and the answer is what everybody may see.
        assert!(known || name == "wrong-password-view.200.json", "{name} has no row");
    }
    assert!(convert(&read("errors/wrong-password-view.200.json")).is_ok());
}

#[test]
fn other_documents_of_the_api_are_named() {
    for (name, what) in [
        ("categories", "a category, a tag or another term"),
        ("category-with-parent", "a category, a tag or another term"),
        ("index-embed", "the site's index"),
        ("index-offset", "the site's index"),
        ("index-small", "the site's index"),
        ("index-v2", "the index of a namespace of the site's API"),
        ("index", "the site's index"),
        ("oembed", "an oEmbed answer"),
        ("settings", "the site's settings"),
        ("statuses", "the site's post statuses"),
        ("tags", "a category, a tag or another term"),
        ("taxonomies", "the site's taxonomies"),
        ("types", "the site's post types"),
        ("user-2", "a user"),
        ("users-edit", "a user"),
        ("users", "a user"),
    ] {
        let error = convert(&read(&format!("site/{name}.json"))).expect_err(name);
        assert_eq!(error.kind(), ErrorKind::NotPosts, "{name}");
        assert_eq!(error.message(), format!("expected posts, but found {what}"), "{name}");
    }
}

#[test]
fn every_form_gives_the_same_feed() {
    let array = read("lists/page1-embed.json");
    let items = array.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap();
    let value: Vec<serde_json::Value> = serde_json::from_str(&array).unwrap();
    let lines = value.iter().map(|post| format!("{post}\n")).collect::<String>();
    let (expected, _) = convert(&array).unwrap();
    for (form, text) in [
        ("pretty", serde_json::to_string_pretty(&value).unwrap()),
        ("lines", lines),
        ("envelope", format!("{{\"body\":[{items}],\"status\":200,\"headers\":{{\"X\":\"[\"}}}}")),
        ("envelope, body last", format!("{{\"headers\":{{}},\"status\":200,\"body\":[{items}]}}")),
        ("WordPress.com", format!("{{\"found\":9,\"posts\":[{items}],\"meta\":{{}}}}")),
        ("pages", format!("[]\n[{items}][]")),
        ("pages in an array", format!("[[],[{items}]]")),
        ("_jsonp", format!("/**/cb([{items}])")),
        ("byte order marks", format!("\u{FEFF}[{items}]\n\u{FEFF}[]")),
    ] {
        let (feed, notes) = convert(&text).unwrap_or_else(|e| panic!("{form}: {e}"));
        assert!(feed == expected, "{form}");
        assert_eq!(notes, [""; 0], "{form}");
    }
}

#[test]
fn rubbish_around_posts_is_kept_out_and_told() {
    let array = read("lists/page1-embed.json");
    let notice = "<br />\n<b>Notice</b>:  Undefined index: [0] in <b>/a/{b}.php</b> on line <b>3</b><br />\n";
    let (expected, _) = convert(&array).unwrap();
    let (feed, notes) = convert(&format!("{notice}{array}\n<!-- cached in {{1}} s -->")).unwrap();
    assert!(feed == expected);
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(
        notes[0].contains("before the JSON (line 1, byte 0: \"<br /> <b>Notice</b>"),
        "{}",
        notes[0]
    );
    assert!(notes[1].contains("<!-- cached in {1} s -->"), "{}", notes[1]);
}

#[test]
fn real_posts_cut_anywhere_are_refused_as_cut() {
    let array = read("single/1001-by-slug.json");
    let array = array.trim_end();
    for end in (0..array.len()).filter(|&end| array.is_char_boundary(end)).step_by(7) {
        let error = convert(&array[..end]).expect_err("a cut document");
        assert_eq!(error.kind(), ErrorKind::Truncated, "{end}: {error}");
    }
}

#[test]
fn a_wrong_value_is_told_with_its_path() {
    let array =
        read("lists/page1.json").replacen("\"date_gmt\":\"2024", "\"date_gmt\":\"soon 2024", 1);
    let error = convert(&array).expect_err("a wrong date");
    assert_eq!(error.kind(), ErrorKind::Field);
    let path = error.location().path.as_deref().unwrap();
    assert!(path.starts_with("posts[") && path.ends_with("].date_gmt"), "{path}");
    assert!(
        error.message().starts_with(
            "expected a date like 2024-07-01T09:05:03, but found the text \"soon 2024"
        )
    );
}
