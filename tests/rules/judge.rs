//! The judge is judged: folders that are wrong in one way each must fail, for that reason.

use crate::{complete, folder, trial};
use libtest_mimic::Trial;
use std::fs;
use tempfile::{TempDir, tempdir};

const RULE: &str = "MissingContent";
const FAIL: &str =
    r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Tea", "items": [{"id": "1"}]}"#;
const PASS: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Tea", "items": [{"id": "1", "content_text": "Tea."}]}"#;

/// Files that make a folder; a file that is there twice is the last one.
type Files = &'static [(&'static str, &'static str)];

const GOOD: Files = &[("fail.json", FAIL), ("pass.json", PASS), ("place", "1:75\n")];

/// What is changed about the good folder, and the complaint; an empty file is none.
const BAD: &[(Files, &str)] = &[
    (&[("fail.json", "")], "fail.xml or fail.json is missing"),
    (&[("pass.json", "")], "pass.xml or pass.json is missing"),
    (&[("pass.xml", PASS)], "pass.xml and pass.json are both there"),
    (&[("place", "")], "place is missing: UPDATE_SAMPLES=1 writes it"),
    (&[("place", "1:74")], "MissingContent is found at 1:75, not at 1:74"),
    (&[("README.md", "# Why")], "unknown file README.md"),
    (&[("fail.json", PASS)], "fail does not break MissingContent"),
    (&[("pass.json", FAIL)], "pass has 1:75: error: MissingContent"),
    (&[("pass.json", "{}")], "pass has 1:1: error: MissingMember"),
    (&[("pass.json", "[]")], "pass has 1:1: error: NotAFeed"),
    (&[("fail.json", ""), ("pass.json", ""), ("place", "")], "is missing"),
];

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = vec![
        trial("judge: a good folder is good".to_owned(), || folder::check(made(&[]).path(), RULE)),
        trial("judge: a place is written".to_owned(), place_is_written),
        trial("judge: folders and rules are the same".to_owned(), same),
    ];
    trials.extend(BAD.iter().map(|(files, complaint)| {
        trial(format!("judge: {complaint}"), move || {
            expect(folder::check(made(files).path(), RULE), complaint)
        })
    }));
    trials
}

fn made(changes: Files) -> TempDir {
    let dir = tempdir().expect("a folder");
    for (name, text) in GOOD.iter().chain(changes) {
        let path = dir.path().join(name);
        match text.is_empty() {
            true => fs::remove_file(path).expect("the file of the good folder"),
            false => fs::write(path, text).expect("written"),
        }
    }
    dir
}

fn expect(result: Result<(), String>, complaint: &str) -> Result<(), String> {
    match result {
        Err(told) if told.contains(complaint) => Ok(()),
        other => Err(format!("expected {complaint:?}, but found {other:?}")),
    }
}

fn place_is_written() -> Result<(), String> {
    let dir = made(&[("place", "9:9")]);
    folder::update(dir.path(), RULE)?;
    folder::check(dir.path(), RULE)
}

fn same() -> Result<(), String> {
    let dir = tempdir().expect("a folder");
    for name in ["One", "Two"] {
        fs::create_dir(dir.path().join(name)).expect("made");
    }
    complete(dir.path(), &["One", "Two"])?;
    expect(complete(dir.path(), &["One", "Two", "Three"]), "Three has no folder")?;
    expect(complete(dir.path(), &["One"]), "Two is no rule")?;
    expect(complete(dir.path(), &["One", "Two", "Two"]), "two rules have one name")
}
