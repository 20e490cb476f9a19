//! Whole processes, measured by the operating system's own account of each (`wait4`).

use std::fs::File;
use std::io::{Error, Result};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use wait4::Wait4;

/// Something to run, by name, and the goal for its CPU time as a multiple of the first case's.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) goal: Option<f64>,
    pub(crate) command: Command,
}

/// What one run took.
#[derive(Clone, Copy)]
pub(crate) struct Run {
    pub(crate) cpu: Duration,
    /// The most memory at a time, in bytes.
    pub(crate) peak: u64,
}

/// Runs the cases in turn, `rounds` times, and prints a table of medians.
///
/// The ratio is taken within each round, so that it holds when the machine's speed drifts. What the
/// commands print is thrown away. A peak can't come out below that of this process.
pub(crate) fn table(title: &str, mut cases: Vec<Case>, input: &Path, rounds: usize) -> Result<()> {
    let mut runs = vec![Vec::new(); cases.len()];
    for _ in 0..=rounds {
        for (case, runs) in cases.iter_mut().zip(&mut runs) {
            runs.push(run(&mut case.command, input)?);
        }
    }
    println!("\n{title:<24}{:>9}{:>14}{:>7}{:>11}", "CPU ms", "of the first", "goal", "peak MiB");
    for (case, of_case) in cases.iter().zip(&runs) {
        // The first round warms the caches.
        let (base, own) = (&runs[0][1..], &of_case[1..]);
        let cpu = median(own.iter().map(|run| run.cpu.as_secs_f64() * 1e3));
        let ratio = median(own.iter().zip(base).map(|(a, b)| a.cpu.div_duration_f64(b.cpu)));
        let peak = median(own.iter().map(|run| run.peak as f64 / 1024.0 / 1024.0));
        let goal = case.goal.map_or_else(String::new, |goal| format!("{goal:.2}"));
        println!("{:<24}{cpu:>9.2}{ratio:>14.2}{goal:>7}{peak:>11.1}", case.name);
    }
    Ok(())
}

/// Runs a command once, and throws away what it prints.
pub(crate) fn run(command: &mut Command, input: &Path) -> Result<Run> {
    let command = command.stdin(File::open(input)?).stdout(Stdio::null()).stderr(Stdio::null());
    let used = command.spawn()?.wait4()?;
    if !used.status.success() {
        return Err(Error::other(format!("{command:?}: {}", used.status)));
    }
    Ok(Run { cpu: used.rusage.utime + used.rusage.stime, peak: used.rusage.maxrss })
}

/// The value in the middle.
pub(crate) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
