//! Turns WordPress REST API posts into RSS 2.0, Atom 1.0 and JSON Feed 1.1.
//!
//! [`convert`] takes one document of posts to one feed, [`Converter`] any number of documents to any
//! number of formats in one pass, in bounded memory; a [`Batch`] makes several feeds of them at once:
//!
//! ```
//! use wp2feed::{Format, Options, Site, convert};
//!
//! let posts = r#"[{"id":7,"date_gmt":"2024-07-01T09:05:03","guid":{"rendered":"https://example.org/?p=7"},
//!     "link":"https://example.org/tea/","title":{"rendered":"Tea &#038; Biscuits"}}]"#;
//! let site = Site { title: Some("Tea".into()), ..Site::default() };
//! let mut feed = Vec::new();
//! let report = convert(posts.as_bytes(), Format::JsonFeed, &Options { site, ..Options::default() }, &mut feed)?;
//!
//! assert_eq!(report.written(), 1);
//! assert!(String::from_utf8(feed)?.contains(r#""title":"Tea & Biscuits""#));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`read`] gives the [`model`] of a feed instead, which [`Format::write`] renders and [`Format::read`]
//! reads again, from whatever feed:
//!
//! ```
//! use wp2feed::Format;
//! use wp2feed::model::{Entry, Feed};
//!
//! let entry = Entry { id: "tag:example.org,2024:1".into(), title: Some("5 < 6".into()), ..Entry::default() };
//! let feed = Feed { title: "Sums".into(), entries: vec![entry], ..Feed::default() };
//! let bytes = Format::Rss.write(&feed, false);
//! assert_eq!(Format::Rss.read(&bytes)?.entries[0].title.as_deref(), Some("5 < 6"));
//! # Ok::<(), wp2feed::Error>(())
//! ```
//!
//! The library takes bytes, readers and writers. It prints nothing, opens no paths (but a temporary file
//! for what is too much for memory), and reads neither the environment, nor the network, nor the clock:
//! the same posts and options give the same bytes.
//!
//! The reference for what becomes of a post are WordPress's own feeds, `wp-includes/feed-rss2.php` and
//! `feed-atom.php`; functions name the WordPress function that they follow.

mod archive;
mod compare;
mod content;
mod convert;
mod error;
mod facts;
mod fields;
mod formats;
mod ids;
pub mod model;
mod options;
mod podcast;
mod report;
mod site;
mod spool;
mod text;
mod validate;
mod wordpress;

pub use archive::{Archive, ArchiveKind, ParseArchiveError};
pub use compare::{
    Change, Comparing, Comparison, Difference, Effect, EffectKind, EntryDifference, compare,
};
pub use convert::{Batch, Batched, BatchedFeed, Converted, Converter, Reader, convert, read};
pub use error::{Error, ErrorKind, Location, Result};
pub use facts::{Field, ParseFieldError, Side};
pub use fields::{FieldMap, FieldTarget};
pub use formats::{Format, Validated, Validator, validate};
pub use ids::IdMap;
pub use options::{
    Canonical, Collection, ContentMode, FeaturedImage, FeedUrl, Filter, Html, HtmlStep, Options,
    Order, Pages, Rewrite,
};
pub use podcast::{Podcast, PodcastCategory, PodcastKind, PodcastOwner};
pub use report::{Level, Note, NoteKind, Report};
pub use site::Site;
pub use validate::{Finding, Position, Rule, Severity};

/// The examples of README.md, tested.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
