//! The command line as a whole: a conversion, or one of the commands.

use super::args::Args;
use super::build::BuildArgs;
use super::check::CheckArgs;
use super::completions::CompletionsArgs;
use super::diff::DiffArgs;
use super::ids::IdsArgs;
use super::init::InitArgs;
use super::man::ManArgs;
use super::validate::ValidateArgs;

/// What `--help` tells below the arguments.
pub(super) const EXAMPLES: &str = "\
Examples:
  curl -s 'https://example.org/wp-json/wp/v2/posts?_embed' | wp2feed > feed.xml
  wp2feed -t atom -o atom.xml --site site.json posts.json page2.json
  wp2feed -t rss,atom,json --out-dir public --feed-url https://example.org/ posts.json
  wp2feed -t json -o feed.json atom.xml

Exit codes:
  0  fine
  1  --strict, and something was left out or guessed; nothing is written
  2  the command line is wrong
  3  the input is neither WordPress posts nor a feed; nothing is written
  4  --fail-on-empty, and there is nothing to write
  5  a file can't be read or written
A file is written whole or not at all.";

/// What `-h` tells there.
pub(super) const MORE: &str = "--help adds examples and the exit codes.";

/// Turns the posts of a WordPress site, as its REST API gives them, into feeds
#[derive(Debug, clap::Parser)]
#[command(name = "wp2feed", version, max_term_width = 100)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
pub(super) struct CommandLine {
    #[command(subcommand)]
    pub(super) command: Option<Command>,

    #[command(flatten)]
    pub(super) convert: Args,
}

/// What the program does besides converting posts. A file of such a name is `./diff`.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Build(BuildArgs),
    Check(CheckArgs),
    Validate(ValidateArgs),
    Completions(CompletionsArgs),
    Diff(DiffArgs),
    Ids(IdsArgs),
    Init(InitArgs),
    Man(ManArgs),
}
