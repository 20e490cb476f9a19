//! What a document that is to become a feed may hold: posts, or comments.

use super::collections::Collections;
use super::comment::Comment;
use super::post::Post;
use super::stream::{Document, Wanted};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

/// A post or a comment.
#[derive(Clone)]
pub(crate) enum Item {
    /// A post, page, custom post or media object.
    Post(Box<Post>),
    /// A comment.
    Comment(Box<Comment>),
}

impl Item {
    /// Gives a post what it names by number and does not hold.
    pub(crate) fn complete(&mut self, collections: &Collections) {
        if let Item::Post(post) = self {
            collections.complete(post);
        }
    }
}

/// Most objects are posts: whether one is a comment is asked only if it is no post.
impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Post::deserialize(deserializer).map(|post| Item::Post(Box::new(post)))
    }
}

impl From<Comment> for Item {
    fn from(comment: Comment) -> Self {
        Item::Comment(Box::new(comment))
    }
}

impl Document for Item {
    const WANTED: Wanted = Wanted {
        one: "post",
        many: "posts",
        any: "a post",
        named: "posts",
        advice: "fetch the posts from /wp-json/wp/v2/posts?_embed",
    };
    const MEMBERS: &'static [&'static str] = &["posts", "comments"];

    type Other = Comment;

    const OTHERS: Wanted = Expected::WANTED;

    fn is_wanted(&self) -> bool {
        matches!(self, Item::Post(post) if post.is_post())
    }

    fn is_other(object: &Map<String, Value>) -> bool {
        Comment::is(object)
    }
}

/// A post or a comment of a document of which comments are expected.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct Expected(Item);

impl From<Comment> for Expected {
    fn from(comment: Comment) -> Self {
        Expected(comment.into())
    }
}

impl From<Expected> for Item {
    fn from(expected: Expected) -> Self {
        expected.0
    }
}

impl Document for Expected {
    const WANTED: Wanted = Wanted {
        one: "comment",
        many: "comments",
        any: "a comment",
        named: "comments",
        advice: "fetch the comments from /wp-json/wp/v2/comments?_embed",
    };
    const MEMBERS: &'static [&'static str] = Item::MEMBERS;

    type Other = Comment;

    fn is_wanted(&self) -> bool {
        self.0.is_wanted()
    }

    fn is_other(object: &Map<String, Value>) -> bool {
        Comment::is(object)
    }
}
