//! What `wp2feed validate --format sarif` writes is SARIF 2.1.0: the parts of its schema that a log of findings
//! touches, told here as facts (OASIS, sections 3.13 to 3.52).

use super::wp2feed;
use boon::{Compiler, Schemas};
use serde_json::{Value, json};
use std::fs;
use tempfile::tempdir;

/// What the specification asks of the objects that occur; none may have members that it does not know.
fn schema() -> Value {
    let text = |name: &str| json!({"type": "object", "required": [name], "properties": {name: {"type": "string"}}, "additionalProperties": false});
    let object = |required: Value, properties: Value| json!({"type": "object", "required": required, "properties": properties, "additionalProperties": false});
    let index = json!({"type": "integer", "minimum": 0});
    let positive = json!({"type": "integer", "minimum": 1});
    let level = json!({"enum": ["none", "note", "warning", "error"]});
    let region =
        object(json!(["startLine"]), json!({"startLine": positive, "startColumn": positive}));
    let artifact = object(json!([]), json!({"uri": {"type": "string", "format": "uri-reference"}}));
    let physical = object(
        json!(["artifactLocation"]),
        json!({"artifactLocation": artifact, "region": region}),
    );
    let location = object(json!([]), json!({"physicalLocation": physical}));
    let result = object(
        json!(["message"]),
        json!({
            "ruleId": {"type": "string"}, "ruleIndex": index, "level": level, "message": text("text"),
            "locations": {"type": "array", "items": location},
        }),
    );
    let rule = object(
        json!(["id"]),
        json!({
            "id": {"type": "string"}, "shortDescription": text("text"), "help": text("text"),
            "defaultConfiguration": object(json!([]), json!({"level": level})),
        }),
    );
    let driver = object(
        json!(["name"]),
        json!({
            "name": {"type": "string"}, "version": {"type": "string"}, "semanticVersion": {"type": "string"},
            "rules": {"type": "array", "items": rule, "uniqueItems": true},
        }),
    );
    let invocation = object(
        json!(["executionSuccessful"]),
        json!({"executionSuccessful": {"type": "boolean"}, "exitCode": {"type": "integer"}}),
    );
    let run = object(
        json!(["tool"]),
        json!({
            "tool": object(json!(["driver"]), json!({"driver": driver})),
            "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            "invocations": {"type": "array", "items": invocation},
            "results": {"type": "array", "items": result},
        }),
    );
    object(
        json!(["version", "runs"]),
        json!({
            "$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"},
            "runs": {"type": "array", "minItems": 1, "items": run},
        }),
    )
}

/// What is wrong with a log.
fn wrong(log: &Value) -> Option<String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.enable_format_assertions();
    compiler.add_resource("mem:///sarif", schema()).expect("a schema");
    let index = compiler.compile("mem:///sarif", &mut schemas).expect("a schema");
    schemas.validate(log, index).err().map(|e| e.to_string())
}

/// The log of some feeds in a folder.
fn log(files: &[(&str, &str)], code: i32) -> Value {
    let dir = tempdir().expect("a folder");
    let mut command = wp2feed(&["validate", "--format", "sarif", "--level", "info"]);
    for (name, text) in files {
        fs::write(dir.path().join(name), text).expect("written");
        command.arg(name);
    }
    let output = command.current_dir(dir.path()).assert().code(code).get_output().clone();
    serde_json::from_slice(&output.stdout).expect("one JSON object")
}

const BAD: &str =
    r#"{"version": "https://jsonfeed.org/version/1.1", "title": 7, "items": [{}, {}]}"#;

#[test]
fn logs_are_sarif_with_and_without_findings() {
    for (text, code) in [("<p>", 3), (BAD, 1)] {
        let log = log(&[("a feed.json", text)], code);
        assert_eq!(wrong(&log), None, "{log:#}");
        let run = &log["runs"][0];
        assert_eq!(
            run["invocations"][0],
            json!({"executionSuccessful": code == 1, "exitCode": code})
        );
    }
}

#[test]
fn results_name_their_rule_and_place() {
    let log = log(&[("a feed.json", BAD), ("ünd.json", BAD)], 1);
    let run = &log["runs"][0];
    let (results, rules) = (&run["results"], &run["tool"]["driver"]["rules"]);
    let results = results.as_array().expect("results");
    let uri = |result: &Value| {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone()
    };
    assert_eq!(uri(&results[0]), "a%20feed.json");
    assert_eq!(uri(results.last().expect("a result")), "%C3%BCnd.json");
    for result in results {
        let rule = &rules[result["ruleIndex"].as_u64().expect("a number") as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        assert_eq!(rule["defaultConfiguration"]["level"], result["level"]);
    }
    let wrong_type = results.iter().find(|it| it["ruleId"] == "WrongType").expect("the title");
    let region = &wrong_type["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        (region, &wrong_type["level"]),
        (&json!({"startLine": 1, "startColumn": 58}), &json!("error"))
    );
}

#[test]
fn a_log_that_is_none_is_seen() {
    let good = log(&[("feed.json", BAD)], 1);
    let broken = |at: &str, value: Value| {
        let mut log = good.clone();
        *log.pointer_mut(at).expect("a member") = value;
        wrong(&log).is_some()
    };
    assert!(broken("/version", json!("2.0.0")));
    assert!(broken("/runs/0/tool/driver", json!({})));
    assert!(broken("/runs/0/results/0/level", json!("info")));
    assert!(broken("/runs/0/results/0/message", json!("text")));
    let place = "/runs/0/results/0/locations/0/physicalLocation";
    assert!(broken(&format!("{place}/region/startLine"), json!(0)));
    assert!(broken(&format!("{place}/artifactLocation/uri"), json!("a feed.json")));
}
