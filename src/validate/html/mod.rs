//! The judge of HTML: of contents that are escaped, and of XHTML element by element.

mod names;
pub(crate) use names::is_html_element;

use super::values::{Context, Fault};

/// Judges HTML: well-formedness, elements, attributes, styles.
pub(crate) fn markup(_html: &str, _context: &Context<'_>, _faults: &mut Vec<Fault>) {}

/// Finds addresses in HTML that only work on the site itself; RSS has no base for them.
pub(crate) fn relative_addresses(_html: &str, _context: &Context<'_>, _faults: &mut Vec<Fault>) {}

/// Judges the HTML of RSS: `markup` and `relative_addresses`.
pub(crate) fn safe(html: &str, context: &Context<'_>, faults: &mut Vec<Fault>) {
    markup(html, context, faults);
    relative_addresses(html, context, faults);
}

/// What part of an element a fault is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The element itself; the range of the fault is within its local name.
    Name,
    /// The attribute of this number; the range is within its value.
    Attribute(usize),
}

/// An attribute of an element of XHTML, SVG or MathML.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attribute<'a> {
    /// The name of the namespace, or nothing.
    pub(crate) namespace: &'a str,
    /// The name without prefix.
    pub(crate) local: &'a str,
    /// The value.
    pub(crate) value: &'a str,
}

/// Judges an element within an Atom text construct of type `xhtml`, from below its `div` on.
pub(crate) fn element<'a>(
    _namespace: &str,
    _local: &str,
    _attributes: impl IntoIterator<Item = Attribute<'a>>,
    _report: &mut impl FnMut(Part, Fault),
) {
}

/// Judges an element within `xhtml:body` of RSS.
pub(crate) fn body_element<'a>(
    _local: &str,
    _attributes: impl IntoIterator<Item = Attribute<'a>>,
    _report: &mut impl FnMut(Part, Fault),
) {
}
