//! The report: findings as they come, in the form that is asked for, and their count.

use super::source::Source;
use super::{Form, human, sarif};
use crate::cli::exit::{Exit, Failure};
use crate::cli::messages::{self, command};
use crate::cli::output;
use anstream::stderr;
use serde::Serialize;
use std::io::Write;
use wp2feed::{Finding, Position, Rule, Severity};

/// What is told, and how much it was.
pub(super) struct Report {
    form: Form,
    told: u64,
    hidden: u64,
    counts: [u64; 3],
    sarif: sarif::Log,
    /// How many documents were feeds.
    pub(super) feeds: u64,
}

impl Report {
    /// Writes what stands before all findings.
    pub(super) fn start(form: Form) -> Result<Report, Failure> {
        if form == Form::Sarif {
            output::print(sarif::START)?;
        }
        let sarif = sarif::Log::default();
        Ok(Report { form, told: 0, hidden: 0, counts: [0; 3], sarif, feeds: 0 })
    }

    /// Counts a finding.
    pub(super) fn count(&mut self, finding: &Finding, tells: bool) {
        match tells {
            true => self.counts[finding.rule.severity as usize] += 1,
            false => self.hidden += 1,
        }
    }

    /// Tells a finding.
    pub(super) fn tell(
        &mut self,
        file: &str,
        finding: &Finding,
        source: &mut Source,
    ) -> Result<(), Failure> {
        let first = self.told == 0;
        self.told += 1;
        let text = match self.form {
            Form::Human => human::finding(file, finding, source.line(finding.position)),
            Form::Github => github(file, finding),
            Form::Json => format!("{}{}", if first { "[\n" } else { ",\n" }, json(file, finding)),
            Form::Sarif => {
                format!("{}{}", if first { "\n" } else { ",\n" }, self.sarif.result(file, finding))
            }
        };
        output::print(&text)
    }

    /// Writes what stands behind all findings.
    pub(super) fn end(&self, exit: Exit) -> Result<(), Failure> {
        match self.form {
            Form::Human => self.sum(),
            Form::Github => {}
            Form::Json if self.told == 0 => output::print("[]\n")?,
            Form::Json => output::print("\n]\n")?,
            Form::Sarif => output::print(&self.sarif.end(exit))?,
        }
        Ok(())
    }

    /// Says how many findings there were of each level.
    fn sum(&self) {
        let levels = [Severity::Error, Severity::Warning, Severity::Info];
        let counts = levels.map(|level| (self.counts[level as usize], level));
        let told =
            counts.into_iter().filter(|(count, level)| *count > 0 || *level != Severity::Info);
        let told = told.map(|(count, level)| format!(", {}", counted(count, level.name())));
        let hidden = match self.hidden {
            0 => String::new(),
            count => format!(" ({count} not shown)"),
        };
        let feeds = counted(self.feeds, "feed");
        // There is nobody left to tell that standard error is closed.
        let _ = writeln!(stderr(), "validated: {feeds}{}{hidden}", told.collect::<String>());
    }
}

/// A number of things.
fn counted(count: u64, what: &str) -> String {
    // Info has no plural.
    let plural = if count == 1 || what == "info" { "" } else { "s" };
    format!("{count} {what}{plural}")
}

/// A finding as programs read it; members in the order in which people ask.
#[derive(Serialize)]
struct Told<'f> {
    file: &'f str,
    line: u64,
    column: u64,
    byte: u64,
    level: &'static str,
    rule: &'static str,
    message: &'f str,
    help: &'static str,
    spec: &'static str,
}

fn json(file: &str, finding: &Finding) -> String {
    let Finding { rule, position: Position { line, column, byte }, message } = finding;
    let Rule { name, severity, spec, help, .. } = rule;
    let (line, column, byte, level) = (*line, *column, *byte, severity.name());
    let told = Told { file, line, column, byte, level, rule: name, message, help, spec };
    serde_json::to_string(&told).unwrap_or_default()
}

fn github(file: &str, finding: &Finding) -> String {
    let Finding { rule, position: Position { line, column, .. }, message } = finding;
    let level = match rule.severity {
        Severity::Error => messages::Level::Error,
        Severity::Warning => messages::Level::Warning,
        Severity::Info => messages::Level::Note,
    };
    let properties = [
        ("file", file.to_owned()),
        ("line", line.to_string()),
        ("col", column.to_string()),
        ("title", format!("wp2feed: {}", rule.name)),
    ];
    command(level, &properties, &format!("{message}\nhelp: {} [{}]", rule.help, rule.spec))
}
