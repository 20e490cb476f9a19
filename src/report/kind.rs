//! The kinds of things that a conversion notices.

use super::Level;

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
    /// The title of a page that lists posts was made from what was asked for; the detail is the title.
    ArchiveTitle,
    /// The address of such a page was made the way WordPress usually makes it; the detail is the
    /// address.
    ArchiveUrl,
    /// WordPress says the title in the site's language; the detail is the title.
    English,
    /// A post has no guid, so its id was made the way WordPress makes it.
    Id,
    /// A post is not in the map of old ids, so its own stays.
    NotInIds,
    /// Another post has the old id of a post, whose own stays.
    IdTaken,
    /// No post has an id of the map of old ids.
    IdUnused,
    /// The map of old ids fits no post at all.
    IdsIdle,
    /// A format can't carry something of the entries of a feed; the detail says what and which.
    Lost,
    /// A format can't carry something of what stands above the entries of a feed, likewise.
    LostOfFeed,
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
    /// Feeds were asked for of all categories, tags or authors, and the slugs of a post's are not known;
    /// the detail says of which.
    Slugs,
    /// No post has a term of a taxonomy that was asked for; the detail is its name.
    Taxonomy,
    /// The document holds fewer terms of a post than the post has.
    TermsCut,
    /// A post has a featured image whose address is not known.
    Image,
    /// A post has neither content nor an excerpt.
    Text,
    /// The HTML of a post has relative addresses, and no address of the post is known that makes them
    /// absolute.
    RelativeAddress,
    /// The HTML of a post has a picture or frame that a script loads from where the HTML does not tell.
    Lazy,
    /// Scripts, forms or the like were taken out of the HTML of posts; the detail says what.
    TakenOut,
    /// Frames and players in the HTML of posts became links.
    FramesLinked,
    /// The tags of a post's HTML nest so that no tree could be made of them, and its text alone was written.
    Tangled,
    /// A filter could not see what it asks for; the detail is the filter.
    Filter,
    /// A field of a plugin has an unexpected form and was passed over; the detail is the field.
    Field,
    /// A feed is a podcast, and a post has no sound, film or PDF.
    NoEpisode,
    /// The file of an episode is of a type that Apple Podcasts does not take; the detail is the type.
    EpisodeType,
    /// The size of an episode's file is not known.
    EpisodeLength,
    /// An episode has no title.
    EpisodeTitle,
    /// A serial's episode has no number.
    EpisodeNumber,
    /// A feed is a podcast, but RSS, which alone Apple Podcasts reads, is not written.
    PodcastWithoutRss,
    /// Plain text was asked for, but JSON Feed, which alone carries it, is not written.
    TextWithoutJson,
    /// A path of a mapped field found nothing in any post; the detail is field and path.
    MapIdle,
    /// A place to move addresses from is that of none; the detail is the argument.
    RewriteIdle,
    /// It is that of files alone, which are not to move; the detail is the argument.
    RewriteFiles,
    /// Entries were left out because feeds may have so many bytes, as the detail says.
    Dropped,
    /// Entries were written without their content, likewise.
    Shortened,
    /// A mapped field is the number of a file that is not known; the detail is the path.
    MapNumber,
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
    /// Comments are as an editor sees them, and no document tells whether the public may see their posts.
    EditorsComment,
    /// Comments of a collection name no post.
    NoPost,
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
            | NoteKind::NotInIds
            | NoteKind::IdUnused
            | NoteKind::English
            | NoteKind::OtherCollection
            | NoteKind::Again
            | NoteKind::TakenOut
            | NoteKind::FramesLinked
            | NoteKind::Dropped
            | NoteKind::Shortened
            | NoteKind::CommentsCut => Level::Info,
            _ => Level::Warning,
        }
    }

    /// What to do about it, or an empty string.
    pub fn advice(self) -> &'static str {
        self.row().2
    }
}
