//! A look must see whatever the steps would change: under odd input, and in the stored posts.

use super::*;
use crate::content::noticed::Noticed;
use crate::content::page::Page;
use crate::content::{pass, prepare};
use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::path::Path;

const POST: &str = "https://blog.example/2024/tea/";

fn says(html: &str) -> bool {
    Look::new(Html::RAW.with(HtmlStep::Addresses)).has_work(html)
}

#[test]
fn what_is_common_has_no_work() {
    for html in [
        r#"<p class="a">1 + 1 = 2, x="/y" <a href="https://x/?src=/a&#038;href=/b">b</a></p>"#,
        r#"<IMG SRC='HTTP://x/a.png' data-src="/b.png" alt=src srcset="https://x/a,b.png?a=1&#038;b=2 1x, https://x/c 2x">"#,
        r#"<a href = "mailto:a@x"></a><a href=javascript:void(0)></a><img src="data:image/gif;base64,AA==">"#,
        r#"<div style="color:red; background: url( https://x/a.png ), URL('#b'), url(&quot;data:,&quot;); width: calc(1px)">"#,
        r#"<input value="/x"><li value=3>"#,
    ] {
        assert!(!says(html), "{html}");
    }
}

#[test]
fn what_is_relative_or_strange_has_work() {
    for html in [
        "<a href=/x>",
        "<a\nHREF \n=\n'x'>",
        "<a title=\"\"href=\"#x\">",
        "<a href=\"\"https://x>",
        "<a href=&quot;https://x>",
        "<a href=\"https&colon;//x\">",
        "<img srcset=\"https://x/a.png 1x, /b.png 2x\">",
        "<img srcset=\"https://x/a&#32;,/b\">",
        "<img srcset=https://x/a,/b>",
        "<p style='background:url(/x)'>",
        "<p style='background:url(\"\\'https://x\")'>",
        "<p style='background:u\\72 l(https://x)'>",
        "<p style='background:-webkit-image-set(\"/x\" 1x)'>",
        "<use xlink:href='/sprite.svg#x'/>",
        "<PARAM name=movie value=x.swf>",
        "<iframe srcdoc='x'></iframe>",
    ] {
        assert!(says(html), "{html}");
    }
}

/// Pieces of which odd tags are made.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<a",
        "<img",
        "<param",
        "<svg>",
        "<iframe",
        "<noscript>",
        "</noscript>",
        "<!--",
        "-->",
        "<p",
        ">",
        "/",
        " ",
        "\n",
        "\t",
        "=",
        "\"",
        "'",
        "&quot;",
        "&#39;",
        "&amp;",
        "&#32;",
        "&colon;",
        "&",
        ";",
        ",",
        "\\",
        "(",
        ")",
        "\0",
        "é",
        "href",
        "SRC",
        "srcset",
        "style",
        "value",
        "name",
        "movie",
        "srcdoc",
        "xlink:href",
        "ping",
        "data-src",
        "data",
        "class",
        "id",
        "lazyload",
        "wp-playlist",
        "wp-embedded-content",
        "wp-block-gallery-",
        "2",
        "audio-1-",
        "data-wp-key",
        "data-secret",
        "?secret=",
        "<form",
        "action",
        "wp-json/wp/v2/posts?a=1&#038;b=2",
        "wp-json%2Fwp%2F",
        "redirect_to=",
        "&_=",
        "nonce",
        "more",
        " wp:x ",
        "<p><div",
        "<audio",
        "<style>#",
        "</style>",
        "url(",
        "URL( ",
        "image-set(",
        "src(",
        "#x",
        "x",
        "1x",
        "/x",
        "//x",
        "https://x",
        "HTTP:",
        "data:,x",
        ":",
        "a:",
    ]);
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

/// The sets of steps that one pass takes, and each of these alone.
fn sets() -> impl Iterator<Item = Html> {
    let alone = HtmlStep::ALL.into_iter().filter(|step| Html::FAITHFUL.has(*step));
    alone.map(|step| Html::RAW.with(step)).chain([Html::FAITHFUL])
}

/// Tells whether the steps leave a text as it is if a look says so.
fn is_right_about(html: &str, set: Html) -> bool {
    Look::new(set).has_work(html)
        || [Some(POST), None].into_iter().all(|base| {
            let (page, mut noticed) = (Page::new(set, base), Noticed::default());
            let prepared = prepare::prepare(html, set);
            let fit = pass::rewrite(html, &page, &mut noticed);
            prepared.is_none() && fit.as_deref() == Some(html) && noticed.iter().count() == 0
        })
}

/// The texts of the posts that are stored beside the tests.
fn stored(folder: &Path, texts: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            stored(&path, texts);
        } else if path.extension().is_some_and(|ending| ending == "json")
            && let Ok(json) = serde_json::from_slice(&fs::read(&path).unwrap())
        {
            rendered(json, texts);
        }
    }
}

fn rendered(json: Value, texts: &mut Vec<String>) {
    match json {
        Value::Array(values) => values.into_iter().for_each(|value| rendered(value, texts)),
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(text) if name == "rendered" => texts.push(text),
                    value => rendered(value, texts),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn stored_texts_that_have_no_work_are_left_as_they_are() {
    let mut texts = Vec::new();
    for folder in ["tests/recorded", "samples"] {
        stored(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut texts);
    }
    texts.sort();
    texts.dedup();
    assert!(texts.len() > 500, "{} texts", texts.len());
    for text in &texts {
        for set in sets() {
            assert!(is_right_about(text, set), "{set:?} of {text}");
        }
    }
    let idle = texts.iter().filter(|text| !Look::new(Html::FAITHFUL).has_work(text)).count();
    assert!(idle * 10 > texts.len() * 9, "{idle} of {} need nothing", texts.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_has_no_work_is_left_as_it_is(html in pieces()) {
        for set in sets() {
            prop_assert!(is_right_about(&html, set), "{:?} of {}", set, html);
        }
    }

    #[test]
    fn once_is_enough(html in pieces()) {
        let page = Page::new(Html::FAITHFUL, Some(POST));
        let once = pass::rewrite(&html, &page, &mut Noticed::default()).unwrap();
        prop_assert_eq!(pass::rewrite(&once, &page, &mut Noticed::default()), Some(once));
    }
}
