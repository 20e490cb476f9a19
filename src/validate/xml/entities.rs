//! Entities that a document declares itself (section 4), and how much they may grow to.

use std::cell::Cell;
use std::collections::HashMap;

/// How much all references to entities together may be replaced by: a few lines of declarations can
/// stand for gigabytes.
pub(super) const LARGEST: usize = 1024 * 1024;

/// How deep entities may refer to others.
pub(super) const DEEPEST: usize = 64;

/// An entity by its number.
pub(super) type Id = usize;

#[derive(Debug, Default)]
pub(super) struct Entities {
    list: Vec<Entity>,
    general: HashMap<String, Id>,
    parameter: HashMap<String, Id>,
    used: Cell<usize>,
    /// Whether the document names the DTD of RSS 0.91, which has HTML's entities.
    pub(super) html: bool,
}

/// What an entity stands for.
#[derive(Debug)]
pub(super) enum Entity {
    /// A text in the document.
    Internal(String),
    /// Another document, which is never fetched.
    External,
    /// Something that is no XML.
    Unparsed,
}

impl Entities {
    /// Declares an entity; of several declarations the first counts (section 4.2).
    pub(super) fn declare(&mut self, parameter: bool, name: &str, entity: Entity) {
        let names = if parameter { &mut self.parameter } else { &mut self.general };
        if !names.contains_key(name) {
            names.insert(name.to_owned(), self.list.len());
            self.list.push(entity);
        }
    }

    pub(super) fn general(&self, name: &str) -> Option<Id> {
        self.general.get(name).copied()
    }

    pub(super) fn parameter(&self, name: &str) -> Option<Id> {
        self.parameter.get(name).copied()
    }

    pub(super) fn get(&self, id: Id) -> &Entity {
        &self.list[id]
    }

    /// The text of an internal entity.
    pub(super) fn text(&self, id: Id) -> &str {
        match &self.list[id] {
            Entity::Internal(text) => text,
            Entity::External | Entity::Unparsed => "",
        }
    }

    /// Takes note that an entity replaces a reference, behind those that are being read; says why it
    /// can't.
    pub(super) fn enter(
        &self,
        id: Id,
        mut open: impl ExactSizeIterator<Item = Id>,
    ) -> Result<(), Refused> {
        let depth = open.len();
        if open.any(|other| other == id) {
            return Err(Refused::Recursion);
        }
        let room = self.spend(self.text(id).len() + 1);
        if room && depth < DEEPEST { Ok(()) } else { Err(Refused::TooLarge) }
    }

    /// Takes note of bytes that the document stands for without having them; tells whether there is
    /// room.
    pub(super) fn spend(&self, bytes: usize) -> bool {
        self.used.set(self.used.get().saturating_add(bytes));
        self.used.get() <= LARGEST
    }
}

/// Why an entity can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// It refers to itself.
    Recursion,
    /// All in all it is too much.
    TooLarge,
}
