//! A sample: what it holds, what is made of it, and what is expected.

use super::Mode;
use super::difference;
use super::find::{entries, name};
use super::report::{Line, Verdict};
use super::said::{self, Said};
use crate::cli::config::{Keys, Table};
use crate::cli::convert;
use crate::cli::exit::{Access, Exit, Failure};
use crate::cli::input::Input;
use crate::cli::messages::{self, Message};
use crate::cli::output::Target;
use crate::cli::plan::{Plan, Source};
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use wp2feed::Format;

/// The file that says what a sample, or a folder of samples, shows.
pub(super) const EXPLANATION: &str = "README.md";

const POSTS: &str = "posts.json";
const SITE: &str = "site.json";
const TABLE: &str = "wp2feed.toml";

/// The keys of `wp2feed.toml` that would send feeds and messages elsewhere.
const KEYS: Keys<'_> = Keys {
    refused: &["output", "out-dir", "message-format", "quiet", "verbose"],
    why: "a sample's feeds and messages are compared with those that are expected",
    own: &[],
};

/// Tells whether a file's name alone makes its folder a sample.
pub(super) fn is_of_sample(name: &str) -> bool {
    matches!(name, POSTS | SITE | TABLE) || is_expectation(name)
}

/// The file with the expected feed.
fn expectation(format: Format) -> String {
    format!("expected.{}", format.name())
}

fn is_expectation(name: &str) -> bool {
    let of = |format: Format| name == expectation(format) || name == said::own(format);
    name == said::COMMON || Format::ALL.into_iter().any(of)
}

/// Checks a sample, and adds a line for each of its files; a failure is about the whole of it.
pub(super) fn check(folder: &Path, mode: Mode, lines: &mut Vec<Line>) -> Result<(), Failure> {
    let sample = Sample::open(folder)?;
    lines.extend(sample.strangers()?);
    let mut said = Said::default();
    if !mode.update && !sample.has_expectation() {
        return Err(no_expectation(folder));
    }
    for format in sample.formats()? {
        let (feed, messages) = sample.convert(format)?;
        lines.push(sample.compare(format, &feed, mode)?);
        said.0.push((format, messages));
    }
    lines.extend(said.check(folder, mode)?);
    Ok(())
}

/// A sample that can be converted, as far as that is known without reading its posts.
struct Sample<'f> {
    folder: &'f Path,
    table: Table,
}

impl Sample<'_> {
    fn open(folder: &Path) -> Result<Sample<'_>, Failure> {
        let path = folder.join(TABLE);
        let table = if path.is_file() { Table::read(&path.into())? } else { Table::default() };
        Ok(Sample { folder, table })
    }

    /// What will be converted, and what would be refused of it.
    fn source(&self, format: Format) -> Result<(Source, Refused), Failure> {
        let mut args = self.table.args(&KEYS)?;
        let (posts, site) = (self.folder.join(POSTS), self.folder.join(SITE));
        if args.inputs.is_empty() {
            if !posts.is_file() {
                return Err(no_posts());
            }
            args.inputs.push(posts);
        }
        if args.site.sites.is_empty() && site.is_file() {
            args.site.sites.push(site);
        }
        args.output.to = vec![format];
        let refused =
            Refused { warnings: args.messages.strict, empty: args.messages.fail_on_empty };
        let source = Plan::new(args)?.source;
        let podcast = source.podcast.file();
        if source.documents().chain(&podcast).any(|input| *input == Input::Stdin) {
            let text = "a sample is made of files, and standard input is none";
            return Err(self.table.refuse("input", text, "name a file beside wp2feed.toml"));
        }
        Ok((Source { named_from: self.folder.to_owned(), ..source }, refused))
    }

    /// The files that nothing reads.
    fn strangers(&self) -> Result<Vec<Line>, Failure> {
        let (source, _) = self.source(Format::Rss)?;
        let podcast = source.podcast.file();
        let real = |input: &Input| match input {
            Input::File(path) => fs::canonicalize(path).ok(),
            Input::Stdin => None,
        };
        let formats = self.formats()?;
        let documents: BTreeSet<PathBuf> =
            source.documents().chain(&podcast).filter_map(real).collect();
        let is_read = |path: &PathBuf| {
            fs::canonicalize(path).is_ok_and(|path| documents.contains(&path))
                || path.parent() == Some(self.folder) && self.is_known(&name(path), &formats)
        };
        let mut files = Vec::new();
        walk(self.folder, &mut files)?;
        Ok(files.iter().filter(|path| !is_read(path)).map(|path| stranger(path)).collect())
    }

    /// Tells whether a file has a meaning that its name tells, and that this sample has use for.
    fn is_known(&self, name: &str, formats: &[Format]) -> bool {
        let has = |format: Format| self.folder.join(expectation(format)).is_file();
        let feed = |format: &Format| name == expectation(*format);
        let own = |format: &Format| name == said::own(*format) && has(*format);
        matches!(name, EXPLANATION | TABLE | said::COMMON)
            || formats.iter().any(|format| feed(format) || own(format))
    }

    /// The formats of the feeds that are expected: all, unless the table names some.
    fn formats(&self) -> Result<Vec<Format>, Failure> {
        let told = self.table.args(&KEYS)?.output.to;
        let wanted = |format: &Format| told.is_empty() || told.contains(format);
        Ok(Format::ALL.into_iter().filter(wanted).collect())
    }

    /// Tells whether any feed is expected.
    fn has_expectation(&self) -> bool {
        Format::ALL.into_iter().any(|format| self.folder.join(expectation(format)).is_file())
    }

    /// The feed, and what is said about it.
    fn convert(&self, format: Format) -> Result<(Vec<u8>, String), Failure> {
        let (source, refused) = self.source(format)?;
        let mut converted = convert::read(source, &[format])?;
        let report = converted.report();
        let notes: Vec<Message> = convert::notes(report, refused.warnings).collect();
        let said = messages::said(&notes);
        convert::refuse(report, refused.warnings, refused.empty).map_err(|failure| {
            let messages = notes.into_iter().chain(failure.messages).collect();
            Failure { messages, ..failure }
        })?;
        let mut feed = Vec::new();
        converted
            .write(format, &mut feed)
            .map_err(|e| Failure::library(Access::Write, "the feed", &e))?;
        Ok((feed, said))
    }

    /// Compares a feed with the one that is expected.
    fn compare(&self, format: Format, feed: &[u8], mode: Mode) -> Result<Line, Failure> {
        let path = self.folder.join(expectation(format));
        let difference = match read(&path)? {
            None if !mode.update => return Ok(missing(&path, self.folder, format)),
            None => Some(String::new()),
            Some(expected) if mode.exact => difference::by_bytes(&path, &expected, feed),
            Some(expected) => difference::by_meaning(format, &path, &expected, feed),
        };
        let verdict = match difference {
            None => Verdict::Fine,
            Some(difference) if !mode.update => Verdict::Differs(difference),
            Some(_) => {
                write(&path, feed)?;
                Verdict::Written
            }
        };
        Ok(Line::new(path, verdict))
    }
}

/// What makes a conversion one that fails.
#[derive(Debug, Clone, Copy)]
struct Refused {
    warnings: bool,
    empty: bool,
}

/// All files below a folder, and the folders without any.
fn walk(dir: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for path in entries(dir)? {
        if path.is_dir() && !entries(&path)?.is_empty() {
            walk(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn stranger(path: &Path) -> Line {
    let text = if path.is_dir() { "the folder is empty" } else { "nothing reads this file" };
    let advice = "remove it, or name it in wp2feed.toml; known by their names are README.md, posts.json, \
        site.json, wp2feed.toml, expected.rss, expected.atom, expected.json and expected.stderr";
    Line::failed(path, &[Message::error("check", text).advise(advice)])
}

/// A feed that is expected, and has no file to say how.
fn missing(path: &Path, folder: &Path, format: Format) -> Line {
    let others = Format::ALL.into_iter().filter(|other| *other != format);
    let others: Vec<String> = others.map(|other| format!("\"{}\"", other.name())).collect();
    let advice = format!(
        "`wp2feed check --update {}` writes it; a sample of other formats alone has to = [{}] in wp2feed.toml",
        folder.display(),
        others.join(", ")
    );
    Line::failed(path, &[Message::error("check", "the file is missing").advise(advice)])
}

fn no_posts() -> Failure {
    let message = Message::error("check", "the sample has no posts.json");
    let advice = "save there what /wp-json/wp/v2/posts?_embed answers, or name other documents in \
        wp2feed.toml, as input = \"posts/*.json\"";
    Failure::new(Exit::Findings, message.advise(advice))
}

fn no_expectation(folder: &Path) -> Failure {
    let text = "nothing is expected: there is no expected.rss, expected.atom or expected.json";
    let advice = format!("`wp2feed check --update {}` writes them", folder.display());
    Failure::new(Exit::Findings, Message::error("check", text).advise(advice))
}

/// Reads a file that may be missing.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Failure::file(Access::Read, &path.display().to_string(), &e)),
    }
}

/// Writes a file whole or not at all.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let target = Target::from(Some(path.to_owned()));
    let name = target.name();
    let failed = |e| Failure::file(Access::Write, &name, &e);
    let mut output = target.open().map_err(failed)?;
    output
        .write(|out| Ok(out.write_all(bytes)?))
        .map_err(|e| Failure::library(Access::Write, &name, &e))?;
    output.keep().map_err(failed)
}
