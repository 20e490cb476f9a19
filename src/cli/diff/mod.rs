//! `wp2feed diff`: what differs between two feeds, and what readers will do about it.

pub(super) mod human;
mod machine;
mod words;

use super::exit::{Access, Exit, Failure};
use super::input::Input;
use super::messages::{Form, Level, Message, Messages};
use super::output;
use std::collections::BTreeSet;
use std::path::PathBuf;
use wp2feed::model::Feed;
use wp2feed::{Comparing, Comparison, Field, Format, Options, Site, compare};

/// Tells what differs between two feeds, by what they mean
///
/// Each may be RSS, Atom, JSON Feed or posts, which are converted first. Exit codes: 0 nothing differs,
/// 1 something does, 2 the command line is wrong, 3 one can't be understood, 5 a file can't be read.
#[derive(Debug, clap::Args)]
pub(crate) struct DiffArgs {
    /// The feed as it was; `-`: standard input
    #[arg(value_name = "OLD")]
    old: PathBuf,

    /// The feed as it is now
    #[arg(value_name = "NEW")]
    new: PathBuf,

    /// How the report is written
    #[arg(long, value_name = "FORM", default_value = "human", value_enum)]
    format: Form,

    /// Leave out a field, as updated, feed.updated or itunes:duration; may be repeated
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    ignore: Vec<Field>,

    /// Compare this field alone; may be repeated
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    only: Vec<Field>,

    /// Tell what the other's format can't carry, too
    #[arg(long)]
    strict: bool,

    /// The site's index or settings, for posts; may be repeated
    #[arg(long = "site", value_name = "FILE")]
    sites: Vec<PathBuf>,

    /// Say nothing: the exit code is the answer
    #[arg(short, long)]
    quiet: bool,
}

impl DiffArgs {
    pub(super) fn messages(&self) -> Messages {
        Messages { form: self.format, least: Level::Warning }
    }
}

/// A feed that was read.
struct Document {
    name: String,
    feed: Feed,
    /// `None` of posts.
    format: Option<Format>,
}

/// Compares as the arguments say.
pub(super) fn run(args: &DiffArgs, messages: Messages) -> Result<Exit, Failure> {
    let inputs = [&args.old, &args.new].map(|path| Input::from(path.clone()));
    if inputs.iter().all(|input| *input == Input::Stdin) {
        let text = "both feeds are asked of standard input, which can be read only once";
        return Err(Failure::usage(text, "save one of them to a file and name that"));
    }
    let site = site(&args.sites)?;
    let [old, new] = inputs.map(|input| read(&input, &site, messages));
    let (old, new) = (old?, new?);
    let comparing = Comparing {
        ignore: args.ignore.iter().cloned().collect::<BTreeSet<_>>(),
        only: args.only.iter().cloned().collect(),
        strict: args.strict,
    };
    let found = compare((&old.feed, old.format), (&new.feed, new.format), &comparing);
    if !args.quiet {
        let report = report(&found, &old, &new, args.format);
        output::print(&report)?;
    }
    Ok(if found.is_same() { Exit::Fine } else { Exit::Findings })
}

fn site(files: &[PathBuf]) -> Result<Site, Failure> {
    files.iter().cloned().map(Input::from).try_fold(Site::default(), |known, input| {
        let told = Site::from_json(&input.read()?)
            .map_err(|e| Failure::library(Access::Read, &input.name(), &e))?;
        Ok(known.or(told))
    })
}

/// Reads a feed of whatever format, or posts.
fn read(input: &Input, site: &Site, messages: Messages) -> Result<Document, Failure> {
    let (name, bytes) = (input.name(), input.read()?);
    let format = Format::of(&bytes);
    let read = match format {
        Some(format) => format.read(&bytes),
        None if bytes.trim_ascii_start().starts_with(b"<") => return Err(no_feed(&name)),
        None => {
            let options = Options { site: site.clone(), ..Options::default() };
            wp2feed::read(&bytes[..], &options).map(|(feed, report)| {
                report
                    .notes()
                    .for_each(|note| messages.say(&Message::from_note(note, false).about(&name)));
                feed
            })
        }
    };
    let feed = read.map_err(|e| Failure::library(Access::Read, &name, &e))?;
    Ok(Document { name, feed, format })
}

fn no_feed(name: &str) -> Failure {
    let text = "expected RSS 2.0, Atom, JSON Feed or posts, but found XML or HTML of another kind";
    let message = Message::error("not-feed", text).about(name);
    Failure::new(Exit::Input, message.advise("check the address that it was fetched from"))
}

fn report(found: &Comparison, old: &Document, new: &Document, form: Form) -> String {
    match form {
        Form::Human => human::report(found, &old.name, &new.name),
        Form::Json => machine::json(found),
        Form::Github => machine::github(found, &new.name),
    }
}
