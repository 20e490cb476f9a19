//! The shape of the house holds: who imports from whom, what the model never names, how long files are.
//!
//! The rules are read from the source text, so a test here can't be talked round by the compiler.

mod paths;
mod rooms;

use rooms::complaints;
use std::fs;
use std::path::Path;

/// A file is read in one sitting.
const LONGEST: usize = 400;

/// All Rust files of a folder, named from there on, with their text.
fn sources(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    assert!(!files.is_empty(), "{} holds no Rust file", root.display());
    files
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let name = path.strip_prefix(root).expect("a path below the root");
            let source = fs::read_to_string(&path).expect("a source file");
            files.push((name.to_str().expect("a plain name").replace('\\', "/"), source));
        }
    }
}

fn file(name: &str, source: &str) -> (String, String) {
    (name.to_owned(), source.to_owned())
}

#[test]
fn imports_go_downward_only() {
    assert_eq!(complaints(&sources("src")), [""; 0]);
}

#[test]
fn every_file_says_what_lives_in_it_and_is_short() {
    for folder in ["src", "tests", "benches", "fuzz/src", "fuzz/fuzz_targets"] {
        for (name, source) in sources(folder) {
            assert_eq!(misshapen(&source), None, "{folder}/{name}");
        }
    }
}

#[test]
fn the_model_knows_no_format_crate() {
    for (name, source) in sources("src/model") {
        assert_eq!(foreign_crate(&source), None, "model/{name}");
    }
}

/// What is wrong with a file as a whole.
fn misshapen(source: &str) -> Option<String> {
    let lines = source.lines().count();
    if !source.starts_with("//! ") {
        return Some("does not say what lives in it".to_owned());
    }
    (lines > LONGEST).then(|| format!("has {lines} lines"))
}

/// The first crate of a format that code names.
fn foreign_crate(source: &str) -> Option<&'static str> {
    let code = |line: &&str| !line.trim_start().starts_with("//");
    let names = |name: &&str| source.lines().filter(code).any(|line| line.contains(name));
    ["rss::", "atom_syndication", "serde_json", "quick_xml"].into_iter().find(names)
}

#[test]
fn a_misshapen_file_and_a_foreign_crate_are_seen() {
    assert!(misshapen("use std::fs;\n").is_some());
    assert!(misshapen(&format!("//! Long.\n{}", "\n".repeat(LONGEST))).is_some());
    assert_eq!(misshapen(&format!("//! Not so long.\n{}", "\n".repeat(LONGEST - 1))), None);
    assert_eq!(foreign_crate("pub raw: serde_json::Value,"), Some("serde_json"));
    assert_eq!(
        foreign_crate("/// Unlike rss::Channel, it has a language.\npub language: u8,"),
        None
    );
}

#[test]
fn an_upward_import_is_seen() {
    let found = complaints(&[
        file("text/date.rs", "use crate::formats::Format;"),
        file("model/feed.rs", "fn f() { crate::spool::start() }"),
    ]);
    assert_eq!(found, ["model::feed imports spool::start", "text::date imports formats::Format"]);
}

#[test]
fn formats_never_import_each_other() {
    let found = complaints(&[
        file("formats/rss/write.rs", "use super::super::atom::write;"),
        file("formats/atom/mod.rs", "use crate::{model::Feed, formats::{json_feed as j, writer}};"),
        file("formats/json_feed/mod.rs", "use crate::wordpress::Post;"),
    ]);
    assert_eq!(
        found,
        [
            "formats::atom imports formats::json_feed",
            "formats::json_feed imports wordpress::Post",
            "formats::rss::write imports formats::atom::write",
        ]
    );
}

#[test]
fn a_door_is_followed_to_the_room_behind_it() {
    let shared = file("formats/writer.rs", "");
    let table = file("formats/mod.rs", "mod writer; pub(crate) use writer::{FeedWriter, Other};");
    let rss = file("formats/rss/mod.rs", "use crate::formats::FeedWriter; use super::Row;");
    let found = complaints(&[shared, table, rss]);
    assert_eq!(found, ["formats::rss imports formats::Row"]);
}

#[test]
fn a_room_without_a_floor_and_a_way_through_the_front_door_are_seen() {
    let found = complaints(&[
        file("attic.rs", "use crate::model::Feed;"),
        file("lib.rs", "pub use error::Result; pub use convert::convert;"),
        file("error.rs", ""),
        file("spool.rs", "use crate::convert; use crate::*;"),
    ]);
    assert_eq!(found, ["attic stands on no floor", "spool imports convert", "spool imports *"]);
}

#[test]
fn texts_comments_and_unit_tests_are_no_imports() {
    let source = r##"
        // use crate::cli::run;
        //! [`crate::cli`]
        const QUOTE: char = '"'; const TEXT: &str = "\" use crate::cli::x;"; const ESCAPED: char = '\'';
        fn f<'a>(x: &'a str) -> &'a str { r#" "crate::cli::y" "# }
        use crate::error::Result;
        #[cfg(test)]
        mod tests { use crate::cli::z; }
    "##;
    assert_eq!(complaints(&[file("model/mod.rs", source)]), [""; 0]);
}
