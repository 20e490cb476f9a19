//! Feed in, feed out: every format from every other, with a report of what is lost.

use super::{json_feed, posts, run, titles, wp2feed};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use wp2feed::{Comparing, Format, compare};

/// A feed of ours that has much to lose.
fn sample(format: &str) -> String {
    let path = format!("samples/blog/expected.{format}");
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a sample")
}

/// Runs the program without telling it the site.
fn feed(args: &[&str], input: &str, code: i32) -> (String, String) {
    let output = wp2feed(args).write_stdin(input).assert().code(code).get_output().clone();
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(output.stdout), text(output.stderr))
}

const FORMATS: [&str; 3] = ["rss", "atom", "json"];

#[test]
fn every_format_becomes_every_other() {
    for from in FORMATS {
        let input = sample(from);
        let read = |name: &str, text: &str| {
            let format = Format::from_name(name).expect("a format");
            (format, format.read(text.as_bytes()).expect("a feed"))
        };
        let (old_format, old) = read(from, &input);
        for to in FORMATS {
            for args in
                [&["-t", to][..], &["--from", from, "-t", to], &["-f", from, "-t", to, "--pretty"]]
            {
                let (output, _) = feed(args, &input, 0);
                let (new_format, new) = read(to, &output);
                let found = compare(
                    (&old, Some(old_format)),
                    (&new, Some(new_format)),
                    &Comparing::default(),
                );
                // JSON Feed has no date of the feed, and the newest of the entries stands in.
                let told: Vec<String> = found.feed.iter().map(|it| it.field.to_string()).collect();
                assert!(
                    told.iter().all(|it| from == "json" && it == "feed.updated"),
                    "{from} {to} {told:?}"
                );
                assert_eq!(found.entries, [], "{from} {to}");
            }
        }
    }
}

#[test]
fn a_feed_stays_what_it_is_in_its_own_format() {
    for (format, lost) in [("atom", ""), ("json", ""), ("rss", "")] {
        let (output, said) = feed(&["-t", format], &sample(format), 0);
        assert_eq!(said, lost, "{format}");
        if format != "rss" {
            // The reader of RSS trims texts.
            assert_eq!(output, sample(format), "{format}");
        }
    }
}

#[test]
fn what_the_target_can_not_carry_is_counted() {
    let (_, said) = feed(&["-t", "json"], &sample("atom"), 0);
    let expected = "\
wp2feed: warning: 3 entries lost part of categories in json: https://harbour.example/2024/05/crab-count/, \
https://harbour.example/2024/05/episode-1-fog/, https://harbour.example/2024/05/painting-the-dinghy/
wp2feed: warning: 2 entries lost comments in json: https://harbour.example/2024/05/crab-count/, \
https://harbour.example/2024/05/painting-the-dinghy/
wp2feed: warning: 1 entry lost markup of summary in json: https://harbour.example/2024/05/painting-the-dinghy/
wp2feed: warning: 1 entry lost part of image in json: https://harbour.example/2024/05/painting-the-dinghy/
wp2feed: warning: the feed lost id, generator, updated in json
";
    assert_eq!(said, expected);
    let (stdout, said) = feed(&["-t", "json", "--strict"], &sample("atom"), 1);
    assert!(stdout.is_empty() && said.contains("error: the feed lost id"), "{said}");
    // What is not written is not lost.
    let (_, said) = feed(&["-t", "json", "--limit", "1"], &sample("atom"), 0);
    assert!(said.contains("1 entry lost comments in json"), "{said}");
    assert!(!said.contains("summary"), "{said}");
    let (_, said) = feed(&["-q", "-t", "json"], &sample("atom"), 0);
    assert_eq!(said, "");
}

#[test]
fn several_feeds_become_one() {
    let dir = TempDir::new().unwrap();
    let parts: Vec<String> = FORMATS
        .iter()
        .zip([1, 3, 2])
        .map(|(format, number)| {
            let date = format!("2024-0{number}-01T08:00:00");
            let post = super::post(number, &date, "");
            let (text, _) = run(&["-t", format], post, 0);
            let path = dir.path().join(format!("part.{format}"));
            fs::write(&path, text).unwrap();
            path.to_str().unwrap().to_owned()
        })
        .collect();
    let names: Vec<&str> = parts.iter().map(String::as_str).collect();
    let of = |args: &[&str]| {
        let (text, _) = feed(&[args, &["-t", "json"]].concat(), "", 0);
        serde_json::from_str::<Value>(&text).unwrap()
    };
    assert_eq!(titles(&of(&names)), ["Post 1", "Post 3", "Post 2"], "as they were read");
    let newest = of(&[&names[..], &["--order", "published", "--limit", "2"]].concat());
    assert_eq!(titles(&newest), ["Post 3", "Post 2"]);
    assert_eq!(titles(&of(&[names[0], names[0]])), ["Post 1"], "no entry twice");
    // One after another on standard input, as pages are.
    let all: String = parts.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    assert_eq!(titles(&json_feed(&[], &all)), ["Post 1", "Post 3", "Post 2"]);
    let two = format!("\u{FEFF}{0}\n\n{0}<!-- cached -->\n", sample("rss"));
    let (_, said) = feed(&[], &two, 3);
    assert!(said.contains("expected another feed behind 2, but found something else"), "{said}");
}

#[test]
fn entries_are_chosen_and_heads_said() {
    let atom = sample("atom");
    let of = |args: &[&str]| {
        serde_json::from_str::<Value>(&feed(&[args, &["-t", "json"]].concat(), &atom, 0).0).unwrap()
    };
    let all = ["Crab count: 5 < 6", "Episode 1: Fog", "Painting the dinghy"];
    assert_eq!(titles(&of(&[])), all);
    assert_eq!(titles(&of(&["--category", "Foghorn (podcast)"])), all[1..2]);
    assert_eq!(titles(&of(&["--author-is", "Nobody"])), [""; 0]);
    assert_eq!(titles(&of(&["--since", "2030-01-01"])), [""; 0]);
    let said = of(&["--title", "T", "--home", "https://new.example", "--language", "sv"]);
    assert_eq!(
        (&said["title"], &said["home_page_url"], &said["language"]),
        (&"T".into(), &"https://new.example".into(), &"sv".into())
    );
    let none = of(&["--content", "none"]);
    assert_eq!(none["items"][0]["content_text"], "");
    let (_, said) = feed(&["--fail-on-empty", "--since", "2030-01-01"], &atom, 4);
    assert!(said.contains("nothing is written"), "{said}");
}

#[test]
fn html_stays_unless_something_is_asked_for() {
    let script = r#"{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"a",
        "content_html":"<p>A<script>x()</script> <a href=\"/b\">b</a></p>","url":"https://e.org/a/"}]}"#;
    let of = |args: &[&str]| {
        serde_json::from_str::<Value>(&feed(&[args, &["-t", "json"]].concat(), script, 0).0)
            .unwrap()["items"][0]["content_html"]
            .clone()
    };
    assert_eq!(of(&[]), "<p>A<script>x()</script> <a href=\"/b\">b</a></p>");
    assert_eq!(of(&["--html", "clean"]), "<p>A <a href=\"https://e.org/b\">b</a></p>");
    assert_eq!(
        of(&["--rewrite", "https://e.org=https://f.org"]),
        "<p>A<script>x()</script> <a href=\"/b\">b</a></p>"
    );
}

#[test]
fn a_feed_tells_where_it_is_itself() {
    let dir = TempDir::new().unwrap();
    let out = dir.path().join("out");
    let args = [
        "-t",
        "rss,atom,json",
        "--out-dir",
        out.to_str().unwrap(),
        "--feed-url",
        "https://e.org/f/",
    ];
    feed(&args, &sample("json"), 0);
    let atom = fs::read_to_string(out.join("atom.xml")).unwrap();
    assert!(atom.contains(
        r#"<link rel="self" type="application/atom+xml" href="https://e.org/f/atom.xml"/>"#
    ));
    assert!(atom.contains(
        r#"<link rel="alternate" type="application/feed+json" href="https://e.org/f/feed.json"/>"#
    ));
    // Without a word the address is that of the old format, where that can be said.
    let (atom, _) = feed(&["-t", "atom"], &fs::read_to_string(out.join("feed.xml")).unwrap(), 0);
    assert!(
        atom.contains(
            r#"<link rel="self" type="application/atom+xml" href="https://e.org/f/atom.xml"/>"#
        ),
        "{atom}"
    );
    assert!(
        atom.contains(
            r#"<link rel="alternate" type="application/rss+xml" href="https://e.org/f/feed.xml"/>"#
        ),
        "{atom}"
    );
}

#[test]
fn a_site_that_left_wordpress_keeps_its_ids() {
    let dir = TempDir::new().unwrap();
    let (old, new) = (dir.path().join("old.xml"), dir.path().join("new.xml"));
    fs::write(&old, run(&["-t", "rss"], posts(), 0).0).unwrap();
    fs::write(&new, run(&["-t", "atom"], posts().replace("?p=", "?page="), 0).0).unwrap();
    let args = ["--ids", old.to_str().unwrap(), "-t", "json", new.to_str().unwrap()];
    let (text, _) = feed(&args, "", 0);
    assert!(text.contains(r#""id":"https://example.org/?p=3""#), "{text}");
}

#[test]
fn what_is_about_posts_is_refused() {
    for (args, name) in [
        (&["--feed-of", "category:a"][..], "--feed-of"),
        (&["--map", "summary=a.b"], "--map"),
        (&["--type", "page"], "--type"),
        (&["--users", "users.json"], "a collection"),
        (&["--podcast-block"], "--podcast"),
        (&["--excerpt-length", "3"], "--excerpt-length"),
    ] {
        let (_, said) = feed(args, &sample("rss"), 2);
        assert!(
            said.starts_with(&format!(
                "wp2feed: error: {name} is about posts, but the input is a feed"
            )),
            "{said}"
        );
    }
    let (_, said) = feed(&["-f", "atom"], &sample("rss"), 3);
    assert!(said.contains("expected an Atom feed") && said.contains("leave --from out"), "{said}");
    let (_, said) = feed(&["-f", "csv"], "", 2);
    assert!(said.contains("possible values: rss, atom, json"), "{said}");
}

#[test]
fn posts_and_feeds_do_not_go_together() {
    let dir = TempDir::new().unwrap();
    let (old, new) = (dir.path().join("posts.json"), dir.path().join("feed.json"));
    fs::write(&old, posts()).unwrap();
    fs::write(&new, sample("json")).unwrap();
    let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());
    let (_, said) = feed(&[new, old], "", 3);
    assert!(
        said.contains("posts.json: line 8") && said.contains("expected a feed, but found a post"),
        "{said}"
    );
    let (_, said) = feed(&[old, new], "", 3);
    assert!(said.contains("feed.json: expected a post, but found a feed"), "{said}");
}

/// RSS does not require a guid: then the address tells entries apart, and without one nothing does.
#[test]
fn entries_without_ids_are_all_there() {
    let items = [
        "<title>A</title><link>https://e.org/a/</link>",
        "<title>B</title><link>https://e.org/b/</link>",
        "<title>C</title>",
        "<title>D</title>",
        "<title>A again</title><link>https://e.org/a/</link>",
    ];
    let items: String = items.iter().map(|item| format!("<item>{item}</item>")).collect();
    let rss = format!(
        "<rss version='2.0'><channel><title>T</title><link>https://e.org</link><description>d</description>{items}</channel></rss>"
    );
    let (text, said) = feed(&["-t", "json"], &rss, 0);
    assert_eq!(titles(&serde_json::from_str(&text).unwrap()), ["A", "B", "C", "D"]);
    assert!(said.contains("1 entry met again"), "{said}");
    let (_, said) = feed(&[], &rss[..200], 3);
    assert!(said.contains("fetch it again"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_pipe_with_a_name_is_read_once() {
    let program = assert_cmd::cargo::cargo_bin("wp2feed");
    let script =
        format!("{0} -q -t json <(cat samples/blog/expected.rss) | head -c 60", program.display());
    let output = Command::new("bash").args(["-c", &script]).output().expect("bash");
    assert!(String::from_utf8_lossy(&output.stdout).contains("jsonfeed.org"), "{output:?}");
}

#[test]
fn a_build_takes_a_feed() {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("old.xml"), sample("rss")).unwrap();
    let recipe = "input = \"old.xml\"\n[[output]]\npath = \"feed.json\"\n[[output]]\npath = \"two.atom\"\nlimit = 2\n";
    fs::write(dir.path().join("wp2feed.toml"), recipe).unwrap();
    wp2feed(&["build", "-q"]).current_dir(&dir).assert().code(0);
    let json = fs::read_to_string(dir.path().join("feed.json")).unwrap();
    assert_eq!(titles(&serde_json::from_str(&json).unwrap()).len(), 3);
    assert_eq!(
        fs::read_to_string(dir.path().join("two.atom")).unwrap().matches("<entry").count(),
        2
    );
    fs::write(
        dir.path().join("wp2feed.toml"),
        "input = \"old.xml\"\n[[output]]\npath = \"{slug}.xml\"\nfeed-of = \"tag:*\"\n",
    )
    .unwrap();
    let said = wp2feed(&["build"]).current_dir(&dir).assert().code(2).get_output().stderr.clone();
    assert!(
        String::from_utf8_lossy(&said).contains("wp2feed.toml: line 4"),
        "{}",
        String::from_utf8_lossy(&said)
    );
}
