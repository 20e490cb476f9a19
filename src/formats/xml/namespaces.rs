//! The namespaces that feeds use, and which of them a feed declares (Namespaces in XML 1.0).

use crate::text::xml;
use std::collections::BTreeMap;

/// A customary prefix and the namespace it stands for.
pub(crate) type Namespace = (&'static str, &'static str);

/// Atom's own elements, in RSS.
pub(crate) const ATOM: Namespace = ("atom", "http://www.w3.org/2005/Atom");
/// `content:encoded`.
pub(crate) const CONTENT: Namespace = ("content", "http://purl.org/rss/1.0/modules/content/");
/// Dublin Core.
pub(crate) const DC: Namespace = ("dc", "http://purl.org/dc/elements/1.1/");
/// Podcasts.
pub(crate) const ITUNES: Namespace = ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");
/// Media RSS.
pub(crate) const MEDIA: Namespace = ("media", "http://search.yahoo.com/mrss/");
/// RSS 2.0's own elements, which have no namespace in documents.
pub(crate) const RSS: Namespace = ("rss", "https://www.rssboard.org/rss-specification");
/// JSON Feed's own members.
pub(crate) const JSON: Namespace = ("json", "https://www.jsonfeed.org/version/1.1/");
/// How often a feed changes.
pub(crate) const SY: Namespace = ("sy", "http://purl.org/rss/1.0/modules/syndication/");
/// `slash:comments`.
pub(crate) const SLASH: Namespace = ("slash", "http://purl.org/rss/1.0/modules/slash/");
/// Threads in Atom (RFC 4685).
pub(crate) const THR: Namespace = ("thr", "http://purl.org/syndication/thread/1.0");
/// `wfw:commentRss`.
pub(crate) const WFW: Namespace = ("wfw", "http://wellformedweb.org/CommentAPI/");

/// Those whose prefix never stands for anything else.
const KNOWN: [Namespace; 8] = [ATOM, CONTENT, DC, ITUNES, MEDIA, SLASH, THR, WFW];

/// The namespaces that a feed declares, collected while its entries are written.
#[derive(Debug, Clone)]
pub(crate) struct Namespaces(BTreeMap<String, String>);

impl Namespaces {
    /// Starts with those that a format always declares.
    pub(crate) fn new(always: &[Namespace]) -> Self {
        Namespaces(always.iter().map(|&(p, uri)| (p.to_owned(), uri.to_owned())).collect())
    }

    /// Declares a namespace under the prefix that it is known by.
    pub(crate) fn declare(&mut self, (prefix, uri): Namespace) {
        if !self.0.contains_key(prefix) {
            self.0.insert(prefix.to_owned(), uri.to_owned());
        }
    }

    /// Declares a namespace and gives its prefix: the wanted one, or another where that stands for
    /// something else. `None` if the prefix is no name or the namespace can't be declared.
    pub(crate) fn prefix(&mut self, wanted: &str, uri: &str) -> Option<String> {
        if !xml::is_name(wanted) || !can_be_declared(uri) || is_of_format(uri) {
            return None;
        }
        if let Some((prefix, _)) = self.0.iter().find(|(_, declared)| *declared == uri) {
            return Some(prefix.clone());
        }
        let prefix = match known_prefix(uri) {
            Some(prefix) => prefix.to_owned(),
            None if self.is_free(wanted) => wanted.to_owned(),
            None => (1..).map(|n| format!("ns{n}")).find(|prefix| self.is_free(prefix))?,
        };
        self.0.insert(prefix.clone(), uri.to_owned());
        Some(prefix)
    }

    /// Gives prefix and namespace of each, sorted by prefix.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(prefix, uri)| (prefix.as_str(), uri.as_str()))
    }

    fn is_free(&self, prefix: &str) -> bool {
        // Section 3 reserves every prefix that begins with "xml".
        let reserved = prefix.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("xml"));
        !reserved && KNOWN.iter().all(|(known, _)| *known != prefix) && !self.0.contains_key(prefix)
    }
}

/// Tells whether it is a format's own vocabulary, of which other formats know nothing.
fn is_of_format(uri: &str) -> bool {
    uri == RSS.1 || uri == JSON.1
}

/// The namespace that a prefix customarily stands for, where a reader can't see the declaration.
pub(super) fn customary(prefix: &str) -> Option<&'static str> {
    KNOWN.iter().find(|(known, _)| *known == prefix).map(|(_, uri)| *uri)
}

/// The prefix that everybody knows a namespace by.
pub(super) fn known_prefix(uri: &str) -> Option<&'static str> {
    KNOWN.iter().find(|(_, known)| *known == uri).map(|(prefix, _)| *prefix)
}

/// Section 3: no prefix may stand for nothing, and those two have theirs already.
fn can_be_declared(uri: &str) -> bool {
    const BOUND: [&str; 2] =
        ["http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/"];
    !uri.is_empty() && uri.chars().all(xml::is_allowed) && !BOUND.contains(&uri)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_stands_for_one_namespace() {
        let mut namespaces = Namespaces::new(&[DC]);
        assert_eq!(namespaces.prefix("a", "urn:a").as_deref(), Some("a"));
        assert_eq!(namespaces.prefix("b", "urn:a").as_deref(), Some("a"));
        assert_eq!(namespaces.prefix("a", "urn:b").as_deref(), Some("ns1"));
        assert_eq!(namespaces.prefix("dc", "urn:c").as_deref(), Some("ns2"));
        assert_eq!(namespaces.prefix("itunes", "urn:d").as_deref(), Some("ns3"));
        assert_eq!(namespaces.prefix("XmlX", "urn:e").as_deref(), Some("ns4"));
        assert_eq!(namespaces.prefix("x", ITUNES.1).as_deref(), Some("itunes"));
    }

    #[test]
    fn what_can_not_be_declared_has_no_prefix() {
        let mut namespaces = Namespaces::new(&[]);
        assert_eq!(namespaces.prefix("a:b", "urn:a"), None);
        assert_eq!(namespaces.prefix("", "urn:a"), None);
        assert_eq!(namespaces.prefix("a", ""), None);
        assert_eq!(namespaces.prefix("a", "urn:\u{1}"), None);
        assert_eq!(namespaces.prefix("a", "http://www.w3.org/2000/xmlns/"), None);
        assert_eq!(namespaces.iter().count(), 0);
    }
}
