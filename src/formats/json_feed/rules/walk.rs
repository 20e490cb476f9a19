//! Goes through a document by the tables, with a stack of what is open.

use super::known::Known;
use super::tables::{FEED, Kind, Member, Object, Since, Text};
use crate::validate::findings::Findings;
use crate::validate::json::{Container, Event, Reader};
use crate::validate::rules::json_feed as rules;
use crate::validate::values::Fault;
use crate::validate::{Position, Rule};
use std::io::Read;

/// How many extensions are remembered by name.
const EXTENSIONS: usize = 1000;

/// For how many unknown members the one that may be meant is looked for.
const HINTS: u64 = 1000;

/// The pass over a document.
pub(super) struct Walk<'f> {
    pub(super) reader: Reader<&'f mut dyn Read>,
    pub(super) findings: &'f mut Findings,
    /// Where the feed is served from.
    pub(super) served_from: Option<&'f str>,
    /// What time it is, in seconds since 1970.
    pub(super) now: Option<i64>,
    pub(super) known: Known,
    pub(super) faults: Vec<Fault>,
    frames: Vec<Frame>,
    /// The name of the extension whose value is next.
    extension: Option<String>,
}

/// A container that is open.
#[derive(Debug)]
pub(super) struct Frame {
    shape: Shape,
    /// Where it begins.
    pub(super) at: Position,
    /// What its next value is.
    next: Value,
    /// A bit for each member of the table that was there.
    pub(super) seen: u32,
    /// How many values or members it has so far.
    count: u64,
    /// Where its deprecated author is.
    pub(super) author: Option<Position>,
    /// The name of the extension that it is.
    extension: Option<String>,
}

/// What is known of the inside of a container.
#[derive(Debug, Clone, Copy)]
enum Shape {
    Object(&'static Object),
    List,
    /// An object or array somewhere within an extension.
    Extension,
    /// Nothing.
    Foreign,
}

/// What a value should be.
#[derive(Debug, Clone, Copy)]
enum Value {
    Of(Kind, &'static str),
    /// The object of an extension.
    Extension,
    /// Something within an extension.
    Inside,
    Foreign,
}

impl<'f> Walk<'f> {
    pub(super) fn new(
        read: &'f mut dyn Read,
        served_from: Option<&'f str>,
        now: Option<i64>,
        findings: &'f mut Findings,
    ) -> Self {
        Walk {
            reader: Reader::new(read),
            findings,
            served_from,
            now,
            known: Known::default(),
            faults: Vec::new(),
            frames: Vec::new(),
            extension: None,
        }
    }

    /// Goes through the document; tells whether it is a JSON Feed.
    pub(super) fn run(mut self) -> bool {
        while let Some(event) = self.reader.next(self.findings) {
            match event {
                Event::Open(Container::Object) if self.frames.is_empty() => {
                    self.push(Shape::Object(&FEED), Value::Foreign);
                }
                _ if self.frames.is_empty() => return false,
                Event::Name => self.name(),
                Event::Close => self.close(),
                event => self.value(event),
            }
        }
        self.finish();
        self.known.named
    }

    /// Takes note of a place, that of the event.
    pub(super) fn report(&mut self, rule: &'static Rule, message: impl Into<String>) {
        self.findings.report(rule, self.reader.at(), message);
    }

    fn push(&mut self, shape: Shape, next: Value) {
        let at = self.reader.at();
        self.frames.push(Frame {
            shape,
            at,
            next,
            seen: 0,
            count: 0,
            author: None,
            extension: self.extension.take(),
        });
    }

    /// Finds out what the value behind a name is.
    fn name(&mut self) {
        let Some(frame) = self.frames.last_mut() else { return };
        frame.count += 1;
        let first = frame.count == 1 && self.frames.len() == 1;
        let next = match self.frames.last().map(|frame| frame.shape) {
            Some(Shape::Object(object)) => self.member(object, first),
            Some(Shape::Extension) => self.inside(),
            _ => Value::Foreign,
        };
        if let Some(frame) = self.frames.last_mut() {
            frame.next = next;
        }
    }

    /// What a member of an object of the specification is.
    fn member(&mut self, object: &'static Object, first: bool) -> Value {
        let at = self.reader.at();
        let Some((number, member)) = object.member(self.reader.text()) else {
            return self.other(object);
        };
        if member.name == "version" && !first {
            self.report(
                &rules::VERSION_NOT_FIRST,
                "version should be the first member of the feed",
            );
        }
        match member.since {
            Since::First => {}
            Since::Second => self.newer(at, member.name),
            Since::FirstOnly => {
                if let Some(frame) = self.frames.last_mut() {
                    frame.author = Some(at);
                }
            }
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.seen |= 1 << number;
        }
        Value::Of(member.kind, member.name)
    }

    /// What a member is that the specification does not name.
    fn other(&mut self, object: &'static Object) -> Value {
        let name = self.reader.text().to_owned();
        if name.starts_with('_') {
            self.extension(name);
            return Value::Extension;
        }
        self.known.unknown += 1;
        let asks = self.known.unknown <= HINTS;
        let near = asks.then(|| nearest(&name, object.members)).flatten();
        let hint = near.map(|near| format!("; is {near} meant?")).unwrap_or_default();
        let shown: String = name.chars().take(40).collect();
        let message = format!(
            "{} should have no member {shown:?} that is neither of JSON Feed nor an extension{hint}",
            object.name
        );
        self.report(&rules::UNKNOWN_MEMBER, message);
        Value::Foreign
    }

    fn extension(&mut self, name: String) {
        let letter = name.chars().nth(1).is_some_and(char::is_alphabetic);
        if !letter || name.contains('.') {
            let shown: String = name.chars().take(40).collect();
            let message = format!(
                "expected '_', a letter and no dot in the name of an extension, but found {shown:?}"
            );
            self.report(&rules::BAD_EXTENSION_NAME, message);
        }
        let at = self.reader.at();
        if self.known.extensions.len() < EXTENSIONS {
            self.known.extensions.entry(name.clone()).or_insert(Some(at));
        }
        self.extension = Some(name);
    }

    /// What a member within an extension is.
    fn inside(&mut self) -> Value {
        let name = self.reader.text();
        if name.starts_with('_') || name.contains('.') {
            let shown: String = name.chars().take(40).collect();
            let message = format!(
                "expected a name within an extension to have no '_' at its start and no dot, but found {shown:?}"
            );
            self.report(&rules::BAD_EXTENSION_MEMBER, message);
        }
        if self.reader.text() == "about" {
            self.about();
        }
        Value::Inside
    }

    /// Takes note that an extension says what it is about.
    fn about(&mut self) {
        let name = self.frames.last().and_then(|frame| frame.extension.as_ref());
        if let Some(told) = name.and_then(|name| self.known.extensions.get_mut(name)) {
            *told = None;
        }
    }

    /// Judges a value, or goes into it.
    fn value(&mut self, event: Event) {
        let Some(frame) = self.frames.last_mut() else { return };
        if matches!(frame.shape, Shape::List) {
            frame.count += 1;
        }
        match frame.next {
            Value::Of(kind, name) => self.known_value(event, kind, name),
            Value::Extension => self.extension_value(event),
            Value::Inside => {
                if let Event::Open(_) = event {
                    self.push(Shape::Extension, Value::Inside);
                }
            }
            Value::Foreign => {
                if let Event::Open(_) = event {
                    self.push(Shape::Foreign, Value::Foreign);
                }
            }
        }
    }

    fn known_value(&mut self, event: Event, kind: Kind, name: &'static str) {
        match (kind, event) {
            (Kind::Text(text), Event::Text) => self.text(text, name),
            (Kind::Number(number), Event::Number) => self.number(number, name),
            (Kind::Flag, Event::Flag(_)) => {}
            (Kind::Object(object), Event::Open(Container::Object)) => {
                self.push(Shape::Object(object), Value::Foreign);
            }
            (Kind::Objects(object), Event::Open(Container::Array)) => {
                self.push(Shape::List, Value::Of(Kind::Object(object), name));
            }
            (Kind::Texts(text), Event::Open(Container::Array)) => {
                self.push(Shape::List, Value::Of(Kind::Text(text), name));
            }
            _ => self.wrong_type(event, kind, name),
        }
    }

    fn wrong_type(&mut self, event: Event, kind: Kind, name: &'static str) {
        let found = match event {
            Event::Open(Container::Object) => "an object",
            Event::Open(Container::Array) => "an array",
            Event::Text | Event::Name => "a string",
            Event::Number => "a number",
            Event::Flag(_) => "a boolean",
            Event::Null | Event::Close => "null",
        };
        let rule = match event {
            Event::Null => &rules::NULL_MEMBER,
            Event::Number if matches!(kind, Kind::Text(Text::Id)) => &rules::NUMERIC_ID,
            _ => &rules::WRONG_TYPE,
        };
        let within = match self.frames.last().map(|frame| frame.shape) {
            Some(Shape::List) => "each of ",
            _ => "",
        };
        self.report(rule, format!("{within}{name} must be {}, but is {found}", kind.name()));
        if let Event::Open(_) = event {
            self.push(Shape::Foreign, Value::Foreign);
        }
    }

    fn extension_value(&mut self, event: Event) {
        if event != Event::Open(Container::Object) {
            let name = self.extension.take().unwrap_or_default();
            self.report(&rules::EXTENSION_NO_OBJECT, "an extension should be an object");
            // It has no place to say what it is about.
            self.known.extensions.insert(name, None);
        }
        if let Event::Open(_) = event {
            self.push(Shape::Extension, Value::Inside);
        }
    }

    /// Judges what a container lacks.
    fn close(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        match frame.shape {
            Shape::Object(object) => self.whole(object, &frame),
            Shape::List if frame.count == 0 => self.empty_list(&frame),
            _ => {}
        }
    }

    fn empty_list(&mut self, frame: &Frame) {
        if let Value::Of(_, name) = frame.next
            && name != "items"
        {
            self.findings.report(
                &rules::EMPTY_LIST,
                frame.at,
                format!("{name} should not be empty"),
            );
        }
    }
}

/// The member that a name is nearest to, if it is near.
fn nearest(name: &str, members: &'static [Member]) -> Option<&'static str> {
    let plain = |name: &str| name.to_lowercase().replace(['-', '_', ' '], "");
    let name = plain(&name.chars().take(40).collect::<String>());
    let far = |member: &Member| strsim::levenshtein(&plain(member.name), &name);
    let near = members.iter().map(|member| (far(member), member.name)).min()?;
    (near.0 <= 2 && near.0 * 3 <= name.len()).then_some(near.1)
}
