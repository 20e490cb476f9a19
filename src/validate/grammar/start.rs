//! The start of an element: which one it is where it stands, whether it may stand there.

use super::element::{Child, Element, Inside};
use super::facts::Kind;
use super::frame::{Frame, Mode, Name, Notes};
use super::markup::Markup;
use super::seen::Seen;
use super::space::Space;
use super::walk::Walk;
use crate::validate::rules::{podcast, structure};
use crate::validate::vocabularies::anywhere;
use crate::validate::xml::Start;

/// The namespace of Atom 0.3, whose elements readers no longer know.
pub(crate) const OBSOLETE_ATOM: &str = "http://purl.org/atom/ns#";

impl Walk<'_> {
    /// An element begins within one that a table judges.
    pub(super) fn child(&mut self, parent: &'static Element, start: Start<'_>) {
        self.top().children += 1;
        match parent.inside {
            Inside::Groups(_) => self.listed(parent, start),
            Inside::Nothing => self.undefined(start),
            Inside::Construct => self.construct_child(start),
            Inside::Unjudged | Inside::Anything | Inside::Body | Inside::Div => self.skip(start),
        }
    }

    /// An element begins within one that lists what it may hold.
    fn listed(&mut self, parent: &'static Element, start: Start<'_>) {
        if start.name.namespace.is_empty() && matches!(self.facts.kind, Kind::Atom | Kind::Entry) {
            let message = format!("expected {:?} to be in a namespace", start.name.local);
            self.report(&structure::UNDETERMINABLE_VOCABULARY, start.at, message);
            return self.skip(start);
        }
        if start.name.namespace == OBSOLETE_ATOM {
            let message =
                format!("expected Atom 1.0, but found {:?} of Atom 0.3", start.name.local);
            self.report(&structure::OBSOLETE_NAMESPACE, start.at, message);
        }
        let space = self.space(start.name);
        // "Qualified" Dublin Core adds a refinement to the name: dc:date.issued.
        let local = match (space == Space::DC).then(|| start.name.local.split_once('.')).flatten() {
            Some((local, _)) => local,
            None => start.name.local,
        };
        if let Some((number, child)) = parent.child(space, local) {
            self.listed_child(space, number, child, start);
        } else if space == Space::UNKNOWN {
            self.language_of_unknown(start);
            self.skip(start);
        } else {
            self.questionable(space, start);
        }
    }

    /// An element begins that its parent lists.
    fn listed_child(
        &mut self,
        space: Space,
        number: usize,
        child: &'static Child,
        start: Start<'_>,
    ) {
        let refined = space == Space::DC && start.name.local.contains('.');
        let name = Name { space, local: child.local.into() };
        if !refined {
            self.repeated(number, child, start);
            self.rivals(child, &name, start);
        }
        if let Some((rule, message)) = child.says {
            self.report(rule, start.at, message);
        }
        if child.metadata {
            self.misplaced(&name, start);
        }
        if space == Space::ITUNES {
            self.uses_itunes();
        }
        let depth = self.stack.len() - 1;
        self.enter(start, name, child.element);
        if !refined {
            self.stack[depth].seen.insert(number);
        }
    }

    /// Reports a child that should be there once and is there again, or too often.
    fn repeated(&mut self, number: usize, child: &Child, start: Start<'_>) {
        let frame = self.top();
        let parent = frame.name.clone();
        if frame.seen.contains(number) && child.once.is_some() {
            let message =
                format!("expected one {} in {parent}, but found another", start.name.local);
            self.report(child.once.unwrap_or(&structure::DUPLICATE_ELEMENT), start.at, message);
        }
        if child.counted && self.count(number) == child.most.saturating_add(1) {
            let message = format!("expected {parent} to hold no more of them than {}", child.most);
            self.report(&structure::TOO_MANY, start.at, message);
        }
    }

    /// Counts a child.
    fn count(&mut self, number: usize) -> u64 {
        let counts = &mut self.top().notes.counts;
        match counts.iter_mut().find(|(counted, _)| *counted == number) {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                counts.push((number, 1));
                1
            }
        }
    }

    /// Reports a child that says what another one says already.
    fn rivals(&mut self, child: &'static Child, name: &Name, start: Start<'_>) {
        for rival in child.rivals {
            if self.holds(rival.space, rival.local) {
                let other = Name { space: rival.space, local: rival.local.into() };
                let message = format!("expected either {other} or {name}, but found both");
                self.report(rival.rule, start.at, message);
            }
        }
    }

    /// Reports metadata that stands behind an entry.
    fn misplaced(&mut self, name: &Name, start: Start<'_>) {
        let is_rss = self.facts.is_rss();
        let entry = &mut self.top().notes.entry;
        let Some(at) = *entry else { return };
        if is_rss {
            *entry = None;
            let message =
                format!("expected items behind everything else, but found one before {name}");
            self.report(&structure::MISPLACED_ITEM, at, message);
        } else {
            let message = format!("expected {name} before all entries");
            self.report(&structure::MISPLACED_METADATA, start.at, message);
        }
    }

    /// An element begins that its parent does not list: some are known everywhere.
    fn questionable(&mut self, space: Space, start: Start<'_>) {
        let parent = self.top().name.clone();
        let is_atom = matches!(self.facts.kind, Kind::Atom | Kind::Entry);
        let atom = is_atom && !parent.space.prefix().is_empty();
        let space = if space == Space::CORE && atom { Space::ATOM } else { space };
        let name = Name { space, local: start.name.local.to_owned().into() };
        let local = start.name.local;
        if let Some((_, child)) = anywhere::QUESTIONABLE.child(space, local) {
            let message = format!("expected {name} in another place than {parent}");
            self.report(&structure::QUESTIONABLE_USAGE, start.at, message);
            self.enter(start, Name { space, local: child.local.into() }, child.element);
        } else if space == Space::XHTML {
            let message = format!("expected no XHTML in {parent}, but found {local:?}");
            self.report(&structure::MISPLACED_XHTML_CONTENT, start.at, message);
            self.skip(start);
        } else if space == Space::PODCAST {
            let message = format!("expected an element that {parent} can hold, but found {name}");
            self.report(&podcast::UNKNOWN_PODCAST_ELEMENT, start.at, message);
            self.skip(start);
        } else {
            self.undefined_name(&name, start);
        }
    }

    /// Reports an element that its parent can't hold, and does not look at it.
    pub(super) fn undefined(&mut self, start: Start<'_>) {
        let space = self.space(start.name);
        let name = Name { space, local: start.name.local.to_owned().into() };
        self.undefined_name(&name, start);
    }

    fn undefined_name(&mut self, name: &Name, start: Start<'_>) {
        let parent = &self.top().name;
        let message = format!("expected an element that {parent} can hold, but found {name}");
        self.report(&structure::UNDEFINED_ELEMENT, start.at, message);
        self.skip(start);
    }

    /// Passes over an element.
    pub(super) fn skip(&mut self, start: Start<'_>) {
        let space = self.space(start.name);
        self.foreign_attributes(start);
        self.push(start, Name { space, local: "".into() }, Mode::Foreign(0));
    }

    /// An element begins within one that is passed over.
    pub(super) fn foreign(&mut self, depth: u64, start: Start<'_>) {
        let frame = self.top();
        frame.mode = Mode::Foreign(depth + 1);
        let extension = frame.name.space != Space::CORE;
        if depth == 0 && extension && self.facts.is_rss() && start.name.namespace.is_empty() {
            let message = format!("expected {:?} to be in a namespace", start.name.local);
            self.report(&structure::NOT_IN_A_NAMESPACE, start.at, message);
        }
        self.foreign_attributes(start);
    }

    /// Enters an element that a table judges.
    pub(super) fn enter(&mut self, start: Start<'_>, name: Name, element: &'static Element) {
        let mode = match element.inside {
            Inside::Anything => Mode::Foreign(0),
            Inside::Body => Mode::Markup(Markup::body()),
            Inside::Div => Mode::Markup(Markup::mixed()),
            _ => Mode::Table(element),
        };
        self.push(start, name, mode);
        match mode {
            Mode::Table(_) => self.attributes(element, start),
            _ => self.foreign_attributes(start),
        }
        if let Some(at_start) = element.start {
            at_start(self, start);
        }
    }

    /// Puts an element on top of the stack.
    pub(super) fn push(&mut self, start: Start<'_>, name: Name, mode: Mode) {
        let (base, has_host, language) = match self.stack.last() {
            Some(parent) => (parent.base.clone(), parent.has_host, parent.language),
            None => (None, false, false),
        };
        self.stack.push(Frame {
            mode,
            name,
            at: start.at,
            seen: Seen::default(),
            base,
            has_host,
            language,
            children: 0,
            complained: false,
            notes: Notes::default(),
        });
    }
}
