//! Where a post is discussed.

use crate::model::Comments;
use crate::wordpress::post::Post;

/// The discussion's page and feeds, where comments are open or some are known.
///
/// Follows `get_comments_link` and `get_post_comments_feed_link`, whose addresses differ between pretty and
/// plain permalinks.
pub(super) fn comments(post: &Post, link: Option<&str>) -> Option<Comments> {
    let count = post.comment_count.or_else(|| post.embedded.comment_count());
    let some = count.map_or_else(|| post.embedded.has_comments(), |count| count > 0);
    let open = post.comment_status.0.as_deref() == Some("open");
    let link = link.filter(|_| open || some)?;
    let fragment = if some { "comments" } else { "respond" };
    let (rss_url, atom_url) = feeds(link);
    Some(Comments {
        url: format!("{link}#{fragment}"),
        rss_url: Some(rss_url),
        atom_url: Some(atom_url),
        count,
    })
}

/// The addresses of the feeds of a post's comments, in RSS 2.0 and Atom.
fn feeds(link: &str) -> (String, String) {
    match link.split_once('?') {
        Some((page, query)) => {
            (format!("{page}?feed=rss2&{query}"), format!("{page}?feed=atom&{query}"))
        }
        None => {
            // A site whose permalinks end without a slash has none here either (`user_trailingslashit`).
            let (page, end) = link.strip_suffix('/').map_or((link, ""), |page| (page, "/"));
            (format!("{page}/feed{end}"), format!("{page}/feed/atom{end}"))
        }
    }
}
