//! Measures the program's CPU time and peak memory against the floor, with the goals beside.
//!
//! `cargo bench --bench convert` takes half a minute; `-- large` adds 1,000 and 100,000 posts. What is
//! measured and why is told in README.md beside this file.

mod floor;
mod measure;
mod posts;
mod table;

use std::error::Error;
use std::fs::File;
use std::io::Result;
use std::path::{Path, PathBuf};
use std::process::Command;
use table::{Case, table};

/// The ways to run the program, and the goal for each as a multiple of F'.
const WAYS: [(&str, &[&str], f64); 4] = [
    ("rss", &["--to", "rss"], 1.3),
    ("atom", &["--to", "atom"], 1.4),
    ("json", &["--to", "json"], 1.4),
    ("all three", &["--to", "rss,atom,json", "--out-dir", "feeds"], 2.0),
];

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let arg = std::env::args().skip(1).find(|arg| arg != "--bench");
    if arg.as_deref() == Some("floor") {
        floor::read(std::io::stdin().lock())?;
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    start(folder.path())?;
    speed(folder.path(), 10_000, 9)?;
    if arg.as_deref() == Some("large") {
        speed(folder.path(), 1_000, 9)?;
        speed(folder.path(), 100_000, 3)?;
    }
    Ok(())
}

/// Ten posts: what it costs to start, against a program that does nothing.
fn start(folder: &Path) -> Result<()> {
    let nothing = Case { name: "/bin/true", goal: None, command: Command::new("/bin/true") };
    let mut cases = vec![nothing, floor_case()?];
    cases.extend(way_cases(folder).map(|case| Case { goal: Some(2.5), ..case }));
    table("10 posts", cases, &posts(folder, 10)?, 41)
}

/// Many posts, against F'.
fn speed(folder: &Path, count: u64, rounds: usize) -> Result<()> {
    let mut cases = vec![floor_case()?];
    cases.extend(way_cases(folder));
    table(&format!("{count} posts"), cases, &posts(folder, count)?, rounds)
}

fn posts(folder: &Path, count: u64) -> Result<PathBuf> {
    let path = folder.join(format!("{count}.json"));
    posts::write(count, File::create(&path)?)?;
    Ok(path)
}

/// F' is this program once more: a process of its own, like those that it is compared with.
fn floor_case() -> Result<Case> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("floor");
    Ok(Case { name: "F'", goal: None, command })
}

fn way_cases(folder: &Path) -> impl Iterator<Item = Case> {
    WAYS.iter().map(move |(name, args, goal)| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wp2feed"));
        command.args(*args).current_dir(folder);
        Case { name, goal: Some(*goal), command }
    })
}
