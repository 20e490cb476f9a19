//! What a conversion is asked to do, beyond its input and its formats.

mod html;
mod rewrite;

pub use html::{Html, HtmlStep};
pub use rewrite::Rewrite;

use crate::archive::Archive;
use crate::fields::FieldMap;
use crate::ids::IdMap;
use crate::podcast::Podcast;
use crate::site::Site;
use chrono::{DateTime, Utc};

/// How posts become a feed. The default gives every published post, newest first, with its whole text.
///
/// ```
/// use wp2feed::{Options, Order};
///
/// let options = Options { limit: Some(10), order: Order::Modified, ..Options::default() };
/// assert!(!options.pretty);
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options {
    /// What is known of the site; what is absent is guessed from the posts and noted.
    pub site: Site,
    /// The page of the site whose feed is written, with the title, the address and the posts that
    /// WordPress's own has; without it, one of all posts.
    pub feed_of: Option<Archive>,
    /// The feed's title, where it shall not be the site's or the page's.
    pub title: Option<String>,
    /// Where the feeds will be served from.
    pub feed_url: Option<FeedUrl>,
    /// The order of the entries.
    pub order: Order,
    /// How many entries a feed has at the most, counted in its order.
    pub limit: Option<usize>,
    /// How many bytes each feed has at the most. An entry that would not fit even alone is written without
    /// its content; then the last entries are left out until all feeds fit. They stay alike: the largest of
    /// them decides. A [`Reader`](crate::Reader) writes no bytes, and gives every entry.
    pub max_bytes: Option<u64>,
    /// How much of each post's text is written.
    pub content: ContentMode,
    /// How long the excerpts are that are made from contents: words, or characters where no blanks part
    /// words, as in Chinese. Excerpts that WordPress has made are made anew, those that somebody wrote are
    /// never cut. Without it, as long as WordPress makes them.
    pub excerpt_length: Option<usize>,
    /// Writes each whole text as plain text too, which JSON Feed alone can carry.
    pub content_text: bool,
    /// What is done to the HTML of contents and summaries.
    pub html: Html,
    /// How much of contents that their authors parted into pages is written.
    pub pages: Pages,
    /// Lets contents end at their `<!--more-->` with a link to the post which says this, unless the mark
    /// says what; where summaries alone are written, those that leave something out end in it.
    pub more: Option<String>,
    /// Where the featured image is.
    pub featured_image: FeaturedImage,
    /// Where addresses move to, for a site whose CMS is not what the public sees: those of posts, comments,
    /// feeds and pages, and those in the HTML if [`HtmlStep::Addresses`] is taken. Ids stay. Of several
    /// that fit an address the one that says most of it counts; none is moved twice.
    pub rewrites: Vec<Rewrite>,
    /// Moves the addresses of files too, as of pictures: what is below `/wp-content/`.
    pub rewrite_media: bool,
    /// Taxonomies of the site's own whose terms are written behind categories and tags, by name, as
    /// `genre`. WordPress's feeds have none of them.
    pub taxonomies: Vec<String>,
    /// Which posts are written.
    pub filter: Filter,
    /// Writes locked posts with their title and link; without it they are left out.
    pub include_protected: bool,
    /// Takes the address of each entry from a plugin's field instead of WordPress's permalink; the id
    /// never depends on it.
    pub canonical: Option<Canonical>,
    /// The ids that an old feed gave the posts; those that it lacks keep their own, and so do comments.
    pub ids: IdMap,
    /// Members of the posts that fill fields of the entries.
    pub fields: Vec<FieldMap>,
    /// Makes the feed a podcast; [`Podcast::refusals`] tells what Apple would refuse of it.
    pub podcast: Option<Podcast>,
    /// Indents the output.
    pub pretty: bool,
}

/// Where feeds will be served from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeedUrl {
    /// The address of the one feed that is written.
    Whole(String),
    /// The address of the folder in which each feed stands under its customary name; each feed names
    /// itself and the others. It ends in a slash.
    Base(String),
    /// The address of each format's feed, in the order of the formats, as far as they are known; each feed
    /// names itself and the others.
    Each(Vec<Option<String>>),
}

/// The order of a feed's entries; equal dates are ordered by id, the higher first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// The newest published first, as WordPress does.
    #[default]
    Published,
    /// The last changed first.
    Modified,
    /// As they stand in the input.
    Input,
}

/// A collection of the REST API, whose objects posts refer to by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Collection {
    /// `/wp/v2/users`: names, websites and pictures of authors.
    Users,
    /// `/wp/v2/categories`, `/wp/v2/tags` and other taxonomies: names of terms.
    Terms,
    /// `/wp/v2/media`: featured images, and type, size and running time of sound and film.
    Media,
    /// `/wp/v2/comments`: how many a post has.
    Comments,
    /// `/wp/v2/posts`, pages and the like: what comments are about, where the feed is of comments.
    Posts,
}

impl Collection {
    /// The name in messages and on the command line, as `users`.
    pub fn name(self) -> &'static str {
        match self {
            Collection::Users => "users",
            Collection::Terms => "terms",
            Collection::Media => "media",
            Collection::Comments => "comments",
            Collection::Posts => "posts",
        }
    }
}

/// How much of a post's text an entry has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum ContentMode {
    /// The summary and the whole text.
    #[default]
    Full,
    /// The summary alone.
    Summary,
    /// Neither.
    None,
}

/// How much is written of a content in which `<!--nextpage-->` parts pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Pages {
    /// All pages, as WordPress's REST API has them.
    #[default]
    All,
    /// The first page, as WordPress's feeds have it.
    First,
}

/// Where an entry has its featured image.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum FeaturedImage {
    /// Beside the texts, where each format has a place for it.
    #[default]
    Apart,
    /// There, and before the content too; before the summary where that alone is written. A text that shows
    /// the picture already, in whatever size, stays as it is.
    Prepend,
}

/// The plugin whose canonical address an entry gets, the one by which search engines are to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Canonical {
    /// Yoast SEO: `yoast_head_json.canonical`.
    Yoast,
    /// All in One SEO: `aioseo_head_json.canonical_url`.
    Aioseo,
}

/// Which posts are written. A post passes if it passes every part; an empty list lets all pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Published at this moment or later.
    pub since: Option<DateTime<Utc>>,
    /// Published before this moment.
    pub until: Option<DateTime<Utc>>,
    /// In one of these categories, by slug, name or number.
    pub categories: Vec<String>,
    /// With one of these tags, by slug, name or number.
    pub tags: Vec<String>,
    /// By one of these authors, by slug, name or number.
    pub authors: Vec<String>,
    /// Of one of these post types, as `post` or `page`.
    pub types: Vec<String>,
}
