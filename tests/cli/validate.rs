//! `wp2feed validate`: exit codes, what is told and what is not, and the four forms.

use super::wp2feed;
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::{TempDir, tempdir};

/// A feed about which nothing is to be said.
const GOOD: &str = r#"{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Tea",
  "home_page_url": "https://example.org/",
  "feed_url": "https://example.org/feed.json",
  "icon": "https://example.org/icon.png",
  "items": [{"id": "https://example.org/1", "url": "https://example.org/1", "content_text": "é"}]
}"#;

/// A folder with a good feed, one with a warning and an info, one with an error, and something else.
fn folder() -> TempDir {
    let dir = tempdir().expect("a folder");
    let put = |name: &str, text: &str| fs::write(dir.path().join(name), text).expect("written");
    put("good.json", GOOD);
    let warning = GOOD
        .replace("\"Tea\"", "\"Tea <b>and</b>\"")
        .replace("\"https://example.org/1\", \"url\"", "\"1\", \"url\"");
    put("warning.json", &warning);
    put("an error, 50%.json", &GOOD.replace(r#""é""#, "1"));
    put("page.html", "<!DOCTYPE html><html><head><title>Tea</title></head></html>");
    dir
}

/// Runs the command in a folder; gives both its outputs.
#[track_caller]
fn validate(dir: &Path, args: &[&str], code: i32) -> (String, String) {
    let mut command = wp2feed(&[&["validate"], args].concat());
    let assert = command.current_dir(dir).assert().code(code);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_owned()).expect("text");
    (text(&assert.get_output().stdout), text(&assert.get_output().stderr))
}

/// The rules in the JSON form, in their order.
#[track_caller]
fn rules(dir: &Path, args: &[&str], code: i32) -> Vec<String> {
    let (stdout, stderr) = validate(dir, &[&["--format", "json"], args].concat(), code);
    assert_eq!(stderr, "");
    let findings: Vec<Value> = serde_json::from_str(&stdout).expect("one array");
    findings.iter().map(|it| it["rule"].as_str().expect("a rule").to_owned()).collect()
}

#[test]
fn people_see_what_where_why_and_the_line() {
    let dir = folder();
    let (stdout, stderr) = validate(dir.path(), &["warning.json"], 0);
    let expected = "\
warning.json:3:23: warning: MarkupInPlainText: ";
    assert!(stdout.starts_with(expected), "{stdout}");
    let lines: Vec<_> = stdout.lines().skip(1).collect();
    assert_eq!(
        lines,
        [
            "   write plain text: no tags, and each character as itself   [JSON Feed 1.1, Items, content_html and content_text]",
            "  |",
            "3 |   \"title\": \"Tea <b>and</b>\",",
            "  |                       ^",
        ]
    );
    assert_eq!(stderr, "validated: 1 feed, 0 errors, 1 warning (1 not shown)\n");
}

#[test]
fn a_good_feed_has_nothing_to_be_told() {
    let dir = folder();
    let (stdout, stderr) = validate(dir.path(), &["good.json", "--fail-on", "info"], 0);
    assert_eq!((&stdout[..], &stderr[..]), ("", "validated: 1 feed, 0 errors, 0 warnings\n"));
    for (form, nothing) in [("json", "[]\n"), ("github", "")] {
        let (stdout, stderr) = validate(dir.path(), &["good.json", "--format", form], 0);
        assert_eq!((&stdout[..], &stderr[..]), (nothing, ""), "{form}");
    }
}

#[test]
fn levels_choose_what_is_told_and_what_fails() {
    let dir = folder();
    let of = |args: &[&str], code| rules(dir.path(), &[&["warning.json"], args].concat(), code);
    assert_eq!(of(&[], 0), ["MarkupInPlainText"]);
    assert_eq!(of(&["--level", "error"], 0), [""; 0]);
    assert_eq!(of(&["--level", "info"], 0), ["MarkupInPlainText", "IdNoUrl"]);
    assert_eq!(of(&["--fail-on", "warning"], 1), ["MarkupInPlainText"]);
    // What fails is told, whatever the level.
    assert_eq!(of(&["--fail-on", "info", "--level", "error"], 1), ["MarkupInPlainText", "IdNoUrl"]);
    assert_eq!(of(&["--fail-on", "warning", "--ignore", "MarkupInPlainText"], 0), [""; 0]);
}

#[test]
fn the_worst_of_several_files_counts() {
    let dir = folder();
    let error = "an error, 50%.json";
    assert_eq!(rules(dir.path(), &["good.json", error], 1), ["WrongType"]);
    let (stdout, stderr) = validate(dir.path(), &[error, "page.html", "good.json"], 3);
    assert!(
        stdout.starts_with("an error, 50%.json:7:") && stdout.contains("WrongType"),
        "{stdout}"
    );
    let no_feed = "\npage.html:1:1: error: NotAFeed: expected RSS, Atom or JSON Feed, but found no";
    assert!(stdout.contains(no_feed), "{stdout}");
    assert!(stderr.starts_with("validated: 2 feeds, "), "{stderr}");
    let args = ["none.json", error, "page.html", "--format", "json"];
    let (stdout, stderr) = validate(dir.path(), &args, 5);
    assert!(stdout.starts_with("[\n{\"file\":\"an error, 50%.json\",\"line\":7,"), "{stdout}");
    let said: Value = serde_json::from_str(&stderr).expect("one object");
    assert_eq!((&said["code"], &said["file"]), (&"io".into(), &"none.json".into()));
}

#[test]
fn nothing_and_anything_is_no_feed() {
    let dir = folder();
    for input in ["", " \n", "{}", "[1]", "true", "Not Found", "<p>"] {
        let mut command = wp2feed(&["validate"]);
        let output = command.current_dir(dir.path()).write_stdin(input).assert().code(3);
        let stdout = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
        assert!(stdout.contains("<stdin>:1:1: error: NotAFeed: "), "{input}: {stdout}");
    }
}

#[test]
fn standard_input_has_lines_too() {
    let bad = GOOD.replace("\"Tea\"", "7");
    for args in [&["validate"][..], &["validate", "-"]] {
        let output = wp2feed(args).write_stdin(&bad[..]).assert().code(1).get_output().clone();
        let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(stdout.starts_with("<stdin>:3:12: error: WrongType: "), "{stdout}");
        assert!(stdout.ends_with("\n3 |   \"title\": 7,\n  |            ^\n"), "{stdout}");
    }
    let output = wp2feed(&["validate", "--format", "json"]).write_stdin(&bad[..]).assert().code(1);
    assert!(String::from_utf8_lossy(&output.get_output().stdout).contains("\"file\":\"<stdin>\""));
}

#[test]
fn of_a_long_line_what_is_around_is_shown() {
    let filler = "tea ".repeat(5000);
    let long = format!(
        r#"{{"version":"https://jsonfeed.org/version/1.1","title":"{filler}","icon":7,"items":[],"language":"en","description":"{filler}"}}"#
    );
    let output = wp2feed(&["validate", "--level", "error"]).write_stdin(long).assert().code(1);
    let stdout = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    let lines: Vec<_> = stdout.lines().collect();
    let line = lines.iter().find(|line| line.contains("\"icon\":7")).expect("the line");
    assert!(line.starts_with("1 | ...") && line.ends_with("...") && line.len() < 120, "{line}");
    let caret = lines.last().expect("a caret");
    assert_eq!(line.find("7,\"items\""), caret.find('^'), "{stdout}");
}

#[test]
fn github_shows_findings_beside_the_line() {
    let dir = folder();
    let (stdout, _) = validate(dir.path(), &["--format", "github", "an error, 50%.json"], 1);
    let start = "::error file=an error%2C 50%25.json,line=7,col=93,title=wp2feed%3A WrongType::content_text must be a string, but is a number%0Ahelp: ";
    assert!(stdout.starts_with(start), "{stdout}");
    assert_eq!(stdout.lines().count(), 1);
    let (stdout, _) =
        validate(dir.path(), &["--format", "github", "--level", "info", "warning.json"], 0);
    assert!(
        stdout.starts_with("::warning file=warning.json,line=3,col=23,title=wp2feed%3A Mark"),
        "{stdout}"
    );
    assert!(stdout.contains("\n::notice file=warning.json,line=7,"), "{stdout}");
}

#[test]
fn json_tells_all_of_a_finding() {
    let dir = folder();
    let (stdout, _) = validate(dir.path(), &["--format", "json", "an error, 50%.json"], 1);
    let findings: Vec<Value> = serde_json::from_str(&stdout).expect("an array");
    let expected = serde_json::json!([{
        "file": "an error, 50%.json", "line": 7, "column": 93, "byte": 293, "level": "error",
        "rule": "WrongType", "message": "content_text must be a string, but is a number",
        "help": "write the value as the type that is named",
        "spec": "JSON Feed 1.1, Top-level; Items; Attachments",
    }]);
    assert_eq!(Value::Array(findings), expected);
}

#[test]
fn colour_is_for_people_who_want_it() {
    let dir = folder();
    let mut command = wp2feed(&["validate", "warning.json"]);
    let output = command.current_dir(dir.path()).env("CLICOLOR_FORCE", "1").assert().code(0);
    let stdout = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    assert!(stdout.contains("\u{1b}[1m\u{1b}[33mwarning:"), "{stdout:?}");
    for name in ["NO_COLOR", "UNSET"] {
        let mut command = wp2feed(&["validate", "warning.json"]);
        let output = command.current_dir(dir.path()).env(name, "1").assert().code(0);
        assert!(!output.get_output().stdout.contains(&0x1b), "{name}");
    }
}

/// What a feed says must not steer the terminal.
#[test]
fn control_characters_are_shown_as_such() {
    let feed = GOOD.replace("\"Tea\"", "\"\u{1b}[31mred\u{202e}\"");
    let output = wp2feed(&["validate"]).write_stdin(feed).assert().code(1).get_output().clone();
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(stdout.contains("JsonSyntax"), "{stdout}");
    assert!(!stdout.contains(['\u{1b}', '\u{202e}']), "{stdout:?}");
}

#[test]
fn the_address_of_the_feed_is_of_one_feed() {
    let dir = folder();
    let elsewhere = ["--feed-url", "https://example.org/old.json", "good.json"];
    assert_eq!(rules(dir.path(), &elsewhere, 0), ["FeedUrlElsewhere"]);
    let at_home = ["--feed-url", "https://example.org/feed.json", "good.json"];
    assert_eq!(rules(dir.path(), &at_home, 0), [""; 0]);
    let (_, stderr) = validate(dir.path(), &[&elsewhere[..], &["warning.json"]].concat(), 2);
    assert!(stderr.contains("--feed-url is the address of one feed"), "{stderr}");
}

#[test]
fn wrong_arguments_are_refused() {
    let dir = folder();
    for (args, hint) in [
        (&["--ignore", "MissingContents", "good.json"][..], "is MissingContent meant?"),
        (&["--explain", "containsrelref"], "is ContainsRelRef meant?"),
        (&["--level", "fatal", "good.json"], "[possible values: error, warning, info]"),
        (&["-", "-"], "more than once"),
        (&["--rules", "good.json"], "cannot be used with"),
        (
            &["https://example.org/feed.json"],
            "curl -s 'https://example.org/feed.json' | wp2feed validate",
        ),
    ] {
        let (stdout, stderr) = validate(dir.path(), args, 2);
        assert!(stdout.is_empty() && stderr.contains(hint), "{args:?}: {stderr}");
    }
}

#[test]
fn wrong_arguments_are_told_in_the_form_of_the_findings() {
    let dir = folder();
    for form in [&["--format", "json"][..], &["--format=json"]] {
        let (_, stderr) = validate(dir.path(), &[form, &["--level", "fatal"]].concat(), 2);
        let said: Value = serde_json::from_str(&stderr).expect("one object");
        assert_eq!(said["code"], "usage");
    }
}

#[test]
fn a_rule_is_explained() {
    let dir = folder();
    let (stdout, _) = validate(dir.path(), &["--explain", "BlankId"], 0);
    let expected = "BlankId: error   [JSON Feed 1.1, Suggestions for Feed Readers]\n\n  \
                    an id must not be blank: readers discard the item\n  \
                    = help: give the item an id that never changes, ideally its address\n";
    assert_eq!(stdout, expected);
}

#[test]
fn every_rule_is_listed_once() {
    let dir = folder();
    let (table, _) = validate(dir.path(), &["--rules"], 0);
    let rules: Vec<_> = wp2feed::Rule::all().collect();
    assert_eq!(table.lines().count(), rules.len());
    for rule in rules {
        assert!(
            table.lines().any(|line| line.split(' ').next() == Some(rule.name)),
            "{}",
            rule.name
        );
        for text in [rule.spec, rule.about, rule.help] {
            assert!(!text.is_empty() && !text.ends_with('.') && text.trim() == text, "{text}");
        }
    }
}

#[test]
fn the_page_of_rules_is_current() {
    let dir = folder();
    let (page, _) = validate(dir.path(), &["--rules=markdown"], 0);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md");
    let known = fs::read_to_string(path).unwrap_or_default();
    let advice = "write it anew: wp2feed validate --rules=markdown > docs/rules.md";
    assert!(
        page == known,
        "{}\n{advice}",
        similar::TextDiff::from_lines(&known, &page).unified_diff()
    );
}
