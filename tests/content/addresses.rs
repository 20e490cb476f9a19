//! The addresses in a tree of HTML, and those of them that lead nowhere outside of their page.
//!
//! They are found by the sections of the HTML standard alone, not by the program's own list.

use crate::dom::{Dom, Element};
use url::Url;

/// Attributes that hold one address, and the elements on which they do; on all where none is named (HTML,
/// "Attributes" and "Non-conforming features"; SVG's `xlink:href`). `usemap` names a map on the same page.
const ONE: [(&str, &str); 11] = [
    ("href", ""),
    ("src", ""),
    ("xlink:href", ""),
    ("poster", ""),
    ("data", "object"),
    ("cite", "blockquote q ins del"),
    ("action", "form"),
    ("formaction", "button input"),
    ("background", "body table thead tbody tfoot tr td th"),
    ("longdesc", "img iframe frame"),
    ("lowsrc", "img"),
];

/// Attributes that hold a list of pictures (HTML, "srcset attributes").
const SETS: [(&str, &str); 2] = [("srcset", ""), ("imagesrcset", "link")];

/// An address and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// As `img srcset`.
    pub(crate) place: String,
    pub(crate) text: String,
    is_foreign: bool,
}

/// Every address in a tree.
pub(crate) fn addresses(dom: &Dom) -> Vec<Address> {
    dom.elements().iter().flat_map(in_element).collect()
}

fn in_element(element: &Element) -> Vec<Address> {
    let holds = |table: &[(&str, &str)], name: &str| {
        let on = table.iter().find(|(attribute, _)| *attribute == name).map(|(_, on)| on);
        on.is_some_and(|on| on.is_empty() || on.split(' ').any(|one| one == element.name))
    };
    let of = |(name, value): &(String, String)| {
        let texts = match name.as_str() {
            "style" => in_style(value),
            "ping" if matches!(&*element.name, "a" | "area") => {
                value.split_ascii_whitespace().map(str::to_owned).collect()
            }
            name if holds(&SETS, name) => in_set(value),
            name if holds(&ONE, name) => vec![value.clone()],
            _ => Vec::new(),
        };
        let place = format!("{} {name}", element.name);
        let address =
            move |text| Address { place: place.clone(), text, is_foreign: element.is_foreign };
        texts.into_iter().map(address).collect::<Vec<_>>()
    };
    element.attributes.iter().flat_map(of).collect()
}

/// The addresses of a `srcset` (HTML, "parse a srcset attribute").
pub(crate) fn in_set(set: &str) -> Vec<String> {
    let mut found = Vec::new();
    let separates = |c: char| c.is_ascii_whitespace() || c == ',';
    let mut rest = set.trim_start_matches(separates);
    while !rest.is_empty() {
        let (address, behind) = rest.split_at(rest.find(is_blank).unwrap_or(rest.len()));
        let bare = address.trim_end_matches(',');
        found.push(bare.to_owned());
        let behind = if bare.len() < address.len() { behind } else { after_descriptors(behind) };
        rest = behind.trim_start_matches(separates);
    }
    found
}

fn is_blank(c: char) -> bool {
    c.is_ascii_whitespace()
}

/// What stands behind the comma that ends descriptors; commas in parentheses end nothing.
fn after_descriptors(text: &str) -> &str {
    let mut inside = false;
    for (at, c) in text.char_indices() {
        match c {
            '(' => inside = true,
            ')' => inside = false,
            ',' if !inside => return &text[at..],
            _ => {}
        }
    }
    ""
}

/// What stands in each `url()` of a style, but for those in strings and comments (CSS Syntax, section 4).
pub(crate) fn in_style(style: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = style;
    while let Some(first) = rest.chars().next() {
        let is_url = rest.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("url("));
        let length = match first {
            '"' | '\'' => string(rest).1,
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            _ if is_url => {
                found.extend(in_url(&rest[4..]));
                4
            }
            _ => first.len_utf8(),
        };
        rest = &rest[length..];
    }
    found
}

/// The text of a string that begins here, and the length of all of it.
fn string(text: &str) -> (&str, usize) {
    let (quote, mut escaped) = (text.as_bytes()[0], false);
    let ends = |byte: u8| {
        let ends = !escaped && (byte == quote || byte == b'\n');
        escaped = !escaped && byte == b'\\';
        ends
    };
    let end = text.bytes().skip(1).position(ends).map_or(text.len(), |end| end + 1);
    (&text[1..end], (end + 1).min(text.len()))
}

/// The address behind `url(`; blanks, quotes and brackets may stand around it alone.
fn in_url(rest: &str) -> Option<String> {
    let rest = rest.trim_start();
    if rest.starts_with(['"', '\'']) {
        return Some(string(rest).0.to_owned());
    }
    let address = rest[..rest.find(')').unwrap_or(rest.len())].trim();
    let is_bad = address.contains(|c: char| c.is_whitespace() || "\"'(\\".contains(c));
    (!is_bad).then(|| address.to_owned())
}

/// The addresses that are resolved against the page; those that name nothing are no addresses.
///
/// A fragment in SVG, in what holds it, or in a style names a gradient, a symbol or a mask in the same text, and is to stay.
pub(crate) fn relative(dom: &Dom, base: &Url) -> Vec<String> {
    let leads_nowhere = |address: &Address| {
        let text = address.text.trim_matches(|c: char| c <= ' ');
        let in_picture = address.is_foreign || address.place.ends_with(" style");
        let names_part = in_picture && text.starts_with('#');
        !text.is_empty() && !names_part && !has_scheme(text) && base.join(text).is_ok()
    };
    let found = addresses(dom).into_iter().filter(leads_nowhere);
    found.map(|address| format!("{} {}", address.place, address.text)).collect()
}

/// Tells whether an address begins with a scheme (URL, section 4.4, "scheme state").
fn has_scheme(address: &str) -> bool {
    let mut letters = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r'));
    letters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && letters.find(|c| !(c.is_ascii_alphanumeric() || "+-.".contains(*c))) == Some(':')
}

#[test]
fn finds_what_is_relative_wherever_it_stands() {
    use crate::dom::Scripting::Off;
    let base = Url::parse("https://e.example/a/").expect("an address");
    for (html, found) in [
        ("<a href=/x>", "a href /x"),
        ("<noscript><img src=//c.example/x></noscript>", "img src //c.example/x"),
        ("<template><p><q cite=x></template>", "q cite x"),
        ("<img srcset='https://e.example/1,2 1x, 3.png 2x'>", "img srcset 3.png"),
        ("<img srcset='http://a/,, b'>", "img srcset b"),
        ("<p style='background:URL( \"x.png\" ) 1px'>", "p style x.png"),
        ("<a href='#x'>", "a href #x"),
        ("<svg><a xlink:href='x'>", "a xlink:href x"),
        ("<form action='?s'><button formaction=y>", "form action ?s, button formaction y"),
        ("<a ping='https://e.example y'>", "a ping y"),
        ("<a href='1a:b'>", "a href 1a:b"),
    ] {
        assert_eq!(relative(&Dom::parse(html, Off), &base).join(", "), found, "{html}");
    }
    for html in [
        "<svg><use href='#x' xlink:href='#x'></svg><p style='mask:url(#x)'>",
        "<img usemap='#m' src='data:image/gif;base64,R0' alt=/x>",
        "<a href='mailto:a@e.example' title='/x'>/x</a>",
        "<a href=' \n java\tscript:x'>",
        "<a href='//[x'>what can't be resolved</a>",
        "<p style='background:url(data:x) url()'>",
        "<p style='a: \"url(x)\" /* url(y) */ url(x y)'>",
    ] {
        assert_eq!(relative(&Dom::parse(html, Off), &base), [""; 0], "{html}");
    }
}
