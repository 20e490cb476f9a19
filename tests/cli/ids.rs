//! The ids of an old feed go on: `wp2feed ids` makes a map of them, and `--ids` takes it.

use super::{json_feed, post, posts, run, wp2feed};
use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

/// The posts of a site that has moved: another host, other numbers, the same paths.
fn moved() -> String {
    posts().replace("example.org", "new.example").replace("?p=", "?p=9")
}

/// The feed as it was, in a format.
fn old(format: &str) -> String {
    run(&["-t", format], posts(), 0).0
}

fn map(args: &[&str], feed: &str, code: i32) -> (String, String) {
    let output = wp2feed(&[&["ids"], args].concat()).write_stdin(feed).assert().code(code);
    let output = output.get_output().clone();
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(output.stdout), text(output.stderr))
}

fn ids(feed: &Value) -> Vec<&str> {
    feed["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect()
}

const OLD: [&str; 3] =
    ["https://example.org/?p=3", "https://example.org/?p=2", "https://example.org/?p=1"];

fn file(dir: &TempDir, name: &str, text: &str) -> String {
    let path = dir.path().join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_map_is_the_same_of_every_format() {
    let expected = json!({
        "https://example.org/3/": "https://example.org/?p=3",
        "https://example.org/2/": "https://example.org/?p=2",
        "https://example.org/1/": "https://example.org/?p=1",
    });
    for format in ["rss", "atom", "json"] {
        let (map, said) = map(&["-"], &old(format), 0);
        assert_eq!(serde_json::from_str::<Value>(&map).unwrap(), expected, "{format}");
        assert_eq!(said, "");
    }
    let (map, _) = map(&["--by", "number", "-"], &old("atom"), 0);
    let expected = json!({"3": OLD[0], "2": OLD[1], "1": OLD[2]});
    assert_eq!(serde_json::from_str::<Value>(&map).unwrap(), expected);
}

#[test]
fn subscribers_of_a_site_that_moves_see_no_post_twice() {
    let dir = TempDir::new().unwrap();
    let map = file(&dir, "map.json", &map(&["-"], &old("rss"), 0).0);
    let feed = file(&dir, "old.xml", &old("atom"));
    for ids_of in [&map, &feed] {
        assert_eq!(ids(&json_feed(&["--ids", ids_of], &moved())), OLD);
    }
    let numbers = file(&dir, "numbers.json", r#"{"1":"one","2":"two","3":"three"}"#);
    assert_eq!(ids(&json_feed(&["--ids", &numbers], &moved())), ["three", "two", "one"]);
}

#[test]
fn what_fits_nothing_is_counted() {
    let dir = TempDir::new().unwrap();
    let map = file(&dir, "map.json", r#"{"1":"one","8":"eight","https://a.example/9/":"nine"}"#);
    let (_, said) = run(&["--ids", &map], moved(), 0);
    assert_eq!(
        said,
        "wp2feed: note: 2 posts not in --ids, own id kept: 3, 2\n\
         wp2feed: note: 2 old ids in --ids that no post has: 8, https://a.example/9/\n"
    );
    // What is there and left out by choice is no post that is not there.
    let map = file(&dir, "map.json", r#"{"1":"one","2":"two","3":"three"}"#);
    assert_eq!(run(&["--ids", &map, "--since", "2024-02-15"], moved(), 0).1, "");
    let map = file(&dir, "map.json", r#"{"https://a.example/x/":"x"}"#);
    let (_, said) = run(&["--strict", "--ids", &map], moved(), 1);
    assert!(said.contains("error: no post is in --ids\n  = help: its keys are"), "{said}");
    assert!(said.contains("https://new.example/1/"), "{said}");
}

#[test]
fn two_posts_never_get_one_id() {
    let dir = TempDir::new().unwrap();
    let map = file(&dir, "map.json", r#"{"1":"same","https://example.org/2/":"same"}"#);
    let feed = json_feed(&["--ids", &map], &posts());
    assert_eq!(ids(&feed).len(), 3);
    let (_, said) = run(&["--ids", &map], posts(), 0);
    assert!(said.contains("1 post whose old id another post has, own id kept: 2"), "{said}");
    // A post that is met again is the same.
    let twice = format!("[{0},{0}]", post(1, "2024-01-01T08:00:00", ""));
    let map = file(&dir, "map.json", r#"{"1":"one"}"#);
    assert_eq!(ids(&json_feed(&["--ids", &map], &twice)), ["one"]);
}

#[test]
fn a_bad_map_is_refused() {
    let dir = TempDir::new().unwrap();
    for (text, words) in [
        ("{\n  \"1\": 7}", "map.json: line 2: expected the old id of \"1\" as a text"),
        ("{\n  \"tea\": \"a\"}", "map.json: line 2: expected the number of a post or its address"),
        ("[]", "map.json: line 1: invalid type: sequence, expected an object of old ids"),
        ("id,link\n", "map.json: line 1: expected a map of ids in JSON"),
        ("{}", "map.json: expected old ids, but found an empty map"),
    ] {
        let map = file(&dir, "map.json", text);
        let (stdout, said) = run(&["--ids", &map], posts(), 3);
        assert!(said.contains(words), "{said}");
        assert!(said.contains("`wp2feed ids OLD-FEED` makes one"), "{said}");
        assert_eq!(stdout, "");
    }
    let (_, said) = run(&["--ids", "-"], posts(), 2);
    assert!(said.contains("standard input is asked for more than once"), "{said}");
}

#[test]
fn what_no_map_can_be_made_of_is_told() {
    let (_, said) = map(&["-"], &posts(), 3);
    assert!(said.contains("<stdin>: expected RSS 2.0, Atom or JSON Feed"), "{said}");
    let feed = r#"{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[
        {"id":"tag:a","title":"A"},{"id":"b","url":"https://e.org/b/"},{"id":"c","url":"https://e.org/b/"}]}"#;
    let (map, said) = map(&["-"], feed, 0);
    assert_eq!(serde_json::from_str::<Value>(&map).unwrap(), json!({"https://e.org/b/": "b"}));
    assert_eq!(
        said,
        "wp2feed: warning: <stdin>: the entry tag:a has neither an address nor a number, passed over\n\
         wp2feed: warning: <stdin>: expected one id for \"https://e.org/b/\", but found two: \"b\" and \"c\", \
         passed over\n"
    );
}

#[test]
fn a_build_keeps_old_ids_in_every_feed() {
    let dir = TempDir::new().unwrap();
    file(&dir, "posts.json", &moved());
    file(&dir, "old.json", &old("json"));
    let recipe = "input = \"posts.json\"\nids = \"old.json\"\nhome = \"https://new.example\"\ntitle = \"T\"\n\
        [[output]]\npath = \"feed.json\"\n[[output]]\npath = \"{slug}.json\"\nfeed-of = \"category:*\"\n";
    file(&dir, "wp2feed.toml", recipe);
    let said = wp2feed(&["build"]).current_dir(&dir).assert().code(0).get_output().clone();
    assert!(!String::from_utf8_lossy(&said.stderr).contains("--ids"));
    for name in ["feed.json", "news.json"] {
        let feed: Value =
            serde_json::from_slice(&fs::read(dir.path().join(name)).unwrap()).unwrap();
        assert_eq!(ids(&feed), OLD, "{name}");
    }
}
