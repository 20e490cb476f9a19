//! What this validator says of the W3C's test documents, beside what their service says: for each, whether a class is
//! reported where it must be and not where it must not, and whether the verdict on the whole is the same.
//!
//! The documents are the W3C's and no part of the project; without them beside it there is nothing to compare.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use wp2feed::{Finding, Severity, Validator};

/// The least share of cases that agree, for classes and for verdicts.
const REACHED: f64 = 0.995;

/// Cases in which to differ is right, each with its reason.
const EXCEPTIONS: &[(&str, &str)] = &[];

/// Classes that are one of another: the service's own tests take each for the other too.
const KINDS: &[(&str, &[&str])] = &[
    (
        "InvalidLink",
        &[
            "InvalidFullLink",
            "InvalidIRI",
            "InvalidURIAttribute",
            "InvalidURLAttribute",
            "InvalidUriChar",
            "UriNotIri",
        ],
    ),
    ("InvalidURIAttribute", &["InvalidURLAttribute"]),
    ("InvalidContact", &["InvalidAddrSpec"]),
    ("InvalidRFC2822Date", &["IncorrectDOW"]),
    ("InvalidISO8601Date", &["InvalidW3CDTFDate"]),
    (
        "InvalidInteger",
        &["InvalidNonNegativeInteger", "InvalidPositiveInteger", "UseZeroForUnknown"],
    ),
    ("InvalidNonNegativeInteger", &["UseZeroForUnknown"]),
    ("SecurityRisk", &["SecurityRiskAttr", "DangerousStyleAttr"]),
    ("SecurityRiskAttr", &["DangerousStyleAttr"]),
    ("SAXError", &["MissingNamespace", "NotInANamespace", "UndefinedNamedEntity", "WPBlankLine"]),
    ("MissingNamespace", &["NotInANamespace"]),
    (
        "MissingElement",
        &[
            "ItemMustContainTitleOrDescription",
            "MissingContentOrAlternate",
            "MissingDescription",
            "MissingLink",
            "MissingTitle",
            "MissingXhtmlDiv",
        ],
    ),
    ("UndefinedElement", &["NoBlink", "NoThrWhen"]),
    ("MissingAttribute", &["MissingHref"]),
    ("ContainsHTML", &["CharacterData", "ContainsUndeclaredHTML"]),
    ("DuplicateSemantics", &["DuplicateDescriptionSemantics", "DuplicateItemSemantics"]),
    ("DuplicateElement", &["TooMany"]),
    ("MissingSelf", &["MissingAtomSelfLink"]),
    ("EmailFormat", &["MissingRealName"]),
];

/// A line of the table.
struct Case {
    path: String,
    must_report: bool,
    class: String,
    level: String,
    names: Vec<String>,
    verdict: String,
}

/// How many of a group agree, of how many.
#[derive(Default, Clone, Copy)]
struct Tally {
    class: usize,
    verdict: usize,
    all: usize,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/w3c-testcases")
}

fn cases(table: &str) -> Vec<Case> {
    let rows = table.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    let case = |row: Vec<&str>| Case {
        path: row[0].to_owned(),
        must_report: row[2] == "yes",
        class: row[3].to_owned(),
        level: row[4].to_owned(),
        names: names(row[5]),
        verdict: row[6].to_owned(),
    };
    rows.map(case).collect()
}

/// The element that a class is about, and the one around it, as far as the table says so.
fn names(params: &str) -> Vec<String> {
    let pairs =
        params.trim_matches(['{', '}']).split(", ").filter_map(|pair| pair.split_once(": "));
    let pairs = pairs.map(|(name, value)| (name.trim_matches('"'), value.trim_matches('"')));
    pairs
        .filter(|(name, _)| matches!(*name, "element" | "parent"))
        .map(|(_, it)| it.into())
        .collect()
}

/// What is found in a document, at the address at which the service saw it.
fn found(path: &str) -> Vec<Finding> {
    let bytes = fs::read(folder().join(path)).expect("a document of the table");
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time after 1970");
    let now = i64::try_from(now.as_secs()).expect("a time before the end of time");
    let address = format!("http://www.feedvalidator.org/testcases/{path}");
    let validated = Validator::new().feed_url(address).now(now).validate(&bytes[..]);
    validated.expect("bytes can be read").findings
}

/// Whether a finding is of a class, or of a level where that is asked.
fn is_of(finding: &Finding, class: &str) -> bool {
    match class {
        "Error" => finding.rule.severity == Severity::Error,
        "Warning" => finding.rule.severity >= Severity::Warning,
        class => {
            let kinds = KINDS.iter().find(|(kind, _)| *kind == class).map_or(&[][..], |(_, of)| of);
            finding.rule.name == class || kinds.contains(&finding.rule.name)
        }
    }
}

/// Whether the class is reported. What must not be is asked of the element that the table names.
fn reports(case: &Case, findings: &[Finding]) -> bool {
    let about = |finding: &&Finding| {
        case.must_report || case.names.iter().all(|name| finding.message.contains(name))
    };
    findings.iter().filter(about).any(|finding| is_of(finding, &case.class))
}

fn verdict(findings: &[Finding]) -> &'static str {
    match findings.iter().map(|finding| finding.rule.severity).max() {
        Some(Severity::Error) => "error",
        Some(Severity::Warning) => "warning",
        _ => "clean",
    }
}

/// Whether class and verdict agree. What the service logs as a success is no finding: there is nothing to report.
fn agrees(case: &Case, findings: &[Finding]) -> (bool, bool) {
    let is_success = case.level == "Success";
    let class = is_success || reports(case, findings) == case.must_report;
    (class, verdict(findings) == case.verdict)
}

fn listed<'a>(findings: impl Iterator<Item = &'a Finding>) -> String {
    let names: BTreeSet<&str> = findings.map(|finding| finding.rule.name).collect();
    names.into_iter().collect::<Vec<_>>().join(" ")
}

/// Where the two do not agree, with all that was found.
fn difference(case: &Case, findings: &[Finding], (class, verdict): (bool, bool)) -> String {
    let mut text = format!("{}:", case.path);
    if !class {
        let wanted = if case.must_report { "without" } else { "with" };
        write!(text, " {wanted} {}", case.class).expect("a text");
    }
    if !verdict {
        write!(text, " not {}", case.verdict).expect("a text");
    }
    let errors = findings.iter().filter(|finding| finding.rule.severity == Severity::Error);
    let others = findings.iter().filter(|finding| finding.rule.severity != Severity::Error);
    write!(text, "; errors: {}; others: {}", listed(errors), listed(others)).expect("a text");
    text
}

fn table(title: &str, groups: &BTreeMap<String, Tally>) {
    println!("{title:40} class  verdict  of");
    for (name, Tally { class, verdict, all }) in groups {
        let mark = if class == all && verdict == all { "" } else { "  *" };
        println!("{name:40} {class:5}  {verdict:7}  {all}{mark}");
    }
}

#[test]
fn the_w3cs_service_says_the_same() {
    let Ok(text) = fs::read_to_string(folder().join("expected.tsv")) else {
        println!("passed over: no W3C test documents beside the project");
        return;
    };
    let cases = cases(&text);
    assert!(!cases.is_empty(), "the table is empty");
    let mut whole = Tally::default();
    let mut by_folder: BTreeMap<String, Tally> = BTreeMap::new();
    let mut by_class: BTreeMap<String, Tally> = BTreeMap::new();
    let mut differences = Vec::new();
    for case in &cases {
        let findings = found(&case.path);
        let agreed = agrees(case, &findings);
        let folder = case.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let groups = [
            by_folder.entry(folder.to_owned()).or_default(),
            by_class.entry(case.class.clone()).or_default(),
        ];
        for tally in groups.into_iter().chain([&mut whole]) {
            tally.class += usize::from(agreed.0);
            tally.verdict += usize::from(agreed.1);
            tally.all += 1;
        }
        if agreed != (true, true) {
            differences.push(difference(case, &findings, agreed));
        }
    }
    table("folder", &by_folder);
    table("class", &by_class);
    println!("{}", differences.join("\n"));
    let share = |part: usize| part as f64 / whole.all as f64;
    let (class, verdict) = (share(whole.class), share(whole.verdict));
    println!("class {:.2} %, verdict {:.2} % of {}", class * 100.0, verdict * 100.0, whole.all);
    for (path, reason) in EXCEPTIONS {
        let is_one =
            differences.iter().any(|difference| difference.starts_with(&format!("{path}:")));
        assert!(is_one, "{path} is no exception any more: {reason}");
    }
    assert!(class >= REACHED && verdict >= REACHED, "fewer agree than before");
}
