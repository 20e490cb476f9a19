//! docs/html.md's promise: each step is told there, and does to its examples what it is told to do.
//!
//! A step has a heading of its own, and below it pairs of `html` blocks: before and after.

use wp2feed::{Html, HtmlStep, Options, read};

const DOCUMENT: &str = include_str!("../docs/html.md");

/// What stands below the heading of a step.
fn section(step: HtmlStep) -> &'static str {
    let heading = format!("\n### `{}`\n", step.name());
    let (_, behind) = DOCUMENT
        .split_once(&heading)
        .unwrap_or_else(|| panic!("docs/html.md has no heading {heading:?}"));
    behind.split("\n##").next().expect("text before a heading")
}

/// The blocks of HTML, without their fences and last line feeds.
fn blocks(section: &str) -> Vec<&str> {
    let behind = section.split("```html\n").skip(1);
    behind.map(|text| text.split("\n```").next().expect("text before a fence")).collect()
}

/// The content of the post at <https://example.org/tea/> with this HTML.
fn content(html: &str, steps: Html) -> String {
    let post = serde_json::json!({
        "id": 7, "link": "https://example.org/tea/", "date_gmt": "2024-07-01T09:05:03",
        "title": {"rendered": "Tea"}, "content": {"rendered": html},
    });
    let options = Options { html: steps, ..Options::default() };
    let (feed, _) = read(post.to_string().as_bytes(), &options).expect("a post");
    feed.entries[0].content.clone().unwrap_or_default()
}

#[test]
fn every_step_does_what_its_examples_show() {
    for step in HtmlStep::ALL {
        let blocks = blocks(section(step));
        assert!(!blocks.is_empty(), "{} has no example", step.name());
        for pair in blocks.chunks(2) {
            let [before, after] = pair else { panic!("{}: {pair:?} has no after", step.name()) };
            assert_ne!(before, after, "{}: an example of nothing", step.name());
            let found = content(before, Html::RAW.with(step));
            assert_eq!(found.trim_end(), *after, "{}", step.name());
        }
    }
}

#[test]
fn the_table_tells_which_set_takes_which_step() {
    for step in HtmlStep::ALL {
        let mark = |set: Html| if set.has(step) { "yes" } else { "" };
        let row = format!(
            "| [`{0}`](#{0}) | {1} | {2} |",
            step.name(),
            mark(Html::FAITHFUL),
            mark(Html::CLEAN)
        );
        let squeezed = DOCUMENT.lines().map(|line| line.split_whitespace().collect::<String>());
        let row: String = row.split_whitespace().collect();
        assert!(squeezed.clone().any(|line| line == row), "docs/html.md lacks the row {row}");
    }
}
