//! Whatever comes in: no panic, and what goes out is well-formed and the same every time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wp2feed::Format;
use wp2feed_fuzz::{assert_well_formed, feed_of};

fuzz_target!(|posts: &[u8]| {
    for format in Format::ALL {
        if let Ok(feed) = feed_of(posts, format) {
            assert_well_formed(&feed, format);
            assert_eq!(feed_of(posts, format).expect("it went well before"), feed);
        }
    }
});
