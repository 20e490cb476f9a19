//! README.md's promise: every command in it runs, and says what README.md says it says.
//!
//! A `console` block is a session: lines that start with `$ ` are given to a shell in a folder of its own
//! that has the samples, what follows is what it must answer.

#![cfg(unix)]

use similar::TextDiff;
use std::fmt::Write;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_wp2feed");

/// The blocks of a language, without their fences.
fn blocks<'a>(markdown: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    let behind = markdown.split(&fence).skip(1);
    behind.map(|text| text.split("```").next().expect("text before a fence")).collect()
}

/// Runs the commands of a session in one shell, and gives the session as it really was.
fn rerun(session: &str, folder: &Path) -> String {
    let mut script = "exec 2>&1\n".to_owned();
    for command in session.lines().filter_map(|line| line.strip_prefix("$ ")) {
        let quoted = command.replace('\'', r"'\''");
        writeln!(
            script,
            "printf '$ %s\\n' '{quoted}'; (exit \"${{last:-0}}\"); {command}; last=$?"
        )
        .expect("memory takes everything");
    }
    let bin = Path::new(PROGRAM).parent().expect("a folder").display().to_string();
    let path = format!("{bin}:{}", std::env::var("PATH").unwrap_or_default());
    let shell = Command::new("sh")
        .args(["-c", &script])
        .current_dir(folder)
        .env("PATH", path)
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .output();
    String::from_utf8(shell.expect("a shell").stdout).expect("text")
}

/// A folder that has the samples and nothing else.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    symlink(samples, folder.path().join("samples")).expect("a link");
    folder
}

fn readme() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    std::fs::read_to_string(path).expect("README.md")
}

#[test]
fn every_session_is_as_it_is_told() {
    let readme = readme();
    let sessions = blocks(&readme, "console");
    assert!(sessions.len() >= 6, "README.md shows real commands");
    for session in sessions {
        let folder = folder();
        let real = rerun(session, folder.path());
        let diff = TextDiff::from_lines(session, real.as_str());
        assert!(session == real, "README.md tells otherwise:\n{}", diff.unified_diff());
    }
}

/// The command of the first minute, with the program that the tests have in the place of cargo.
#[test]
fn the_first_command_writes_the_sample_s_feed() {
    let readme = readme();
    let shells = blocks(&readme, "sh");
    let command = shells.iter().find_map(|block| block.strip_prefix("cargo run --release -q --"));
    let folder = folder();
    let real = rerun(&format!("$ wp2feed{}", command.expect("the command")), folder.path());
    let expected = std::fs::read_to_string(folder.path().join("samples/blog/expected.rss"));
    assert!(real.ends_with(&expected.expect("the sample")), "{real}");
}

#[test]
fn a_session_that_tells_otherwise_is_seen() {
    let folder = folder();
    assert_eq!(rerun("$ echo right\nwrong\n", folder.path()), "$ echo right\nright\n");
    assert_eq!(rerun("$ false\n$ echo $?\n", folder.path()), "$ false\n$ echo $?\n1\n");
}
