//! Elements of other vocabularies as a reader found them, whichever crate read them.

use super::namespaces::{Namespace, customary};
use crate::model::Extension;
use std::collections::BTreeMap;

/// Attributes by name, or namespaces by prefix.
pub(crate) type Pairs = BTreeMap<String, String>;

/// Elements by their local names.
pub(crate) type Named<F> = BTreeMap<String, Vec<F>>;

/// One element. Its children have neither a namespace nor an order: the crates don't keep them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Found {
    pub(crate) prefix: String,
    pub(crate) namespace: String,
    pub(crate) name: String,
    pub(crate) attributes: Pairs,
    pub(crate) value: String,
    pub(crate) children: Vec<Found>,
}

/// The elements of other vocabularies in an entry or a feed, of which a reader takes what it knows.
#[derive(Debug, Default)]
pub(crate) struct Vocabularies(Vec<Found>);

impl Found {
    /// The value of an attribute, unless it is empty.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The value of an attribute that is a number.
    pub(crate) fn number(&self, name: &str) -> Option<u64> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// The element for the model; those in it are taken for ones of its own vocabulary.
    fn into_extension(self) -> Extension {
        let Found { prefix, namespace, name, attributes, value, children } = self;
        let inherit =
            |child| Found { prefix: prefix.clone(), namespace: namespace.clone(), ..child };
        let children = children.into_iter().map(|child| inherit(child).into_extension()).collect();
        let attributes = attributes.into_iter().collect();
        Extension { prefix, namespace, name, attributes, value, children }
    }
}

/// An element of another vocabulary as a crate has it.
pub(crate) trait Foreign: Sized {
    /// Its attributes, its text and its children.
    fn parts(self) -> (Pairs, Option<String>, Named<Self>);
}

impl Vocabularies {
    /// Takes over what a crate read, by prefix and name, and names the namespace of each element by
    /// the declarations that the crate saw; one of unknown namespace is dropped.
    pub(crate) fn new<F: Foreign>(read: BTreeMap<String, Named<F>>, declared: &[&Pairs]) -> Self {
        let mut all = Vec::new();
        for (prefix, elements) in read {
            let seen = declared.iter().find_map(|names| names.get(&prefix)).map(String::as_str);
            if let Some(namespace) = seen.or_else(|| customary(&prefix)) {
                let named = |found| Found {
                    namespace: namespace.to_owned(),
                    prefix: prefix.clone(),
                    ..found
                };
                all.extend(flat(elements).map(named));
            }
        }
        Vocabularies(all)
    }

    /// Takes every element of a name out.
    pub(crate) fn take(&mut self, (_, namespace): Namespace, name: &str) -> Vec<Found> {
        let wanted = |found: &mut Found| found.namespace == namespace && found.name == name;
        self.0.extract_if(.., wanted).collect()
    }

    /// Takes those elements of a name out that are wanted.
    pub(crate) fn take_some(
        &mut self,
        (_, namespace): Namespace,
        name: &str,
        wanted: impl Fn(&Found) -> bool,
    ) -> Vec<Found> {
        let wanted =
            |found: &mut Found| found.namespace == namespace && found.name == name && wanted(found);
        self.0.extract_if(.., wanted).collect()
    }

    /// Takes the first of the elements of a name out that is wanted.
    pub(crate) fn take_first(
        &mut self,
        (_, namespace): Namespace,
        name: &str,
        wanted: impl Fn(&Found) -> bool,
    ) -> Option<Found> {
        let at = self
            .0
            .iter()
            .position(|found| found.namespace == namespace && found.name == name && wanted(found));
        at.map(|at| self.0.remove(at))
    }

    /// Takes every element of a name out and gives the text of the first that has some.
    pub(crate) fn take_text(&mut self, namespace: Namespace, name: &str) -> Option<String> {
        let texts = self.take(namespace, name).into_iter().map(|found| found.value);
        texts.into_iter().find(|text| !text.is_empty())
    }

    /// What nobody took.
    pub(crate) fn rest(self) -> Vec<Extension> {
        self.0.into_iter().map(Found::into_extension).collect()
    }
}

fn flat<F: Foreign>(elements: Named<F>) -> impl Iterator<Item = Found> {
    elements.into_iter().flat_map(|(name, all)| {
        all.into_iter().map(move |element| {
            let (attributes, value, children) = element.parts();
            Found {
                name: name.clone(),
                attributes,
                value: value.unwrap_or_default(),
                children: flat(children).collect(),
                ..Found::default()
            }
        })
    })
}
