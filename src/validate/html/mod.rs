//! The judge of HTML: of contents that are escaped, and of XHTML element by element.
//!
//! Contents are cut into pieces once. Each tag is judged by itself; whether all of them nest without a mistake is
//! looked at on the way, and only where that is not sure, the parser is asked.

mod attributes;
mod elements;
mod foreign;
mod links;
mod names;
mod nest;
mod parse;
mod style;
mod tags;
#[cfg(test)]
mod tests;
mod xhtml;

pub(crate) use names::Names;
pub(crate) use xhtml::{Attribute, Part, body_element, element};

use super::rules::content::{
    DANGEROUS_STYLE_ATTR, HTML_FRAGMENT, NOT_HTML, SECURITY_RISK, SECURITY_RISK_ATTR,
};
use super::values::{Context, Fault, shown};
use elements::Element;
use memchr::memmem;
use nest::{Nest, Verdict};
use parse::Mistake;
use std::ops::Range;
use tags::{Piece, Pieces, What};

/// Judges HTML: whether it parses, its elements, attributes and styles.
pub(crate) fn markup(html: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    judge(html, false, context, faults);
}

/// Judges HTML in RSS, which has no base for relative addresses.
pub(crate) fn safe(html: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    judge(html, true, context, faults);
}

/// Judges HTML that is said to be a document.
pub(crate) fn document(html: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    markup(html, context, faults);
    if memmem::find(html.as_bytes(), b"<html").is_none() {
        let what = "a whole document with its <html>";
        faults.push(context.expected(&HTML_FRAGMENT, html, what));
    }
}

/// Whether HTML has an element of this name.
pub(crate) fn is_html_element(name: &str) -> bool {
    Element::named(name.as_bytes()).is_some()
}

fn judge(html: &str, rss: bool, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let before = faults.len();
    let (mut pieces, mut nest, mut strays) = (Pieces::new(html), Nest::new(), Vec::new());
    while let Some(piece) = &pieces.next() {
        // What has so many faults is not read on: memory is bounded.
        if faults.len() - before + strays.len() > parse::MOST {
            break;
        }
        if nest.take(piece, html) == Verdict::Stray {
            strays.push(Mistake::stray(piece.range.clone()));
        }
        match piece.what {
            What::Start { name_end, element, .. } => {
                let name = piece.range.start + 1..name_end;
                let tag = Tag { html, name, attributes: pieces.attributes() };
                start_tag(&tag, element, context, faults);
                if rss {
                    links::judge(&tag, context, faults);
                }
            }
            What::Comment if !piece.sound => import(piece, html, context, faults),
            _ => {}
        }
    }
    let mistakes = if nest.is_sure_at_end() { strays } else { parse::mistakes(html) };
    for Mistake { range, expected } in mistakes {
        let words = format!("expected {expected}, but found {}", shown(&html[range.clone()]));
        faults.push(context.fault(&NOT_HTML, range, &words));
    }
    faults[before..].sort_by_key(|fault| fault.range.start);
}

/// A start tag, in bytes of its HTML.
struct Tag<'a> {
    html: &'a str,
    name: Range<usize>,
    attributes: &'a [tags::Attribute],
}

/// Judges the name of an element, and its attributes if it is one that is let pass.
fn start_tag(
    tag: &Tag<'_>,
    element: Option<Element>,
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
) {
    let range = tag.name.clone();
    let name = &tag.html[range.clone()];
    match element {
        Some(element) if element.is_safe() => attributes_of(tag, context, faults),
        Some(_) => {
            let words = format!("expected an element that readers let pass, but found <{name}>");
            faults.push(context.fault(&SECURITY_RISK, range, &words));
        }
        None => {
            let words = format!("expected an element of HTML, but found {}", shown(name));
            faults.push(context.fault(&NOT_HTML, range, &words));
        }
    }
}

fn attributes_of(tag: &Tag<'_>, context: &Context<'_>, faults: &mut Vec<Fault>) {
    for attribute in tag.attributes.iter().take(parse::MOST) {
        let name = &tag.html.as_bytes()[attribute.name.clone()];
        if name.eq_ignore_ascii_case(b"style") {
            let value = &tag.html[attribute.value.clone()];
            style_of(value, attribute.value.start, context, faults);
        } else if !attributes::is_safe(name) {
            let found = shown(&tag.html[attribute.name.clone()]);
            let words = format!("expected an attribute that readers let pass, but found {found}");
            faults.push(context.fault(&SECURITY_RISK_ATTR, attribute.name.clone(), &words));
        }
    }
}

fn style_of(value: &str, start: usize, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let mut add = |range: Range<usize>, part: &str| {
        let words = format!("expected a style that readers let pass, but found {}", shown(part));
        faults.push(context.fault(&DANGEROUS_STYLE_ATTR, range, &words));
    };
    if value.contains('&') {
        // What is behind references has no place of its own.
        let style = htmlize::unescape_attribute(value);
        for range in style::dangerous(&style) {
            add(start..start + value.len(), &style[range]);
        }
    } else {
        for range in style::dangerous(value) {
            add(start + range.start..start + range.end, &value[range]);
        }
    }
}

/// Old browsers import code by `<?import`.
fn import(piece: &Piece, html: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let text = html[piece.range.clone()].as_bytes();
    if text.get(..9).is_some_and(|start| start.eq_ignore_ascii_case(b"<?import ")) {
        let range = piece.range.start..piece.range.start + 8;
        let words = "expected no code, but found <?import";
        faults.push(context.fault(&SECURITY_RISK, range, words));
    }
}
