//! Comments to entries: the feeds that WordPress has at `/comments/feed/` and under each post, as
//! `feed-rss2-comments.php` and `feed-atom-comments.php` write them.
//!
//! A comment's title depends on whether all are about one post, and its text names the comment that it
//! answers, which mostly comes later; so comments wait until all are read. Unlike posts they are small.

mod entry;
mod head;

use super::{Mapped, Mapper, guid};
use crate::archive::Archive;
use crate::error::Result;
use crate::options::Filter;
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
                self.collections.borrow().post(*id).map(|parent| of_post(parent, None))
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

    /// What is known of the post that a comment is about, from the comment itself and from collections.
    fn parent(&self, comment: &Comment) -> Parent {
        let collections = self.collections.borrow();
        comment.parent().or(comment.post().and_then(|id| collections.post(id)))
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
