//! A wrong command line ends with 2, writes nothing and says what to do; help is help.

use super::{post, posts, run, wp2feed};

/// Asserts that the arguments are refused with this hint.
#[track_caller]
fn refused(args: &[&str], hint: &str) {
    let (stdout, stderr) = run(args, posts(), 2);
    assert_eq!(stdout, "");
    assert!(stderr.starts_with("wp2feed: error: "), "{stderr}");
    assert!(stderr.contains(hint), "{stderr:?} lacks {hint:?}");
}

#[test]
fn several_formats_need_a_folder() {
    refused(&["-t", "rss,atom"], "--out-dir DIR, which gets feed.xml and atom.xml");
    refused(&["-t", "rss", "-t", "json", "-o", "x"], "--out-dir DIR");
    refused(&["-o", "x", "--out-dir", "y"], "'--out-dir <DIR>'");
}

#[test]
fn formats_are_known() {
    refused(&["-t", "html"], "[possible values: rss, atom, json]");
    refused(&["--order", "title"], "[possible values: published, modified, input]");
    refused(&["--content", "half"], "[possible values: full, summary, none]");
    refused(&["--featured-image", "append"], "[possible values: apart, prepend]");
    refused(&["--message-format", "xml"], "[possible values: human, json, github]");
}

#[test]
fn misspelt_arguments_are_told_from_the_right_ones() {
    refused(&["--tilte", "x"], "'--title'");
}

#[test]
fn addresses_are_absolute_and_of_the_web() {
    for flag in ["--feed-url", "--icon", "--hub"] {
        refused(&[flag, "example.org/feed"], "https://example.org/");
        refused(&[flag, "ftp://example.org/feed"], "https://example.org/");
    }
    wp2feed(&["--home", "/blog"]).write_stdin(posts()).assert().code(2);
}

#[test]
fn a_locale_is_told_its_language_tag() {
    refused(&["--language", "en_US"], "as en-US");
    refused(&["--language", "pt_BR.UTF-8"], "as pt-BR");
    refused(&["--language", "English"], "as en or en-US");
    refused(&["--language", "en-"], "expected a language tag");
}

#[test]
fn pages_that_have_a_feed_are_told() {
    for page in ["news", "categories:news", "home:page", ""] {
        refused(
            &["--feed-of", page],
            "expected home or comments, or category, tag, author, search, date or type",
        );
    }
    refused(&["--feed-of", "author:"], "as author:zoe");
    for date in ["date:July", "date:2023-13", "month:2023", "day:2023-02-29"] {
        refused(&["--feed-of", date], "date:2023-07");
    }
}

#[test]
fn dates_are_shown_by_example() {
    for date in ["yesterday", "01.07.2024", "2024-13-01", "2024-07-01T25:00:00Z"] {
        refused(&["--since", date], "2024-07-01T09:05:03");
        refused(&["--until", date], "2024-07-01T09:05:03");
    }
    refused(&["--since", "2024-07-02", "--until", "2024-07-01"], "a date after that of --since");
}

#[test]
fn a_limit_is_a_number_from_one() {
    refused(&["--limit", "0"], "as 20");
    refused(&["--limit=-1"], "as 20");
    refused(&["--limit", "-1"], "as 20");
    refused(&["--limit", "all"], "as 20");
    refused(&["--excerpt-length", "0"], "as 20");
}

#[test]
fn a_size_is_a_number_of_bytes() {
    for size in
        ["0", "-1", "lots", "1.5MB", "10XB", "KB", "99999999999999999999", "18446744073709551615K"]
    {
        refused(&["--max-bytes", size], "as 500000, 500KB, 512K or 1MiB");
    }
    // The title alone is more than any of these, and so each is told.
    let title = "x".repeat(100_000);
    for (size, bytes) in [
        ("600", 600),
        ("0600b", 600),
        ("1KB", 1000),
        ("1 kb", 1000),
        ("1K", 1024),
        ("64KiB", 65536),
    ] {
        let args = ["--max-bytes", size, "--title", &title];
        let output = wp2feed(&args).write_stdin("[]").assert().code(2).get_output().clone();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(&format!("but found {bytes}\n")), "{size}: {said}");
    }
    for (size, bytes) in [("1MB", 1_000_000), ("1M", 1_048_576), ("1MiB", 1_048_576)] {
        let args = ["--max-bytes", size];
        let long = format!(r#","content":{{"rendered":"{}"}}"#, "x".repeat(2_000_000));
        let (_, said) = run(&args, post(1, "2024-01-01T08:00:00", &long), 0);
        assert!(said.contains(&format!("feed of {bytes} bytes: 1\n")), "{size}: {said}");
    }
}

#[test]
fn a_feed_has_room_for_its_head() {
    refused(&["--max-bytes", "100"], "give --max-bytes a larger number");
}

#[test]
fn places_of_addresses_are_shown_by_example() {
    let example = "write it as https://cms.example.org=https://example.org";
    for rewrite in ["cms.example.org", "https://cms.example.org=", "=https://example.org", "/wp=/"]
    {
        refused(&["--rewrite", rewrite], example);
    }
    refused(&["--rewrite", "ftp://a=https://b"], r#"or a host, but found "ftp://a""#);
    refused(&["--rewrite-media"], "--rewrite <FROM=TO>");
}

#[test]
fn empty_values_are_no_values() {
    for flag in ["--title", "--author", "--copyright", "--category", "--tag", "--type"] {
        let output =
            wp2feed(&[flag, ""]).write_stdin(posts()).assert().code(2).get_output().clone();
        assert!(String::from_utf8_lossy(&output.stderr).contains(flag));
    }
}

#[test]
fn standard_input_is_read_once() {
    refused(&["-", "-"], "more than once");
    refused(&["--site", "-", "-"], "more than once");
    refused(&["--site", "-"], "more than once");
}

#[test]
fn an_address_is_no_input() {
    let url = "https://example.org/wp-json/wp/v2/posts";
    refused(&[url], "curl -s 'https://example.org/wp-json/wp/v2/posts' | wp2feed");
    refused(&["--site", "https://example.org/wp-json/"], "curl -s");
}

#[test]
fn a_folder_has_the_address_of_a_folder() {
    for url in ["https://example.org/feed.xml", "https://example.org/feed.json"] {
        refused(&["--out-dir", "nowhere", "--feed-url", url], "https://example.org/feeds/");
    }
    refused(&["--out-dir", "nowhere", "--feed-url", "https://example.org/?feed="], "folder");
    assert!(!std::path::Path::new("nowhere").exists());
}

#[test]
fn quiet_and_verbose_exclude_each_other() {
    refused(&["-q", "-v"], "'--verbose'");
}

#[test]
fn wrong_arguments_are_told_in_the_form_that_was_asked_for() {
    for form in [&["--message-format", "json"][..], &["--message-format=json"]] {
        let (_, stderr) = run(&[&["--nope"], form].concat(), posts(), 2);
        let line: serde_json::Value = serde_json::from_str(&stderr).expect("one JSON object");
        assert_eq!((line["level"].as_str(), line["code"].as_str()), (Some("error"), Some("usage")));
        assert!(line["message"].as_str().is_some_and(|text| text.contains("--nope")));
    }
    let (_, stderr) = run(&["--nope", "--message-format", "github"], posts(), 2);
    assert!(stderr.starts_with("::error title="), "{stderr}");
}

#[test]
fn help_is_grouped_and_ends_with_examples_and_exit_codes() {
    let output = wp2feed(&["--help"]).assert().success().stderr("").get_output().clone();
    let help = String::from_utf8(output.stdout).expect("text");
    let headings = ["Output:", "Site:", "Choice:", "Messages:", "Examples:", "Exit codes:"];
    let found: Vec<_> = headings.iter().map(|heading| help.find(heading)).collect();
    assert!(found.iter().all(Option::is_some) && found.is_sorted(), "{help}");
    assert_eq!(help.matches("\n  wp2feed -t").count() + help.matches("| wp2feed").count(), 4);
    assert!(help.lines().count() < 130, "{} lines", help.lines().count());
    assert!(help.lines().all(|line| line.chars().count() <= 100));
}

#[test]
fn the_short_help_is_shorter() {
    let lines = |flag| {
        let output = wp2feed(&[flag]).assert().success().get_output().clone();
        String::from_utf8_lossy(&output.stdout).lines().count()
    };
    assert!(lines("-h") + 10 < lines("--help"));
}

#[test]
fn the_version_is_that_of_the_package() {
    let version = concat!("wp2feed ", env!("CARGO_PKG_VERSION"), "\n");
    wp2feed(&["--version"]).assert().success().stdout(version);
    wp2feed(&["-V"]).assert().success().stdout(version);
}

/// Who sits at a terminal and names no input is helped instead of kept waiting.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_the_help_and_exit_2() {
    let program = assert_cmd::cargo::cargo_bin!("wp2feed").display().to_string();
    let mut script = assert_cmd::Command::new("script");
    let line = format!("'{program}' 2>&1 >/dev/null");
    let Ok(output) = script.args(["-qec", &line, "/dev/null"]).output() else {
        eprintln!("not tested: `script` of util-linux is not installed");
        return;
    };
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stdout).contains("[POSTS]..."));
}
