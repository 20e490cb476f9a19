//! `wp2feed validate`: what is wrong with feeds, with the place of each finding.
//!
//! Findings are on standard output, in one of four forms; what keeps a document from being judged, and the count,
//! are on standard error.

mod encoding;
mod forms;
mod human;
mod rules;
mod sarif;
mod source;

use super::exit::{Access, Exit, Failure};
use super::input::Input;
use super::messages::{self, Level, Messages};
use super::output;
use super::plan::refuse_unreadable;
use super::values::{address, one_of, rule};
use clap::ValueEnum;
use forms::Report;
use std::io::{IsTerminal, stdin};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};
use wp2feed::{Finding, Rule, Severity, Validated, Validator};

/// Tells what is wrong with feeds
///
/// They are judged by the rules of the W3C Feed Validation Service, and JSON Feed by its specification. Exit codes:
/// 0 nothing is as bad as --fail-on, 1 something is, 2 the command line is wrong, 3 it is no feed at all, 5 a file
/// can't be read; of several files the worst counts.
#[derive(Debug, clap::Args)]
pub(crate) struct ValidateArgs {
    /// RSS, Atom or JSON Feeds; none, or `-`: standard input
    #[arg(value_name = "FEED")]
    inputs: Vec<PathBuf>,

    /// The least that is shown; what fails always is
    #[arg(long, value_name = "LEVEL", default_value = "warning", value_parser = severity())]
    level: Severity,

    /// The least that ends the program with 1
    #[arg(long, value_name = "LEVEL", default_value = "error", value_parser = severity())]
    fail_on: Severity,

    /// Pass over a rule, as ContainsRelRef; may be repeated
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule)]
    ignore: Vec<&'static Rule>,

    /// Where the feed is served from
    #[arg(long, value_name = "URL", value_parser = address)]
    feed_url: Option<String>,

    /// How findings are written
    #[arg(long, value_name = "FORM", default_value = "human", value_enum)]
    format: Form,

    /// Tell what a rule asks for, and judge nothing
    #[arg(long, value_name = "RULE", value_parser = rule, conflicts_with_all = ["inputs", "rules"])]
    explain: Option<&'static Rule>,

    /// List all rules, as a table or in Markdown, and judge nothing
    #[arg(long, value_name = "AS", num_args = 0..=1, require_equals = true, default_missing_value = "table")]
    #[arg(value_enum, conflicts_with = "inputs")]
    rules: Option<rules::List>,
}

/// The form in which findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Human,
    Json,
    Github,
    Sarif,
}

impl ValidateArgs {
    pub(super) fn messages(&self) -> Messages {
        let form = match self.format {
            Form::Human | Form::Sarif => messages::Form::Human,
            Form::Json => messages::Form::Json,
            Form::Github => messages::Form::Github,
        };
        Messages { form, least: Level::Note }
    }

    /// Whether a finding is told.
    fn tells(&self, finding: &Finding) -> bool {
        finding.rule.severity >= self.level.min(self.fail_on) && !self.passes_over(finding)
    }

    fn fails(&self, finding: &Finding) -> bool {
        finding.rule.severity >= self.fail_on && !self.passes_over(finding)
    }

    fn passes_over(&self, finding: &Finding) -> bool {
        self.ignore.contains(&finding.rule)
    }

    /// A judge that knows the address and the time.
    fn validator(&self) -> Validator {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let validator = Validator::new().now(now.as_secs().try_into().unwrap_or(i64::MAX));
        match &self.feed_url {
            Some(url) => validator.feed_url(url),
            None => validator,
        }
    }
}

/// Judges feeds, or tells of rules, as the arguments say.
pub(super) fn run(args: &ValidateArgs, messages: Messages) -> Result<Exit, Failure> {
    if let Some(rule) = args.explain {
        return output::print(&rules::explain(rule)).map(|()| Exit::Fine);
    }
    if let Some(list) = args.rules {
        return output::print(&rules::list(list)).map(|()| Exit::Fine);
    }
    let inputs = inputs(args)?;
    let mut report = Report::start(args.format)?;
    let mut worst = Exit::Fine;
    for input in &inputs {
        let exit = validate(input, args, &mut report, messages)?;
        worst = if exit as u8 > worst as u8 { exit } else { worst };
    }
    report.end(worst)?;
    Ok(worst)
}

/// What is to be judged.
fn inputs(args: &ValidateArgs) -> Result<Vec<Input>, Failure> {
    let inputs: Vec<Input> = args.inputs.iter().cloned().map(Input::from).collect();
    refuse_unreadable(inputs.iter(), "wp2feed validate")?;
    if args.feed_url.is_some() && inputs.len() > 1 {
        let text = "--feed-url is the address of one feed, but several are given";
        return Err(Failure::usage(text, "run `wp2feed validate` for each of them"));
    }
    if inputs.is_empty() && stdin().is_terminal() {
        let text = "expected a feed, but standard input is a terminal";
        return Err(Failure::usage(text, "name files, or pipe a feed into the program"));
    }
    Ok(if inputs.is_empty() { vec![Input::Stdin] } else { inputs })
}

/// Judges a document and tells what is found; only who can't be told anything ends the program.
fn validate(
    input: &Input,
    args: &ValidateArgs,
    report: &mut Report,
    messages: Messages,
) -> Result<Exit, Failure> {
    let name = input.name();
    let judged = source::open(input, args.format == Form::Human).and_then(|mut source| {
        let validated = args.validator().validate(source.reader());
        let validated = validated.map_err(|e| Failure::library(Access::Read, &name, &e))?;
        Ok((source, validated))
    });
    let (mut source, Validated { format, findings, .. }) = match judged {
        Ok(judged) => judged,
        Err(failure) => {
            failure.messages.iter().for_each(|message| messages.say(message));
            return Ok(failure.exit);
        }
    };
    for finding in &findings {
        report.count(finding, args.tells(finding));
        if args.tells(finding) {
            report.tell(&name, finding, &mut source)?;
        }
    }
    if format.is_none() {
        return Ok(Exit::Input);
    }
    report.feeds += 1;
    let fails = findings.iter().any(|finding| args.fails(finding));
    Ok(if fails { Exit::Findings } else { Exit::Fine })
}

fn severity() -> impl clap::builder::TypedValueParser<Value = Severity> {
    one_of([Severity::Error, Severity::Warning, Severity::Info].map(|level| (level.name(), level)))
}
