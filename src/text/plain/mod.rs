//! HTML made plain: what a person reads of it, by the rules of HTML5.
//!
//! [`line`] gives it on one line, for titles and summaries, [`whole`] with its paragraphs, lists, tables and
//! the addresses of its links. Both follow `innerText` (HTML, section 3.2.7), but for what a screen shows by
//! other means than letters. Titles that WordPress itself makes plain are another matter: `html::title_text`.

mod elements;
mod layout;
mod links;
mod lists;
mod meaning;
mod open;
mod raised;
mod tokens;
mod walk;

use super::html;
use layout::Form;
use memchr::memchr2;
use std::borrow::Cow;
use walk::Walk;

/// Gives the text that a person reads, on one line: white space folded, blocks parted by a blank.
pub(crate) fn line(html: &str) -> Cow<'_, str> {
    if memchr2(b'<', b'\0', html.as_bytes()).is_some() {
        return Cow::Owned(walk(html, Form::Line, None));
    }
    match html::decode(html) {
        Cow::Borrowed(text) => folded(text),
        Cow::Owned(text) => Cow::Owned(folded(&text).into_owned()),
    }
}

/// Gives the same of what WordPress makes excerpts of: without the blocks that are no prose.
pub(crate) fn prose(html: &str) -> Cow<'_, str> {
    match memchr2(b'<', b'\0', html.as_bytes()) {
        Some(_) => Cow::Owned(walk(html, Form::Prose, None)),
        None => line(html),
    }
}

/// Gives the text that a person reads, as one would write it without HTML: blank lines between paragraphs,
/// marks before items and quotations, tabs between cells, the addresses of links in brackets behind them.
///
/// Links to places on the page itself, whose address is `page`, have none.
pub(crate) fn whole(html: &str, page: Option<&str>) -> String {
    walk(html, Form::Whole, page)
}

fn walk(html: &str, form: Form, page: Option<&str>) -> String {
    let (text, lengths) = walk_once(html, form, page, Vec::new());
    if lengths.is_empty() || form != Form::Whole {
        return text;
    }
    // Lists that count down begin with their length, which is known only now.
    walk_once(html, form, page, lengths).0
}

fn walk_once(html: &str, form: Form, page: Option<&str>, lengths: Vec<i64>) -> (String, Vec<i64>) {
    let mut walk = Walk::new(form, page, lengths);
    tokens::feed(html, &mut walk);
    walk.finish()
}

/// Folds every run of HTML's white space to one blank, and trims.
fn folded(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim_ascii();
    let mut before = b' ';
    let folds = |byte: u8| {
        let both = byte.is_ascii_whitespace() && before == b' ';
        before = if byte.is_ascii_whitespace() { b' ' } else { byte };
        both || byte.is_ascii_whitespace() && byte != b' '
    };
    match trimmed.bytes().any(folds) {
        true => Cow::Owned(html::fold(trimmed)),
        false => Cow::Borrowed(trimmed),
    }
}

#[cfg(test)]
mod tests;
