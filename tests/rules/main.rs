//! The rules: every one has a folder in `samples/rules` with a document that fails and one that passes.
//!
//! `samples/rules/README.md` tells the form. A rule without a folder and a folder without a rule fail, and so does
//! a folder that lacks a file or has another one. `UPDATE_SAMPLES=1` writes where `fail` breaks the rule.

mod folder;
mod judge;

use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use wp2feed::Rule;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let update = env::var_os("UPDATE_SAMPLES").is_some();
    if update && env::var_os("CI").is_some() {
        eprintln!(
            "UPDATE_SAMPLES is set, and CI too: places are written by people who look at them"
        );
        return ExitCode::FAILURE;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/rules");
    let rules: Vec<&str> = Rule::all().map(|rule| rule.name).collect();
    let mut trials = vec![trial("the rules and their folders".to_owned(), {
        let (root, rules) = (root.clone(), rules.clone());
        move || complete(&root, &rules)
    })];
    trials.extend(folders(&root).into_iter().map(|path| {
        let name = name(&path);
        trial(name.clone(), move || match update {
            true => folder::update(&path, &name),
            false => folder::check(&path, &name),
        })
    }));
    trials.extend(judge::trials());
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn trial(name: String, run: impl FnOnce() -> Result<(), String> + Send + 'static) -> Trial {
    Trial::test(name, move || run().map_err(Failed::from))
}

/// What is in a folder, but for its README.
fn folders(root: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(root).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut folders: Vec<_> = entries.filter(|path| name(path) != "README.md").collect();
    folders.sort();
    folders
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Every rule has its folder, every folder its rule, and no name is there twice.
fn complete(root: &Path, rules: &[&str]) -> Result<(), String> {
    let names: BTreeSet<&str> = rules.iter().copied().collect();
    let folders: BTreeSet<String> = folders(root).iter().map(|path| name(path)).collect();
    let mut wrong = Vec::new();
    if names.len() != rules.len() {
        wrong.push("two rules have one name".to_owned());
    }
    let missing = names.iter().filter(|name| !folders.contains(**name));
    wrong.extend(missing.map(|name| format!("{name} has no folder")));
    let unknown = folders.iter().filter(|name| !names.contains(name.as_str()));
    wrong.extend(unknown.map(|name| format!("{name} is no rule")));
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}
