//! No single field stops a document: whatever stands in it for nothing is taken for nothing, and what
//! can't be meant is refused with its path. PHP's plugins write every one of these.
//!
//! Each field of recorded posts is spoilt in turn, and the rest must get through.

mod support;

use serde_json::{Value, json};
use std::collections::{BTreeMap, HashSet};
use support::{Feeds, agreement, reader, recorded, recording, seen, site};
use wp2feed::{ErrorKind, Options};

/// The recordings, of which the first posts are spoilt.
const DOCUMENTS: [&str; 10] = [
    "blocks/embed.json",
    "media/embed.json",
    "podcast/embed.json",
    "terms/embed.json",
    "status/embed.json",
    "comments/embed.json",
    "shapes/enclosure-meta.json",
    "site/media.json",
    "single/1001-edit.json",
    "single/1001-embed.json",
];

/// How deep in a post fields are spoilt.
const DEPTH: usize = 5;

/// One step into a value.
#[derive(Debug, Clone)]
enum Step {
    Key(String),
    Index(usize),
}
use Step::{Index, Key};

/// A field of a post that is there to be spoilt.
struct Field {
    post: Value,
    path: Vec<Step>,
}

/// Whether an order of a field's value is nothing, or something of another type.
#[derive(Debug, Clone)]
enum Spoilt {
    Gone,
    Is(Value),
}

impl Field {
    /// The path as messages write it, as `title.rendered`.
    fn name(&self) -> String {
        let mut name = String::new();
        for step in &self.path {
            match step {
                Index(at) => name.push_str(&format!("[{at}]")),
                Key(key) => name.extend([if name.is_empty() { "" } else { "." }, key]),
            }
        }
        name
    }

    fn top(&self) -> &str {
        if let Some(Key(key)) = self.path.first() { key } else { "" }
    }

    /// The post with this field spoilt.
    fn spoil(&self, spoilt: &Spoilt) -> Value {
        let mut post = self.post.clone();
        let (last, parents) = self.path.split_last().expect("a path");
        let parent = parents.iter().fold(&mut post, |value, step| match step {
            Key(key) => &mut value[key],
            Index(at) => &mut value[at],
        });
        match (spoilt, last) {
            (Spoilt::Gone, Key(key)) => drop(parent.as_object_mut().unwrap().remove(key)),
            (Spoilt::Gone, Index(at)) => drop(parent.as_array_mut().unwrap().remove(*at)),
            (Spoilt::Is(value), Key(key)) => parent[key] = value.clone(),
            (Spoilt::Is(value), Index(at)) => parent[at] = value.clone(),
        }
        post
    }
}

/// The first posts of a recording that are public, so that they must be in the feed.
fn posts(path: &str) -> Vec<Value> {
    let posts = match serde_json::from_slice(&recording(path)).expect("JSON") {
        Value::Array(posts) => posts,
        post => vec![post],
    };
    let shows = |post: &Value| {
        let public = ["publish", "inherit"].map(Value::from).contains(&post["status"]);
        public && post["content"]["protected"] != true
    };
    posts.into_iter().filter(shows).take(3).collect()
}

/// Every field of every recorded shape, each once: what differs by an index alone is the same.
fn fields() -> Vec<Field> {
    let types = std::fs::read_dir(recorded().join("types")).expect("recordings").map(|file| {
        format!("types/{}", file.expect("a file").file_name().to_str().expect("a plain name"))
    });
    let documents = DOCUMENTS.map(str::to_owned).into_iter().chain(types);
    let mut fields = BTreeMap::new();
    for post in documents.filter(|path| path.ends_with(".json")).flat_map(|path| posts(&path)) {
        walk(&post, &post, &mut Vec::new(), "", &mut fields);
    }
    fields.into_values().collect()
}

fn walk(
    post: &Value,
    value: &Value,
    path: &mut Vec<Step>,
    folded: &str,
    fields: &mut BTreeMap<String, Field>,
) {
    if !path.is_empty() {
        let field = || Field { post: post.clone(), path: path.clone() };
        fields.entry(folded.to_owned()).or_insert_with(field);
    }
    let children: Vec<(Step, String, &Value)> = match value {
        _ if path.len() == DEPTH => vec![],
        Value::Array(items) => {
            let child = |(at, item)| (Index(at), format!("{folded}[]"), item);
            items.iter().enumerate().map(child).collect()
        }
        Value::Object(members) => {
            let child =
                |(key, item): (&String, _)| (Key(key.clone()), format!("{folded}.{key}"), item);
            members.iter().map(child).collect()
        }
        _ => vec![],
    };
    for (step, folded, child) in children {
        path.push(step);
        walk(post, child, path, &folded, fields);
        path.pop();
    }
}

/// The post that stands behind the spoilt one and must get through whatever happens to that.
fn witness() -> Value {
    json!({"id": 7, "date_gmt": "2001-02-03T04:05:06", "guid": {"rendered": "https://w.example/?p=7"},
        "link": "https://w.example/7/", "title": {"rendered": "Witness"}, "content": {"rendered": "<p>I was there.</p>"}})
}

/// Feeds that were judged, because most fields change nothing in them.
#[derive(Default)]
struct Judge(HashSet<Vec<u8>>);

impl Judge {
    /// What readers don't like about the feeds of a field that was spoilt.
    fn complaints(&mut self, field: &Field, feeds: &Feeds) -> Vec<String> {
        if !self.0.insert([&feeds.rss[..], &feeds.atom, &feeds.json].concat()) {
            return vec![];
        }
        let mut complaints = agreement::complaints(feeds);
        let items = reader::atom(&feeds.atom).items;
        let witnessed = |item: &seen::Item| {
            item.id.as_deref() == Some("https://w.example/?p=7")
                && item.title.as_deref() == Some("Witness")
                && item.content.as_deref() == Some("<p>I was there.</p>")
        };
        complaints.extend((!items.iter().any(witnessed)).then(|| "the other post is gone".into()));
        complaints.extend(missing(field, &items));
        complaints
    }
}

/// What of the spoilt post is missing in its entry, other than the field.
fn missing(field: &Field, items: &[seen::Item]) -> Option<String> {
    let text = |key: &str| {
        htmlize::unescape(field.post[key]["rendered"].as_str().unwrap_or("")).into_owned()
    };
    let link = field.post["link"].as_str();
    let own = |item: &&seen::Item| {
        if field.top() == "guid" {
            item.link.as_deref() == link
        } else {
            item.id == Some(text("guid"))
        }
    };
    let Some(item) = items.iter().find(own) else { return Some("the post is gone".into()) };
    let untold = |key: &str, found: bool| {
        (field.top() != key && !found).then(|| format!("its {key} is gone"))
    };
    untold("link", item.link.as_deref() == link)
        .or_else(|| untold("date_gmt", item.published.is_some()))
        .or_else(|| untold("content", item.content.is_some() || text("content").trim().is_empty()))
        .or_else(|| untold("author", !item.authors.is_empty()))
}

fn convert(post: &Value, options: &Options) -> wp2feed::Result<Feeds> {
    let document = json!([post, witness()]).to_string();
    let feeds = Feeds::convert(document.as_bytes(), options)?;
    assert_eq!(feeds.report.read(), 2);
    Ok(feeds)
}

fn options() -> Options {
    Options { site: site(&recording("site/index.json")), ..Options::default() }
}

/// What must be sound, because a guess would be worse than a refusal, or hides a post.
fn is_strict(field: &str, nothing: &Spoilt) -> bool {
    let Spoilt::Is(nothing) = nothing else { return false };
    match field {
        // By it messages name a post, and feeds order posts of one date.
        "id" => !nothing.is_null() && !nothing.is_number(),
        // A status that nobody knows may hide a post: it is refused, or the post is left out.
        "status" => !nothing.is_null() && nothing != "",
        // As a text it would be a password.
        "password" => nothing.is_number(),
        _ => false,
    }
}

#[test]
fn nothing_in_any_field_leaves_the_rest() {
    let nothings = [json!(null), json!([]), json!({}), json!(""), json!(false), json!(0)];
    let nothings = nothings.map(Spoilt::Is).into_iter().chain([Spoilt::Gone]);
    let (fields, nothings) = (fields(), nothings.collect::<Vec<_>>());
    assert!(fields.len() > 250, "{}", fields.len());
    let (mut judge, mut complaints, options) = (Judge::default(), Vec::new(), options());
    for field in &fields {
        for nothing in &nothings {
            if is_strict(&field.name(), nothing) {
                continue;
            }
            let found = match convert(&field.spoil(nothing), &options) {
                Ok(feeds) => judge.complaints(field, &feeds),
                Err(e) => vec![e.to_string()],
            };
            complaints
                .extend(found.iter().map(|text| format!("{} = {nothing:?}: {text}", field.name())));
        }
    }
    assert!(complaints.is_empty(), "{}:\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn what_can_not_be_meant_is_taken_or_refused_by_its_path() {
    let wrongs = [
        json!("yesterday"),
        json!({"x": 1}),
        json!([{"x": 1}]),
        json!(["x", ["y"]]),
        json!({"0": "x", "2": {}}),
        json!(7),
        json!(-5),
        json!(1e300),
        json!(true),
    ];
    let (mut judge, mut complaints, options) = (HashSet::new(), Vec::new(), options());
    for field in &fields() {
        for wrong in &wrongs {
            let place = format!("{} = {wrong}", field.name());
            match convert(&field.spoil(&Spoilt::Is(wrong.clone())), &options) {
                Ok(feeds) => {
                    if judge.insert(feeds.atom.clone()) {
                        let found = agreement::complaints(&feeds);
                        complaints.extend(found.iter().map(|text| format!("{place}: {text}")));
                    }
                }
                Err(e) => {
                    let path = e.location().path.clone().unwrap_or_default();
                    let names = path.starts_with(&format!("posts[0].{}", field.name()));
                    let says = e.message().starts_with("expected ")
                        && e.message().contains(", but found ");
                    if !names || !says || e.kind() != ErrorKind::Field {
                        complaints.push(format!("{place}: {e}"));
                    }
                }
            }
        }
    }
    assert!(complaints.is_empty(), "{}:\n{}", complaints.len(), complaints.join("\n"));
}
