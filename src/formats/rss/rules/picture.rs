//! What a channel shows of itself: its image, and the text input that nobody sees.

use crate::validate::Position;
use crate::validate::grammar::{
    Attribute, Child, Element, Gathered, Group, Required, Space, Walk, list,
};
use crate::validate::rules::feeds::{
    IMAGE_LINK_DOESNT_MATCH, IMAGE_TITLE_DOESNT_MATCH, INVALID_FORM_COMPONENT_NAME,
};
use crate::validate::rules::structure::{
    MISSING_DESCRIPTION, MISSING_ELEMENT, MISSING_LINK, MISSING_TITLE,
};
use crate::validate::values::{addresses, numbers, text, trimmed};
use crate::validate::vocabularies::anywhere::{
    ANY_TEXT, ANYTHING, EVERYWHERE, LINKED, PLAIN, W3C_DATE,
};

const DC: &[Child] = &[
    Child::any("creator", &ANY_TEXT),
    Child::any("subject", &ANY_TEXT),
    Child::once("date", &W3C_DATE),
];

/// The image of a channel.
pub(super) static IMAGE: Element = Element::of(&[
    list![
        Group::new(
            Space::CORE,
            list![
                Child::once("title", &TITLE),
                Child::once("link", &LINK),
                Child::once("url", &URL),
                Child::once("width", &WIDTH),
                Child::once("height", &HEIGHT),
                Child::once("description", &PLAIN),
            ],
        ),
        Group::new(Space::DC, DC),
        Group::new(Space::CC, list![Child::any("license", &ANYTHING)]),
    ],
    EVERYWHERE,
])
.attributes(list![
    Attribute::new("resource", &[]).of(Space::RDF),
    Attribute::new("about", &[]).of(Space::RDF),
    Attribute::new("parseType", &[]).of(Space::RDF),
])
.requires(list![
    Required::new(Space::CORE, "title", &MISSING_TITLE),
    Required::new(Space::CORE, "url", &MISSING_ELEMENT),
    Required::new(Space::CORE, "link", &MISSING_LINK),
]);

static TITLE: Element = Element::text(&[text::not_blank, text::plain]).at_end(|walk, gathered| {
    let wanted = walk.above(2).and_then(|channel| channel.notes.title.clone());
    if let Some((at, message)) = differs(walk, gathered, wanted) {
        walk.report(&IMAGE_TITLE_DOESNT_MATCH, at, message);
    }
});
static LINK: Element = Element::text(&[addresses::link]).at_end(|walk, gathered| {
    let wanted = walk.above(2).and_then(|channel| channel.notes.link.clone());
    if let Some((at, message)) = differs(walk, gathered, wanted) {
        walk.report(&IMAGE_LINK_DOESNT_MATCH, at, message);
    }
});
static URL: Element = Element::text(&[addresses::link, addresses::image_format]);
static WIDTH: Element = Element::text(&[numbers::image_width]);
static HEIGHT: Element = Element::text(&[numbers::image_height]);

/// What is to be said where the text of an image is not that of its channel.
fn differs(
    walk: &mut Walk<'_>,
    gathered: &Gathered,
    wanted: Option<String>,
) -> Option<(Position, String)> {
    let (found, before) = trimmed(gathered.as_str());
    let wanted = wanted.filter(|wanted| !wanted.is_empty() && wanted != found)?;
    let at = gathered.places().at(before).unwrap_or(walk.top().at);
    Some((at, format!("expected {wanted:?} as the channel has it, but found {found:?}")))
}

/// The text input of a channel.
pub(super) static TEXT_INPUT: Element = Element::of(&[
    list![
        Group::new(
            Space::CORE,
            list![
                Child::once("title", &PLAIN),
                Child::once("description", &ANY_TEXT),
                Child::once("name", &NAME),
                Child::once("link", &LINKED),
            ],
        ),
        Group::new(Space::DC, DC),
    ],
    EVERYWHERE,
])
.attributes(list![Attribute::new("about", &[]).of(Space::RDF)])
.requires(list![
    Required::new(Space::CORE, "title", &MISSING_TITLE),
    Required::new(Space::CORE, "link", &MISSING_LINK),
    Required::new(Space::CORE, "description", &MISSING_DESCRIPTION),
    Required::new(Space::CORE, "name", &MISSING_ELEMENT),
]);

static NAME: Element = Element::text(&[]).at_end(|walk, gathered| {
    let (name, before) = trimmed(gathered.as_str());
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        let at = gathered.places().at(before).unwrap_or(walk.top().at);
        let message = format!("expected a name that begins with a letter or _, but found {name:?}");
        walk.report(&INVALID_FORM_COMPONENT_NAME, at, message);
    }
});
