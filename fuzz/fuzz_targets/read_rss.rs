//! Whatever is read as RSS 2.0: no panic, and what was understood can be written in every format.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wp2feed::Format;
use wp2feed_fuzz::assert_writable;

fuzz_target!(|feed: &[u8]| {
    assert_writable(feed, Format::Rss);
});
