//! `wp2feed build`: all feeds of a site, as one file describes them, of posts that are read once.
//!
//! Nothing is written before every feed is made, and then only what differs from what is there.

mod difference;
mod files;
mod make;
mod place;
mod recipe;
mod record;

pub(super) use recipe::{ABOVE, OUTPUT};

use super::args::MessageArgs;
use super::exit::{Exit, Failure};
use super::input::Input;
use super::messages::{Level, Message, Messages};
use files::{Files, Tally};
use recipe::Recipe;
use record::Record;
use std::path::PathBuf;

/// Makes all feeds of a site, as wp2feed.toml describes them
///
/// Files that are as they should be are left alone. `wp2feed init` writes a wp2feed.toml to start from.
/// Exit codes: those of a conversion, and 1 if --check finds a difference.
#[derive(Debug, clap::Args)]
pub(crate) struct BuildArgs {
    /// The description; its paths start at its folder
    #[arg(value_name = "FILE", default_value = "wp2feed.toml")]
    file: PathBuf,

    /// Write nothing, show what would change, and exit with 1 if anything would
    #[arg(long)]
    check: bool,

    /// Remove files of earlier builds that are made no more
    #[arg(long)]
    prune: bool,

    #[command(flatten)]
    messages: MessageArgs,
}

impl BuildArgs {
    pub(super) fn messages(&self) -> Messages {
        self.messages.messages()
    }
}

/// Builds as the arguments say.
pub(super) fn run(args: BuildArgs, messages: Messages) -> Result<Exit, Failure> {
    let BuildArgs { file, check, prune, messages: asked } = args;
    let input = Input::from(file);
    let mut recipe = Recipe::read(&input)?;
    recipe.demand(asked.strict, asked.fail_on_empty);
    let root = recipe.root.clone();
    let made = make::make(recipe, messages)?;
    let files = Files { root, record: Record::read(&input)?, prune, messages };
    let tally = if check { files.check(made) } else { files.write(made) }?;
    messages.say(&closing(&tally, check));
    Ok(if check && tally.changes() { Exit::Findings } else { Exit::Fine })
}

/// How many files there are of each kind.
fn closing(tally: &Tally, check: bool) -> Message {
    let to_be = if check { "to be " } else { "" };
    let Tally { written, unchanged, removed, stale } = tally;
    let mut counts = vec![format!("{written} {to_be}written"), format!("{unchanged} unchanged")];
    if *removed > 0 {
        counts.push(format!("{removed} {to_be}removed"));
    }
    if *stale > 0 {
        counts.push(format!("{stale} made no more"));
    }
    let text = format!("files: {}", counts.join(", "));
    Message::new(Level::Note, "build", text).counting(*written)
}
