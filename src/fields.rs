//! Which member of a post fills which field of its entry, where a site has put things of its own.

use crate::error::{Error, ErrorKind, Result};
use serde_json_path::{JsonPath, ParseError};
use std::str::FromStr;

/// How like a word has to be to a name to be taken for a slip of the pen.
const LIKE: f64 = 0.7;

/// A field of entries, and the path of the value that fills it in each post.
///
/// The path is a JSONPath (RFC 9535, without its functions `match` and `search`, for which a program would
/// have to hold regular expressions); `acf.teaser` is short for `$.acf.teaser`. What it finds beats what
/// the post says of the field elsewhere; a value that is unset, as ACF's `""`, `false` and `null`, does
/// not. A field that holds several takes all that is found, others the first.
///
/// ```
/// use wp2feed::{FieldMap, FieldTarget, Options, read};
///
/// let teaser: FieldMap = "summary=acf.teaser".parse()?;
/// let credit = FieldMap::new(FieldTarget::Author, "$.acf.credits[*]['full name']")?;
/// let options = Options { fields: vec![teaser, credit], ..Options::default() };
/// let post = br#"{"id":1,"link":"https://example.org/1/","date_gmt":"2024-07-01T09:05:03","title":{"rendered":"T"},
///     "acf":{"teaser":"Short","credits":[{"full name":"Ann Other"}]}}"#;
/// let (feed, _) = read(&post[..], &options)?;
/// assert_eq!(feed.entries[0].summary.as_deref(), Some("Short"));
/// assert_eq!(feed.entries[0].authors[0].name, "Ann Other");
///
/// let error = "sumary=acf.teaser".parse::<FieldMap>().unwrap_err();
/// assert_eq!(error.advice(), Some("write summary"));
/// # Ok::<(), wp2feed::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldMap {
    target: FieldTarget,
    /// The path as it was written.
    written: String,
    path: JsonPath,
}

/// A field of an entry that a [`FieldMap`] can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldTarget {
    /// The title: HTML, which is made plain as WordPress's own titles are.
    Title,
    /// The summary: HTML.
    Summary,
    /// The whole text: HTML.
    Content,
    /// The permalink.
    Url,
    /// The picture: an address, a media object, ACF's array or number of an image.
    Image,
    /// The authors: names, or users.
    Author,
    /// The categories, in place of the post's categories and tags: names, or terms.
    Category,
    /// The language, as `en-US`.
    Language,
    /// The files: addresses, media objects, ACF's arrays or numbers of files.
    Enclosure,
}

impl FieldTarget {
    const ALL: [FieldTarget; 9] = [
        FieldTarget::Title,
        FieldTarget::Summary,
        FieldTarget::Content,
        FieldTarget::Url,
        FieldTarget::Image,
        FieldTarget::Author,
        FieldTarget::Category,
        FieldTarget::Language,
        FieldTarget::Enclosure,
    ];

    /// The word for it, as `summary`.
    pub fn name(self) -> &'static str {
        match self {
            FieldTarget::Title => "title",
            FieldTarget::Summary => "summary",
            FieldTarget::Content => "content",
            FieldTarget::Url => "url",
            FieldTarget::Image => "image",
            FieldTarget::Author => "author",
            FieldTarget::Category => "category",
            FieldTarget::Language => "language",
            FieldTarget::Enclosure => "enclosure",
        }
    }
}

impl FieldMap {
    /// Maps what stands at a path to a field.
    ///
    /// # Errors
    /// If the path is no JSONPath.
    pub fn new(target: FieldTarget, path: &str) -> Result<Self> {
        let written = path.trim();
        let short = if written.starts_with('$') { "" } else { "$." };
        let path = JsonPath::parse(&format!("{short}{written}"));
        let path = path.map_err(|e| malformed(written, short.len(), &e))?;
        Ok(FieldMap { target, written: written.to_owned(), path })
    }

    /// The field that is filled.
    pub fn target(&self) -> FieldTarget {
        self.target
    }

    /// The path, as it was written.
    pub fn path(&self) -> &str {
        &self.written
    }

    /// The path, to be asked.
    pub(crate) fn query(&self) -> &JsonPath {
        &self.path
    }
}

impl FromStr for FieldMap {
    type Err = Error;

    /// Reads `summary=acf.teaser`.
    fn from_str(text: &str) -> Result<Self> {
        let Some((target, path)) = text.split_once('=') else {
            let message = format!("expected a field, `=` and a path, but found \"{text}\"");
            return Err(
                Error::new(ErrorKind::Option, message).advise("write it as summary=acf.teaser")
            );
        };
        FieldMap::new(target.parse()?, path)
    }
}

impl FromStr for FieldTarget {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let text = text.trim();
        let known = FieldTarget::ALL.into_iter().find(|target| target.name() == text);
        known.ok_or_else(|| {
            let names = FieldTarget::ALL.map(FieldTarget::name);
            let ranked = names.map(|name| (strsim::jaro_winkler(text, name), name)).into_iter();
            let nearest = ranked.max_by(|(a, _), (b, _)| a.total_cmp(b));
            let advice = match nearest.filter(|(likeness, _)| *likeness >= LIKE) {
                Some((_, name)) => format!("write {name}"),
                None => format!("write one of {}", names.join(", ")),
            };
            Error::new(ErrorKind::Option, format!("an entry has no field \"{text}\""))
                .advise(advice)
        })
    }
}

/// Says where a path is broken; `before` bytes of what was parsed were not written.
fn malformed(path: &str, before: usize, e: &ParseError) -> Error {
    let rest = path.get(e.position().saturating_sub(before)..).unwrap_or_default();
    let place = match path.len() - rest.len() {
        _ if rest.is_empty() => "at its end".to_owned(),
        at => format!("at character {}, before \"{rest}\"", path[..at].chars().count() + 1),
    };
    let reason = match e.message() {
        "parser error" => String::new(),
        reason => format!(": {reason}"),
    };
    let advice = "write it as acf.teaser, acf['my-field'] or $.acf.items[0].text (RFC 9535)";
    Error::new(ErrorKind::Option, format!("the path \"{path}\" is broken {place}{reason}"))
        .advise(advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_path_is_told_with_its_place() {
        let message = |path: &str| {
            let error = FieldMap::new(FieldTarget::Title, path).expect_err(path);
            assert!(error.advice().is_some_and(|advice| advice.contains("acf['my-field']")));
            error.message().to_owned()
        };
        assert_eq!(
            message("acf.my-field"),
            "the path \"acf.my-field\" is broken at character 7, before \"-field\""
        );
        assert_eq!(
            message("$.é.b-c"),
            "the path \"$.é.b-c\" is broken at character 6, before \"-c\""
        );
        assert!(message("acf..").starts_with("the path \"acf..\" is broken at its end: "));
        assert!(message("").starts_with("the path \"\" is broken at its end"));
        assert!(message("acf[?nope(@)]").contains("function name 'nope' is not defined"));
    }

    #[test]
    fn paths_are_short_or_whole() {
        let path = |text: &str| {
            let map: FieldMap = text.parse().expect(text);
            (map.target(), map.path().to_owned(), map.query().to_string())
        };
        let (target, written, whole) = path("title = acf.a");
        assert_eq!(
            (target, written.as_str(), whole.as_str()),
            (FieldTarget::Title, "acf.a", "$.acf.a")
        );
        assert_eq!(path("url=$.acf['a=b']").1, "$.acf['a=b']");
        for target in FieldTarget::ALL {
            assert_eq!(target.name().parse::<FieldTarget>().expect("a target"), target);
        }
    }
}
