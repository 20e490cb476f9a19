//! The samples below a folder.
//!
//! Every folder is a sample or holds some: what is neither is told, so that a sample whose files have
//! other names is not passed over in silence. Names that start with a dot are none of ours.

use super::sample::{EXPLANATION, is_of_sample};
use crate::cli::exit::{Exit, Failure};
use crate::cli::messages::Message;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The documents by which a rule of `validate` is shown: their folder is somebody else's sample.
const OF_RULE: [&str; 4] = ["fail.xml", "fail.json", "pass.xml", "pass.json"];

/// What was found.
#[derive(Debug)]
pub(super) enum Found {
    Sample(PathBuf),
    /// What is there and should not be.
    Wrong(PathBuf, Message),
}

/// Finds the samples below a folder, which may be one itself, in the order of their names.
pub(super) fn samples(dir: &Path) -> Result<Vec<Found>, Failure> {
    let mut found = Vec::new();
    look(dir, &mut found).map(|()| found)
}

fn look(dir: &Path, found: &mut Vec<Found>) -> Result<(), Failure> {
    let inside = entries(dir)?;
    let (dirs, files): (Vec<_>, Vec<_>) = inside.iter().partition(|path| path.is_dir());
    if files.iter().any(|file| is_of_sample(&name(file))) {
        found.push(Found::Sample(dir.to_owned()));
        return Ok(());
    }
    if files.iter().any(|file| OF_RULE.contains(&name(file).as_str())) {
        return Ok(());
    }
    if dirs.is_empty() {
        let text = if files.is_empty() { "the folder is empty" } else { "this is no sample" };
        let message = Message::error("check", text);
        let advice =
            "a sample holds the posts of a site as posts.json, and the feeds that are expected";
        found.push(Found::Wrong(dir.to_owned(), message.advise(advice)));
        return Ok(());
    }
    for file in files.into_iter().filter(|file| name(file) != EXPLANATION) {
        let message = Message::error("check", "a file among samples, which are folders");
        let message = message.advise("move it into the sample that it belongs to, or remove it");
        found.push(Found::Wrong(file.clone(), message));
    }
    dirs.into_iter().try_for_each(|dir| look(dir, found))
}

/// What is in a folder, in the order of names.
pub(super) fn entries(dir: &Path) -> Result<Vec<PathBuf>, Failure> {
    let read = || fs::read_dir(dir)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>();
    let mut entries = read().map_err(|e| {
        let message = Message::error("io", format!("can't read: {e}"));
        let message = message.about(&dir.display().to_string());
        Failure::new(Exit::Files, message.advise("name a sample, or a folder that holds some"))
    })?;
    entries.retain(|path| !name(path).starts_with('.'));
    entries.sort();
    Ok(entries)
}

/// The last name of a path.
pub(super) fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
