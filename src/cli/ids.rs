//! `wp2feed ids`: the ids of an old feed, by the addresses or the numbers of the posts; and what `--ids` reads.

use super::exit::{Access, Exit, Failure};
use super::input::Input;
use super::messages::{Form, Level, Message, Messages};
use super::output;
use clap::ValueEnum;
use std::path::PathBuf;
use wp2feed::model::Entry;
use wp2feed::{Format, IdMap};

/// Writes a map of the ids of an old feed, for --ids
///
/// With it the feed of a site that moves, or is made by another program, keeps the old ids, and subscribers
/// see no post twice. Exit codes: 0 fine, 2 the command line is wrong, 3 one is no feed, 5 a file can't be
/// read or written.
#[derive(Debug, clap::Args)]
pub(crate) struct IdsArgs {
    /// The feed as it was, RSS, Atom or JSON Feed; several for the pages of one; `-`: standard input
    #[arg(value_name = "OLD-FEED", required = true)]
    feeds: Vec<PathBuf>,

    /// By which posts are known: their addresses, or the numbers in ids as https://example.org/?p=7
    #[arg(long, value_enum, value_name = "WHAT", default_value = "link")]
    by: By,
}

/// What the keys of the map are, as far as entries have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Link,
    Number,
}

impl IdsArgs {
    /// Who says what of the feeds is not in the map.
    pub(super) fn messages() -> Messages {
        Messages { form: Form::Human, least: Level::Note }
    }
}

/// Writes the map.
pub(super) fn run(args: IdsArgs, messages: Messages) -> Result<Exit, Failure> {
    let inputs: Vec<Input> = args.feeds.into_iter().map(Input::from).collect();
    if inputs.iter().filter(|input| **input == Input::Stdin).count() > 1 {
        let text = "standard input is asked for more than once, but can be read only once";
        return Err(Failure::usage(text, "name it once"));
    }
    let mut ids = IdMap::default();
    for input in &inputs {
        let (name, bytes) = (input.name(), input.read()?);
        let Some(format) = Format::of(&bytes) else { return Err(no_feed(&name)) };
        let feed = format.read(&bytes).map_err(|e| Failure::library(Access::Read, &name, &e))?;
        for entry in &feed.entries {
            if let Err(text) = add(&mut ids, entry, args.by) {
                messages.say(&Message::new(Level::Warning, "no-key", text).about(&name));
            }
        }
    }
    output::print(&ids.to_json())?;
    Ok(Exit::Fine)
}

/// Puts an entry into the map, or says why it is not there.
fn add(ids: &mut IdMap, entry: &Entry, by: By) -> Result<(), String> {
    let some = |text: &&str| !text.trim().is_empty();
    let url = entry.url.as_deref().filter(some);
    let Some(id) = Some(entry.id.as_str()).filter(some).or(url) else {
        let title = entry.title.as_deref().unwrap_or_default();
        return Err(format!("the entry \"{title}\" has neither an id nor an address, passed over"));
    };
    let number = IdMap::number_in(id).map(|number| number.to_string());
    let link = url.map(str::to_owned);
    let key = match by {
        By::Link => link.or(number),
        By::Number => number.or(link),
    };
    let Some(key) = key else {
        return Err(format!("the entry {id} has neither an address nor a number, passed over"));
    };
    ids.insert(&key, id).map_err(|e| format!("{}, passed over", e.message()))
}

fn no_feed(name: &str) -> Failure {
    let text = "expected RSS 2.0, Atom or JSON Feed, but found something else";
    let message = Message::error("not-feed", text).about(name);
    Failure::new(
        Exit::Input,
        message.advise("give the feed as readers get it, not a page or posts"),
    )
}

/// Reads what `--ids` names: a map, or the old feed itself.
pub(super) fn read(input: &Input) -> Result<IdMap, Failure> {
    let (name, bytes) = (input.name(), input.read()?);
    let read = match Format::of(&bytes) {
        Some(format) => format.read(&bytes).map(|feed| IdMap::of(&feed)),
        None => IdMap::from_json(&bytes),
    };
    let ids = read.map_err(|e| Failure::library(Access::Read, &name, &e))?;
    if ids.is_empty() {
        let message = Message::error("option", "the feed has no entry whose id could be kept");
        let message = message.about(&name).advise("give the feed as it was before the move");
        return Err(Failure::new(Exit::Input, message));
    }
    Ok(ids)
}
