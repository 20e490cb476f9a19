//! Which posts the public may see. A feed must never leak what the site hides.

use crate::report::{NoteKind, Report};
use crate::wordpress::post::Post;

/// Tells whether a password locks the post. The flag counts and not the text, which is there in
/// context=edit and with the password.
pub(super) fn is_locked(post: &Post) -> bool {
    let protected =
        [&post.content, &post.excerpt].into_iter().flatten().any(|field| field.protected);
    post.locked || protected || post.has_class("post-password-required")
}

/// Tells whether a post belongs into a public feed, and notes what does not; `hidden` says what hides a
/// post that is published.
pub(super) fn shows(post: &Post, hidden: Option<NoteKind>, report: &mut Report) -> bool {
    // Media and revisions have the status of their post, "inherit".
    let status = post.status.filled().filter(|status| !["publish", "inherit"].contains(status));
    if let Some(status) = status {
        report.note_post(NoteKind::Unpublished, status, post.name());
    } else if let Some(kind) = hidden {
        report.note_post(kind, "", post.name());
    }
    status.is_none() && hidden.is_none()
}
