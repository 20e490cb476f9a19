//! What differs between an expectation and what is there, by meaning or by bytes.

use crate::cli::diff::human;
use crate::cli::messages::{Message, text, visible};
use similar::{ChangeTag, TextDiff};
use std::path::Path;
use wp2feed::model::Feed;
use wp2feed::{Comparing, Format, compare};

/// What stands in place of the name of the other file.
const GIVEN: &str = "what the posts give";

/// How many lines stand around those that differ.
const AROUND: usize = 3;

/// How many steps comparing may take at the worst; of texts that need more no lines are shown.
const MOST_STEPS: usize = 20_000_000;

/// What differs between two feeds of a format by what they mean; `None` if nothing does.
pub(in crate::cli) fn by_meaning(
    format: Format,
    path: &Path,
    expected: &[u8],
    given: &[u8],
) -> Option<String> {
    if expected == given {
        return None;
    }
    let name = path.display().to_string();
    let read = |bytes: &[u8]| -> Result<Feed, String> {
        format.read(bytes).map_err(|e| text(&Message::from_error(&e, &name)))
    };
    let (expected, given) = match (read(expected), read(given)) {
        (Ok(expected), Ok(given)) => (expected, given),
        (Err(e), _) | (_, Err(e)) => return Some(e),
    };
    let found = compare((&expected, Some(format)), (&given, Some(format)), &Comparing::default());
    (!found.is_same()).then(|| human::report(&found, &name, GIVEN))
}

/// What differs between two texts by their bytes; `None` if nothing does.
pub(in crate::cli) fn by_bytes(path: &Path, expected: &[u8], given: &[u8]) -> Option<String> {
    if expected == given {
        return None;
    }
    let same = expected.iter().zip(given).take_while(|(expected, given)| expected == given).count();
    let line = expected[..same].iter().filter(|byte| **byte == b'\n').count() + 1;
    let place = format!("differs from line {line}, byte {same} on\n");
    let (expected, given) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(given));
    let steps = expected.lines().count().saturating_mul(given.lines().count());
    if steps > MOST_STEPS {
        return Some(place);
    }
    Some(place + &lines(&path.display().to_string(), &expected, &given))
}

/// The lines that differ, in the form of `diff -u`, and nothing that steers a terminal.
fn lines(name: &str, expected: &str, given: &str) -> String {
    let diff = TextDiff::from_lines(expected, given);
    let mut out = format!("--- {}\n+++ {GIVEN}\n", visible(name));
    for hunk in diff.unified_diff().context_radius(AROUND).iter_hunks() {
        out += &format!("{}\n", hunk.header());
        for change in hunk.iter_changes() {
            let sign = match change.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            };
            let line = change.value();
            let line = line.strip_suffix('\n').unwrap_or(line);
            out += &format!("{sign}{}\n", visible(line));
            if change.missing_newline() {
                out += "\\ no line feed at the end\n";
            }
        }
    }
    out
}
