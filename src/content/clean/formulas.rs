//! Formulas in a line of text: what stands above or below is raised or lowered, fractions and roots have
//! signs. Without that `x²` would read `x2`, and a half `12`.

use super::allowed::Names;
use super::pass::Tags;
use crate::content::attribute;
use crate::text::html::decode;
use lol_html::html_content::{ContentType, Element};

/// The namespace of the elements of formulas.
const NAMESPACE: &str = "http://www.w3.org/1998/Math/MathML";

/// The elements that hold letters, digits and signs.
const LETTERS: &str = "mi mn mo ms mtext";

/// The elements of formulas that are open, the innermost last.
#[derive(Default)]
pub(super) struct Formulas(Vec<Open>);

struct Open {
    name: String,
    /// How many elements it holds so far.
    children: usize,
}

impl Formulas {
    /// Takes an element that the tree shall not have for what it means.
    pub(super) fn open(
        &mut self,
        element: &mut Element<'_, '_>,
        name: &str,
        html: &str,
        tags: &mut Tags,
    ) {
        // To the rewriter, elements that may hold HTML are already of HTML.
        let holds_html = !self.0.is_empty() && LETTERS.has(name);
        if !holds_html && element.namespace_uri() != NAMESPACE {
            return;
        }
        let parent = self.0.last_mut().map(|parent| {
            parent.children += 1;
            (parent.name.as_str(), parent.children)
        });
        tags.name = match parent {
            Some(("msup" | "mover", 2) | ("msubsup" | "munderover", 3)) => Some("sup"),
            Some(("msub" | "munder" | "msubsup" | "munderover", 2)) => Some("sub"),
            Some(("mfrac", 2)) => {
                element.before("/", ContentType::Text);
                None
            }
            // The third root is the power of a third.
            Some(("mroot", 2)) => {
                element.prepend("1/", ContentType::Text);
                Some("sup")
            }
            _ => None,
        };
        let groups = match (parent, name) {
            (Some(("mfrac" | "mroot", _)), "mrow") => {
                !holds_one(element, html) && tags.name.is_none()
            }
            (_, "mfenced") => true,
            _ => false,
        };
        if name == "msqrt" {
            element.before("√", ContentType::Text);
        }
        if groups || name == "msqrt" {
            element.prepend("(", ContentType::Text);
            element.append(")", ContentType::Text);
        }
        tags.off = tags.name.is_none();
        tags.apart = matches!(name, "mfrac" | "mspace" | "mtd")
            || name == "mo" && is_relation(element, html)
            || name == "math" && attribute::get(element, "display").is_some_and(|it| it == "block");
        if element.can_have_content() {
            self.0.push(Open { name: name.to_owned(), children: 0 });
        }
    }

    /// Hears that an element ends.
    pub(super) fn end(&mut self, name: &str) {
        self.0.pop_if(|open| open.name == name);
    }
}

/// Tells whether an operator says how two things are related, which has blanks around it.
fn is_relation(operator: &Element<'_, '_>, html: &str) -> bool {
    let inner = &html[operator.source_location().bytes().end..];
    let sign = decode(inner.split('<').next().unwrap_or_default());
    matches!(sign.trim_ascii(), "=" | "≠" | "<" | ">" | "≤" | "≥" | "≈" | "≡" | "→" | "⇒" | "∈")
}

/// Tells whether a row holds no more than one thing.
fn holds_one(row: &Element<'_, '_>, html: &str) -> bool {
    let inner = &html[row.source_location().bytes().end..];
    let Some(thing) = inner.trim_ascii_start().strip_prefix('<') else { return true };
    let Some((_, rest)) = thing.split_once('<') else { return false };
    let after = rest.strip_prefix('/').and_then(|end| end.split_once('>'));
    after.is_some_and(|(_, after)| after.trim_ascii_start().starts_with("</"))
}
