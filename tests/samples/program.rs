//! What the built program writes and says, byte for byte.

use crate::folder::{Folder, MESSAGES, expectation, own_messages};
use similar::TextDiff;
use std::fs;
use std::process::Command;
use wp2feed::Format;

/// What a run gave.
struct Run {
    feed: Vec<u8>,
    messages: Vec<u8>,
}

/// Compares what the program writes with the expected feeds, and what it says with the expected
/// messages; without any it says nothing.
pub(crate) fn bytes(folder: &Folder) -> Result<(), String> {
    let mut complaints = String::new();
    for format in Format::ALL {
        let run = run(folder, format)?;
        let feed = expectation(format);
        complaints += &difference(&feed, &folder.read(&feed)?, &run.feed);
        let messages = messages(folder, format);
        let expected = messages.as_deref().map_or(Ok(Vec::new()), |name| folder.read(name))?;
        complaints +=
            &difference(messages.as_deref().unwrap_or(MESSAGES), &expected, &run.messages);
    }
    if complaints.is_empty() { Ok(()) } else { Err(complaints) }
}

/// Writes the expectations.
pub(crate) fn update(folder: &Folder) -> Result<(), String> {
    let common = run(folder, Format::Rss)?.messages;
    write(folder, MESSAGES, Some(&common).filter(|messages| !messages.is_empty()))?;
    for format in Format::ALL {
        let run = run(folder, format)?;
        write(folder, &expectation(format), Some(&run.feed))?;
        write(folder, &own_messages(format), Some(&run.messages).filter(|own| **own != common))?;
    }
    Ok(())
}

/// Runs the program inside the folder, as a reader of the sample would.
fn run(folder: &Folder, format: Format) -> Result<Run, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wp2feed"));
    command.current_dir(&folder.path).args(["-t", format.name()]);
    if folder.has("site.json") {
        command.args(["--site", "site.json"]);
    }
    command.args(&folder.arguments).arg(&folder.posts).env_remove("CLICOLOR_FORCE");
    let output = command.output().map_err(|e| format!("the program can't be run: {e}"))?;
    let messages = String::from_utf8_lossy(&output.stderr).into_owned();
    match output.status.success() {
        true => Ok(Run { feed: output.stdout, messages: output.stderr }),
        false => Err(format!("{format:?}: {}\n{messages}", output.status)),
    }
}

/// The file that says what is said with this format.
fn messages(folder: &Folder, format: Format) -> Option<String> {
    [own_messages(format), MESSAGES.to_owned()].into_iter().find(|name| folder.has(name))
}

/// Writes an expectation, or removes it where nothing is expected.
fn write(folder: &Folder, name: &str, content: Option<&Vec<u8>>) -> Result<(), String> {
    let path = folder.path.join(name);
    let written = match content {
        Some(content) => fs::write(path, content),
        None if folder.has(name) => fs::remove_file(path),
        None => Ok(()),
    };
    written.map_err(|e| format!("{name}: {e}"))
}

/// A unified diff, empty if there is nothing to tell.
fn difference(name: &str, expected: &[u8], found: &[u8]) -> String {
    if expected == found {
        return String::new();
    }
    let (expected, found) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(found));
    TextDiff::from_lines(&expected, &found)
        .unified_diff()
        .header(name, "what the program gives")
        .to_string()
}
