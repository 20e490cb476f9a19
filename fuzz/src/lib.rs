//! What the fuzz targets share: the conversion to bytes, and a judge that is not this crate's own.

use std::io::Read;
use wp2feed::{Format, Options, Result, convert};

/// Converts posts to a feed in memory.
pub fn feed_of(posts: impl Read, format: Format) -> Result<Vec<u8>> {
    let mut feed = Vec::new();
    convert(posts, format, &Options::default(), &mut feed)?;
    Ok(feed)
}

/// Stops if a feed is not well-formed XML, or not JSON.
pub fn assert_well_formed(feed: &[u8], format: Format) {
    let text = std::str::from_utf8(feed).expect("a feed is UTF-8");
    if format == Format::JsonFeed {
        serde_json::from_str::<serde_json::Value>(text).expect("a JSON Feed is JSON");
    } else {
        roxmltree::Document::parse(text).expect("a feed is well-formed");
    }
}

/// Stops if what was read from a feed can't be written in every format.
pub fn assert_writable(feed: &[u8], format: Format) {
    let Ok(feed) = format.read(feed) else { return };
    for format in Format::ALL {
        assert_well_formed(&format.write(&feed, false), format);
    }
}
