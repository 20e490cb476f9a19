//! The door of validation: finds out what a document is, and has it judged by the rules of its format.
//!
//! A document is read once, from front to back; nothing holds it whole.

use super::{Format, json_feed};
use crate::error::{Error, ErrorKind, Result};
use crate::validate::findings::Findings;
use crate::validate::grammar::{Facts, Walk};
use crate::validate::rules::structure::NOT_A_FEED;
use crate::validate::xml::Reader;
use crate::validate::{Finding, Position};
use std::io::{self, Read};

/// Judges feeds: what they must hold to, and where they do not.
///
/// ```
/// use wp2feed::Validator;
///
/// let feed = br#"<rss version="2.0"><channel><title>Tea</title></channel></rss>"#;
/// let validated = Validator::new().feed_url("https://example.org/feed/").validate(&feed[..])?;
/// assert_eq!(validated.format, Some(wp2feed::Format::Rss));
/// # Ok::<(), wp2feed::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Validator {
    feed_url: Option<String>,
    now: Option<i64>,
}

/// What a document is, and what was found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Validated {
    /// The format of the feed; `None` if the document is no feed at all.
    pub format: Option<Format>,
    /// All findings, in the order of their places.
    pub findings: Vec<Finding>,
}

impl Validator {
    /// Knows nothing but the document.
    pub fn new() -> Self {
        Validator::default()
    }

    /// Says where the document is served from: relative addresses start there, and a link to itself must name it.
    #[must_use]
    pub fn feed_url(mut self, url: impl Into<String>) -> Self {
        self.feed_url = Some(url.into());
        self
    }

    /// Says what time it is, in seconds since 1970: dates after it are not plausible.
    #[must_use]
    pub fn now(mut self, seconds: i64) -> Self {
        self.now = Some(seconds);
        self
    }

    /// Reads a document to its end and judges it.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] if reading fails; a bad feed is no error.
    pub fn validate(&self, read: impl Read) -> Result<Validated> {
        let mut read = Tap { read, failed: None };
        let mut start = [0; 4096];
        let length = fill(&mut read, &mut start);
        let start = &start[..length];
        let mut format = Format::of(start);
        let mut findings = Findings::default();
        let mut whole = start.chain(&mut read);
        if json_feed::may_be(start) {
            let served_from = self.feed_url.as_deref();
            let is = json_feed::validate(&mut whole, served_from, self.now, &mut findings);
            format = format.or(is.then_some(Format::JsonFeed));
        } else {
            format = self.xml(&mut whole, &mut findings);
        }
        io::copy(&mut whole, &mut io::sink()).ok();
        if format.is_none() {
            let message = "expected RSS, Atom or JSON Feed, but found no feed at all";
            findings.report(&NOT_A_FEED, Position { line: 1, column: 1, byte: 0 }, message);
        }
        match read.failed {
            None => Ok(Validated { format, findings: findings.take() }),
            Some(error) => {
                Err(Error::new(ErrorKind::Io, "expected to read a feed to its end")
                    .caused_by(error))
            }
        }
    }

    /// Judges a document of XML; gives the format that its root says.
    fn xml(&self, read: impl Read, findings: &mut Findings) -> Option<Format> {
        let facts = Facts::new(self.feed_url.as_deref(), self.now);
        let root = Walk::new(facts, findings).read(&mut Reader::new(read), &Format::roots());
        root.and_then(Format::of_root)
    }
}

/// Judges a feed that is in memory; [`Validator`] reads one from anywhere, and can be told its address.
///
/// ```
/// assert!(wp2feed::validate(b"").iter().all(|finding| finding.position.line > 0));
/// ```
pub fn validate(bytes: &[u8]) -> Vec<Finding> {
    Validator::new().validate(bytes).map(|validated| validated.findings).unwrap_or_default()
}

/// A reader that ends where reading fails, and remembers why.
struct Tap<R> {
    read: R,
    failed: Option<io::Error>,
}

impl<R: Read> Read for Tap<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.read.read(buffer) {
            Err(error) if error.kind() != io::ErrorKind::Interrupted => {
                self.failed.get_or_insert(error);
                Ok(0)
            }
            read => read,
        }
    }
}

/// Reads until the buffer is full or there is no more; gives the number of bytes.
fn fill(read: &mut impl Read, buffer: &mut [u8]) -> usize {
    let mut filled = 0;
    while filled < buffer.len() {
        match read.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(more) => filled += more,
            Err(_) => {}
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::grammar::tables;

    #[test]
    fn tables_list_each_child_once_and_not_too_many() {
        let mut known = Vec::new();
        let count: usize =
            Format::roots().iter().map(|root| tables::hold(root.element, &mut known)).sum();
        assert!(count > 100, "{count} elements");
    }

    /// The rules that an item of RSS breaks by what it holds, but for those that all feeds of this test break.
    fn broken(inside: &str) -> Vec<&'static str> {
        let feed = format!(
            r#"<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
              xmlns:app="http://www.w3.org/2007/app"><channel xml:lang="en">
              <title>Tea</title><link>https://e.org/</link><description>Tea</description>
              <atom:link rel="self" href="https://e.org/feed"/>
              <item><title>Green</title><guid>https://e.org/1</guid>{inside}</item></channel></rss>"#
        );
        validate(feed.as_bytes()).iter().map(|finding| finding.rule.name).collect()
    }

    #[test]
    fn atom_0_3_is_obsolete_wherever_it_stands() {
        let old = r#"<content xmlns="http://purl.org/atom/ns#">Tea</content>"#;
        assert!(broken(old).contains(&"ObsoleteNamespace"));
    }

    #[test]
    fn the_language_of_an_extension_is_a_language_too() {
        let language = |tag: &str| {
            broken(&format!(r#"<x:a xmlns:x="https://e.org/" xml:lang="{tag}"/>"#))
                .contains(&"InvalidLanguage")
        };
        assert!(language("English") && language("en_GB"));
        assert!(!language("en-GB") && !language(""));
    }

    #[test]
    fn a_blank_line_of_wordpress_is_known_in_atom_too() {
        let late = |uri: &str| {
            let feed = format!(
                "\n<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">\
                 <generator uri=\"{uri}\">A press</generator></feed>"
            );
            let found = validate(feed.as_bytes());
            found.iter().any(|finding| finding.rule.name == "WPBlankLine")
        };
        assert!(late("https://wordpress.org/") && !late("https://e.org/"));
    }

    #[test]
    fn atom_and_its_publishing_protocol_are_doubtful_in_other_places_and_not_wrong() {
        let generator = r#"<atom:generator uri="https://e.org/" version="1">Tea</atom:generator>"#;
        assert_eq!(broken(generator), ["QuestionableUsage"]);
        for name in ["workspace", "collection", "categories"] {
            assert_eq!(broken(&format!("<app:{name}/>")), ["QuestionableUsage"], "{name}");
        }
        assert_eq!(broken("<app:service/>"), ["UndefinedElement"]);
    }

    #[test]
    fn base64_is_decoded_whatever_the_bits_say_that_no_byte_needs() {
        let content = |base64: &str| {
            broken(&format!(r#"<atom:content type="image/png">{base64}</atom:content>"#))
                .contains(&"NotBase64")
        };
        assert!(!content("dGVh") && !content("dGU=") && !content("dGV="));
        assert!(content("dGV") && content("tea!") && content("d=GV"));
    }
}
