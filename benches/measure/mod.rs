//! Whole processes, measured by the operating system's own account of each (`wait4`).

use std::fs::File;
use std::io::{Error, Result};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use wait4::Wait4;

/// What one run took.
#[derive(Clone, Copy)]
pub(crate) struct Run {
    pub(crate) cpu: Duration,
    /// The most memory at a time, in bytes.
    pub(crate) peak: u64,
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
