//! What each step costs a megabyte of real content, and how much of that it changes.

use crate::recorded::contents;
use crate::{document, sets, time};
use std::iter;
use wp2feed::{Html, Options};

/// How often the recordings are repeated, so that there is something to measure.
const TIMES: usize = 200;

const ROUNDS: usize = 9;

/// Prints the time that each step adds to that of `raw`, and the share of posts that it changes.
pub(crate) fn print() {
    let contents = contents();
    let bytes: usize = contents.iter().map(String::len).sum();
    let many = document(iter::repeat_n(&contents, TIMES).flatten().map(String::as_str));
    let megabytes = (bytes * TIMES) as f64 / 1e6;
    let raw = time(&many, Html::RAW, ROUNDS);
    let of_raw = raw.as_secs_f64() * 1e3 / megabytes;
    println!(
        "{} recorded contents, {:.1} KB on average",
        contents.len(),
        bytes as f64 / 1e3 / contents.len() as f64
    );
    println!("\n{:<12}{:>14}{:>14}", "step", "ms a megabyte", "posts changed");
    println!("{:<12}{of_raw:>14.2}{:>14}", "raw: all", "0 %");
    for (name, html) in sets() {
        let added = time(&many, html, ROUNDS).as_secs_f64() - raw.as_secs_f64();
        let share = 100.0 * changed(&contents, html) as f64 / contents.len() as f64;
        println!("{name:<12}{:>+14.2}{:>14}", added * 1e3 / megabytes, format!("{share:.0} %"));
    }
}

/// How many contents are not the same bytes afterwards.
fn changed(contents: &[String], html: Html) -> usize {
    let document = document(contents.iter().map(String::as_str));
    let read = |html| {
        let (feed, _) =
            wp2feed::read(&*document, &Options { html, ..Options::default() }).expect("posts");
        feed.entries.into_iter().map(|entry| entry.content)
    };
    read(Html::RAW).zip(read(html)).filter(|(raw, fit)| raw != fit).count()
}
