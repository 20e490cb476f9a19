//! The addresses that WordPress makes: of pages that list posts, and of feeds.

use super::post::Post;
use crate::text::collation;
use percent_encoding::{NON_ALPHANUMERIC, percent_encode};

/// The address of the feed that belongs to a page: a post's comments, an archive, the home page.
///
/// `name` is the feed's in WordPress: `rss2`, `atom`, `json`. Follows `get_feed_link`,
/// `get_post_comments_feed_link`, `get_term_feed_link` and `get_author_feed_link`, whose addresses differ
/// between pretty and plain permalinks.
pub(super) fn feed(page: &str, name: &str) -> String {
    if let Some((page, query)) = page.split_once('?') {
        let and = if query.is_empty() { "" } else { "&" };
        return format!("{page}?feed={name}{and}{query}");
    }
    // A site whose permalinks end without a slash has none here either (`user_trailingslashit`).
    let (page, end) = page.strip_suffix('/').map_or((page, ""), |page| (page, "/"));
    match name {
        // What an address without a name stands for (`get_default_feed`).
        "rss2" => format!("{page}/feed{end}"),
        name => format!("{page}/feed/{name}{end}"),
    }
}

/// The address of the feed that belongs to a search, which always names the format
/// (`get_search_feed_link`).
pub(super) fn search_feed(page: &str, name: &str) -> String {
    if page.contains('?') {
        return format!("{page}&feed={name}");
    }
    format!("{}/feed/{name}/", page.trim_end_matches('/'))
}

/// The address of the feed that belongs to a post type (`get_post_type_archive_feed_link`), or to a span
/// of time.
pub(super) fn archive_feed(page: &str, name: &str) -> String {
    if page.contains('?') { format!("{page}&feed={name}") } else { feed(page, name) }
}

/// How the addresses of a site are made, which the links of its posts tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Permalinks {
    home: String,
    style: Style,
    /// Whether a post told it.
    known: bool,
}

/// The setting "permalinks" of WordPress, as far as it is to be seen in an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Queries, as `?p=7`.
    Plain,
    /// Paths; behind `index.php` where the server can't rewrite addresses, and with a slash at their
    /// end or without one.
    Pretty { index: bool, slash: bool },
}

impl Permalinks {
    /// What WordPress does if nothing else is known.
    pub(super) fn usual(home: &str) -> Self {
        let style = Style::Pretty { index: false, slash: true };
        Permalinks { home: home.to_owned(), style, known: false }
    }

    /// What the link of a published post tells.
    pub(super) fn of(post: &Post, home: &str) -> Option<Self> {
        let link = post.link.filled()?;
        // Static copies of a site have addresses without a host.
        let path = link.strip_prefix(home).or_else(|| link.starts_with('/').then_some(link))?;
        let pretty =
            Style::Pretty { index: path.starts_with("/index.php/"), slash: path.ends_with('/') };
        let style = if path.contains('?') { Style::Plain } else { pretty };
        Some(Permalinks { home: home.to_owned(), style, known: true })
    }

    /// Tells whether a post told how addresses are made.
    pub(super) fn are_known(&self) -> bool {
        self.known
    }

    /// The home page.
    pub(super) fn home(&self) -> String {
        if self.are_plain() { format!("{}/?", self.home) } else { self.ended(&self.home) }
    }

    /// Tells whether addresses are queries.
    pub(super) fn are_plain(&self) -> bool {
        self.style == Style::Plain
    }

    /// An address that has no slash at its end yet, with the end that the site's have.
    pub(super) fn ended(&self, address: &str) -> String {
        let slash = matches!(self.style, Style::Pretty { slash: true, .. });
        format!("{address}{}", if slash { "/" } else { "" })
    }

    /// The address of a page, by its path with pretty permalinks and its query with plain ones.
    pub(super) fn page(&self, path: &str, query: &str) -> String {
        let home = &self.home;
        match self.style {
            Style::Plain => format!("{home}/?{query}"),
            Style::Pretty { index, .. } => {
                let root = if index { "/index.php" } else { "" };
                self.ended(&format!("{home}{root}/{path}"))
            }
        }
    }
}

/// The slug that WordPress makes of a name, as far as it is likely to (`sanitize_title`): a site's
/// language and its plugins may have their own way.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        let plain = collation::folded(letter.encode_utf8(&mut [0; 4]));
        match letter {
            'a'..='z' | '0'..='9' | '_' | '%' => slug.push(letter),
            '-' | '.' | '/' | '–' | '—' => slug.push('-'),
            _ if letter.is_whitespace() => slug.push('-'),
            'ß' => slug.push_str("ss"),
            'æ' => slug.push_str("ae"),
            'œ' => slug.push_str("oe"),
            _ if plain.is_ascii() => slug.extend(plain.chars().filter(char::is_ascii_alphanumeric)),
            '‘' | '’' | '“' | '”' | '„' | '‚' | '«' | '»' | '…' | '©' | '®' | '°' =>
                {}
            _ => slug.push_str(&encoded(letter)),
        }
    }
    let parts: Vec<&str> = slug.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// A letter as WordPress keeps it in slugs, encoded in lower case.
fn encoded(letter: char) -> String {
    let mut own = [0; 4];
    percent_encode(letter.encode_utf8(&mut own).as_bytes(), NON_ALPHANUMERIC)
        .to_string()
        .to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feeds_of_pages_with_pretty_and_plain_permalinks() {
        assert_eq!(feed("https://e.org/tea/", "rss2"), "https://e.org/tea/feed/");
        assert_eq!(feed("https://e.org/tea", "atom"), "https://e.org/tea/feed/atom");
        assert_eq!(feed("https://e.org/?cat=3", "json"), "https://e.org/?feed=json&cat=3");
        assert_eq!(feed("https://e.org/?", "atom"), "https://e.org/?feed=atom");
    }

    #[test]
    fn a_search_always_names_the_format() {
        let pretty = "https://e.org/search/tea/";
        assert_eq!(search_feed(pretty, "rss2"), "https://e.org/search/tea/feed/rss2/");
        assert_eq!(search_feed("https://e.org/?s=tea", "atom"), "https://e.org/?s=tea&feed=atom");
    }

    #[test]
    fn a_post_tells_how_addresses_are_made() {
        for (link, page) in [
            ("https://e.org/b/tea/", "https://e.org/b/tag/a/"),
            ("https://e.org/b/2024/tea", "https://e.org/b/tag/a"),
            ("https://e.org/b/index.php/tea/", "https://e.org/b/index.php/tag/a/"),
            ("https://e.org/b/?p=7", "https://e.org/b/?tag=a"),
        ] {
            let post = serde_json::from_value(serde_json::json!({"id": 7, "link": link})).unwrap();
            let permalinks = Permalinks::of(&post, "https://e.org/b").unwrap();
            assert_eq!(permalinks.page("tag/a", "tag=a"), page, "{link}");
        }
    }

    /// The slugs are those that WordPress has given to these names.
    #[test]
    fn slugs_as_wordpress_makes_them() {
        for (name, expected) in [
            ("Boats & Gear", "boats-gear"),
            ("Daily log", "daily-log"),
            ("R&D", "rd"),
            ("émigré", "emigre"),
            ("it's \"quoted\"", "its-quoted"),
            ("hail & sun", "hail-sun"),
            ("写真", "%e5%86%99%e7%9c%9f"),
            ("🎣 fishing", "%f0%9f%8e%a3-fishing"),
            ("boats-gear", "boats-gear"),
            ("%e5%86%99%e7%9c%9f", "%e5%86%99%e7%9c%9f"),
        ] {
            assert_eq!(slug(name), expected);
        }
    }
}
