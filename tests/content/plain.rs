//! What is promised of plain text: that of html5ever's tree is in it, whatever the markup is.

use crate::corpus::posts;
use crate::dom::{Dom, Scripting};
use crate::generate;
use crate::hostile;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use wp2feed::model::{Entry, Feed};
use wp2feed::{Format, Html, Options};

/// What is read on one line: the summary of a JSON Feed.
fn line(html: &str) -> String {
    let entry = Entry { summary: Some(html.to_owned()), ..Entry::default() };
    let feed = Feed { entries: vec![entry], ..Feed::default() };
    let feed: Value = serde_json::from_slice(&Format::JsonFeed.write(&feed, false)).expect("JSON");
    feed["items"][0]["summary"].as_str().unwrap_or_default().to_owned()
}

/// What is read as a whole: the text of a post with this content.
fn whole(html: &str) -> String {
    let post = serde_json::json!({"id": 7, "content": {"rendered": html}});
    let options = Options { html: Html::RAW, content_text: true, ..Options::default() };
    let (feed, _) = wp2feed::read(post.to_string().as_bytes(), &options).expect("a feed");
    feed.entries.into_iter().next().and_then(|entry| entry.text).unwrap_or_default()
}

/// The letters of a text, without the white space and NUL that parsers may leave out.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\0').collect()
}

/// The letters that html5ever finds.
fn seen(html: &str) -> String {
    letters(&Dom::parse(html, Scripting::Off).text())
}

/// Tells whether the letters of a text stand in another in the same order, figures raised or not.
fn stands_in(text: &str, other: &str) -> bool {
    let plain = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|sign| sign == c);
    let figure = |c: char| plain(c).map_or(c, |n| char::from(b'0' + n as u8));
    let mut other = other.chars().map(figure);
    text.chars().filter(|c| c.is_alphanumeric()).all(|c| other.any(|one| one == figure(c)))
}

#[test]
fn what_people_read_of_a_post_is_in_its_text() {
    let mut read = 0;
    for post in posts() {
        // The tree does not tell what is hidden.
        let Some(html) = post.content().filter(|html| !html.contains("<p hidden>")) else {
            continue;
        };
        let (seen, whole) = (Dom::parse(html, Scripting::Off).text(), whole(html));
        assert!(stands_in(&seen, &whole), "{}\n{seen}\n{whole}", post.name);
        assert!(stands_in(&seen, &line(html)), "{}\n{seen}", post.name);
        read += usize::from(!whole.is_empty());
    }
    assert!(read > 200, "{read} posts");
}

/// What WordPress made of 55 words is not made anew; Japanese has 110 characters there.
#[test]
fn excerpts_of_the_usual_length_are_those_of_wordpress() {
    let mut same = 0;
    for post in posts().into_iter().filter(|post| post.name.contains("recorded")) {
        let summary = |excerpt_length| {
            let options = Options { excerpt_length, ..Options::default() };
            let (feed, _) = wp2feed::read(post.json.to_string().as_bytes(), &options).ok()?;
            feed.entries.into_iter().next()?.summary
        };
        let (usual, told) = (summary(None), summary(Some(55)));
        let japanese = usual.as_deref().is_some_and(|text| text.contains('の'));
        assert!(japanese || usual == told, "{}\n{usual:?}\n{told:?}", post.name);
        same += usize::from(usual.is_some());
    }
    assert!(same > 150, "{same} excerpts");
}

#[test]
fn a_text_without_its_end_is_missed() {
    assert!(stands_in("10 6 a", "10⁶ (b) a") && !stands_in("a b", "a") && !stands_in("b a", "a b"));
}

#[test]
fn texts_of_foes_are_those_that_browsers_show() {
    for html in hostile::inputs() {
        assert!(stands_in(&seen(html), &whole(html)), "{html}");
    }
}

#[test]
fn no_size_and_no_depth_is_too_much() {
    let attributes: String = (0..30_000).map(|n| format!(" a{n}=1")).collect();
    let inputs = [
        format!("<a{attributes}>text"),
        format!("<a href=\"{}\">text</a>", "x".repeat(3_000_000)),
        format!("{}text{}", "<b>".repeat(30_000), "</i>".repeat(30_000)),
        format!("{}text", "<ul><li>a<blockquote>".repeat(30_000)),
        format!("{}text", "<table><tr><td>".repeat(30_000)),
        format!("{}text", "<ol reversed><li>".repeat(30_000)),
        format!("text{}", "\u{202B}<q>".repeat(30_000)),
    ];
    for html in inputs {
        let start = html.chars().take(40).collect::<String>();
        assert!(line(&html).contains("text"), "{start}");
        let whole = whole(&html);
        assert!(whole.contains("text") && whole.len() < 20 * html.len(), "{start}");
    }
}

/// Elements in any order. Parsers move what stands in tables to other places, and what is quoted or read out
/// gets marks, so these are not among them.
const SOUP: [&str; 40] = [
    "p",
    "div",
    "b",
    "i",
    "a",
    "span",
    "em",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "h1",
    "section",
    "figure",
    "br",
    "hr",
    "img",
    "input",
    "wbr",
    "script",
    "style",
    "template",
    "title",
    "textarea",
    "noscript",
    "xmp",
    "iframe",
    "noembed",
    "details",
    "button",
    "nobr",
    "center",
    "my-box",
    "code",
    "address",
    "body",
];

fn soup() -> impl Strategy<Value = String> {
    let texts = [
        "a",
        "b c",
        " ",
        "\n",
        "&lt;",
        "&amp;amp;",
        "&copy",
        "&",
        "<",
        "é",
        "港",
        "👍🏽",
        "\0",
        "]]>",
    ];
    let tags = ["<!--", "-->", "<!", "<?x?>", "</", "<a b='", "\">", "</p>", "<![CDATA[", "<u"];
    let piece = prop_oneof![
        4 => select(SOUP.to_vec()).prop_map(|name| format!("<{name}>")),
        4 => select(SOUP.to_vec()).prop_map(|name| format!("</{name}>")),
        4 => select(texts.to_vec()).prop_map(str::to_owned),
        1 => select(tags.to_vec()).prop_map(str::to_owned),
    ];
    vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Drawings and formulas, and what ends them; no CDATA, which is one or not by the tree alone.
fn foreign() -> impl Strategy<Value = String> {
    let pieces = [
        "<svg>",
        "</svg>",
        "<math>",
        "</math>",
        "<g>",
        "</g>",
        "<text>",
        "</text>",
        "<path/>",
        "<mi>",
        "</mi>",
        "<mtext>",
        "</mtext>",
        "<foreignObject>",
        "</foreignObject>",
        "<svg/>",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "a",
        "b",
        "&lt;",
        "<br>",
        "<div>",
        "</div>",
        "<span>",
    ];
    vec(select(pieces.to_vec()), 0..16).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn soup_is_read_as_browsers_read_it(html in soup()) {
        prop_assert_eq!(letters(&line(&html)), seen(&html));
    }

    #[test]
    fn drawings_and_formulas_are_read_as_browsers_read_them(html in foreign()) {
        prop_assert_eq!(letters(&line(&html)), seen(&html));
    }

    #[test]
    fn texts_are_well_laid_out(html in generate::html()) {
        let whole = whole(&html);
        prop_assert!(!html.contains("&lt;") || whole.len() <= 8 * html.len(), "{:?}", whole);
        prop_assert_eq!(whole.trim_ascii_end(), &whole);
        let again = line(&whole.replace('&', "&amp;").replace('<', "&lt;"));
        let blank = again.is_empty() && !whole.chars().any(char::is_alphanumeric);
        prop_assert!(blank || again == folded(&whole), "{:?}", whole);
        let line = line(&html);
        prop_assert_eq!(folded(&line), line);
    }

    /// Markup alone leaves no signs of it.
    #[test]
    fn no_bracket_is_left_of_a_tag(pieces in vec(select(SOUP.to_vec()), 0..12)) {
        let quiet = |name: &&str| !["xmp", "textarea", "script", "style"].contains(name);
        let html: String = pieces.iter().filter(|name| quiet(name)).map(|name| format!("<{name}>a")).collect();
        prop_assert!(!whole(&html).contains('<') || html.contains("<title>") || html.contains("<iframe>")
            || html.contains("<noembed>"), "{}", html);
    }

    #[test]
    fn any_text_at_all_has_a_plain_one(html in any::<String>()) {
        prop_assert!(stands_in(&letters(&line(&html)), &whole(&html)));
    }
}

/// A text on one line.
fn folded(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
