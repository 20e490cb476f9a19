//! One comment to its entry, a function a field.

use super::{ANONYMOUS, Thread, absolute, anchor, parent_title, post_link};
use crate::model::{Entry, InReplyTo, Person};
use crate::options::ContentMode;
use crate::report::{NoteKind, Noun, Report};
use crate::text::{html, url};
use crate::wordpress::comment::{Comment, Parent};
use crate::wordpress::filter;
use crate::wordpress::map::{Mapped, Mapper, dates, excerpt};
use std::borrow::Cow;

impl Mapper {
    /// Maps one comment; `None` is one outside of the span of time that was asked for.
    pub(super) fn comment(
        &self,
        comment: &Comment,
        thread: &Thread<'_>,
        report: &mut Report,
    ) -> Option<Mapped> {
        let mut note = |kind, detail: &str| {
            report.note_item(kind, detail, Noun::Comment, comment.name());
        };
        let mut entry = self.dated(comment, &mut note);
        if !filter::in_time(&self.options.filter, &entry, &mut note) {
            return None;
        }
        let parent = self.parent(comment);
        let (number, author) = (comment.id().unwrap_or(0), author(comment));
        let subject = self.subject_id(comment, &parent);
        entry.url = anchor(comment, &parent).and_then(|link| absolute(&link, self.home()));
        if entry.url.is_none() {
            note(NoteKind::Url, "");
        }
        entry.id = format!("{subject}#comment-{number}");
        entry.title = Some(title(&author.name, &parent, thread.one, &mut note));
        entry.authors = vec![author];
        entry.in_reply_to = Some(self.in_reply_to(comment, &parent, subject, thread));
        if self.locked_with(&parent).is_none() {
            self.add_text(self.text(comment, thread, &mut note), &mut entry);
        }
        Some(Mapped { published: entry.published, page: None, entry, number, forbidden: false })
    }

    /// An entry with its dates: a comment's change is not told.
    fn dated(&self, comment: &Comment, note: &mut dyn FnMut(NoteKind, &str)) -> Entry {
        let published = dates::moment(comment.date_gmt.0, comment.date.0, self.zone);
        if published.is_none() {
            note(NoteKind::Date, "");
        }
        Entry { published, updated: published, ..Entry::default() }
    }

    fn add_text(&self, text: Option<String>, entry: &mut Entry) {
        match self.options.content {
            ContentMode::Full => entry.content = text,
            ContentMode::Summary => {
                let length = self.excerpt_length();
                entry.summary = text.map(|text| excerpt::made_of_comment(&text, length));
            }
            ContentMode::None => {}
        }
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
        ..Person::default()
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
