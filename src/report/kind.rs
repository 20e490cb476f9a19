//! The kinds of things that a conversion notices, each with its sentence and its advice.

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

    /// The code, the sentence behind the count (`{}` stands for the detail), and the advice.
    pub(super) fn row(self) -> (&'static str, &'static str, &'static str) {
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
            NoteKind::ArchiveTitle => (
                "archive-title-guessed",
                "feed title guessed: {}",
                "give --title, or posts that name what the feed is of, with _embed",
            ),
            NoteKind::ArchiveUrl => (
                "archive-address-guessed",
                "address of the page whose feed this is guessed: {}",
                "give --feed-url, or posts that tell it, with _embed",
            ),
            NoteKind::English => (
                "english-title",
                "feed title in English: {}",
                "WordPress has it in the site's language: give --title, or --language if that is English",
            ),
            NoteKind::Id => (
                "id-guessed",
                "without guid, id made from site address and number",
                "fetch with guid",
            ),
            NoteKind::NotInIds => ("not-in-ids", "not in --ids, own id kept", ""),
            NoteKind::IdTaken => (
                "id-taken",
                "whose old id another post has, own id kept",
                "look at --ids, which has one id for several posts",
            ),
            NoteKind::IdUnused => ("id-unused", "in --ids that no post has", ""),
            NoteKind::Lost => ("lost", "lost {}", ""),
            NoteKind::LostOfFeed => ("lost-of-feed", "the feed lost {}", ""),
            NoteKind::IdsIdle => ("ids-idle", "no post is in --ids", ""),
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
            NoteKind::Slugs => (
                "no-slug",
                "whose {} the document does not name, in none of their feeds",
                "fetch with _embed or give --terms and --users",
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
            NoteKind::RelativeAddress => (
                "relative-address",
                "with relative addresses that no link makes absolute",
                "fetch with link",
            ),
            NoteKind::Lazy => (
                "lazy-without-address",
                "with pictures or frames that only a script of the site can load",
                "switch lazy loading off for what the site answers to REST",
            ),
            NoteKind::TakenOut => ("taken-out", "with {} taken out", ""),
            NoteKind::FramesLinked => ("frames-linked", "with frames or players made links", ""),
            NoteKind::Tangled => (
                "html-tangled",
                "with tags that nest too deep or cross too often, written as text alone",
                "look at the posts, which may be hostile; --html faithful leaves their tags alone",
            ),
            NoteKind::Filter => (
                "filter-blind",
                "in which {} can't be judged, left out",
                "fetch all fields, with _embed, or filter by number",
            ),
            NoteKind::Field => ("field", "whose {} has an unexpected form, passed over", ""),
            NoteKind::NoEpisode => (
                "no-episode",
                "without sound or film, so no episode of the podcast",
                "--category, --tag or --type leaves other posts out",
            ),
            NoteKind::EpisodeType => (
                "episode-type",
                "with a file of type {}, which Apple Podcasts does not take",
                "it takes MP3, M4A, MP4, M4V, MOV and PDF",
            ),
            NoteKind::EpisodeLength => (
                "episode-length",
                "with a file of unknown size, written as 0",
                "players want the size in bytes; WordPress stores it with the enclosure",
            ),
            NoteKind::EpisodeTitle => (
                "episode-title",
                "with sound or film but untitled",
                "Apple Podcasts takes no episode without a title",
            ),
            NoteKind::EpisodeNumber => (
                "episode-number",
                "without an episode number, which a serial needs",
                "number the episodes, or give --podcast-type episodic",
            ),
            NoteKind::PodcastWithoutRss => (
                "podcast-without-rss",
                "the feed is a podcast, but Apple Podcasts reads RSS alone",
                "write RSS too: -t rss",
            ),
            NoteKind::TextWithoutJson => (
                "content-text-without-json",
                "texts were asked for as plain text, but JSON Feed alone carries it",
                "write JSON Feed too: -t json",
            ),
            NoteKind::MapIdle => (
                "map-idle",
                "--map {} found nothing in any post",
                "look at one post how the path is spelled",
            ),
            NoteKind::RewriteIdle => ("rewrite-idle", "--rewrite {} fits no address", ""),
            NoteKind::RewriteFiles => (
                "rewrite-files",
                "--rewrite {} fits files alone, which stay",
                "--rewrite-media moves files too",
            ),
            NoteKind::Dropped => ("dropped", "left out, for a feed may have {} bytes", ""),
            NoteKind::Shortened => (
                "shortened",
                "written without content, which is too much for a feed of {} bytes",
                "",
            ),
            NoteKind::MapNumber => (
                "map-number",
                "whose {} is the number of an unknown file, passed over",
                "give --media, or fetch with acf_format=standard",
            ),
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
            NoteKind::EditorsComment => (
                "editors-comment",
                "as an editor sees them, about posts that may not be public, left out",
                "give --posts, or fetch the comments without context=edit",
            ),
            NoteKind::NoPost => {
                ("no-post", "without the number of a post, not counted", "fetch with post")
            }
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
