//! The arguments that choose posts, their order and their text.

use super::{json_feed, locked, post, posts, run, titles};

/// Two posts that differ in everything by which one can choose.
fn two() -> String {
    let other = post(2, "2024-02-01T08:00:00", "")
        .replace(r#""type":"post""#, r#""type":"page""#)
        .replace(
            r#"{"id":7,"name":"Ann Other","slug":"ann"}"#,
            r#"{"id":8,"name":"Bob","slug":"bob"}"#,
        )
        .replace(r#""author":7"#, r#""author":8"#)
        .replace(r#""categories":[3],"tags":[]"#, r#""categories":[4],"tags":[5]"#)
        .replace(
            r#"[[{"id":3,"name":"News","slug":"news","taxonomy":"category"}],[]]"#,
            r#"[[{"id":4,"name":"Far, Away","slug":"far","taxonomy":"category"}],
                [{"id":5,"name":"Blue","slug":"blau","taxonomy":"post_tag"}]]"#,
        );
    format!("[{},{other}]", post(1, "2024-01-01T08:00:00", ""))
}

/// Asserts that the arguments choose the posts with these titles.
#[track_caller]
fn chosen(args: &[&str], input: &str, expected: &[&str]) {
    assert_eq!(titles(&json_feed(args, input)), expected);
}

#[test]
fn the_newest_are_first_and_the_limit_cuts_after_ordering() {
    chosen(&[], &posts(), &["Post 3", "Post 2", "Post 1"]);
    chosen(&["--limit", "2"], &posts(), &["Post 3", "Post 2"]);
    chosen(&["--order", "input"], &posts(), &["Post 1", "Post 3", "Post 2"]);
}

#[test]
fn feeds_have_no_more_bytes_than_they_may() {
    let long = format!(r#","content":{{"rendered":"<p>{}</p>"}}"#, "Whole ".repeat(500));
    let document = format!(
        "[{},{},{}]",
        post(1, "2024-01-01T08:00:00", ""),
        post(2, "2024-02-01T08:00:00", &long),
        post(3, "2024-03-01T08:00:00", "")
    );
    let (feed, said) = run(&["--max-bytes", "1700"], &*document, 0);
    assert!(feed.len() <= 1700 && feed.matches("<item>").count() == 2, "{feed}");
    assert!(
        said.contains("without content, which is too much for a feed of 1700 bytes: 2"),
        "{said}"
    );
    assert!(said.contains("1 post left out, for a feed may have 1700 bytes: 1"), "{said}");
    assert_eq!(run(&["--max-bytes", "100KB", "--strict"], document, 0).1, "");
}

#[test]
fn addresses_move_and_ids_stay() {
    let args = ["--rewrite", "https://example.org=https://www.example.net"];
    let item = json_feed(&args, &posts())["items"][0].clone();
    assert_eq!(item["url"], "https://www.example.net/3/");
    assert_eq!(item["id"], "https://example.org/?p=3");
    let two = [&args[..], &["--rewrite", "example.org/3=example.com"]].concat();
    let feed = json_feed(&two, &posts());
    assert_eq!(feed["items"][0]["url"], "https://example.com/");
    assert_eq!(feed["home_page_url"], "https://www.example.net");
    let link = r#"<p><a href=\"https://example.org/\">Home</a></p>"#;
    let linked = post(1, "2024-01-01T08:00:00", &format!(r#","content":{{"rendered":"{link}"}}"#));
    let raw = json_feed(&[&args[..], &["--html", "raw"]].concat(), &linked);
    assert_eq!(raw["items"][0]["url"], "https://www.example.net/1/");
    assert_eq!(raw["items"][0]["content_html"], link.replace('\\', ""));
    let (_, said) = run(&["--rewrite", "https://cms.example.org=https://example.org"], posts(), 0);
    assert!(said.contains("https://example.org fits no address"), "{said}");
    assert!(said.contains("the entries are at example.org"), "{said}");
}

#[test]
fn the_last_changed_can_be_first() {
    let old = r#""modified_gmt":"2024-01-01T08:00:00""#;
    let changed = posts().replace(old, r#""modified_gmt":"2024-12-01T08:00:00""#);
    chosen(&["--order", "modified"], &changed, &["Post 1", "Post 3", "Post 2"]);
}

#[test]
fn a_span_has_its_start_and_not_its_end() {
    let span = ["--since", "2024-02-01T08:00:00", "--until", "2024-03-01T08:00:00"];
    chosen(&span, &posts(), &["Post 2"]);
    chosen(&["--since", "2024-02-02"], &posts(), &["Post 3"]);
    chosen(&["--until", "2024-02-02"], &posts(), &["Post 2", "Post 1"]);
}

#[test]
fn a_date_may_have_a_zone() {
    chosen(&["--since", "2024-03-01T09:00:00+01:00"], &posts(), &["Post 3"]);
    chosen(&["--since", "2024-03-01T09:00:01+01:00"], &posts(), &[]);
    chosen(&["--until", "2024-01-01T08:00:01Z"], &posts(), &["Post 1"]);
}

#[test]
fn terms_are_named_by_slug_name_or_number() {
    for far in ["far", "Far, Away", "4"] {
        chosen(&["--category", far], &two(), &["Post 2"]);
    }
    for blue in ["blau", "Blue", "5"] {
        chosen(&["--tag", blue], &two(), &["Post 2"]);
    }
    chosen(&["--category", "news"], &two(), &["Post 1"]);
    chosen(&["--category", "news", "--category", "far"], &two(), &["Post 2", "Post 1"]);
    chosen(&["--category", "news", "--tag", "blau"], &two(), &[]);
}

#[test]
fn authors_and_types_choose_too() {
    for bob in ["bob", "Bob", "8"] {
        chosen(&["--author-is", bob], &two(), &["Post 2"]);
    }
    chosen(&["--type", "page"], &two(), &["Post 2"]);
    chosen(&["--type", "post,page"], &two(), &["Post 2", "Post 1"]);
    chosen(&["--type", "post", "--type", "page"], &two(), &["Post 2", "Post 1"]);
}

#[test]
fn the_text_can_be_cut() {
    let parts = |content| {
        let (rss, _) = run(&["--content", content], posts(), 0);
        (rss.contains("Short 1"), rss.contains("Whole 1"))
    };
    assert_eq!(parts("full"), (true, true));
    assert_eq!(parts("summary"), (true, false));
    assert_eq!(parts("none"), (false, false));
}

#[test]
fn locked_posts_can_be_named() {
    chosen(&[], &locked(), &[]);
    chosen(&["--include-protected"], &locked(), &["Secret"]);
}

#[test]
fn pretty_indents_and_says_the_same() {
    for format in ["rss", "atom", "json"] {
        assert!(!run(&["-t", format], posts(), 0).0.contains("\n  "), "{format}");
        assert!(run(&["-t", format, "--pretty"], posts(), 0).0.contains("\n  "), "{format}");
    }
    assert_eq!(json_feed(&["--pretty"], &posts()), json_feed(&[], &posts()));
}

#[test]
fn a_page_of_the_site_has_its_posts_alone() {
    chosen(&["--feed-of", "home"], &two(), &["Post 1"]);
    chosen(&["--feed-of", "category:news"], &two(), &["Post 1"]);
    chosen(&["--feed-of", "author:Bob"], &two(), &[]);
    chosen(&["--feed-of", "author:Bob", "--type", "page"], &two(), &["Post 2"]);
    chosen(&["--feed-of", "type:page"], &two(), &["Post 2"]);
    chosen(&["--feed-of", "search:whole 2"], &two(), &["Post 2"]);
}

#[test]
fn a_month_is_that_of_the_sites_clock() {
    let gmt = "2024-02-01T02:00:00";
    let local = post(1, gmt, r#","date":"2024-01-31T21:00:00""#);
    let document = format!("[{local},{}]", post(2, gmt, ""));
    chosen(&["--feed-of", "date:2024-01"], &document, &["Post 1"]);
    chosen(&["--feed-of", "date:2024"], &document, &["Post 2", "Post 1"]);
    let (_, said) = run(&["--feed-of", "date:2024-01"], document, 0);
    assert!(said.contains("the date by the site's clock can't be judged, left out: 2"), "{said}");
}

#[test]
fn a_locked_post_is_in_no_search() {
    chosen(&["--include-protected", "--feed-of", "home"], &locked(), &["Secret"]);
    chosen(&["--include-protected", "--feed-of", "search:secret"], &locked(), &[]);
}

#[test]
fn a_term_among_those_that_are_not_in_the_document_is_not_denied() {
    let cut = post(1, "2024-01-01T08:00:00", "").replace(r#""tags":[]"#, r#""tags":[5,6]"#).replace(
        r#""taxonomy":"category"}],[]]"#,
        r#""taxonomy":"category"}],[{"id":5,"name":"Blue","slug":"blau","taxonomy":"post_tag"}]]"#,
    );
    for (tag, blind) in [("blau", false), ("5", false), ("7", false), ("red", true)] {
        for flag in
            [["--tag", tag].map(str::to_owned), ["--feed-of".to_owned(), format!("tag:{tag}")]]
        {
            let (_, said) = run(&[&flag[0], &flag[1]], format!("[{cut}]"), 0);
            assert_eq!(
                said.contains("the tag can't be judged, left out: 1"),
                blind,
                "{flag:?} {said}"
            );
        }
    }
}
