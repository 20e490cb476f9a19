//! Which prefix stands for which namespace (Namespaces in XML 1.0).

/// A namespace, by its number; 0 is none.
pub(super) type Uri = u32;

/// The namespaces of a document.
#[derive(Debug, Default)]
pub(crate) struct Namespaces {
    uris: Vec<String>,
}

impl Namespaces {
    pub(super) fn uri(&self, uri: Uri) -> &str {
        self.uris.get(uri as usize).map_or("", String::as_str)
    }
}
