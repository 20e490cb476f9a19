//! Completions and manual pages are what shells and `man` understand.
//!
//! Shells and formatters that are not here are passed over, and that is said.

use super::{names, wp2feed};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::tempdir;

fn stdout(args: &[&str]) -> String {
    let output = wp2feed(args).assert().success().stderr("").get_output().clone();
    String::from_utf8(output.stdout).expect("text")
}

/// Runs another program, if it is there; what macOS and Windows have under such names may be something else.
fn other(program: &str, args: &[&str], file: &Path) -> Option<Output> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let output = Command::new(program).args(args).arg(file).env("LC_ALL", "C.UTF-8").output();
    if output.is_err() {
        eprintln!("not tested: `{program}` is not installed");
    }
    output.ok()
}

/// What a program complains of, all of it.
fn complaints(output: &Output) -> String {
    let text = [&output.stdout[..], &output.stderr].concat();
    format!("{}{}", String::from_utf8_lossy(&text), if output.status.success() { "" } else { "!" })
}

#[test]
fn shells_parse_their_completions() {
    let dir = tempdir().expect("a folder");
    for shell in ["bash", "zsh", "fish"] {
        let file = dir.path().join(shell);
        fs::write(&file, stdout(&["completions", shell])).expect("written");
        if let Some(output) = other(shell, &["-n"], &file) {
            assert_eq!(complaints(&output), "", "{shell}");
        }
    }
    for (shell, start) in [("powershell", "\nusing namespace"), ("elvish", "\nuse builtin;")] {
        assert!(stdout(&["completions", shell]).starts_with(start));
    }
}

/// What bash offers behind these words, the last of which is being typed.
fn offered(words: &str) -> Option<String> {
    let dir = tempdir().expect("a folder");
    let file = dir.path().join("completions");
    let script = stdout(&["completions", "bash"]);
    let ask = format!(
        "{script}\nCOMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n\
         _wp2feed wp2feed \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD - 1]}}\"\n\
         echo \"${{COMPREPLY[*]}}\""
    );
    fs::write(&file, ask).expect("written");
    let output = other("bash", &["--noprofile", "--norc"], &file)?;
    Some(complaints(&output).trim_end().to_owned())
}

#[test]
fn bash_offers_what_may_follow() {
    for (words, offer) in [
        ("wp2feed comp", "completions"),
        ("wp2feed --out-d", "--out-dir"),
        ("wp2feed --content ''", "full summary none"),
        ("wp2feed completions ''", "-h --help bash elvish fish powershell zsh"),
        ("wp2feed diff --str", "--strict"),
        ("wp2feed diff --out-d", ""),
    ] {
        if let Some(offered) = offered(words) {
            assert_eq!(offered, offer, "{words}");
        }
    }
}

#[test]
fn a_shell_must_be_known() {
    let says = "[possible values: bash, elvish, fish, powershell, zsh]";
    let output = wp2feed(&["completions", "csh"]).assert().code(2).stdout("").get_output().clone();
    assert!(String::from_utf8_lossy(&output.stderr).contains(says));
}

#[test]
fn every_command_has_a_manual_page() {
    let dir = tempdir().expect("a folder");
    let man = dir.path().join("share/man1");
    assert_eq!(stdout(&["man", "--out-dir", &man.display().to_string()]), "");
    let pages = names(&man);
    assert!(
        pages.contains(&"wp2feed.1".to_owned()) && pages.contains(&"wp2feed-diff.1".to_owned())
    );
    assert_eq!(stdout(&["man"]), fs::read_to_string(man.join("wp2feed.1")).expect("a page"));
    for page in pages {
        lint(&man.join(page));
    }
}

/// Asserts that `man` and `mandoc` take a page as it is. It has no date: the same program writes the same page.
fn lint(page: &Path) {
    if let Some(output) = other("man", &["--warnings", "-E", "UTF-8", "-Tutf8", "-Z", "-l"], page) {
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{}", page.display());
    }
    if let Some(output) = other("mandoc", &["-T", "lint", "-W", "warning"], page) {
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let said: Vec<_> = said.lines().filter(|line| !line.contains("missing date")).collect();
        assert_eq!(said, [""; 0], "{}", page.display());
    }
}

#[test]
fn a_manual_that_can_t_be_written_is_told() {
    let dir = tempdir().expect("a folder");
    let file = dir.path().join("file");
    fs::write(&file, "").expect("written");
    let output = wp2feed(&["man", "--out-dir"]).arg(&file).assert().code(5).get_output().clone();
    assert!(String::from_utf8_lossy(&output.stderr).contains("file: can't write: "));
}
