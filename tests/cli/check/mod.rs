//! `wp2feed check` passes samples that are as expected, and tells how others differ.

mod refused;
mod update;

use super::{posts, wp2feed};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// What is known of the site that the posts are of.
const INDEX: &str = r#"{"name":"Example","home":"https://example.org","namespaces":["wp/v2"]}"#;

/// A folder with one sample, `blog`, whose expectations the program's conversion gave.
fn samples() -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    sample(dir.path(), "blog");
    dir
}

fn sample(dir: &Path, name: &str) {
    let folder = dir.join(name);
    fs::create_dir(&folder).expect("a folder");
    put(&folder, "posts.json", posts());
    put(&folder, "site.json", INDEX);
    expect(&folder, &[]);
}

/// Writes what a conversion of the sample's posts gives as its expectations.
fn expect(folder: &Path, args: &[&str]) {
    for format in ["rss", "atom", "json"] {
        let mut command = wp2feed(&["-t", format, "--site", "site.json", "posts.json"]);
        let output = command.args(args).current_dir(folder).assert().success().get_output().clone();
        put(folder, &format!("expected.{format}"), output.stdout);
    }
}

fn put(folder: &Path, name: &str, content: impl AsRef<[u8]>) {
    fs::write(folder.join(name), content).expect("a file");
}

fn text(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("a text")
}

/// Changes a file; what is not there to be changed is a mistake of the test.
fn replace(folder: &Path, name: &str, from: &str, to: &str) {
    let old = text(folder, name);
    assert!(old.contains(from), "{name} has no {from}");
    put(folder, name, old.replace(from, to));
}

/// Runs the command beside the sample; gives both its outputs, as one of them is always empty.
#[track_caller]
fn check(dir: &TempDir, args: &[&str], code: i32) -> String {
    let mut command = wp2feed(&[&["check"], args].concat());
    let output = command.current_dir(dir.path()).env_remove("CI").assert().code(code);
    let output = output.get_output();
    assert!(output.stdout.is_empty() || output.stderr.is_empty(), "{output:?}");
    let said = [&output.stdout[..], &output.stderr].concat();
    String::from_utf8(said).expect("UTF-8")
}

const FINE: &str = "\
ok      blog/expected.rss
ok      blog/expected.atom
ok      blog/expected.json

checked: 3 ok, 0 failed
";

#[test]
fn a_sample_that_is_as_expected_passes() {
    let dir = samples();
    assert_eq!(check(&dir, &["blog"], 0), FINE);
    assert_eq!(check(&dir, &["--exact", "blog"], 0), FINE);
    assert_eq!(check(&dir, &["."], 0), FINE);
}

#[test]
fn samples_are_found_at_any_depth_in_the_order_of_their_names() {
    let dir = samples();
    fs::create_dir(dir.path().join("more")).expect("a folder");
    sample(&dir.path().join("more"), "a");
    put(dir.path(), "README.md", "# Samples\n");
    put(&dir.path().join("blog"), "README.md", "# A sample\n");
    put(&dir.path().join("blog"), ".hidden", "");
    fs::remove_file(dir.path().join("blog/expected.atom")).expect("a file");
    put(&dir.path().join("blog"), "wp2feed.toml", "to = ['json', 'rss']\n");
    let names = ["blog/expected.rss", "blog/expected.json"];
    let more = ["more/a/expected.rss", "more/a/expected.atom", "more/a/expected.json"];
    let lines: String = names.iter().chain(&more).map(|name| format!("ok      {name}\n")).collect();
    assert_eq!(check(&dir, &["."], 0), format!("{lines}\nchecked: 5 ok, 0 failed\n"));
    assert!(check(&dir, &["more", "blog"], 0).starts_with("ok      more/a/expected.rss\n"));
}

#[test]
fn another_form_passes_unless_bytes_are_compared() {
    let dir = samples();
    replace(&dir.path().join("blog"), "expected.atom", "<title type=\"text\">", "<title>");
    assert_eq!(check(&dir, &["blog"], 0), FINE);
    let byte =
        text(&dir.path().join("blog"), "expected.atom").find("<title>").expect("a title") + 6;
    let said = check(&dir, &["--exact", "blog"], 1);
    let expected = format!(
        "\
ok      blog/expected.rss
FAILED  blog/expected.atom
        differs from line 3, byte {byte} on
        --- blog/expected.atom
        +++ what the posts give
        @@ -1,12 +1,12 @@
         <?xml"
    );
    assert!(said.starts_with(&expected), "{said}");
    for line in
        ["        -<title>Example</title>\n", "        +<title type=\"text\">Example</title>\n"]
    {
        assert!(said.contains(line), "{said}");
    }
    let end = "
ok      blog/expected.json

checked: 2 ok, 1 failed
  = help: if what differs is meant, --update writes what the posts give
";
    assert!(said.ends_with(end), "{said}");
}

#[test]
fn another_byte_of_any_kind_is_told() {
    let dir = samples();
    let blog = dir.path().join("blog");
    let old = text(&blog, "expected.json");
    let cases: [(Vec<u8>, &str); 4] = [
        (old.trim_end().into(), "+}\n"),
        (old.replace('\n', "\r\n").into(), "-{\\r\n"),
        (format!("{old}\u{1b}[31m\n").into(), "-\\u{1b}[31m\n"),
        ([old.as_bytes(), b"\xFF"].concat(), "differs from line "),
    ];
    for (content, words) in cases {
        put(&blog, "expected.json", content);
        let said = check(&dir, &["--exact", "blog"], 1);
        assert!(said.contains(words) && !said.contains('\u{1b}'), "{words}: {said}");
    }
    put(&blog, "expected.json", old.trim_end());
    assert!(check(&dir, &["--exact", "blog"], 1).contains("\\ no line feed at the end\n"));
}

#[test]
fn another_meaning_is_told_field_by_field() {
    let dir = samples();
    replace(
        &dir.path().join("blog"),
        "expected.rss",
        "<title>Post 2</title>",
        "<title>Post B</title>",
    );
    let said = check(&dir, &["blog"], 1);
    let expected = "\
FAILED  blog/expected.rss
        --- blog/expected.rss
        +++ what the posts give

        entry https://example.org/?p=2  Post 2
          title: Post B -> Post 2

        entries: 1 changed
ok      blog/expected.atom
";
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn arguments_are_in_a_table() {
    let dir = samples();
    let blog = dir.path().join("blog");
    put(&blog, "wp2feed.toml", "limit = 1\n");
    let said = check(&dir, &["blog"], 1);
    assert!(said.contains("entries: 2 removed"), "{said}");
    expect(&blog, &["--limit", "1"]);
    assert_eq!(check(&dir, &["blog"], 0), FINE);

    fs::create_dir(blog.join("pages")).expect("a folder");
    fs::rename(blog.join("posts.json"), blog.join("pages/1.json")).expect("a file");
    fs::rename(blog.join("site.json"), blog.join("index.json")).expect("a file");
    put(&blog, "wp2feed.toml", "limit = 1\ninput = 'pages/*.json'\nsite = 'index.json'\n");
    assert_eq!(check(&dir, &["blog"], 0), FINE);
    for name in ["posts.json", "site.json"] {
        put(&blog, name, "[]");
        let said = check(&dir, &["blog"], 1);
        let expected = format!("FAILED  blog/{name}\n        nothing reads this file\n");
        assert!(said.starts_with(&expected), "{said}");
        fs::remove_file(blog.join(name)).expect("a file");
    }
}

#[test]
fn the_samples_of_a_rule_are_somebody_else_s() {
    let dir = samples();
    let rule = dir.path().join("rules/MissingContent");
    fs::create_dir_all(&rule).expect("folders");
    put(&rule, "fail.json", "{}");
    put(&rule, "pass.json", "{}");
    put(&rule, "place", "1:1");
    assert_eq!(check(&dir, &["."], 0), check(&dir, &["./blog"], 0));
}

#[test]
fn the_project_s_own_samples_pass() {
    let mut command = wp2feed(&["check", "--exact", "samples"]);
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).assert().success();
    let said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    let folders = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/samples")).expect("samples");
    let is_sample = |path: &Path| path.is_dir() && !path.ends_with("rules");
    let folders =
        folders.filter(|entry| entry.as_ref().is_ok_and(|it| is_sample(&it.path()))).count();
    assert!(folders > 0 && said.ends_with(" ok, 0 failed\n"), "{said}");
    for format in ["rss", "atom", "json"] {
        let lines = said.lines().filter(|line| line.ends_with(&format!("/expected.{format}")));
        assert_eq!(lines.count(), folders, "{format}: {said}");
    }
}
