//! Paths in a file: they start at its folder, and where several may stand, one may be a pattern.

use glob::{MatchOptions, Pattern, glob_with};
use std::path::{Path, PathBuf};

/// As in a shell: `*` finds no hidden files.
const AS_SHELLS: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: true,
};

/// The path of a file that is named beside another.
pub(super) fn single(folder: &Path, text: &str) -> PathBuf {
    // Standard input has no folder, addresses are refused as such, and nothing at all as well.
    let kept = matches!(text, "" | "-") || text.contains("://");
    if kept { text.into() } else { folder.join(text) }
}

/// The files that a path names, or a pattern such as `posts/*.json`, in the order of their names.
pub(super) fn several(folder: &Path, text: &str) -> Result<Vec<PathBuf>, (String, String)> {
    let path = single(folder, text);
    if !text.contains(['*', '?', '[']) || text.contains("://") || path.exists() {
        return Ok(vec![path]);
    }
    let wrong = |what: &str| {
        let text = format!("\"{text}\" is no pattern: {what}");
        (text, "write it as posts/*.json; a character that is meant itself as [*]".to_owned())
    };
    let Some(above) = folder.to_str() else { return Err(wrong("the folder is not UTF-8")) };
    // The folder is no part of the pattern, whatever its name.
    let pattern = Path::new(&Pattern::escape(above)).join(text);
    let pattern = pattern.to_string_lossy();
    let found = glob_with(&pattern, AS_SHELLS).map_err(|e| wrong(e.msg))?;
    let found: Result<Vec<_>, _> = found.collect();
    let found = found.map_err(|e| {
        (format!("can't look for \"{text}\": {e}"), "check that you may read the folder".to_owned())
    })?;
    let files: Vec<PathBuf> = found.into_iter().filter(|path| !path.is_dir()).collect();
    if files.is_empty() {
        let text = format!("no file fits \"{text}\" in {}", shown(folder));
        return Err((text, "check the pattern, or take it out".to_owned()));
    }
    Ok(files)
}

fn shown(folder: &Path) -> String {
    let here = folder.as_os_str().is_empty();
    if here { "this folder".to_owned() } else { folder.display().to_string() }
}
