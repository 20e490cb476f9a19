//! Measures what the steps for HTML cost, and that no input makes one of them slower than linear.
//!
//! `cargo bench --bench content` takes a minute; it fails if the time for a byte grows with the input.
//! What is measured and why is told in README.md beside this folder.

mod cost;
mod growth;
mod inputs;
mod recorded;

use serde_json::json;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use wp2feed::{Html, HtmlStep, Options};

fn main() -> ExitCode {
    cost::print();
    if growth::print() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The sets that have a name, and each step alone.
fn sets() -> Vec<(String, Html)> {
    let alone =
        HtmlStep::ALL.into_iter().map(|step| (step.name().to_owned(), Html::RAW.with(step)));
    let named = [("faithful".to_owned(), Html::FAITHFUL), ("clean".to_owned(), Html::CLEAN)];
    alone.chain(named).collect()
}

/// A document of posts with these contents.
fn document<'a>(contents: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let post = |(id, content): (usize, &str)| {
        json!({"id": id, "link": format!("https://e.example/{id}/"), "excerpt": {"rendered": "Tea."},
            "content": {"rendered": content}})
    };
    let posts: Vec<_> = contents.enumerate().map(post).collect();
    serde_json::to_vec(&posts).expect("JSON")
}

/// How long it takes at the best to read a document with these steps.
fn time(document: &[u8], html: Html, rounds: usize) -> Duration {
    let options = Options { html, ..Options::default() };
    let read = || {
        let start = Instant::now();
        let feed = wp2feed::read(document, &options).expect("posts");
        let taken = start.elapsed();
        drop(feed);
        taken
    };
    (0..rounds).map(|_| read()).min().unwrap_or_default()
}
