//! What the feed says of the site: from its file, from the arguments that beat it, or guessed aloud.

use super::{json_feed, posts, run, wp2feed};
use serde_json::Value;
use std::fs;
use tempfile::{TempDir, tempdir};

const INDEX: &str = r#"{"name":"From the file","description":"Its words","url":"https://cms.example.org",
    "home":"https://example.org","gmt_offset":2,"timezone_string":"Europe/Berlin",
    "namespaces":["wp/v2"],"site_icon_url":"https://example.org/icon.png"}"#;

/// A folder with the site's file in it, and the file's name.
fn site_file() -> (TempDir, String) {
    let dir = tempdir().expect("a folder");
    let file = dir.path().join("site.json");
    fs::write(&file, INDEX).expect("written");
    let name = file.display().to_string();
    (dir, name)
}

/// Converts without any other word about the site.
fn feed(args: &[&str]) -> Value {
    let assert = wp2feed(args).args(["-t", "json"]).write_stdin(posts()).assert().success();
    serde_json::from_slice(&assert.get_output().stdout).expect("a JSON Feed")
}

#[test]
fn the_file_tells_of_the_site() {
    let (_dir, site) = site_file();
    let feed = feed(&["--site", &site]);
    assert_eq!(feed["title"], "From the file");
    assert_eq!(feed["description"], "Its words");
    assert!(
        feed["home_page_url"].as_str().is_some_and(|url| url.starts_with("https://example.org"))
    );
    assert!(feed.to_string().contains("https://example.org/icon.png"));
}

#[test]
fn arguments_beat_the_file() {
    let (_dir, site) = site_file();
    let feed = feed(&[
        "--site",
        &site,
        "--title",
        "Mine",
        "--description",
        "My words",
        "--home",
        "https://blog.example.net/",
        "--icon",
        "https://blog.example.net/i.png",
        "--language",
        "de-CH",
    ]);
    assert_eq!(feed["title"], "Mine");
    assert_eq!(feed["description"], "My words");
    assert!(
        feed["home_page_url"]
            .as_str()
            .is_some_and(|url| url.starts_with("https://blog.example.net"))
    );
    assert_eq!(feed["language"], "de-CH");
    let text = feed.to_string();
    assert!(text.contains("https://blog.example.net/i.png"));
    assert!(!text.contains("https://example.org/icon.png"));
}

#[test]
fn the_settings_tell_what_the_index_does_not() {
    let (dir, site) = site_file();
    let settings = dir.path().join("settings.json");
    let told = r#"{"title":"Of the settings","url":"https://cms.example.org","start_of_week":1,"language":"de_DE"}"#;
    fs::write(&settings, told).expect("written");
    let feed = feed(&["--site", &site, "--site", &settings.display().to_string()]);
    assert_eq!(feed["language"], "de-DE");
    assert_ne!(feed["title"], "Of the settings");
    assert!(!feed.to_string().contains("cms.example.org"));
}

#[test]
fn the_file_may_come_from_standard_input() {
    let dir = tempdir().expect("a folder");
    let file = dir.path().join("posts.json");
    fs::write(&file, posts()).expect("written");
    let mut program = wp2feed(&["--site", "-", "-t", "json"]);
    let assert = program.arg(&file).write_stdin(INDEX).assert().success();
    assert!(String::from_utf8_lossy(&assert.get_output().stdout).contains("From the file"));
}

#[test]
fn hubs_and_copyright_are_written() {
    let (rss, _) = run(&["--copyright", "CC0", "--hub", "https://hub.example/"], posts(), 0);
    assert!(rss.contains("CC0"));
    assert!(rss.contains(r#"rel="hub""#) && rss.contains("https://hub.example/"));
    let hubs = ["--hub", "https://one.example/", "--hub", "https://two.example/"];
    let feed = json_feed(&hubs, &posts());
    assert_eq!(feed["hubs"].as_array().map(Vec::len), Some(2));
}

#[test]
fn an_unknown_author_is_the_one_of_the_arguments() {
    let nobody = posts().replace(r#"{"id":7,"name":"Ann Other","slug":"ann"}"#, "");
    let feed = json_feed(&["--author", "The Editors"], &nobody);
    assert!(feed.to_string().contains("The Editors"));
}

#[test]
fn guesses_are_said() {
    let assert = wp2feed(&[]).write_stdin(posts()).assert().success();
    let stderr = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
    assert!(stderr.contains("site address guessed: https://example.org"), "{stderr}");
    assert!(stderr.contains("feed title guessed: example.org"), "{stderr}");
    assert!(stderr.contains("--site"), "{stderr}");
}

#[test]
fn one_feed_names_its_own_address() {
    let feed = json_feed(&["--feed-url", "https://example.org/my.json"], &posts());
    assert_eq!(feed["feed_url"], "https://example.org/my.json");
}

#[test]
fn feeds_of_a_folder_name_themselves_and_the_others() {
    for base in ["https://example.org/feeds/", "https://example.org/feeds"] {
        let dir = tempdir().expect("a folder");
        let name = dir.path().display().to_string();
        run(&["--out-dir", &name, "-t", "rss,atom,json", "--feed-url", base], posts(), 0);
        for file in ["feed.xml", "atom.xml"] {
            let text = fs::read_to_string(dir.path().join(file)).expect("a feed");
            for other in ["feed.xml", "atom.xml", "feed.json"] {
                assert!(
                    text.contains(&format!("https://example.org/feeds/{other}")),
                    "{file} {other}"
                );
            }
        }
        let json = fs::read_to_string(dir.path().join("feed.json")).expect("a feed");
        let feed: Value = serde_json::from_str(&json).expect("a JSON Feed");
        assert_eq!(feed["feed_url"], "https://example.org/feeds/feed.json");
    }
}

/// What the program says and writes of the feed of a category, which no post gives an address.
fn feed_of_news(args: &[&str]) -> (Value, String) {
    let (_dir, site) = site_file();
    let all = [&["-t", "json", "--site", &site, "--feed-of", "category:news"], args].concat();
    let output = wp2feed(&all).write_stdin(posts()).assert().success().get_output().clone();
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    (serde_json::from_slice(&output.stdout).expect("a JSON Feed"), said)
}

#[test]
fn a_page_lends_its_feed_title_and_address() {
    let (feed, said) = feed_of_news(&[]);
    assert_eq!(feed["title"], "News – From the file");
    assert_eq!(feed["feed_url"], "https://example.org/category/news/feed/json/");
    assert!(said.contains("guessed: https://example.org/category/news/"), "{said}");
}

#[test]
fn title_and_address_of_a_page_can_be_given() {
    let address = "https://example.net/news.json";
    let (feed, said) = feed_of_news(&["--title", "News alone", "--feed-url", address]);
    assert_eq!(feed["title"], "News alone");
    assert_eq!(feed["feed_url"], address);
    assert_eq!(said, "");
}

#[test]
fn what_is_not_published_names_no_author() {
    let draft = posts().replace(r#""status":"publish""#, r#""status":"draft""#);
    let args = ["-t", "json", "--home", "https://example.org", "--feed-of", "author:7"];
    let assert = wp2feed(&args).write_stdin(draft).assert().success();
    let (feed, said) = (&assert.get_output().stdout, &assert.get_output().stderr);
    for text in [feed, said] {
        assert!(
            !String::from_utf8_lossy(text).contains("Ann"),
            "{}",
            String::from_utf8_lossy(text)
        );
    }
}
