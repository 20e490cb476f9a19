//! The permanent id of a post.

use crate::report::NoteKind;
use crate::text::{html, url};
use crate::wordpress::loose::Rendered;
use crate::wordpress::post::Post;

/// The guid, decoded once and otherwise to the letter, as `get_the_guid`; a post without one gets the
/// address that `wp_insert_post` would have stored.
pub(super) fn of(post: &Post, home: &str, note: &mut dyn FnMut(NoteKind, &str)) -> String {
    if let Some(guid) = stored(&post.guid, home) {
        return guid;
    }
    note(NoteKind::Id, "");
    match (post.id, post.link.filled()) {
        (Some(id), _) => plain_permalink(home, post.kind.filled().unwrap_or("post"), id),
        (None, Some(link)) => link.to_owned(),
        (None, None) => home.to_owned(),
    }
}

/// The guid that a site has stored.
pub(super) fn stored(guid: &Rendered, home: &str) -> Option<String> {
    let stored = guid.html.as_deref().or(guid.raw.as_deref());
    let filled = stored.filter(|guid| !guid.trim().is_empty())?;
    Some(whole(html::decode(filled).into_owned(), home))
}

/// The guid with the host that a program for static copies took off, as in `/?p=7` and `//?p=7`; no feed
/// may have it so.
fn whole(guid: String, home: &str) -> String {
    match guid.strip_prefix('/') {
        Some(path) if path.strip_prefix('/').is_none_or(|host| host.starts_with(['?', '/'])) => {
            let origin = url::origin(home).unwrap_or(home);
            format!("{origin}/{}", path.trim_start_matches('/'))
        }
        _ => guid,
    }
}

/// The address of a post before it has a pretty one (`get_permalink`, `get_page_link`,
/// `get_post_permalink`).
pub(super) fn plain_permalink(home: &str, kind: &str, id: u64) -> String {
    match kind {
        "post" | "attachment" => format!("{home}/?p={id}"),
        "page" => format!("{home}/?page_id={id}"),
        other => format!("{home}/?post_type={other}&p={id}"),
    }
}
