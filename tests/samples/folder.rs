//! A sample's folder: what has to be in it, and what may be.

use crate::table;
use std::fs;
use std::path::{Path, PathBuf};
use wp2feed::Format;

/// A sample.
pub(crate) struct Folder {
    pub(crate) path: PathBuf,
    /// The name of the document of posts, or of comments.
    pub(crate) posts: String,
    /// The arguments in `wp2feed.toml`, each `--name=value` or `--name`.
    pub(crate) arguments: Vec<String>,
}

/// The samples of rules, which have a test of their own.
const RULES: &str = "rules";

/// Every folder of samples, by name; beside them there may be a README.md.
pub(crate) fn all(samples: &Path) -> Result<Vec<PathBuf>, String> {
    let mut folders = Vec::new();
    for name in names(samples)?.into_iter().filter(|name| name != RULES) {
        let path = samples.join(&name);
        match path.is_dir() {
            true => folders.push(path),
            false if name == "README.md" => {}
            false => return Err(format!("{name} is no folder and no README.md")),
        }
    }
    if folders.is_empty() {
        Err(format!("no samples in {}", samples.display()))
    } else {
        Ok(folders)
    }
}

/// The name of a sample.
pub(crate) fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

impl Folder {
    /// Opens a sample that is whole.
    pub(crate) fn open(path: &Path) -> Result<Folder, String> {
        let folder = Folder::open_without_expectations(path)?;
        let missing =
            Format::ALL.map(expectation).into_iter().find(|name| !path.join(name).is_file());
        missing.map_or(Ok(folder), |name| {
            Err(format!("{name} is missing: UPDATE_SAMPLES=1 writes it"))
        })
    }

    /// Opens a sample that may lack expectations.
    pub(crate) fn open_without_expectations(path: &Path) -> Result<Folder, String> {
        let names = names(path)?;
        if names.is_empty() {
            return Err("the folder is empty".to_owned());
        }
        let mut arguments = match path.join(TABLE).is_file() {
            true => table::words(&text(&path.join(TABLE))?).map_err(|e| format!("{TABLE}: {e}"))?,
            false => Vec::new(),
        };
        let input = arguments.iter().position(|argument| argument.starts_with("--input="));
        let input = input.map(|at| arguments.remove(at).replacen("--input=", "", 1));
        let posts = input.unwrap_or_else(|| "posts.json".to_owned());
        if !names.contains(&posts) {
            return Err(format!("{posts} is missing"));
        }
        let named = |name: &str| arguments.iter().any(|argument| is_value(argument, name));
        let read = |name: &str| name == posts || is_known(name) || named(name);
        if let Some(name) = names.iter().find(|name| !read(name)) {
            return Err(format!("unknown file {name}"));
        }
        explained(&fs::read_to_string(path.join("README.md")).unwrap_or_default())?;
        Ok(Folder { path: path.to_owned(), posts, arguments })
    }

    /// Reads one of the folder's files.
    pub(crate) fn read(&self, name: &str) -> Result<Vec<u8>, String> {
        fs::read(self.path.join(name)).map_err(|e| format!("{name}: {e}"))
    }

    /// Tells whether the folder has a file.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.path.join(name).is_file()
    }
}

/// The file with the expected feed of a format.
pub(crate) fn expectation(format: Format) -> String {
    format!("expected.{}", format.name())
}

/// The file with what the program says, where a format makes it say something else than RSS.
pub(crate) fn own_messages(format: Format) -> String {
    format!("expected.{}.stderr", format.name())
}

/// The file with what the program says.
pub(crate) const MESSAGES: &str = "expected.stderr";

/// The file with the arguments.
pub(crate) const TABLE: &str = "wp2feed.toml";

/// Whether an argument names a file, as `--users=users.json`.
fn is_value(argument: &str, name: &str) -> bool {
    argument.split_once('=').is_some_and(|(_, value)| value == name)
}

fn is_known(name: &str) -> bool {
    let fixed = ["README.md", "site.json", TABLE, MESSAGES];
    let of_format = |format: &Format| name == expectation(*format) || name == own_messages(*format);
    fixed.contains(&name) || Format::ALL.iter().any(of_format)
}

/// A README has a heading and at least one sentence.
fn explained(readme: &str) -> Result<(), String> {
    let mut lines = readme.lines().filter(|line| !line.trim().is_empty());
    if !lines.next().is_some_and(|line| line.starts_with("# ")) {
        return Err("README.md has no heading".to_owned());
    }
    let text: Vec<_> = lines.collect();
    let ends = text.last().is_some_and(|line| line.ends_with(['.', '`']));
    if ends && text.concat().contains(' ') {
        Ok(())
    } else {
        Err("README.md has no sentence".to_owned())
    }
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn names(path: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|e| format!("{}: {e}", path.display()))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
