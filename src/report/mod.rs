//! What a conversion has to tell beside the feed: what was left out, what was guessed.

mod kind;
mod sentence;

pub use kind::NoteKind;

use crate::error::Error;
use std::fmt;

/// How many posts a [`Note`] names at the most; the rest are counted.
const EXAMPLES: usize = 5;

/// How many characters of a name or a detail are told; some posts hold whole books where a word belongs.
const LONGEST: usize = 300;

/// Everything that a conversion noticed, a [`Note`] a kind of thing.
///
/// ```
/// let posts = r#"[{"id":1,"title":{"rendered":"Locked"},"link":"https://example.org/locked/",
///     "date_gmt":"2024-01-02T03:04:05","content":{"rendered":"","protected":true}}]"#;
/// let mut feed = Vec::new();
/// let report = wp2feed::convert(posts.as_bytes(), wp2feed::Format::Rss, &wp2feed::Options::default(), &mut feed)?;
/// assert_eq!(report.written(), 0);
/// assert!(report.notes().any(|note| note.kind().code() == "protected"));
/// # Ok::<(), wp2feed::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Report {
    read: usize,
    written: usize,
    notes: Vec<Note>,
}

/// One thing that a conversion noticed, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    kind: NoteKind,
    noun: Noun,
    detail: String,
    /// What to do about it, if that is more than what can be said of the kind.
    advice: Option<String>,
    count: u64,
    examples: Vec<String>,
}

/// What a [`Note`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Noun {
    Post,
    User,
    Term,
    Media,
    Comment,
    Id,
    Entry,
}

impl Noun {
    pub(crate) fn word(self, one: bool) -> &'static str {
        match (self, one) {
            (Noun::Post, true) => "post",
            (Noun::Post, false) => "posts",
            (Noun::User, true) => "user",
            (Noun::User, false) => "users",
            (Noun::Term, true) => "term",
            (Noun::Term, false) => "terms",
            (Noun::Media, true) => "media object",
            (Noun::Media, false) => "media objects",
            (Noun::Comment, true) => "comment",
            (Noun::Comment, false) => "comments",
            (Noun::Id, true) => "old id",
            (Noun::Id, false) => "old ids",
            (Noun::Entry, true) => "entry",
            (Noun::Entry, false) => "entries",
        }
    }
}

/// How much a [`Note`] matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Good to know; nothing was lost and nothing guessed.
    Info,
    /// Something was left out, replaced or guessed.
    Warning,
}

impl Note {
    /// What kind of thing it is.
    pub fn kind(&self) -> NoteKind {
        self.kind
    }

    /// How often it was met.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// What to do about it, or an empty string.
    pub fn advice(&self) -> &str {
        self.advice.as_deref().unwrap_or(self.kind.advice())
    }

    /// What is counted: `posts`, `users`, `terms`, `media`, `comments`, `ids` or `entries`.
    pub fn counted(&self) -> &'static str {
        match self.noun {
            Noun::Post => "posts",
            Noun::User => "users",
            Noun::Term => "terms",
            Noun::Media => "media",
            Noun::Comment => "comments",
            Noun::Id => "ids",
            Noun::Entry => "entries",
        }
    }

    /// The numbers of the first few posts or other objects of which it was noticed.
    pub fn examples(&self) -> &[String] {
        &self.examples
    }
}

impl Note {
    /// Takes examples and advice of the same thing.
    fn learn(&mut self, other: &Note) {
        other.examples.iter().for_each(|name| self.exemplify(name.clone()));
        self.advice = self.advice.take().or_else(|| other.advice.clone());
    }

    fn exemplify(&mut self, name: String) {
        if self.examples.len() < EXAMPLES && !self.examples.contains(&name) {
            self.examples.push(name);
        }
    }
}

impl fmt::Display for Note {
    /// Writes one sentence, as `2 posts locked with a password, left out: 1132, 1108`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = self.kind.row().1.replace("{}", &self.detail);
        if self.examples.is_empty() {
            return f.write_str(&sentence);
        }
        let noun = self.noun.word(self.count == 1);
        write!(f, "{} {noun} {sentence}: {}", self.count, self.examples.join(", "))?;
        if self.count > self.examples.len() as u64 { f.write_str(", …") } else { Ok(()) }
    }
}

impl Report {
    /// How many posts the documents hold.
    pub fn read(&self) -> usize {
        self.read
    }

    /// How many entries the feed has.
    pub fn written(&self) -> usize {
        self.written
    }

    /// What was noticed, in the order in which it was first met.
    pub fn notes(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter()
    }

    /// Counts a post that was read.
    pub(crate) fn count_read(&mut self) {
        self.read += 1;
    }

    /// Sets the number of entries written.
    pub(crate) fn set_written(&mut self, written: usize) {
        self.written = written;
    }

    /// Notes a thing about the whole document, once for each detail.
    pub(crate) fn note(&mut self, kind: NoteKind, detail: impl Into<String>) {
        self.entry(kind, Noun::Post, detail.into()).count += 1;
    }

    /// Notes what was wrong with a document that the conversion can do without.
    pub(crate) fn note_error(&mut self, kind: NoteKind, detail: impl Into<String>, error: &Error) {
        self.note_advised(kind, detail, error.advice().unwrap_or(kind.advice()));
    }

    /// Notes a thing about the whole document, with advice of its own.
    pub(crate) fn note_advised(
        &mut self,
        kind: NoteKind,
        detail: impl Into<String>,
        advice: impl Into<String>,
    ) {
        let note = self.entry(kind, Noun::Post, detail.into());
        note.count += 1;
        note.advice = Some(advice.into());
    }

    /// Notes a thing about one post.
    pub(crate) fn note_post(&mut self, kind: NoteKind, detail: &str, post: impl fmt::Display) {
        self.note_item(kind, detail, Noun::Post, post);
    }

    /// Notes a thing about one object; its name is mostly its number.
    pub(crate) fn note_item(
        &mut self,
        kind: NoteKind,
        detail: &str,
        noun: Noun,
        name: impl fmt::Display,
    ) {
        let note = self.entry(kind, noun, detail.to_owned());
        note.count += 1;
        note.exemplify(shorten(name.to_string()));
    }

    /// Adds what was noticed elsewhere.
    pub(crate) fn add(&mut self, other: &Report) {
        self.read += other.read;
        for note in &other.notes {
            let own = self.entry(note.kind, note.noun, note.detail.clone());
            own.count += note.count;
            own.learn(note);
        }
    }

    /// Adds what another feed of the same documents noticed: of what both did, at least the larger count
    /// stands.
    pub(crate) fn join(&mut self, other: &Report) {
        self.read = self.read.max(other.read);
        self.written += other.written;
        for note in &other.notes {
            let own = self.entry(note.kind, note.noun, note.detail.clone());
            own.learn(note);
            own.count = own.count.max(note.count).max(own.examples.len() as u64);
        }
    }

    fn entry(&mut self, kind: NoteKind, noun: Noun, detail: String) -> &mut Note {
        let detail = shorten(detail);
        let same = |n: &Note| n.kind == kind && n.noun == noun && n.detail == detail;
        let at = self.notes.iter().position(same).unwrap_or_else(|| {
            let (advice, examples) = (None, Vec::new());
            self.notes.push(Note { kind, noun, detail, advice, count: 0, examples });
            self.notes.len() - 1
        });
        &mut self.notes[at]
    }
}

/// Cuts what no line of a message can hold.
fn shorten(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    text
}
