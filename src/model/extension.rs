//! Elements of vocabularies that the model has no field for.

/// An XML element of another vocabulary, as `itunes:episode`.
///
/// A source pushes it, the RSS and Atom writers emit it and declare its namespace, and none of them
/// needs to know what it means.
///
/// What a format has of its own and the model no field for is an extension of the format's vocabulary, which
/// its writer writes as the format does: of RSS 2.0 (prefix `rss`, namespace
/// `https://www.rssboard.org/rss-specification`), as `ttl`, of Atom its namespace, as `logo`, which RSS can carry
/// too, and of JSON Feed (prefix `json`, namespace `https://www.jsonfeed.org/version/1.1/`), as `user_comment`,
/// whose value is JSON.
///
/// ```
/// use wp2feed::model::Extension;
///
/// let season = Extension::new("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd", "season", "3");
/// assert_eq!(season.name, "season");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extension {
    /// The customary prefix of the namespace.
    pub prefix: String,
    /// The namespace.
    pub namespace: String,
    /// The element's local name.
    pub name: String,
    /// The attributes in order, names and unescaped values.
    pub attributes: Vec<(String, String)>,
    /// The text inside, unescaped; it stands before the elements inside.
    pub value: String,
    /// The elements inside, as `itunes:name` in `itunes:owner`.
    pub children: Vec<Extension>,
}

impl Extension {
    /// Makes an element that holds text and has no attributes.
    pub fn new(prefix: &str, namespace: &str, name: &str, value: &str) -> Self {
        Extension {
            prefix: prefix.to_owned(),
            namespace: namespace.to_owned(),
            name: name.to_owned(),
            attributes: Vec::new(),
            value: value.to_owned(),
            children: Vec::new(),
        }
    }
}
