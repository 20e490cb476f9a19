//! The arguments that say where texts end, and in which forms they are written.

use super::{json_feed, post, posts, run};

/// A document with one post that has this content.
fn of(content: &str) -> String {
    let content = format!(r#","content":{{"rendered":{content:?},"protected":false}}"#);
    let whole = r#""content":{"rendered":"<p>Whole 1</p>","protected":false},"#;
    let post = post(1, "2024-01-01T08:00:00", &content);
    assert!(post.contains(whole));
    format!("[{}]", post.replace(whole, ""))
}

/// The text of the only entry, as HTML.
#[track_caller]
fn text(args: &[&str], input: &str) -> String {
    json_feed(args, input)["items"][0]["content_html"].as_str().expect("a text").to_owned()
}

#[test]
fn the_first_page_or_all_are_written() {
    let pages = of("<p>One.</p>\n<!--nextpage-->\n<p>Two.</p>\n");
    assert_eq!(text(&[], &pages), "<p>One.</p>\n<p>Two.</p>\n");
    assert_eq!(text(&["--page", "all"], &pages), text(&[], &pages));
    assert_eq!(text(&["--page", "first"], &pages), "<p>One.</p>");
    assert_eq!(text(&["--page", "first", "--html", "raw"], &pages), "<p>One.</p>");
    let (_, stderr) = run(&["--page", "2"], posts(), 2);
    assert!(stderr.contains("[possible values: all, first]"), "{stderr}");
}

#[test]
fn a_teaser_ends_in_a_link_that_says_what_is_asked_for() {
    let teaser = of("<p>One.</p>\n<p><!--more--></p>\n<p>Two.</p>\n");
    let link =
        |words| format!("<p>One.</p>\n<p><a href=\"https://example.org/1/\">{words}</a></p>\n");
    assert_eq!(text(&[], &teaser), "<p>One.</p>\n<p>Two.</p>\n");
    assert_eq!(text(&["--more", "R&D <on>"], &teaser), link("R&amp;D &lt;on&gt;"));
    assert_eq!(text(&["--more", "On", "--html", "raw"], &teaser), link("On"));
    let own = of("<p>One.</p>\n<p><!--more All of it--></p>\n<p>Two.</p>\n");
    assert_eq!(text(&["--more", "On"], &own), link("All of it"));
    run(&["--more", ""], posts(), 2);
}

#[test]
fn a_post_without_address_keeps_what_is_behind_its_teaser() {
    let teaser = of("<p>One.</p><!--more--><p>Two.</p>");
    let teaser = teaser.replace(r#""link":"https://example.org/1/","#, "");
    assert_eq!(text(&["--more", "On"], &teaser), "<p>One.</p><p>Two.</p>");
}

#[test]
fn summaries_that_are_not_all_end_in_the_link() {
    let summary = |content| text(&["--more", "On", "--content", "summary"], &of(content));
    assert_eq!(summary("<p>Short 1</p>\n"), "Short 1");
    assert_eq!(summary("<p>Long 1</p>"), "Short 1 <a href=\"https://example.org/1/\">On</a>");
}

#[test]
fn the_footer_is_taken_off_where_that_is_asked_for() {
    let footer = "<p>The post <a href=\"https://example.org/1/\">Post 1</a> appeared first on \
        <a href=\"https://example.org\">Example</a>.</p>";
    let content = of(&format!("<p>One.</p>\n{footer}\n"));
    assert!(text(&[], &content).contains("appeared first"));
    for html in ["faithful", "raw"] {
        assert_eq!(text(&["--strip-footer", "--html", html], &content), "<p>One.</p>\n");
    }
}

/// A post whose excerpt WordPress has cut.
fn cut() -> String {
    let more = r#","content":{"rendered":"<p>One <b>two</b> three.</p><ul><li>four</li></ul>"},
        "excerpt":{"rendered":"<p>One two [&hellip;]</p>\n"}"#;
    format!("[{}]", post(1, "2024-01-01T08:00:00", more))
}

#[test]
fn texts_are_plain_too_if_that_is_asked_for() {
    let item = |args: &[&str]| json_feed(args, &cut())["items"][0].clone();
    let plain = item(&["--content-text"]);
    assert_eq!(plain["content_text"], "One two three.\n\n- four");
    assert_eq!(plain["content_html"], item(&[])["content_html"]);
    assert!(item(&[]).get("content_text").is_none());
    assert!(item(&["--content-text", "--content", "summary"]).get("content_text").is_none());
}

#[test]
fn plain_texts_are_of_json_feed_alone() {
    let (rss, stderr) = run(&["--content-text"], posts(), 0);
    assert_eq!(rss, run(&[], posts(), 0).0);
    assert!(stderr.contains("JSON Feed alone carries it"), "{stderr}");
    run(&["--content-text", "--strict"], posts(), 1);
    run(&["--content-text", "--strict", "-t", "json"], posts(), 0);
}

#[test]
fn excerpts_that_wordpress_made_are_as_long_as_one_wants() {
    let summary = |length: &str| {
        json_feed(&["--excerpt-length", length], &cut())["items"][0]["summary"].clone()
    };
    assert_eq!(summary("1"), "One […]");
    assert_eq!(summary("2"), "One two […]");
    assert_eq!(summary("3"), "One two three. […]");
    assert_eq!(summary("100"), "One two three. four");
}

#[test]
fn excerpts_of_people_stay() {
    let feed = json_feed(&["--excerpt-length", "1"], &posts());
    assert_eq!(feed["items"][0]["summary"], "Short 3");
}
