//! In which encoding a document is, and its bytes as text.
//!
//! The encoding is told from the first bytes, as appendix F of XML 1.0 does it: a byte order mark, the
//! pattern of `<?` in UTF-16, or the name in the XML declaration. What that name promises, and whether
//! it is kept, is judged where the declaration is read.

mod decode;
mod detect;
mod names;

use super::faults::Faults;
use decode::Way;
pub(super) use detect::Sign;
pub(super) use names::{Commonness, commonness, is_utf8, is_utf16, known};

/// Turns the chunks of one document into text.
#[derive(Default)]
pub(super) struct Decoder {
    found: Option<Found>,
}

/// What the start of the document tells.
struct Found {
    sign: Sign,
    declared: Option<String>,
    way: Way,
}

impl Decoder {
    /// Appends a chunk to the text, and gives the number of bytes at its end that wait for the next.
    pub(super) fn decode(
        &mut self,
        bytes: &[u8],
        last: bool,
        text: &mut String,
        faults: &mut Faults,
    ) -> usize {
        let (found, mark) = match &mut self.found {
            Some(found) => (found, 0),
            none => {
                let (sign, mark) = detect::sign(bytes);
                let declared = detect::declared(bytes).filter(|_| sign == Sign::None);
                let way = Way::new(sign, declared.as_deref());
                (none.insert(Found { sign, declared, way }), mark)
            }
        };
        found.way.decode(&bytes[mark..], last, text, faults)
    }

    /// What the first bytes say of the encoding.
    pub(super) fn sign(&self) -> Sign {
        self.found.as_ref().map_or(Sign::None, |found| found.sign)
    }

    /// The name of the encoding, as it is declared or found.
    pub(super) fn name(&self) -> &str {
        let Some(found) = &self.found else { return "UTF-8" };
        match (found.sign, &found.declared) {
            (Sign::None, Some(declared)) => declared,
            (sign, _) => sign.name(),
        }
    }
}
