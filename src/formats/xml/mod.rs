//! What the two XML formats share: writing elements, namespaces, Media RSS, foreign elements.

mod found;
mod media;
mod namespaces;
mod picked;
mod prefixes;
mod root;
mod writer;

pub(crate) use found::{Foreign, Found, Named, Pairs, Vocabularies};
pub(crate) use media::{read_picture, write_picture};
pub(crate) use namespaces::{
    ATOM, CONTENT, DC, ITUNES, JSON, MEDIA, Namespace, Namespaces, RSS, SLASH, SY, THR, WFW,
};
pub(crate) use picked::{Element, Picked, PickedEntry};
pub(crate) use prefixes::customary;
pub(crate) use root::root;
pub(crate) use writer::{Tag, XmlWriter};
