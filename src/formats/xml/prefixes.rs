//! The customary prefixes, for readers that know the vocabularies by these alone.
//!
//! A document may name a namespace as it likes, wherever it likes (Namespaces in XML 1.0, sections 3 and
//! 6.2). The crates know `content:encoded` by its letters, and see what is declared at the root alone.

use super::namespaces::known_prefix;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::name::{QName, ResolveResult};
use quick_xml::{NsReader, Writer};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Gives a document with customary prefixes, and with every namespace declared at the root; elements of
/// the namespace `own`, without it of that of the root, have no prefix. What is so already, and what is no XML,
/// stays as it is.
pub(crate) fn customary<'b>(bytes: &'b [u8], own: Option<&str>) -> Cow<'b, [u8]> {
    let Some(names) = Names::of(bytes, own).filter(|names| !names.are_customary) else {
        return Cow::Borrowed(bytes);
    };
    names.renamed(bytes).map_or(Cow::Borrowed(bytes), Cow::Owned)
}

/// The namespaces of a document.
struct Names {
    own: Option<String>,
    /// The prefixes that they get.
    prefixes: BTreeMap<String, String>,
    are_customary: bool,
}

impl Names {
    /// Finds them; `None` if the document is no XML.
    fn of(bytes: &[u8], own: Option<&str>) -> Option<Self> {
        let own = own.map(str::to_owned);
        let mut names = Names { own, prefixes: BTreeMap::new(), are_customary: true };
        let mut reader = NsReader::from_reader(bytes);
        let mut depth = 0_usize;
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) => {
                    names.hear(&reader, &tag, depth);
                    depth += 1;
                }
                Event::Empty(tag) => names.hear(&reader, &tag, depth),
                Event::End(_) => depth = depth.saturating_sub(1),
                Event::Eof => return Some(names),
                _ => {}
            }
        }
    }

    fn hear(&mut self, reader: &NsReader<&[u8]>, tag: &BytesStart<'_>, depth: usize) {
        for attribute in tag.attributes().flatten() {
            let declares = attribute.key.as_namespace_binding().is_some();
            self.are_customary &= !declares || depth == 0;
            if !declares && attribute.key.prefix().is_some() {
                let (namespace, _) = reader.resolver().resolve_attribute(attribute.key);
                self.name(attribute.key, &namespace, true);
            }
        }
        let (namespace, _) = reader.resolver().resolve_element(tag.name());
        if depth == 0 && self.own.is_none() {
            self.own = uri(&namespace);
        }
        self.name(tag.name(), &namespace, false);
    }

    /// Chooses the prefix of a namespace where it is first met.
    fn name(&mut self, name: QName<'_>, namespace: &ResolveResult<'_>, of_attribute: bool) {
        let Some(uri) = uri(namespace) else { return };
        let written = name.prefix().map(|prefix| text(prefix.as_ref())).unwrap_or_default();
        let is_own = !of_attribute && self.own.as_ref() == Some(&uri);
        if !is_own {
            let prefix = self.prefix(&uri, &written);
            self.are_customary &= prefix == written;
        } else {
            self.are_customary &= written.is_empty();
        }
    }

    fn prefix(&mut self, uri: &str, written: &str) -> String {
        if let Some(prefix) = self.prefixes.get(uri) {
            return prefix.clone();
        }
        let wanted = known_prefix(uri).unwrap_or(if written.is_empty() { "ns" } else { written });
        let is_free = |prefix: &str| self.prefixes.values().all(|other| other != prefix);
        let numbered = || (2..).map(|n| format!("{wanted}{n}")).find(|prefix| is_free(prefix));
        let prefix = if is_free(wanted) { Some(wanted.to_owned()) } else { numbered() };
        let prefix = prefix.unwrap_or_default();
        self.prefixes.insert(uri.to_owned(), prefix.clone());
        prefix
    }

    /// Writes the document anew.
    fn renamed(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let mut reader = NsReader::from_reader(bytes);
        let mut writer = Writer::new(Vec::with_capacity(bytes.len()));
        let mut is_root = true;
        loop {
            let event = match reader.read_event().ok()? {
                Event::Start(tag) => Event::Start(self.start(&reader, &tag, is_root)?),
                Event::Empty(tag) => Event::Empty(self.start(&reader, &tag, is_root)?),
                Event::End(tag) => {
                    let (namespace, _) = reader.resolver().resolve_element(tag.name());
                    let name = self.new_name(tag.name(), &namespace, false);
                    Event::End(BytesEnd::new(name))
                }
                Event::Eof => return Some(writer.into_inner()),
                other => other,
            };
            is_root &= !matches!(event, Event::Start(_) | Event::Empty(_));
            writer.write_event(event).ok()?;
        }
    }

    fn start<'t>(
        &self,
        reader: &NsReader<&[u8]>,
        tag: &BytesStart<'_>,
        is_root: bool,
    ) -> Option<BytesStart<'t>> {
        let (namespace, _) = reader.resolver().resolve_element(tag.name());
        let mut new = BytesStart::new(self.new_name(tag.name(), &namespace, false));
        if is_root {
            if let Some(own) = &self.own {
                new.push_attribute(("xmlns", own.as_str()));
            }
            for (uri, prefix) in &self.prefixes {
                new.push_attribute((format!("xmlns:{prefix}").as_str(), uri.as_str()));
            }
        }
        for attribute in tag.attributes() {
            let attribute = attribute.ok()?;
            if attribute.key.as_namespace_binding().is_none() {
                let (namespace, _) = reader.resolver().resolve_attribute(attribute.key);
                let key = self.new_name(attribute.key, &namespace, true);
                let key = QName(key.as_bytes());
                new.push_attribute(Attribute { key, value: attribute.value });
            }
        }
        Some(new)
    }

    fn new_name(
        &self,
        name: QName<'_>,
        namespace: &ResolveResult<'_>,
        of_attribute: bool,
    ) -> String {
        let local = text(name.local_name().as_ref());
        match uri(namespace) {
            Some(uri) if of_attribute || self.own.as_ref() != Some(&uri) => {
                match self.prefixes.get(&uri) {
                    Some(prefix) => format!("{prefix}:{local}"),
                    None => text(name.as_ref()),
                }
            }
            Some(_) => local,
            None => text(name.as_ref()),
        }
    }
}

/// The namespace, if there is one; that of `xml:lang` has its prefix for ever.
fn uri(namespace: &ResolveResult<'_>) -> Option<String> {
    match namespace {
        ResolveResult::Bound(uri) => Some(text(uri.as_ref())),
        _ => None,
    }
    .filter(|uri| uri != "http://www.w3.org/XML/1998/namespace")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ATOM: &str = "http://www.w3.org/2005/Atom";

    fn renamed(xml: &str, own: Option<&str>) -> String {
        String::from_utf8(customary(xml.as_bytes(), own).into_owned()).unwrap()
    }

    #[test]
    fn prefixes_become_what_readers_know() {
        let xml = "<?xml version=\"1.0\"?><rss xmlns:d=\"http://purl.org/dc/elements/1.1/\"><channel>\
            <d:creator a='1' d:b=\"&amp;\">x</d:creator><y xmlns=\"urn:y\"><z xml:lang=\"en\"/></y></channel></rss>";
        assert_eq!(
            renamed(xml, None),
            "<?xml version=\"1.0\"?><rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:ns=\"urn:y\"><channel>\
            <dc:creator a=\"1\" dc:b=\"&amp;\">x</dc:creator><ns:y><ns:z xml:lang=\"en\"/></ns:y></channel></rss>"
        );
        let xml = "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:id>1</a:id></a:feed>";
        let expected = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>1</id></feed>";
        assert_eq!(renamed(xml, Some(ATOM)), expected);
    }

    #[test]
    fn what_is_customary_stays() {
        for (xml, own) in [
            (
                "<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>x</dc:creator></rss>",
                None,
            ),
            ("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><id/></feed>", Some(ATOM)),
            ("<rss xmlns:mine='urn:m'><mine:a mine:b=''/></rss>", None),
            ("<rss xmlns='http://backend.userland.com/rss2'><channel/></rss>", None),
            ("<rss", None),
            ("{}", None),
        ] {
            assert!(matches!(customary(xml.as_bytes(), own), Cow::Borrowed(_)), "{xml}");
        }
    }

    #[test]
    fn two_namespaces_never_share_a_prefix() {
        let xml = "<r><p:a xmlns:p=\"urn:1\"/><p:a xmlns:p=\"urn:2\"/></r>";
        let expected = "<r xmlns:p=\"urn:1\" xmlns:p2=\"urn:2\"><p:a/><p2:a/></r>";
        assert_eq!(renamed(xml, None), expected);
    }
}
