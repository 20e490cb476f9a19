//! The arguments of a conversion, and their help.
//!
//! What clap can check of one argument is checked here; what depends on several is in `plan`.

use super::messages::{Form, Level, Messages};
use super::podcast::PodcastArgs;
use super::values::{address, bytes, field, html, language, limit, moment, one_of, rewrite};
use chrono::{DateTime, Utc};
use clap::builder::{NonEmptyStringValueParser, TypedValueParser};
use std::path::PathBuf;
use wp2feed::{Archive, Canonical, Collection, ContentMode, FeaturedImage, FieldMap, Format};
use wp2feed::{Html, Order, Pages, Rewrite, Site};

/// What a conversion takes.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Posts or comments, as the REST API gives them, or feeds; none, or `-`: standard input
    #[arg(value_name = "POSTS")]
    pub(super) inputs: Vec<PathBuf>,

    /// Read feeds in this format: rss, atom, json; most are known without it
    #[arg(short = 'f', long, value_name = "FORMAT", hide_possible_values = true)]
    #[arg(value_parser = one_of(Format::ALL.map(|format| (format.name(), format))))]
    pub(super) from: Option<Format>,

    #[command(flatten)]
    pub(super) output: OutputArgs,

    #[command(flatten)]
    pub(super) site: SiteArgs,

    #[command(flatten)]
    pub(super) collections: CollectionArgs,

    #[command(flatten)]
    pub(super) choice: ChoiceArgs,

    #[command(flatten)]
    pub(super) text: TextArgs,

    #[command(flatten)]
    pub(super) podcast: PodcastArgs,

    #[command(flatten)]
    pub(super) messages: MessageArgs,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
pub(super) struct OutputArgs {
    /// Formats; without it the ending of FILE decides, else rss
    #[arg(short = 't', long, value_name = "FORMAT", value_delimiter = ',')]
    #[arg(value_parser = one_of(Format::ALL.map(|format| (format.name(), format))))]
    pub(super) to: Vec<Format>,

    /// Write to FILE; without it, or with `-`, to standard output
    #[arg(short = 'o', long, value_name = "FILE", conflicts_with = "out_dir")]
    pub(super) output: Option<PathBuf>,

    /// Write each format into DIR, as feed.xml, atom.xml, feed.json
    #[arg(long, value_name = "DIR")]
    pub(super) out_dir: Option<PathBuf>,

    /// Indent
    #[arg(long)]
    pub(super) pretty: bool,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Site")]
pub(super) struct SiteArgs {
    /// The site's index, the document at /wp-json/, or its settings, which tell the language; may be
    /// repeated, what the first tells counts, and what follows beats it
    #[arg(long = "site", value_name = "FILE")]
    pub(super) sites: Vec<PathBuf>,

    /// The feed's title, with --feed-of too
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
    pub(super) title: Option<String>,

    /// The feed's description
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
    description: Option<String>,

    /// The site's address
    #[arg(long, value_name = "URL", value_parser = address)]
    home: Option<String>,

    /// Where the feed will be found; with --out-dir, the address of DIR
    #[arg(long, value_name = "URL", value_parser = address)]
    pub(super) feed_url: Option<String>,

    /// The language, as en-US
    #[arg(long, value_name = "TAG", value_parser = language)]
    language: Option<String>,

    /// Who wrote the posts or entries whose author is not known
    #[arg(long, value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    author: Option<String>,

    /// The address of the site's icon
    #[arg(long, value_name = "URL", value_parser = address)]
    icon: Option<String>,

    /// The address of a WebSub hub; may be repeated
    #[arg(long = "hub", value_name = "URL", value_parser = address)]
    hubs: Vec<String>,

    /// The copyright notice
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
    copyright: Option<String>,
}

/// Documents that may hold several kinds; each may be given more than once.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Collections, for posts without _embed")]
pub(super) struct CollectionArgs {
    /// The authors, from /wp-json/wp/v2/users; may be repeated, as each of these
    #[arg(long, value_name = "FILE")]
    users: Vec<PathBuf>,

    /// Categories, tags, other terms, from /wp-json/wp/v2/categories and so on
    #[arg(long, value_name = "FILE")]
    terms: Vec<PathBuf>,

    /// Featured images, sound and film, from /wp-json/wp/v2/media
    #[arg(long, value_name = "FILE")]
    media: Vec<PathBuf>,

    /// The comments, to count them, from /wp-json/wp/v2/comments
    #[arg(long, value_name = "FILE")]
    comments: Vec<PathBuf>,

    /// The posts that the comments are about, where POSTS are comments
    #[arg(long, value_name = "FILE")]
    posts: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Choice")]
pub(super) struct ChoiceArgs {
    /// A page's feed: category:SLUG, tag, author, search, date, type, home
    #[arg(long, value_name = "PAGE")]
    pub(super) feed_of: Option<Archive>,

    /// Write the first N entries
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = limit)]
    pub(super) limit: Option<usize>,

    /// Keep each feed within SIZE bytes, as 512K, or 500KB of 1000 each: leave out the last entries, and
    /// contents that are too much even alone
    #[arg(long, value_name = "SIZE", allow_negative_numbers = true, value_parser = bytes)]
    pub(super) max_bytes: Option<u64>,

    /// Posts published at DATE or later: 2024-07-01 (midnight UTC) or RFC 3339
    #[arg(long, value_name = "DATE", value_parser = moment)]
    pub(super) since: Option<DateTime<Utc>>,

    /// Posts published before DATE
    #[arg(long, value_name = "DATE", value_parser = moment)]
    pub(super) until: Option<DateTime<Utc>>,

    /// Posts in a category, by slug, name or number; may be repeated, one of them is enough
    #[arg(long = "category", value_name = "TERM", value_parser = NonEmptyStringValueParser::new())]
    pub(super) categories: Vec<String>,

    /// Posts with a tag, likewise
    #[arg(long = "tag", value_name = "TERM", value_parser = NonEmptyStringValueParser::new())]
    pub(super) tags: Vec<String>,

    /// Posts by an author, likewise
    #[arg(long = "author-is", value_name = "WHO", value_parser = NonEmptyStringValueParser::new())]
    pub(super) authors: Vec<String>,

    /// Posts of these types, as post,page
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',')]
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    pub(super) types: Vec<String>,

    /// Write the terms of a taxonomy of the site's own too, as genre; may be repeated
    #[arg(long = "taxonomy", value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    pub(super) taxonomies: Vec<String>,

    /// The order: the newest first [default], or as in the input [of feeds the default]
    #[arg(long, value_name = "ORDER", value_parser = order())]
    pub(super) order: Option<Order>,

    /// Links to the canonical addresses of a plugin, instead of permalinks
    #[arg(long, value_name = "PLUGIN", value_parser = canonical())]
    pub(super) canonical: Option<Canonical>,

    /// Move addresses, never ids, as https://cms.example.org=https://example.org; may be repeated, the
    /// longest FROM that fits counts
    #[arg(long = "rewrite", value_name = "FROM=TO", value_parser = rewrite)]
    pub(super) rewrites: Vec<Rewrite>,

    /// Move the addresses of uploads too
    #[arg(long, requires = "rewrites")]
    pub(super) rewrite_media: bool,

    /// Keep the ids of an old feed: FILE is it, or a map made by `wp2feed ids`
    #[arg(long, value_name = "FILE")]
    pub(super) ids: Option<PathBuf>,

    /// Fill FIELD of the entries from the posts, as summary=acf.teaser; may be repeated
    #[arg(long = "map", value_name = "FIELD=PATH", value_parser = field)]
    pub(super) fields: Vec<FieldMap>,

    /// Write title and link of posts locked with a password
    #[arg(long)]
    pub(super) include_protected: bool,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Texts")]
pub(super) struct TextArgs {
    /// How much of the text: all, the summary, nothing
    #[arg(long, value_name = "HOW", default_value = "full")]
    #[arg(value_parser = content())]
    pub(super) content: ContentMode,

    /// The length of excerpts made from the text: N words, or characters as in Chinese
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = limit)]
    pub(super) excerpt_length: Option<usize>,

    /// Write the text as plain text too (JSON Feed's content_text)
    #[arg(long)]
    pub(super) content_text: bool,

    /// What is done to HTML: faithful, clean or raw (of feeds the default), then steps, as clean,-iframes
    #[arg(long, value_name = "STEPS", value_parser = html)]
    pub(super) html: Option<Html>,

    /// Which of the pages that <!--nextpage--> parts: all, or the first
    #[arg(long = "page", value_name = "WHICH", default_value = "all", hide_default_value = true)]
    #[arg(hide_possible_values = true, value_parser = pages())]
    pub(super) pages: Pages,

    /// End contents at <!--more-->, and summaries, with a link that says this
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
    pub(super) more: Option<String>,

    /// Take off "The post ... appeared first on ..."
    #[arg(long)]
    pub(super) strip_footer: bool,

    /// Where the featured image is: beside the text, or before it too
    #[arg(long, value_name = "WHERE", default_value = "apart")]
    #[arg(value_parser = featured_image())]
    pub(super) featured_image: FeaturedImage,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Messages")]
pub(super) struct MessageArgs {
    /// Write nothing and exit with 1 if anything was left out or guessed
    #[arg(long)]
    pub(super) strict: bool,

    /// Write nothing and exit with 4 if no post is left
    #[arg(long)]
    pub(super) fail_on_empty: bool,

    /// The form of messages
    #[arg(long, value_enum, value_name = "FORM", default_value = "human")]
    pub(super) message_format: Form,

    /// Say errors only
    #[arg(short = 'q', long, conflicts_with = "verbose")]
    quiet: bool,

    /// Say what was read and written too
    #[arg(short = 'v', long)]
    verbose: bool,
}

impl SiteArgs {
    /// Lays the arguments over what the site's files tell.
    pub(super) fn over(self, file: Site) -> Site {
        let told = Site {
            title: self.title,
            description: self.description,
            home: self.home.map(|home| home.trim_end_matches('/').to_owned()),
            language: self.language,
            author: self.author,
            icon: self.icon,
            copyright: self.copyright,
            hubs: self.hubs,
            ..Site::default()
        };
        told.or(file)
    }
}

impl CollectionArgs {
    /// Tells whether there is any.
    pub(super) fn are_told(&self) -> bool {
        let all = [&self.users, &self.terms, &self.media, &self.comments, &self.posts];
        all.iter().any(|files| !files.is_empty())
    }

    /// Each document with what it is expected to hold.
    pub(super) fn documents(self) -> Vec<(Collection, PathBuf)> {
        let of = |kind: Collection, files: Vec<PathBuf>| files.into_iter().map(move |f| (kind, f));
        of(Collection::Users, self.users)
            .chain(of(Collection::Terms, self.terms))
            .chain(of(Collection::Media, self.media))
            .chain(of(Collection::Comments, self.comments))
            .chain(of(Collection::Posts, self.posts))
            .collect()
    }
}

impl MessageArgs {
    /// Who says the messages.
    pub(super) fn messages(&self) -> Messages {
        let least = match (self.quiet, self.verbose) {
            (true, _) => Level::Error,
            (false, true) => Level::Info,
            (false, false) => Level::Note,
        };
        Messages { form: self.message_format, least }
    }
}

fn order() -> impl TypedValueParser<Value = Order> {
    one_of([
        ("published", Order::Published),
        ("modified", Order::Modified),
        ("input", Order::Input),
    ])
}

fn content() -> impl TypedValueParser<Value = ContentMode> {
    let (full, summary, none) = (ContentMode::Full, ContentMode::Summary, ContentMode::None);
    one_of([("full", full), ("summary", summary), ("none", none)])
}

fn pages() -> impl TypedValueParser<Value = Pages> {
    one_of([("all", Pages::All), ("first", Pages::First)])
}

fn featured_image() -> impl TypedValueParser<Value = FeaturedImage> {
    one_of([("apart", FeaturedImage::Apart), ("prepend", FeaturedImage::Prepend)])
}

fn canonical() -> impl TypedValueParser<Value = Canonical> {
    one_of([("yoast", Canonical::Yoast), ("aioseo", Canonical::Aioseo)])
}
