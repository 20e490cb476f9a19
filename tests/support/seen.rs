//! A feed as a reader sees it, whatever its format and whoever wrote the reader.
//!
//! An empty element is none here, as it is for people.

use chrono::{DateTime, Utc};

pub(crate) type Moment = DateTime<Utc>;

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Feed {
    pub(crate) id: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) subtitle: Option<String>,
    pub(crate) link: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) icon: Option<String>,
    pub(crate) generator: Option<String>,
    pub(crate) updated: Option<Moment>,
    pub(crate) items: Vec<Item>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Item {
    pub(crate) id: Option<String>,
    pub(crate) link: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) published: Option<Moment>,
    pub(crate) updated: Option<Moment>,
    pub(crate) authors: Vec<Author>,
    pub(crate) categories: Vec<String>,
    pub(crate) summary: Option<String>,
    pub(crate) content: Option<String>,
    /// The taxonomy of each category, and what addresses in the content are relative to: Atom has them.
    pub(crate) schemes: Vec<String>,
    pub(crate) base: Option<String>,
    pub(crate) enclosures: Vec<Enclosure>,
    /// `media:content`, which the XML formats alone have.
    pub(crate) picture: Option<Enclosure>,
    pub(crate) comments: Comments,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Author {
    pub(crate) name: String,
    pub(crate) url: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Enclosure {
    pub(crate) url: String,
    pub(crate) media_type: Option<String>,
    pub(crate) length: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Comments {
    pub(crate) page: Option<String>,
    pub(crate) feed: Option<String>,
    pub(crate) count: Option<String>,
}

impl Item {
    /// What a message calls the item.
    pub(crate) fn name(&self) -> &str {
        self.link.as_deref().or(self.id.as_deref()).unwrap_or("an item without link and id")
    }
}
