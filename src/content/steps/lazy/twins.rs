//! The `<noscript>` in which a lazy loader repeats an element for visitors without scripts.
//!
//! Where the element is promoted, its twin goes; where it can't be, it goes and the `<noscript>` is opened.
//! What is to become of one depends on what may come behind it; so that is settled before the rewriting.

use super::shown::{Role, Shown, read};
use lol_html::html_content::Element;
use std::collections::HashMap;

/// What is to become of elements, by the place where they begin.
#[derive(Default)]
pub(in crate::content) struct Twins(HashMap<usize, Fate>);

/// What is to become of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It goes, with what it holds.
    Goes,
    /// It goes, and what it holds stays.
    Opens,
}

impl Twins {
    /// Does to an element what is to become of it; tells whether that was anything.
    pub(super) fn settle(&self, element: &mut Element<'_, '_>) -> bool {
        // Most texts have none.
        if self.0.is_empty() {
            return false;
        }
        match self.0.get(&element.source_location().bytes().start) {
            Some(Fate::Goes) => element.remove(),
            Some(Fate::Opens) => element.remove_and_keep_content(),
            None => return false,
        }
        true
    }
}

/// Tells whether there is any `<noscript>`.
pub(super) fn has_noscript(html: &str) -> bool {
    const TAG: &[u8] = b"<noscript";
    memchr::memchr_iter(b'<', html.as_bytes()).any(|at| {
        html.as_bytes()[at..].get(..TAG.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(TAG))
    })
}

/// Finds the twins in a text.
pub(in crate::content) fn find(html: &str) -> Twins {
    if !has_noscript(html) {
        return Twins::default();
    }
    let mut shown = read(html);
    let mut fates = HashMap::new();
    for twin in 0..shown.len() {
        if shown[twin].role == Role::Twin
            && let Some(partner) = partner(&shown, twin)
        {
            let hollow = shown[partner].role == Role::Hollow;
            if hollow {
                fates.insert(shown[partner].at, Fate::Goes);
            }
            fates.insert(shown[twin].at, if hollow { Fate::Opens } else { Fate::Goes });
            shown[partner].role = Role::Paired;
        }
    }
    Twins(fates)
}

/// Finds the element of which a `<noscript>` is the twin: one beside it with the same address; else the
/// one before or behind it that waits for a script.
fn partner(shown: &[Shown], twin: usize) -> Option<usize> {
    let before = twin.checked_sub(1).filter(|_| shown[twin].beside);
    let behind = Some(twin + 1).filter(|at| shown.get(*at).is_some_and(|it| it.beside));
    let near = || [before, behind].into_iter().flatten();
    let alike = |at: &usize| shown[*at].kind == shown[twin].kind;
    let same = |at: &usize| shown[*at].has_address_of(&shown[twin]);
    let waiting = |at: &usize| matches!(shown[*at].role, Role::Lazy | Role::Hollow);
    let there = |at: &usize| shown[*at].role == Role::Plain;
    let mut alike = near().filter(alike);
    let by_address = alike.clone().find(|at| (waiting(at) || there(at)) && same(at));
    by_address.or_else(|| alike.find(waiting))
}
