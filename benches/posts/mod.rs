//! Posts as `/wp-json/wp/v2/posts?_embed` returns them, all made up, as many as are wanted.
//!
//! What the documents look like stands in the files beside this one; here the holes in them are
//! filled. The same post number always gives the same bytes, about 14.5 KB of them. About 6 % of the
//! bytes are backslashes, nearly every post has text beyond ASCII, the newest post is the first, and
//! a hundred thousand posts reach over eighteen years.

mod library;
mod random;
mod template;

use chrono::{DateTime, TimeDelta, Utc};
use library::{Library, Named, unknown};
use random::Random;
use std::io::{self, Write};
use template::Template;

/// When the newest post was published, in seconds since 1970.
const NEWEST: i64 = 1_751_284_800;
/// How many seconds lie between two posts.
const STEP: i64 = 5_700;
/// How many bytes are written at once.
const CHUNK: usize = 256 * 1024;

/// Writes `count` posts as one JSON array.
pub(crate) fn write(count: u64, mut out: impl Write) -> io::Result<()> {
    let library = Library::new();
    let mut buffer = vec![b'['];
    for number in 0..count {
        if number > 0 {
            buffer.push(b',');
        }
        Post::new(&library, number, count).write(&mut buffer);
        if buffer.len() >= CHUNK {
            out.write_all(&buffer)?;
            buffer.clear();
        }
    }
    buffer.push(b']');
    out.write_all(&buffer)
}

/// One post: which parts of the library it takes.
struct Post<'a> {
    library: &'a Library,
    random: Random,
    id: u64,
    published: DateTime<Utc>,
    modified: DateTime<Utc>,
    title: &'a str,
    picture: &'a str,
    author: usize,
    category: usize,
    tag: usize,
    with_yoast: bool,
}

impl<'a> Post<'a> {
    fn new(library: &'a Library, number: u64, count: u64) -> Self {
        let mut random = Random::new(number);
        let published = NEWEST - STEP * i64::try_from(number).expect("a number of posts");
        let edited_after = if random.one_in(3) { random.below(2_000_000) } else { 60 };
        Post {
            id: 1_000 + (count - number),
            published: moment(published),
            modified: moment(published) + TimeDelta::seconds(edited_after as i64),
            title: random.of(&library.phrases).as_str(),
            picture: random.of(&library.pictures).as_str(),
            author: random.below(library.authors.len()),
            category: random.below(library.categories.len()),
            tag: random.below(library.tags.len()),
            with_yoast: random.one_in(4),
            library,
            random,
        }
    }

    fn write(&mut self, out: &mut Vec<u8>) {
        self.library.post.fill(out, |hole, out| self.fill(hole, out));
    }

    /// Appends what belongs into a hole.
    fn fill(&mut self, hole: &str, out: &mut Vec<u8>) {
        let library = self.library;
        let text = match hole {
            "sentence" => self.random.of(&library.sentences).as_str(),
            "phrase" => self.random.of(&library.phrases).as_str(),
            "title" | "alt" => self.title,
            "picture" => self.picture,
            "author" => &library.authors[self.author].name,
            "author_slug" => &library.authors[self.author].slug,
            "category" => &library.categories[self.category].name,
            "category_slug" => &library.categories[self.category].slug,
            "tag" => &self.tag(0).name,
            "tag_2" => &self.tag(1).name,
            "tag_3" => &self.tag(2).name,
            "tag_slug" => &self.tag(0).slug,
            "tag_slug_2" => &self.tag(1).slug,
            "tag_slug_3" => &self.tag(2).slug,
            _ => return self.fill_made(hole, out),
        };
        out.extend_from_slice(text.as_bytes());
    }

    /// Appends what is made for this post alone.
    fn fill_made(&mut self, hole: &str, out: &mut Vec<u8>) {
        let library = self.library;
        match hole {
            "content" => self.content(out),
            "yoast" if !self.with_yoast => {}
            "yoast" => library.yoast.fill(out, |hole, out| self.fill(hole, out)),
            "category_term" => out.extend_from_slice(&library.categories[self.category].document),
            "tag_term" => out.extend_from_slice(&self.tag(0).document),
            "tag_term_2" => out.extend_from_slice(&self.tag(1).document),
            "tag_term_3" => out.extend_from_slice(&self.tag(2).document),
            "date" => date(out, self.published - TimeDelta::hours(5)),
            "date_gmt" => date(out, self.published),
            "modified" => date(out, self.modified - TimeDelta::hours(5)),
            "modified_gmt" => date(out, self.modified),
            "month" => append(out, format_args!("{}", self.published.format("%Y\\/%m"))),
            "slug" => append(out, format_args!("{}-{}", self.picture, self.id)),
            "avatar" => append(out, format_args!("{:032x}", u128::MAX / (self.author as u128 + 7))),
            _ => append(out, format_args!("{}", self.number(hole))),
        }
    }

    fn number(&self, hole: &str) -> u64 {
        match hole {
            "id" => self.id,
            "media_id" => self.id + 1_000_000,
            "revision" => self.id + 2_000_000,
            "filesize" => 300_000 + self.id % 100_000,
            "author_id" => self.author as u64 + 1,
            "category_id" => self.category as u64 + 1,
            "tag_id" => self.tag_number(0) as u64 + 1,
            "tag_id_2" => self.tag_number(1) as u64 + 1,
            "tag_id_3" => self.tag_number(2) as u64 + 1,
            _ => unknown(hole),
        }
    }

    fn tag_number(&self, nth: usize) -> usize {
        (self.tag + nth * 5) % self.library.tags.len()
    }

    fn tag(&self, nth: usize) -> &'a Named {
        &self.library.tags[self.tag_number(nth)]
    }

    /// Appends ten to twenty-four blocks; one post in ten has a block of a rarer kind.
    fn content(&mut self, out: &mut Vec<u8>) {
        let library = self.library;
        for _ in 0..10 + self.random.below(15) {
            self.block(&library.blocks, out);
        }
        if self.random.one_in(10) {
            self.block(&library.rare_blocks, out);
        }
    }

    fn block(&mut self, blocks: &'a [Template], out: &mut Vec<u8>) {
        let block = self.random.of(blocks);
        out.extend_from_slice(b"\\n");
        block.fill(out, |hole, out| self.fill(hole, out));
        out.extend_from_slice(b"\\n\\n\\n");
    }
}

fn moment(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).expect("a date of our times")
}

fn date(out: &mut Vec<u8>, moment: DateTime<Utc>) {
    append(out, format_args!("{}", moment.format("%Y-%m-%dT%H:%M:%S")));
}

fn append(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("memory takes every write");
}
