//! Which prefix stands for which namespace, element by element (Namespaces in XML 1.0).
//!
//! A document may declare as many as it likes: prefixes are looked up by walking back while they are
//! few, as they are in every feed, and in a map else.

use super::{XML, XMLNS};
use crate::validate::near::is_same;
use std::collections::HashMap;

/// A namespace, by the number of its declaration; 0 is none.
pub(super) type Uri = u32;

/// How many declarations are walked through before a map is asked.
const FEW: usize = 32;

/// The declarations in force.
#[derive(Debug)]
pub(crate) struct Namespaces {
    /// Prefixes and namespaces, one behind the other.
    texts: String,
    bindings: Vec<Binding>,
    /// What names without a prefix stand for; most have none.
    default: Uri,
    latest: HashMap<Box<str>, Uri>,
}

#[derive(Debug, Clone, Copy)]
struct Binding {
    start: usize,
    middle: usize,
    end: usize,
    /// What the prefix stood for before.
    hidden: Option<Uri>,
}

impl Default for Namespaces {
    fn default() -> Self {
        let mut namespaces = Namespaces {
            texts: String::new(),
            bindings: Vec::new(),
            default: 0,
            latest: HashMap::new(),
        };
        namespaces.bind("", "");
        namespaces.bind("xml", XML);
        namespaces.bind("xmlns", XMLNS);
        namespaces
    }
}

impl Namespaces {
    /// Declares a prefix; the empty one is that of names without a prefix.
    pub(super) fn bind(&mut self, prefix: &str, uri: &str) {
        let start = self.texts.len();
        self.texts.push_str(prefix);
        let middle = self.texts.len();
        self.texts.push_str(uri);
        let number = self.bindings.len() as Uri;
        if prefix.is_empty() {
            self.default = number;
        }
        let hidden = self.latest.insert(prefix.into(), number);
        self.bindings.push(Binding { start, middle, end: self.texts.len(), hidden });
    }

    /// How many declarations there are.
    pub(super) fn count(&self) -> usize {
        self.bindings.len()
    }

    /// Goes back to the declarations that there were before.
    pub(super) fn truncate(&mut self, count: usize) {
        while self.bindings.len() > count {
            let Some(binding) = self.bindings.pop() else { return };
            let prefix = &self.texts[binding.start..binding.middle];
            if prefix.is_empty() {
                self.default = binding.hidden.unwrap_or(0);
            }
            match binding.hidden {
                Some(hidden) => drop(self.latest.insert(prefix.into(), hidden)),
                None => drop(self.latest.remove(prefix)),
            }
            self.texts.truncate(binding.start);
        }
    }

    /// What a prefix stands for; nothing if it is not declared.
    pub(super) fn find(&self, prefix: &str) -> Option<Uri> {
        if prefix.is_empty() {
            return Some(self.default);
        }
        if self.bindings.len() > FEW {
            return self.latest.get(prefix).copied();
        }
        let texts = self.texts.as_bytes();
        let same = |binding: &Binding| is_same(&texts[binding.start..binding.middle], prefix);
        self.bindings.iter().rposition(same).map(|at| at as Uri)
    }

    /// The name of a namespace.
    pub(super) fn uri(&self, uri: Uri) -> &str {
        if uri == 0 {
            return "";
        }
        self.bindings.get(uri as usize).map_or("", |it| &self.texts[it.middle..it.end])
    }
}
