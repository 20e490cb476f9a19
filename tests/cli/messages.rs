//! What is said on standard error: in three forms, as much as is asked for, colour only for people.

use super::{locked, post, posts, run, wp2feed};
use serde_json::{Value, json};
use std::fs;
use tempfile::tempdir;

/// The JSON objects on standard error, one a line.
fn objects(args: &[&str], input: &str, code: i32) -> Vec<Value> {
    let (_, stderr) = run(&[args, &["--message-format", "json"]].concat(), input, code);
    stderr.lines().map(|line| serde_json::from_str(line).expect("an object")).collect()
}

/// Runs on a file with this name and content in the working folder.
fn run_on(name: &str, content: &str, form: &str) -> String {
    let dir = tempdir().expect("a folder");
    fs::write(dir.path().join(name), content).expect("written");
    let mut program = wp2feed(&["--message-format", form, name]);
    let assert = program.current_dir(dir.path()).assert().code(3);
    String::from_utf8(assert.get_output().stderr.clone()).expect("text")
}

#[test]
fn people_get_a_line_and_advice() {
    let (_, stderr) = run(&[], locked(), 0);
    let expected = "wp2feed: warning: 1 post locked with a password, left out: 9\n  \
                    = help: --include-protected writes title and link\n";
    assert_eq!(stderr, expected);
}

#[test]
fn programs_get_an_object_a_line() {
    let expected = json!({
        "level": "warning", "code": "protected", "count": 1, "posts": ["9"],
        "message": "1 post locked with a password, left out: 9",
        "help": "--include-protected writes title and link",
    });
    assert_eq!(objects(&[], &locked(), 0), [expected]);
}

#[test]
fn programs_get_the_place_in_parts() {
    let stderr = run_on("posts.json", "[\n{\"id\":\"one\"}]", "json");
    let object: Value = serde_json::from_str(&stderr).expect("one object");
    assert_eq!(object["level"], "error");
    assert_eq!(object["code"], "field");
    assert_eq!(object["file"], "posts.json");
    assert_eq!(object["line"], 2);
    assert_eq!(object["path"], "posts[0].id");
    assert!(object["byte"].is_u64());
}

#[test]
fn github_gets_workflow_commands() {
    let (_, stderr) = run(&["--message-format", "github"], locked(), 0);
    let expected = "::warning title=wp2feed%3A protected::1 post locked with a password, left out: 9\
                    %0Ahelp: --include-protected writes title and link\n";
    assert_eq!(stderr, expected);
    let stderr = run_on("posts.json", "[\n{\"id\":\"one\"}]", "github");
    assert!(
        stderr.starts_with("::error file=posts.json,line=2,title=wp2feed%3A field::posts[0].id: ")
    );
    assert_eq!(stderr.lines().count(), 1);
}

#[test]
fn github_properties_are_escaped() {
    let stderr = run_on("a,b:100%.json", "nothing", "github");
    assert!(stderr.contains("file=a%2Cb%3A100%25.json,"), "{stderr}");
}

#[cfg(unix)]
#[test]
fn a_name_does_not_steer_the_terminal() {
    let stderr = run_on("\u{1b}[31m\n.json", "nothing", "human");
    assert!(!stderr.contains('\u{1b}'), "{stderr}");
    assert!(stderr.starts_with("wp2feed: error: \\u{1b}[31m\\n.json: "), "{stderr}");
}

#[test]
fn quiet_says_errors_only() {
    assert_eq!(run(&["-q"], locked(), 0).1, "");
    assert!(run(&["-q"], "[", 3).1.starts_with("wp2feed: error: "));
    assert!(run(&["-q", "--strict"], locked(), 1).1.contains("locked"));
}

#[test]
fn verbose_tells_what_was_read_and_written() {
    let dir = tempdir().expect("a folder");
    let name = dir.path().display().to_string();
    let args = ["-v", "--limit", "2", "--out-dir", &name, "-t", "rss,json"];
    let said = objects(&args, &posts(), 0);
    assert_eq!(said.len(), 3, "{said:?}");
    assert_eq!(said[0]["message"], "posts read: 3, entries: 2");
    for (message, file) in said[1..].iter().zip(["feed.xml", "feed.json"]) {
        let path = dir.path().join(file);
        let bytes = fs::metadata(&path).expect("a file").len();
        assert_eq!(message["file"], path.display().to_string());
        assert_eq!(message["count"], bytes);
        assert_eq!(message["level"], "info");
    }
}

#[test]
fn colour_is_for_terminals_and_those_who_force_it() {
    let stderr = |variables: &[(&str, &str)]| {
        let mut program = wp2feed(&[]);
        let assert = program.envs(variables.iter().copied()).write_stdin("[").assert();
        String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
    };
    assert!(!stderr(&[]).contains('\u{1b}'));
    assert!(stderr(&[("CLICOLOR_FORCE", "1")]).contains("\u{1b}[1m\u{1b}[31merror:\u{1b}[0m "));
    assert!(!stderr(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]).contains('\u{1b}'));
}

#[test]
fn characters_removed_from_the_head_are_told() {
    let codes = |format| {
        let objects = objects(&["--to", format, "--description", "a\u{1}b"], &posts(), 0);
        objects.iter().map(|object| object["code"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(codes("rss"), ["xml-characters-in-head"]);
    assert_eq!(codes("json"), [""; 0], "JSON can hold them");
}

/// What a password locks is in no feed and no message, even where the document holds it.
#[test]
fn nothing_locked_is_told() {
    let secret = "<p>opensesame <a href=\"/opensesame.mp3\">x</a></p>";
    let field = json!({"rendered": secret, "raw": secret, "protected": true});
    let locked = post(5, "2024-01-01T08:00:00", &format!(r#","excerpt":{field},"password":"pw""#))
        .replace("<p>Whole 5</p>", "opensesame");
    let draft = locked.replace("\"publish\"", "\"draft\"");
    for args in [&["-v"][..], &["-v", "--include-protected"], &["--message-format", "json"]] {
        for format in ["rss", "atom", "json"] {
            let document = format!("[{locked},{draft}]");
            let (stdout, stderr) = run(&[args, &["-t", format]].concat(), document, 0);
            assert!(!stdout.contains("opensesame"), "{stdout}");
            assert!(!stderr.contains("opensesame"), "{stderr}");
        }
    }
}
