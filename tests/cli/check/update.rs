//! `--update` writes what is not as expected, never under CI; and what is said is expected too.

use super::{FINE, check, put, replace, samples, text};
use crate::{SITE, names, wp2feed};
use std::fs;
use tempfile::TempDir;

/// A sample about which something is said: nobody knows its site.
fn unknown_site() -> TempDir {
    let dir = samples();
    let blog = dir.path().join("blog");
    fs::remove_file(blog.join("site.json")).expect("a file");
    for format in ["rss", "atom", "json"] {
        let mut command = wp2feed(&["-t", format, "posts.json"]);
        let output = command.current_dir(&blog).assert().success().get_output().clone();
        put(&blog, &format!("expected.{format}"), output.stdout);
        put(dir.path(), "said", output.stderr);
    }
    dir
}

#[test]
fn what_is_said_is_compared_where_it_is_expected() {
    let dir = unknown_site();
    let blog = dir.path().join("blog");
    let said = text(dir.path(), "said");
    assert!(said.starts_with("wp2feed: warning: "), "{said}");
    assert_eq!(check(&dir, &["blog"], 0), FINE);
    let report = check(&dir, &["--exact", "blog"], 1);
    let expected = "FAILED  blog/expected.stderr\n        differs from line 1, byte 0 on\n";
    assert!(report.contains(expected) && report.contains("+wp2feed: warning: "), "{report}");
    fs::rename(dir.path().join("said"), blog.join("expected.stderr")).expect("a file");
    let fine =
        FINE.replace("json\n\nchecked: 3", "json\nok      blog/expected.stderr\n\nchecked: 4");
    assert_eq!(check(&dir, &["blog"], 0), fine);
    assert_eq!(check(&dir, &["--exact", "blog"], 0), fine);
    put(&blog, "expected.json.stderr", "wp2feed: warning: lost\n");
    let report = check(&dir, &["blog"], 1);
    assert!(report.contains("FAILED  blog/expected.json.stderr\n"), "{report}");
    assert!(report.contains("-wp2feed: warning: lost\n"), "{report}");
}

#[test]
fn a_sample_may_be_strict() {
    let dir = unknown_site();
    put(&dir.path().join("blog"), "wp2feed.toml", "strict = true\n");
    let said = check(&dir, &["blog"], 1);
    assert!(said.starts_with("FAILED  blog\n        site address guessed: "), "{said}");
    assert!(said.contains("something was left out or guessed"), "{said}");
}

#[test]
fn what_is_said_is_written_and_taken_away() {
    let dir = unknown_site();
    let blog = dir.path().join("blog");
    assert_eq!(check(&dir, &["--update", "blog"], 0), FINE);
    let said = check(&dir, &["--update", "--exact", "blog"], 0);
    assert!(
        said.ends_with("written blog/expected.stderr\n\nchecked: 3 ok, 0 failed, 1 written\n"),
        "{said}"
    );
    assert_eq!(text(&blog, "expected.stderr"), text(dir.path(), "said"));
    put(&blog, "wp2feed.toml", "content-text = true\n");
    let said = check(&dir, &["--update", "blog"], 0);
    assert!(said.contains("written blog/expected.json.stderr\n"), "{said}");
    assert_ne!(text(&blog, "expected.json.stderr"), text(&blog, "expected.stderr"));
    put(&blog, "wp2feed.toml", format!("home = '{}'\ntitle = '{}'\n", SITE[1], SITE[3]));
    let said = check(&dir, &["--update", "blog"], 0);
    assert!(said.contains("removed blog/expected.stderr\n"), "{said}");
    check(&dir, &["--exact", "blog"], 0);
}

#[test]
fn expectations_are_written_where_they_are_not_met() {
    let dir = samples();
    let blog = dir.path().join("blog");
    let whole = text(&blog, "expected.rss");
    replace(&blog, "expected.rss", "Post 2", "Post B");
    replace(&blog, "expected.atom", "<title type=\"text\">", "<title>");
    fs::remove_file(blog.join("expected.json")).expect("a file");
    let other = text(&blog, "expected.atom");
    let expected = "written blog/expected.rss\nok      blog/expected.atom\nwritten blog/expected.json\n\nchecked: 1 ok, 0 failed, 2 written\n";
    assert_eq!(check(&dir, &["--update", "blog"], 0), expected);
    assert_eq!((text(&blog, "expected.rss"), text(&blog, "expected.atom")), (whole.clone(), other));
    let said = check(&dir, &["--update", "--exact", "blog"], 0);
    assert!(said.starts_with("ok      blog/expected.rss\nwritten blog/expected.atom\n"), "{said}");
    for format in ["rss", "json"] {
        fs::remove_file(blog.join(format!("expected.{format}"))).expect("a file");
    }
    fs::remove_file(blog.join("expected.atom")).expect("a file");
    let said = check(&dir, &["--update", "blog"], 0);
    assert!(said.ends_with("\nchecked: 0 ok, 0 failed, 3 written\n"), "{said}");
    assert_eq!(text(&blog, "expected.rss"), whole);
    assert_eq!(names(&blog).len(), 5);
    assert_eq!(check(&dir, &["--exact", "blog"], 0), FINE);
}

#[test]
fn nothing_is_written_under_ci() {
    let dir = samples();
    let blog = dir.path().join("blog");
    replace(&blog, "expected.rss", "Post 2", "Post B");
    let wrong = text(&blog, "expected.rss");
    let update = |args: &[&str], ci: &str, code| {
        let mut command = wp2feed(&[&["check", "--update", "blog"], args].concat());
        let output = command.current_dir(dir.path()).env("CI", ci).assert().code(code);
        String::from_utf8(output.get_output().stderr.clone()).expect("UTF-8")
    };
    let expected =
        "wp2feed: error: CI is set, and expectations are written by people who look at them
  = help: run --update on your own machine, or add --force
";
    assert_eq!(update(&[], "true", 2), expected);
    assert_eq!(text(&blog, "expected.rss"), wrong);
    update(&["--force"], "true", 0);
    assert_ne!(text(&blog, "expected.rss"), wrong);
    update(&[], "", 0);
    assert!(check(&dir, &["--force", "blog"], 2).contains("--update"));
}
