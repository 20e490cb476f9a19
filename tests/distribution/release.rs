//! A release: what is packed is what the action installs, and the changelog tells of it.

use super::files::{bash_is_here, list, read, root, yaml};
use super::runner::Runner;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::tempdir;

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn script(name: &str, args: &[&str]) -> Output {
    let output = Command::new("bash").arg(root().join(".github").join(name)).args(args).output();
    output.expect("bash")
}

/// Packs this program as a release for the machine of a runner, where the action looks for it.
fn release(runner: &Runner) {
    // The program of the tests has tens of megabytes; this one calls it.
    let program = runner.folder("built").join("wp2feed");
    fs::create_dir(runner.folder("built")).expect("made");
    fs::write(&program, format!("#!/bin/sh\nexec '{}' \"$@\"\n", env!("CARGO_BIN_EXE_wp2feed")))
        .expect("written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("made a program");
    let releases = format!("server/harbour/wp2feed/releases/download/v{VERSION}");
    let [program, releases] =
        [program, runner.folder(&releases)].map(|path| path.display().to_string());
    let output = script("pack", &["x86_64-unknown-linux-musl", &program, &releases]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_action_installs_what_is_packed() {
    let Some(runner) = Runner::bare() else { return };
    release(&runner);
    runner.put("samples/blog/posts.json", "posts.json");
    runner.put("samples/blog/site.json", "site.json");
    let outcome = runner.uses(&[("posts", "posts.json"), ("site", "site.json")]);
    assert_eq!(outcome.code, 0, "{}", outcome.said);
    assert!(outcome.said.contains(&format!("\nwp2feed {VERSION}\n")), "{}", outcome.said);
    assert_eq!(runner.read("public/feed.xml"), read("samples/blog/expected.rss"));
    let folder = format!("temp/wp2feed/wp2feed-{VERSION}-x86_64-unknown-linux-musl");
    for file in [
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "README.md",
        "CHANGELOG.md",
        "man/wp2feed.1",
        "man/wp2feed-check.1",
        "completions/wp2feed.bash",
        "completions/_wp2feed",
        "completions/wp2feed.fish",
        "completions/_wp2feed.ps1",
        "completions/wp2feed.elv",
    ] {
        let size = fs::metadata(runner.folder(&folder).join(file))
            .unwrap_or_else(|e| panic!("{file}: {e}"))
            .len();
        assert!(size > 100, "{file}");
    }
}

#[test]
fn a_version_may_be_named() {
    let Some(runner) = Runner::bare() else { return };
    release(&runner);
    assert_eq!(runner.uses(&[("version", &format!("v{VERSION}"))]).code, 0);
    let outcome = runner.uses(&[("version", "9.9.9")]);
    assert_eq!(outcome.code, 1, "{}", outcome.said);
    let told = "/harbour/wp2feed/releases/download/v9.9.9/wp2feed-9.9.9-x86_64-unknown-linux-musl.tar.gz: give a version";
    assert!(outcome.said.contains(told), "{}", outcome.said);
}

#[test]
fn an_archive_with_other_bytes_is_refused() {
    let Some(runner) = Runner::bare() else { return };
    release(&runner);
    let name = format!("wp2feed-{VERSION}-x86_64-unknown-linux-musl.tar.gz");
    let archive =
        runner.folder(&format!("server/harbour/wp2feed/releases/download/v{VERSION}/{name}"));
    let mut bytes = fs::read(&archive).expect("an archive");
    *bytes.last_mut().expect("a byte") ^= 1;
    fs::write(&archive, bytes).expect("written");
    let outcome = runner.uses(&[]);
    assert_eq!(outcome.code, 1, "{}", outcome.said);
    assert!(outcome.said.contains(&format!("{name}: FAILED")), "{}", outcome.said);
    assert!(!runner.folder("path").exists());
}

#[test]
fn a_machine_without_a_release_is_told_so() {
    let Some(runner) = Runner::bare() else { return };
    let outcome = runner.with("RUNNER_ARCH", "ARM").uses(&[]);
    assert_eq!(outcome.code, 1, "{}", outcome.said);
    assert!(
        outcome.said.starts_with("::error title=wp2feed::there is no release for Linux on ARM")
    );
}

/// Every target that the action downloads is one that the workflow builds, and one that Rust has.
#[test]
fn the_action_and_the_release_agree_on_targets() {
    let action = read("action.yml");
    let mut wanted: Vec<_> =
        action.lines().filter_map(|line| line.split_once(") target=")).collect();
    wanted.iter_mut().for_each(|(_, target)| *target = target.trim_end_matches(" ;;"));
    let release = yaml(&read(".github/workflows/release.yml"));
    let matrix = ["jobs", "build", "strategy", "matrix"];
    let matrix =
        matrix.iter().fold(&release, |node, key| node.as_mapping_get(key).expect("the matrix"));
    let mut built: Vec<_> = list(matrix, "include")
        .iter()
        .map(|row| {
            row.as_mapping_get("target").and_then(|target| target.as_str()).expect("a target")
        })
        .collect();
    let mut wanted: Vec<_> = wanted.into_iter().map(|(_, target)| target).collect();
    wanted.sort_unstable();
    built.sort_unstable();
    assert_eq!(wanted, built);
    let rustc = Command::new("rustc").args(["--print", "target-list"]).output().expect("rustc");
    let known = String::from_utf8_lossy(&rustc.stdout).into_owned();
    assert!(wanted.iter().all(|target| known.lines().any(|line| line == *target)), "{wanted:?}");
}

#[test]
fn the_changelog_tells_of_one_version() {
    if !bash_is_here() {
        return;
    }
    let folder = tempdir().expect("a folder");
    let text = "# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2026-01-02\n\n### Added\n\n- One.\n\n## [1.1.0-rc.1]\n\n- Two.\n";
    fs::write(folder.path().join("CHANGELOG.md"), text).expect("written");
    fs::create_dir(folder.path().join(".github")).expect("made");
    let copy = folder.path().join(".github/changelog");
    fs::copy(root().join(".github/changelog"), &copy).expect("copied");
    let notes = |version: &str| -> (bool, String) {
        let output = Command::new("bash").arg::<&Path>(&copy).arg(version).output().expect("bash");
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    assert_eq!(notes("1.1.0"), (true, "### Added\n\n- One.\n".to_owned()));
    assert_eq!(notes("1.1.0-rc.1"), (true, "- Two.\n".to_owned()));
    for missing in ["Unreleased", "1.1", "2.0.0"] {
        assert_eq!(notes(missing), (false, String::new()), "{missing}");
    }
}
