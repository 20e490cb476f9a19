//! The tree: ammonia with our own lists.

use super::allowed::{Allowed, Names, OF_TREE, SCHEMES};
use super::steps::Steps;
use super::{address, seams, style};
use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;

/// How many steps the writer of attributes may make for one: it looks ahead at each reference.
const MOST_ESCAPED: usize = 1 << 30;

/// Parses HTML, drops what is not allowed, and writes it anew.
pub(super) struct Tree {
    builder: Builder<'static>,
    allowed: Allowed,
}

impl Tree {
    pub(super) fn new(steps: Steps) -> Self {
        let allowed = Allowed::new(steps);
        let mut builder = Builder::empty();
        builder
            .tags(allowed.elements.iter().copied().chain(seams::NAMES).collect())
            .clean_content_tags(allowed.unseen.clone())
            .tag_attributes([].into())
            .generic_attributes(allowed.attributes.clone())
            .generic_attribute_prefixes(prefixes(steps).into_iter().collect())
            .url_schemes(schemes(steps).into_iter().collect())
            .url_relative(relative(steps))
            .link_rel(None)
            .strip_comments(steps.markup);
        builder.attribute_filter(move |element, attribute, value| {
            filter(steps, element, attribute, value)
        });
        Tree { builder, allowed }
    }

    /// Tells whether the tree knows what to do with elements of a name, whatever their namespace is.
    pub(super) fn knows(&self, name: &str, foreign: bool) -> bool {
        let Allowed { elements, unseen, .. } = &self.allowed;
        elements.contains(name) || unseen.contains(name) || !foreign && OF_TREE.has(name)
    }

    pub(super) fn clean(&self, html: &str) -> String {
        self.builder.clean(html).to_string()
    }
}

/// What the names of other attributes that stay begin with: without the step `markup`, with whatever.
fn prefixes(steps: Steps) -> Vec<&'static str> {
    match steps {
        Steps { markup: false, .. } => vec![""],
        Steps { events: false, .. } => vec!["data-", "on"],
        _ => vec!["data-"],
    }
}

fn schemes(steps: Steps) -> Vec<&'static str> {
    let scripts = if steps.events { "" } else { "javascript vbscript" };
    SCHEMES.split_ascii_whitespace().chain(scripts.split_ascii_whitespace()).collect()
}

/// What is still relative leads nowhere, and the validator says so.
fn relative(steps: Steps) -> UrlRelative<'static> {
    if steps.markup && steps.absolute { UrlRelative::Deny } else { UrlRelative::PassThrough }
}

/// Gives what stays of an attribute.
fn filter<'v>(
    steps: Steps,
    element: &str,
    attribute: &str,
    value: &'v str,
) -> Option<Cow<'v, str>> {
    let is_event = attribute.starts_with("on") || attribute == "srcdoc";
    if steps.events && (is_event || !address::is_safe(element, attribute, value))
        || steps.markup && !is_known(element, attribute, value)
        || takes_long_to_write(value)
    {
        return None;
    }
    if steps.styles && attribute == "style" {
        return style::allowed(value);
    }
    Some(Cow::Borrowed(value))
}

/// Tells whether the validator takes a `data-` attribute for what it is: it looks for `src=` in the tags
/// of pictures, and takes whatever ends so.
fn is_known(element: &str, attribute: &str, value: &str) -> bool {
    let Some(name) = attribute.strip_prefix("data-") else { return true };
    name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b':'))
        && !(element == "img" && name.ends_with("src") && !address::has_scheme(value))
}

fn takes_long_to_write(value: &str) -> bool {
    value.len() > 1 << 15 && {
        let escaped = value.bytes().filter(|b| matches!(b, b'&' | 0xC2)).count();
        escaped * value.len() > MOST_ESCAPED
    }
}
