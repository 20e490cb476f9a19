//! What the stream promises, with a small post that stands for the real one.

mod chunks;
mod refused;
mod shapes;

use super::{Document, Objects, SIZE, Wanted};
use crate::error::{Error, Result};
use crate::report::Report;
use serde::Deserialize;
use std::io::Read;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Post {
    id: Option<u64>,
    date_gmt: Option<String>,
    slug: Option<String>,
    title: Option<Rendered>,
    content: Option<Rendered>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Rendered {
    rendered: String,
}

impl Document for Post {
    const WANTED: Wanted = Wanted {
        one: "post",
        many: "posts",
        any: "a post",
        named: "posts",
        advice: "fetch the posts from /wp-json/wp/v2/posts?_embed",
    };
    const MEMBERS: &'static [&'static str] = &["posts"];
    type Other = Self;
    fn is_wanted(&self) -> bool {
        self.id.is_some() || self.date_gmt.is_some() || self.title.is_some()
    }
}

fn read_all(reader: impl Read) -> Result<(Vec<Post>, Report)> {
    read_by(SIZE, reader)
}

fn read_by(size: usize, reader: impl Read) -> Result<(Vec<Post>, Report)> {
    let (mut report, mut posts) = (Report::default(), Vec::new());
    let mut stream = Objects::by(size, Some("posts.json"), reader);
    while let Some(post) = stream.read(&mut report)? {
        posts.push(post);
    }
    Ok((posts, report))
}

/// The ids of the posts of a text that nothing is noted of.
fn ids(text: &str) -> Vec<u64> {
    let (posts, report) = read_all(text.as_bytes()).unwrap_or_else(|e| panic!("{e}: {text}"));
    assert_eq!(notes(&report), [""; 0], "{text}");
    posts.iter().filter_map(|post| post.id).collect()
}

/// The ids of the posts of a text, and what is noted of it.
fn noted(text: impl AsRef<[u8]>) -> (Vec<u64>, Vec<String>) {
    let (posts, report) = read_all(text.as_ref()).unwrap_or_else(|e| panic!("{e}"));
    (posts.iter().filter_map(|post| post.id).collect(), notes(&report))
}

fn notes(report: &Report) -> Vec<String> {
    report.notes().map(ToString::to_string).collect()
}

fn error(text: impl AsRef<[u8]>) -> Error {
    match read_all(text.as_ref()) {
        Ok((posts, _)) => {
            panic!("{} posts of {}", posts.len(), String::from_utf8_lossy(text.as_ref()))
        }
        Err(e) => e,
    }
}

fn message(text: impl AsRef<[u8]>) -> String {
    error(text).to_string()
}
