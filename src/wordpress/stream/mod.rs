//! Bytes to posts or other objects, one at a time, in memory bounded by the largest of them.
//!
//! A document is an array of objects, one object, an envelope (`{"body":…}` of `_envelope`, `{"posts":…}`
//! of WordPress.com, objects by numbers), or any number of these one after another, with rubbish around
//! them. [`Objects`] knows where in these it stands; `value` parses what stands there, `document` finds
//! where they start. What is not wanted is an error that says what it is (`foreign`, `rest`, `explain`).

mod document;
mod encoding;
mod explain;
mod foreign;
mod json;
mod quote;
mod repair;
mod rest;
mod rubbish;
mod scan;
mod value;
mod window;
mod wrapper;

#[cfg(test)]
mod tests;

use crate::error::{Error, ErrorKind, Location, Result};
use crate::report::Report;
use explain::explain;
use repair::repair;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::io::Read;
use std::marker::PhantomData;
use value::Repaired;
use window::{Place, SIZE, Window};

/// How deep posts may stand in arrays and envelopes.
const DEEPEST: usize = 16;

/// What is read from a document.
pub(crate) trait Document: DeserializeOwned {
    /// What messages say of it.
    const WANTED: Wanted;

    /// The members of an envelope that hold such objects.
    const MEMBERS: &'static [&'static str];

    /// Whether the object had anything of what is wanted; if not, its text is looked at again.
    fn is_wanted(&self) -> bool;

    /// Whether what is no object is handed over too, where it stands in an array.
    const ANYTHING: bool = false;

    /// What else a document's objects may be, in which case they are read again.
    type Other: DeserializeOwned + Into<Self>;

    /// What messages say of a document in which that was met.
    const OTHERS: Wanted = Self::WANTED;

    /// Whether the object is that.
    fn is_other(_: &Map<String, Value>) -> bool {
        false
    }
}

/// What a document is expected to hold.
pub(crate) struct Wanted {
    /// The name of one, in the path of a place.
    pub(crate) one: &'static str,
    /// The name of several, in the path of a place.
    pub(crate) many: &'static str,
    /// The name of any, in a sentence.
    pub(crate) any: &'static str,
    /// What messages say that was expected.
    pub(crate) named: &'static str,
    /// What to do if it is something else.
    pub(crate) advice: &'static str,
}

/// The posts of one document.
pub(crate) struct Objects<R, T> {
    document: Option<String>,
    window: Window<R>,
    /// The arrays and envelopes around the place where we are, outermost first.
    open: Vec<Open>,
    /// How many posts were read.
    count: u64,
    /// The length of the last one's text.
    length: usize,
    /// Whether an object was of the other kind.
    others: bool,
    /// Whether there was any JSON.
    found: bool,
    /// Whether a `callback(` is open.
    callback: bool,
    repaired: Repaired,
    rubbish: u64,
    /// Where texts are put together, kept for its size.
    scratch: Vec<u8>,
    post: PhantomData<fn() -> T>,
}

/// An array or an envelope that is not closed.
struct Open {
    kind: Kind,
    start: Place,
    /// Whether nothing of it was read yet.
    fresh: bool,
    /// Whether it held a value that may be posts.
    holds: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Array,
    Envelope,
    /// An object of a site's own, which has posts under this key.
    Wrapper(&'static str),
}

impl<R: Read, T: Document> Objects<R, T> {
    /// Starts to read a document; its name is for messages.
    pub(crate) fn new(document: Option<&str>, reader: R) -> Self {
        Self::by(SIZE, document, reader)
    }

    /// Reads `size` bytes at a time.
    fn by(size: usize, document: Option<&str>, reader: R) -> Self {
        Objects {
            document: document.map(str::to_owned),
            window: Window::new(reader, size),
            open: Vec::new(),
            count: 0,
            length: 0,
            others: false,
            found: false,
            callback: false,
            repaired: Repaired::default(),
            rubbish: 0,
            scratch: Vec::new(),
            post: PhantomData,
        }
    }

    /// Reads the next post; `None` at the end of the document.
    ///
    /// # Errors
    /// If what comes next is no post, the document breaks off, or reading fails.
    pub(crate) fn read(&mut self, report: &mut Report) -> Result<Option<T>> {
        while self.seek(report)? {
            match self.peek()? {
                Some(b'[') => self.enter(Kind::Array)?,
                Some(b'{') if self.is_envelope()? => self.enter(Kind::Envelope)?,
                Some(b'{') => {
                    if let Some(post) = self.post()? {
                        self.count += 1;
                        return Ok(Some(post));
                    }
                }
                _ if T::ANYTHING && self.in_array() => return self.value().map(Some),
                _ => return Err(self.scalar()),
            }
        }
        self.note_all(report);
        Ok(None)
    }

    /// The text of the object that was read last, repaired where it had to be.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        let used = self.window.used();
        repair(&used[used.len() - self.length..]).0
    }

    /// Goes to the next value that may be a post or hold posts; false at the end of the document.
    fn seek(&mut self, report: &mut Report) -> Result<bool> {
        loop {
            let there = match self.open.last().map(|open| open.kind) {
                None => return self.next_document(report),
                Some(Kind::Array) => self.next_item(b']', "expected `,` or `]`")?,
                Some(Kind::Envelope | Kind::Wrapper(_)) => self.next_member()?,
            };
            if there {
                return Ok(true);
            }
        }
    }

    fn enter(&mut self, kind: Kind) -> Result<()> {
        if self.open.len() == DEEPEST {
            let message = format!(
                "expected {}, but found more than {DEEPEST} arrays in each other",
                T::WANTED.named
            );
            return Err(Error::new(ErrorKind::NotPosts, message).at(self.here(None)));
        }
        let start = self.window.mark();
        self.open.push(Open { kind, start, fresh: true, holds: false });
        self.window.advance(1);
        Ok(())
    }

    /// Goes to the next item or member; false behind the last, which closes the array or envelope.
    fn next_item(&mut self, closer: u8, expected: &str) -> Result<bool> {
        let Some(open) = self.open.last_mut() else { return Ok(false) };
        let fresh = std::mem::replace(&mut open.fresh, false);
        match self.peek()? {
            None => return Err(self.breaks_off(None)),
            Some(byte) if byte == closer => {
                self.window.advance(1);
                self.open.pop();
                return Ok(false);
            }
            Some(_) if fresh => return Ok(true),
            Some(b',') => self.window.advance(1),
            Some(_) => return Err(self.broken(expected)),
        }
        match self.peek()? {
            None => Err(self.breaks_off(None)),
            Some(byte) if byte == closer => {
                Err(self.broken("expected another value after the comma"))
            }
            Some(_) => Ok(true),
        }
    }

    /// Goes to the next member of an envelope that may hold posts.
    fn next_member(&mut self) -> Result<bool> {
        let outside = self.open.len() - 1;
        let Open { kind, start, holds, .. } = self.open[outside];
        while self.next_item(b'}', "expected `,` or `}`")? {
            let (key, _): (String, _) = self.parse(|_| None)?;
            match self.peek()? {
                Some(b':') => self.window.advance(1),
                None => return Err(self.breaks_off(None)),
                Some(_) => return Err(self.broken("expected `:`")),
            }
            let wanted = match kind {
                Kind::Wrapper(wrapped) => key == wrapped,
                _ => holds_wanted::<T>(&key),
            };
            if wanted {
                self.open[outside].holds = true;
                return Ok(true);
            }
            self.parse::<IgnoredAny>(|_| None)?;
        }
        if holds {
            return Ok(false);
        }
        let members = T::MEMBERS.iter().map(|member| format!(" or `{member}`")).collect::<String>();
        let message = format!("expected `body`{members} in the envelope, but found neither");
        Err(Error::new(ErrorKind::NotPosts, message).at(self.location(start, None)))
    }

    /// Whether the object that starts here is no post, but holds posts: its first key decides.
    fn is_envelope(&mut self) -> Result<bool> {
        loop {
            let inner = self.window.rest()[1..].trim_start();
            match inner.strip_prefix('"').map(|key| key.split_once('"')) {
                Some(Some((key, _))) => {
                    return Ok(matches!(key, "headers" | "found") || holds_wanted::<T>(key));
                }
                None if !inner.is_empty() => return Ok(false),
                _ if self.window.rest().len() > SIZE => return Ok(false),
                _ => {}
            }
            if !self.fill()? {
                return Ok(false);
            }
        }
    }

    /// Reads the post that starts here; `None` if it is an object around posts, which is entered.
    fn post(&mut self) -> Result<Option<T>> {
        let (post, length): (T, _) = self.parse(|posts| Some(posts.path()))?;
        self.length = length;
        if post.is_wanted() {
            return Ok(Some(post));
        }
        self.window.back(length);
        let json = repair(&self.window.rest()[..length]).0;
        let error = match serde_json::from_str(&json) {
            Ok(object) if T::is_other(&object) => {
                self.others = true;
                let (other, _): (T::Other, _) = self.parse(|objects| Some(objects.path()))?;
                return Ok(Some(other.into()));
            }
            Ok(object) => match wrapper::key(&object) {
                Some(key) => return self.enter(Kind::Wrapper(key)).map(|()| None),
                None => foreign::object(&object, &T::WANTED),
            },
            Err(e) => explain(&json, &e).0,
        };
        Err(error.at(self.here(self.item())))
    }

    /// Reads a value that is no object.
    fn value(&mut self) -> Result<T> {
        let (value, length) = self.parse(|objects| Some(objects.path()))?;
        self.count += 1;
        self.length = length;
        Ok(value)
    }

    /// The place of what was read last.
    pub(crate) fn last(&mut self) -> Location {
        self.window.back(self.length);
        self.count -= 1;
        let last = self.here(self.item());
        self.count += 1;
        self.window.advance(self.length);
        last
    }

    /// The place behind what was read.
    pub(crate) fn behind(&self) -> Location {
        self.here(None)
    }

    /// What messages call the post that comes next.
    fn path(&self) -> String {
        let alone = self.count == 0 && !self.in_array();
        let Wanted { one, many, .. } = if self.others { T::OTHERS } else { T::WANTED };
        if alone { one.into() } else { format!("{many}[{}]", self.count) }
    }

    /// The same of a value that is no post, if it is one of several.
    fn item(&self) -> Option<String> {
        self.in_array().then(|| self.path())
    }

    fn in_array(&self) -> bool {
        self.open.iter().any(|open| open.kind == Kind::Array)
    }
}

/// Says what a value is that was read and is not wanted after all.
pub(crate) fn unwanted(json: &str, wanted: &Wanted) -> Error {
    match serde_json::from_str(json) {
        Ok(Value::Object(object)) => foreign::object(&object, wanted),
        Ok(value) => foreign::scalar(&value, wanted),
        Err(e) => explain(json, &e).0,
    }
}

/// Whether a member of an envelope holds what is wanted: `body` of `_envelope`, `posts` and the like of
/// WordPress.com, numbers where PHP took items out of a list.
fn holds_wanted<T: Document>(key: &str) -> bool {
    let number = !key.is_empty() && key.bytes().all(|b| b.is_ascii_digit());
    key == "body" || T::MEMBERS.contains(&key) || number
}
