//! What the W3C's feed validator says of HTML in a feed: its rules of `content:encoded`, `description` and
//! Atom's `content` (`safeHtml`, `absUrlMixin` and `validatorBase.characters` in its `validators.py` and
//! `base.py`), retold. In place of html5lib stands html5ever.

mod known;
mod style;

use crate::dom::{Dom, Element, Scripting};
use known::{ATTRIBUTES, ELEMENTS};

/// Everything it would say of the HTML.
pub(crate) fn complaints(html: &str) -> Vec<String> {
    let dom = Dom::parse(html, Scripting::Off);
    let mut all: Vec<String> =
        dom.errors().into_iter().map(|error| format!("not HTML: {error}")).collect();
    all.extend(dom.elements().iter().flat_map(in_element));
    all.extend(relative(html).into_iter().map(|address| format!("relative: {address:?}")));
    if html.to_ascii_lowercase().contains("<?import ") {
        all.push("risk: ?import".to_owned());
    }
    let bad = html.chars().filter(|c| matches!(c, '\u{80}'..='\u{9F}' | '\u{FFFD}'));
    all.extend(bad.map(|c| format!("bad character: {c:?}")));
    all
}

/// Tells whether a list of words has this one.
fn names(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == word)
}

/// Only of an element that it knows it judges the attributes.
fn in_element(element: &Element) -> Vec<String> {
    if !names(ELEMENTS, &element.name) {
        return vec![format!("element: {}", element.name)];
    }
    let of = |(name, value): &(String, String)| match name.as_str() {
        "style" => style::dangers(value).iter().map(|it| format!("style: {it}")).collect(),
        name if names(ATTRIBUTES, name) || name.starts_with("data-") => Vec::new(),
        name => vec![format!("attribute: {name}")],
    };
    element.attributes.iter().flat_map(of).collect()
}

/// The relative addresses of links and pictures, as it finds them in the text without parsing it.
fn relative(html: &str) -> Vec<&str> {
    let links = tags(html, "<a")
        .filter_map(|tag| tag.get(..5).filter(|it| is(it, "href=")).and(tag.get(5..)));
    let mut found: Vec<&str> = links.filter_map(value).collect();
    found.extend(tags(html, "<img").filter_map(|tag| {
        let end = tag.find('>').unwrap_or(tag.len());
        let sources = tag.match_indices("src=").filter(|(at, _)| *at < end);
        sources.filter_map(|(at, name)| value(&tag[at + name.len()..])).last()
    }));
    found.retain(|address| !is_absolute(&htmlize::unescape(*address)));
    found
}

fn is(text: &str, name: &str) -> bool {
    text.eq_ignore_ascii_case(name)
}

/// What stands behind each such beginning of a tag and the blanks that follow it.
fn tags<'a>(html: &'a str, start: &'static str) -> impl Iterator<Item = &'a str> {
    html.match_indices('<').filter_map(move |(at, _)| {
        let rest = html[at..].split_at_checked(start.len()).filter(|(it, _)| is(it, start))?.1;
        let inside = rest.trim_start();
        (inside.len() < rest.len()).then_some(inside)
    })
}

/// The value that begins here: in quotes, or of letters alone; a blank or `>` must follow.
fn value(text: &str) -> Option<&str> {
    let ends = |rest: &str| rest.starts_with(|c: char| c.is_whitespace() || c == '>');
    let line = text.split('\n').next()?;
    if let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let ends = line.match_indices(quote).skip(1).find(|(at, _)| ends(&text[at + 1..]));
        return ends.map(|(at, _)| &text[1..at]);
    }
    let bare = text.find(|c: char| !(c.is_alphanumeric() || "_-".contains(c)))?;
    (bare > 0 && ends(&text[bare..])).then_some(&text[..bare])
}

fn is_absolute(address: &str) -> bool {
    let address = address.trim();
    let scheme = address.find(|c: char| !(c.is_alphanumeric() || c == '_'));
    scheme.is_some_and(|end| end > 0 && address[end..].starts_with(':'))
}

#[test]
fn the_validator_has_nothing_to_say_of_plain_html() {
    for html in [
        "<p>Tea &amp; <b data-x='1' class='y'>biscuits</b><br><img src=\"https://e.example/x\" alt=''></p>",
        "<!-- a comment --><table><tbody><tr><td style='color: red'>1</td></tr></tbody></table>",
        "<p><a href=/x>without quotes it sees none</a> <code>&lt;a href=\"x\"&gt;</code></p>",
        "5 > 3 & é",
        "",
    ] {
        assert_eq!(complaints(html), [""; 0], "{html}");
    }
}

#[test]
fn the_validator_complains_of_each_fault() {
    for (html, complaint) in [
        ("<script>x</script>", "element: script"),
        ("<iframe src='https://e.example'></iframe>", "element: iframe"),
        ("<x-y></x-y>", "element: x-y"),
        ("<p><svg></svg></p>", "element: svg"),
        ("<template><p><style></style></p></template>", "element: style"),
        ("<noscript><object></object></noscript>", "element: object"),
        ("<p onclick='x'></p>", "attribute: onclick"),
        ("<p aria-label='x'></p>", "attribute: aria-label"),
        ("<img fetchpriority='high'>", "attribute: fetchpriority"),
        ("<p style='position:fixed'></p>", "style: position"),
        ("<a href=\"/x\">", "relative: \"/x\""),
        ("<A\nHREF='#x' >", "relative: \"#x\""),
        ("<a href=x>", "relative: \"x\""),
        ("<a href=''>", "relative: \"\""),
        ("<img alt='' src='//e.example/x'>", "relative: \"//e.example/x\""),
        ("<img src=\"http://e.example\" data-src=\"x\">", "relative: \"x\""),
        ("<!-- <img src=\"y\"> -->", "relative: \"y\""),
        ("<p title='<a href=\"z\" >'></p>", "relative: \"z\""),
        ("<b><i></b></i>", "not HTML"),
        ("<p><div></p>", "not HTML"),
        ("<p a=1 a=2></p>", "not HTML"),
        ("<p", "not HTML"),
        ("<br/ ><p/>", "not HTML"),
        ("<table>x</table>", "not HTML"),
        ("<?IMPORT x>", "risk: ?import"),
        ("\u{96}", "bad character: '\\u{96}'"),
        ("\u{FFFD}", "bad character: '\u{FFFD}'"),
    ] {
        let found = complaints(html);
        assert!(found.iter().any(|found| found.starts_with(complaint)), "{html}: {found:?}");
    }
}
