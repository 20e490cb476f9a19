//! What is said of each kind of thing that a conversion notices, and what to do about it.

use super::NoteKind;

impl NoteKind {
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
