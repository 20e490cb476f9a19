//! What `_embed` puts into a post: its author, terms, featured image and comments.
//!
//! Any of them may be an error object (`{"code": …}`) or, for a deleted picture, the site's whole index;
//! the fields that they lack tell them apart. Keys may be short (`wp:term`) or whole
//! (`https://api.w.org/term`).

use super::loose::{List, Number, Object, Text, no_list, no_number, nothing};
use crate::model::Enclosure;
use crate::text::url;
use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// The `_embedded` of a post.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Embedded {
    #[serde(default)]
    pub(super) author: List<Object<Author>>,
    #[serde(rename = "wp:term", alias = "https://api.w.org/term", default)]
    terms: List<List<Object<Term>>>,
    #[serde(rename = "wp:featuredmedia", alias = "https://api.w.org/featuredmedia", default)]
    media: List<Object<Media>>,
    #[serde(default)]
    replies: List<Replies>,
}

impl Embedded {
    /// The authors that came whole, in order.
    pub(super) fn authors(&self) -> impl Iterator<Item = &Author> {
        self.author
            .0
            .iter()
            .filter_map(|author| author.0.as_ref())
            .filter(|author| author.name().is_some())
    }

    /// The terms of one taxonomy, in order; they are told by their `taxonomy`, never by their place.
    pub(super) fn terms<'a>(&'a self, taxonomy: &'a str) -> impl Iterator<Item = &'a Term> {
        let all = self.terms.0.iter().flat_map(|list| &list.0).filter_map(|term| term.0.as_ref());
        all.filter(move |term| term.taxonomy.0.as_deref() == Some(taxonomy))
    }

    /// The featured image, if it came with an address.
    pub(super) fn featured_media(&self) -> Option<&Media> {
        self.media
            .0
            .iter()
            .filter_map(|media| media.0.as_ref())
            .find(|media| media.source_url.filled().is_some())
    }

    /// Adds an author whom the document did not hold.
    pub(super) fn add_author(&mut self, author: Author) {
        self.author.0.push(Object(Some(author)));
    }

    /// Puts the terms of one taxonomy in the place of those that the document held.
    pub(super) fn set_terms(&mut self, taxonomy: &str, mut terms: Vec<Term>) {
        for list in &mut self.terms.0 {
            list.0.retain(|term| term.0.as_ref().and_then(Term::taxonomy) != Some(taxonomy));
        }
        for term in &mut terms {
            term.taxonomy = Text(Some(taxonomy.to_owned()));
        }
        self.terms.0.push(List(terms.into_iter().map(|term| Object(Some(term))).collect()));
    }

    /// Adds a featured image that the document did not hold.
    pub(super) fn add_featured_media(&mut self, media: Media) {
        self.media.0.push(Object(Some(media)));
    }

    /// How many comments the post has, where all of them are embedded.
    ///
    /// WordPress embeds ten at the most before 6.3 and a hundred since: a list of exactly that length
    /// may be cut.
    pub(super) fn comment_count(&self) -> Option<u64> {
        let count = self.replies.0.first()?.0?;
        if [10, 100].contains(&count) { None } else { u64::try_from(count).ok() }
    }

    /// Tells whether any comment is embedded.
    pub(super) fn has_comments(&self) -> bool {
        self.replies.0.first().is_some_and(|replies| replies.0.is_some_and(|count| count > 0))
    }
}

/// A user, as `/wp/v2/users`, WordPress.com's v1.1, or PHP's `WP_User` has it. A user may have several of
/// the names of one field.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Author {
    id: Number,
    #[serde(rename = "ID")]
    number: Number,
    name: Text,
    display_name: Text,
    slug: Text,
    nice_name: Text,
    user_nicename: Text,
    url: Text,
    #[serde(rename = "URL")]
    website: Text,
    user_url: Text,
    avatar_urls: Largest,
    #[serde(rename = "avatar_URL")]
    avatar_url: Text,
    avatar: Text,
    /// The address of the archive of the author's posts.
    pub(super) link: Text,
}

impl Author {
    /// An author of whom only the name is known.
    pub(super) fn named(name: &str) -> Self {
        Author { name: Text(Some(name.to_owned())), ..Author::default() }
    }

    pub(super) fn id(&self) -> Option<u64> {
        self.id.positive().or(self.number.positive())
    }

    /// The display name, HTML-escaped.
    pub(super) fn name(&self) -> Option<&str> {
        self.name.filled().or(self.display_name.filled())
    }

    pub(super) fn slug(&self) -> Option<&str> {
        self.slug.filled().or(self.nice_name.filled()).or(self.user_nicename.filled())
    }

    /// The author's own website, HTML-escaped.
    pub(super) fn website(&self) -> Option<&str> {
        self.url.filled().or(self.website.filled()).or(self.user_url.filled())
    }

    /// The address of the largest picture of the author.
    pub(super) fn avatar(&self) -> Option<&str> {
        self.avatar_urls.0.as_deref().or(self.avatar_url.filled()).or(self.avatar.filled())
    }
}

/// The value of the highest number in an object like `{"24": …, "48": …, "96": …}`, in which plugins put
/// names as well.
#[derive(Debug, Clone, Default)]
pub(super) struct Largest(pub(super) Option<String>);

impl<'de> Deserialize<'de> for Largest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pictures;
        impl<'de> Visitor<'de> for Pictures {
            type Value = Largest;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("addresses by size")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Largest, A::Error> {
                let mut largest = (0, None);
                while let Some(Pixels(size)) = map.next_key()? {
                    let url = map.next_value::<Text>()?.0.filter(|url| !url.is_empty());
                    if url.is_some() && (size >= largest.0 || largest.1.is_none()) {
                        largest = (size, url);
                    }
                }
                Ok(Largest(largest.1))
            }
            fn visit_str<E: Error>(self, _: &str) -> Result<Largest, E> {
                Ok(Largest(None))
            }
            no_list!(Largest(None));
            no_number!(Largest(None));
            nothing!(Largest(None));
        }
        deserializer.deserialize_any(Pictures)
    }
}

/// The size that a key tells, 0 if it tells none. Keys of numbers would make a document that is cut within
/// one look broken.
struct Pixels(u32);

impl<'de> Deserialize<'de> for Pixels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Key;
        impl Visitor<'_> for Key {
            type Value = Pixels;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a size")
            }
            fn visit_str<E: Error>(self, key: &str) -> Result<Pixels, E> {
                Ok(Pixels(key.parse().unwrap_or(0)))
            }
        }
        deserializer.deserialize_identifier(Key)
    }
}

/// A term, as `/wp/v2/categories`, WordPress.com's v1.1, or PHP's `WP_Term` has it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Term {
    id: Number,
    #[serde(rename = "ID")]
    number: Number,
    term_id: Number,
    name: Text,
    title: Text,
    pub(super) slug: Text,
    taxonomy: Text,
    /// The address of the archive of the term's posts.
    pub(super) link: Text,
    /// The number of the term above, 0 if there is none; not in `_embedded`.
    pub(super) parent: Number,
}

impl Term {
    /// A term of which only the name is known.
    pub(super) fn named(name: &str) -> Self {
        Term { name: Text(Some(name.to_owned())), ..Term::default() }
    }

    pub(super) fn id(&self) -> Option<u64> {
        self.id.positive().or(self.number.positive()).or(self.term_id.positive())
    }

    /// The name, HTML-escaped.
    pub(super) fn name(&self) -> Option<&str> {
        self.name.filled().or(self.title.filled())
    }

    /// The taxonomy's name, which WordPress.com's v1.1 does not tell.
    pub(super) fn taxonomy(&self) -> Option<&str> {
        self.taxonomy.filled()
    }
}

/// A media object, as `/wp/v2/media` has it.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Media {
    #[serde(default)]
    pub(super) source_url: Text,
    #[serde(default)]
    pub(super) mime_type: Text,
    /// Plain text, unlike the caption.
    #[serde(default)]
    pub(super) alt_text: Text,
    #[serde(default)]
    pub(super) media_details: Object<MediaDetails>,
}

impl Media {
    /// The file as an enclosure, if it is sound or film.
    pub(super) fn enclosure(&self) -> Option<Enclosure> {
        let plays = |name: &&str| name.starts_with("audio/") || name.starts_with("video/");
        let media_type = self.mime_type.filled().filter(plays)?;
        let url = url::absolute(self.source_url.filled()?, None)?.into_owned();
        Some(Enclosure { url, media_type: Some(media_type.to_owned()), ..Enclosure::default() })
    }
}

/// Size and renditions of a media object; `{}` for a picture without renditions.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct MediaDetails {
    #[serde(default)]
    pub(super) width: Number,
    #[serde(default)]
    pub(super) height: Number,
    #[serde(default)]
    pub(super) filesize: Number,
    /// The running time of sound and film, in seconds.
    #[serde(default)]
    pub(super) length: Number,
    #[serde(default)]
    pub(super) sizes: Object<Sizes>,
}

/// The renditions of a picture by their names.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Sizes {
    #[serde(default)]
    pub(super) thumbnail: Object<Size>,
}

/// One rendition of a picture.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Size {
    #[serde(default)]
    pub(super) source_url: Text,
    #[serde(default)]
    pub(super) width: Number,
    #[serde(default)]
    pub(super) height: Number,
}

/// How many comments are embedded: the length of a list; an error object, for a locked post, has none.
#[derive(Debug, Clone)]
struct Replies(Option<usize>);

impl<'de> Deserialize<'de> for Replies {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Count;
        impl<'de> Visitor<'de> for Count {
            type Value = Replies;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of comments")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Replies, A::Error> {
                let mut count = 0;
                while seq.next_element::<IgnoredAny>()?.is_some() {
                    count += 1;
                }
                Ok(Replies(Some(count)))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Replies, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Replies(None))
            }
            fn visit_str<E: Error>(self, _: &str) -> Result<Replies, E> {
                Ok(Replies(None))
            }
            no_number!(Replies(None));
            nothing!(Replies(None));
        }
        deserializer.deserialize_any(Count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_avatar_counts() {
        let read = |json| serde_json::from_str::<Author>(json);
        let author = read(r#"{"avatar_urls":{"24":"s","96":"m","192":"l","full":"x"}}"#).unwrap();
        assert_eq!(author.avatar(), Some("l"));
        assert_eq!(read(r#"{"avatar_urls":{"full":"x","24":false}}"#).unwrap().avatar(), Some("x"));
        assert_eq!(read(r#"{"avatar_urls":[]}"#).unwrap().avatar(), None);
        // The stream reads on if this is but the end of what it has.
        assert!(read(r#"{"avatar_urls":{"24":"s","9"#).unwrap_err().is_eof());
    }
}
