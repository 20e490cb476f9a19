//! Cases that are run in turn, and a table of what they took.

use crate::measure::{median, run};
use std::io::Result;
use std::path::Path;
use std::process::Command;

/// Something to run, by name, and the goal for its CPU time as a multiple of the first case's.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) goal: Option<f64>,
    pub(crate) command: Command,
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
