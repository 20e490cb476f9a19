//! The promises of the command line, kept by the real program: one file a kind of promise.

mod build;
mod check;
mod choice;
mod exit;
mod feeds;
mod files;
mod ids;
mod init;
mod manuals;
mod map;
mod messages;
mod podcast;
mod sarif;
mod site;
mod texts;
mod usage;
mod validate;

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin_cmd;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The program, in an environment that neither asks for colour nor forbids it.
fn wp2feed(args: &[&str]) -> Command {
    let mut command = cargo_bin_cmd!("wp2feed");
    command.args(args).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

/// A post of which everything is known; `more` adds fields or, with the same name, replaces them.
fn post(id: u32, date: &str, more: &str) -> String {
    format!(
        r#"{{"id":{id},"date_gmt":"{date}","modified_gmt":"{date}","type":"post","status":"publish",
        "guid":{{"rendered":"https://example.org/?p={id}"}},"link":"https://example.org/{id}/",
        "title":{{"rendered":"Post {id}"}},"author":7,"featured_media":0,
        "content":{{"rendered":"<p>Whole {id}</p>","protected":false}},
        "excerpt":{{"rendered":"<p>Short {id}</p>\n","protected":false}},
        "categories":[3],"tags":[],"_embedded":{{
            "author":[{{"id":7,"name":"Ann Other","slug":"ann"}}],
            "wp:term":[[{{"id":3,"name":"News","slug":"news","taxonomy":"category"}}],[]]}}{more}}}"#
    )
}

/// Three posts about which nothing is to be said, in the order 1, 3, 2.
fn posts() -> String {
    let dates =
        [(1, "2024-01-01T08:00:00"), (3, "2024-03-01T08:00:00"), (2, "2024-02-01T08:00:00")];
    format!("[{}]", dates.map(|(id, date)| post(id, date, "")).join(","))
}

/// A document with one post that needs a password.
fn locked() -> String {
    let locked = r#"[{"id":9,"date_gmt":"2024-01-01T08:00:00","modified_gmt":"2024-01-01T08:00:00",
        "guid":{"rendered":"https://example.org/?p=9"},"link":"https://example.org/9/","type":"post",
        "status":"publish","title":{"rendered":"Secret"},"content":{"rendered":"","protected":true},
        "excerpt":{"rendered":"","protected":true}}]"#;
    locked.to_owned()
}

/// What makes the site known, so that nothing is guessed.
const SITE: [&str; 4] = ["--home", "https://example.org", "--title", "Example"];

/// Runs the program on a document with the site known; it must end with this exit code.
fn run(args: &[&str], input: impl Into<Vec<u8>>, code: i32) -> (String, String) {
    let output =
        wp2feed(args).args(SITE).write_stdin(input).assert().code(code).get_output().clone();
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    (text(output.stdout), text(output.stderr))
}

/// Converts a document to JSON Feed, which is the easiest to look into.
fn json_feed(args: &[&str], input: &str) -> Value {
    let (stdout, _) = run(&[args, &["--to", "json"]].concat(), input, 0);
    serde_json::from_str(&stdout).expect("a JSON Feed")
}

/// The titles of a JSON Feed's items, in their order.
fn titles(feed: &Value) -> Vec<&str> {
    let items = feed["items"].as_array().expect("items");
    items.iter().filter_map(|item| item["title"].as_str()).collect()
}

/// The names of the files in a folder, in order.
fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).expect("a folder");
    let name = |e: std::io::Result<fs::DirEntry>| e.expect("an entry").file_name();
    let mut names: Vec<_> = entries.map(|e| name(e).to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
