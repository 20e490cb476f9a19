//! What the action does with its inputs.

use super::files::read;
use super::runner::Runner;
use std::fs;
use std::os::unix::fs::PermissionsExt;

const BLOG: [(&str, &str); 2] = [("posts", "posts.json"), ("site", "site.json")];

/// A machine whose workspace has the posts of the small blog.
fn blog() -> Option<Runner> {
    let runner = Runner::new()?;
    runner.put("samples/blog/posts.json", "posts.json");
    runner.put("samples/blog/site.json", "site.json");
    Some(runner)
}

#[test]
fn posts_become_feeds_in_a_folder() {
    let Some(runner) = blog() else { return };
    let outcome = runner.uses(&BLOG);
    assert_eq!((outcome.code, outcome.said.as_str()), (0, "wp2feed 0.1.0 is there already\n"));
    for (feed, expected) in [("feed.xml", "rss"), ("atom.xml", "atom"), ("feed.json", "json")] {
        let expected = read(&format!("samples/blog/expected.{expected}"));
        assert_eq!(runner.read(&format!("public/{feed}")), expected);
    }
}

#[test]
fn each_input_has_its_place() {
    let Some(runner) = Runner::new() else { return };
    runner.put("samples/blog/posts.json", "a site/posts/first page.json");
    runner.put("samples/blog/site.json", "a site/its index.json");
    let outcome = runner.uses(&[
        ("working-directory", "a site"),
        ("posts", "posts/*.json\n"),
        ("site", "its index.json"),
        ("formats", "json"),
        ("out-dir", "public feeds"),
        ("feed-url", "https://harbour.example/feeds/"),
        ("args", "--limit 2\n--title \"Harbour & Tide's\""),
    ]);
    assert_eq!(outcome.code, 0, "{}", outcome.said);
    let feed: serde_json::Value =
        serde_json::from_str(&runner.read("a site/public feeds/feed.json")).expect("a feed");
    assert_eq!(feed["title"], "Harbour & Tide's");
    assert_eq!(feed["feed_url"], "https://harbour.example/feeds/feed.json");
    assert_eq!(feed["items"].as_array().map(Vec::len), Some(2));
    assert!(!runner.folder("workspace").join("a site/public feeds/feed.xml").exists());
}

/// Messages are where GitHub shows them, and what fails in the program fails the job.
#[test]
fn what_is_wrong_is_told_and_fails() {
    let Some(runner) = blog() else { return };
    let args = (
        "args",
        "--strict --limit 1 --home=https://harbour.example/ --since 2030-01-01 --fail-on-empty",
    );
    let outcome = runner.uses(&[&BLOG[..], &[args]].concat());
    assert_eq!(outcome.code, 4, "{}", outcome.said);
    assert!(outcome.said.contains("\n::error title=wp2feed%3A empty::"), "{}", outcome.said);
    let outcome = runner.uses(&[("posts", "none/*.json")]);
    assert_eq!(outcome.code, 5, "{}", outcome.said);
    assert!(outcome.said.contains("none/*.json"), "{}", outcome.said);
    let outcome = runner.uses(&[&BLOG[..], &[("args", "--title 'not closed")]].concat());
    assert_ne!(outcome.code, 0, "{}", outcome.said);
    assert!(!runner.folder("workspace").join("public").exists());
}

/// No input is taken for a command, whatever stands in it.
#[test]
fn inputs_are_never_run() {
    let Some(runner) = blog() else { return };
    let evil = ["$(touch run)`touch run`", "'; touch run; '", "\"; touch run; \""];
    for name in [
        "version", "posts", "site", "formats", "out-dir", "feed-url", "args", "check", "build",
        "validate",
    ] {
        let posts = if name == "build" { &[][..] } else { &BLOG };
        for value in evil {
            runner.uses(&[&[(name, value)], posts].concat());
            assert!(!runner.folder("workspace").join("run").exists(), "{name}: {value}");
        }
    }
}

#[test]
fn samples_are_checked() {
    let Some(runner) = Runner::new() else { return };
    for file in ["posts.json", "site.json", "expected.rss", "expected.atom", "expected.json"] {
        runner.put(&format!("samples/blog/{file}"), &format!("my samples/blog/{file}"));
    }
    let outcome = runner.uses(&[("check", "my samples")]);
    assert_eq!(outcome.code, 0, "{}", outcome.said);
    assert!(outcome.said.contains("checked: 3 ok, 0 failed"), "{}", outcome.said);
    let expected = runner.folder("workspace").join("my samples/blog/expected.rss");
    let changed = fs::read_to_string(&expected).expect("a feed").replace("Crab", "Crap");
    fs::write(&expected, changed).expect("written");
    let outcome = runner.uses(&[("check", "my samples/*\n")]);
    assert_eq!(outcome.code, 1, "{}", outcome.said);
    assert!(outcome.said.contains("checked: 2 ok, 1 failed"), "{}", outcome.said);
}

/// A machine whose wp2feed tells the arguments that it gets.
fn echo() -> Option<Runner> {
    let runner = Runner::bare()?;
    let programs = runner.folder("programs");
    fs::create_dir(&programs).expect("made");
    let program = programs.join("wp2feed");
    let script = "#!/bin/sh\nif [ \"$1\" = --version ]; then echo wp2feed 0.1.0; else printf '<%s>' \"$@\"; fi\n";
    fs::write(&program, script).expect("written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("made a program");
    Some(runner.with_programs(&programs))
}

#[test]
fn a_site_s_feeds_are_built_from_its_file() {
    let Some(runner) = echo() else { return };
    let said = |inputs: &[(&str, &str)]| {
        let outcome = runner.uses(inputs);
        assert_eq!(outcome.code, 0, "{}", outcome.said);
        outcome.said.replace("wp2feed 0.1.0 is there already\n", "")
    };
    assert_eq!(
        said(&[("build", "a site/wp2feed.toml")]),
        "<build><--message-format><github><--><a site/wp2feed.toml>"
    );
    let build = ("build", "wp2feed.toml");
    assert_eq!(
        said(&[build, ("args", "--check\n --prune")]),
        "<build><--message-format><github><--check><--prune><--><wp2feed.toml>"
    );
    assert_eq!(
        said(&[build, ("check", "a\nb c")]),
        "<build><--message-format><github><--><wp2feed.toml><check><--><a><b c>"
    );
    assert_eq!(said(&[]), "");
}

#[test]
fn what_is_built_is_checked() {
    let Some(runner) = blog() else { return };
    let workspace = runner.folder("workspace");
    let recipe = "input = \"posts.json\"\nsite = \"site.json\"\nout-dir = \"public\"\n[[output]]\npath = \"feed.xml\"\n";
    fs::write(workspace.join("wp2feed.toml"), recipe).expect("written");
    let build = ("build", "wp2feed.toml");
    let code = |inputs: &[(&str, &str)]| {
        let outcome = runner.uses(inputs);
        println!("{}", outcome.said);
        outcome.code
    };
    assert_eq!(code(&[build, ("args", "--check")]), 1);
    assert!(!workspace.join("public").exists());
    assert_eq!(code(&[build]), 0);
    assert_eq!(runner.read("public/feed.xml"), read("samples/blog/expected.rss"));
    assert_eq!(code(&[build, ("args", "--check")]), 0);
}

#[test]
fn feeds_are_validated() {
    let Some(runner) = blog() else { return };
    let outcome = runner.uses(&[&BLOG[..], &[("validate", "public/*\n")]].concat());
    assert_eq!(outcome.code, 0, "{}", outcome.said);
    let feed = runner.read("public/feed.json").replace("\"title\":", "\"titel\":");
    fs::write(runner.folder("workspace").join("a feed.json"), feed).expect("written");
    let outcome = runner.uses(&[("validate", "public/feed.xml\na feed.json")]);
    assert_eq!(outcome.code, 1, "{}", outcome.said);
    let told = "\n::error file=a feed.json,line=1,col=1,title=wp2feed%3A MissingMember::feed must have title";
    assert!(outcome.said.contains(told), "{}", outcome.said);
}

#[test]
fn build_and_posts_exclude_each_other() {
    let Some(runner) = blog() else { return };
    let outcome = runner.uses(&[&BLOG[..], &[("build", "wp2feed.toml")]].concat());
    assert_eq!(outcome.code, 2, "{}", outcome.said);
    assert!(
        outcome.said.contains("::error title=wp2feed::both build and posts are given"),
        "{}",
        outcome.said
    );
}
