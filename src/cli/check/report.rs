//! The report: a line for each expectation, what is wrong with it below, and the count.

use crate::cli::exit::{Exit, Failure};
use crate::cli::messages::{self, Message, visible};
use crate::cli::output;
use clap::builder::styling::{AnsiColor, Style};
use std::path::{Path, PathBuf};

const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default().bold();
const NEW: Style = AnsiColor::Yellow.on_default();

/// How a file fares.
#[derive(Debug)]
pub(super) struct Line {
    path: PathBuf,
    verdict: Verdict,
}

/// What is to be told of a file.
#[derive(Debug)]
pub(super) enum Verdict {
    /// It is as expected.
    Fine,
    /// It is another one; the text says how.
    Differs(String),
    /// It can't be, or should not be there; the text says why.
    Failed(String),
    /// It was not, and now is.
    Written,
    /// It was there in vain.
    Removed,
}

/// The lines that were told.
#[derive(Debug, Default)]
pub(super) struct Tally {
    fine: usize,
    failed: usize,
    written: usize,
    /// Whether it helps to write expectations anew.
    differs: bool,
    /// Whether a file couldn't be read or written.
    files: bool,
}

impl Line {
    pub(super) fn new(path: PathBuf, verdict: Verdict) -> Line {
        Line { path, verdict }
    }

    /// What fails with these messages.
    pub(super) fn failed(path: &Path, why: &[Message]) -> Line {
        let text = why.iter().map(messages::text).collect();
        Line::new(path.to_owned(), Verdict::Failed(text))
    }
}

impl Tally {
    /// Tells a line, and counts it.
    pub(super) fn tell(&mut self, line: &Line) -> Result<(), Failure> {
        let (style, word, why, count) = match &line.verdict {
            Verdict::Fine => (GOOD, "ok", "", &mut self.fine),
            Verdict::Differs(why) | Verdict::Failed(why) => {
                (BAD, "FAILED", &why[..], &mut self.failed)
            }
            Verdict::Written => (NEW, "written", "", &mut self.written),
            Verdict::Removed => (NEW, "removed", "", &mut self.written),
        };
        *count += 1;
        self.differs |= matches!(line.verdict, Verdict::Differs(_));
        let path = line.path.strip_prefix(".").ok().filter(|path| !path.as_os_str().is_empty());
        let path = visible(&path.unwrap_or(&line.path).display().to_string());
        output::print(&format!("{style}{word:7}{style:#} {path}\n{}", indented(why)))
    }

    /// Remembers why a sample could not be looked at.
    pub(super) fn notice(&mut self, failure: &Failure) {
        self.files |= failure.exit == Exit::Files;
    }

    /// Tells how many there were of each, and how the program ends.
    pub(super) fn close(self) -> Result<Exit, Failure> {
        let written = match self.written {
            0 => String::new(),
            count => format!(", {count} written"),
        };
        output::print(&format!("\nchecked: {} ok, {} failed{written}\n", self.fine, self.failed))?;
        if self.differs {
            output::print(
                "  = help: if what differs is meant, --update writes what the posts give\n",
            )?;
        }
        Ok(match self.failed {
            0 => Exit::Fine,
            _ if self.files => Exit::Files,
            _ => Exit::Findings,
        })
    }
}

/// Lines that belong to the one above.
fn indented(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { "\n".into() } else { format!("        {line}\n") };
    text.lines().map(line).collect()
}
