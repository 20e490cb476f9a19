//! Pictures, frames and players that a script would load, there without it.
//!
//! Lazy loaders keep the address in an attribute of their own until the element comes into sight; table.rs
//! says which plugin has it where. It is promoted where what stands in the real attribute shows nothing, or
//! where the element is marked. WordPress's own `loading="lazy"` needs no script and stays.
//!
//! For visitors without scripts most of them repeat the element in a `<noscript>` beside it; twins.rs finds
//! these, so that nothing is there twice.

mod background;
mod loading;
mod placeholder;
mod shown;
mod table;
#[cfg(test)]
mod tests;
mod twins;

use crate::content::noticed::Noticed;
use crate::report::NoteKind;
use loading::Loading;
use lol_html::html_content::Element;
pub(in crate::content) use twins::{Twins, find as twins};

/// Makes an element show what a script would load.
pub(in crate::content) fn promote(
    element: &mut Element<'_, '_>,
    twins: &Twins,
    noticed: &mut Noticed,
) {
    if twins.settle(element) {
        return;
    }
    match loading::loading(element) {
        Loading::Script(promotion) => promotion.apply(element),
        Loading::Nowhere { marked: true } => noticed.add(NoteKind::Lazy, ""),
        _ => background::promote(element),
    }
}

/// Tells, without parsing, whether there may be something to promote, twins apart.
pub(in crate::content) fn has_work(html: &str) -> bool {
    has_word_lazy(html) || has_attribute(html)
}

/// Looks for the word that marks have, but for WordPress's own attribute.
fn has_word_lazy(html: &str) -> bool {
    memchr::memmem::find_iter(html.as_bytes(), "lazy")
        .any(|at| !html[..at].ends_with("loading=\"") && !html[..at].ends_with("loading='"))
}

/// Looks for the attributes of the table.
fn has_attribute(html: &str) -> bool {
    let names = table::ROWS.iter().map(|row| row.held).chain(table::BACKGROUNDS.iter().copied());
    names.into_iter().any(|name| memchr::memmem::find(html.as_bytes(), name.as_bytes()).is_some())
}
