//! Two other parsers are asked about the same documents: roxmltree, and libxml2 where its xmllint is
//! installed. Where they differ from this one the reason is written down here.

use super::{complaints, read};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Documents to change, which have something of everything.
const BASES: &[&str] = &[
    "<?xml version=\"1.0\" encoding='UTF-8'?>\n<rss version=\"2.0\" xmlns:dc='u'><channel><title>A &amp; b</title><dc:x dc:y=\"z\"/></channel></rss>\n",
    "<feed xmlns='u' xml:lang=\"en\"><!-- c - d --><entry><a href='x?y&amp;z'/>t<![CDATA[<p>]]]></entry><?p i?></feed>",
    "<!DOCTYPE a [<!ENTITY e 'x<b/>'><!ATTLIST a c CDATA 'd'>]><a>&e;&#233;<b c='&#x9;'></b ></a>",
];

/// What changes put in.
const PIECES: &[&str] = &[
    "<",
    ">",
    "/",
    "&",
    ";",
    "\"",
    "'",
    "=",
    " ",
    "\n",
    "--",
    "-->",
    "<!--",
    "]]>",
    "<![CDATA[",
    "?>",
    "<?",
    "<a>",
    "</a>",
    "<a/>",
    "&lt;",
    "&x;",
    "&#1;",
    "&#65;",
    "x",
    "1",
    ":",
    "-",
    "é",
    "\u{1}",
    "\u{FFFF}",
    "xmlns",
    "xmlns:q='v'",
    "q:",
    "xml",
    " c='d'",
    "!",
    "[",
    "]",
    "%",
    "#",
    "\t",
    ".",
];

/// A change: where, how much is taken out, what is put in.
type Change = (prop::sample::Index, usize, usize);

fn changed(base: &str, changes: &[Change]) -> String {
    let mut characters: Vec<String> = base.chars().map(String::from).collect();
    for (at, length, piece) in changes {
        let at = at.index(characters.len() + 1);
        let end = (at + length).min(characters.len());
        characters.splice(at..end, PIECES.get(*piece).map(|piece| (*piece).to_owned()));
    }
    characters.concat()
}

fn documents() -> impl Strategy<Value = String> {
    // One more than there are pieces: nothing is put in.
    let change = (any::<prop::sample::Index>(), 0..3usize, 0..=PIECES.len());
    let changes = prop::collection::vec(change, 1..4);
    (0..BASES.len(), changes).prop_map(|(base, changes)| changed(BASES[base], &changes))
}

/// Where roxmltree is known to be of another opinion.
pub(super) fn known_difference(document: &str) -> bool {
    // It reads no entities of declarations, and passes over declarations that it does not use up to the next `>`.
    document.contains("<!DOCTYPE")
        // It takes names that begin with a colon, which are none (Namespaces in XML 1.0, section 7).
        || [" :", "\t:", "\n:", "<:", "</:"].iter().any(|start| document.contains(start))
        // It lets a prefix stand for nothing (section 5, the constraint No Prefix Undeclaring).
        || ["''", "\"\""].iter().any(|nothing| undeclares(document, nothing))
        // Any version will do, and any encoding, since it is given text.
        || !document.starts_with(BASES[0].split_once('\n').map_or("", |(line, _)| line))
}

/// Whether a declaration of a prefix may have this value.
fn undeclares(document: &str, value: &str) -> bool {
    let declarations = document.split("xmlns:").skip(1);
    let mut values = declarations.filter_map(|rest| Some(rest.split_once('=')?.1.trim_start()));
    values.any(|it| it.starts_with(value))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_taken_roxmltree_takes(document in documents()) {
        if complaints(document.as_bytes()).is_empty() && !known_difference(&document) {
            let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
            let other = roxmltree::Document::parse_with_options(&document, options);
            prop_assert!(other.is_ok(), "{document:?}: {}", other.unwrap_err());
        }
    }

    #[test]
    fn what_roxmltree_refuses_is_refused(document in documents()) {
        let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
        if roxmltree::Document::parse_with_options(&document, options).is_ok() && !known_difference(&document) {
            prop_assert_eq!(complaints(document.as_bytes()), Vec::<String>::new(), "{:?}", document);
        }
    }

    #[test]
    fn a_changed_document_is_read_alike_however_much_is_read_at_a_time(document in documents(), size in 1..64usize) {
        prop_assert_eq!(read(document.as_bytes(), size), read(document.as_bytes(), 1 << 16));
    }
}

#[test]
fn libxml2_is_of_the_same_opinion() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    for number in 0..3_000 {
        let document = documents().new_tree(&mut runner).expect("a document").current();
        let path = folder.path().join(format!("{number}.xml"));
        std::fs::write(&path, &document).expect("a written document");
        files.push((path, document));
    }
    let Some(refused) = xmllint(files.iter().map(|(path, _)| path.as_path())) else {
        eprintln!("xmllint is not installed: passed over");
        return;
    };
    let mut differences = Vec::new();
    for (path, document) in &files {
        let complaints = complaints(document.as_bytes());
        if complaints.is_empty() == refused.contains(path) && !libxml2_differs(document) {
            differences.push(format!("{document:?}: {complaints:?}"));
        }
    }
    assert!(differences.is_empty(), "{} of them:\n{}", differences.len(), differences.join("\n"));
}

/// Where libxml2 is known to be of another opinion.
fn libxml2_differs(document: &str) -> bool {
    // It asks for no white space before the name of the document type (production 28).
    let doctype =
        document.split_once("<!DOCTYPE").is_some_and(|(_, it)| !it.starts_with([' ', '\t', '\n']));
    // It wants namespaces to be addresses, which Namespaces in XML asks of nobody to judge (section 2.2).
    let namespace = document.split("xmlns").skip(1).any(|it| {
        let value = it.split(['"', '\'']).nth(1).unwrap_or_default();
        !value.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    doctype || namespace
}

/// Which of the documents libxml2 refuses; nothing if it is not here.
fn xmllint<'a>(files: impl Iterator<Item = &'a Path>) -> Option<HashSet<PathBuf>> {
    let output = Command::new("xmllint").args(["--noout", "--nonet"]).args(files).output().ok()?;
    let lines = String::from_utf8_lossy(&output.stderr).into_owned();
    let refused = lines.lines().filter(|line| line.contains("error :"));
    Some(
        refused
            .filter_map(|line| Some(PathBuf::from(line.split_once(".xml:")?.0.to_owned() + ".xml")))
            .collect(),
    )
}
