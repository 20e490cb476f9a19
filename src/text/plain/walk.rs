//! The way through the tokens: which elements are open, and which of them are seen.

use super::elements::{self, Element, Kind, Vocabulary};
use super::layout::{Form, Layout};
use super::meaning::has_class;
use super::open::{Effect, Open, Opened};
use super::tokens::{Attributes, Sink};
use html5gum::State;

/// The classes of core's blocks of which WordPress makes no excerpt (`excerpt_remove_blocks`), and of what
/// shortcodes make (`strip_shortcodes`).
const NO_PROSE: [&str; 18] = [
    "gallery",
    "wp-block-audio",
    "wp-block-button",
    "wp-block-buttons",
    "wp-block-code",
    "wp-block-cover",
    "wp-block-details",
    "wp-block-embed",
    "wp-block-file",
    "wp-block-footnotes",
    "wp-block-gallery",
    "wp-block-image",
    "wp-block-latest-posts",
    "wp-block-search",
    "wp-block-social-links",
    "wp-block-video",
    "wp-caption",
    "wp-playlist",
];

/// A text on the way through its tokens.
pub(super) struct Walk<'p> {
    pub(super) layout: Layout,
    pub(super) open: Opened,
    /// The address of the page on which the text stands.
    pub(super) page: Option<&'p str>,
    /// The lengths of the lists that count down from an unknown number, in order.
    pub(super) lengths: Vec<i64>,
    /// The same, as far as they are counted.
    pub(super) counted: Vec<i64>,
    /// Where the last picture's text ended, and the text.
    pub(super) picture: (usize, String),
    /// How many quotations within lines are open.
    pub(super) quoted: usize,
    /// Whether a line break is to be passed over, because a `pre` has just begun.
    pub(super) begins_pre: bool,
}

impl<'p> Walk<'p> {
    pub(super) fn new(form: Form, page: Option<&'p str>, lengths: Vec<i64>) -> Self {
        Walk {
            layout: Layout::new(form),
            open: Opened::default(),
            page,
            lengths,
            counted: Vec::new(),
            picture: (0, String::new()),
            quoted: 0,
            begins_pre: false,
        }
    }

    /// The text, and the lengths of the lists that count down from an unknown number.
    pub(super) fn finish(mut self) -> (String, Vec<i64>) {
        self.close(0);
        (self.layout.finish(), self.counted)
    }

    fn vocabulary(&self) -> Vocabulary {
        self.open.last().map_or(Vocabulary::Html, |open| open.vocabulary)
    }

    fn is_hidden(&self) -> bool {
        self.open.last().is_some_and(|open| open.hidden)
    }

    fn push(&mut self, open: Open) {
        if self.open.is_full() {
            self.close_last();
        }
        self.open.push(open);
    }

    /// Ends all elements from a place in the stack on.
    fn close(&mut self, from: usize) {
        while self.open.len() > from {
            self.close_last();
        }
    }

    fn close_last(&mut self) {
        if let Some(open) = self.open.pop() {
            self.end_effect(open);
        }
    }

    /// Ends the element at a place, with those in it unless it may end before them.
    fn close_at(&mut self, at: usize, element: &Element) {
        let alone = matches!(element.kind, Kind::Format | Kind::Link);
        if alone && self.open.holds_special(at) {
            let open = self.open.remove(at);
            self.end_effect(open);
        } else {
            self.close(at);
        }
    }

    /// Ends SVG and MathML, before what can't stand in them.
    fn break_out(&mut self) {
        while self.vocabulary().is_foreign() {
            self.close_last();
        }
    }

    /// Ends what is open and can't hold an element that starts.
    fn close_before(&mut self, element: &Element) {
        if let Some(at) = self.open.ended_by_start(element) {
            self.close_at(at, element);
        }
        if element.ends_paragraph()
            && let Some(at) = self.open.ended_by(elements::find("p"))
        {
            self.close(at);
        }
    }

    fn start_foreign(&mut self, name: &str) {
        let hidden = self.is_hidden() || elements::is_unseen_foreign(name);
        if name == "text" && !hidden {
            self.layout.part(1);
        }
        self.push(Open {
            element: elements::find(name),
            hidden,
            pre: false,
            vocabulary: self.vocabulary().of(name),
            effect: Effect::None,
        });
    }

    fn start_html(&mut self, element: &'static Element, attributes: &Attributes, closed: bool) {
        self.close_before(element);
        let passed = self.layout.form() == Form::Prose && has_class(attributes, &NO_PROSE);
        let hidden = self.is_hidden() || passed || is_hidden(element.kind, attributes);
        let effect = match hidden {
            true => Effect::None,
            false => self.start_effect(element.kind, attributes),
        };
        let vocabulary = self.vocabulary().of(element.name);
        if element.kind.is_void() || vocabulary.is_foreign() && closed {
            return;
        }
        let hidden = hidden || matches!(element.kind, Kind::Unseen | Kind::Template | Kind::Frame);
        let pre = element.kind == Kind::Pre || self.open.last().is_some_and(|open| open.pre);
        self.push(Open { element, hidden, pre, vocabulary, effect });
    }
}

impl Sink for Walk<'_> {
    fn start(&mut self, name: &str, attributes: &Attributes, closed: bool) -> Option<State> {
        self.begins_pre = false;
        if self.vocabulary().is_foreign() && !elements::breaks_out(name) {
            if !closed {
                self.start_foreign(name);
            }
            return None;
        }
        self.break_out();
        let element = elements::find(name);
        if element.kind != Kind::Root {
            self.start_html(element, attributes, closed);
        }
        element.state()
    }

    fn end(&mut self, name: &str) {
        self.begins_pre = false;
        if matches!(name, "p" | "br") {
            self.break_out();
        }
        let element = elements::find(name);
        match self.open.ended_by(element) {
            Some(at) => self.close_at(at, element),
            // Both stand for a whole element (section 13.2.6.4.7).
            None if name == "p" && !self.is_hidden() => self.layout.part(2),
            None if name == "br" && !self.is_hidden() => self.layout.break_line(),
            None => {}
        }
    }

    fn text(&mut self, text: &str) {
        let text = match std::mem::take(&mut self.begins_pre) {
            true => text.strip_prefix('\n').unwrap_or(text),
            false => text,
        };
        if self.is_hidden() {
            return;
        }
        let pre = self.open.last().is_some_and(|open| open.pre);
        for part in text.split('\0') {
            if pre {
                self.layout.letters(part);
            } else {
                self.layout.words(part);
            }
        }
    }

    fn is_foreign(&self) -> bool {
        self.vocabulary() != Vocabulary::Html
    }
}

/// Tells whether an element's attributes hide it (section 15.3.1).
fn is_hidden(kind: Kind, attributes: &Attributes) -> bool {
    let none = |declaration: &str| {
        let value = declaration.split_once(':').filter(|(name, _)| is(name, "display"));
        value.is_some_and(|(_, value)| is(value.split('!').next().unwrap_or_default(), "none"))
    };
    attributes.get("hidden").is_some()
        || kind == Kind::Dialog && attributes.get("open").is_none()
        || attributes.get("style").is_some_and(|style| style.split(';').any(none))
}

fn is(text: &str, word: &str) -> bool {
    text.trim_ascii().eq_ignore_ascii_case(word)
}
