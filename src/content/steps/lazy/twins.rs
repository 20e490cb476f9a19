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

/// Finds the twins in a text: first by their addresses, then by their places alone.
pub(in crate::content) fn find(html: &str) -> Twins {
    if !look::has_tag(html, "noscript") {
        return Twins::default();
    }
    let mut fates = HashMap::new();
    let rest = join(read(html), &mut fates, Shown::is_same);
    join(rest, &mut fates, |twin, other| {
        twin.is_same(other) || twin.is_like(other) && other.waits()
    });
    Twins(fates)
}

/// Makes one of each twin and what stands beside it, as long as there are any that belong together.
fn join(
    shown: Vec<Shown>,
    fates: &mut HashMap<usize, Fate>,
    belong: impl Fn(&Shown, &Shown) -> bool,
) -> Vec<Shown> {
    let mut joined: Vec<Shown> = Vec::with_capacity(shown.len());
    for mut next in shown {
        while let Some(last) = joined.pop_if(|last| {
            next.beside
                && match (last.role, next.role) {
                    (Role::Twin, Role::Twin) => false,
                    (Role::Twin, _) => belong(last, &next),
                    (_, Role::Twin) => belong(&next, last),
                    _ => false,
                }
        }) {
            let beside = last.beside;
            let (twin, other) = if next.role == Role::Twin { (next, last) } else { (last, next) };
            next = settle(twin, other, fates);
            next.beside = beside;
        }
        joined.push(next);
    }
    joined
}

/// Settles what becomes of a twin and its other; gives what is there then.
fn settle(twin: Shown, other: Shown, fates: &mut HashMap<usize, Fate>) -> Shown {
    let opens = other.role == Role::Hollow;
    fates.insert(twin.at, if opens { Fate::Opens } else { Fate::Goes });
    if opens {
        fates.insert(other.at, Fate::Goes);
    }
    let mut there = if opens { twin } else { other.or_address_of(twin) };
    there.role = Role::Plain;
    there
}
