//! Where a post is discussed.

use crate::model::Comments;
use crate::wordpress::permalink;
use crate::wordpress::post::Post;

/// The discussion's page and feeds, where comments are open or some are known.
///
/// Follows `get_comments_link` and `get_post_comments_feed_link`.
pub(super) fn comments(post: &Post, link: Option<&str>) -> Option<Comments> {
    let count = post.comment_count.or_else(|| post.embedded.comment_count());
    let some =
        count.map_or_else(|| post.commented || post.embedded.has_comments(), |count| count > 0);
    let open = post.comment_status.0.as_deref() == Some("open");
    let link = link.filter(|_| open || some)?;
    let fragment = if some { "comments" } else { "respond" };
    Some(Comments {
        url: format!("{link}#{fragment}"),
        rss_url: Some(permalink::feed(link, "rss2")),
        atom_url: Some(permalink::feed(link, "atom")),
        count,
    })
}
