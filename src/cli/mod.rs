//! The command line: arguments, files, messages and exit codes around the library.
//!
//! Only here are paths opened, standard streams used and the environment read.

mod args;
mod build;
mod check;
mod command;
mod completions;
mod config;
mod convert;
mod diff;
mod exit;
mod feeds;
mod ids;
mod init;
mod input;
mod man;
mod messages;
mod output;
mod plan;
mod podcast;
mod usage;
mod validate;
mod values;

use args::Args;
use check::CheckArgs;
use command::{Command, CommandLine};
use exit::{Exit, Failure};
use ids::IdsArgs;
use init::InitArgs;
use messages::{Form, Level, Messages};
use std::io::IsTerminal;
use std::process::ExitCode;

/// For commands whose only messages are failures.
const FAILURES: Messages = Messages { form: Form::Human, least: Level::Error };

/// Runs the program.
pub(crate) fn run() -> ExitCode {
    let exit = match usage::parse() {
        Ok(CommandLine { command: Some(command), .. }) => run_command(command),
        Ok(CommandLine { convert, .. }) => run_convert(convert),
        Err(e) => usage::refuse(&e),
    };
    exit.into()
}

fn run_command(command: Command) -> Exit {
    match command {
        Command::Build(args) => told(args.messages(), |messages| build::run(args, messages)),
        Command::Check(args) => told(CheckArgs::messages(), |_| check::run(&args)),
        Command::Diff(args) => told(args.messages(), |messages| diff::run(&args, messages)),
        Command::Completions(args) => told(FAILURES, |_| completions::run(&args)),
        Command::Man(args) => told(FAILURES, |_| man::run(&args)),
        Command::Ids(args) => told(IdsArgs::messages(), |messages| ids::run(args, messages)),
        Command::Validate(args) => told(args.messages(), |messages| validate::run(&args, messages)),
        Command::Init(args) => told(InitArgs::messages(), |messages| init::run(args, messages)),
    }
}

fn run_convert(args: Args) -> Exit {
    if args.inputs.is_empty() && std::io::stdin().is_terminal() {
        return usage::explain();
    }
    told(args.messages.messages(), |messages| convert::run(args, messages))
}

/// Runs a command, and tells why it failed.
fn told(messages: Messages, run: impl FnOnce(Messages) -> Result<Exit, Failure>) -> Exit {
    run(messages).unwrap_or_else(|failure| {
        failure.messages.iter().for_each(|message| messages.say(message));
        failure.exit
    })
}
