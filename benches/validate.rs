//! Measures how fast `wp2feed validate` is over feeds of about 90 MB, and how much memory it takes.
//!
//! `cargo bench --bench validate` takes a minute. What is measured and why is told in README.md beside
//! this file.

mod measure;
mod posts;

use measure::{median, run};
use std::error::Error;
use std::fs::File;
use std::io::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How many bytes each feed has at least.
const SIZE: u64 = 90_000_000;

/// How many posts are converted at first, to see how many there must be.
const SOME: u64 = 1_000;

/// MB in a second of CPU time.
const GOAL: f64 = 200.0;

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    println!("{:<24}{:>9}{:>9}{:>9}{:>7}{:>11}", "", "MB", "CPU ms", "MB/s", "goal", "peak MiB");
    for format in ["rss", "atom", "json"] {
        measure_one(format, &feed(folder.path(), format)?)?;
    }
    Ok(())
}

fn measure_one(format: &str, feed: &Path) -> Result<()> {
    let validate = || {
        let mut command = wp2feed();
        command.args(["validate", "--fail-on", "error", "-"]);
        run(&mut command, feed)
    };
    // The first run warms the caches.
    validate()?;
    let runs = (0..5).map(|_| validate()).collect::<Result<Vec<_>>>()?;
    let seconds = median(runs.iter().map(|run| run.cpu.as_secs_f64()));
    let peak = median(runs.iter().map(|run| run.peak as f64 / 1024.0 / 1024.0));
    let (size, time) = (feed.metadata()?.len() as f64 / 1e6, seconds * 1e3);
    let speed = size / seconds;
    println!("{format:<24}{size:>9.1}{time:>9.0}{speed:>9.0}{GOAL:>7.0}{peak:>11.1}");
    Ok(())
}

/// A feed of posts that are made up, as this program writes it.
fn feed(folder: &Path, format: &str) -> Result<PathBuf> {
    let some = convert(folder, format, SOME)?.metadata()?.len();
    convert(folder, format, SIZE.div_ceil(some / SOME))
}

fn convert(folder: &Path, format: &str, count: u64) -> Result<PathBuf> {
    let (posts, feed) = (folder.join("posts.json"), folder.join(format!("feed.{format}")));
    posts::write(count, File::create(&posts)?)?;
    let mut command = wp2feed();
    command.args(["--to", format, "--html", "faithful", "--output"]).arg(&feed);
    run(&mut command, &posts)?;
    Ok(feed)
}

fn wp2feed() -> Command {
    Command::new(env!("CARGO_BIN_EXE_wp2feed"))
}
