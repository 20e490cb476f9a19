//! Where documents come from: files and standard input.

use super::exit::{Access, Failure};
use super::feeds;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use wp2feed::Format;

/// A document that is to be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Input {
    Stdin,
    File(PathBuf),
}

impl From<PathBuf> for Input {
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Input::Stdin } else { Input::File(path) }
    }
}

impl Input {
    /// The name that messages give it.
    pub(super) fn name(&self) -> String {
        match self {
            Input::Stdin => "<stdin>".to_owned(),
            Input::File(path) => path.display().to_string(),
        }
    }

    /// The name from a folder on, of what is in it.
    pub(super) fn name_from(&self, folder: &Path) -> String {
        match self {
            Input::File(path) => path.strip_prefix(folder).unwrap_or(path).display().to_string(),
            Input::Stdin => self.name(),
        }
    }

    /// The folder that it is in; of standard input the one where the program runs.
    pub(super) fn folder(&self) -> &Path {
        match self {
            Input::Stdin => Path::new(""),
            Input::File(path) => path.parent().unwrap_or(Path::new("")),
        }
    }

    /// The format of a feed, as far as that is seen without reading it.
    pub(super) fn format(&self) -> Option<Format> {
        match self {
            Input::Stdin => feeds::format_of(None),
            Input::File(path) => feeds::format_of(Some(path)),
        }
    }

    /// The address that was given in place of a file.
    pub(super) fn address(&self) -> Option<&str> {
        let Input::File(path) = self else { return None };
        path.to_str().filter(|name| name.starts_with("https://") || name.starts_with("http://"))
    }

    /// Opens it for reading in large pieces.
    pub(super) fn open(&self) -> Result<Box<dyn Read>, Failure> {
        match self {
            Input::Stdin => Ok(Box::new(io::stdin().lock())),
            Input::File(path) => match File::open(path) {
                Ok(file) => Ok(Box::new(file)),
                Err(e) => Err(Failure::file(Access::Read, &self.name(), &e)),
            },
        }
    }

    /// Reads the whole of it.
    pub(super) fn read(&self) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        match self.open()?.read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(e) => Err(Failure::file(Access::Read, &self.name(), &e)),
        }
    }
}
