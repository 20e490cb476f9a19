//! The elements that are open.

use super::event::{Name, split};
use super::namespaces::{Namespaces, Uri};

/// How many elements may stand in each other; a feed needs twenty.
pub(super) const DEEPEST: usize = 100_000;

/// The elements that are begun and not ended, the innermost last.
#[derive(Debug, Default)]
pub(crate) struct Open {
    names: String,
    elements: Vec<Element>,
}

#[derive(Debug, Clone, Copy)]
struct Element {
    /// Where its name begins in the names.
    start: usize,
    /// The offset of the colon in its name, 0 without one.
    colon: usize,
    uri: Uri,
    /// How many namespaces were declared outside it.
    outside: usize,
    line: u64,
}

impl Open {
    pub(super) fn depth(&self) -> usize {
        self.elements.len()
    }

    /// Opens an element; its namespace is told by [`Open::resolve`].
    pub(super) fn push(&mut self, name: &str, colon: usize, outside: usize, line: u64) {
        let start = self.names.len();
        self.names.push_str(name);
        self.elements.push(Element { start, colon, uri: 0, outside, line });
    }

    /// Tells the namespace of the innermost.
    pub(super) fn resolve(&mut self, uri: Uri) {
        if let Some(element) = self.elements.last_mut() {
            element.uri = uri;
        }
    }

    /// Closes the innermost, and forgets the namespaces that it declares.
    pub(super) fn pop(&mut self, namespaces: &mut Namespaces) {
        if let Some(element) = self.elements.pop() {
            self.names.truncate(element.start);
            namespaces.truncate(element.outside);
        }
    }

    /// The name of the innermost, with its prefix.
    pub(super) fn qualified(&self) -> &str {
        self.elements.last().map_or("", |element| &self.names[element.start..])
    }

    /// The line on which the innermost begins.
    pub(super) fn line(&self) -> u64 {
        self.elements.last().map_or(1, |element| element.line)
    }

    /// The name of the innermost.
    pub(super) fn name<'a>(&'a self, namespaces: &'a Namespaces) -> Name<'a> {
        let (colon, uri) = self.elements.last().map_or((0, 0), |it| (it.colon, it.uri));
        let (prefix, local) = split(self.qualified(), colon);
        Name { namespace: namespaces.uri(uri), prefix, local }
    }
}
