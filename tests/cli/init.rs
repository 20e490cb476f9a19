//! `wp2feed init`: what it writes is understood by `wp2feed build`, and by editors that know its schema.

use super::{names, posts, wp2feed};
use boon::{Compiler, Schemas};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::tempdir;
use toml::de::{DeTable, DeValue};

/// What WordPress tells of a site.
const SITE: &str = r#"{"name":"Example","description":"Tea","home":"https://example.org"}"#;

/// What the program writes to standard output.
fn stdout(args: &[&str]) -> String {
    let output = wp2feed(args).assert().code(0).get_output().stdout.clone();
    String::from_utf8(output).expect("UTF-8")
}

/// The description with its examples, of which each is a line that begins with `#` and a key.
fn with_examples(description: &str) -> String {
    let uncommented = |line: &str| match line.strip_prefix('#') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '[') => {
            rest.to_owned()
        }
        _ => line.to_owned(),
    };
    description.lines().map(uncommented).collect::<Vec<_>>().join("\n")
}

/// The examples of keys that stand above them already are left out.
fn without_doubles(description: &str) -> String {
    let mut known = Vec::new();
    let lines = description.lines().filter(|line| {
        if line.starts_with("[[") {
            known.clear();
        }
        let key = line.split_once(" = ").map(|(key, _)| key).filter(|key| !key.starts_with('#'));
        let double = key.is_some_and(|key| known.contains(&key));
        known.extend(key);
        !double
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_it_writes_is_built() {
    let dir = tempdir().expect("a folder");
    let in_dir =
        |args: &[&str]| wp2feed(args).current_dir(dir.path()).assert().get_output().clone();
    fs::write(dir.path().join("posts.json"), posts()).expect("a file");
    fs::write(dir.path().join("site.json"), SITE).expect("a file");
    assert_eq!(in_dir(&["init"]).status.code(), Some(0));
    let built = in_dir(&["build"]);
    let said = String::from_utf8_lossy(&built.stderr).into_owned();
    assert_eq!(built.status.code(), Some(0), "{said}");
    assert!(said.ends_with("wp2feed: note: files: 4 written, 0 unchanged\n"), "{said}");
    let public = dir.path().join("public");
    assert_eq!(names(&public), ["atom.xml", "category", "feed.json", "feed.xml"]);
    assert_eq!(names(&public.join("category/news")), ["feed.xml"]);
}

#[test]
fn its_examples_are_built_too() {
    let dir = tempdir().expect("a folder");
    let description = without_doubles(&with_examples(&stdout(&["init", "-o", "-"])));
    assert!(description.contains("\nfeed-of = \"category:podcast\"\n"), "{description}");
    let empty = ["users.json", "categories.json", "tags.json", "media/1.json"];
    fs::create_dir(dir.path().join("media")).expect("a folder");
    for name in empty {
        fs::write(dir.path().join(name), "[]").expect("a file");
    }
    fs::write(dir.path().join("posts.json"), posts()).expect("a file");
    fs::write(dir.path().join("site.json"), SITE).expect("a file");
    fs::write(dir.path().join("ids.json"), r#"{"1":"one"}"#).expect("a file");
    let file = dir.path().join("wp2feed.toml");
    fs::write(&file, description.replace("strict = true", "")).expect("a file");
    let file = file.display().to_string();
    let built = wp2feed(&["build", &file]).assert().get_output().clone();
    let said = String::from_utf8_lossy(&built.stderr).into_owned();
    assert_eq!(built.status.code(), Some(0), "{said}");
    assert!(said.contains("files: 7 written"), "{said}");
}

#[test]
fn a_file_that_is_there_stays() {
    let dir = tempdir().expect("a folder");
    let file = dir.path().join("wp2feed.toml");
    fs::write(&file, "mine").expect("a file");
    for args in [&["init"][..], &["init", "--schema", "-o", "wp2feed.toml"]] {
        let refused = wp2feed(args).current_dir(dir.path()).assert().code(5).get_output().clone();
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(said.contains("wp2feed.toml: the file is there already"), "{said}");
    }
    assert_eq!(fs::read_to_string(&file).expect("a file"), "mine");
    assert_eq!(names(dir.path()), ["wp2feed.toml"]);
}

/// The committed schema is what the program writes: `wp2feed init --schema > schema/wp2feed.schema.json`.
#[test]
fn the_schema_has_the_arguments_of_the_command_line() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/wp2feed.schema.json");
    let committed = fs::read_to_string(committed).expect("the schema");
    assert!(committed == stdout(&["init", "--schema"]), "the schema is an old one: write it anew");
}

/// A TOML file as JSON has it.
fn json_of(text: &str) -> Value {
    fn value(of: &DeValue<'_>) -> Value {
        match of {
            DeValue::String(text) => json!(text),
            DeValue::Integer(number) => json!(number.to_string().parse::<i64>().expect("an i64")),
            DeValue::Float(number) => json!(number.to_string().parse::<f64>().expect("an f64")),
            DeValue::Boolean(truth) => json!(truth),
            DeValue::Datetime(date) => json!(date.to_string()),
            DeValue::Array(items) => items.iter().map(|item| value(item.get_ref())).collect(),
            DeValue::Table(inside) => table(inside),
        }
    }
    fn table(of: &DeTable<'_>) -> Value {
        of.iter().map(|(key, of)| (key.get_ref().to_string(), value(of.get_ref()))).collect()
    }
    table(DeTable::parse(text).expect("TOML").get_ref())
}

/// What a foreign judge says of descriptions; `None` if they are fine.
fn judged(schema: Value, text: &str) -> Option<String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("wp2feed.json", schema).expect("a schema");
    let index = compiler.compile("wp2feed.json", &mut schemas).expect("a schema of draft 7");
    schemas.validate(&json_of(text), index).err().map(|e| format!("{e:#}"))
}

fn schema() -> Value {
    serde_json::from_str(&stdout(&["init", "--schema"])).expect("JSON")
}

#[test]
fn what_it_writes_fits_the_schema() {
    let description = stdout(&["init", "-o", "-"]);
    assert_eq!(judged(schema(), &description), None);
    assert_eq!(judged(schema(), &without_doubles(&with_examples(&description))), None);
}

#[test]
fn the_arguments_of_samples_fit_the_schema() {
    let mut schema = schema();
    schema["required"] = json!([]);
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut count = 0;
    for name in names(&samples) {
        let Ok(text) = fs::read_to_string(samples.join(&name).join("wp2feed.toml")) else {
            continue;
        };
        // The address of a sample's only feed belongs to an output.
        let text: Vec<_> = text.lines().filter(|line| !line.starts_with("feed-url")).collect();
        assert_eq!(judged(schema.clone(), &text.join("\n")), None, "{name}");
        count += 1;
    }
    assert!(count > 30, "{count}");
}

#[test]
fn what_is_refused_does_not_fit_the_schema() {
    let output = "[[output]]\npath = 'feed.xml'\n";
    for wrong in [
        "limit = 5\n",
        "[[output]]\nlimit = 5\n",
        &format!("limt = 5\n{output}"),
        &format!("limit = 'five'\n{output}"),
        &format!("limit = 0\n{output}"),
        &format!("strict = 'yes'\n{output}"),
        &format!("content = 'all'\n{output}"),
        &format!("base-url = 'example.org'\n{output}"),
        &format!("to = 'rss'\n{output}"),
        &format!("{output}out-dir = 'public'\n"),
        &format!("{output}format = 'html'\n"),
        &format!("{output}[output.podcast]\nimge = 'x'\n"),
    ] {
        assert!(judged(schema(), wrong).is_some(), "{wrong}");
        let dir = tempdir().expect("a folder");
        let file = dir.path().join("wp2feed.toml");
        fs::write(&file, wrong).expect("a file");
        wp2feed(&["build", &file.display().to_string()]).assert().code(2);
    }
}

/// The table of docs/wp2feed-toml.md, a row for each key of the schema.
fn table() -> String {
    let schema: Value = serde_json::from_str(&stdout(&["init", "--schema"])).expect("JSON");
    let outputs = &schema["properties"]["output"]["items"]["properties"];
    let mut keys: BTreeMap<String, &str> = BTreeMap::new();
    for all in [&schema["properties"], outputs] {
        for (key, told) in all.as_object().expect("keys") {
            keys.insert(key.clone(), told["description"].as_str().unwrap_or_default());
        }
    }
    let rows =
        keys.iter().map(|(key, told)| format!("| `{key}` | {} |\n", told.replace('|', "\\|")));
    format!("| key | what it is |\n| --- | --- |\n{}", rows.collect::<String>())
}

/// `UPDATE_DOCS=1` writes the table.
#[test]
fn every_key_is_documented() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/wp2feed-toml.md");
    let page = fs::read_to_string(&path).expect("the page");
    let (before, rest) = page.split_once("<!-- keys -->\n").expect("where the table begins");
    let (old, behind) = rest.split_once("<!-- end -->").expect("where it ends");
    let new = table();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        let page = format!("{before}<!-- keys -->\n{new}<!-- end -->{behind}");
        return fs::write(&path, page).expect("the page");
    }
    assert!(new.lines().count() > 50);
    assert_eq!(old, new, "docs/wp2feed-toml.md is not current; UPDATE_DOCS=1 writes it");
}
