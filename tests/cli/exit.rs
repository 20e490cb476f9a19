//! The exit codes, and what is on standard output when they are not 0.

use super::{json_feed, locked, post, posts, run, titles, wp2feed};
use std::io::Read;
use std::process::Stdio;
use tempfile::tempdir;

/// Asserts that the input is refused and nothing is written; returns what is said.
#[track_caller]
fn not_posts(input: &str) -> String {
    let (stdout, stderr) = run(&[], input, 3);
    assert_eq!(stdout, "");
    assert!(stderr.starts_with("wp2feed: error: <stdin>: "), "{stderr}");
    stderr
}

#[test]
fn fine_posts_are_converted_without_a_word() {
    let (stdout, stderr) = run(&[], posts(), 0);
    assert!(stdout.contains("<rss"));
    assert_eq!(stderr, "");
    run(&["--strict", "--fail-on-empty"], posts(), 0);
}

#[test]
fn warnings_alone_are_fine() {
    let (_, stderr) = run(&[], locked(), 0);
    assert!(stderr.starts_with("wp2feed: warning: 1 post locked"), "{stderr}");
}

#[test]
fn strict_turns_warnings_into_errors_and_writes_nothing() {
    let (stdout, stderr) = run(&["--strict"], locked(), 1);
    assert_eq!(stdout, "");
    assert!(stderr.starts_with("wp2feed: error: 1 post locked"), "{stderr}");
    assert!(stderr.contains("nothing is written"), "{stderr}");
}

#[test]
fn strict_does_not_mind_what_lost_nothing() {
    let twice = post(1, "2024-01-01T08:00:00", "");
    run(&["--strict"], format!("[{twice},{twice}]"), 0);
}

#[test]
fn guesses_are_findings() {
    wp2feed(&["--strict"]).write_stdin(posts()).assert().code(1).stdout("");
    wp2feed(&[]).write_stdin(posts()).assert().code(0);
}

#[test]
fn what_is_not_posts_is_refused() {
    not_posts("");
    not_posts("   \n");
    not_posts("<!DOCTYPE html><html><body>Not here</body></html>");
    not_posts("[1, 2");
    not_posts("true");
    let error = r#"{"code":"rest_no_route","message":"No route","data":{"status":404}}"#;
    assert!(not_posts(error).contains("rest_no_route"));
}

#[test]
fn a_broken_end_leaves_standard_output_empty() {
    let whole = posts();
    not_posts(&whole[..whole.len() - 1]);
    not_posts(&whole[..whole.len() / 2]);
}

#[test]
fn a_wrong_type_is_told_with_its_place() {
    let broken = format!("[{},\n{}]", post(1, "2024-01-01T08:00:00", ""), r#"{"id":"two"}"#);
    let stderr = not_posts(&broken);
    assert!(stderr.contains("posts[1].id: "), "{stderr}");
    assert!(stderr.contains("line "), "{stderr}");
}

#[test]
fn a_site_file_that_is_none_is_refused() {
    let dir = tempdir().expect("a folder");
    let file = dir.path().join("site.json");
    std::fs::write(&file, "<html>").expect("written");
    let output = wp2feed(&["--site"]).arg(&file).write_stdin(posts()).assert().code(3);
    let stderr = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(stderr.contains("site.json: "), "{stderr}");
}

#[test]
fn nothing_to_write_is_told_if_asked() {
    for (args, input) in [(&["--since", "2030-01-01"][..], posts()), (&[], "[]".to_owned())] {
        let (stdout, _) = run(args, input.clone(), 0);
        assert!(stdout.contains("<rss"));
        let (stdout, stderr) = run(&[args, &["--fail-on-empty"]].concat(), input, 4);
        assert_eq!(stdout, "");
        assert!(stderr.contains("nothing is written"), "{stderr}");
    }
}

#[test]
fn a_missing_input_is_named() {
    let (stdout, stderr) = run(&["missing.json"], "", 5);
    assert_eq!(stdout, "");
    assert!(stderr.starts_with("wp2feed: error: missing.json: can't read: "), "{stderr}");
    assert!(stderr.contains("  = help: check the path"), "{stderr}");
    run(&["--site", "missing.json"], posts(), 5);
}

#[test]
fn a_folder_is_no_input() {
    let dir = tempdir().expect("a folder");
    let (stdout, stderr) = run(&[&dir.path().display().to_string()], "", 5);
    assert_eq!(stdout, "");
    assert!(stderr.contains("can't read: "), "{stderr}");
}

#[test]
fn output_into_a_missing_folder_is_refused() {
    let dir = tempdir().expect("a folder");
    let file = dir.path().join("missing/feed.xml").display().to_string();
    let (_, stderr) = run(&["-o", &file], posts(), 5);
    assert!(stderr.contains("missing/feed.xml: can't write: "), "{stderr}");
    assert!(stderr.contains("make its folder first"), "{stderr}");
    let (_, stderr) = run(&["-o", &dir.path().display().to_string()], posts(), 5);
    assert!(stderr.contains("--out-dir"), "{stderr}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let (_, stderr) = run(&["-o", "/dev/full"], posts(), 5);
    assert!(stderr.contains("/dev/full: can't write: No space left"), "{stderr}");
    let full = std::fs::File::options().write(true).open("/dev/full").expect("/dev/full");
    let mut child = program().stdin(Stdio::piped()).stdout(full).spawn().expect("started");
    let mut stdin = child.stdin.take().expect("a pipe");
    std::io::Write::write_all(&mut stdin, posts().as_bytes()).expect("written");
    drop(stdin);
    assert_eq!(child.wait().expect("ended").code(), Some(5));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let dir = tempdir().expect("a folder");
    let file = dir.path().join("posts.json");
    let long =
        format!(r#","content":{{"rendered":"{}","protected":false}}"#, "long ".repeat(400_000));
    std::fs::write(&file, long_post(&long)).expect("written");
    let mut child = program()
        .arg(&file)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    let mut start = [0; 10];
    child.stdout.take().expect("a pipe").read_exact(&mut start).expect("ten bytes");
    let output = child.wait_with_output().expect("ended");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

/// One post with a text far larger than a pipe.
fn long_post(content: &str) -> String {
    let short = r#""content":{"rendered":"<p>Whole 1</p>","protected":false}"#;
    let whole = post(1, "2024-01-01T08:00:00", "");
    assert!(whole.contains(short));
    whole.replace(short, content.trim_start_matches(','))
}

#[test]
fn standard_input_may_stand_between_files() {
    let dir = tempdir().expect("a folder");
    let file = dir.path().join("posts.json");
    std::fs::write(&file, posts()).expect("written");
    let name = file.display().to_string();
    let more = post(4, "2024-04-01T08:00:00", "");
    let feed = json_feed(&[&name, "-"], &more);
    assert_eq!(titles(&feed), ["Post 4", "Post 3", "Post 2", "Post 1"]);
}

/// The program with the site known, for tests that need its pipes.
fn program() -> std::process::Command {
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("wp2feed"));
    command.args(super::SITE);
    command
}
