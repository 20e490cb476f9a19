//! Every post and comment that stands in a recording or in a sample, each one alone.

use serde_json::{Deserializer, Value};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use wp2feed::model::Entry;
use wp2feed::{Html, Options};

/// A post or a comment as a site told it.
pub(crate) struct Post {
    /// The document, and its place there.
    pub(crate) name: String,
    pub(crate) json: Value,
}

impl Post {
    /// The HTML of its content.
    pub(crate) fn content(&self) -> Option<&str> {
        let content = &self.json["content"];
        content.as_str().or_else(|| content["rendered"].as_str())
    }

    /// What becomes of it; nothing where the public may not see it.
    pub(crate) fn entry(&self, html: Html) -> Option<Entry> {
        entry(&self.json, html)
    }
}

/// What becomes of one post or comment.
pub(crate) fn entry(json: &Value, html: Html) -> Option<Entry> {
    let options = Options { html, ..Options::default() };
    let (feed, _) = wp2feed::read(json.to_string().as_bytes(), &options).ok()?;
    feed.entries.into_iter().next()
}

/// Every post with a content, each but once: recordings hold many of them in several forms.
pub(crate) fn posts() -> Vec<Post> {
    let mut seen = BTreeSet::new();
    let all = documents().into_iter().flat_map(|path| posts_of(&path));
    all.filter(|post| post.content().is_some() && seen.insert(said(&post.json))).collect()
}

/// What decides on the content of an entry.
fn said(post: &Value) -> String {
    ["link", "URL", "content", "excerpt"].map(|name| post[name].to_string()).join("\n")
}

fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folders in ["tests/recorded", "samples"] {
        for folder in fs::read_dir(root.join(folders)).expect("folders").flatten() {
            let files = fs::read_dir(folder.path()).into_iter().flatten().flatten();
            found.extend(files.map(|file| file.path()).filter(|path| may_hold_posts(path)));
        }
    }
    found.sort();
    found
}

fn may_hold_posts(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    matches!(ending, "json" | "ndjson") && !path.ends_with("expected.json")
}

fn posts_of(path: &Path) -> Vec<Post> {
    let text = fs::read(path).expect("a document");
    let values = Deserializer::from_slice(&text).into_iter::<Value>().map_while(Result::ok);
    let mut found = Vec::new();
    for value in values {
        collect(value, &mut found);
    }
    let name = |(i, json)| Post { name: format!("{}[{i}]", path.display()), json };
    found.into_iter().enumerate().map(name).collect()
}

/// Takes the posts out of lists and envelopes.
fn collect(value: Value, found: &mut Vec<Value>) {
    match value {
        Value::Array(values) => values.into_iter().for_each(|value| collect(value, found)),
        Value::Object(ref fields) if fields.contains_key("content") => found.push(value),
        Value::Object(fields) => {
            let lists = fields.into_iter().filter(|(name, _)| name == "body" || name == "posts");
            lists.for_each(|(_, value)| collect(value, found));
        }
        _ => {}
    }
}
