//! Objects of sites' own around posts: `{"status":"ok","count":10,"posts":[…]}` of the JSON API plugin,
//! `{"success":true,"data":[…]}` and the like.

use super::foreign;
use serde_json::{Map, Value};

/// The members in which posts were met.
const KEYS: [&str; 5] = ["posts", "data", "pages", "items", "results"];

/// What a post has besides its title or slug; one of them tells it from the things of other systems.
const MARKS: [&str; 5] = ["guid", "link", "url", "content", "excerpt"];

/// The member of an object that holds posts, if the object is not known as something else.
pub(super) fn key(object: &Map<String, Value>) -> Option<&'static str> {
    let holds = |key: &&str| {
        let list = object.get(*key).and_then(Value::as_array);
        list.and_then(|list| list.first()?.as_object()).is_some_and(looks_like_post)
    };
    KEYS.into_iter().find(holds).filter(|_| !foreign::is_known(object))
}

fn looks_like_post(object: &Map<String, Value>) -> bool {
    let named = object.contains_key("title") || object.contains_key("slug");
    named && MARKS.iter().any(|mark| object.contains_key(*mark))
}
