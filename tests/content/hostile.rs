//! HTML made by foes: what could run does not survive clean, and no size or depth is too much.

use crate::danger::dangers;
use crate::dom::{Dom, Scripting};
use crate::feed::content;
use wp2feed::Html;

const AMMONIA: &str = include_str!("hostile/ammonia.txt");
const MUTATIONS: &str = include_str!("hostile/mutations.txt");

pub(crate) fn inputs() -> impl Iterator<Item = &'static str> {
    AMMONIA.lines().chain(MUTATIONS.lines()).filter(|line| !line.starts_with('%'))
}

#[test]
fn most_inputs_would_run() {
    let run = inputs().filter(|html| !dangers(&content(html, Html::RAW)).is_empty()).count();
    assert!(run > 130, "{run} of {}", inputs().count());
}

/// What is nested, by what opens and what closes it.
const NESTED: [(&str, &str); 14] = [
    ("<div>", "</div>"),
    ("<b>", "</b>"),
    ("<a href=x>", "</a>"),
    ("<p>", ""),
    ("<b-b>", ""),
    ("<blockquote><ul><li>", ""),
    ("<table><tr><td>", "</table>"),
    ("<svg><g>", ""),
    ("<math>", ""),
    ("<template>", "</template>"),
    ("<noscript>", "</noscript>"),
    ("<select>", "</select>"),
    ("<audio src=x>", "</audio>"),
    ("<iframe src=x>", "</iframe>"),
];

fn nested(times: usize, (open, close): (&str, &str)) -> String {
    format!("{}text{}", open.repeat(times), close.repeat(times))
}

#[test]
fn a_thousand_levels_are_not_too_many() {
    for pair in NESTED {
        let html = nested(1000, pair);
        for set in [Html::FAITHFUL, Html::CLEAN] {
            let once = content(&html, set);
            assert_eq!(content(&once, set), once, "{pair:?}");
        }
    }
}

#[test]
fn a_hundred_thousand_levels_are_not_too_many() {
    for pair in NESTED {
        let html = nested(100_000, pair);
        for set in [Html::FAITHFUL, Html::CLEAN] {
            // What stands in a template or a frame nobody reads.
            let reads =
                set == Html::FAITHFUL || !["<template>", "<iframe src=x>"].contains(&pair.0);
            assert_eq!(content(&html, set).contains("text"), reads, "{pair:?}");
        }
    }
}

#[test]
fn ten_megabytes_in_one_attribute_are_not_too_much() {
    let long = "/a b&amp;".repeat(1_200_000);
    for name in ["href", "srcset", "data-src", "style", "title"] {
        let html = format!("<p><img {name}=\"{long}\">text</p>");
        assert!(content(&html, Html::CLEAN).ends_with("text</p>"), "{name}");
    }
}

#[test]
fn what_swallows_the_rest_swallows_no_text() {
    for html in [
        "a<plaintext>b<a href=/x>c</plaintext>d",
        "a<template>b</template>c<a href=/x>d",
        "a\0b<p title='\0'>c\0</p><\0p>d</\0p>",
        "a<svg><title>b</title><text>c</text></svg>d",
        "a<math><mi>b</mi></math>c",
        "a<xmp><a href=/x>b</xmp>c",
        "a<textarea><a href=/x>b</textarea>c",
        "a<!--b",
        "a<p title='b",
    ] {
        let raw = Dom::parse(&content(html, Html::RAW), Scripting::Off).text();
        let faithful = Dom::parse(&content(html, Html::FAITHFUL), Scripting::Off).text();
        assert_eq!(faithful, raw, "{html}");
    }
}
