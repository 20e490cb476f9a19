//! What sites' own members say of an entry, by the paths that the user gave.
//!
//! The values may have any form; [`value`] reads those that WordPress and ACF give them.

mod value;

use super::collections::Collections;
use super::post::Post;
use crate::fields::{FieldMap, FieldTarget};
use crate::model::Entry;
use crate::report::{NoteKind, Report};
use crate::text::html;
use serde_json::Value;
use value::{Read, Unfit};

/// The paths, and which of them have found anything yet.
pub(super) struct Fields {
    maps: Vec<FieldMap>,
    found: Vec<bool>,
    asked: bool,
}

impl Fields {
    pub(super) fn new(maps: Vec<FieldMap>) -> Self {
        Fields { found: vec![false; maps.len()], maps, asked: false }
    }

    /// What the paths find in a post, as an entry that has nothing else.
    pub(super) fn told(
        &mut self,
        post: &Post,
        base: &str,
        collections: &Collections,
        note: &mut dyn FnMut(NoteKind, &str),
    ) -> Entry {
        let read = Read { base, collections };
        let mut entry = Entry::default();
        for (map, found) in self.maps.iter().zip(&mut self.found) {
            self.asked = true;
            let mut unfit = None;
            for value in map.query().query(&post.whole) {
                *found = true;
                unfit = fill(&mut entry, map.target(), value, &read).err().or(unfit);
            }
            match unfit {
                None => {}
                Some(Unfit::Form) => note(NoteKind::Field, map.path()),
                Some(Unfit::Number) => note(NoteKind::MapNumber, map.path()),
            }
        }
        entry
    }

    /// Notes each path that found nothing in any post.
    pub(super) fn note_idle(&self, report: &mut Report) {
        let idle = self.maps.iter().zip(&self.found).filter(|(_, found)| self.asked && !**found);
        for (map, _) in idle {
            report.note(NoteKind::MapIdle, format!("{}={}", map.target().name(), map.path()));
        }
    }
}

/// Fills a field with a value, unless the value is unset, or the field holds one and has it.
fn fill(
    entry: &mut Entry,
    target: FieldTarget,
    value: &Value,
    read: &Read<'_>,
) -> Result<(), Unfit> {
    if value::is_unset(value) {
        return Ok(());
    }
    match target {
        FieldTarget::Title => {
            let title = html::title_text(&value::text(value)?);
            first(&mut entry.title, Some(title).filter(|title| !title.is_empty()));
        }
        FieldTarget::Summary => first(&mut entry.summary, Some(value::text(value)?)),
        FieldTarget::Content => first(&mut entry.content, Some(value::text(value)?)),
        FieldTarget::Url => first(&mut entry.url, Some(read.address(value)?)),
        FieldTarget::Language => first(&mut entry.language, Some(value::language(value)?)),
        FieldTarget::Image => first(&mut entry.image, Some(read.image(value)?)),
        FieldTarget::Author => each(&mut entry.authors, value, value::author)?,
        FieldTarget::Category => each(&mut entry.categories, value, value::category)?,
        FieldTarget::Enclosure => each(&mut entry.enclosures, value, |v| read.enclosure(v))?,
    }
    Ok(())
}

fn first<T>(field: &mut Option<T>, value: Option<T>) {
    if field.is_none() {
        *field = value;
    }
}

/// Adds a value, or each of a list that fits; one that is there already is not added again.
fn each<T: PartialEq>(
    field: &mut Vec<T>,
    value: &Value,
    read: impl Fn(&Value) -> Result<T, Unfit>,
) -> Result<(), Unfit> {
    let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    let mut unfit = Ok(());
    for value in values.iter().filter(|value| !value::is_unset(value)) {
        match read(value) {
            Ok(value) if field.contains(&value) => {}
            Ok(value) => field.push(value),
            Err(why) => unfit = Err(why),
        }
    }
    unfit
}
