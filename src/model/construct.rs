//! The parts that feeds and entries are made of: people, categories, enclosures, pictures, comments.

/// A person or an organisation.
///
/// * WordPress: a user, `/wp/v2/users`
/// * Atom: a person construct (RFC 4287, section 3.2)
/// * RSS 2.0: `dc:creator`, the name alone
/// * JSON Feed: an object of `authors`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The name as people read it: plain text, not HTML.
    pub name: String,
    /// The person's own website. Not in RSS 2.0.
    pub url: Option<String>,
    /// The address of a picture of the person. JSON Feed alone has it.
    pub avatar: Option<String>,
    /// The e-mail address, which WordPress tells nobody. Atom alone has it.
    pub email: Option<String>,
}

impl Person {
    /// Makes a person of whom only the name is known.
    pub fn named(name: impl Into<String>) -> Self {
        Person { name: name.into(), ..Person::default() }
    }
}

/// A term of a taxonomy: a WordPress category or tag.
///
/// * Atom: `category`, with the name in `term`, because more readers show `term` than `label`, unless
///   there is a key
/// * RSS 2.0: `category`
/// * JSON Feed: one of `tags`, the name alone
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Category {
    /// The name as people read it: plain text, not HTML.
    pub term: String,
    /// The absolute IRI that identifies the taxonomy. Atom alone has it.
    pub scheme: Option<String>,
    /// What programs know the term by, where that is not its name, which is then the `label`. Atom alone has
    /// it, and WordPress's feeds have none.
    pub key: Option<String>,
    /// What identifies the taxonomy in RSS 2.0, an address or not; WordPress's feeds have none.
    pub domain: Option<String>,
}

/// A file that belongs to an entry: an episode, a video.
///
/// * WordPress: the post meta `enclosure`, a podcast plugin's fields, or a player in the content
/// * Atom: `link rel="enclosure"`, all of them
/// * RSS 2.0: `enclosure`, one alone: the first audio or video
/// * JSON Feed: an object of `attachments`, all of them
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Enclosure {
    /// The absolute address of the file.
    pub url: String,
    /// The media type, as `audio/mpeg`.
    pub media_type: Option<String>,
    /// The size in bytes. RSS 2.0 requires one and gets `0` where it is unknown.
    pub length: Option<u64>,
    /// The running time in seconds. JSON Feed has it, RSS 2.0 as `itunes:duration`, Atom not.
    pub duration: Option<u64>,
    /// What the file is called, in plain text. Atom has it as the link's `title`, JSON Feed too, RSS 2.0 not.
    pub title: Option<String>,
}

impl Enclosure {
    /// Tells whether the file is sound or film, by its media type.
    pub fn is_audio_or_video(&self) -> bool {
        self.media_type
            .as_deref()
            .is_some_and(|t| t.starts_with("audio/") || t.starts_with("video/"))
    }
}

/// The picture that stands for an entry: WordPress's featured image.
///
/// * Atom and RSS 2.0: `media:content` and `media:thumbnail` (Media RSS); `media:thumbnail` alone
///   beside an audio or video enclosure, because some players take the other for the episode
/// * JSON Feed: `image`, the address alone
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Image {
    /// The picture in full size.
    pub full: Rendition,
    /// A small rendition of it, if the site has made one.
    pub thumbnail: Option<Rendition>,
    /// What the picture shows, in plain text (`alt_text` in WordPress).
    pub alt: Option<String>,
}

/// One file of a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendition {
    /// The absolute address of the file.
    pub url: String,
    /// The media type, as `image/jpeg`.
    pub media_type: Option<String>,
    /// The width in pixels, never 0.
    pub width: Option<u32>,
    /// The height in pixels, never 0.
    pub height: Option<u32>,
    /// The size in bytes, never 0.
    pub length: Option<u64>,
}

/// What an entry answers: a post that is commented on, or another comment.
///
/// * WordPress: `post` and `parent` of a comment
/// * Atom: `thr:in-reply-to` (RFC 4685, section 3), of which one is carried
/// * RSS 2.0, JSON Feed: not carried
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InReplyTo {
    /// The permanent id of what is answered.
    pub id: String,
    /// The address of the page where it is.
    pub url: Option<String>,
}

/// Where an entry is discussed.
///
/// * RSS 2.0: `comments`, `wfw:commentRss`, `slash:comments`
/// * Atom: `link rel="replies"` twice, `thr:count`, `thr:total` (RFC 4685)
/// * JSON Feed: not carried
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comments {
    /// The page where people discuss: the permalink with `#comments` or `#respond`.
    pub url: String,
    /// The RSS 2.0 feed of the comments. Not in Atom.
    pub rss_url: Option<String>,
    /// The Atom feed of the comments. Not in RSS 2.0.
    pub atom_url: Option<String>,
    /// How many comments there are, where that is known for sure.
    pub count: Option<u64>,
}
