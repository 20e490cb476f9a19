//! The `<noscript>` in which a lazy loader repeats an element for visitors without scripts.
//!
//! Where the element is promoted, its twin goes; where it can't be, it goes and the `<noscript>` is opened.
//! What is to become of one depends on what may come behind it; so that is settled before the rewriting.

use super::shown::{Role, Shown, read};
use crate::content::look;
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
    /// Takes an element out if it shall go; tells whether anything is to become of it.
    pub(super) fn settle(&self, element: &mut Element<'_, '_>) -> bool {
        let fate = self.of(element);
        if fate == Some(Fate::Goes) {
            element.remove();
        }
        fate.is_some()
    }

    /// Tells whether an element shall go, but not what it holds.
    pub(in crate::content) fn opens(&self, element: &Element<'_, '_>) -> bool {
        self.of(element) == Some(Fate::Opens)
    }

    fn of(&self, element: &Element<'_, '_>) -> Option<Fate> {
        // Most texts have none.
        let place = || element.source_location().bytes().start;
        if self.0.is_empty() { None } else { self.0.get(&place()).copied() }
    }
}

/// Finds the twins in a text.
pub(in crate::content) fn find(html: &str) -> Twins {
    if !look::has_tag(html, "noscript") {
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
