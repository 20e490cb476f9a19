//! The files of a build: those that differ are written, those that are made no more are told or removed.
//!
//! What is killed leaves whole files, and perhaps new ones that are not in their places yet. Their names
//! tell them, and the next build removes them.

use super::difference::{is_same, shown};
use super::make::Made;
use super::record::Record;
use crate::cli::exit::{Access, Failure};
use crate::cli::messages::{Level, Message, Messages};
use crate::cli::output::{self, Output, Target};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use wp2feed::Format;

/// How the name of a file starts that is not in its place yet.
const PREFIX: &str = ".wp2feed-build-";

/// Where files are, and what becomes of them.
pub(super) struct Files {
    /// The folder that is never removed.
    pub(super) root: PathBuf,
    pub(super) record: Record,
    pub(super) prune: bool,
    pub(super) messages: Messages,
}

/// How many files there are of each kind.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) written: u64,
    pub(super) unchanged: u64,
    pub(super) removed: u64,
    pub(super) stale: u64,
}

/// A file that waits to be put into its place.
struct Staged {
    output: Output,
    name: String,
    bytes: u64,
}

impl Files {
    /// Writes what differs, and deals with what is made no more.
    pub(super) fn write(mut self, made: Vec<Made>) -> Result<Tally, Failure> {
        let mut tally = Tally::default();
        let (files, stale) = self.sort(&made);
        self.sweep(&files, &stale);
        // No file is made that the record does not know, whatever happens on the way.
        self.record.write(files.union(&stale).cloned().collect(), PREFIX)?;
        let mut staged = Vec::new();
        for mut made in made {
            for (format, path) in made.files.clone() {
                match self.stage(&mut made, format, &path)? {
                    Some(file) => staged.push(file),
                    None => tally.unchanged += 1,
                }
            }
        }
        for file in staged {
            self.keep(file)?;
            tally.written += 1;
        }
        let left = self.deal_with(&stale, &mut tally)?;
        self.record.write(files.union(&left).cloned().collect(), PREFIX)?;
        Ok(tally)
    }

    /// Shows what would change.
    pub(super) fn check(&self, made: Vec<Made>) -> Result<Tally, Failure> {
        let mut tally = Tally::default();
        let (_, stale) = self.sort(&made);
        for mut made in made {
            for (format, path) in &made.files {
                match shown(&mut made.feed, *format, path)? {
                    None => tally.unchanged += 1,
                    Some(report) => {
                        output::print(&report)?;
                        tally.written += 1;
                    }
                }
            }
        }
        for path in stale {
            if self.prune && is_feed(&path)? {
                output::print(&format!("--- {}\n  made no more\n\n", path.display()))?;
                tally.removed += 1;
            } else {
                self.tell_stale(&path);
                tally.stale += 1;
            }
        }
        Ok(tally)
    }

    /// The files that are made, and those that were and are still there.
    fn sort(&self, made: &[Made]) -> (BTreeSet<PathBuf>, BTreeSet<PathBuf>) {
        let files = made.iter().flat_map(|made| &made.files).map(|(_, path)| path.clone());
        let files: BTreeSet<PathBuf> = files.collect();
        // To some systems names that differ in their letters' case are one.
        let real: BTreeSet<PathBuf> =
            files.iter().filter_map(|path| path.canonicalize().ok()).collect();
        let is_there =
            |path: &&PathBuf| path.canonicalize().is_ok_and(|path| !real.contains(&path));
        let gone = self.record.files().difference(&files);
        let stale = gone.filter(is_there).cloned().collect();
        (files, stale)
    }

    /// Removes what a build that was killed has not put into its place, and folders that it made in vain.
    fn sweep(&self, files: &BTreeSet<PathBuf>, stale: &BTreeSet<PathBuf>) {
        let known = files.iter().chain(self.record.files()).map(PathBuf::as_path);
        let folders = known.chain([self.record.path()]).filter_map(output::folder_of_file);
        for folder in folders.collect::<BTreeSet<_>>() {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            let ours =
                |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with(PREFIX);
            for entry in entries.filter(ours) {
                // What can't be removed is no worse than it was.
                let _ = fs::remove_file(entry.path());
            }
        }
        let never = self.record.files().iter().filter(|path| !files.contains(*path));
        never
            .filter(|path| !stale.contains(*path))
            .for_each(|path| self.remove_empty_folders(path));
    }

    /// Writes a file beside its place, if it differs from what is there.
    fn stage(
        &self,
        made: &mut Made,
        format: Format,
        path: &Path,
    ) -> Result<Option<Staged>, Failure> {
        let name = path.display().to_string();
        if is_same(&mut made.feed, format, path)? {
            self.messages.say(&Message::info("unchanged", "unchanged").about(&name));
            return Ok(None);
        }
        let failed = |e: io::Error| Failure::file(Access::Write, &name, &e);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        let mut output = Target::File(path.to_owned()).open_beside(PREFIX).map_err(failed)?;
        let bytes = output
            .write(|out| made.feed.write(format, out))
            .map_err(|e| Failure::library(Access::Write, &name, &e))?;
        Ok(Some(Staged { output: output.close(), name, bytes }))
    }

    fn keep(&self, file: Staged) -> Result<(), Failure> {
        let Staged { output, name, bytes } = file;
        output.keep().map_err(|e| Failure::file(Access::Write, &name, &e))?;
        let message = Message::info("written", format!("{bytes} bytes written"));
        self.messages.say(&message.about(&name).counting(bytes));
        Ok(())
    }

    /// Removes what is made no more if that is asked for, and tells what is left.
    fn deal_with(
        &self,
        stale: &BTreeSet<PathBuf>,
        tally: &mut Tally,
    ) -> Result<BTreeSet<PathBuf>, Failure> {
        let mut left = BTreeSet::new();
        for path in stale {
            if self.prune && is_feed(path)? {
                self.remove(path)?;
                tally.removed += 1;
            } else {
                self.tell_stale(path);
                tally.stale += 1;
                left.insert(path.clone());
            }
        }
        Ok(left)
    }

    /// Removes a file, and the folders that are empty then.
    fn remove(&self, path: &Path) -> Result<(), Failure> {
        let name = path.display().to_string();
        fs::remove_file(path).map_err(|e| Failure::file(Access::Write, &name, &e))?;
        self.remove_empty_folders(path);
        self.messages.say(&Message::info("removed", "removed").about(&name));
        Ok(())
    }

    /// Removes the folders that were there for a file alone.
    fn remove_empty_folders(&self, path: &Path) {
        let folders = path.ancestors().skip(1);
        let mut inside =
            folders.take_while(|folder| *folder != self.root && folder.starts_with(&self.root));
        inside.find(|folder| fs::remove_dir(folder).is_err());
    }

    fn tell_stale(&self, path: &Path) {
        let (text, advice) = match self.prune {
            true => {
                ("made no more, but no feed either", "look at the file, and remove it yourself")
            }
            false => ("made no more", "--prune removes it"),
        };
        let message = Message::new(Level::Warning, "stale", text.to_owned());
        self.messages.say(&message.advise(advice).about(&path.display().to_string()));
    }
}

impl Tally {
    /// Tells whether a build changes anything.
    pub(super) fn changes(&self) -> bool {
        self.written + self.removed > 0
    }
}

/// Tells whether a file that was made is still a feed: what somebody has put in its place stays.
fn is_feed(path: &Path) -> Result<bool, Failure> {
    if !path.is_file() {
        return Ok(false);
    }
    let bytes = fs::read(path);
    let bytes = bytes.map_err(|e| Failure::file(Access::Read, &path.display().to_string(), &e))?;
    Ok(Format::of(&bytes).is_some())
}
