//! Strings: from the quote that begins one to the quote that ends it.

use super::strings::{Cursor, Wrong, decode};
use super::{LONGEST, Reader, rules};
use crate::validate::findings::Findings;
use crate::validate::near::find2;
use crate::validate::rules::xml::VALIDATOR_LIMIT;
use crate::validate::{Position, Rule};
use std::borrow::Cow;
use std::io::Read;

impl<R: Read> Reader<R> {
    /// Reads a string, at whose first quote the window is.
    pub(super) fn string(&mut self, findings: &mut Findings) -> Option<()> {
        let mut length = 1;
        while let Some(quote) = self.run(length) {
            let kept = match quote {
                Quote::Escape(at) => {
                    length = at + 2;
                    at
                }
                Quote::More(at) => {
                    length = at;
                    at
                }
                Quote::End(at) => {
                    self.token = at + 1;
                    self.take(at, true, findings);
                    return Some(());
                }
            };
            if kept > LONGEST {
                self.take(kept, false, findings);
                let mebibytes = LONGEST >> 20;
                let message = format!("expected a string of at most {mebibytes} MiB, found more");
                findings.report(&VALIDATOR_LIMIT, self.at, message);
                return self.rest(length, findings);
            }
        }
        self.unended(findings)
    }

    fn unended(&mut self, findings: &mut Findings) -> Option<()> {
        let message = "expected '\"', but the document ends inside the string that begins here";
        self.fail(&rules::JSON_SYNTAX, message, findings)
    }

    /// Passes over what is left of a string that is too long to be kept.
    fn rest(&mut self, mut length: usize, findings: &mut Findings) -> Option<()> {
        loop {
            // What is passed over must be there, and end where a character ends.
            let there = length.min(self.window.bytes().len());
            self.window.pass(there);
            match self.run(length - there) {
                None => return self.unended(findings),
                Some(Quote::Escape(at)) => length = at + 2,
                Some(Quote::More(at)) => length = at,
                Some(Quote::End(at)) => {
                    self.token = at + 1;
                    return Some(());
                }
            }
        }
    }

    /// Looks for what ends a run of characters that mean themselves; `None` if the document ends before.
    fn run(&mut self, from: usize) -> Option<Quote> {
        self.window.byte(from)?;
        let bytes = self.window.bytes();
        Some(match find2(b'"', b'\\', &bytes[from..]) {
            None => Quote::More(bytes.len()),
            Some(run) if bytes[from + run] == b'"' => Quote::End(from + run),
            Some(run) => Quote::Escape(from + run),
        })
    }

    /// Takes the meaning of the bytes between the first quote and an end, which may be that of what is kept, and
    /// judges them.
    fn take(&mut self, end: usize, all: bool, findings: &mut Findings) {
        let raw = &self.window.bytes()[1..end];
        let inside = self.at.after_bytes(b"\"");
        let (meant, whole) = as_text(raw, all, inside, findings);
        if let Some(control) = control(raw) {
            let code = raw[control];
            let message = format!("expected the control character U+{code:04X} to be escaped");
            findings.report(&rules::JSON_SYNTAX, inside.after_bytes(&raw[..control]), message);
        }
        let mut walk = Walk { raw: meant.as_bytes(), passed: 0, position: inside };
        self.text.clear();
        decode(&meant, &mut self.text, |offset, wrong| {
            let (rule, message) = worded(wrong, &meant.as_bytes()[offset..]);
            findings.report(rule, walk.to(offset), message);
        });
        self.cursor = whole.then(|| Cursor::new(inside));
    }
}

/// Reads bytes as UTF-8, and tells whether they are all there are, and exactly that.
fn as_text<'r>(
    raw: &'r [u8],
    all: bool,
    inside: Position,
    findings: &mut Findings,
) -> (Cow<'r, str>, bool) {
    let broken = match simdutf8::compat::from_utf8(raw) {
        Ok(text) => return (Cow::Borrowed(text), all),
        Err(broken) => broken,
    };
    // What is kept of a long string may end within a character.
    if all || broken.error_len().is_some() {
        let message = "expected UTF-8, but found bytes that are none";
        let at = inside.after_bytes(&raw[..broken.valid_up_to()]);
        findings.report(&rules::JSON_ENCODING, at, message);
    }
    (String::from_utf8_lossy(raw), false)
}

/// Where the first control character is; there hardly ever is one.
fn control(raw: &[u8]) -> Option<usize> {
    let is = |byte: &u8| *byte < 0x20;
    let any = raw.iter().fold(false, |any, byte| any | is(byte));
    if any { raw.iter().position(is) } else { None }
}

/// What to say of an escape, at which bytes begin.
fn worded(wrong: Wrong, raw: &[u8]) -> (&'static Rule, String) {
    let shown = |length: usize| -> String {
        String::from_utf8_lossy(&raw[..raw.len().min(6)]).chars().take(length).collect()
    };
    match wrong {
        Wrong::Unknown => {
            let message = format!("expected an escape that JSON has, but found {}", shown(2));
            (&rules::JSON_SYNTAX, message)
        }
        Wrong::Alone => {
            let message =
                format!("expected both halves of a character, but found {} alone", shown(6));
            (&rules::JSON_LONE_SURROGATE, message)
        }
    }
}

/// What a run of characters ends at, counted from the start of the window.
enum Quote {
    End(usize),
    Escape(usize),
    More(usize),
}

/// Gives the places of offsets, each behind the last.
struct Walk<'r> {
    raw: &'r [u8],
    passed: usize,
    position: Position,
}

impl Walk<'_> {
    fn to(&mut self, offset: usize) -> Position {
        self.position.pass(&self.raw[self.passed..offset]);
        self.passed = offset;
        self.position
    }
}
