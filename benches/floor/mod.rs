//! F', the floor: what it costs to read posts into typed values, and to do nothing with them.
//!
//! One buffer of 256 KB is refilled, its UTF-8 is checked once, and `from_str` takes a post at a time.
//! A converter has all this to do as well, so its cost is told as a multiple of this one.

use serde::Deserialize;
use serde_json::Deserializer;
use std::error::Error;
use std::hint::black_box;
use std::io::Read;

const BUFFER: usize = 256 * 1024;

/// Reads an array of posts, none of them larger than the buffer, and returns how many there are.
pub(crate) fn read(mut input: impl Read) -> Result<u64, Box<dyn Error>> {
    let mut buffer = vec![0; BUFFER];
    let (mut end, mut count) = (0, 0);
    loop {
        let read = fill(&mut input, &mut buffer[end..])?;
        end += read;
        let (taken, posts) = take(valid_start(&buffer[..end])?)?;
        count += posts;
        buffer.copy_within(taken..end, 0);
        end -= taken;
        if read == 0 {
            return Ok(count);
        }
    }
}

/// Reads until the buffer is full or the input ends.
fn fill(input: &mut impl Read, mut buffer: &mut [u8]) -> std::io::Result<usize> {
    let space = buffer.len();
    while !buffer.is_empty() {
        match input.read(buffer)? {
            0 => break,
            read => buffer = &mut buffer[read..],
        }
    }
    Ok(space - buffer.len())
}

/// The bytes as text, without a character that is cut off at their end.
fn valid_start(bytes: &[u8]) -> Result<&str, std::str::Utf8Error> {
    match std::str::from_utf8(bytes) {
        Err(e) if e.error_len().is_none() => std::str::from_utf8(&bytes[..e.valid_up_to()]),
        result => result,
    }
}

/// Takes whole posts from the start of the text; returns how many bytes and how many posts.
fn take(text: &str) -> Result<(usize, u64), serde_json::Error> {
    let (mut taken, mut count) = (0, 0);
    loop {
        let rest = text[taken..].trim_start_matches(['[', ',', ']', '\n']);
        let start = text.len() - rest.len();
        let mut posts = Deserializer::from_str(rest).into_iter::<Post>();
        match posts.next() {
            None => return Ok((start, count)),
            Some(Err(e)) if e.is_eof() => return Ok((start, count)),
            Some(post) => black_box(post?),
        };
        taken = start + posts.byte_offset();
        count += 1;
    }
}

/// The fields of a post that a feed needs.
#[derive(Deserialize)]
#[expect(dead_code, reason = "read and never looked at: that is what is measured")]
struct Post {
    id: u64,
    date_gmt: String,
    modified_gmt: String,
    status: String,
    link: String,
    guid: Rendered,
    title: Rendered,
    content: Rendered,
    excerpt: Rendered,
    #[serde(rename = "_embedded")]
    embedded: Embedded,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Post")]
struct Rendered {
    rendered: String,
    #[serde(default)]
    protected: bool,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Post")]
struct Embedded {
    author: Vec<Author>,
    #[serde(rename = "wp:featuredmedia")]
    media: Vec<Media>,
    #[serde(rename = "wp:term")]
    terms: Vec<Vec<Term>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Post")]
struct Author {
    name: String,
    url: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Post")]
struct Media {
    source_url: String,
    mime_type: String,
    alt_text: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Post")]
struct Term {
    name: String,
    taxonomy: String,
}
