//! `wp2feed check`: samples converted, and compared with the feeds that are expected of them.
//!
//! A sample is a folder with posts and the feeds that they give; what a sample lacks or has too much is as
//! wrong as another feed. The report is on standard output, a line for each expectation.

pub(super) mod difference;
mod find;
mod report;
mod said;
mod sample;

use super::exit::{Exit, Failure};
use super::messages::{Form, Level, Messages};
use find::Found;
use report::{Line, Tally};
use std::env;
use std::path::PathBuf;

/// Converts samples, and compares what comes out with the feeds that are expected
///
/// A sample is a folder with posts.json, perhaps site.json, a wp2feed.toml of arguments, and expected.rss,
/// expected.atom and expected.json, or those of the formats that wp2feed.toml names, as to = "rss". Exit codes: 0 all are as expected, 1 some are not,
/// 2 the command line is wrong, 5 a file can't be read or written.
#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// Samples, or folders that hold them
    #[arg(value_name = "DIR", required = true)]
    dirs: Vec<PathBuf>,

    /// Compare by bytes and not by meaning, and what is said about the posts too
    #[arg(long)]
    exact: bool,

    /// Write the expectations that are not met, or that are missing
    #[arg(long)]
    update: bool,

    /// Write them even where the environment variable CI is set
    #[arg(long, requires = "update")]
    force: bool,
}

/// How samples are compared, and what is done about it.
#[derive(Debug, Clone, Copy)]
struct Mode {
    exact: bool,
    update: bool,
}

impl CheckArgs {
    /// Who says what keeps the samples from being looked at.
    pub(super) fn messages() -> Messages {
        Messages { form: Form::Human, least: Level::Note }
    }
}

/// Checks as the arguments say.
pub(super) fn run(args: &CheckArgs) -> Result<Exit, Failure> {
    if args.update && !args.force && env::var_os("CI").is_some_and(|ci| !ci.is_empty()) {
        let text = "CI is set, and expectations are written by people who look at them";
        return Err(Failure::usage(text, "run --update on your own machine, or add --force"));
    }
    let mode = Mode { exact: args.exact, update: args.update };
    let mut tally = Tally::default();
    for dir in &args.dirs {
        for found in find::samples(dir)? {
            let mut lines = Vec::new();
            match found {
                Found::Sample(folder) => {
                    if let Err(failure) = sample::check(&folder, mode, &mut lines) {
                        tally.notice(&failure);
                        lines.push(Line::failed(&folder, &failure.messages));
                    }
                }
                Found::Wrong(path, message) => lines.push(Line::failed(&path, &[message])),
            }
            lines.iter().try_for_each(|line| tally.tell(line))?;
        }
    }
    tally.close()
}
