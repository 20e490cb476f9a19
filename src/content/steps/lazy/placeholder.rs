//! What stands where a picture shall be once a script has loaded it.

use memchr::memchr2;

/// What an attribute holds that shall hold an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Present {
    /// There is no such attribute.
    Absent,
    /// Something stands in.
    Placeholder,
    /// The address of something.
    Real,
}

/// How long the address of a picture in itself is at the most if the picture shows nothing: that of an
/// empty SVG of any size is shorter, an author's own picture longer.
const EMPTY_PICTURE: usize = 512;

/// The names, without their endings, of files that show nothing or that something is coming.
const NAMES: &[&str] = &[
    "1x1",
    "1x1.trans",
    "ajax-loader",
    "blank",
    "clear",
    "dummy",
    "empty",
    "gray",
    "grey",
    "image-pending",
    "image-placeholder",
    "lazy",
    "lazy-load",
    "lazy-placeholder",
    "lazy_placeholder",
    "lazyload",
    "loader",
    "loading",
    "null",
    "pixel",
    "placeholder",
    "preload",
    "preloader",
    "smush-placeholder",
    "spacer",
    "spinner",
    "trans",
    "transparent",
    "white",
    // Complianz's, for frames.
    "youtube-placeholder",
    "vimeo-placeholder",
];

/// The endings of such files.
const ENDINGS: &[&str] = &["gif", "jpg", "jpeg", "mp4", "png", "svg", "webp"];

/// Tells what an attribute holds, its references decoded.
pub(super) fn present(value: Option<&str>) -> Present {
    match value {
        None => Present::Absent,
        Some(value) if stands_in(value.trim()) => Present::Placeholder,
        Some(_) => Present::Real,
    }
}

/// Tells whether an address shows nothing even if it is of a picture in itself: one without the mark of a
/// script may be the author's own.
pub(super) fn shows_nothing(value: Option<&str>) -> bool {
    present(value) != Present::Real && value.is_none_or(|value| value.len() < EMPTY_PICTURE)
}

/// Tells whether an address, or the first of a srcset, is no address of a file worth seeing.
fn stands_in(address: &str) -> bool {
    let address = address.split_ascii_whitespace().next().unwrap_or_default();
    address.is_empty()
        || address.starts_with('#')
        || ["data:", "about:", "javascript:"].into_iter().any(|scheme| begins(address, scheme))
        || is_named_so(address)
}

fn begins(address: &str, scheme: &str) -> bool {
    address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

/// Tells whether the file of an address has the name of a placeholder.
fn is_named_so(address: &str) -> bool {
    let end = memchr2(b'?', b'#', address.as_bytes()).unwrap_or(address.len());
    let path = &address[..end];
    let file = path.rsplit('/').next().unwrap_or_default();
    let Some((name, ending)) = file.rsplit_once('.') else { return false };
    let is_one_of =
        |names: &[&str], word: &str| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    is_one_of(NAMES, name) && is_one_of(ENDINGS, ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_stands_in() {
        for value in [
            "",
            " ",
            "#",
            "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
            "DATA:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%3E%3C/svg%3E",
            "about:blank",
            "javascript:false",
            "https://e.example/wp-content/plugins/a3-lazy-load/assets/images/lazy_placeholder.gif",
            "/wp-content/plugins/lazy-load/images/1x1.trans.gif?ver=2#top",
            "Spacer.GIF",
            "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7 1w",
        ] {
            assert_eq!(present(Some(value)), Present::Placeholder, "{value}");
        }
        for name in NAMES {
            assert_eq!(present(Some(&format!("/img/{name}.png"))), Present::Placeholder);
        }
        assert_eq!(present(None), Present::Absent);
    }

    #[test]
    fn knows_what_is_worth_seeing() {
        for value in [
            "https://e.example/white-cliffs.jpg",
            "blank",
            "/blank/",
            "https://e.example/blank.html",
            "https://e.example/a.jpg?file=spacer.gif",
            "small.jpg 300w, blank.gif 1w",
        ] {
            assert_eq!(present(Some(value)), Present::Real, "{value}");
        }
    }

    #[test]
    fn a_picture_in_itself_may_be_the_authors_own() {
        let own = format!("data:image/png;base64,{}", "A".repeat(2000));
        assert!(!shows_nothing(Some(&own)));
        assert!(shows_nothing(Some("data:image/svg+xml,%3Csvg%3E%3C/svg%3E")));
        assert!(shows_nothing(None));
        assert!(!shows_nothing(Some("a.jpg")));
    }
}
