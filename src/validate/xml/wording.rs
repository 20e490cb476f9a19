//! What is said of what is wrong.

use super::entities::Refused;
use crate::validate::rule::Rule;
use crate::validate::rules::xml::{SAX_ERROR, UNDEFINED_NAMED_ENTITY, VALIDATOR_LIMIT};

/// Something wrong, without its place.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) rule: &'static Rule,
    pub(super) message: String,
}

impl<M: Into<String>> From<M> for Wrong {
    fn from(message: M) -> Self {
        Wrong { rule: &SAX_ERROR, message: message.into() }
    }
}

/// Too much of something.
pub(super) fn limit(message: impl Into<String>) -> Wrong {
    Wrong { rule: &VALIDATOR_LIMIT, message: message.into() }
}

pub(super) fn bare_ampersand() -> Wrong {
    "expected `&amp;` or another reference, found a bare `&`".into()
}

pub(super) fn no_character(number: &str) -> Wrong {
    format!("expected the number of a character that XML allows, found `{number}`").into()
}

pub(super) fn undefined(name: &str) -> Wrong {
    let name = short(name);
    let message = format!("expected an entity that XML or the document defines, found `&{name};`");
    Wrong { rule: &UNDEFINED_NAMED_ENTITY, message }
}

pub(super) fn refused(name: &str, refused: Refused) -> Wrong {
    let name = short(name);
    match refused {
        Refused::Recursion => {
            format!("expected an entity that does not hold itself, found `&{name};`").into()
        }
        Refused::TooLarge => limit(format!(
            "expected entities that stand for at most {} MiB, found more at `&{name};`",
            super::entities::LARGEST >> 20
        )),
    }
}

pub(super) fn external_in_value(name: &str) -> Wrong {
    let name = short(name);
    format!("expected text in an attribute's value, found `&{name};`, which stands elsewhere")
        .into()
}

pub(super) fn unparsed(name: &str) -> Wrong {
    format!("expected an entity that is XML, found `&{};`, which is not", short(name)).into()
}

pub(super) fn tag_in_value(entity: bool) -> Wrong {
    let whose = if entity { "an entity in an attribute's value" } else { "an attribute's value" };
    format!("expected `&lt;` or the closing quote, found `<` in {whose}").into()
}

/// The start of a name, so that a message stays one line.
pub(super) fn short(name: &str) -> &str {
    let end = name.char_indices().nth(60).map_or(name.len(), |(at, _)| at);
    &name[..end]
}
