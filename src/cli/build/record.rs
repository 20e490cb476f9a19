//! The files that builds have made, listed in a file beside the description, so that what is made no more
//! is known and nothing else is ever removed.

use crate::cli::exit::{Access, Failure};
use crate::cli::input::Input;
use crate::cli::output::Target;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The first line of the list.
const ABOUT: &str = "# What `wp2feed build` has made, so that it can tell what is made no more.\n";

/// The list, and where it is.
#[derive(Debug)]
pub(super) struct Record {
    path: PathBuf,
    /// The folder at which its paths start.
    folder: PathBuf,
    files: BTreeSet<PathBuf>,
}

impl Record {
    /// Reads the list of what is made of a description; `.wp2feed.made` is that of `wp2feed.toml`.
    pub(super) fn read(input: &Input) -> Result<Record, Failure> {
        let folder = input.folder().to_owned();
        let stem = match input {
            Input::File(path) => path.file_stem().unwrap_or_default().to_string_lossy(),
            Input::Stdin => "wp2feed".into(),
        };
        let path = folder.join(format!(".{stem}.made"));
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(e) if e.kind() == ErrorKind::NotFound => String::new(),
            Err(e) => return Err(Failure::file(Access::Read, &path.display().to_string(), &e)),
        };
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let files = lines.map(|line| folder.join(line)).collect();
        Ok(Record { path, folder, files })
    }

    /// Where the list is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The files.
    pub(super) fn files(&self) -> &BTreeSet<PathBuf> {
        &self.files
    }

    /// Writes the list, unless it is there already: whole, as every file.
    pub(super) fn write(&mut self, files: BTreeSet<PathBuf>, prefix: &str) -> Result<(), Failure> {
        if files == self.files {
            return Ok(());
        }
        self.files = files;
        let name = self.path.display().to_string();
        replace(&self.path, &self.text(), prefix)
            .map_err(|e| Failure::file(Access::Write, &name, &e))
    }

    fn text(&self) -> String {
        let line = |file: &PathBuf| {
            let path = file.strip_prefix(&self.folder).unwrap_or(file);
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            // Of an absolute path the first part is the root.
            parts.join("/").replacen("//", "/", 1) + "\n"
        };
        self.files.iter().map(line).fold(ABOUT.to_owned(), |text, line| text + &line)
    }
}

fn replace(path: &Path, text: &str, prefix: &str) -> io::Result<()> {
    let mut output = Target::File(path.to_owned()).open_beside(prefix)?;
    let written = output.write(|out| Ok(out.write_all(text.as_bytes())?));
    written.map_err(io::Error::other)?;
    output.keep()
}
