//! `wp2feed completions`: what a shell offers when the tabulator key is pressed behind `wp2feed`.

use super::command::CommandLine;
use super::exit::{Exit, Failure};
use super::output;
use clap::CommandFactory;
use clap_complete::{Shell, generate};

/// Writes a shell's completions to standard output
///
/// For bash: wp2feed completions bash > ~/.local/share/bash-completion/completions/wp2feed
#[derive(Debug, clap::Args)]
pub(crate) struct CompletionsArgs {
    /// The shell that is to read them
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Writes them.
pub(super) fn run(args: &CompletionsArgs) -> Result<Exit, Failure> {
    output::print(&script(args.shell))?;
    Ok(Exit::Fine)
}

fn script(shell: Shell) -> String {
    let mut script = Vec::new();
    generate(shell, &mut CommandLine::command(), "wp2feed", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::ValueEnum;

    /// The words that a command offers: its commands, and its long arguments as a shell's script has them.
    fn words(shell: Shell) -> Vec<String> {
        let dashes = if shell == Shell::Fish { "-l " } else { "--" };
        let command = CommandLine::command();
        let commands = std::iter::once(&command).chain(command.get_subcommands());
        let long = commands.flat_map(clap::Command::get_arguments).filter_map(clap::Arg::get_long);
        let names = command.get_subcommands().map(|command| command.get_name().to_owned());
        names.chain(long.map(|long| format!("{dashes}{long}"))).collect()
    }

    #[test]
    fn every_shell_learns_every_command_and_argument() {
        for shell in Shell::value_variants() {
            let (script, words) = (script(*shell), words(*shell));
            assert!(words.len() > 50, "{words:?}");
            let end = |c: char| !(c.is_ascii_alphanumeric() || c == '-');
            let known = |word: &String| {
                script
                    .match_indices(word.as_str())
                    .any(|(at, _)| script[at + word.len()..].starts_with(end))
            };
            let unknown: Vec<_> = words.iter().filter(|word| !known(word)).collect();
            assert_eq!(unknown, [""; 0], "{shell}");
        }
    }
}
