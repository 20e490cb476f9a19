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
mod sealed;
mod shown;
mod table;
#[cfg(test)]
mod tests;
mod twins;

use crate::content::noticed::Noticed;
use crate::report::NoteKind;
use loading::Loading;
use lol_html::html_content::Element;
use placeholder::Present;
pub(in crate::content) use sealed::open;
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
        Loading::Nowhere { marked: true } => return noticed.add(NoteKind::Lazy, ""),
        _ => {}
    }
    background::promote(element);
}

/// The classes that mark what a script loads.
pub(in crate::content) fn classes() -> impl Iterator<Item = &'static str> {
    table::CLASSES.iter().copied().chain(sealed::CLASSES)
}

/// The attributes that hold something back, or mark it.
pub(in crate::content) fn attributes() -> impl Iterator<Item = &'static str> {
    let held = table::ROWS.iter().map(|row| row.held);
    held.chain(table::BACKGROUNDS.iter().copied())
        .chain(table::MARKS.iter().copied())
        .chain([sealed::ATTRIBUTE])
}

/// Tells whether an attribute that is none of these may hold something back.
pub(in crate::content) fn is_attribute(name: &str) -> bool {
    table::speaks_of_address(name)
}

/// Tells whether a `srcset` has a placeholder in the place of pictures.
pub(in crate::content) fn hides(srcset: &str) -> bool {
    placeholder::present(Some(srcset)) != Present::Real
}
