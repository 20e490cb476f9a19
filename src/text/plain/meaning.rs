//! What each element means for the text, where it starts and where it ends (HTML, sections 4 and 15.3).

use super::elements::Kind;
use super::layout::Form;
use super::links;
use super::lists::{BULLET, Numbers};
use super::open::{Effect, Open};
use super::raised::{LOWERED, RAISED, in_signs};
use super::tokens::Attributes;
use super::walk::Walk;

/// How far what has no mark is indented.
const INDENT: &str = "  ";

/// The classes of pictures that stand for one character: WordPress's smilies, and its emoji.
const CHARACTERS: [&str; 2] = ["wp-smiley", "emoji"];

/// Quotation marks, and those within others.
const MARKS: [(&str, &str); 2] = [("“", "”"), ("‘", "’")];

impl Walk<'_> {
    /// Does what an element means where it starts, and gives what is to be done where it ends.
    pub(super) fn start_effect(&mut self, kind: Kind, attributes: &Attributes) -> Effect {
        let at = self.layout.len();
        match kind {
            Kind::Block | Kind::Term | Kind::Caption | Kind::Rows => self.layout.part(1),
            Kind::Paragraph | Kind::Dialog | Kind::Table => self.layout.part(2),
            Kind::Pre => {
                self.layout.part(2);
                self.begins_pre = true;
            }
            Kind::Break => self.layout.break_line(),
            Kind::Rule => self.layout.rule(),
            Kind::Picture => self.picture(attributes),
            Kind::Frame => self.frame(attributes),
            Kind::Source => self.source(attributes),
            Kind::Quote => {
                self.layout.part(2);
                self.layout.quote();
                return Effect::Level;
            }
            Kind::Definition => {
                self.layout.part(1);
                self.layout.indent(INDENT);
                return Effect::Level;
            }
            Kind::List | Kind::Ordered => return self.list(kind, attributes),
            Kind::Item => return self.item(attributes),
            Kind::Row => {
                self.layout.part(1);
                return Effect::Row { at, cells: 0 };
            }
            Kind::Cell => self.cell(),
            Kind::Link => return Effect::Link { at, address: self.address(attributes, "href") },
            Kind::Media => return Effect::Media { at, address: self.address(attributes, "src") },
            Kind::Raised | Kind::Lowered => return Effect::Signs { at },
            Kind::Quoted => {
                self.layout.words(MARKS[self.quoted % 2].0);
                self.quoted += 1;
                return Effect::Quoted;
            }
            Kind::Ruby => return Effect::Ruby { brackets: false },
            Kind::Bracket => _ = self.has_brackets(true),
            Kind::Reading if !self.has_brackets(false) => {
                self.layout.words("(");
                return Effect::Reading { at };
            }
            _ => {}
        }
        Effect::None
    }

    /// Does what an element means where it ends.
    pub(super) fn end_effect(&mut self, open: Open) {
        match open.effect {
            Effect::None | Effect::Ruby { .. } | Effect::List { level: false, .. } => {}
            Effect::Level | Effect::Item | Effect::List { .. } => self.layout.outdent(),
            Effect::Row { at, .. } => self.layout.end_row(at),
            Effect::Link { at, address } => self.end_link(at, address),
            Effect::Media { at, address } => self.end_media(at, address),
            Effect::Signs { at } if open.element.kind == Kind::Raised => self.sign(at, &RAISED),
            Effect::Signs { at } => self.sign(at, &LOWERED),
            Effect::Reading { at } => self.end_reading(at),
            Effect::Quoted => {
                self.quoted -= 1;
                self.layout.append(MARKS[self.quoted % 2].1);
            }
        }
        match open.element.kind {
            _ if open.hidden => {}
            Kind::Block | Kind::Term | Kind::Caption | Kind::Rows | Kind::Item => {
                self.layout.part(1);
            }
            Kind::Definition => self.layout.part(1),
            Kind::Paragraph | Kind::Dialog | Kind::Table | Kind::Quote => self.layout.part(2),
            Kind::Pre => {
                self.layout.join(2);
                self.layout.part(2);
            }
            Kind::List | Kind::Ordered => self.part_list(),
            _ => {}
        }
    }

    /// The address in an attribute, where there is a place for one.
    fn address(&self, attributes: &Attributes, name: &str) -> Option<String> {
        let address = attributes.get(name).filter(|_| self.layout.form() == Form::Whole)?;
        links::address(address, self.page)
    }

    /// Writes the address behind a link's text, unless there is none, or it is the text.
    fn end_link(&mut self, at: usize, address: Option<String>) {
        let text = self.layout.since(at).trim();
        let address = address.filter(|address| !text.is_empty() && !links::tells(text, address));
        if let Some(address) = address {
            self.layout.address(&address);
        }
    }

    /// A picture's text, which stands for it (section 4.8.4.4); on one line only that of characters.
    fn picture(&mut self, attributes: &Attributes) {
        let alt = attributes.get("alt").unwrap_or_default();
        let character = has_class(attributes, &CHARACTERS);
        // A picture that a script loads has a twin for readers without scripts.
        let twin = !character && self.picture.0 == self.layout.len() && self.picture.1 == alt;
        if !twin && (character || self.layout.form() == Form::Whole) {
            self.layout.words(alt);
            self.picture = (self.layout.len(), alt.to_owned());
        }
    }

    /// A frame is a link to what is in it; one that shows another post of WordPress has a link before it.
    fn frame(&mut self, attributes: &Attributes) {
        let Some(address) = self.address(attributes, "src") else { return };
        if has_class(attributes, &["wp-embedded-content"]) {
            return;
        }
        self.layout.part(1);
        let at = self.layout.len();
        self.layout.words(attributes.get("title").unwrap_or_default());
        if self.layout.len() == at {
            self.layout.words(&address);
        } else {
            self.end_link(at, Some(address));
        }
        self.layout.part(1);
    }

    /// The first source of a player is its address, if it has none itself.
    fn source(&mut self, attributes: &Attributes) {
        let source = self.address(attributes, "src");
        self.open.nearest(|open| match &mut open.effect {
            Effect::Media { address, .. } => {
                *address = address.take().or(source.clone());
                Some(())
            }
            _ => None,
        });
    }

    /// A player in which nothing is written for readers without it is a link.
    fn end_media(&mut self, at: usize, address: Option<String>) {
        if let Some(address) = address.filter(|_| self.layout.since(at).is_empty()) {
            self.layout.part(1);
            self.layout.words(&address);
            self.layout.part(1);
        }
    }

    /// Writes figures since a place as signs, if there are signs for all.
    fn sign(&mut self, at: usize, signs: &[(char, char)]) {
        let written = self.layout.since(at);
        let text = written.trim_start();
        let at = at + written.len() - text.len();
        if let Some(text) = in_signs(text, signs) {
            self.layout.replace(at, &text);
        }
    }

    /// Tells whether the readings of a ruby have brackets of their own (section 4.5.13).
    fn has_brackets(&mut self, own: bool) -> bool {
        let brackets = self.open.nearest(|open| match &mut open.effect {
            Effect::Ruby { brackets } => {
                *brackets |= own;
                Some(*brackets)
            }
            _ => None,
        });
        brackets.unwrap_or(true)
    }

    fn end_reading(&mut self, at: usize) {
        if self.layout.since(at).ends_with('(') {
            self.layout.replace(at, "");
        } else {
            self.layout.append(")");
        }
    }

    fn list(&mut self, kind: Kind, attributes: &Attributes) -> Effect {
        self.part_list();
        let level = self.is_in_item() == Some(false);
        if level {
            self.layout.indent(INDENT);
        }
        if kind == Kind::List {
            return Effect::List { numbers: None, counted: None, level };
        }
        let unknown = attributes.get("reversed").is_some() && attributes.get("start").is_none();
        let counted = unknown.then_some(self.counted.len());
        self.counted.extend(counted.map(|_| 0));
        let length = counted.and_then(|place| self.lengths.get(place)).copied().unwrap_or(0);
        Effect::List { numbers: Some(Numbers::new(attributes, length)), counted, level }
    }

    fn item(&mut self, attributes: &Attributes) -> Effect {
        let lengths = &mut self.counted;
        let mark = self.open.nearest(|open| match &mut open.effect {
            Effect::List { numbers, counted, .. } => {
                if let Some(place) = counted {
                    lengths[*place] += 1;
                }
                let numbers = numbers.as_mut();
                Some(numbers.map(|numbers| numbers.mark(attributes.get("value"))))
            }
            _ => None,
        });
        self.layout.part(1);
        self.layout.indent(mark.flatten().as_deref().unwrap_or(BULLET));
        Effect::Item
    }

    /// A list within another stands close to it.
    fn part_list(&mut self) {
        let within = self.is_in_item().is_some();
        self.layout.part(if within { 1 } else { 2 });
    }

    /// Tells of what is in a list whether it is in an item of it.
    fn is_in_item(&mut self) -> Option<bool> {
        self.open.nearest(|open| match open.effect {
            Effect::Item => Some(true),
            Effect::List { .. } => Some(false),
            _ => None,
        })
    }

    fn cell(&mut self) {
        let row = self.open.nearest(|open| match &mut open.effect {
            Effect::Row { at, cells } => {
                *cells += 1;
                Some((*cells == 1, *at))
            }
            _ => None,
        });
        match row {
            Some((first, at)) => self.layout.cell(first, at),
            None => self.layout.part(1),
        }
    }
}

/// Tells whether an element has one of these classes.
pub(super) fn has_class(attributes: &Attributes, classes: &[&str]) -> bool {
    let class = attributes.get("class").unwrap_or_default();
    class.split_ascii_whitespace().any(|class| classes.contains(&class))
}
