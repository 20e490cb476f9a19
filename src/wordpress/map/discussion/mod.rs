//! Comments to entries: the feeds that WordPress has at `/comments/feed/` and under each post, as
//! `feed-rss2-comments.php` and `feed-atom-comments.php` write them.
//!
//! A comment's title depends on whether all are about one post, and its text names the comment that it
//! answers, which mostly comes later; so comments wait until all are read. Unlike posts they are small.

mod head;

use super::{Mapped, Mapper, dates, guid, text};
use crate::archive::Archive;
use crate::error::Result;
use crate::model::{Entry, InReplyTo, Person};
use crate::options::{ContentMode, Filter};
use crate::report::{NoteKind, Noun, Report};
use crate::text::{html, url};
use crate::wordpress::comment::{Comment, Parent};
use head::Subject;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::mem;

/// What WordPress calls who did not sign.
const ANONYMOUS: &str = "Anonymous";

/// The comments that a feed is of.
#[derive(Default)]
pub(super) struct Discussion {
    waiting: Vec<Comment>,
    subject: Option<Subject>,
}

/// What an entry needs besides its comment.
struct Thread<'a> {
    /// All comments by number.
    all: HashMap<u64, &'a Comment>,
    /// Whether they are about one post.
    one: bool,
}

impl Mapper {
    /// Takes a comment, if it belongs into the feed.
    pub(crate) fn hear(&mut self, mut comment: Comment, report: &mut Report) {
        let (addresses, guid) = (comment.take_links(), comment.parent().guid.html);
        self.learn(|| super::home::of(comment.link(), &addresses, guid.as_deref()));
        let mut note = |kind, detail: &str| {
            report.note_item(kind, detail, Noun::Comment, comment.name());
        };
        if matches!(self.options.feed_of, Some(Archive::CommentsOn(id)) if comment.post() != Some(id))
        {
            return;
        }
        let parent = self.parent(&comment);
        if let Some(status) = comment.hidden_by().or(parent.hidden_by()) {
            return note(NoteKind::Unpublished, status);
        }
        if comment.is_of_editor() && !parent.has_status() {
            return note(NoteKind::EditorsComment, "");
        }
        let hidden = self.locked_with(&parent).filter(|_| !self.options.include_protected);
        if let Some(kind) = hidden {
            return note(kind, "");
        }
        if let Some(blind) = unseen(&self.options.filter) {
            return note(NoteKind::Filter, blind);
        }
        self.discussion.waiting.push(comment);
    }

    /// Maps the comments, once all are known, and hands them over one at a time.
    pub(crate) fn discuss(
        &mut self,
        report: &mut Report,
        mut take: impl FnMut(Mapped, &mut Report) -> Result<()>,
    ) -> Result<()> {
        let comments = mem::take(&mut self.discussion.waiting);
        let thread = self.thread(&comments);
        for comment in &comments {
            if let Some(mapped) = self.comment(comment, &thread, report) {
                take(mapped, report)?;
            }
        }
        self.discussion.subject = self.subject(&comments, thread.one);
        Ok(())
    }

    fn thread<'a>(&self, comments: &'a [Comment]) -> Thread<'a> {
        let posts: HashSet<_> = comments.iter().map(Comment::post).collect();
        Thread {
            all: comments.iter().filter_map(|comment| Some((comment.id()?, comment))).collect(),
            one: posts.len() == 1 && self.options.feed_of != Some(Archive::Comments),
        }
    }

    /// What the feed is about; where it has no comments, what was asked for.
    fn subject(&self, comments: &[Comment], one: bool) -> Option<Subject> {
        let of_post = |parent: &Parent, link: Option<String>| Subject::Post {
            title: parent_title(parent),
            link: link.or_else(|| parent.link.filled().map(str::to_owned)),
        };
        match (comments.first(), &self.options.feed_of) {
            (Some(first), _) if one => {
                let parent = self.parent(first);
                Some(of_post(&parent, post_link(first, &parent)))
            }
            (None, Some(Archive::CommentsOn(id))) => {
                self.collections.post(*id).map(|parent| of_post(parent, None))
            }
            (Some(Comment { .. }), _) | (None, Some(Archive::Comments)) => {
                Some(Subject::Site { plain: self.is_plain(comments) })
            }
            (None, _) => None,
        }
    }

    /// Tells whether the site's addresses are queries. On other sites those of drafts and files may be,
    /// but not all; the front page's is the site's own everywhere.
    fn is_plain(&self, comments: &[Comment]) -> bool {
        let links = comments.iter().filter_map(Comment::link);
        let pages = links.filter_map(|link| link.split('#').next());
        let mut pages = pages.filter(|page| page.trim_end_matches('/') != self.home()).peekable();
        pages.peek().is_some() && pages.all(|page| page.contains('?'))
    }

    fn comment(
        &self,
        comment: &Comment,
        thread: &Thread<'_>,
        report: &mut Report,
    ) -> Option<Mapped> {
        let mut note = |kind, detail: &str| {
            report.note_item(kind, detail, Noun::Comment, comment.name());
        };
        let published = dates::moment(comment.date_gmt.0, comment.date.0, self.zone);
        let filter = &self.options.filter;
        if published.is_none() {
            note(NoteKind::Date, "");
        }
        let since = filter.since.is_none_or(|since| published.is_some_and(|date| date >= since));
        let until = filter.until.is_none_or(|until| published.is_some_and(|date| date < until));
        if !since || !until {
            return None;
        }
        let parent = self.parent(comment);
        let (number, author) = (comment.id().unwrap_or(0), author(comment));
        let link = anchor(comment, &parent);
        if link.is_none() {
            note(NoteKind::Url, "");
        }
        let subject = self.subject_id(comment, &parent);
        let shown = self.locked_with(&parent).is_none();
        let text = shown.then(|| self.text(comment, thread, &mut note)).flatten();
        let (summary, content) = match self.options.content {
            ContentMode::Full => (None, text),
            ContentMode::Summary => {
                (text.map(|t| text::trimmed(&t, self.language.as_deref())), None)
            }
            ContentMode::None => (None, None),
        };
        let entry = Entry {
            id: format!("{subject}#comment-{number}"),
            title: Some(title(&author.name, &parent, thread.one, &mut note)),
            url: link.as_deref().and_then(|link| absolute(link, self.home())),
            published,
            updated: published,
            authors: vec![author],
            in_reply_to: Some(self.in_reply_to(comment, &parent, subject, thread)),
            summary,
            content,
            ..Entry::default()
        };
        Some(Mapped { entry, number, published })
    }

    /// What is known of the post that a comment is about, from the comment itself and from collections.
    fn parent(&self, comment: &Comment) -> Parent {
        comment.parent().or(comment.post().and_then(|id| self.collections.post(id)))
    }

    /// What hides the comments on a published post from the public.
    fn locked_with(&self, parent: &Parent) -> Option<NoteKind> {
        let private = self.options.site.private.then_some(NoteKind::PrivateSite);
        if parent.is_locked() { Some(NoteKind::Protected) } else { private }
    }

    /// The id of the post, to which `get_comment_guid` appends.
    fn subject_id(&self, comment: &Comment, parent: &Parent) -> String {
        guid::stored(&parent.guid, self.home()).unwrap_or_else(|| {
            let kind = parent.kind.filled().unwrap_or("post");
            guid::plain_permalink(self.home(), kind, comment.post().unwrap_or(0))
        })
    }

    /// The comment that is answered, which may be about another post or on another page of comments, else
    /// the post (`feed-atom-comments.php`, RFC 4685).
    fn in_reply_to(
        &self,
        comment: &Comment,
        parent: &Parent,
        subject: String,
        thread: &Thread<'_>,
    ) -> InReplyTo {
        let page = post_link(comment, parent);
        let Some(answered) = comment.answered() else {
            return InReplyTo { id: subject, url: page };
        };
        let at = |place: String| format!("{place}#comment-{answered}");
        let Some(other) = thread.all.get(&answered) else {
            return InReplyTo { id: at(subject), url: page.map(at) };
        };
        let parent = self.parent(other);
        InReplyTo { id: at(self.subject_id(other, &parent)), url: anchor(other, &parent) }
    }

    /// The text, which names what it answers, as `get_comment_text` has it in feeds.
    fn text(
        &self,
        comment: &Comment,
        thread: &Thread<'_>,
        note: &mut dyn FnMut(NoteKind, &str),
    ) -> Option<String> {
        let text = comment.content.html.clone().filter(|text| !text.trim().is_empty())?;
        let Some(answered) = comment.answered() else { return Some(text) };
        let (link, name) = match (thread.all.get(&answered), comment.embedded_answered()) {
            (Some(other), _) => (anchor(other, &self.parent(other)), other.author_name()),
            (None, Some(other)) => {
                (other.link.filled().map(str::to_owned), other.author_name.filled())
            }
            (None, None) => {
                note(NoteKind::Answered, "");
                return Some(text);
            }
        };
        let link = link.unwrap_or_default().replace('&', "&#038;");
        let link = link.replace(['\'', '"'], "&#039;");
        let name = name.unwrap_or(ANONYMOUS);
        Some(format!("<p>In reply to <a href=\"{link}\">{name}</a>.</p>\n{text}"))
    }
}

/// The part of the choice that can't be made of comments.
fn unseen(filter: &Filter) -> Option<&'static str> {
    let parts = [
        (&filter.categories, "the category"),
        (&filter.tags, "the tag"),
        (&filter.authors, "the author"),
        (&filter.types, "the type"),
    ];
    parts.into_iter().find(|(wanted, _)| !wanted.is_empty()).map(|(_, name)| name)
}

fn author(comment: &Comment) -> Person {
    let name = comment.author_name().map(html::title_text).filter(|name| !name.is_empty());
    let address = |text: &str| url::absolute(text, None).map(Cow::into_owned);
    Person {
        name: name.unwrap_or_else(|| ANONYMOUS.to_owned()),
        url: comment
            .author_url()
            .map(html::decode)
            .and_then(|text| address(&text))
            .filter(|address| is_web(address)),
        avatar: comment.avatar().and_then(address),
    }
}

/// Tells whether an address is of the web. Who comments may write anything, as `javascript:`, which
/// `esc_url` keeps out of WordPress's feeds.
fn is_web(address: &str) -> bool {
    url::origin(address).is_some()
}

/// `By: NAME` under a post, else `Comment on POST by NAME`.
fn title(name: &str, parent: &Parent, one: bool, note: &mut dyn FnMut(NoteKind, &str)) -> String {
    if parent.title.is_none() {
        note(NoteKind::Subject, "");
    }
    match parent_title(parent).filter(|_| !one) {
        Some(title) => format!("Comment on {title} by {name}"),
        None => format!("By: {name}"),
    }
}

fn parent_title(parent: &Parent) -> Option<String> {
    let title = parent.title.as_ref()?.html.as_deref().map(html::title_text)?;
    Some(title).filter(|title| !title.is_empty())
}

/// The address of the comment on its post's page (`get_comment_link`).
fn anchor(comment: &Comment, parent: &Parent) -> Option<String> {
    let made = || Some(format!("{}#comment-{}", parent.link.filled()?, comment.id()?));
    comment.link().map(str::to_owned).or_else(made)
}

/// The post's page: its own link, else the comment's without the place in it.
fn post_link(comment: &Comment, parent: &Parent) -> Option<String> {
    let cut = || comment.link()?.split('#').next();
    parent.link.filled().or_else(cut).map(str::to_owned)
}

fn absolute(link: &str, home: &str) -> Option<String> {
    url::absolute(link, Some(home)).map(Cow::into_owned)
}
