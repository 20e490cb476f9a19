//! What a conversion has to tell beside the feed: what was left out, what was guessed.

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
    detail: String,
    count: u64,
    examples: Vec<String>,
}

/// How much a [`Note`] matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Good to know; nothing was lost and nothing guessed.
    Info,
    /// Something was left out, replaced or guessed.
    Warning,
}

/// What kind of thing was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoteKind {
    /// Locked posts were left out.
    Protected,
    /// Private, draft, pending, scheduled or trashed posts were left out; the detail is the status.
    Unpublished,
    /// Posts of which another copy was written were left out.
    Duplicate,
    /// The site's address was guessed from the posts; the detail is the address.
    Home,
    /// The feed's title was made from the address; the detail is the title.
    Title,
    /// A post has no guid, so its id was made the way WordPress makes it.
    Id,
    /// A post has no address.
    Url,
    /// A post has no date in UTC, and no time zone is known to make one.
    Date,
    /// A post's author is not known by name.
    Author,
    /// Names of categories and tags were made from their slugs.
    TermNames,
    /// Categories and tags are known by number alone.
    Terms,
    /// The document holds fewer terms of a post than the post has.
    TermsCut,
    /// A post has a featured image whose address is not known.
    Image,
    /// A post has neither content nor an excerpt.
    Text,
    /// A filter could not see what it asks for; the detail is the filter.
    Filter,
    /// A field of a plugin has an unexpected form and was passed over; the detail is the field.
    Field,
    /// Bytes or escapes that are no Unicode text were replaced by U+FFFD; the detail says what.
    Unicode,
    /// Control characters stood raw in the JSON's texts; the detail says how many.
    Control,
    /// Characters that XML forbids were removed.
    Forbidden,
    /// Characters that XML forbids were removed from the feed's own title, description or the like.
    ForbiddenInHead,
    /// Text around the JSON was passed over; the detail quotes it.
    Rubbish,
}

impl NoteKind {
    /// The short name for programs, which stays the same between versions.
    pub fn code(self) -> &'static str {
        self.row().0
    }

    /// How much it matters.
    pub fn level(self) -> Level {
        if self == NoteKind::Duplicate { Level::Info } else { Level::Warning }
    }

    /// What to do about it, or an empty string.
    pub fn advice(self) -> &'static str {
        self.row().2
    }

    /// The code, the sentence behind the count (`{}` stands for the detail), and the advice.
    fn row(self) -> (&'static str, &'static str, &'static str) {
        match self {
            NoteKind::Protected => (
                "protected",
                "locked with a password, left out",
                "--include-protected writes title and link",
            ),
            NoteKind::Unpublished => {
                ("unpublished", "with status {}, left out", "a feed shows what is published")
            }
            NoteKind::Duplicate => ("duplicate", "met again with the same guid, written once", ""),
            NoteKind::Home => ("home-guessed", "site address guessed: {}", "give --site or --home"),
            NoteKind::Title => {
                ("title-guessed", "feed title guessed: {}", "give --site or --title")
            }
            NoteKind::Id => (
                "id-guessed",
                "without guid, id made from site address and number",
                "fetch with guid",
            ),
            NoteKind::Url => {
                ("no-link", "without an address, written without link", "fetch with link")
            }
            NoteKind::Date => (
                "no-date",
                "without a date in UTC, written without one",
                "fetch with date_gmt, or give --site for the time zone",
            ),
            NoteKind::Author => (
                "no-author",
                "whose author's name is not in the document, the site's name stands in",
                "fetch with _embed, unless the user is gone",
            ),
            NoteKind::TermNames => {
                ("term-slugs", "with categories or tags named by their slugs", "fetch with _embed")
            }
            NoteKind::Terms => (
                "no-terms",
                "with categories or tags known by number alone, left out",
                "fetch with _embed",
            ),
            NoteKind::TermsCut => (
                "terms-cut",
                "with more categories and tags than the document embeds",
                "old versions of WordPress embed ten",
            ),
            NoteKind::Image => (
                "no-image",
                "whose featured image is not in the document",
                "fetch with _embed, unless it is private or deleted",
            ),
            NoteKind::Text => {
                ("no-text", "without content and excerpt", "fetch with content or excerpt")
            }
            NoteKind::Filter => (
                "filter-blind",
                "in which {} can't be judged, left out",
                "fetch all fields, with _embed, or filter by number",
            ),
            NoteKind::Field => ("field", "whose {} has an unexpected form, passed over", ""),
            NoteKind::Unicode => ("unicode", "{} replaced by U+FFFD", ""),
            NoteKind::Control => (
                "control-characters",
                "{} taken as if escaped",
                "JSON has to escape them; a plugin, or a program in between, does not",
            ),
            NoteKind::Forbidden => {
                ("xml-characters", "with characters that XML forbids, removed", "")
            }
            NoteKind::ForbiddenInHead => (
                "xml-characters-in-head",
                "characters that XML forbids removed from the feed's title, description or the like",
                "look at --site and the arguments beside it",
            ),
            NoteKind::Rubbish => {
                ("rubbish", "text {} passed over", "turn the site's error display off")
            }
        }
    }
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

    /// The first few posts or places where it was met.
    pub fn examples(&self) -> &[String] {
        &self.examples
    }
}

impl fmt::Display for Note {
    /// Writes one sentence, as `2 posts locked with a password, left out: 1132, 1108`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = self.kind.row().1.replace("{}", &self.detail);
        if self.examples.is_empty() {
            return f.write_str(&sentence);
        }
        let noun = if self.count == 1 { "post" } else { "posts" };
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
        self.entry(kind, detail.into()).count += 1;
    }

    /// Notes a thing about one post.
    pub(crate) fn note_post(&mut self, kind: NoteKind, detail: &str, post: impl fmt::Display) {
        let note = self.entry(kind, detail.to_owned());
        note.count += 1;
        let post = shorten(post.to_string());
        if note.examples.len() < EXAMPLES && !note.examples.contains(&post) {
            note.examples.push(post);
        }
    }

    fn entry(&mut self, kind: NoteKind, detail: String) -> &mut Note {
        let detail = shorten(detail);
        let found = self.notes.iter().position(|n| n.kind == kind && n.detail == detail);
        let at = found.unwrap_or_else(|| {
            self.notes.push(Note { kind, detail, count: 0, examples: Vec::new() });
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
