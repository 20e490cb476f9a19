//! `--podcast` writes what Apple asks for, and refuses at once what Apple refuses.

use super::{post, posts, run, wp2feed};
use std::fs;

/// What makes a podcast that Apple takes.
const FINE: [&str; 10] = [
    "--podcast-image",
    "https://example.org/cover.jpg",
    "--podcast-category",
    "Society & Culture/Documentary",
    "--podcast-explicit",
    "false",
    "--description",
    "Sounds",
    "--language",
    "en",
];

/// A post with a file.
fn episode(file: &str) -> String {
    let meta = format!(r#","meta":{{"enclosure":"{file}"}}"#);
    format!("[{}]", post(1, "2024-01-01T08:00:00", &meta))
}

const MP3: &str = r"https://example.org/1.mp3\n1200\naudio/mpeg";

/// Everything that is said when these arguments are refused.
#[track_caller]
fn refused(args: &[&str]) -> String {
    let (stdout, stderr) = run(args, posts(), 2);
    assert_eq!(stdout, "");
    stderr
}

#[test]
fn the_title_of_a_page_s_feed_is_one() {
    let (feed, _) = run(&[&FINE[..], &["--feed-of", "home"]].concat(), episode(MP3), 0);
    assert!(feed.contains("<title>Example</title>") && feed.contains("<itunes:category"), "{feed}");
}

/// What is said of a file with the `[podcast]` table.
fn table(text: impl AsRef<[u8]>, args: &[&str]) -> (String, i32) {
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("podcast.toml"), text).expect("a file");
    let mut command =
        wp2feed(&["--podcast=podcast.toml", "--title", "T", "--home", "https://e.org"]);
    let output = command.args(args).current_dir(dir.path()).write_stdin(episode(MP3));
    let output = output.output().expect("the program runs");
    let said = if output.status.success() { output.stdout } else { output.stderr };
    (String::from_utf8(said).expect("UTF-8"), output.status.code().expect("a code"))
}

#[test]
fn all_that_is_missing_is_told_at_once() {
    assert_eq!(
        refused(&["--podcast"]),
        "wp2feed: error: the podcast has no artwork
  = help: give --podcast-image, a JPEG or PNG of 1400 to 3000 pixels square
wp2feed: error: the podcast has no category
  = help: give --podcast-category, as 'Society & Culture/Documentary'
wp2feed: error: nothing says whether the podcast is explicit
  = help: give --podcast-explicit true or --podcast-explicit false
wp2feed: error: the podcast has no description
  = help: give --description or --site
wp2feed: error: the podcast has no language
  = help: give --language, as en or en-US
"
    );
}

#[test]
fn each_argument_implies_the_podcast() {
    for argument in ["image", "author", "type", "title"] {
        let said = refused(&[&format!("--podcast-{argument}"), "serial"]);
        assert!(said.contains("the podcast has no category"), "{argument}: {said}");
    }
    assert!(refused(&["--podcast-block"]).contains("no artwork"));
}

#[test]
fn wrong_values_are_told_with_right_ones() {
    let said = refused(&[
        "--podcast-image",
        "https://example.org/cover.webp",
        "--podcast-category",
        "Society & Culture/History",
        "--podcast-category",
        "Technolgy",
        "--podcast-explicit",
        "clean",
        "--podcast-owner",
        "Ann Other",
        "--podcast-type",
        "daily",
        "--description",
        "Sounds",
        "--language",
        "gsw",
    ]);
    let expected = r#"wp2feed: error: the podcast's explicit can't be "clean"
  = help: write true or false
wp2feed: error: the podcast's owner "Ann Other" has no e-mail address
  = help: write it as 'Ann Other <ann@example.org>'
wp2feed: error: a podcast can't be of type "daily"
  = help: write episodic, or serial if episodes build on each other
wp2feed: error: Apple has no category "Society & Culture/History"
  = help: write History
wp2feed: error: Apple has no category "Technolgy"
  = help: write Technology
wp2feed: error: the podcast's artwork "https://example.org/cover.webp" does not end in .jpg or .png
  = help: give --podcast-image, a JPEG or PNG of 1400 to 3000 pixels square
wp2feed: error: Apple has no language "gsw", only those of two letters
  = help: give --language, as en or en-US
"#;
    assert_eq!(said, expected);
}

#[test]
fn nothing_is_said_of_an_episode_that_apple_takes() {
    let (feed, said) = run(&FINE, episode(MP3), 0);
    assert_eq!(said, "");
    let category = "<itunes:category text=\"Society &#x26; Culture\">\n\
        <itunes:category text=\"Documentary\"/>\n</itunes:category>";
    assert!(feed.contains(category), "{feed}");
    assert!(feed.contains("<itunes:explicit>false</itunes:explicit>"), "{feed}");
}

#[test]
fn what_keeps_a_post_from_being_an_episode_is_counted() {
    let said = |file: &str, args: &[&str]| run(&[&FINE, args].concat(), episode(file), 0).1;
    let ogg = said(r"https://example.org/1.ogg\n1200\naudio/ogg", &[]);
    assert!(ogg.contains("1 post with a file of type audio/ogg, which Apple Podcasts"), "{ogg}");
    let short = said(r"https://example.org/1.mp3\n0\naudio/mpeg", &[]);
    assert!(short.contains("1 post with a file of unknown size, written as 0: 1"), "{short}");
    let serial = said(MP3, &["--podcast-type", "serial"]);
    assert!(serial.contains("1 post without an episode number, which a serial needs"), "{serial}");
    let (feed, said) = run(&FINE, posts(), 0);
    assert!(said.contains("3 posts without sound or film, so no episode of the podcast"), "{said}");
    assert_eq!(feed.matches("<item>").count(), 3, "they are written all the same");
    run(&[&FINE[..], &["--strict"]].concat(), posts(), 1);
}

#[test]
fn a_podcast_that_apple_can_not_read_is_told() {
    for format in ["atom", "json"] {
        let (_, said) = run(&[&FINE[..], &["-t", format]].concat(), episode(MP3), 0);
        assert!(said.contains("Apple Podcasts reads RSS alone"), "{said}");
    }
}

#[test]
fn arguments_beat_the_table() {
    let text = r#"[podcast]
image = "https://example.org/cover.jpg"
category = ["True Crime", "History"]
explicit = true
author = "The table"
owner = "Ann Other <ann@example.org>"
complete = true
"#;
    let more = ["--description", "D", "--language", "en", "--podcast-category", "Arts/Books"];
    let (feed, code) = table(text, &[&more[..], &["--podcast-author", "The argument"]].concat());
    assert_eq!(code, 0, "{feed}");
    let elements = feed.lines().filter(|line| line.starts_with("<itunes:")).collect::<Vec<_>>();
    assert_eq!(
        elements,
        [
            r#"<itunes:image href="https://example.org/cover.jpg"/>"#,
            r#"<itunes:category text="Arts">"#,
            r#"<itunes:category text="Books"/>"#,
            "<itunes:author>The argument</itunes:author>",
            "<itunes:explicit>true</itunes:explicit>",
            "<itunes:complete>Yes</itunes:complete>",
            "<itunes:owner>",
            "<itunes:name>Ann Other</itunes:name>",
            "<itunes:email>ann@example.org</itunes:email>",
        ]
    );
}

#[test]
fn the_table_in_the_docs_is_one() {
    let docs = include_str!("../../docs/podcast.md");
    let block = docs.split("```toml\n").nth(1).and_then(|text| text.split("```").next());
    let (feed, code) = table(block.expect("a table"), &["--description", "D", "--language", "en"]);
    assert_eq!(code, 0, "{feed}");
    for element in ["new-feed-url", "title", "type", "owner", "author", "category", "image"] {
        assert!(feed.contains(&format!("<itunes:{element}")), "{element}: {feed}");
    }
    assert!(!feed.contains("itunes:block") && !feed.contains("itunes:complete"), "{feed}");
}

#[test]
fn a_wrong_table_is_told_line_by_line() {
    let text = "[podcast]\nimgae = 'x'\nexplicit = 'no'\ncategory = [3]\ntype = 'daily'\n[feed]\n";
    let (said, code) = table(text, &[]);
    let expected = r#"wp2feed: error: podcast.toml: line 2, byte 10: unknown key imgae
  = help: write image
wp2feed: error: podcast.toml: line 3, byte 33: expected true or false for explicit, but found text
  = help: write it as explicit = true
wp2feed: error: podcast.toml: line 4, byte 49: expected a text or a list of texts for category, but found a list of other things
  = help: write it as category = ["Arts/Books"]
wp2feed: error: podcast.toml: line 6, byte 69: unknown key feed
  = help: known: podcast
wp2feed: error: podcast.toml: line 5, byte 60: a podcast can't be of type "daily"
  = help: write episodic, or serial if episodes build on each other
"#;
    assert_eq!((said.as_str(), code), (expected, 2));
    let (said, code) = table("[podcast]\nimage = \"x\n", &[]);
    assert!(code == 2 && said.contains("podcast.toml: line 2, byte 20: no TOML: "), "{said}");
    assert_eq!(table("[podcast]\nimage =\n", &[]).0.matches("error: ").count(), 1);
    for text in ["podcast = 'x'", "[[podcast]]"] {
        let (said, _) = table(text, &[]);
        assert!(said.contains("expected a table podcast, but found "), "{said}");
        assert!(said.contains("write [podcast] above its keys"), "{said}");
    }
    let (said, _) = table("[podcast]\nx = 1\n", &[]);
    assert!(said.contains("known: image, "), "{said}");
    let (said, code) = table("", &[]);
    assert!(code == 2 && said.contains("podcast.toml: the file has no table [podcast]"), "{said}");
}

#[test]
fn a_table_that_is_not_utf_8_is_told_where() {
    let (said, code) = table(b"[podcast]\nimage = \"https://e.org/\xFF.jpg\"\n", &[]);
    let expected = "podcast.toml: line 2, byte 33: expected UTF-8, but found the byte 0xFF";
    assert!(code == 2 && said.contains(expected), "{said}");
}

#[test]
fn addresses_are_written_as_addresses() {
    let args = [&FINE[..], &["--podcast-new-feed-url", "https://e.org/a b"]].concat();
    let args = [&args[2..], &["--podcast-image", "https://e.org/é a.jpg"]].concat();
    let (feed, _) = run(&args, episode(MP3), 0);
    assert!(feed.contains(r#"<itunes:image href="https://e.org/%C3%A9%20a.jpg"/>"#), "{feed}");
    assert!(feed.contains("<itunes:new-feed-url>https://e.org/a%20b<"), "{feed}");
}

#[test]
fn a_table_that_is_not_there_is_a_file_that_can_not_be_read() {
    let (_, said) = run(&["--podcast=no.toml"], posts(), 5);
    assert!(said.contains("no.toml: can't read"), "{said}");
    let said = refused(&["--podcast=https://example.org/podcast.toml"]);
    assert!(said.contains("fetch it first"), "{said}");
}
