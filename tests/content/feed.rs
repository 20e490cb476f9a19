//! A feed of one post, as a reader sees it: what the program wrote, read with parsers of other people.

use serde_json::{Value, json};
use wp2feed::{Format, Html, Options, convert};

/// Where the post stands.
pub(crate) const PAGE: &str = "https://e.example/2024/07/tea/";

/// A document of one post with this content.
fn post(content: &str) -> Value {
    json!([{"id": 7, "link": PAGE, "guid": {"rendered": "https://e.example/?p=7"}, "title": {"rendered": "Tea"},
        "date_gmt": "2024-07-01T09:05:03", "excerpt": {"rendered": "Tea."}, "content": {"rendered": content}}])
}

/// The content of the post in the feed.
pub(crate) fn content(html: &str, steps: Html) -> String {
    let feed = written(html, Format::Rss, steps);
    let options = roxmltree::ParsingOptions { nodes_limit: 1000, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(&feed, options).expect("well-formed");
    let content = document.descendants().find(|node| node.tag_name().name() == "encoded");
    let pieces = content.into_iter().flat_map(|node| node.children()).filter_map(|it| it.text());
    pieces.collect()
}

/// The content of the post in a JSON Feed, which may hold every character.
pub(crate) fn content_in_json(html: &str, steps: Html) -> String {
    let feed = written(html, Format::JsonFeed, steps);
    let feed: Value = serde_json::from_str(&feed).expect("JSON");
    feed["items"][0]["content_html"].as_str().unwrap_or_default().to_owned()
}

fn written(html: &str, format: Format, html_steps: Html) -> String {
    let options = Options { html: html_steps, ..Options::default() };
    let mut feed = Vec::new();
    convert(post(html).to_string().as_bytes(), format, &options, &mut feed).expect("a feed");
    String::from_utf8(feed).expect("UTF-8")
}
