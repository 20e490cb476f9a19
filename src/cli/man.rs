//! `wp2feed man`: manual pages, one for the program and one for each of its commands.
//!
//! They say what `--help` says; the examples and exit codes below it become sections.

use super::command::{CommandLine, EXAMPLES};
use super::exit::{Access, Exit, Failure};
use super::output::{self, Target};
use clap::builder::PossibleValue;
use clap::{Arg, Command, CommandFactory, ValueHint};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the program's manual page, or all pages into a folder
///
/// Without --out-dir it is the program's own page, on standard output: wp2feed man | man -l -
#[derive(Debug, clap::Args)]
pub(crate) struct ManArgs {
    /// Write wp2feed.1 into DIR, and a page for each command, as wp2feed-diff.1
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    out_dir: Option<PathBuf>,
}

/// A page, and the name of its file.
struct Page {
    file: String,
    text: String,
}

/// Writes the pages that are asked for.
pub(super) fn run(args: &ManArgs) -> Result<Exit, Failure> {
    let pages = pages();
    match &args.out_dir {
        Some(dir) => write(&pages, dir)?,
        None => output::print(&pages[0].text)?,
    }
    Ok(Exit::Fine)
}

/// All pages, the program's own first.
fn pages() -> Vec<Page> {
    let mut program = CommandLine::command();
    program.build();
    let mut first = page(program.clone());
    first.text.push_str(&sections(EXAMPLES));
    std::iter::once(first).chain(program.get_subcommands().cloned().map(page)).collect()
}

fn page(mut command: Command) -> Page {
    let name = command.get_display_name().unwrap_or("wp2feed").to_uppercase();
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").to_owned();
    let command = command.override_usage(usage).version(None::<&str>).mut_args(with_values);
    let man = Man::new(command)
        .title(name)
        // Without quotes an empty date is nothing at all, and what follows would take its place.
        .date("\"\"")
        .source(concat!("wp2feed ", env!("CARGO_PKG_VERSION")))
        .manual("wp2feed");
    let mut text = Vec::new();
    man.render(&mut text).expect("memory takes everything");
    Page { file: man.get_filename(), text: String::from_utf8_lossy(&text).into_owned() }
}

/// Tells the values of an argument behind its help, as `-h` does; a manual's list takes two lines for each.
fn with_values(arg: Arg) -> Arg {
    let values = arg.get_possible_values();
    if values.is_empty() || arg.is_hide_possible_values_set() {
        return arg;
    }
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    arg.help(format!("{help} [possible values: {}]", names.join(", "))).hide_possible_values(true)
}

/// What stands below the help: lines that end with a colon are headings of those that are indented.
fn sections(help: &str) -> String {
    let mut roff = Roff::new();
    for line in help.lines().filter(|line| !line.is_empty()) {
        if let Some(heading) = line.strip_suffix(':') {
            roff.control("SH", [heading.to_uppercase().as_str()]).control("nf", []);
        } else if let Some(line) = line.strip_prefix("  ") {
            roff.text([roman(line)]);
        } else {
            roff.control("fi", []).control("PP", []).text([roman(line)]);
        }
    }
    roff.render()
}

fn write(pages: &[Page], dir: &Path) -> Result<(), Failure> {
    let failed = |path: &Path, e: &_| Failure::file(Access::Write, &path.display().to_string(), e);
    fs::create_dir_all(dir).map_err(|e| failed(dir, &e))?;
    for Page { file, text } in pages {
        let path = dir.join(file);
        let target = Target::File(path.clone());
        let mut output = target.open().map_err(|e| failed(&path, &e))?;
        output
            .write(|out| Ok(out.write_all(text.as_bytes())?))
            .map_err(|e| Failure::library(Access::Write, &target.name(), &e))?;
        output.keep().map_err(|e| failed(&path, &e))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How a page names an argument, without its backslashes, and what marks a value that may be missing.
    fn header(arg: &Arg) -> String {
        let names = arg.get_value_names().filter(|_| arg.get_action().takes_values());
        match (arg.get_long(), names.map(|names| names.join(" "))) {
            (Some(long), Some(name)) => format!("fB--{long}fR fI<{name}>fR"),
            (Some(long), None) => format!("fB--{long}fR\n"),
            (None, name) => format!("fI{}fR", name.unwrap_or_default()),
        }
    }

    #[test]
    fn every_argument_and_command_stands_in_its_page() {
        let mut program = CommandLine::command();
        program.build();
        let commands: Vec<_> = std::iter::once(&program).chain(program.get_subcommands()).collect();
        let pages = pages();
        assert_eq!(pages.len(), commands.len());
        for (command, page) in commands.into_iter().zip(&pages) {
            let plain = page.text.replace('\\', "").replace("fR[=fI<", "fR fI<");
            let below = |command: &Command| format!("\nwp2feed-{}(1)\n", command.get_name());
            let mut words: Vec<_> = command.get_arguments().map(header).collect();
            words.extend(command.get_subcommands().map(below));
            words.retain(|word| !plain.contains(word));
            assert_eq!(words, [""; 0], "{}", page.file);
        }
    }

    #[test]
    fn what_stands_below_the_help_are_sections() {
        let text = sections("Exit codes:\n  0  fine\n\nA file is whole.");
        assert!(
            text.ends_with(".SH \"EXIT CODES\"\n.nf\n0  fine\n.fi\n.PP\nA file is whole.\n"),
            "{text}"
        );
    }
}
