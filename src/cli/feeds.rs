//! Feeds in the place of posts: known for what they are by their first bytes, or by `--from`.

use super::exit::{Access, Exit, Failure};
use super::messages::Message;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde::de::IgnoredAny;
use std::fs::File;
use std::io::{self, BufRead, Cursor, Read};
use std::path::Path;
use wp2feed::model::Feed;
use wp2feed::{Error, Format};

/// How much of a document tells what it is.
const BEGINNING: usize = 8 * 1024;

/// A document whose beginning was looked at.
pub(super) struct Peeked {
    /// The format, if it is a feed.
    pub(super) format: Option<Format>,
    pub(super) document: Box<dyn Read>,
}

/// Looks at the beginning of a document.
pub(super) fn peek(mut document: Box<dyn Read>, name: &str) -> Result<Peeked, Failure> {
    let mut beginning = Vec::new();
    let read = (&mut document).take(BEGINNING as u64).read_to_end(&mut beginning);
    read.map_err(|e| Failure::file(Access::Read, name, &e))?;
    let format = Format::of(&beginning);
    Ok(Peeked { format, document: Box::new(Cursor::new(beginning).chain(document)) })
}

/// Tells whether a file is a feed, or standard input as far as it has come. What can be read only once stays
/// unread, and so does what can't be read.
pub(super) fn format_of(path: Option<&Path>) -> Option<Format> {
    let Some(path) = path else {
        return io::stdin().lock().fill_buf().ok().and_then(Format::of);
    };
    let mut beginning = Vec::new();
    let file = File::open(path).ok().filter(|file| file.metadata().is_ok_and(|it| it.is_file()))?;
    file.take(BEGINNING as u64).read_to_end(&mut beginning).ok()?;
    Format::of(&beginning)
}

/// Reads the feeds that stand in a document one after another.
pub(super) fn read(
    mut document: impl Read,
    wanted: Option<Format>,
    name: &str,
) -> Result<Vec<(Format, Feed)>, Failure> {
    let mut bytes = Vec::new();
    document.read_to_end(&mut bytes).map_err(|e| Failure::file(Access::Read, name, &e))?;
    let (mut feeds, mut rest) = (Vec::new(), &bytes[..]);
    while feeds.is_empty() || !rest.trim_ascii().is_empty() {
        let (one, behind) = rest.split_at(end(rest).unwrap_or(rest.len()));
        let Some(format) = wanted.or_else(|| Format::of(one)) else {
            return Err(no_feed(name, feeds.len()));
        };
        let feed = format.read(one).map_err(|e| refused(&e, name, wanted, feeds.len()))?;
        feeds.push((format, feed));
        rest = behind;
    }
    Ok(feeds)
}

/// Where the first of the documents ends that stand one after another; `None` if it does not.
fn end(bytes: &[u8]) -> Option<usize> {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let before = bytes.len() - start.len();
    if start.starts_with(b"{") {
        let mut values = serde_json::Deserializer::from_slice(start).into_iter::<IgnoredAny>();
        return values.next()?.is_ok().then(|| before + values.byte_offset());
    }
    let (mut reader, mut depth) = (Reader::from_reader(start), 0_usize);
    loop {
        match reader.read_event().ok()? {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth <= 1 => {
                return usize::try_from(reader.buffer_position()).ok().map(|end| before + end);
            }
            Event::End(_) => depth -= 1,
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn refused(error: &Error, name: &str, wanted: Option<Format>, before: usize) -> Failure {
    let failure = Failure::library(Access::Read, name, error);
    match (before, wanted) {
        (0, Some(format)) => {
            let asked = format!("--from {} asks for this format", format.name());
            failure.advise(&format!("{asked}; leave --from out, or mend the feed"))
        }
        (0, None) => failure.advise("fetch it again: it is broken, or the download broke off"),
        _ => failure.advise("feeds may stand one after another, and nothing else"),
    }
}

fn no_feed(name: &str, before: usize) -> Failure {
    let text = match before {
        0 => "expected a feed, but found something else".to_owned(),
        1 => "expected another feed behind the first, but found something else".to_owned(),
        count => format!("expected another feed behind {count}, but found something else"),
    };
    let message = Message::error("not-feed", text).about(name);
    let advice = "posts and feeds don't go together: convert each alone";
    Failure::new(Exit::Input, message.advise(advice))
}
