//! What is said about the posts of a sample, and the files that hold what is expected to be said.
//!
//! What is said with every format is in `expected.stderr`, what is said with one alone, as
//! `expected.json.stderr`, in place of that. By meaning it is compared where there is such a file, by bytes
//! nothing else may be said.

use super::Mode;
use super::difference;
use super::report::{Line, Verdict};
use super::sample::{read, write};
use crate::cli::exit::{Access, Failure};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use wp2feed::Format;

/// The file with what is said.
pub(super) const COMMON: &str = "expected.stderr";

/// What is said with each format.
#[derive(Debug, Default)]
pub(super) struct Said(pub(super) Vec<(Format, String)>);

/// The file with what is said with one format alone.
pub(super) fn own(format: Format) -> String {
    format!("expected.{}.stderr", format.name())
}

impl Said {
    /// Compares it, or writes it where it is not as expected.
    pub(super) fn check(&self, folder: &Path, mode: Mode) -> Result<Vec<Line>, Failure> {
        let mut found: BTreeMap<PathBuf, Option<String>> = BTreeMap::new();
        for (format, said) in &self.0 {
            let own = folder.join(own(*format));
            let path = if own.is_file() { own } else { folder.join(COMMON) };
            let expected = read(&path)?;
            if expected.is_none() && !mode.exact {
                continue;
            }
            let known = expected.is_some();
            let difference =
                difference::by_bytes(&path, &expected.unwrap_or_default(), said.as_bytes());
            if known || difference.is_some() {
                found.entry(path).or_default().get_or_insert(difference.unwrap_or_default());
            }
        }
        if mode.update && found.values().flatten().any(|difference| !difference.is_empty()) {
            return self.update(folder);
        }
        let verdict = |difference: Option<String>| match difference.filter(|it| !it.is_empty()) {
            None => Verdict::Fine,
            Some(difference) => Verdict::Differs(difference),
        };
        Ok(found.into_iter().map(|(path, it)| Line::new(path, verdict(it))).collect())
    }

    /// Writes what is said with the first format for all, and what is said otherwise for its own.
    fn update(&self, folder: &Path) -> Result<Vec<Line>, Failure> {
        let common = self.0.first().map(|(_, said)| said.as_str()).unwrap_or_default();
        let mut lines = Vec::new();
        lines.extend(put(folder.join(COMMON), common, !common.is_empty())?);
        for (format, said) in &self.0 {
            lines.extend(put(folder.join(own(*format)), said, said != common)?);
        }
        Ok(lines)
    }
}

/// Writes a file, or removes one that is not wanted.
fn put(path: PathBuf, said: &str, wanted: bool) -> Result<Option<Line>, Failure> {
    let there = read(&path)?;
    if wanted && there.as_deref() != Some(said.as_bytes()) {
        write(&path, said.as_bytes())?;
        return Ok(Some(Line::new(path, Verdict::Written)));
    }
    if wanted || there.is_none() {
        return Ok(None);
    }
    fs::remove_file(&path)
        .map_err(|e| Failure::file(Access::Write, &path.display().to_string(), &e))?;
    Ok(Some(Line::new(path, Verdict::Removed)))
}
