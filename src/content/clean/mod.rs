//! HTML of which the W3C's feed validator has nothing to say: the steps `iframes`, `scripts`, `forms`,
//! `events`, `styles` and `markup`.
//!
//! A pass makes links of frames and blocks of forms, which a tree could only drop. Then a parser by the
//! rules of HTML makes a tree, ammonia drops from it what is not allowed, and it is written anew. That is
//! repeated until nothing changes, so what is written is what a browser makes of it again.
//!
//! What a person reads stays, but for: lists of options; what browsers don't show (scripts, style sheets,
//! templates, `noembed`, traps in forms, what drawings and formulas say of themselves, their sections of
//! CDATA); characters that HTML does not take, of which some are meant for others. What comes in addition: the
//! titles of frames and players, what stands in them for readers that know none, what stands behind
//! `noscript`, the names of links that show a drawing, signs of fractions and roots, and blanks between the
//! controls of a form.

mod address;
mod allowed;
mod characters;
mod forms;
mod formulas;
mod frames;
mod icons;
mod pass;
mod plain;
mod seams;
mod shape;
mod steps;
mod style;
#[cfg(test)]
mod tests;
mod tree;
mod written;

use super::noticed::Noticed;
use crate::options::Html;
use crate::report::NoteKind;
use memchr::memchr2;
use pass::pass;
use std::borrow::Cow;
use std::cell::OnceCell;
use steps::Steps;
use tree::Tree;

/// How often HTML is parsed until it stays the same. Most needs it twice, to know; what needs more is made
/// for that.
const MOST_ROUNDS: usize = 8;

/// What was taken out of a text.
#[derive(Clone, Copy, Default)]
struct Taken {
    frames: bool,
    hidden: bool,
    drawings: bool,
    scripts: bool,
    forms: bool,
    events: bool,
    styles: bool,
}

/// Cleans HTML.
pub(super) struct Cleaner {
    steps: Steps,
    /// Made for the first text that needs it.
    tree: OnceCell<Tree>,
}

impl Cleaner {
    /// The cleaner for a set of steps, if one of them cleans.
    pub(super) fn new(html: Html) -> Option<Self> {
        let steps = Steps::new(html);
        steps.any().then(|| Cleaner { steps, tree: OnceCell::new() })
    }

    /// Cleans a text; `None` where there is nothing to do.
    pub(super) fn clean(&self, html: &str, noticed: &mut Noticed) -> Option<String> {
        let clean = match memchr2(b'<', b'&', html.as_bytes()) {
            Some(_) => Cow::Owned(self.rounds(html, noticed)),
            None => self.characters(Cow::Borrowed(html)),
        };
        (clean != html).then(|| clean.into_owned())
    }

    /// Cleans until nothing changes.
    fn rounds(&self, html: &str, noticed: &mut Noticed) -> String {
        let mut before = Cow::Borrowed(html);
        for _ in 0..MOST_ROUNDS {
            match self.round(&before, noticed) {
                Some(after) if after == before => return after,
                Some(after) => before = Cow::Owned(after),
                None => break,
            }
        }
        noticed.add(NoteKind::Tangled, "");
        self.characters(Cow::Owned(plain::write(&before))).into_owned()
    }

    /// Cleans once; `None` where that can't be done.
    fn round(&self, html: &str, noticed: &mut Noticed) -> Option<String> {
        let tree = self.tree.get_or_init(|| Tree::new(self.steps));
        let html = self.pass(html, tree, noticed)?;
        if !self.steps.tree() {
            return Some(html);
        }
        if written::takes_long(&html) {
            return None;
        }
        let html = written::mend(tree.clean(html.trim_start_matches('\u{FEFF}')), self.steps);
        Some(self.characters(Cow::Owned(html)).into_owned())
    }

    /// Goes through a text before there is a tree, and again through what was opened by that.
    fn pass(&self, html: &str, tree: &Tree, noticed: &mut Noticed) -> Option<String> {
        let first = pass(html, self.steps, tree, false);
        first.taken.tell(noticed);
        if !first.opened {
            return first.html;
        }
        let second = pass(&first.html?, self.steps, tree, true);
        second.taken.tell(noticed);
        second.html
    }

    fn characters<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        if self.steps.markup { characters::fit(text) } else { text }
    }
}

impl Taken {
    fn tell(self, noticed: &mut Noticed) {
        if self.frames {
            noticed.add(NoteKind::FramesLinked, "");
        }
        let kinds = [
            (self.hidden, "hidden frames"),
            (self.drawings, "drawings"),
            (self.scripts, "scripts"),
            (self.forms, "forms"),
            (self.events, "event attributes"),
            (self.styles, "style properties"),
        ];
        for (_, what) in kinds.into_iter().filter(|(taken, _)| *taken) {
            noticed.add(NoteKind::TakenOut, what);
        }
    }
}
