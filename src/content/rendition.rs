//! Which addresses are those of one picture: WordPress keeps it in several sizes, plugins in other formats,
//! and services serve copies of it from other hosts.

use percent_encoding::percent_decode_str;
use url::form_urlencoded;

/// The endings of pictures; plugins put a second one behind the first, as in `quay.jpg.webp`.
const ENDINGS: [&str; 9] = ["jpg", "jpeg", "jpe", "png", "gif", "webp", "avif", "heic", "bmp"];

/// How many folders above a file must be the same: uploads are sorted by year and month.
const FOLDERS: usize = 2;

/// The file of a picture, without what tells its size.
#[derive(Debug, PartialEq)]
pub(super) struct File {
    /// The folders right above it, the nearest first.
    folders: Vec<String>,
    name: String,
}

impl File {
    /// The files that an address may stand for: its path, and the addresses in its query, as in
    /// `/_next/image?url=…`.
    pub(super) fn all(address: &str) -> Vec<File> {
        let address = address.split('#').next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let own = File::of(&percent_decode_str(path).decode_utf8_lossy());
        let values = form_urlencoded::parse(query.as_bytes()).map(|(_, value)| value);
        let inner = values.filter_map(|value| File::of(value.split(['?', '#']).next()?));
        own.into_iter().chain(inner).collect()
    }

    fn of(path: &str) -> Option<File> {
        let path = path.split_once("//").map_or(path, |(_, behind)| behind);
        let mut names = path.rsplit('/');
        let name = names.next().and_then(original)?.to_owned();
        Some(File { name, folders: names.take(FOLDERS).map(str::to_owned).collect() })
    }

    /// Tells whether both are one picture.
    pub(super) fn is_same(&self, other: &File) -> bool {
        let known = self.folders.len().min(other.folders.len());
        self.name == other.name
            && (known > 0 || self.folders == other.folders)
            && self.folders[..known] == other.folders[..known]
    }
}

/// The name under which a picture was uploaded, without ending; `None` if it is no picture's.
fn original(name: &str) -> Option<&str> {
    let mut stem = without_ending(name)?;
    while let Some(shorter) = without_ending(stem) {
        stem = shorter;
    }
    while let Some(shorter) = without_mark(stem) {
        stem = shorter;
    }
    Some(stem)
}

fn without_ending(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)).then_some(stem)
}

/// Takes off what is put behind a name: `-300x200` (`wp_get_attachment_image_src`), `-scaled` and `-rotated`
/// (`wp_create_image_subsizes`), `-e` and a time (`wp_save_image`), `@2x`.
fn without_mark(stem: &str) -> Option<&str> {
    if let Some(stem) = stem.strip_suffix("@2x") {
        return Some(stem);
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (before, mark) = stem.rsplit_once('-')?;
    let size = mark.split_once('x').is_some_and(|(width, height)| digits(width) && digits(height));
    let time = mark.strip_prefix('e').is_some_and(|time| time.len() >= 10 && digits(time));
    (size || time || matches!(mark, "scaled" | "rotated")).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        let (one, other) = (File::all(one), File::all(other));
        one.iter().any(|one| other.iter().any(|other| one.is_same(other)))
    }

    #[test]
    fn renditions_are_one_picture() {
        let upload = "https://example.org/wp-content/uploads/2024/07/Kai%20%c3%bc.jpg";
        for other in [
            "http://example.org/wp-content/uploads/2024/07/Kai ü-150x150.jpg",
            "//cdn.example/2024/07/Kai%20%C3%BC-scaled.JPG",
            "/wp-content/uploads/2024/07/Kai ü-e1719824703123-300x200@2x.png",
            "https://example.org/wp-content/webp/uploads/2024/07/Kai ü.jpg.webp",
            "https://i2.wp.com/example.org/wp-content/uploads/2024/07/Kai%20ü.jpg?resize=300%2C200",
            "/_next/image?url=https%3A%2F%2Fexample.org%2Fwp-content%2Fuploads%2F2024%2F07%2FKai%20%C3%BC.jpg&w=640",
        ] {
            assert!(same(upload, other), "{other}");
        }
    }

    #[test]
    fn other_pictures_are_others() {
        for (one, other) in [
            ("https://e.org/2024/07/a.jpg", "https://e.org/2024/08/a.jpg"),
            ("https://e.org/2024/07/a.jpg", "https://e.org/2024/07/a-1.jpg"),
            ("https://e.org/2024/07/a.jpg", "https://e.org/2024/07/a-large.jpg"),
            ("https://e.org/2024/07/a.v1.jpg", "https://e.org/2024/07/a.v2.jpg"),
            ("https://e.org/2024/07/a.jpg", "a.jpg"),
            ("https://e.org/2024/07/a", "https://e.org/2024/07/a"),
        ] {
            assert!(!same(one, other), "{one} {other}");
        }
        assert!(same("a.jpg", "a-30x20.jpg"));
    }
}
