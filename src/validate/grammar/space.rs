//! The namespaces of elements and attributes, as tables name them.
//!
//! A name that is nearly a known one, in other case or with another end, stands for it: readers forgive that too.

/// A namespace that tables know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Space(u8);

impl Space {
    /// The format's own: none in RSS, Atom's in Atom.
    pub(crate) const CORE: Space = Space(0);
    /// One that no table knows.
    pub(crate) const UNKNOWN: Space = Space(u8::MAX);

    /// The customary prefix; empty for the format's own and for those that are not known.
    pub(crate) fn prefix(self) -> &'static str {
        let row = usize::from(self.0).checked_sub(1).and_then(|row| KNOWN.get(row));
        row.map_or("", |(prefix, _)| prefix)
    }

    /// The known namespace of a name, or of one that is nearly the same.
    pub(crate) fn of(uri: &str) -> Option<Space> {
        if uri.is_empty() {
            return None;
        }
        let wanted = stem(uri);
        let (prefix, _) =
            KNOWN.iter().find(|(_, known)| stem(known).eq_ignore_ascii_case(wanted))?;
        KNOWN.iter().position(|(known, _)| known == prefix).map(Space::row)
    }

    /// The first namespace of a customary prefix, for the constants.
    const fn named(prefix: &str) -> Space {
        let mut row = 0;
        while row < KNOWN.len() {
            if same(KNOWN[row].0.as_bytes(), prefix.as_bytes()) {
                return Space::row(row);
            }
            row += 1;
        }
        panic!("a prefix of the table")
    }

    #[allow(clippy::cast_possible_truncation)]
    const fn row(row: usize) -> Space {
        Space(row as u8 + 1)
    }
}

/// Whether two names are the same, also where constants are made.
const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

/// A namespace without what follows its last letter or digit.
fn stem(uri: &str) -> &str {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let line = uri.split('\n').next().unwrap_or(uri);
    let end = line.char_indices().rev().find(|(_, c)| word(*c));
    end.map_or(uri, |(at, c)| &line[..at + c.len_utf8()])
}

/// The customary prefix of exactly this namespace.
pub(crate) fn prefix_of(uri: &str) -> Option<&'static str> {
    KNOWN.iter().find(|(_, known)| *known == uri).map(|(prefix, _)| *prefix)
}

/// The namespace that a prefix customarily stands for.
pub(crate) fn namespace_of(prefix: &str) -> Option<&'static str> {
    KNOWN.iter().find(|(known, _)| *known == prefix).map(|(_, uri)| *uri)
}

/// What is known of a namespace whose elements are not judged: who it belongs to.
pub(crate) fn unjudged(uri: &str) -> Option<&'static str> {
    UNJUDGED.iter().find(|(known, _)| *known == uri).map(|(_, name)| *name)
}

macro_rules! spaces {
    ($($name:ident $prefix:literal)*) => {
        impl Space { $(#[doc = concat!("That of `", $prefix, "`.")] pub(crate) const $name: Space = Space::named($prefix);)* }
    };
}

spaces! {
    ACCESS "access" ADMIN "admin" AG "ag" ANNOTATE "annotate" APP "app" ATOM "atom" BLOG_CHANNEL "blogChannel" CC "cc"
    CF "cf" CONTENT "content" CONVERSATIONS "conversationsNetwork" CP "cp" CREATIVE_COMMONS "creativeCommons" DC "dc"
    DCTERMS "dcterms" EV "ev" FEEDBURNER "feedburner" FH "fh" FOAF "foaf" G "g" GEO "geo" GEORSS "georss"
    GEOURL "geourl" GML "gml" ICBM "icbm" INDEXING "indexing" ITUNES "itunes" L "l" MATHML "mathml" MEDIA "media"
    OPENSEARCH "opensearch" OPENSEARCH10 "opensearch10" OPML "opml" PODCAST "podcast" RDF "rdf" RDFS "rdfs"
    SLASH "slash" SVG "svg" SX "sx" SY "sy" TAXO "taxo" THR "thr" TRACKBACK "trackback" WFW "wfw" WIKI "wiki"
    XHTML "xhtml" XML "xml"
}

/// Each prefix with its namespace. Of two with one prefix, elements of both are the same to the tables.
const KNOWN: &[(&str, &str)] = &[
    ("access", "http://www.bloglines.com/about/specs/fac-1.0"),
    ("admin", "http://webns.net/mvcb/"),
    ("ag", "http://purl.org/rss/1.0/modules/aggregation/"),
    ("annotate", "http://purl.org/rss/1.0/modules/annotate/"),
    ("app", "http://www.w3.org/2007/app"),
    ("atom", "http://www.w3.org/2005/Atom"),
    ("audio", "http://media.tangent.org/rss/1.0/"),
    ("blogChannel", "http://backend.userland.com/blogChannelModule"),
    ("cc", "http://web.resource.org/cc/"),
    ("cf", "http://www.microsoft.com/schemas/rss/core/2005"),
    ("company", "http://purl.org/rss/1.0/modules/company"),
    ("content", "http://purl.org/rss/1.0/modules/content/"),
    ("conversationsNetwork", "http://conversationsnetwork.org/rssNamespace-1.0/"),
    ("cp", "http://my.theinfo.org/changed/1.0/rss/"),
    ("creativeCommons", "http://backend.userland.com/creativeCommonsRssModule"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("email", "http://purl.org/rss/1.0/modules/email/"),
    ("ev", "http://purl.org/rss/1.0/modules/event/"),
    ("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
    ("fh", "http://purl.org/syndication/history/1.0"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("g", "http://base.google.com/ns/1.0"),
    ("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
    ("georss", "http://www.georss.org/georss"),
    ("geourl", "http://geourl.org/rss/module/"),
    ("gml", "http://www.opengis.net/gml"),
    ("icbm", "http://postneo.com/icbm"),
    ("image", "http://purl.org/rss/1.0/modules/image/"),
    ("indexing", "urn:atom-extension:indexing"),
    ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
    ("kml20", "http://earth.google.com/kml/2.0"),
    ("kml21", "http://earth.google.com/kml/2.1"),
    ("kml22", "http://www.opengis.net/kml/2.2"),
    ("l", "http://purl.org/rss/1.0/modules/link/"),
    ("mathml", "http://www.w3.org/1998/Math/MathML"),
    ("media", "http://search.yahoo.com/mrss/"),
    ("openid", "http://openid.net/xmlns/1.0"),
    ("opensearch", "http://a9.com/-/spec/opensearch/1.1/"),
    ("opensearch10", "http://a9.com/-/spec/opensearchrss/1.0/"),
    ("opml", "http://www.opml.org/spec2"),
    ("podcast", "https://podcastindex.org/namespace/1.0"),
    ("podcast", "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("ref", "http://purl.org/rss/1.0/modules/reference/"),
    ("reqv", "http://purl.org/rss/1.0/modules/richequiv/"),
    ("rss090", "http://my.netscape.com/rdf/simple/0.9/"),
    ("rss091", "http://purl.org/rss/1.0/modules/rss091#"),
    ("rss1", "http://purl.org/rss/1.0/"),
    ("rss11", "http://purl.org/net/rss1.1#"),
    ("search", "http://purl.org/rss/1.0/modules/search/"),
    ("slash", "http://purl.org/rss/1.0/modules/slash/"),
    ("soap", "http://schemas.xmlsoap.org/soap/envelope/"),
    ("ss", "http://purl.org/rss/1.0/modules/servicestatus/"),
    ("str", "http://hacks.benhammersley.com/rss/streaming/"),
    ("sub", "http://purl.org/rss/1.0/modules/subscription/"),
    ("svg", "http://www.w3.org/2000/svg"),
    ("sx", "http://feedsync.org/2007/feedsync"),
    ("sy", "http://purl.org/rss/1.0/modules/syndication/"),
    ("taxo", "http://purl.org/rss/1.0/modules/taxonomy/"),
    ("thr", "http://purl.org/syndication/thread/1.0"),
    ("thr", "http://purl.org/rss/1.0/modules/threading/"),
    ("trackback", "http://madskills.com/public/xml/rss/module/trackback/"),
    ("wfw", "http://wellformedweb.org/CommentAPI/"),
    ("wiki", "http://purl.org/rss/1.0/modules/wiki/"),
    ("wiki", "http://www.usemod.com/cgi-bin/mb.pl?ModWiki"),
    ("xhtml", "http://www.w3.org/1999/xhtml"),
    ("xlink", "http://www.w3.org/1999/xlink"),
    ("xml", "http://www.w3.org/XML/1998/namespace"),
    ("xrd", "xri://$xrd*($v*2.0)"),
    ("xrds", "xri://$xrds"),
];

/// Namespaces of others, which are well known, but not judged here.
const UNJUDGED: &[(&str, &str)] = &[
    ("http://schemas.google.com/g/2005", "Google Data"),
    ("http://www.rawvoice.com/rawvoiceRssModule/", "RawVoice"),
    ("http://schema.org/", "Schema.org"),
    ("https://schema.org/", "Schema.org"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_namespace_is_known_by_nearly_its_name() {
        for name in [
            "http://purl.org/dc/elements/1.1/",
            "http://PURL.org/dc/elements/1.1",
            "http://purl.org/dc/elements/1.1/#",
        ] {
            assert_eq!(Space::of(name), Some(Space::DC), "{name}");
        }
        for name in ["", "/", "http://purl.org/dc/elements/1", "urn:x"] {
            assert_eq!(Space::of(name), None, "{name}");
        }
    }

    #[test]
    fn namespaces_with_one_prefix_are_one() {
        for (prefix, name) in KNOWN {
            let space = Space::of(name).expect("a namespace of the table");
            assert_eq!(space.prefix(), *prefix);
            assert_eq!(prefix_of(name), Some(*prefix));
        }
        assert_eq!(Space::CORE.prefix(), "");
        assert_eq!(Space::UNKNOWN.prefix(), "");
    }
}
