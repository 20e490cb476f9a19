//! The addresses that WordPress makes of others.

/// The address of the feed that belongs to a page: a post's comments, an archive, the home page.
///
/// `name` is the feed's in WordPress: `rss2`, `atom`, `json`. Follows `get_feed_link`,
/// `get_post_comments_feed_link`, `get_term_feed_link` and `get_author_feed_link`, whose addresses differ
/// between pretty and plain permalinks.
pub(super) fn feed(page: &str, name: &str) -> String {
    if let Some((page, query)) = page.split_once('?') {
        return format!("{page}?feed={name}&{query}");
    }
    // A site whose permalinks end without a slash has none here either (`user_trailingslashit`).
    let (page, end) = page.strip_suffix('/').map_or((page, ""), |page| (page, "/"));
    match name {
        // What an address without a name stands for (`get_default_feed`).
        "rss2" => format!("{page}/feed{end}"),
        name => format!("{page}/feed/{name}{end}"),
    }
}

#[cfg(test)]
mod tests {
    use super::feed;

    #[test]
    fn feeds_of_pages_with_pretty_and_plain_permalinks() {
        assert_eq!(feed("https://e.org/tea/", "rss2"), "https://e.org/tea/feed/");
        assert_eq!(feed("https://e.org/tea", "atom"), "https://e.org/tea/feed/atom");
        assert_eq!(feed("https://e.org/?cat=3", "json"), "https://e.org/?feed=json&cat=3");
    }
}
