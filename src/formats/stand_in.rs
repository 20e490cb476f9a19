//! What stands where a format requires something that a feed or an entry has not.
//!
//! Whatever it is, it must be the same tomorrow: there is no clock and no chance here.

use crate::model::{Entry, Feed};
use crate::text::{cut, plain, xml};
use chrono::{DateTime, Utc};

/// The media type of a file of which no more is known.
pub(crate) const MEDIA_TYPE: &str = "application/octet-stream";

/// The date of what has no date. Atom requires one, and there is no clock to ask; a reader sees that
/// it can't be meant.
pub(crate) const DATE: DateTime<Utc> = DateTime::UNIX_EPOCH;

/// The id of what has no id and no address: the UUID that says so (RFC 9562, section 5.9).
const ID: &str = "urn:uuid:00000000-0000-0000-0000-000000000000";

/// How long a title made from a text may be, in words and in characters as people count them.
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

/// The first words of a text; of one without blanks, as Chinese has it, the first characters.
fn first_words(text: &str) -> String {
    let plain = plain::line(text);
    let plain = plain.trim();
    let (few, _) = plain.match_indices(' ').nth(TITLE_WORDS - 1).unwrap_or((plain.len(), ""));
    let mut title = &plain[..few];
    if let Some(short) = cut::characters(title, TITLE_CHARS) {
        let ends_word = title[short.len()..].starts_with(' ');
        let word = short.rfind(' ').filter(|_| !ends_word);
        title = &short[..word.unwrap_or(short.len())];
    }
    match title.len() < plain.len() {
        true => format!("{title}{}…", cut::open_directions(title)),
        false => title.to_owned(),
    }
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
        assert_eq!(titled(&format!("{} c", "港".repeat(90)), ""), format!("{}…", "港".repeat(80)));
        let rest = "b".repeat(78);
        assert_eq!(titled(&format!("a {rest} c"), ""), format!("a {rest}…"));
    }

    #[test]
    fn a_title_is_never_cut_within_a_character() {
        assert_eq!(titled(&"👩‍👩‍👧".repeat(90), ""), format!("{}…", "👩‍👩‍👧".repeat(80)));
        let turned = format!("\u{202B}{}", "א ".repeat(20));
        assert!(titled(&turned, "").ends_with("א\u{202C}…"));
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
