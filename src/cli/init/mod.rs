//! `wp2feed init`: a description of feeds to start from, and the schema by which editors know its keys.

mod schema;

use super::exit::{Access, Exit, Failure};
use super::messages::{Form, Level, Message, Messages};
use super::output::Target;
use std::path::PathBuf;

/// The description, which explains itself.
const DESCRIPTION: &str = include_str!("wp2feed.toml");

/// Writes a wp2feed.toml to start from, which explains itself
#[derive(Debug, clap::Args)]
pub(crate) struct InitArgs {
    /// Write to FILE, which must not be there; `-`: standard output
    #[arg(short = 'o', long, value_name = "FILE", default_value = "wp2feed.toml")]
    #[arg(default_value_if("schema", "true", "-"))]
    output: PathBuf,

    /// Write the JSON Schema of such files instead, by which editors explain and check their keys
    #[arg(long)]
    schema: bool,
}

impl InitArgs {
    /// Who says why nothing is written.
    pub(super) fn messages() -> Messages {
        Messages { form: Form::Human, least: Level::Note }
    }
}

/// Writes what the arguments ask for.
pub(super) fn run(args: InitArgs, messages: Messages) -> Result<Exit, Failure> {
    let text = if args.schema { schema::schema() } else { DESCRIPTION.to_owned() };
    let target = Target::from(Some(args.output));
    let name = target.name();
    if matches!(&target, Target::File(path) if path.symlink_metadata().is_ok()) {
        let message = Message::error("exists", "the file is there already, and stays as it is");
        let advice = "give another name with -o, or `-o -` to see what would be written";
        return Err(Failure::new(Exit::Files, message.about(&name).advise(advice)));
    }
    let failed = |e| Failure::file(Access::Write, &name, &e);
    let mut output = target.open().map_err(failed)?;
    output
        .write(|out| Ok(out.write_all(text.as_bytes())?))
        .map_err(|e| Failure::library(Access::Write, &name, &e))?;
    output.keep().map_err(failed)?;
    if let Target::File(_) = target {
        let message = Message::new(Level::Note, "written", "written".to_owned()).about(&name);
        let next = if args.schema { "" } else { "look through it, then run `wp2feed build`" };
        messages.say(&message.advise(next));
    }
    Ok(Exit::Fine)
}
