//! A rule's folder: a document that fails, the place where it does, and a document that passes.

use std::fs;
use std::path::{Path, PathBuf};
use wp2feed::{Finding, Severity, Validator};

/// The file with the place of the first finding.
const PLACE: &str = "place";

/// The file with the address from which the documents are served.
const FEED_URL: &str = "feed-url";

/// What a folder holds.
struct Folder {
    fail: PathBuf,
    pass: PathBuf,
    place: Option<String>,
    feed_url: Option<String>,
}

/// Asserts that one document breaks the rule, at the place that is told, and that the other holds to it and has no
/// error at all.
pub(crate) fn check(path: &Path, rule: &str) -> Result<(), String> {
    let folder = open(path)?;
    let found = place(&folder, rule)?;
    let told = folder.place.as_deref().ok_or("place is missing: UPDATE_SAMPLES=1 writes it")?;
    if told != found {
        return Err(format!("{rule} is found at {found}, not at {told}"));
    }
    passes(&folder, rule)
}

/// Writes the place.
pub(crate) fn update(path: &Path, rule: &str) -> Result<(), String> {
    let folder = open(path)?;
    let found = place(&folder, rule)?;
    if folder.place.as_deref() != Some(&found) {
        fs::write(path.join(PLACE), found + "\n").map_err(|e| e.to_string())?;
    }
    Ok(())
}

fn passes(folder: &Folder, rule: &str) -> Result<(), String> {
    let bad =
        |finding: &&Finding| finding.rule.name == rule || finding.rule.severity == Severity::Error;
    let findings = judge(&folder.pass, folder)?;
    match findings.iter().find(bad) {
        Some(finding) => Err(format!("pass has {finding}")),
        None => Ok(()),
    }
}

/// Where the rule is broken first.
fn place(folder: &Folder, rule: &str) -> Result<String, String> {
    let findings = judge(&folder.fail, folder)?;
    match findings.iter().find(|finding| finding.rule.name == rule) {
        Some(Finding { position, .. }) => Ok(format!("{}:{}", position.line, position.column)),
        None => {
            let all: Vec<_> = findings.iter().map(ToString::to_string).collect();
            Err(format!("fail does not break {rule}; it has:\n{}", all.join("\n")))
        }
    }
}

/// What is found in a document.
fn judge(document: &Path, folder: &Folder) -> Result<Vec<Finding>, String> {
    let validator = Validator::new();
    let validator = match &folder.feed_url {
        Some(url) => validator.feed_url(url),
        None => validator,
    };
    let bytes = fs::read(document).map_err(|e| e.to_string())?;
    let validated = validator.validate(&bytes[..]).map_err(|e| e.to_string())?;
    Ok(validated.findings)
}

fn open(path: &Path) -> Result<Folder, String> {
    let entries = fs::read_dir(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry.map_err(|e| e.to_string())?.file_name().to_string_lossy().into_owned());
    }
    let known = ["fail.xml", "fail.json", "pass.xml", "pass.json", PLACE, FEED_URL];
    if let Some(unknown) = names.iter().find(|name| !known.contains(&name.as_str())) {
        return Err(format!("unknown file {unknown}"));
    }
    let only = |endings: [&str; 2]| {
        let mut found = endings.into_iter().filter(|name| names.iter().any(|it| it == name));
        match (found.next(), found.next()) {
            (Some(name), None) => Ok(path.join(name)),
            (None, _) => Err(format!("{} is missing", endings.join(" or "))),
            _ => Err(format!("{} are both there", endings.join(" and "))),
        }
    };
    let line = |name: &str| Some(fs::read_to_string(path.join(name)).ok()?.trim_end().to_owned());
    Ok(Folder {
        fail: only(["fail.xml", "fail.json"])?,
        pass: only(["pass.xml", "pass.json"])?,
        place: line(PLACE),
        feed_url: line(FEED_URL),
    })
}
