//! Addresses made absolute against the page on which the text stands, and moved where the site's move.
//!
//! What else has a scheme stays to the letter, `javascript:` and `data:` included, and so do references within
//! the document that work there alone: `usemap`, and `#x` in what SVG draws. A `<base>` in the text is not
//! obeyed, as a reader knows nothing of it: the page's address is the base, whatever the text says.

mod absolute;
mod holders;
mod srcset;
mod style;

pub(in crate::content) use absolute::absolute;
pub(in crate::content) use holders::{Holder, Holds};
pub(in crate::content) use srcset::addresses as candidates;

use crate::content::attribute;
use crate::content::noticed::Noticed;
use crate::content::page::Page;
use absolute::join;
use lol_html::html_content::Element;
use std::ops::Range;

const SVG: &str = "http://www.w3.org/2000/svg";

/// The parameters of plugins whose values are addresses, as `<param name="movie" value="…">`.
const PARAMETERS: [&str; 4] = ["movie", "src", "url", "filename"];

/// A part of an attribute's value, and what stands there instead.
type Edit = (Range<usize>, String);

/// Makes the addresses of an element absolute.
pub(in crate::content) fn resolve(
    element: &mut Element<'_, '_>,
    page: &Page<'_>,
    noticed: &mut Noticed,
) {
    for (name, holds) in holders(element) {
        let Some(value) = attribute::get(element, &name) else { continue };
        let mut absolute = |address: &str| absolute(address, page, noticed);
        let edits = match holds {
            Holds::One if is_local(element, &value) => continue,
            Holds::Parameter if !is_of_address(element) => continue,
            Holds::One if is_page(element, &name, &value) => {
                edits(&value, Some(0..value.len()), |_| join("", page, noticed))
            }
            Holds::One | Holds::Parameter => edits(&value, Some(0..value.len()), absolute),
            Holds::Several => edits(&value, words(&value), absolute),
            Holds::Candidates => edits(&value, candidates(&value), |address| {
                // A comma at the end would be taken for one between candidates.
                absolute(address).filter(|absolute| !absolute.ends_with(','))
            }),
            Holds::Style => style::edits(&value, absolute),
        };
        if let Some(value) = spliced(&value, edits) {
            attribute::set(element, &name, &value);
        }
    }
}

/// The attributes of an element that hold addresses; of two with one name the first alone counts.
fn holders(element: &Element<'_, '_>) -> Vec<(String, Holds)> {
    let mut found: Vec<(String, Holds)> = Vec::new();
    for attribute in element.attributes() {
        let name = attribute.name();
        let Some(Holder { holds, on }) = Holder::of(name.as_bytes()) else { continue };
        let is_here = on.is_empty() || on.contains(&element.tag_name().as_str());
        if is_here && found.iter().all(|(known, _)| *known != name) {
            found.push((name, holds));
        }
    }
    found
}

/// Tells whether this is a reference to a part of the same picture, as in `<use href="#x">`.
fn is_local(element: &Element<'_, '_>, value: &str) -> bool {
    let is_link = || element.tag_name() == "a";
    element.namespace_uri() == SVG && value.trim_ascii_start().starts_with('#') && !is_link()
}

/// Tells whether this links to the page itself: `href=""`, which a bare `href` is not taken for.
fn is_page(element: &Element<'_, '_>, name: &str, value: &str) -> bool {
    name == "href"
        && value.trim_ascii().is_empty()
        && ["a", "area"].contains(&element.tag_name().as_str())
        && element.attributes().iter().any(|attribute| {
            attribute.name() == name && attribute.value_source_location().is_some()
        })
}

/// Tells whether a parameter of a plugin is an address.
fn is_of_address(parameter: &Element<'_, '_>) -> bool {
    attribute::get(parameter, "name").is_some_and(|name| {
        PARAMETERS.iter().any(|one| name.trim_ascii().eq_ignore_ascii_case(one))
    })
}

/// Where the words of a list stand.
fn words(list: &str) -> impl Iterator<Item = Range<usize>> {
    let mut next = 0;
    list.split(|c: char| c.is_ascii_whitespace()).map(move |word| {
        let start = next;
        next = start + word.len() + 1;
        start..start + word.len()
    })
}

/// What becomes of the addresses that stand in a value.
fn edits(
    value: &str,
    addresses: impl IntoIterator<Item = Range<usize>>,
    mut absolute: impl FnMut(&str) -> Option<String>,
) -> Vec<Edit> {
    let edit = |at: Range<usize>| absolute(&value[at.clone()]).map(|address| (at, address));
    addresses.into_iter().filter_map(edit).collect()
}

/// A value with its edits; `None` if there are none.
fn spliced(value: &str, edits: Vec<Edit>) -> Option<String> {
    if edits.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(value.len() + 64 * edits.len());
    let mut from = 0;
    for (at, address) in edits {
        out.push_str(&value[from..at.start]);
        out.push_str(&address);
        from = at.end;
    }
    out.push_str(&value[from..]);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::moves::Moves;
    use crate::content::pass;
    use crate::options::{Html, HtmlStep, Options};

    fn rewritten(html: &str) -> String {
        let only = Html::RAW.with(HtmlStep::Addresses);
        let page = Page::new(only, Some("http://h/p/"));
        pass::rewrite(html, &page, &mut Noticed::default()).unwrap()
    }

    #[test]
    fn addresses_of_all_attributes_are_resolved() {
        for (html, expected) in [
            (
                "<a href=x ping='y //z'>",
                r#"<a href="http://h/p/x" ping="http://h/p/y https://z/">"#,
            ),
            ("<area href=#x>", r##"<area href="http://h/p/#x">"##),
            ("<video src='/v' poster='/p'>", r#"<video src="http://h/v" poster="http://h/p">"#),
            ("<track src=/t><embed src=/e>", r#"<track src="http://h/t"><embed src="http://h/e">"#),
            ("<source srcset='/a 1x,/b 2x'>", r#"<source srcset="http://h/a 1x,http://h/b 2x">"#),
            ("<link imagesrcset='/a, /b'>", r#"<link imagesrcset="http://h/a, http://h/b">"#),
            ("<q cite=/c>", r#"<q cite="http://h/c">"#),
            ("<form action=/f>", r#"<form action="http://h/f">"#),
            ("<button formaction=/f>", r#"<button formaction="http://h/f">"#),
            ("<td background=b.gif>", r#"<td background="http://h/p/b.gif">"#),
            ("<img longdesc=d lowsrc=l>", r#"<img longdesc="http://h/p/d" lowsrc="http://h/p/l">"#),
            (
                "<object data=o codebase=/c/>",
                r#"<object data="http://h/p/o" codebase="http://h/c/">"#,
            ),
            ("<param name=MOVIE value=m>", r#"<param name=MOVIE value="http://h/p/m">"#),
            ("<math href=m>", r#"<math href="http://h/p/m">"#),
            ("<svg><image xlink:href=i />", r#"<svg><image xlink:href="http://h/p/i" />"#),
            (
                "<svg><use href=s#i /><a href=#i>",
                r##"<svg><use href="http://h/p/s#i" /><a href="http://h/p/#i">"##,
            ),
            ("<template><img src=/i>", r#"<template><img src="http://h/i">"#),
        ] {
            assert_eq!(rewritten(html), expected);
            assert_eq!(rewritten(expected), expected, "once is enough");
        }
    }

    #[test]
    fn values_are_decoded_and_encoded_once() {
        for (html, expected) in [
            (
                "<a href='?a=1&#038;b=2&c=&amp;amp;'>",
                r#"<a href="http://h/p/?a=1&amp;b=2&amp;c=&amp;amp;">"#,
            ),
            ("<a href='&quot;&lt;\n b'>", r#"<a href="http://h/p/%22%3C%20b">"#),
            ("<a\nHREF=x title=a>b\n", "<a HREF=\"http://h/p/x\" title=a>b\n"),
            ("<a href=x href=y>", r#"<a href="http://h/p/x" href=y>"#),
            ("<a title='&eacute;'href=x >", r#"<a title='&eacute;' href="http://h/p/x">"#),
            (
                r#"<p style='font:"A&amp;B"; --x:"</p>"; background:url("/ä?a=1&#038;b=2")'>"#,
                r#"<p style="font:&quot;A&amp;B&quot;; --x:&quot;&lt;/p&gt;&quot;; background:url(&quot;http://h/%C3%A4?a=1&amp;b=2&quot;)">"#,
            ),
            ("<img srcset='/a,\u{1} 1x'>", "<img srcset='/a,\u{1} 1x'>"),
        ] {
            assert_eq!(rewritten(html), expected);
            assert_eq!(rewritten(expected), expected, "once is enough");
        }
    }

    #[test]
    fn empty_links_are_links_to_the_page() {
        assert_eq!(
            rewritten("<a href=''><area href=' '>"),
            r#"<a href="http://h/p/"><area href="http://h/p/">"#
        );
        let html = "<a href><a href><img src=''><link href=''><p style=''><img srcset=''><form action=' '>";
        assert_eq!(rewritten(html), html);
    }

    #[test]
    fn addresses_move_wherever_they_stand() {
        let rewrites = vec!["h=https://x".parse().unwrap()];
        let moves = Moves::new(&Options { rewrites, rewrite_media: true, ..Options::default() });
        let page = Page::new(Html::FAITHFUL, Some("http://h/p/")).moving(&moves);
        for (html, expected) in [
            ("<a href=''>", r#"<a href="https://x/p/">"#),
            ("<a href='http://h/?a=1&#038;b'>", r#"<a href="https://x/?a=1&amp;b">"#),
            (
                "<img srcset='http://h/a 1x, /b 2x, http://y/c 3x'>",
                r#"<img srcset="https://x/a 1x, https://x/b 2x, http://y/c 3x">"#,
            ),
            (
                "<p style='background:url(HTTP://H/i)'>",
                r#"<p style="background:url(https://x/i)">"#,
            ),
            (
                "<noscript><a href='http://h/'></noscript>",
                r#"<noscript><a href="https://x/"></noscript>"#,
            ),
            (
                "<audio src='http://h/a.mp3'></audio>",
                r#"<audio src="https://x/a.mp3"><a href="https://x/a.mp3">a.mp3</a></audio>"#,
            ),
            ("<a href='http://h2/'>http://h/</a>", "<a href='http://h2/'>http://h/</a>"),
        ] {
            for html in [html, expected] {
                let moved = pass::rewrite(html, &page, &mut Noticed::default());
                assert_eq!(moved.as_deref(), Some(expected));
            }
        }
    }

    #[test]
    fn all_else_stays() {
        for html in [
            "<img usemap='#m' data-src='/a'  alt='/b'><map name='m'>",
            "<svg><use xlink:href='#a'/><g style='fill:url(#b)' fill=\"url(#c)\"/><textPath href=' #d'>",
            "<a href='JavaScript:void(0)' ><a href='mailto:a@b?subject=x y'><img src='data:image/gif;base64,AA=='>",
            "<a href='HTTP://Example.org:80/../x y'><a href='http://[x'><a href='https://'>",
            "<param name=wmode value=/x><input value='/x'><p data='/x' cite=/x action=/x>",
            "<!-- <a href='/x'> --><textarea><a href='/x'></textarea><xmp><a href='/x'></xmp><title><a href='/x'></title>",
            "<script>'<a href=\"/x\">'</script><style>a{background:url(/x)}</style><a href='/x",
        ] {
            assert_eq!(rewritten(html), html);
        }
    }

    #[test]
    fn a_base_in_the_text_is_not_obeyed() {
        assert_eq!(
            rewritten("<base href='/other/'><a href=x>"),
            r#"<base href="http://h/other/"><a href="http://h/p/x">"#
        );
    }
}
