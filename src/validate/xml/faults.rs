//! Characters that can't be in a document, and bytes that are no characters.
//!
//! They are found when text is read, and reported when it is used, so that findings do not depend on
//! how much is read at a time.

use crate::text::xml::is_allowed;
use crate::validate::finding::Position;
use crate::validate::findings::Findings;
use crate::validate::rules::xml::{SAX_ERROR, UNICODE_ERROR};
use memchr::memmem;
use std::collections::VecDeque;

/// How many are reported of one document; a document with more of them is something else altogether.
const MOST: usize = 100;

#[derive(Default)]
pub(super) struct Faults {
    waiting: VecDeque<Fault>,
    count: usize,
}

/// A fault at an offset in the text.
struct Fault {
    at: usize,
    what: What,
}

enum What {
    Forbidden(char),
    NoText(String),
}

impl Faults {
    /// Takes note of bytes that are no text in the document's encoding.
    pub(super) fn no_text(&mut self, at: usize, message: impl FnOnce() -> String) {
        if self.count < MOST {
            self.push(at, What::NoText(message()));
        }
    }

    /// Takes note of the forbidden characters from an offset on.
    pub(super) fn look(&mut self, text: &str, from: usize) {
        let new = &text[from..];
        if may_be_forbidden(new.as_bytes()) {
            let forbidden = new.char_indices().filter(|(_, c)| !is_allowed(*c));
            for (at, c) in forbidden.take(MOST.saturating_sub(self.count)) {
                self.push(from + at, What::Forbidden(c));
            }
        }
        self.waiting.make_contiguous().sort_by_key(|fault| fault.at);
    }

    fn push(&mut self, at: usize, what: What) {
        self.count += 1;
        self.waiting.push_back(Fault { at, what });
    }

    /// Takes note that the first bytes of the text are dropped.
    pub(super) fn forget(&mut self, bytes: usize) {
        for fault in &mut self.waiting {
            fault.at -= bytes;
        }
    }

    /// Whether there is nothing to report.
    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Reports what is wrong in a piece of text that begins at an offset and a place.
    pub(super) fn report(
        &mut self,
        at: usize,
        text: &str,
        place: Position,
        findings: &mut Findings,
    ) {
        while self.waiting.front().is_some_and(|fault| fault.at < at + text.len()) {
            let Some(fault) = self.waiting.pop_front() else { return };
            let place = place.after(&text[..fault.at - at]);
            match fault.what {
                What::Forbidden(c) => findings.report(&SAX_ERROR, place, forbidden(c)),
                What::NoText(message) => findings.report(&UNICODE_ERROR, place, message),
            }
        }
    }
}

/// Looks for bytes that only a text with forbidden characters has, or one of their neighbours.
fn may_be_forbidden(bytes: &[u8]) -> bool {
    // Without an early exit in a block, so that the compiler looks at each in wide steps.
    let control = |byte: u8| (byte < 0x20) & (byte != b'\t') & (byte != b'\n') & (byte != b'\r');
    let any = |block: &[u8]| block.iter().fold(0, |any, &byte| any | u8::from(control(byte))) != 0;
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    bytes.chunks(4096).any(any) || memmem::find(bytes, b"\xEF\xBF").is_some()
}

/// What to say of a character that XML has not (section 2.2).
pub(super) fn forbidden(c: char) -> String {
    format!("expected a character that XML allows, found U+{:04X}", c as u32)
}
