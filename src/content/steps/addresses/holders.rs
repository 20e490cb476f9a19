//! The attributes that hold addresses, of HTML, of the HTML of old, of SVG and of MathML.
//!
//! `usemap`, which names a map of the same document, is none of them, nor is anything in `data-…`.

/// An attribute that holds addresses.
#[derive(Clone, Copy)]
pub(in crate::content) struct Holder {
    pub(in crate::content) holds: Holds,
    /// The elements on which it does; on all if there are none.
    pub(super) on: &'static [&'static str],
}

/// How an attribute holds addresses.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::content) enum Holds {
    /// One address.
    One,
    /// Several, with white space between them.
    Several,
    /// The candidates of a `srcset`.
    Candidates,
    /// A style, with `url()`.
    Style,
    /// One address, if another attribute says so.
    Parameter,
}

impl Holder {
    /// What an attribute holds whose name is given in lower case.
    pub(in crate::content) fn of(name: &[u8]) -> Option<Self> {
        use Holds::{Candidates, One, Parameter, Several, Style};
        let (holds, on): (_, &[&str]) = match name {
            b"href" | b"src" | b"poster" | b"xlink:href" | b"itemid" => (One, &[]),
            b"srcset" => (Candidates, &[]),
            b"style" => (Style, &[]),
            b"data" => (One, &["object"]),
            b"cite" => (One, &["blockquote", "q", "ins", "del"]),
            b"action" => (One, &["form"]),
            b"formaction" => (One, &["button", "input"]),
            b"background" => (One, &["body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"]),
            b"longdesc" => (One, &["img", "iframe", "frame"]),
            b"lowsrc" | b"dynsrc" => (One, &["img", "input"]),
            b"codebase" => (One, &["object", "applet"]),
            b"imagesrcset" => (Candidates, &["link"]),
            b"ping" => (Several, &["a", "area"]),
            b"value" => (Parameter, &["param"]),
            _ => return None,
        };
        Some(Holder { holds, on })
    }
}
