//! Laws of validation under any document: an answer without a panic, the same twice, places within the document, and
//! work that grows with the size of what is read and not with its square.

use proptest::prelude::*;
use std::fs;
use std::path::Path;
use wp2feed::{Finding, Severity, validate};

/// Samples whose feeds are small enough to be cut at every byte.
const SAMPLES: [&str; 5] =
    ["feed-of-nothing", "summary-only", "cdata-end", "attached-audio", "equal-dates"];

/// The feeds of a few samples, in both formats of XML.
fn feeds() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let paths = SAMPLES.iter().flat_map(|sample| {
        ["rss", "atom"].map(|ending| folder.join(sample).join(format!("expected.{ending}")))
    });
    paths
        .map(|path| fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display())))
        .collect()
}

/// Judges a document, and holds the answer to what must be true of all answers.
fn judged(document: &[u8]) -> Vec<Finding> {
    let findings = validate(document);
    for finding in &findings {
        let place = finding.position;
        assert!(place.line > 0 && place.column > 0, "{finding}");
        // Offsets count what is read, in which bytes of other encodings are longer.
        let is_within = place.byte <= document.len() as u64 || str::from_utf8(document).is_err();
        assert!(is_within, "{finding}: {place:?} of {}", document.len());
        assert!(!finding.message.is_empty() && finding.message.len() < 2_000, "{finding}");
    }
    assert!(findings.is_sorted_by_key(|finding| finding.position), "findings are out of order");
    findings
}

fn has_error(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.rule.severity == Severity::Error)
}

fn rss(inside: &str) -> Vec<u8> {
    let head = "<title>a</title><link>http://a.example/</link><description>b</description>";
    format!("<rss version=\"2.0\"><channel>{head}{inside}</channel></rss>").into_bytes()
}

fn atom(inside: &str) -> Vec<u8> {
    let head = "<title>a</title><id>http://a.example/</id><updated>2024-07-01T00:00:00Z</updated>";
    format!("<feed xmlns=\"http://www.w3.org/2005/Atom\">{head}{inside}</feed>").into_bytes()
}

#[test]
fn a_feed_that_is_cut_off_has_an_error() {
    for feed in feeds() {
        let end = feed.trim_ascii_end().len();
        for cut in 0..end {
            assert!(has_error(&judged(&feed[..cut])), "{}", String::from_utf8_lossy(&feed[..cut]));
        }
        assert!(!has_error(&judged(&feed[..end])));
    }
}

/// Pieces of which documents are made that nearly are feeds.
const PIECES: &[&str] = &[
    "<?xml version=\"1.0\"?>",
    "<rss version=\"2.0\">",
    "<channel>",
    "</channel>",
    "</rss>",
    "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
    "</feed>",
    "<entry>",
    "</entry>",
    "<item>",
    "</item>",
    "<title type=\"xhtml\">",
    "<title>",
    "</title>",
    "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">",
    "</div></content>",
    "<content src=\"",
    "<a:b xmlns:a=\"http://search.yahoo.com/mrss/\" xml:base=\"..\">",
    "</a:b>",
    "<link rel=\"self\" href=\"x\" xml:lang=\"\"/>",
    "<guid isPermaLink=\"false\">",
    "</guid>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE a [<!ENTITY b \"&b;\">]>",
    "&b;",
    "&amp;",
    "&#x0;",
    "&#xFFFD;",
    "\u{85}",
    "\u{FEFF}",
    "\u{10FFFF}",
    "\"",
    "<p style=\"a:b\">&lt;p onclick=",
    " 2024-02-30T25:00:00Z ",
    "\r\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(has_error(&judged(&bytes)));
    }

    #[test]
    fn what_nearly_is_a_feed_gets_the_same_answer_twice(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40),
    ) {
        let document = pieces.concat();
        prop_assert_eq!(judged(document.as_bytes()), judged(document.as_bytes()));
    }

    #[test]
    fn a_feed_with_other_bytes_gets_an_answer(
        feed in 0..10_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut feed = feeds().swap_remove(feed);
        for (at, byte) in changes {
            let at = at.index(feed.len());
            feed[at] = byte;
        }
        judged(&feed);
    }
}

/// Each of these would never come to its end if its time grew with the square of its size.
#[test]
fn what_invites_endless_work_gets_an_answer() {
    let n = 10_000;
    let nested = |open: &str, close: &str, n: usize| open.repeat(n) + &close.repeat(n);
    let xhtml = "<entry><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">";
    let documents = [
        ("elements", nested("<a>", "</a>", n).into_bytes()),
        ("elements without an end", rss(&"<a>".repeat(20 * n))),
        ("elements of nobody", rss(&nested("<a xmlns=\"b\">", "</a>", n))),
        ("items", rss(&nested("<item>", "</item>", n))),
        ("entries", atom(&nested("<entry>", "</entry>", n))),
        ("sources", atom(&nested("<entry><source>", "</source></entry>", n))),
        ("divs", atom(&format!("{xhtml}{}</div></content></entry>", nested("<p>", "</p>", n)))),
        ("bases", atom(&nested("<entry xml:base=\"a/\">", "</entry>", n))),
        (
            "escaped elements",
            rss(&format!("<item><description>{}</description></item>", "&lt;p&gt;".repeat(5 * n))),
        ),
        (
            "faults in one text",
            rss(&format!(
                "<item><description><![CDATA[{}]]></description></item>",
                "<x y>\n".repeat(5 * n)
            )),
        ),
        ("characters gone wrong", rss(&format!("<ttl>{}</ttl>", "\u{85}\n".repeat(5 * n)))),
        (
            "ids",
            rss(&(0..n)
                .map(|i| format!("<item><guid>http://a.example/{i}</guid></item>"))
                .collect::<String>()),
        ),
        ("one id", atom(&"<entry><id>http://a.example/</id></entry>".repeat(n))),
        ("links", atom(&"<link href=\"http://a.example/\"/>".repeat(n))),
        (
            "pages",
            atom(&"<link rel=\"first\" href=\"b\"/><link rel=\"previous\" href=\"c\"/>".repeat(n)),
        ),
        ("enclosures", rss(&format!("<item>{}</item>", "<enclosure url=\"b\"/>".repeat(n)))),
        (
            "prefixes",
            rss(&(0..n)
                .map(|i| format!("<a:b xmlns:a=\"http://a.example/{i}\"/>"))
                .collect::<String>()),
        ),
        (
            "attributes",
            rss(&format!("<a {}/>", (0..n).map(|i| format!("b{i}=\"\" ")).collect::<String>())),
        ),
        (
            "metadata behind items",
            rss(&"<item><title>a</title></item><category>b</category>".repeat(n)),
        ),
    ];
    for (name, document) in documents {
        assert!(!judged(&document).is_empty(), "{name}");
    }
}

#[test]
fn entities_are_not_expanded_without_bound() {
    let mut declared = "<!ENTITY a0 \"lol\">".to_owned();
    for level in 1..30 {
        let ten = format!("&a{};", level - 1).repeat(10);
        declared.push_str(&format!("<!ENTITY a{level} \"{ten}\">"));
    }
    let bomb = format!(
        "<!DOCTYPE rss [{declared}]><rss version=\"2.0\"><channel><title>&a29;</title></channel></rss>"
    );
    assert!(has_error(&judged(bomb.as_bytes())));
    let long = format!("<!DOCTYPE rss [<!ENTITY a \"{}\">]>", "b".repeat(100_000));
    let wide = format!(
        "{long}<rss version=\"2.0\"><channel><title>{}</title></channel></rss>",
        "&a;".repeat(100_000)
    );
    assert!(has_error(&judged(wide.as_bytes())));
}

#[test]
fn fifty_megabytes_of_an_attribute_get_an_answer() {
    let long = "a ".repeat(25 << 20);
    assert!(has_error(&judged(&rss(&format!("<item><source url=\"{long}\">b</source></item>")))));
    assert!(has_error(&judged(&atom(&format!("<link rel=\"{long}\" href=\"b\"/>")))));
}
