//! A strict reader of JSON (RFC 8259) that gives one event at a time, each with its place.
//!
//! It reports what breaks the grammar, goes on where the meaning is plain all the same, and ends where it is not.
//! Memory holds the containers that are open, and one string; of one that is longer than [`LONGEST`] only the
//! start, and that is told.

mod names;
mod numbers;
mod strings;
#[cfg(test)]
mod tests;
mod text;
mod window;

use super::findings::Findings;
use super::rules::json as rules;
use super::{Position, Rule};
use names::Names;
use std::io::Read;
use strings::Cursor;
use window::Window;

/// How long a string may be of which the whole is kept.
const LONGEST: usize = 16 * 1024 * 1024;

/// How many containers may be open; some parsers end at 128.
const DEEPEST: usize = 128;

/// What the reader comes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    /// A container begins.
    Open(Container),
    /// The innermost container ends.
    Close,
    /// The name of a member; its value is next. [`Reader::text`] has it.
    Name,
    /// A string; [`Reader::text`] has it.
    Text,
    /// A number; [`Reader::text`] has it as it is written.
    Number,
    /// `true` or `false`.
    Flag(bool),
    /// `null`.
    Null,
}

/// What holds other values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Container {
    /// `{}`.
    Object,
    /// `[]`.
    Array,
}

/// A container that is open.
#[derive(Debug)]
struct Open {
    container: Container,
    at: Position,
    names: Names,
}

/// What may come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expect {
    Value,
    /// A value, or the end of the array that has just begun.
    FirstValue,
    /// A name, or the end of the object that has just begun.
    FirstName,
    NextName,
    Colon,
    Comma,
    /// The end of the document.
    Nothing,
}

/// The reader.
#[derive(Debug)]
pub(crate) struct Reader<R> {
    window: Window<R>,
    open: Vec<Open>,
    expect: Expect,
    /// A comma has just been passed, so that a value must come.
    comma: Option<Position>,
    at: Position,
    text: String,
    /// How many bytes of the window belong to the event.
    token: usize,
    cursor: Option<Cursor>,
    started: bool,
    broken: bool,
}

impl<R: Read> Reader<R> {
    pub(crate) fn new(read: R) -> Self {
        let window = Window::new(read);
        let at = window.position();
        Reader {
            window,
            open: Vec::new(),
            expect: Expect::Value,
            comma: None,
            at,
            text: String::new(),
            token: 0,
            cursor: None,
            started: false,
            broken: false,
        }
    }

    /// The place of the event.
    pub(crate) fn at(&self) -> Position {
        self.at
    }

    /// The text of the name, string or number.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether the text is all that is written, and exactly that.
    pub(crate) fn is_whole(&self) -> bool {
        self.cursor.is_some()
    }

    /// Whether the document ended where it should not.
    pub(crate) fn is_broken(&self) -> bool {
        self.broken
    }

    /// The place of a byte of a string's text, which must not lie before one that was asked for.
    pub(crate) fn place(&mut self, offset: usize) -> Position {
        let raw = self.window.bytes().get(1..self.token.saturating_sub(1)).unwrap_or_default();
        self.cursor.as_mut().map_or(self.at, |cursor| cursor.go(raw, offset))
    }

    /// Reads on to the next event; `None` behind the last one, and where reading on makes no sense.
    pub(crate) fn next(&mut self, findings: &mut Findings) -> Option<Event> {
        if self.broken {
            return None;
        }
        self.window.pass(self.token);
        (self.token, self.cursor) = (0, None);
        if !self.started {
            self.start(findings)?;
        }
        loop {
            self.window.pass_white_space();
            self.at = self.window.position();
            let Some(byte) = self.window.byte(0) else { return self.ended(findings) };
            match (self.expect, byte) {
                (Expect::Colon, b':') => self.punctuation(Expect::Value),
                (Expect::Comma, b',') => {
                    self.comma = Some(self.at);
                    let object = self.is_in(Container::Object);
                    self.punctuation(if object { Expect::NextName } else { Expect::Value });
                }
                _ => return self.event(byte, findings),
            }
        }
    }

    fn punctuation(&mut self, expect: Expect) {
        self.window.pass(1);
        self.expect = expect;
    }

    fn is_in(&self, container: Container) -> bool {
        self.open.last().is_some_and(|open| open.container == container)
    }

    /// Looks at the encoding.
    fn start(&mut self, findings: &mut Findings) -> Option<()> {
        self.started = true;
        self.window.byte(3);
        let bytes = self.window.bytes();
        if bytes.starts_with(b"\xEF\xBB\xBF") {
            let message = "expected no byte order mark, but found one";
            findings.report(&rules::JSON_BYTE_ORDER_MARK, self.at, message);
            self.window.pass_mark(3);
        } else if matches!(bytes, [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, _, ..] | [_, 0, ..]) {
            return self.fail(
                &rules::JSON_ENCODING,
                "expected UTF-8, but found UTF-16 or UTF-32",
                findings,
            );
        }
        Some(())
    }

    /// Reads what is neither comma nor colon.
    fn event(&mut self, byte: u8, findings: &mut Findings) -> Option<Event> {
        let comma = self.comma.take();
        match (self.expect, byte) {
            (Expect::FirstName | Expect::NextName, b'"') => self.name(findings),
            (Expect::FirstName | Expect::NextName | Expect::Comma, b'}')
            | (Expect::FirstValue | Expect::Value | Expect::Comma, b']') => {
                self.close(byte, comma, findings)
            }
            (Expect::FirstValue | Expect::Value, _) => self.value(byte, findings),
            _ => self.unexpected(findings),
        }
    }

    fn value(&mut self, byte: u8, findings: &mut Findings) -> Option<Event> {
        match byte {
            b'{' => return self.begin(Container::Object, findings),
            b'[' => return self.begin(Container::Array, findings),
            _ => {}
        }
        let event = match byte {
            b'"' => {
                self.string(findings)?;
                Event::Text
            }
            b'-' | b'0'..=b'9' => self.number(findings)?,
            _ => self.word(findings)?,
        };
        self.expect_behind_value();
        Some(event)
    }

    fn expect_behind_value(&mut self) {
        self.expect = if self.open.is_empty() { Expect::Nothing } else { Expect::Comma };
    }

    fn begin(&mut self, container: Container, findings: &mut Findings) -> Option<Event> {
        if self.open.len() == DEEPEST {
            let message =
                format!("expected no more than {DEEPEST} values one in another, but found more");
            return self.fail(&rules::JSON_DEPTH, message, findings);
        }
        self.open.push(Open { container, at: self.at, names: Names::default() });
        self.token = 1;
        self.expect = match container {
            Container::Object => Expect::FirstName,
            Container::Array => Expect::FirstValue,
        };
        Some(Event::Open(container))
    }

    fn close(
        &mut self,
        byte: u8,
        comma: Option<Position>,
        findings: &mut Findings,
    ) -> Option<Event> {
        let container = if byte == b'}' { Container::Object } else { Container::Array };
        if !self.is_in(container) {
            return self.unexpected(findings);
        }
        if let Some(comma) = comma {
            let message = format!("expected no comma before {:?}, but found one", char::from(byte));
            findings.report(&rules::JSON_SYNTAX, comma, message);
        }
        self.open.pop();
        self.token = 1;
        self.expect_behind_value();
        Some(Event::Close)
    }

    fn name(&mut self, findings: &mut Findings) -> Option<Event> {
        self.string(findings)?;
        self.expect = Expect::Colon;
        if let Some(open) = self.open.last_mut()
            && !open.names.insert(&self.text)
        {
            let message = format!(
                "expected each name once in an object, but found {:?} again",
                shown(&self.text)
            );
            findings.report(&rules::JSON_DUPLICATE_NAME, self.at, message);
        }
        Some(Event::Name)
    }

    fn number(&mut self, findings: &mut Findings) -> Option<Event> {
        let mut length = 1;
        while self.window.byte(length).is_some_and(numbers::is_part) {
            length += 1;
            if length > LONGEST {
                return self.fail(
                    &rules::JSON_NUMBER_RANGE,
                    "expected a number, but found millions of digits",
                    findings,
                );
            }
        }
        self.token = length;
        self.text.clear();
        self.text.push_str(&String::from_utf8_lossy(&self.window.bytes()[..length]));
        let (rule, expected) = match numbers::wrong(&self.text) {
            None => return Some(Event::Number),
            Some(numbers::Wrong::Grammar) => (&rules::JSON_SYNTAX, "a number as JSON writes it"),
            Some(numbers::Wrong::Range) => {
                (&rules::JSON_NUMBER_RANGE, "a number that a double has exactly")
            }
        };
        findings.report(
            rule,
            self.at,
            format!("expected {expected}, but found {}", shown(&self.text)),
        );
        Some(Event::Number)
    }

    /// Reads `true`, `false` or `null`.
    fn word(&mut self, findings: &mut Findings) -> Option<Event> {
        let mut length = 0;
        while length < 6
            && self.window.byte(length).is_some_and(|byte| byte.is_ascii_alphanumeric())
        {
            length += 1;
        }
        let event = match &self.window.bytes()[..length] {
            b"true" => Event::Flag(true),
            b"false" => Event::Flag(false),
            b"null" => Event::Null,
            _ => return self.unexpected(findings),
        };
        self.token = length;
        Some(event)
    }

    /// Ends the document where it ends, or says what it lacks.
    fn ended(&mut self, findings: &mut Findings) -> Option<Event> {
        let message = match self.open.last() {
            None if self.expect == Expect::Nothing => return None,
            None => "expected a value, but the document holds none".to_owned(),
            Some(Open { container, at, .. }) => {
                let (what, end) = container.words();
                let Position { line, column, .. } = at;
                format!(
                    "expected {end:?}, but the document ends inside the {what} that begins at {line}:{column}"
                )
            }
        };
        self.fail(&rules::JSON_SYNTAX, message, findings)
    }

    /// Says that what is there can't be there.
    fn unexpected(&mut self, findings: &mut Findings) -> Option<Event> {
        let expected = match self.expect {
            Expect::Value | Expect::FirstValue => "a value",
            Expect::FirstName => "a name in quotes or '}'",
            Expect::NextName => "a name in quotes",
            Expect::Colon => "':' behind the name",
            Expect::Comma if self.is_in(Container::Object) => "',' or '}'",
            Expect::Comma => "',' or ']'",
            Expect::Nothing => "nothing behind the value",
        };
        let found = self.found();
        self.fail(&rules::JSON_SYNTAX, format!("expected {expected}, but found {found}"), findings)
    }

    /// What is there, in short.
    fn found(&mut self) -> String {
        self.window.byte(16);
        let bytes = self.window.bytes();
        let text = String::from_utf8_lossy(&bytes[..bytes.len().min(24)]).into_owned();
        let word: String =
            text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').take(16).collect();
        let first: String = text.chars().take(1).collect();
        format!("{:?}", if word.is_empty() { first } else { word })
    }

    /// Reports what nothing behind it makes good.
    fn fail<T>(
        &mut self,
        rule: &'static Rule,
        message: impl Into<String>,
        findings: &mut Findings,
    ) -> Option<T> {
        self.broken = true;
        findings.report(rule, self.at, message);
        None
    }
}

impl Container {
    /// What it is called, and what ends it.
    fn words(self) -> (&'static str, char) {
        match self {
            Container::Object => ("object", '}'),
            Container::Array => ("array", ']'),
        }
    }
}

/// The start of a text that may be long.
fn shown(text: &str) -> String {
    let start: String = text.chars().take(40).collect();
    if start.len() < text.len() { start + "…" } else { start }
}
