//! The program `wp2feed`: words on the command line become calls of the library.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
