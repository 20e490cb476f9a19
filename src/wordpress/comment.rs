//! A comment as the REST API gives it, `/wp/v2/comments` and WordPress.com's `/rest/v1.1/comments`, and
//! what is known of the post that it is about.
//!
//! Of context=edit neither the e-mail address nor the IP address of a commenter is ever read.

use super::embedded::{Author, Largest};
use super::links;
use super::loose::{Flag, List, Number, Object, Rendered, Text};
use super::post::{Date, Status};
use super::raw::Raw;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

/// A comment.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Comment {
    id: Number,
    #[serde(rename = "ID")]
    upper_id: Number,
    post: ParentRef,
    /// The comment that this one answers.
    parent: ParentRef,
    /// The user's number; an object in v1.1.
    author: Object<Box<Author>>,
    /// HTML-escaped, empty where nobody signed.
    author_name: Text,
    author_url: Text,
    author_avatar_urls: Largest,
    pub(super) date: Date<false>,
    pub(super) date_gmt: Date<true>,
    pub(super) content: Rendered,
    link: Text,
    #[serde(rename = "URL")]
    url: Text,
    status: Status,
    #[serde(rename = "_embedded")]
    embedded: Object<Embedded>,
    #[serde(rename = "_links")]
    links: Option<Raw>,
    // Of these it counts only that they are there.
    author_email: Option<IgnoredAny>,
    author_ip: Option<IgnoredAny>,
    author_user_agent: Option<IgnoredAny>,
}

/// What `_embed` puts into a comment.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Embedded {
    up: List<Object<Parent>>,
    #[serde(rename = "in-reply-to")]
    answered: List<Object<Answered>>,
}

/// What a text tells of the comment that it answers.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Answered {
    id: Number,
    pub(super) author_name: Text,
    pub(super) link: Text,
}

/// A number, or an object that has it; `false` for none.
#[derive(Debug, Clone, Default)]
struct ParentRef {
    id: Option<u64>,
    whole: Option<Box<Parent>>,
}

impl<'de> Deserialize<'de> for ParentRef {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let whole: Option<Box<Parent>> =
            Object::deserialize(&value).ok().and_then(|object| object.0);
        let number: Number = Number::deserialize(&value).unwrap_or_default();
        Ok(ParentRef { id: number.positive().or(whole.as_deref().and_then(Parent::id)), whole })
    }
}

/// What a comments feed tells of the post that a comment is about.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Parent {
    id: Number,
    #[serde(rename = "ID")]
    upper_id: Number,
    #[serde(rename = "type")]
    pub(super) kind: Text,
    pub(super) title: Option<Rendered>,
    pub(super) guid: Rendered,
    pub(super) link: Text,
    status: Text,
    content: Locked,
    excerpt: Locked,
    password: Text,
    has_password: Flag,
}

/// Whether a text is locked, without the text.
#[derive(Debug, Clone, Copy, Default)]
struct Locked(bool);

impl<'de> Deserialize<'de> for Locked {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Default, Deserialize)]
        struct Text {
            #[serde(default)]
            protected: Flag,
        }
        let text = Object::<Text>::deserialize(deserializer)?.0;
        Ok(Locked(text.unwrap_or_default().protected.0))
    }
}

impl Parent {
    pub(super) fn id(&self) -> Option<u64> {
        self.id.positive().or(self.upper_id.positive())
    }

    /// Tells whether a password locks the post, and its comments with it.
    pub(super) fn is_locked(&self) -> bool {
        let password = self.has_password.0 || self.password.filled().is_some();
        self.content.0 || self.excerpt.0 || password
    }

    /// Tells whether the status is known.
    pub(super) fn has_status(&self) -> bool {
        self.status.filled().is_some()
    }

    /// The status, if the public may not see the post.
    pub(super) fn hidden_by(&self) -> Option<&str> {
        self.status.filled().filter(|status| !["publish", "inherit"].contains(status))
    }

    /// Lays what another document tells under this one; what either hides is hidden.
    pub(super) fn or(self, other: Option<&Parent>) -> Parent {
        let Some(other) = other.cloned() else { return self };
        let hidden = self.hidden_by().is_some() || other.status.0.is_none();
        Parent {
            id: self.id,
            upper_id: self.upper_id,
            status: if hidden { self.status } else { other.status },
            title: self.title.or(other.title),
            guid: if self.guid.html.is_some() { self.guid } else { other.guid },
            link: if self.link.0.is_some() { self.link } else { other.link },
            kind: if self.kind.0.is_some() { self.kind } else { other.kind },
            content: Locked(self.content.0 || other.content.0),
            excerpt: Locked(self.excerpt.0 || other.excerpt.0),
            password: if self.password.filled().is_some() { self.password } else { other.password },
            has_password: Flag(self.has_password.0 || other.has_password.0),
        }
    }
}

/// Tells whether the public may see a comment of this status.
pub(super) fn is_approved(status: &str) -> bool {
    ["approved", "approve", "1"].contains(&status)
}

impl Comment {
    /// Tells whether an object is a comment.
    pub(super) fn is(object: &Map<String, Value>) -> bool {
        let has = |key: &str| object.contains_key(key);
        let about_post = has("post") && !has("title") && !has("source_url");
        (has("id") || has("ID")) && (about_post || has("author_avatar_urls"))
    }

    /// The number; where it is not told, the link ends with it (`get_comment_link`).
    pub(super) fn id(&self) -> Option<u64> {
        let in_link = || self.link()?.rsplit_once("#comment-")?.1.parse().ok();
        self.id.positive().or(self.upper_id.positive()).or_else(in_link)
    }

    /// What messages call the comment: its number.
    pub(super) fn name(&self) -> String {
        self.id().map_or_else(|| "?".to_owned(), |id| id.to_string())
    }

    /// The number of the post that the comment is about.
    pub(super) fn post(&self) -> Option<u64> {
        self.post.id
    }

    /// The number of the comment that this one answers.
    pub(super) fn answered(&self) -> Option<u64> {
        self.parent.id
    }

    /// What is embedded of the comment that this one answers. An editor's may be one that the public may not
    /// see.
    pub(super) fn embedded_answered(&self) -> Option<&Answered> {
        let embedded = self.embedded.0.as_ref().filter(|_| !self.is_of_editor())?;
        let mut answered = embedded.answered.0.iter().filter_map(|answered| answered.0.as_ref());
        answered.find(|answered| answered.id.0 == self.answered())
    }

    /// What the document itself tells of the post.
    pub(super) fn parent(&self) -> Parent {
        let embedded = self.embedded.0.as_ref();
        let mut up = embedded.into_iter().flat_map(|embedded| &embedded.up.0);
        let up = up.find_map(|post| post.0.as_ref().filter(|post| post.id() == self.post()));
        let whole = self.post.whole.as_deref().cloned();
        whole.unwrap_or_default().or(up)
    }

    /// The name under which it was written, HTML-escaped.
    pub(super) fn author_name(&self) -> Option<&str> {
        self.author_name.filled().or(self.author.0.as_deref().and_then(Author::name))
    }

    /// The writer's website, HTML-escaped.
    pub(super) fn author_url(&self) -> Option<&str> {
        self.author_url.filled().or(self.author.0.as_deref().and_then(Author::website))
    }

    /// The address of the largest picture of the writer.
    pub(super) fn avatar(&self) -> Option<&str> {
        self.author_avatar_urls.0.as_deref().or(self.author.0.as_deref().and_then(Author::avatar))
    }

    pub(super) fn link(&self) -> Option<&str> {
        self.link.filled().or(self.url.filled())
    }

    /// Tells whether the comment is as an editor sees it, who sees those on posts that are not public too.
    pub(super) fn is_of_editor(&self) -> bool {
        let private = [self.author_email, self.author_ip, self.author_user_agent];
        self.content.raw.is_some() || private.iter().any(Option::is_some)
    }

    /// The status, if the public may not see the comment.
    pub(super) fn hidden_by(&self) -> Option<&str> {
        self.status.0.filled().filter(|status| !is_approved(status))
    }

    /// Addresses within the REST API; what else the links tell is kept, and they are dropped.
    pub(super) fn take_links(&mut self) -> Vec<String> {
        let links = self.links.take();
        self.post.id = self.post.id.or_else(|| links::subject(links.as_deref()));
        links::api_addresses(links.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comment(json: &str) -> Comment {
        let object = serde_json::from_str(json).unwrap();
        assert!(Comment::is(&object), "{json}");
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn reads_both_versions_of_the_api() {
        let two = comment(
            r#"{"id":5,"post":7,"parent":3,"author":0,"author_name":"Ada","date_gmt":"2024-07-01T09:05:03",
                "_embedded":{"up":[{"id":7,"title":{"rendered":"Tea"},"content":{"protected":true}}]}}"#,
        );
        let one = comment(
            r#"{"ID":5,"post":{"ID":7,"title":"Tea","type":"post","link":"l"},"author":{"ID":1,"name":"Ada"},
                "date":"2024-07-01T09:05:03+00:00","URL":"u","parent":{"ID":3},"status":"approved"}"#,
        );
        for comment in [&one, &two] {
            assert_eq!(
                (comment.id(), comment.post(), comment.answered()),
                (Some(5), Some(7), Some(3))
            );
            assert_eq!(comment.author_name(), Some("Ada"));
            let title = comment.parent().title.and_then(|title| title.html);
            assert_eq!(title.as_deref(), Some("Tea"));
        }
        assert_eq!((one.parent().is_locked(), two.parent().is_locked()), (false, true));
        assert_eq!(comment(r#"{"ID":5,"post":{"ID":7},"parent":false}"#).answered(), None);
    }

    #[test]
    fn a_comment_that_waits_is_small() {
        assert!(size_of::<Comment>() <= 512, "{}", size_of::<Comment>());
    }

    #[test]
    fn posts_and_media_are_no_comments() {
        for json in [
            r#"{"id":1,"title":{},"post":null,"source_url":"a"}"#,
            r#"{"id":1,"title":{},"content":{}}"#,
            r#"{"post":{"taxonomies":[],"rest_base":"posts"}}"#,
        ] {
            assert!(!Comment::is(&serde_json::from_str(json).unwrap()), "{json}");
        }
    }
}
