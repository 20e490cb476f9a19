//! JSON Feeds that are cut off, damaged, or made to be hard: each gets an answer, and soon.

use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use wp2feed::{Finding, Severity, validate};

/// A feed with all that there may be.
fn feed() -> Value {
    json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "Tea \u{1F375}",
        "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
        "user_comment": "é", "icon": "https://example.org/icon.png", "language": "en-GB", "expired": false,
        "authors": [{"name": "Ann \"Other\"", "url": "mailto:ann@example.org"}],
        "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
        "_tea": {"about": "https://example.org/tea", "list": [1, 2.5e3, -0, true, null, {"a": []}]},
        "items": [{
            "id": "https://example.org/1", "url": "https://example.org/1", "title": "One\n",
            "content_html": "<p>One <a href=\"https://example.org/2\">two</a>.</p>\n", "summary": "One",
            "date_published": "2024-05-04T09:30:00+02:00", "tags": ["tea", "cups"],
            "attachments": [{"url": "https://example.org/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 1}],
        }],
    })
}

fn errors(document: &[u8]) -> Vec<Finding> {
    let mut findings = validate(document);
    findings.retain(|finding| finding.rule.severity == Severity::Error);
    findings
}

/// The smallest of the samples' feeds, and the one above.
fn feeds() -> Vec<Vec<u8>> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let samples = fs::read_dir(samples).expect("samples").flatten();
    let mut feeds: Vec<_> = samples
        .filter_map(|entry| fs::read(entry.path().join("expected.json")).ok())
        .filter(|feed| feed.len() > 400)
        .collect();
    feeds.sort_by_key(Vec::len);
    feeds.truncate(9);
    feeds.push(serde_json::to_vec(&feed()).expect("JSON"));
    feeds.push(serde_json::to_vec_pretty(&feed()).expect("JSON"));
    feeds
}

#[test]
fn a_feed_that_is_cut_off_anywhere_is_broken() {
    for feed in feeds() {
        assert_eq!(errors(&feed), []);
        let end = feed.trim_ascii_end().len();
        for length in 1..end {
            let found = errors(&feed[..length]);
            let last = found.iter().max_by_key(|finding| finding.position);
            let last = last.unwrap_or_else(|| panic!("{length} of {end} bytes are a feed"));
            assert!(last.rule.name.starts_with("Json"), "{last}");
            assert!(last.position.byte <= length as u64, "{last}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_feed_with_other_bytes_gets_an_answer(changes in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..6)) {
        let mut feed = serde_json::to_vec(&feed()).unwrap();
        for (at, byte) in changes {
            // What does not begin with a brace is no JSON Feed.
            let at = 1 + at % (feed.len() - 1);
            feed[at] = byte;
        }
        let findings = validate(&feed);
        if serde_json::from_slice::<Value>(&feed).is_err() {
            prop_assert!(findings.iter().any(|finding| finding.rule.name.starts_with("Json")));
        }
        prop_assert!(findings.is_sorted_by_key(|finding| finding.position));
    }

    #[test]
    fn each_place_is_in_the_document(at in any::<usize>(), word in r#"[\[\]{}:,"\\0-9a-z<>é ]{1,8}"#) {
        let feed = serde_json::to_string_pretty(&feed()).unwrap();
        let mut at = at % feed.len();
        while !feed.is_char_boundary(at) {
            at -= 1;
        }
        let feed = format!("{}{word}{}", &feed[..at], &feed[at..]);
        for finding in validate(feed.as_bytes()) {
            let byte = finding.position.byte as usize;
            let before = feed.get(..byte);
            prop_assert!(before.is_some(), "{}", finding);
            let before = before.unwrap_or_default();
            let line = before.matches('\n').count() as u64 + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() as u64 + 1;
            prop_assert_eq!((finding.position.line, finding.position.column), (line, column), "{}", finding);
        }
    }
}

/// A feed with this member more.
fn with(member: &str) -> String {
    feed().to_string().replacen('{', &format!("{{{member},"), 1)
}

/// Time that grows with the square of the size would not come to an end here.
#[test]
fn what_invites_endless_work_is_judged_soon() {
    let n = 200_000;
    let many = |text: fn(usize) -> String| (0..n).map(text).collect::<Vec<_>>().join(",");
    let documents = [
        ("braces", "{\"a\":".repeat(n)),
        ("brackets", with(&format!("\"_a\":{{\"a\":{}", "[".repeat(n)))),
        ("names", with(&many(|i| format!("\"m{i}\":0")))),
        ("one name", with(&many(|_| "\"m\":0".to_owned()))),
        ("extensions", with(&many(|i| format!("\"_m{i}\":{{}}")))),
        ("escapes", with(&format!("\"description\":\"{}\"", "\\u00e9".repeat(n)))),
        ("surrogates", with(&format!("\"description\":\"{}\"", "\\ud800".repeat(n)))),
        ("quotes in HTML", with(&format!("\"description\":\"{}\"", "\\\"<a".repeat(n)))),
        ("references", with(&format!("\"description\":\"{}\"", "&amp;".repeat(n)))),
        ("digits", with(&format!("\"user_comment\":{}", "1".repeat(n)))),
        ("spaces", with(&" ".repeat(20 * n)).replacen("  ,", "", 1)),
        ("lines", "\n".repeat(20 * n)),
        (
            "a string",
            format!(
                "{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"{}",
                "x".repeat(60 * n)
            ),
        ),
        (
            "items",
            format!(
                "{{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{}]}}",
                many(|_| "{\"id\":1}".to_owned())
            ),
        ),
    ];
    for (name, document) in documents {
        let start = Instant::now();
        let findings = validate(document.as_bytes());
        assert!(!findings.is_empty() || name == "lines", "{name}");
        assert!(start.elapsed() < Duration::from_secs(60), "{name}: {:?}", start.elapsed());
        let longest = findings.iter().map(|finding| finding.message.len()).max().unwrap_or(0);
        assert!(longest < 1000, "{name}: {longest}");
    }
}

#[test]
fn both_versions_are_judged_by_their_own_rules() {
    let mut first = feed();
    first["version"] = json!("https://jsonfeed.org/version/1");
    let names = |feed: &Value| -> Vec<&str> {
        validate(feed.to_string().as_bytes()).iter().map(|finding| finding.rule.name).collect()
    };
    assert_eq!(names(&feed()), ["VersionNotFirst"; 1]);
    let found = names(&first);
    assert!(found.contains(&"OldVersion") && found.contains(&"MemberOfLaterVersion"), "{found:?}");
    for version in ["1", "1.1"] {
        let mut feed = feed();
        feed["version"] = json!(format!("https://jsonfeed.org/version/{version}"));
        feed["items"][0]["author"] = json!({"name": "Ann"});
        let deprecated = names(&feed).contains(&"DeprecatedMember");
        assert_eq!(deprecated, version == "1.1");
    }
}
