//! Findings as SARIF 2.1.0 (OASIS), which code scanning and editors read: one run, written as it goes.

use crate::cli::exit::Exit;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use wp2feed::{Finding, Position, Rule, Severity};

/// What stands before the results.
pub(super) const START: &str = concat!(
    r#"{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","#,
    r#""version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","results":["#
);

/// What a path keeps as it is in the reference of a URI.
const PATH: AsciiSet =
    NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_').remove(b'~');

/// The rules that were told of, in their order.
#[derive(Debug, Default)]
pub(super) struct Log {
    rules: Vec<&'static Rule>,
}

impl Log {
    /// Writes a result.
    pub(super) fn result(&mut self, file: &str, finding: &Finding) -> String {
        let Finding { rule, position: Position { line, column, .. }, message } = finding;
        let index = self.rules.iter().position(|known| known == rule).unwrap_or_else(|| {
            self.rules.push(rule);
            self.rules.len() - 1
        });
        json!({
            "ruleId": rule.name,
            "ruleIndex": index,
            "level": level(rule.severity),
            "message": {"text": message},
            "locations": [{"physicalLocation": {
                "artifactLocation": {"uri": uri(file)},
                "region": {"startLine": line, "startColumn": column},
            }}],
        })
        .to_string()
    }

    /// Writes what stands behind the results.
    pub(super) fn end(&self, exit: Exit) -> String {
        let driver = json!({
            "name": "wp2feed",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": self.rules.iter().map(|rule| described(rule)).collect::<Vec<_>>(),
        });
        let done = matches!(exit, Exit::Fine | Exit::Findings);
        let invocation = json!({"executionSuccessful": done, "exitCode": exit as u8});
        let tool = json!({"driver": driver});
        format!("],\"invocations\":[{invocation}],\"tool\":{tool}}}]}}\n")
    }
}

fn described(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": {"text": rule.about},
        "help": {"text": format!("{} [{}]", rule.help, rule.spec)},
        "defaultConfiguration": {"level": level(rule.severity)},
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// The reference to a file: a path as it was given, a whole one as an address.
fn uri(file: &str) -> String {
    let path = if cfg!(windows) { file.replace('\\', "/") } else { file.to_owned() };
    let path = path.strip_prefix("./").unwrap_or(&path);
    let encoded = utf8_percent_encode(path, &PATH).to_string();
    match path.starts_with('/') {
        true => format!("file://{encoded}"),
        false if cfg!(windows) && path.get(1..3) == Some(":/") => format!("file:///{encoded}"),
        false => encoded,
    }
}
