//! What stands where a format requires something that a feed or an entry has not.
//!
//! Whatever it is, it must be the same tomorrow: there is no clock and no chance here.

use crate::model::{Entry, Feed};
use crate::text::{html, xml};
use chrono::{DateTime, Utc};

/// The media type of a file of which no more is known.
pub(crate) const MEDIA_TYPE: &str = "application/octet-stream";

/// The date of what has no date. Atom requires one, and there is no clock to ask; a reader sees that
/// it can't be meant.
pub(crate) const DATE: DateTime<Utc> = DateTime::UNIX_EPOCH;

/// The id of what has no id and no address: the UUID that says so (RFC 9562, section 5.9).
const ID: &str = "urn:uuid:00000000-0000-0000-0000-000000000000";

/// How long a title made from a text may be, in words and in characters.
const TITLE_WORDS: usize = 10;
const TITLE_CHARS: usize = 80;

/// A text that has something to see, or `None`: no format has empty elements or members.
pub(crate) fn filled(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !xml::is_blank(text))
}

/// The id of a feed: its own, its address, or the one that WordPress gives a site's feeds.
pub(crate) fn feed_id(feed: &Feed) -> String {
    let own = filled(feed.id.as_ref()).or_else(|| filled(feed.feed_url.as_ref()));
    let home = || filled(feed.home_page_url.as_ref());
    let made = || home().map(|home| format!("{}/feed/atom/", home.trim_end_matches('/')));
    own.map(str::to_owned).or_else(made).unwrap_or_else(|| ID.to_owned())
}

/// The id of an entry: its own, or its address.
pub(crate) fn entry_id(entry: &Entry) -> &str {
    filled(Some(&entry.id)).or_else(|| filled(entry.url.as_ref())).unwrap_or(ID)
}

/// The title of an entry that has none: the first words of its text, else the last part of its
/// address, else its id. Never empty, because a reader was seen to drop a whole feed for that.
pub(crate) fn entry_title(entry: &Entry) -> String {
    let texts = [entry.summary.as_ref(), entry.content.as_ref()];
    let made = texts.into_iter().filter_map(filled).map(first_words).find(|t| !xml::is_blank(t));
    made.or_else(|| last_segment(filled(entry.url.as_ref())?))
        .unwrap_or_else(|| entry_id(entry).to_owned())
}

fn first_words(text: &str) -> String {
    let plain = html::plain_text(text);
    let mut title = String::new();
    for (i, word) in plain.split_whitespace().enumerate() {
        if i == TITLE_WORDS || i > 0 && chars(&title) + chars(word) >= TITLE_CHARS {
            return title + "…";
        }
        title.extend((i > 0).then_some(' '));
        title.push_str(word);
    }
    shorten(title)
}

/// Cuts a text without blanks, as Chinese has it.
fn shorten(title: String) -> String {
    match title.char_indices().nth(TITLE_CHARS) {
        Some((at, _)) => format!("{}…", &title[..at]),
        None => title,
    }
}

fn chars(text: &str) -> usize {
    text.chars().count()
}

fn last_segment(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?.split_once("://").map_or(url, |(_, path)| path);
    let segment = path.trim_end_matches('/').split('/').skip(1).last()?;
    Some(percent_encoding::percent_decode_str(segment).decode_utf8_lossy().into_owned())
        .filter(|segment| !xml::is_blank(segment))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(summary: &str, url: &str) -> String {
        let some = |text: &str| Some(text.to_owned());
        entry_title(&Entry { summary: some(summary), url: some(url), ..Entry::default() })
    }

    #[test]
    fn a_title_is_made_from_the_text() {
        assert_eq!(titled("<p>Gone <b>fishing</b> &amp; more</p>", ""), "Gone fishing & more");
        let ten = "one two three four five six seven eight nine ten";
        assert_eq!(titled(ten, ""), ten);
        assert_eq!(titled(&format!("{ten} eleven"), ""), format!("{ten}…"));
        assert_eq!(titled(&"港".repeat(90), ""), format!("{}…", "港".repeat(80)));
        assert_eq!(titled(&format!("a {} c", "b".repeat(90)), ""), "a…");
    }

    #[test]
    fn without_text_the_address_or_the_id_tells() {
        assert_eq!(titled("<img src='a'>", "https://e.org/2024/gr%C3%BCn/?a=/b"), "grün");
        assert_eq!(titled("", "https://e.org/"), "https://e.org/");
        assert_eq!(entry_title(&Entry::default()), ID);
    }

    #[test]
    fn a_feed_always_has_an_id() {
        let mut feed = Feed::default();
        assert_eq!(feed_id(&feed), ID);
        feed.home_page_url = Some("https://e.org/blog/".to_owned());
        assert_eq!(feed_id(&feed), "https://e.org/blog/feed/atom/");
        feed.feed_url = Some("https://e.org/atom.xml".to_owned());
        assert_eq!(feed_id(&feed), "https://e.org/atom.xml");
    }
}
