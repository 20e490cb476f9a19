//! What is no sample, or lacks what makes one, fails with words that tell what to do.

use super::{check, put, sample, samples};
use crate::posts;
use std::fs;
use std::path::Path;

#[test]
fn a_sample_that_expects_nothing_fails() {
    let dir = samples();
    for format in ["rss", "atom", "json"] {
        fs::remove_file(dir.path().join(format!("blog/expected.{format}"))).expect("a file");
    }
    let expected = "\
FAILED  blog
        nothing is expected: there is no expected.rss, expected.atom or expected.json
          = help: `wp2feed check --update blog` writes them

checked: 0 ok, 1 failed
";
    assert_eq!(check(&dir, &["blog"], 1), expected);
}

#[test]
fn a_sample_that_lacks_one_of_its_expectations_fails() {
    let dir = samples();
    let blog = dir.path().join("blog");
    fs::remove_file(blog.join("expected.atom")).expect("a file");
    let expected = "\
ok      blog/expected.rss
FAILED  blog/expected.atom
        the file is missing
          = help: `wp2feed check --update blog` writes it; a sample of other formats alone has to = [\"rss\", \"json\"] \
in wp2feed.toml
ok      blog/expected.json

checked: 2 ok, 1 failed
";
    for args in [&["blog"][..], &["--exact", "blog"]] {
        assert_eq!(check(&dir, args, 1), expected);
    }
    put(&blog, "wp2feed.toml", "to = ['rss', 'json']\n");
    assert!(check(&dir, &["blog"], 0).ends_with("\nchecked: 2 ok, 0 failed\n"));
    // What is not expected has no file.
    put(&blog, "wp2feed.toml", "to = 'rss'\n");
    let said = check(&dir, &["blog"], 1);
    assert!(
        said.starts_with("FAILED  blog/expected.json\n        nothing reads this file\n"),
        "{said}"
    );
}

#[test]
fn a_file_that_nothing_reads_fails() {
    let dir = samples();
    let blog = dir.path().join("blog");
    put(&blog, "expected.xml", "");
    let said = check(&dir, &["blog"], 1);
    let expected = "\
FAILED  blog/expected.xml
        nothing reads this file
          = help: remove it, or name it in wp2feed.toml; known by their names are README.md, posts.json, ";
    assert!(said.starts_with(expected), "{said}");
    assert!(said.ends_with("\nchecked: 3 ok, 1 failed\n"), "{said}");
    fs::remove_file(blog.join("expected.xml")).expect("a file");

    fs::create_dir_all(blog.join("more/empty")).expect("folders");
    put(&blog.join("more"), "posts.json", posts());
    put(&blog, "expected.atom.stderr", "");
    fs::remove_file(blog.join("expected.atom")).expect("a file");
    let said = check(&dir, &["."], 1);
    for stranger in
        ["expected.atom.stderr\n", "more/empty\n        the folder is empty", "more/posts.json\n"]
    {
        assert!(said.contains(&format!("FAILED  blog/{stranger}")), "{stranger}: {said}");
    }
}

#[test]
fn folders_without_a_sample_fail() {
    let dir = tempfile::tempdir().expect("a folder");
    let said = check(&dir, &["."], 1);
    assert!(
        said.starts_with("FAILED  .\n        the folder is empty\n          = help: "),
        "{said}"
    );
    sample(dir.path(), "blog");
    fs::create_dir(dir.path().join("empty")).expect("a folder");
    fs::create_dir(dir.path().join("odd")).expect("a folder");
    put(&dir.path().join("odd"), "post.json", posts());
    put(dir.path(), "posts.txt", posts());
    let said = check(&dir, &["."], 1);
    for wrong in [
        "empty\n        the folder is empty",
        "odd\n        this is no sample",
        "posts.txt\n        a file among",
    ] {
        assert!(said.contains(&format!("FAILED  {wrong}")), "{wrong}: {said}");
    }
    assert!(said.ends_with("\nchecked: 3 ok, 3 failed\n"), "{said}");
}

#[test]
fn posts_that_can_not_be_understood_fail_alone() {
    let dir = samples();
    sample(dir.path(), "a");
    put(&dir.path().join("a"), "posts.json", "<html><title>Log in</title>");
    let expected = "\
FAILED  a
        posts.json: line 1, byte 0: expected posts as JSON, but found an HTML page titled \"Log in\"
          = help: fetch the posts from /wp-json/wp/v2/posts?_embed
ok      blog/expected.rss
";
    let said = check(&dir, &["."], 1);
    assert!(said.starts_with(expected), "{said}");
    assert!(said.ends_with("\nchecked: 3 ok, 1 failed\n"), "{said}");
    fs::remove_file(dir.path().join("a/posts.json")).expect("a file");
    let said = check(&dir, &["a"], 1);
    assert!(
        said.starts_with("FAILED  a\n        the sample has no posts.json\n          = help: "),
        "{said}"
    );
}

#[test]
fn a_table_that_is_wrong_fails_with_its_lines() {
    let dir = samples();
    let blog = dir.path().join("blog");
    put(&blog, "wp2feed.toml", "limt = 3\noutput = 'x'\nlimit = 0\ninput = 'no/*.json'\n");
    let expected = "\
FAILED  blog
        blog/wp2feed.toml: line 1, byte 0: unknown key limt
          = help: write limit
        blog/wp2feed.toml: line 2, byte 9: the key `output` has no place here: a sample's feeds and messages \
are compared with those that are expected
          = help: take it out
        blog/wp2feed.toml: line 3, byte 22: invalid value '0' for limit: expected a whole number from 1 on, as 20
          = help: `wp2feed --help` tells the arguments
        blog/wp2feed.toml: line 4, byte 32: no file fits \"no/*.json\" in blog
          = help: check the pattern, or take it out

checked: 0 ok, 1 failed
";
    assert_eq!(check(&dir, &["blog"], 1), expected);
    for (key, line) in [("input", 2), ("podcast", 1)] {
        put(&blog, "wp2feed.toml", format!("\n{key} = '-'\n"));
        let said = check(&dir, &["blog"], 1);
        let place = format!("blog/wp2feed.toml: line {line}, byte {}: ", line - 1);
        assert!(said.contains(&(place + "a sample is made of files")), "{said}");
    }
}

#[test]
fn what_fails_as_a_whole_is_told_with_what_fails_besides() {
    let dir = samples();
    let blog = dir.path().join("blog");
    put(&blog, "wp2feed.toml", "max-bytes = 1\n");
    put(&blog, "other.json", "");
    let said = check(&dir, &["blog"], 1);
    assert!(said.starts_with("FAILED  blog/other.json\n"), "{said}");
    assert!(said.contains("\nFAILED  blog\n        "), "{said}");
    assert!(said.ends_with("\nchecked: 0 ok, 2 failed\n"), "{said}");
}

#[test]
fn a_file_that_is_not_there_is_another_exit_code() {
    let dir = samples();
    put(&dir.path().join("blog"), "wp2feed.toml", "users = 'users.json'\n");
    let said = check(&dir, &["."], 5);
    let missing = Path::new(".").join("blog").join("users.json").display().to_string();
    assert!(said.starts_with(&format!("FAILED  blog\n        {missing}: can't read: ")), "{said}");
    let said = check(&dir, &["nowhere"], 5);
    assert!(said.starts_with("wp2feed: error: nowhere: can't read: "), "{said}");
    let said = check(&dir, &["blog/posts.json"], 5);
    assert!(said.contains("= help: name a sample, or a folder that holds some"), "{said}");
    assert!(check(&dir, &[], 2).contains("<DIR>"));
}

#[test]
fn an_expectation_that_is_no_feed_is_told() {
    let dir = samples();
    put(&dir.path().join("blog"), "expected.rss", "<html></html>");
    let said = check(&dir, &["blog"], 1);
    assert!(said.starts_with("FAILED  blog/expected.rss\n        blog/expected.rss: "), "{said}");
}
