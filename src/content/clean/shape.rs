//! The shape of HTML: whether a parser makes a tree of it in time that grows with its length alone.
//!
//! A parser by the rules of HTML looks through all open elements at many a tag, opens formatting elements
//! anew in each block for which they were not closed (section 13.2.4.3), and moves what stands between
//! the rows of a table to before it (section 13.2.6.1). Little HTML can so keep it busy for hours, or make
//! a tree without end. Such HTML is recognized here by following the tags roughly, as browsers would open
//! and close them, before there is a tree; what people write never comes near to these limits.

use super::allowed::Names;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How deep elements may nest; browsers make flat what is deeper.
const DEEPEST: usize = 512;

/// How many attributes an element may have, each of which is compared to all the others.
const MOST_ATTRIBUTES: usize = 256;

/// How many elements may be closed out of turn, which are lost sight of.
const MOST_LOST: usize = 2048;

/// How many elements may be passed in looking for the place to which others are moved.
const MOST_PASSED: usize = 50_000_000;

/// How long opening formatting elements anew may make the HTML, besides twice as long.
const MOST_REOPENED: usize = 1 << 16;

const FORMATTING: &str = "a b big code em font i nobr s small strike strong tt u";

/// The elements behind which formatting elements outside are not seen (section 13.2.4.3, "markers").
const MARKERS: &str = "applet caption marquee object td template th";

/// Elements that begin before formatting elements are opened anew; those of a list close `p`.
const BLOCKS: &str = "\
    address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption \
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext \
    pre section summary table ul xmp";

/// The parts of a table, which begin anywhere but within a cell without being moved.
const ROWS: &str = "caption col colgroup tbody td tfoot th thead tr";

const VOID: &str = "\
    area base basefont bgsound br col embed frame hr img input keygen link meta param source \
    track wbr";

/// What a start tag closes of others, and behind what it doesn't look for them.
const CLOSES: &[(&str, &[&str], &[&str])] = &[
    ("li", &["li"], &["ul", "ol", "menu", "dir", "table"]),
    ("dd", &["dd", "dt"], &["dl", "table"]),
    ("dt", &["dd", "dt"], &["dl", "table"]),
    ("td", &["td", "th"], &["tr", "table"]),
    ("th", &["td", "th"], &["tr", "table"]),
    ("tr", &["tr"], &["table"]),
    ("tbody", &["tbody", "thead", "tfoot", "caption", "colgroup"], &["table"]),
    ("thead", &["tbody", "thead", "tfoot", "caption", "colgroup"], &["table"]),
    ("tfoot", &["tbody", "thead", "tfoot", "caption", "colgroup"], &["table"]),
    ("option", &["option"], &["select", "datalist", "optgroup"]),
    ("optgroup", &["optgroup", "option"], &["select"]),
    ("a", &["a"], &["td", "th", "caption"]),
];

/// Tells whether an element begins and ends lines.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.has(name) || ROWS.has(name)
}

/// An element that is open.
struct Open {
    name: String,
    /// Its start tag, if it is opened anew.
    formatting: Option<Tag>,
    /// How many elements it holds so far.
    children: usize,
}

/// What a start tag is known by.
#[derive(Clone, Copy, PartialEq)]
struct Tag {
    length: usize,
    hash: u64,
}

/// The elements that are open at a place, and what the way to there cost.
pub(super) struct Shape {
    open: Vec<Open>,
    /// Formatting elements that were closed with what held them.
    dangling: Vec<Open>,
    reopened: usize,
    most_reopened: usize,
    lost: usize,
    passed: usize,
    most_attributes: usize,
}

impl Tag {
    fn new(tag: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        tag.hash(&mut hasher);
        Tag { length: tag.len(), hash: hasher.finish() }
    }
}

impl Shape {
    pub(super) fn new(html: &str) -> Self {
        let root = Open { name: String::new(), formatting: None, children: 0 };
        Shape {
            open: vec![root],
            dangling: Vec::new(),
            reopened: 0,
            most_reopened: html.len() + MOST_REOPENED,
            lost: 0,
            passed: 0,
            most_attributes: 0,
        }
    }

    /// Tells whether the parser would be busy for too long.
    pub(super) fn is_tangled(&self) -> bool {
        self.open.len() + self.dangling.len() > DEEPEST
            || self.most_attributes > MOST_ATTRIBUTES
            || self.lost > MOST_LOST
            || self.passed > MOST_PASSED
            || self.reopened > self.most_reopened
    }

    /// Follows a start tag.
    pub(super) fn start(&mut self, name: &str, tag: &str, attributes: usize) {
        self.most_attributes = self.most_attributes.max(attributes);
        let (block, row) = (BLOCKS.has(name), ROWS.has(name));
        if block {
            self.close_up_to(&["p"], &["button", "table", "td", "th", "caption", "object"]);
        }
        if let Some((_, closed, until)) = CLOSES.iter().find(|(opened, ..)| *opened == name) {
            self.close_up_to(closed, until);
        }
        self.pass_table(name);
        if !block && !row {
            self.reopen();
        }
        if let Some(parent) = self.open.last_mut() {
            parent.children += 1;
            // Text that stands in a table, but not in a cell, is moved too.
            self.passed += if name == "table" { parent.children } else { 0 };
        }
        if !VOID.has(name) {
            let formatting = FORMATTING.has(name).then(|| Tag::new(tag));
            if let Some(tag) = formatting {
                self.forget_earliest(tag);
            }
            self.open.push(Open { name: name.to_owned(), formatting, children: 0 });
        }
        if block || row {
            self.reopen();
        }
    }

    /// Follows the end tag of an element that was open.
    pub(super) fn end(&mut self, name: &str) {
        if let Some(at) = self.dangling.iter().rposition(|open| open.name == name) {
            self.dangling.remove(at);
        } else if let Some(at) = self.open.iter().rposition(|open| open.name == name) {
            self.close_own(at);
        }
    }

    /// Closes an element by its own end tag: a formatting element alone, which leaves open what it holds.
    fn close_own(&mut self, at: usize) {
        let formatting = self.open[at].formatting.is_some();
        if formatting {
            self.lost += self.open[at..].iter().filter(|open| open.formatting.is_none()).count();
        }
        let others = self.dangling.len();
        self.close(at);
        // It was closed last, as what it holds goes first.
        if formatting && self.dangling.len() > others {
            self.dangling.pop();
        }
    }

    /// Closes the innermost of some elements, unless one of others stands between.
    fn close_up_to(&mut self, names: &[&str], until: &[&str]) {
        let is = |open: &Open, names: &[&str]| names.contains(&open.name.as_str());
        let at = self.open.iter().rposition(|open| is(open, names) || is(open, until));
        match at.filter(|at| is(&self.open[*at], names)) {
            Some(at) if self.open[at].formatting.is_some() => self.close_own(at),
            Some(at) => self.close(at),
            None => {}
        }
    }

    /// Closes an element and all that it holds.
    fn close(&mut self, at: usize) {
        let first = self.dangling.len();
        for open in self.open.drain(at..).rev() {
            if MARKERS.has(open.name.as_str()) {
                self.dangling.truncate(first);
            } else if open.formatting.is_some() {
                self.dangling.push(open);
            }
        }
    }

    /// Forgets the earliest formatting element of three that have the same tag ("Noah's Ark clause").
    fn forget_earliest(&mut self, tag: Tag) {
        let marker = self.open.iter().rposition(|open| MARKERS.has(open.name.as_str()));
        let is_same = |open: &&mut Open| open.formatting == Some(tag);
        let open = self.open[marker.map_or(0, |at| at + 1)..].iter_mut().filter(is_same);
        let dangling = self.dangling.iter_mut().rev().filter(is_same);
        let mut same: Vec<&mut Open> = open.chain(dangling).collect();
        if same.len() >= 3 {
            same[0].formatting = None;
            self.dangling.retain(|open| open.formatting.is_some());
        }
    }

    /// Opens the formatting elements anew that were closed with what held them.
    fn reopen(&mut self) {
        self.reopened += self
            .dangling
            .iter()
            .filter_map(|open| open.formatting)
            .map(|tag| tag.length)
            .sum::<usize>();
        self.open.extend(self.dangling.drain(..).rev());
    }

    /// Counts what is passed in looking for a table, before which an element or a text is moved.
    fn pass_table(&mut self, name: &str) {
        let last = self.open.last().map_or("", |open| open.name.as_str());
        if !matches!(last, "table" | "tbody" | "tfoot" | "thead" | "tr") {
            return;
        }
        let table = self.open.iter().rposition(|open| open.name == "table");
        if let Some(parent) = table.and_then(|at| at.checked_sub(1)).map(|at| &mut self.open[at]) {
            self.passed += parent.children;
            parent.children += usize::from(!ROWS.has(name));
        }
    }
}
