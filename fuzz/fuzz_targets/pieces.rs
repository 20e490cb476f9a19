//! Posts that arrive in pieces of any size give what they give in one piece, be it a feed or an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::Read;
use wp2feed::Format;
use wp2feed_fuzz::feed_of;

fuzz_target!(|input: (u8, &[u8])| {
    let (size, posts) = input;
    let size = usize::from(size).max(1);
    let whole = feed_of(posts, Format::Rss).map_err(|e| e.to_string());
    let pieces = Pieces { posts, size };
    assert_eq!(feed_of(pieces, Format::Rss).map_err(|e| e.to_string()), whole);
});

/// Gives `size` bytes at the most to each call.
struct Pieces<'a> {
    posts: &'a [u8],
    size: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let space = buffer.len().min(self.size);
        self.posts.read(&mut buffer[..space])
    }
}
