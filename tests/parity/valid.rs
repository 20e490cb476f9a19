//! What this program writes holds to the rules: no error in any feed of the samples and of the recordings, and no
//! warning but those that are listed here, each with its reason.

use crate::support::{Feeds, recorded, site};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use wp2feed::{Finding, Options, Severity, Validator};

/// Warnings that remain, and why.
const REMAINING: &[(&str, &str)] = &[
    ("MissingAtomSelfLink", "nobody said where the feed will be served from"),
    ("MissingSelf", "nobody said where the feed will be served from"),
    ("MissingFeedUrl", "nobody said where the feed will be served from"),
    ("SecurityRisk", "the post has the element; --html clean takes it out"),
    ("SecurityRiskAttr", "the post has the attribute; --html clean takes it out"),
    ("DangerousStyleAttr", "the post has the style; --html clean takes it out"),
    ("NotHtml", "the post has the markup, mistakes and all, and is not changed"),
    ("ContainsRelRef", "the address in the post is none, and leads nowhere from the site either"),
    ("BadCharacters", "the post has the characters; WordPress shows them too"),
    ("MarkupInPlainText", "the title speaks of markup, and means it"),
    ("NeedDescriptionBeforeContent", "the post has no excerpt"),
    ("MissingTextualContent", "the post has neither text nor excerpt"),
    ("BlankMember", "the post has no text"),
    ("NotBlank", "the post has no text"),
    ("DuplicateUpdated", "the posts were changed in the same second"),
    ("ImplausibleDate", "a feed without posts has no date, and Atom wants one"),
    ("MissingItunesElement", "the episodes are a podcast's, but the site was not said to be one"),
    ("MissingItunesEmail", "the episodes are a podcast's, but the site was not said to be one"),
    ("NotSufficientlyUnique", "the id came so with a feed, and ids never change"),
    ("DuplicateSemantics", "the feed that was read has both"),
    ("UnsupportedItunesFormat", "the address of the attachment does not say its format"),
];

/// Every feed that the program is known to write, with its name.
fn feeds() -> Vec<(String, Vec<u8>)> {
    let mut feeds = samples();
    feeds.extend(recordings());
    feeds
}

/// The feeds of the samples.
fn samples() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut feeds = Vec::new();
    for sample in files(&folder).into_iter().filter(|path| path.is_dir()) {
        for ending in ["rss", "atom", "json"] {
            let path = sample.join(format!("expected.{ending}"));
            if let Ok(bytes) = fs::read(&path) {
                let name = sample.file_name().unwrap_or_default().to_string_lossy();
                feeds.push((format!("{name}/expected.{ending}"), bytes));
            }
        }
    }
    assert!(!feeds.is_empty(), "no sample has a feed");
    feeds
}

/// The feeds of what a real WordPress answered.
fn recordings() -> Vec<(String, Vec<u8>)> {
    let index = fs::read(recorded().join("site/index.json")).expect("the index of the site");
    let options = Options { site: site(&index), ..Options::default() };
    let mut feeds = Vec::new();
    for folder in files(&recorded()).into_iter().filter(|path| path.is_dir()) {
        for path in files(&folder).into_iter().filter(|path| path.is_file()) {
            let Ok(posts) = fs::read(&path) else { continue };
            let Ok(Feeds { rss, atom, json, .. }) = Feeds::convert(&posts, &options) else {
                continue;
            };
            let name = path.strip_prefix(recorded()).unwrap_or(&path).display().to_string();
            for (ending, bytes) in [("rss", rss), ("atom", atom), ("json", json)] {
                feeds.push((format!("{name} as {ending}"), bytes));
            }
        }
    }
    assert!(!feeds.is_empty(), "no recording becomes a feed");
    feeds
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of the project");
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn found(bytes: &[u8]) -> Vec<Finding> {
    Validator::new().validate(bytes).expect("bytes can be read").findings
}

#[test]
fn no_feed_of_ours_has_an_error() {
    let mut errors = Vec::new();
    for (name, bytes) in feeds() {
        let found = found(&bytes);
        let bad = found.iter().filter(|finding| finding.rule.severity == Severity::Error);
        errors.extend(bad.map(|finding| format!("{name}:{finding}")));
    }
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn every_warning_that_remains_has_its_reason() {
    let mut remaining: BTreeMap<&str, String> = BTreeMap::new();
    for (name, bytes) in feeds() {
        for finding in found(&bytes) {
            if finding.rule.severity == Severity::Warning {
                remaining.entry(finding.rule.name).or_insert_with(|| format!("{name}:{finding}"));
            }
        }
    }
    let known: BTreeSet<&str> = REMAINING.iter().map(|(rule, _)| *rule).collect();
    let unknown: Vec<_> = remaining.iter().filter(|(rule, _)| !known.contains(*rule)).collect();
    assert!(unknown.is_empty(), "warnings without a reason: {unknown:#?}");
    let gone: Vec<_> = known.iter().filter(|rule| !remaining.contains_key(*rule)).collect();
    assert!(gone.is_empty(), "no feed has these warnings any more: {gone:?}");
}
