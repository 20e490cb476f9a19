//! HTML of which the W3C's feed validator has nothing to say: the steps `iframes`, `scripts`, `forms`,
//! `events`, `styles` and `markup`.
//!
//! A pass makes links of frames and blocks of forms, which a tree could only drop. Then a parser by the
//! rules of HTML makes a tree, ammonia drops from it what is not allowed, and it is written anew. That is
//! repeated until nothing changes, so what is written is what a browser makes of it again.
//!
//! What a person reads stays, but for: lists of options; text that browsers don't show (scripts, style
//! sheets, `noembed`, what frames and drawings say of themselves); controls that could not be decoded. What
//! comes in addition: the titles of frames and the text behind `noscript`.

mod address;
mod allowed;
mod characters;
mod forms;
mod frames;
mod pass;
mod plain;
mod shape;
mod steps;
mod style;
mod tree;

use super::noticed::Noticed;
use crate::options::Html;
use crate::report::NoteKind;
use memchr::{memchr2, memmem};
use pass::{Passed, pass};
use std::borrow::Cow;
use std::cell::OnceCell;
use steps::Steps;
use tree::Tree;

/// How often HTML is parsed until it stays the same. Most needs it twice, to know; what needs more is made
/// for that.
const MOST_ROUNDS: usize = 8;

/// How long the writer of texts may look ahead; it does so at each reference.
const MOST_ESCAPED: usize = 1 << 32;

/// What was taken out of a text.
#[derive(Clone, Copy, Default)]
struct Taken {
    frames: bool,
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
        if takes_long_to_write(&html) {
            return None;
        }
        let html = keep_first_lines(tree.clean(html.trim_start_matches('\u{FEFF}')));
        Some(self.characters(Cow::Owned(html)).into_owned())
    }

    /// Goes through a text before there is a tree, and again through what was opened by that.
    fn pass(&self, html: &str, tree: &Tree, noticed: &mut Noticed) -> Option<String> {
        let mut html = Cow::Borrowed(html);
        for _ in 0..MOST_ROUNDS {
            let Passed { html: passed, opened, taken } = pass(&html, self.steps, tree);
            taken.tell(noticed);
            html = Cow::Owned(passed?);
            if !opened {
                return Some(html.into_owned());
            }
        }
        None
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

/// Writes the line break twice with which a text keeps its first, empty line: the parser drops one behind
/// `<pre>` (section 13.2.6.4.7), and the writer does not know.
fn keep_first_lines(html: String) -> String {
    if memmem::find(html.as_bytes(), b"<pre").is_none() {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 16);
    let mut parts = html.split("<pre");
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let tag = part.find('>').map_or(part.len(), |end| end + 1);
        out.push_str("<pre");
        out.push_str(&part[..tag]);
        if part[tag..].starts_with('\n') {
            out.push('\n');
        }
        out.push_str(&part[tag..]);
    }
    out
}

/// Tells whether a text between two tags holds so many references, or what would be written as such, that
/// writing it takes too long.
fn takes_long_to_write(html: &str) -> bool {
    html.len() > 1 << 16
        && html.split('<').filter(|text| text.len() > 1 << 16).any(|text| {
            let escaped = text.bytes().filter(|b| matches!(b, b'&' | 0xC2)).count();
            escaped * text.len() > MOST_ESCAPED
        })
}
