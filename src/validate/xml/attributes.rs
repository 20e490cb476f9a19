//! What a document declares of attributes: values by default, and whether blanks matter (section 3.3).

use super::entities::Entities;
use std::collections::HashMap;

/// How many attributes may be declared for one element.
pub(super) const MOST: usize = 256;

/// The declared attributes of each element.
#[derive(Debug, Default)]
pub(super) struct Lists {
    elements: HashMap<String, List>,
}

/// The declared attributes of one element.
#[derive(Debug, Default)]
pub(super) struct List {
    attributes: Vec<Declared>,
}

#[derive(Debug)]
pub(super) struct Declared {
    pub(super) name: String,
    /// Whether it is of another type than CDATA.
    pub(super) tokens: bool,
    /// Its value by default.
    pub(super) value: Option<String>,
}

impl Lists {
    /// What is declared of an element's attributes.
    pub(super) fn of(&self, element: &str) -> Option<&List> {
        if self.elements.is_empty() { None } else { self.elements.get(element) }
    }

    /// Declares an attribute; of several declarations the first counts. Tells whether there was room.
    pub(super) fn declare(&mut self, element: &str, declared: Declared) -> bool {
        let list = self.elements.entry(element.to_owned()).or_default();
        if list.attributes.iter().all(|other| other.name != declared.name) {
            list.attributes.push(declared);
        }
        list.attributes.len() <= MOST
    }
}

impl List {
    /// Whether an attribute's value is a list of tokens.
    pub(super) fn is_tokens(&self, name: &str) -> bool {
        self.attributes.iter().any(|it| it.tokens && it.name == name)
    }

    /// The values by default, as far as there is room for what the document stands for.
    pub(super) fn defaults<'a>(
        &'a self,
        entities: &'a Entities,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        let value = |it: &'a Declared| Some((it.name.as_str(), it.value.as_deref()?));
        self.attributes
            .iter()
            .filter_map(value)
            .take_while(|(_, value)| entities.spend(value.len() + 1))
    }
}
