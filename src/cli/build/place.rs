//! Where the feeds of an output go, and under which address they will be found.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::path::{Component, Path, PathBuf};

/// What stands in a path for the name of an archive.
const SLUG: &str = "{slug}";

/// What stands in an address as something else.
const NOT_IN_ADDRESSES: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path of a file, or of one for each archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place(String);

/// What is wrong with a path, and what to write instead.
pub(super) type Refused = (String, &'static str);

impl Place {
    /// Reads a path, which has the slug of an archive if there is to be a file for each.
    pub(super) fn new(path: String, each: bool) -> Result<Place, Refused> {
        if path.ends_with(['/', '\\']) || Path::new(&path).file_name().is_none() {
            let text = format!("expected the path of a file, but found \"{path}\"");
            return Err((text, "write it as path = \"feed.xml\""));
        }
        if path.contains(char::is_control) {
            return Err((format!("the path {path:?} has a control character"), "leave it out"));
        }
        let rest = path.replace(SLUG, "");
        if rest.contains(['{', '}']) {
            let text = format!("the path \"{path}\" asks for what is not known");
            return Err((text, "{slug} is all that a path can ask for"));
        }
        match (each, rest.len() < path.len()) {
            (true, false) => {
                let text = format!("many feeds would go into one file, \"{path}\"");
                Err((text, "write {slug} in the path, as category/{slug}/feed.xml"))
            }
            (false, true) => {
                let text =
                    format!("the path \"{path}\" has a {SLUG}, but the feed is of no archive");
                Err((text, "write feed-of = \"category:*\" for a feed of each, or another path"))
            }
            _ => Ok(Place(path)),
        }
    }

    /// Which format is asked for by the ending.
    pub(super) fn path(&self) -> &Path {
        Path::new(&self.0)
    }

    /// The file below a folder; a slug is the name of a file or folder and nothing more.
    pub(super) fn file(&self, root: &Path, slug: Option<&str>) -> PathBuf {
        let path = slug.map_or_else(|| self.0.clone(), |slug| self.0.replace(SLUG, slug));
        let here = |part: &Component<'_>| *part == Component::CurDir;
        root.join(Path::new(&path).components().filter(|part| !here(part)).collect::<PathBuf>())
    }

    /// The address of the file below that of the folder.
    pub(super) fn address(&self, base: &str) -> Result<String, Refused> {
        let mut address = base.trim_end_matches('/').to_owned();
        for part in self.path().components() {
            match part {
                Component::Normal(name) => {
                    address.push('/');
                    address += &encoded(&name.to_string_lossy());
                }
                Component::CurDir => {}
                _ => {
                    let text = format!("no address below base-url is that of \"{}\"", self.0);
                    return Err((text, "give its address as feed-url"));
                }
            }
        }
        Ok(address)
    }
}

/// A name in an address, which keeps the sign for a slug.
fn encoded(name: &str) -> String {
    let part = |part: &str| utf8_percent_encode(part, NOT_IN_ADDRESSES).to_string();
    name.split(SLUG).map(part).collect::<Vec<_>>().join(SLUG)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(path: &str, each: bool) -> Result<Place, String> {
        Place::new(path.to_owned(), each).map_err(|(text, _)| text)
    }

    #[test]
    fn a_path_has_a_slug_if_there_is_one() {
        assert!(place("feed.xml", false).is_ok());
        assert!(place("tag/{slug}/feed.xml", true).is_ok());
        for (path, each) in [
            ("feed.xml", true),
            ("tag/{slug}.xml", false),
            ("tag/{name}/{slug}.xml", true),
            ("tag/{slug/feed.xml", true),
            ("feeds/", false),
            ("..", false),
            (".", false),
            ("a\nb", false),
        ] {
            assert!(place(path, each).is_err(), "{path} {each}");
        }
    }

    #[test]
    fn two_forms_of_a_path_are_one() {
        let file = |path| place(path, false).map(|place| place.file(Path::new("public"), None));
        assert_eq!(file("a//./feed.xml"), file("./a/feed.xml"));
        assert_ne!(file("a/feed.xml"), file("feed.xml"));
        let each = place("{slug}/{slug}.xml", true).map(|it| it.file(Path::new("p"), Some("rope")));
        assert_eq!(each, Ok(PathBuf::from("p/rope/rope.xml")));
    }

    #[test]
    fn an_address_is_that_of_the_file() {
        let address = |path: &str, each| place(path, each).map(|it| it.address("https://e.org/f/"));
        let found = |address: &str| Ok(Ok(address.to_owned()));
        assert_eq!(address("./a b/ü.xml", false), found("https://e.org/f/a%20b/%C3%BC.xml"));
        assert_eq!(address("t/{slug}-1.xml", true), found("https://e.org/f/t/{slug}-1.xml"));
        assert!(address("../feed.xml", false).is_ok_and(|address| address.is_err()));
        assert!(address("/feed.xml", false).is_ok_and(|address| address.is_err()));
    }
}
