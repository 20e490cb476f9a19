//! Documents on their way to whoever takes what they hold, each read once.

use crate::error::{Error, ErrorKind, Result};
use crate::formats::Format;
use crate::model::Feed;
use crate::options::Collection;
use crate::report::{Noun, Report};
use crate::wordpress::{Collections, Document, Expected, Item, Objects};
use std::cell::RefCell;
use std::io::Read;
use std::mem;
use std::rc::Rc;

/// Who takes what documents hold.
pub(super) trait Taker {
    /// What is to come, if that is known.
    fn expected(&self) -> Option<Noun>;

    /// Tells whether posts or comments are taken; the first decides where nothing else does.
    fn accepts(&mut self, kind: Noun) -> bool;

    /// Tells whether posts are to come with all their members.
    fn wants_whole(&self) -> bool;

    /// Hears what was noticed on the way.
    fn hear(&mut self, told: &Report);

    /// Takes a post or a comment, of which was heard before.
    fn take(&mut self, item: Item) -> Result<()>;

    /// Takes a feed, and the format in which it came.
    fn take_feed(&mut self, feed: &Feed, format: Option<Format>) -> Result<()>;
}

/// What was read beside what was taken.
#[derive(Default)]
pub(super) struct Documents {
    collections: Rc<RefCell<Collections>>,
}

impl Documents {
    /// What is known of what posts refer to by number, which grows as collections are read.
    pub(super) fn collections(&self) -> Rc<RefCell<Collections>> {
        Rc::clone(&self.collections)
    }

    /// Reads a stored collection of what posts refer to by number.
    pub(super) fn read_collection(
        &self,
        collection: Collection,
        document: Option<&str>,
        reader: impl Read,
        taker: &mut impl Taker,
    ) -> Result<()> {
        let mut told = Report::default();
        let mut collections = self.collections.borrow_mut();
        let read = collections.read(collection, document, reader, &mut told);
        taker.hear(&told);
        read
    }

    /// Hands over what one document holds.
    pub(super) fn read(
        &self,
        document: Option<&str>,
        reader: impl Read,
        taker: &mut impl Taker,
    ) -> Result<()> {
        match taker.expected() {
            Some(Noun::Comment) => {
                self.read_all(Objects::<_, Expected>::new(document, reader), taker)
            }
            _ => self.read_all(Objects::<_, Item>::new(document, reader), taker),
        }
    }

    fn read_all<T: Document + Into<Item>>(
        &self,
        mut items: Objects<impl Read, T>,
        taker: &mut impl Taker,
    ) -> Result<()> {
        let (mut told, whole) = (Report::default(), taker.wants_whole());
        loop {
            let item = items.read(&mut told);
            taker.hear(&mem::take(&mut told));
            let Some(item) = item? else { return Ok(()) };
            told.count_read();
            let mut item = item.into();
            let kind = match &item {
                Item::Post(_) => Noun::Post,
                Item::Comment(_) => Noun::Comment,
            };
            if !taker.accepts(kind) {
                return Err(mixed(taker.expected(), kind).at(items.behind()));
            }
            if let Item::Post(post) = &mut item
                && whole
            {
                post.keep(&items.text());
            }
            item.complete(&self.collections.borrow());
            taker.take(item)?;
        }
    }

    /// Hands over a feed.
    pub(super) fn read_feed(
        &self,
        feed: &Feed,
        format: Option<Format>,
        taker: &mut impl Taker,
    ) -> Result<()> {
        if !taker.accepts(Noun::Entry) {
            return Err(mixed(taker.expected(), Noun::Entry));
        }
        taker.take_feed(feed, format)
    }
}

/// Says that posts, comments or feeds were given for one feed, or that the feed of a page is of others.
fn mixed(expected: Option<Noun>, found: Noun) -> Error {
    let (expected, found) = (expected.unwrap_or(Noun::Post), found);
    if expected == Noun::Entry || found == Noun::Entry {
        let name = |noun: Noun| match noun {
            Noun::Entry => "a feed",
            Noun::Comment => "a comment",
            _ => "a post",
        };
        let message = format!("expected {}, but found {}", name(expected), name(found));
        let advice =
            "feeds and posts don't go into one feed: convert each alone, then both feeds together";
        return Error::new(ErrorKind::NotPosts, message).advise(advice);
    }
    let message = match found {
        Noun::Comment => "expected posts, but found a comment",
        _ => "expected comments, but found a post",
    };
    Error::new(ErrorKind::NotPosts, message).advise(
        "a feed is of posts, or of comments with --feed-of comments or none: then give the comments as \
         input, and the posts with --posts",
    )
}
