//! Measures how fast `wp2feed validate` is over feeds of about 90 MB, and how much memory it takes.
//!
//! `cargo bench --bench validate` takes a minute. What is measured and why is told in README.md beside
//! this file.

mod floor;
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

/// MB in a second of CPU time, on the machine on which F' takes 145 MB of posts in 0.167 s.
const GOAL: f64 = 200.0;

/// The same as a multiple of the time that F' takes for as many bytes.
const GOAL_OF_FLOOR: f64 = 145.0 / 0.167 / GOAL;

fn main() -> std::result::Result<(), Box<dyn Error>> {
    if std::env::args().any(|arg| arg == "floor") {
        floor::read(std::io::stdin().lock())?;
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let posts = folder.path().join("floor.json");
    posts::write(10_000, File::create(&posts)?)?;
    println!(
        "{:<12}{:>9}{:>9}{:>9}{:>7}{:>12}{:>7}{:>11}",
        "", "MB", "CPU ms", "MB/s", "goal", "of F' a MB", "goal", "peak MiB"
    );
    for format in ["rss", "atom", "json"] {
        measure_one(format, &feed(folder.path(), format)?, &posts)?;
    }
    Ok(())
}

/// Runs in turn with F', so that the ratio holds when the machine's speed drifts.
fn measure_one(format: &str, feed: &Path, posts: &Path) -> Result<()> {
    let validate = || {
        let mut command = wp2feed();
        command.args(["validate", "--fail-on", "error", "-"]);
        run(&mut command, feed)
    };
    let floor = || run(Command::new(std::env::current_exe()?).arg("floor"), posts);
    // The first round warms the caches.
    let (_, _) = (validate()?, floor()?);
    let rounds = (0..5).map(|_| Ok((validate()?, floor()?))).collect::<Result<Vec<_>>>()?;
    let (size, of_posts) = (megabytes(feed)?, megabytes(posts)?);
    let seconds = median(rounds.iter().map(|(run, _)| run.cpu.as_secs_f64()));
    let ratio = median(rounds.iter().map(|(run, floor)| run.cpu.div_duration_f64(floor.cpu)));
    let peak = median(rounds.iter().map(|(run, _)| run.peak as f64 / 1024.0 / 1024.0));
    let (time, speed, ratio) = (seconds * 1e3, size / seconds, ratio * of_posts / size);
    println!(
        "{format:<12}{size:>9.1}{time:>9.0}{speed:>9.0}{GOAL:>7.0}{ratio:>12.2}{GOAL_OF_FLOOR:>7.2}{peak:>11.1}"
    );
    Ok(())
}

fn megabytes(file: &Path) -> Result<f64> {
    Ok(file.metadata()?.len() as f64 / 1e6)
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
