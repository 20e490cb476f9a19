//! The addresses in a tree of HTML, and those of them that lead nowhere outside of their page.
//!
//! They are found by the sections of the HTML standard alone, not by the program's own list.

use crate::dom::{Dom, Element};
use url::Url;

/// Attributes that hold one address (HTML, "Attributes"; SVG's `xlink:href`; HTML 4's `background`,
/// `longdesc` and `lowsrc`). `usemap` is none: it names a map on the same page.
const ONE: [&str; 12] = [
    "href",
    "src",
    "poster",
    "data",
    "cite",
    "action",
    "formaction",
    "background",
    "longdesc",
    "lowsrc",
    "manifest",
    "xlink:href",
];

/// Attributes that hold a list of pictures (HTML, "srcset attributes").
const SETS: [&str; 2] = ["srcset", "imagesrcset"];

/// An address and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// As `img srcset`.
    pub(crate) place: String,
    pub(crate) text: String,
    is_svg: bool,
}

/// Every address in a tree.
pub(crate) fn addresses(dom: &Dom) -> Vec<Address> {
    dom.elements().iter().flat_map(in_element).collect()
}

fn in_element(element: &Element) -> Vec<Address> {
    let of = |(name, value): &(String, String)| {
        let texts = match name.as_str() {
            "style" => in_style(value),
            "ping" => value.split_ascii_whitespace().map(str::to_owned).collect(),
            name if SETS.contains(&name) => in_set(value),
            name if ONE.contains(&name) => vec![value.clone()],
            _ => Vec::new(),
        };
        let place = format!("{} {name}", element.name);
        let address = move |text| Address { place: place.clone(), text, is_svg: element.is_svg };
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

/// What stands in each `url()` of a style. It may see some in strings and comments, where none is.
pub(crate) fn in_style(style: &str) -> Vec<String> {
    let lower = style.to_ascii_lowercase();
    let starts = lower.match_indices("url(").map(|(at, found)| at + found.len());
    let address = |start: usize| {
        let rest = style[start..].trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let rest = &rest[quote.map_or(0, char::len_utf8)..];
        let end = rest.find(quote.unwrap_or(')')).unwrap_or(rest.len());
        rest[..end].trim().to_owned()
    };
    starts.map(address).collect()
}

/// The addresses that are resolved against the page; those that name nothing are no addresses.
///
/// A fragment in SVG or in a style names a gradient, a symbol or a mask in the same text, and is to stay.
pub(crate) fn relative(dom: &Dom, base: &Url) -> Vec<String> {
    let leads_nowhere = |address: &Address| {
        let text = address.text.trim_matches(|c: char| c <= ' ');
        let in_picture = address.is_svg || address.place.ends_with(" style");
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
    ] {
        assert_eq!(relative(&Dom::parse(html, Off), &base), [""; 0], "{html}");
    }
}
