//! Where addresses move from and to, as `https://cms.example.org=https://example.org`.

use crate::error::{Error, ErrorKind, Result};
use std::fmt;
use std::str::FromStr;
use url::Url;

/// A place whose addresses move to another one: a site's, where a CMS is not what the public sees.
///
/// Both are addresses, or hosts without `https://`, with a path or without; then addresses keep their
/// scheme. The first one stands for `http` and `https` alike, and for all that is below it.
///
/// ```
/// use wp2feed::{Options, Rewrite, read};
///
/// let rewrite: Rewrite = "https://cms.example.org/blog=https://example.org".parse()?;
/// let options = Options { rewrites: vec![rewrite], ..Options::default() };
/// let post = r#"{"id":7,"link":"https://cms.example.org/blog/tea/","date_gmt":"2024-07-01T09:05:03",
///     "guid":{"rendered":"https://cms.example.org/?p=7"},"title":{"rendered":"Tea"}}"#;
/// let (feed, _) = read(post.as_bytes(), &options)?;
/// assert_eq!(feed.entries[0].url.as_deref(), Some("https://example.org/tea/"));
/// assert_eq!(feed.entries[0].id, "https://cms.example.org/?p=7");
/// # Ok::<(), wp2feed::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    written: String,
    pub(crate) from: Place,
    pub(crate) to: Place,
}

/// A host with what is before and behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// `http` or `https`, if one was written.
    pub(crate) scheme: Option<String>,
    /// In lower case and ASCII.
    pub(crate) host: String,
    pub(crate) port: Option<u16>,
    /// Starts with a slash and ends without one, or is empty.
    pub(crate) path: String,
}

impl fmt::Display for Rewrite {
    /// Writes it as it was read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl FromStr for Rewrite {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let Some((from, to)) = text.split_once('=') else {
            let message =
                format!("expected two addresses with `=` between them, but found {text:?}");
            return Err(refused(message));
        };
        Ok(Rewrite { written: text.to_owned(), from: from.parse()?, to: to.parse()? })
    }
}

impl FromStr for Place {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        place(text.trim()).ok_or_else(|| {
            refused(format!("expected the address of a site or a host, but found {text:?}"))
        })
    }
}

fn place(text: &str) -> Option<Place> {
    let whole = text.contains("://");
    // The parser of addresses takes slashes before the host, however many they are.
    if text.starts_with(['/', '\\']) {
        return None;
    }
    let url = Url::parse(&if whole { text.to_owned() } else { format!("https://{text}") }).ok()?;
    let plain = url.query().is_none() && url.fragment().is_none();
    let anonymous = url.username().is_empty() && url.password().is_none();
    let web = matches!(url.scheme(), "http" | "https");
    Some(Place {
        scheme: whole.then(|| url.scheme().to_owned()),
        host: url.host_str()?.to_owned(),
        port: url.port(),
        path: url.path().trim_end_matches('/').to_owned(),
    })
    .filter(|_| plain && anonymous && web)
}

fn refused(message: String) -> Error {
    Error::new(ErrorKind::Option, message)
        .advise("write it as https://cms.example.org=https://example.org")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_an_address_or_a_host() {
        for (text, scheme, host, port, path) in [
            ("https://CMS.example.org/", Some("https"), "cms.example.org", None, ""),
            ("http://example.org:8080/a/b/", Some("http"), "example.org", Some(8080), "/a/b"),
            ("example.org", None, "example.org", None, ""),
            ("example.org:8080/wp", None, "example.org", Some(8080), "/wp"),
            ("müller.example", None, "xn--mller-kva.example", None, ""),
            ("[::1]", None, "[::1]", None, ""),
        ] {
            let place: Place = text.parse().expect(text);
            assert_eq!((place.scheme.as_deref(), place.host.as_str()), (scheme, host), "{text}");
            assert_eq!((place.port, place.path.as_str()), (port, path), "{text}");
        }
    }

    #[test]
    fn what_is_no_place_is_told_an_example() {
        for text in [
            "",
            "cms.example.org",
            "=https://example.org",
            "https://cms.example.org=",
            "ftp://cms.example.org=https://example.org",
            "//cms.example.org=https://example.org",
            "/wp=/",
            "https://a:b@cms.example.org=https://example.org",
            "https://cms.example.org/?p=1=https://example.org",
            "https://cms.example.org=https://example.org/#top",
            "a b=c",
        ] {
            let error = text.parse::<Rewrite>().expect_err(text);
            assert_eq!(
                error.advice(),
                Some("write it as https://cms.example.org=https://example.org"),
                "{text}"
            );
        }
    }
}
