//! The judge judged: a sample that was broken on purpose has to be complained of.

use crate::folder::{self, Folder};
use crate::program;
use crate::readers;
use crate::trial;
use libtest_mimic::Trial;
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// Breaks a copy of a sample, and asks for a judgement of it.
type Case = fn(&Path) -> Result<(), String>;

/// Something else that has to hold.
type Other = fn() -> Result<(), String>;

/// What is done to a copy of the sample `without-embed`, and the words of the complaint.
const CASES: [(&str, Case, &str); 18] = [
    ("an unknown file", |at| with(at, "expected.rdf", "x"), "unknown file expected.rdf"),
    ("an empty folder", emptied, "the folder is empty"),
    ("no posts", |at| without(at, "posts.json"), "posts.json is missing"),
    ("a document that nothing reads", |at| with(at, "posts.txt", "[]"), "unknown file posts.txt"),
    ("a missing feed", |at| without(at, "expected.atom"), "expected.atom is missing"),
    ("no README", |at| without(at, "README.md"), "no heading"),
    ("a README without a heading", |at| with(at, "README.md", "A sentence.\n"), "no heading"),
    ("a README without a sentence", |at| with(at, "README.md", "# Idea\n\nIdea\n"), "no sentence"),
    (
        "another byte in a feed",
        |at| bytes(at, "expected.rss", "blue", "red"),
        "-<description><![CDATA[Three coats of red",
    ),
    ("a line feed less", |at| bytes(at, "expected.json", "]\n}\n", "]\n}"), "+}\n"),
    (
        "another message",
        |at| bytes(at, "expected.stderr", "fetch", "ask"),
        "-  = help: ask with _embed",
    ),
    ("a message that is not said", silent, "-wp2feed: warning: lost"),
    ("arguments that are wrong", |at| args(at, program::bytes), "--colour"),
    (
        "arguments that are not understood",
        |at| args(at, readers::round_trip),
        "unknown argument --colour",
    ),
    (
        "a table that is none",
        |at| with(at, folder::TABLE, "colour = \n"),
        "wp2feed.toml: TOML parse error",
    ),
    ("another title", |at| round_trip(at, "Painting the dinghy\"", "Painting\""), "\"Painting\","),
    ("markup that is broken", |at| read(at, "<name>", "<name/>"), "not well-formed"),
    ("another id", |at| read(at, "?p=1001", "?p=1"), "feed-rs sees"),
];

/// A trial a case, and those about all samples.
pub(crate) fn trials() -> impl Iterator<Item = Trial> {
    let cases = CASES.into_iter().map(|(name, case, words)| {
        trial(format!("the judge sees {name}"), move || complains(&case(copy()?.path()), words))
    });
    let others: [(&str, Other); 4] = [
        ("the judge sees that there are no samples", none),
        ("the judge sees a file among the samples", stray),
        ("expectations are written", updated),
        ("expectations are not written under CI", refused),
    ];
    cases.chain(others.into_iter().map(|(name, run)| trial(name.to_owned(), run)))
}

fn complains<T>(judgement: &Result<T, String>, words: &str) -> Result<(), String> {
    match judgement {
        Ok(_) => Err("nothing was complained of".to_owned()),
        Err(complaint) if complaint.contains(words) => Ok(()),
        Err(complaint) => {
            Err(format!("expected a complaint with {words:?}, but found: {complaint}"))
        }
    }
}

/// A sample to break: `without-embed`, which has messages too.
fn copy() -> Result<TempDir, String> {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/without-embed");
    let copy = tempfile::tempdir().map_err(|e| e.to_string())?;
    for file in fs::read_dir(sample).map_err(|e| e.to_string())?.flatten() {
        fs::copy(file.path(), copy.path().join(file.file_name())).map_err(|e| e.to_string())?;
    }
    program::bytes(&Folder::open(copy.path())?).map(|()| copy)
}

fn with(at: &Path, name: &str, content: &str) -> Result<(), String> {
    fs::write(at.join(name), content).map_err(|e| e.to_string())?;
    Folder::open(at).map(drop)
}

fn without(at: &Path, name: &str) -> Result<(), String> {
    fs::remove_file(at.join(name)).map_err(|e| e.to_string())?;
    Folder::open(at).map(drop)
}

fn emptied(at: &Path) -> Result<(), String> {
    fs::create_dir(at.join("empty")).map_err(|e| e.to_string())?;
    Folder::open(&at.join("empty")).map(drop)
}

fn bytes(at: &Path, name: &str, from: &str, to: &str) -> Result<(), String> {
    replace(at, name, from, to)?;
    program::bytes(&Folder::open(at)?)
}

fn silent(at: &Path) -> Result<(), String> {
    with(at, "expected.json.stderr", "wp2feed: warning: lost\n")?;
    program::bytes(&Folder::open(at)?)
}

fn args(at: &Path, judge: fn(&Folder) -> Result<(), String>) -> Result<(), String> {
    with(at, folder::TABLE, "colour = 'red'\n")?;
    judge(&Folder::open(at)?)
}

fn round_trip(at: &Path, from: &str, to: &str) -> Result<(), String> {
    replace(at, "expected.json", from, to)?;
    readers::round_trip(&Folder::open(at)?)
}

fn read(at: &Path, from: &str, to: &str) -> Result<(), String> {
    replace(at, "expected.atom", from, to)?;
    readers::readers(&Folder::open(at)?)
}

/// Changes a file; what is not there to be changed is an error, lest a case shows nothing.
fn replace(at: &Path, name: &str, from: &str, to: &str) -> Result<(), String> {
    let text = fs::read_to_string(at.join(name)).map_err(|e| e.to_string())?;
    assert!(text.contains(from), "{name} has no {from:?}");
    fs::write(at.join(name), text.replace(from, to)).map_err(|e| e.to_string())
}

fn none() -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    complains(&folder::all(folder.path()), "no samples")
}

fn stray() -> Result<(), String> {
    let folder = copy()?;
    complains(&folder::all(folder.path()), "expected.atom is no folder and no README.md")
}

/// What was changed or deleted is written anew, and then all is well.
fn updated() -> Result<(), String> {
    let folder = copy()?;
    let at = folder.path();
    let whole = fs::read(at.join("expected.rss")).map_err(|e| e.to_string())?;
    replace(at, "expected.rss", "blue", "red")?;
    complains(&without(at, "expected.atom"), "missing")?;
    complains(&with(at, "expected.json.stderr", ""), "missing")?;
    program::update(&Folder::open_without_expectations(at)?)?;
    let same = fs::read(at.join("expected.rss")).map_err(|e| e.to_string())? == whole;
    assert!(same && !at.join("expected.json.stderr").exists());
    program::bytes(&Folder::open(at)?)
}

fn refused() -> Result<(), String> {
    let program = env::current_exe().map_err(|e| e.to_string())?;
    let mut command = Command::new(program);
    let output =
        command.env("CI", "true").env("UPDATE_SAMPLES", "1").output().map_err(|e| e.to_string())?;
    assert!(!output.status.success());
    complains::<()>(&Err(String::from_utf8_lossy(&output.stderr).into_owned()), crate::REFUSAL)
}
