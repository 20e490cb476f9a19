//! What tables become, and what is said of those that are wrong.

use super::{Keys, Table, arguments};
use crate::cli::args::Args;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input::Input;
use crate::cli::messages::github;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use wp2feed::{Format, Html, Order};

/// A folder with two documents of posts, and this file.
fn folder(text: &str) -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    fs::create_dir(dir.path().join("posts")).expect("a folder");
    for name in ["posts/2.json", "posts/1.json", "posts/.old.json", "wp2feed.toml"] {
        fs::write(dir.path().join(name), text).expect("a file");
    }
    dir
}

fn table(dir: &Path) -> Result<Table, Failure> {
    Table::read(&Input::from(dir.join("wp2feed.toml")))
}

#[track_caller]
fn args(text: &str) -> Args {
    let dir = folder(text);
    table(dir.path()).and_then(|table| table.args(&Keys::default())).expect("arguments")
}

/// What is said of a table: line, text and help of each message.
#[track_caller]
fn wrong(text: &str, keys: &Keys<'_>) -> Vec<String> {
    let dir = folder(text);
    let failure = table(dir.path()).and_then(|table| table.args(keys)).expect_err("a failure");
    assert_eq!(failure.exit, Exit::Usage);
    let file = dir.path().join("wp2feed.toml").display().to_string();
    let told = failure.messages.iter().map(github).map(|told| {
        let (place, text) = told.split_once(",title=wp2feed%3A config::").expect("a message");
        let place = place.replace(&format!("::error file={file},"), "");
        format!("{place}: {}", text.trim_end().replace("%0A", " | "))
    });
    told.collect()
}

#[test]
fn values_of_all_types_are_arguments() {
    let args = args(
        "limit = 10\nhtml = 'clean'\nfeed-of = 'category:news'\nstrict = true\npretty = false\n\
        since = 2024-07-01\nuntil = 2024-08-01T00:00:00Z\ncategory = ['a', 'b,c', '--d']\ntype = 'post,page'\n\
        rewrite = ['https://a.example=https://b.example']\norder = 'input'\nto = ['rss', 'json']\n",
    );
    assert_eq!((args.choice.limit, args.messages.strict), (Some(10), true));
    assert_eq!(args.text.html, Some("clean".parse::<Html>().expect("steps")));
    assert!(args.choice.feed_of.is_some() && !args.output.pretty);
    assert!(args.choice.since < args.choice.until);
    assert_eq!(args.choice.categories, ["a", "b,c", "--d"]);
    assert_eq!(args.choice.types, ["post", "page"]);
    assert_eq!((args.choice.rewrites.len(), args.choice.order), (1, Some(Order::Input)));
    assert_eq!(args.output.to, [Format::Rss, Format::JsonFeed]);
}

#[test]
fn no_key_is_the_default_of_the_command_line() {
    let args = Table::default().args(&Keys::default()).expect("arguments");
    assert!(args.inputs.is_empty());
    assert_eq!(args.choice.order, None);
}

#[test]
fn every_argument_has_a_key_of_its_own() {
    let command = arguments::command();
    let mut keys: Vec<&str> = arguments::keys(&command).collect();
    assert_eq!(keys.len(), command.get_arguments().count());
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), command.get_arguments().count());
    assert!(keys.contains(&"input") && keys.contains(&"feed-of"), "{keys:?}");
}

#[test]
fn paths_are_beside_the_file_and_patterns_are_files_in_order() {
    let dir = folder(
        "input = 'posts/*.json'\nusers = ['u.json', '/u.json']\nsite = 's'\nout-dir = '.'\n",
    );
    let at = |name: &str| dir.path().join(name);
    let args = table(dir.path()).and_then(|table| table.args(&Keys::default())).expect("arguments");
    assert_eq!(args.inputs, [at("posts/1.json"), at("posts/2.json")]);
    let users: Vec<_> = args.collections.documents().into_iter().map(|(_, path)| path).collect();
    assert_eq!(users, [at("u.json"), "/u.json".into()]);
    assert_eq!(args.site.sites, [at("s")]);
    assert_eq!(args.output.out_dir, Some(at(".")));
}

#[test]
fn what_is_no_file_stays_as_it_is() {
    let args = args("input = ['-', 'https://example.org/*.json']\n");
    assert_eq!(args.inputs, [Path::new("-"), Path::new("https://example.org/*.json")]);
}

#[test]
fn a_pattern_that_is_a_file_s_name_is_that_file() {
    let dir = folder("input = 'posts[1].json'\n");
    fs::write(dir.path().join("posts[1].json"), "[]").expect("a file");
    let args = table(dir.path()).and_then(|table| table.args(&Keys::default())).expect("arguments");
    assert_eq!(args.inputs, [dir.path().join("posts[1].json")]);
}

#[test]
fn a_pattern_that_finds_nothing_is_told() {
    let said = wrong("limit = 1\ninput = ['posts/1.json', 'pots/*.json']\n", &Keys::default());
    assert!(said[0].starts_with("line=2: no file fits \"pots/*.json\" in "), "{said:?}");
    let said = wrong("users = 'posts/**x'\n", &Keys::default());
    assert!(said[0].starts_with("line=1: \"posts/**x\" is no pattern: "), "{said:?}");
}

#[test]
fn everything_that_is_wrong_is_told_with_its_line() {
    let text = "limit = 0\nlimt = 3\nhtml = 'claen'\npretty = 'yes'\ncategory = [true]\nxyz = 1\n\
        title = ''\nto = 'rdf'\nsite = { title = 'x' }\n";
    let expected = [
        "line=1: invalid value '0' for limit: expected a whole number from 1 on, as 20 | help: \
         `wp2feed --help` tells the arguments",
        "line=2: unknown key limt | help: write limit",
        "line=3: invalid value 'claen' for html: expected faithful, clean or raw first, but found \"claen\" | \
         help: steps follow behind commas, as in clean,-iframes or raw,+addresses",
        "line=4: expected true or false for pretty, but found a text | help: write it as pretty = true",
        "line=5: expected a text or a list of texts for category, but found a list of other things | help: \
         write it as category = [\"…\", \"…\"]",
        "line=7: a value is required for title but none was supplied | help: `wp2feed --help` tells the arguments",
        "line=8: invalid value 'rdf' for to [possible values: rss, atom, json] | help: `wp2feed --help` \
         tells the arguments",
        "line=9: expected a text or a list of texts for site, but found a table | help: write it as \
         site = [\"…\", \"…\"]",
    ];
    let mut said = wrong(text, &Keys::default());
    assert!(said[5].starts_with("line=6: unknown key xyz | help: known: input, "), "{said:?}");
    said.remove(5);
    assert_eq!(said, expected);
}

#[test]
fn keys_that_depend_on_each_other_are_told() {
    let said = wrong("limit = 3\nrewrite-media = true\n", &Keys::default());
    assert_eq!(
        said,
        [
            "line=2: the following required arguments were not provided: rewrite | help: `wp2feed --help` tells \
          the arguments"
        ]
    );
    let said = wrong("quiet = true\nverbose = true\n", &Keys::default());
    assert!(said[0].contains(" cannot be used with "), "{said:?}");
}

#[test]
fn refused_keys_are_told_and_never_advised() {
    let keys = Keys { refused: &["output", "to"], why: "feeds are checked", own: &["each"] };
    let said = wrong("outptu = 'x'\neahc = 'x'\noutput = 'x'\n", &keys);
    let known = said[0].strip_prefix("line=1: unknown key outptu | help: known: ").expect("a list");
    let known: Vec<&str> = known.split(", ").collect();
    assert!(known.contains(&"out-dir") && known.contains(&"each"), "{said:?}");
    assert!(!known.contains(&"output") && !known.contains(&"to"), "{said:?}");
    let expected = [
        "line=2: unknown key eahc | help: write each",
        "line=3: the key `output` has no place here: feeds are checked | help: take it out",
    ];
    assert_eq!(said[1..], expected);
}

#[test]
fn the_podcast_may_be_a_table() {
    let args =
        args("[podcast]\nimage = 'https://example.org/a.png'\nexplicit = false\nblock = true\n");
    let told = format!("{:?}", args.podcast);
    for part in
        ["podcast: Some(None)", "a.png", "podcast_explicit: Some(\"false\")", "podcast_block: true"]
    {
        assert!(told.contains(part), "{told}");
    }
    let said = wrong("podcast-image = 'x'\n[podcast]\nimgae = 'x'\n", &Keys::default());
    assert_eq!(said, ["line=3: unknown key imgae | help: write image"]);
    let said = wrong("podcast-image = 'x'\n[podcast]\nimage = 'x'\n", &Keys::default());
    let twice = "the key `podcast-image` is told twice, in line ";
    assert!(said[0].contains(twice), "{said:?}");
}

#[test]
fn tables_are_laid_over_what_stands_above_them() {
    let dir = folder(
        "limit = 10\ncategory = ['a', 'b']\n[[output]]\nname = 'n'\nlimit = 2\n[[output]]\ntitle = 'T'\n",
    );
    let mut top = table(dir.path()).expect("a table");
    let mut outputs = top.take_tables("output").expect("tables").into_iter();
    let first = outputs.next().expect("a table");
    assert_eq!(first.text("name").expect("a text"), Some("n"));
    assert_eq!(first.text("title").expect("nothing"), None);
    assert!(first.has("name") && !first.has("category"));
    let own = Keys { own: &["name"], ..Keys::default() };
    let args = first.over(&top).args(&own).expect("arguments");
    assert_eq!((args.choice.limit, args.choice.categories.len()), (Some(2), 2));
    let second = outputs.next().expect("a table").over(&top);
    let args = second.args(&Keys::default()).expect("arguments");
    assert_eq!((args.choice.limit, args.site.title.as_deref()), (Some(10), Some("T")));
    assert!(outputs.next().is_none() && top.take_tables("output").expect("none").is_empty());
}

#[test]
fn what_is_read_by_other_means_has_to_fit() {
    let dir = folder("name = 3\noutput = ['x']\n");
    let mut table = table(dir.path()).expect("a table");
    let said = |failure: Failure| failure.messages.iter().map(github).collect::<String>();
    let text = said(table.text("name").expect_err("no text"));
    assert!(text.contains("line=1,") && text.contains("expected a text for name"), "{text}");
    let text = said(table.refuse("output", "too many", "take some out"));
    assert!(text.contains("line=2,") && text.contains("too many"), "{text}");
    let text = said(table.take_tables("output").expect_err("no tables"));
    assert!(text.contains("line=2,") && text.contains("but found a text"), "{text}");
}

#[test]
fn a_file_that_is_no_toml_is_told() {
    let said = wrong("limit = \n", &Keys::default());
    assert!(said.len() == 1 && said[0].starts_with("line=1: no TOML: "), "{said:?}");
}
