//! The command line: arguments, files, messages and exit codes around the library.
//!
//! Only here are paths opened, standard streams used and the environment read.

mod args;
mod convert;
mod exit;
mod input;
mod messages;
mod output;
mod plan;
mod podcast;
mod usage;
mod values;

use args::Args;
use exit::Exit;
use messages::Messages;
use std::io::IsTerminal;
use std::process::ExitCode;

/// Runs the program.
pub(crate) fn run() -> ExitCode {
    let exit = match usage::parse() {
        Ok(args) => run_parsed(args),
        Err(e) => usage::refuse(&e),
    };
    exit.into()
}

fn run_parsed(args: Args) -> Exit {
    if args.inputs.is_empty() && std::io::stdin().is_terminal() {
        return usage::explain();
    }
    let messages: Messages = args.messages.messages();
    match convert::run(args, messages) {
        Ok(exit) => exit,
        Err(failure) => {
            failure.messages.iter().for_each(|message| messages.say(message));
            failure.exit
        }
    }
}
