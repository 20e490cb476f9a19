//! Changes to a text by place, which leave every other byte as it is.
//!
//! The rewriter writes the whole of a tag anew of which it changes an attribute: another kind of quotes, a
//! blank less. What shall be the same after two fetches must not depend on whether there was a change.

use lol_html::html_content::{Attribute, SourceLocation};
use std::ops::Range;

/// What a text becomes, place by place.
pub(super) struct Edits<'h> {
    html: &'h str,
    edits: Vec<(Range<usize>, String)>,
}

impl<'h> Edits<'h> {
    pub(super) fn new(html: &'h str) -> Self {
        Edits { html, edits: Vec::new() }
    }

    /// The text as it is.
    pub(super) fn html(&self) -> &'h str {
        self.html
    }

    pub(super) fn replace(&mut self, place: Range<usize>, with: String) {
        self.edits.push((place, with));
    }

    pub(super) fn remove(&mut self, place: Range<usize>) {
        self.replace(place, String::new());
    }

    /// Takes out an attribute with the white space before it.
    pub(super) fn remove_attribute(&mut self, attribute: &Attribute<'_>, offset: usize) {
        let Some(name) = place(attribute.name_source_location(), offset) else { return };
        let value = place(attribute.value_source_location(), offset);
        let end = value.map_or(name.end, |value| {
            let quoted = self.html[..value.start].ends_with(['"', '\'']);
            value.end + usize::from(quoted)
        });
        let start = self.html[..name.start].trim_ascii_end().len();
        self.remove(start..end);
    }

    /// Gives an attribute another value, which is written as it stands there, with references.
    pub(super) fn set_attribute(
        &mut self,
        attribute: &Attribute<'_>,
        value: String,
        offset: usize,
    ) {
        if let Some(at) = place(attribute.value_source_location(), offset) {
            self.replace(at, value);
        }
    }

    /// What was taken out so far.
    pub(super) fn removed(&self) -> impl Iterator<Item = Range<usize>> {
        let removed = self.edits.iter().filter(|(_, with)| with.is_empty());
        removed.map(|(place, _)| place.clone())
    }

    /// The text with its changes, if there are any; of two that overlap the first counts.
    pub(super) fn apply(mut self) -> Option<String> {
        self.edits.sort_by_key(|(place, _)| place.start);
        let mut text = String::with_capacity(self.html.len());
        let mut from = 0;
        for (place, with) in &self.edits {
            if let Some(kept) = self.html.get(from..place.start) {
                text.push_str(kept);
                text.push_str(with);
                from = place.end;
            }
        }
        text.push_str(&self.html[from..]);
        (!self.edits.is_empty()).then_some(text)
    }
}

/// Where something stands in the whole text.
fn place(location: Option<SourceLocation>, offset: usize) -> Option<Range<usize>> {
    let Range { start, end } = location?.bytes();
    Some(start + offset..end + offset)
}
