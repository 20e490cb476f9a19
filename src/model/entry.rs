//! One post of a feed.

use super::{Category, Comments, Enclosure, Extension, Image, InReplyTo, Person};
use chrono::{DateTime, Utc};

/// One entry of a [`Feed`](super::Feed): an Atom entry, an RSS or JSON Feed item.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// The permanent id, by which readers know an entry again. It never changes.
    ///
    /// * WordPress: `guid.rendered`, decoded once
    /// * Atom (required): `id`
    /// * RSS 2.0: `guid isPermaLink="false"`
    /// * JSON Feed (required): `id`
    pub id: String,
    /// The permalink, percent-encoded where a feed needs it.
    ///
    /// * WordPress: `link`
    /// * Atom: `link rel="alternate" type="text/html"`
    /// * RSS 2.0: `link`
    /// * JSON Feed: `url`
    pub url: Option<String>,
    /// The title in plain text; `None` for an untitled entry.
    ///
    /// * WordPress: `title.rendered`, tags stripped, decoded once
    /// * Atom (required): `title type="text"`; an untitled entry gets one made from its text
    /// * RSS 2.0, JSON Feed: `title`, left out of an untitled entry
    pub title: Option<String>,
    /// The summary, as HTML.
    ///
    /// * WordPress: `excerpt.rendered`
    /// * Atom: `summary type="html"`
    /// * RSS 2.0: `description`
    /// * JSON Feed: `summary`, as plain text
    pub summary: Option<String>,
    /// The whole text, as HTML.
    ///
    /// * WordPress: `content.rendered`
    /// * Atom: `content type="html"`, with the permalink as `xml:base`
    /// * RSS 2.0: `content:encoded`
    /// * JSON Feed: `content_html`
    pub content: Option<String>,
    /// The whole text once more, as plain text: paragraphs, lists and the addresses of links without HTML.
    ///
    /// * WordPress: made from `content.rendered`, where that is asked for
    /// * Atom, RSS 2.0: not carried
    /// * JSON Feed: `content_text`, beside `content_html`
    pub text: Option<String>,
    /// When the entry was published, in UTC, to the second.
    ///
    /// * WordPress: `date_gmt`
    /// * Atom: `published`
    /// * RSS 2.0: `pubDate`
    /// * JSON Feed: `date_published`
    pub published: Option<DateTime<Utc>>,
    /// When the entry was last changed, in UTC, to the second; never before `published`.
    ///
    /// * WordPress: `modified_gmt`
    /// * Atom (required): `updated`
    /// * RSS 2.0: `atom:updated`
    /// * JSON Feed: `date_modified`
    pub updated: Option<DateTime<Utc>>,
    /// Who wrote the entry, in order.
    ///
    /// * Atom: `author`
    /// * RSS 2.0: `dc:creator`
    /// * JSON Feed: `authors`
    pub authors: Vec<Person>,
    /// What the entry is about: categories first, then tags.
    ///
    /// * Atom, RSS 2.0: `category`
    /// * JSON Feed: `tags`
    pub categories: Vec<Category>,
    /// The files that belong to the entry, the main one first.
    ///
    /// * Atom: `link rel="enclosure"`
    /// * RSS 2.0: `enclosure`, one alone
    /// * JSON Feed: `attachments`
    pub enclosures: Vec<Enclosure>,
    /// The picture that stands for the entry.
    ///
    /// * Atom, RSS 2.0: `media:content`, `media:thumbnail`
    /// * JSON Feed: `image`
    pub image: Option<Image>,
    /// Where the entry is discussed. Not in JSON Feed.
    pub comments: Option<Comments>,
    /// What the entry answers, if it is a comment. Atom alone has it.
    pub in_reply_to: Option<InReplyTo>,
    /// The language of the entry as a BCP 47 tag, where it differs from the feed's.
    ///
    /// * Atom: `xml:lang`
    /// * RSS 2.0: `dc:language`
    /// * JSON Feed: `language`
    pub language: Option<String>,
    /// Elements of other vocabularies, written as they are by the XML formats.
    ///
    /// * JSON Feed: not carried
    pub extensions: Vec<Extension>,
}
