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
    noun: Noun,
    detail: String,
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
}

impl Noun {
    fn word(self, one: bool) -> &'static str {
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

/// What kind of thing was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoteKind {
    /// Locked posts were left out.
    Protected,
    /// Posts of a site that is not open to the public were left out.
    PrivateSite,
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
    /// A plugin tells no canonical address of a post, so its permalink was taken.
    Canonical,
    /// A post has no date in UTC, and no time zone is known to make one.
    Date,
    /// A post's author is not known by name.
    Author,
    /// Names of categories and tags were made from their slugs.
    TermNames,
    /// Categories and tags are known by number alone.
    Terms,
    /// No post has a term of a taxonomy that was asked for; the detail is its name.
    Taxonomy,
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
    /// A document of a collection can't be used, or not all of it; the detail says why.
    Collection,
    /// A document of a collection is of another kind than was said; the detail says of which.
    OtherCollection,
    /// Users or terms of a collection have no name.
    Unnamed,
    /// Media objects of a collection have no address.
    NoAddress,
    /// Objects of a collection were met again with the same number.
    Again,
    /// Comments are about posts of which no document tells the title.
    Subject,
    /// Comments answer others that no document has.
    Answered,
    /// A collection of comments may be one page of several; the detail says how many it holds.
    CommentsCut,
}

impl NoteKind {
    /// The short name for programs, which stays the same between versions.
    pub fn code(self) -> &'static str {
        self.row().0
    }

    /// How much it matters.
    pub fn level(self) -> Level {
        match self {
            NoteKind::Duplicate
            | NoteKind::OtherCollection
            | NoteKind::Again
            | NoteKind::CommentsCut => Level::Info,
            _ => Level::Warning,
        }
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
            NoteKind::PrivateSite => (
                "private-site",
                "of a private site, left out",
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
            NoteKind::Canonical => (
                "no-canonical",
                "without a canonical address, written with the permalink",
                "leave out --canonical, or look at the plugin's settings",
            ),
            NoteKind::Date => (
                "no-date",
                "without a date in UTC, written without one",
                "fetch with date_gmt, or give --site for the time zone",
            ),
            NoteKind::Author => (
                "no-author",
                "whose author's name is not in the document, the site's name stands in",
                "fetch with _embed or give --users, unless the user is gone",
            ),
            NoteKind::TermNames => (
                "term-slugs",
                "with categories or tags named by their slugs",
                "fetch with _embed or give --terms",
            ),
            NoteKind::Terms => (
                "no-terms",
                "with categories or tags known by number alone, left out",
                "fetch with _embed or give --terms",
            ),
            NoteKind::Taxonomy => (
                "no-taxonomy",
                "no post has a term of the taxonomy {}",
                "its name is in /wp-json/wp/v2/taxonomies; fetch with _embed",
            ),
            NoteKind::TermsCut => (
                "terms-cut",
                "with more categories and tags than the document embeds",
                "give --terms; old versions of WordPress embed ten",
            ),
            NoteKind::Image => (
                "no-image",
                "whose featured image is not in the document",
                "fetch with _embed or give --media, unless it is private or deleted",
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
            NoteKind::Collection => (
                "collection",
                "{}",
                "give what /wp-json/wp/v2/users, categories, tags, media, comments or posts answers",
            ),
            NoteKind::OtherCollection => ("other-collection", "{}", ""),
            NoteKind::Unnamed => ("no-name", "without a name, passed over", "fetch with name"),
            NoteKind::NoAddress => {
                ("no-address", "without an address, passed over", "fetch with source_url")
            }
            NoteKind::Again => ("again", "met again with the same number, the last one counts", ""),
            NoteKind::Subject => (
                "no-subject",
                "about posts that are not in the documents, without the posts' titles",
                "give --posts, or fetch with _embed",
            ),
            NoteKind::Answered => (
                "no-answered",
                "in answer to others which are not in the documents, without their names",
                "fetch all comments",
            ),
            NoteKind::CommentsCut => (
                "comments-cut",
                "{}, a round number that may be one page of several, so they are not counted",
                "fetch all pages; the X-WP-TotalPages header says how many",
            ),
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

    /// The numbers of the first few posts or other objects of which it was noticed.
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
        let name = shorten(name.to_string());
        if note.examples.len() < EXAMPLES && !note.examples.contains(&name) {
            note.examples.push(name);
        }
    }

    fn entry(&mut self, kind: NoteKind, noun: Noun, detail: String) -> &mut Note {
        let detail = shorten(detail);
        let same = |n: &Note| n.kind == kind && n.noun == noun && n.detail == detail;
        let at = self.notes.iter().position(same).unwrap_or_else(|| {
            self.notes.push(Note { kind, noun, detail, count: 0, examples: Vec::new() });
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
