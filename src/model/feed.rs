//! The feed: what stands above its entries, and the entries.

use super::{Category, Entry, Extension, Person};
use chrono::{DateTime, Utc};

/// A syndication feed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Feed {
    /// The permanent id of the feed. Atom alone has it (`id`, required).
    pub id: Option<String>,
    /// The name of the feed, in plain text.
    ///
    /// * WordPress: `name` of the REST index
    /// * Atom, RSS 2.0, JSON Feed (required): `title`
    pub title: String,
    /// What the feed is about, in plain text.
    ///
    /// * WordPress: `description` of the REST index, the tagline
    /// * Atom: `subtitle`
    /// * RSS 2.0 (required): `description`; the title stands in
    /// * JSON Feed: `description`
    pub subtitle: Option<String>,
    /// The address of the site that the feed belongs to.
    ///
    /// * WordPress: `home` of the REST index
    /// * Atom: `link rel="alternate" type="text/html"`
    /// * RSS 2.0 (required): `link`
    /// * JSON Feed: `home_page_url`
    pub home_page_url: Option<String>,
    /// The address of the feed itself.
    ///
    /// * Atom: `link rel="self"`
    /// * RSS 2.0: `atom:link rel="self"`
    /// * JSON Feed: `feed_url`
    pub feed_url: Option<String>,
    /// The same feed in other formats. Not in JSON Feed.
    ///
    /// * Atom: `link rel="alternate"` with the format's media type
    /// * RSS 2.0: `atom:link rel="alternate"`
    pub alternates: Vec<Link>,
    /// The language as a BCP 47 tag.
    ///
    /// * WordPress: `language` of the settings; else what a plugin tells of a post
    /// * Atom: `xml:lang`
    /// * RSS 2.0, JSON Feed: `language`
    pub language: Option<String>,
    /// Who answers for the whole feed.
    ///
    /// * Atom: `author`
    /// * RSS 2.0: `dc:creator`, the name alone
    /// * JSON Feed: `authors`
    pub authors: Vec<Person>,
    /// What the whole feed is about. Not in JSON Feed.
    pub categories: Vec<Category>,
    /// The copyright notice, in plain text. Not in JSON Feed.
    ///
    /// * Atom: `rights`
    /// * RSS 2.0: `copyright`
    pub rights: Option<String>,
    /// The address of a small square picture of the site.
    ///
    /// * WordPress: `site_icon_url` of the REST index
    /// * Atom: `icon`
    /// * RSS 2.0: `image`
    /// * JSON Feed: `icon`
    pub icon: Option<String>,
    /// The program that made the feed. Not in JSON Feed.
    pub generator: Option<String>,
    /// When the newest change of any entry was made, in UTC, to the second. Not in JSON Feed.
    ///
    /// * WordPress: the newest `modified_gmt`, as `get_feed_build_date` has it
    /// * Atom (required): `updated`
    /// * RSS 2.0: `lastBuildDate`
    pub updated: Option<DateTime<Utc>>,
    /// The addresses of WebSub hubs.
    ///
    /// * Atom: `link rel="hub"`
    /// * RSS 2.0: `atom:link rel="hub"`
    /// * JSON Feed: `hubs`
    pub hubs: Vec<String>,
    /// The entries, in the order in which readers get them.
    pub entries: Vec<Entry>,
    /// Elements of other vocabularies. Not in JSON Feed.
    pub extensions: Vec<Extension>,
}

/// Another place where the same is to be had.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Link {
    /// The absolute address.
    pub url: String,
    /// The media type of what is there, as `application/atom+xml`.
    pub media_type: String,
}
