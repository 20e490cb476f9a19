//! The conversion: documents read, notes told, feeds written.
//!
//! Nothing is written before every document was understood and every note is told.

use super::args::{Args, MessageArgs};
use super::exit::{Access, Exit, Failure, io_cause};
use super::feeds::{self, Peeked};
use super::ids;
use super::input::Input;
use super::messages::{Message, Messages};
use super::output::Target;
use super::plan::{Plan, Source};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use wp2feed::model::Feed;
use wp2feed::{Collection, Converted, Converter, ErrorKind, Format, Level, Options, Report, Site};

/// The documents of which feeds are made.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Documents {
    pub(super) inputs: Vec<Input>,
    collections: Vec<(Collection, Input)>,
    named_from: PathBuf,
    /// The format of feeds, where it is told.
    from: Option<Format>,
}

/// What a document is, ready to be read.
pub(super) enum Found {
    Collection(Collection, Box<dyn Read>),
    Posts(Box<dyn Read>),
    Feed(Format, Box<Feed>),
}

/// Converts as the arguments say.
pub(super) fn run(args: Args, messages: Messages) -> Result<Exit, Failure> {
    let MessageArgs { strict, fail_on_empty, .. } = args.messages;
    let Plan { source, outputs, out_dir } = Plan::new(args)?;
    let formats: Vec<Format> = outputs.iter().map(|(format, _)| *format).collect();
    let mut converted = read(source, &formats)?;
    tell(&converted, strict, messages);
    refuse(converted.report(), strict, fail_on_empty)?;
    if let Some(dir) = out_dir {
        make_folder(&dir)?;
    }
    write(&mut converted, &outputs, messages)?;
    Ok(Exit::Fine)
}

/// Reads the site's files, the collections, and then every document of posts.
pub(super) fn read(source: Source, formats: &[Format]) -> Result<Converted, Failure> {
    let first = first(&source)?;
    let format = first.as_ref().and_then(|first| first.format);
    let (documents, options) = settle(source, format)?;
    let mut converter = Converter::new(formats, options);
    documents.read(first, |name, found| match found {
        Found::Collection(kind, document) => converter.read_collection(kind, Some(name), document),
        Found::Posts(document) => converter.read(Some(name), document),
        Found::Feed(format, feed) => converter.read_feed(&feed, Some(format)),
    })?;
    converter.finish().map_err(|e| match e.kind() {
        ErrorKind::Option => Failure::usage(e.message(), "give --max-bytes a larger number"),
        _ => Failure::library(Access::Write, "the temporary file", &e),
    })
}

/// Opens the first input, which tells whether all are feeds.
fn first(source: &Source) -> Result<Option<Peeked>, Failure> {
    let Some(input) = source.inputs.first() else { return Ok(None) };
    let name = input.name_from(&source.named_from);
    feeds::peek(input.open()?, &name).map(Some)
}

/// Reads the site's files, and tells what is to be read then, and how; `format` is that of the first input,
/// if it is a feed.
pub(super) fn settle(
    source: Source,
    format: Option<Format>,
) -> Result<(Documents, Options), Failure> {
    let Source { inputs, collections, named_from, site_files, site, podcast, ids, .. } = source;
    let (from, mut options) = (source.feeds.from, source.options);
    if from.or(format).is_some() {
        options = source.feeds.options(options)?;
    }
    let files = site_files
        .iter()
        .try_fold(Site::default(), |known, file| read_site(file).map(|told| known.or(told)));
    let site = site.over(files?);
    // With --feed-of the title of the arguments is the feed's, and not the site's.
    let title = options.title.clone().or_else(|| site.title.clone());
    let podcast = podcast.read(&Site { title, ..site.clone() })?;
    let ids = ids.as_ref().map(ids::read).transpose()?.unwrap_or_default();
    let options = Options { site, podcast, ids, ..options };
    Ok((Documents { inputs, collections, named_from, from }, options))
}

impl Documents {
    /// Reads the collections, and then every document of posts or feeds, of which the first may be open.
    pub(super) fn read(
        &self,
        mut first: Option<Peeked>,
        mut read: impl FnMut(&str, Found) -> wp2feed::Result<()>,
    ) -> Result<(), Failure> {
        for (kind, input) in &self.collections {
            let name = input.name_from(&self.named_from);
            read(&name, Found::Collection(*kind, input.open()?))
                .map_err(|e| Failure::library(Access::Read, &name, &e))?;
        }
        for input in &self.inputs {
            let name = input.name_from(&self.named_from);
            let peeked = match first.take() {
                Some(peeked) => peeked,
                None => feeds::peek(input.open()?, &name)?,
            };
            for found in self.found(peeked, &name)? {
                read(&name, found).map_err(|e| Failure::library(Access::Read, &name, &e))?;
            }
        }
        Ok(())
    }

    /// What an input is: posts, or feeds one after another.
    fn found(&self, peeked: Peeked, name: &str) -> Result<Vec<Found>, Failure> {
        if self.from.or(peeked.format).is_none() {
            return Ok(vec![Found::Posts(peeked.document)]);
        }
        let feeds = feeds::read(peeked.document, self.from, name)?;
        Ok(feeds.into_iter().map(|(format, feed)| Found::Feed(format, Box::new(feed))).collect())
    }
}

fn read_site(input: &Input) -> Result<Site, Failure> {
    let bytes = input.read()?;
    Site::from_json(&bytes).map_err(|e| Failure::library(Access::Read, &input.name(), &e))
}

/// Tells what the library noticed, and how many posts became entries.
fn tell(converted: &Converted, strict: bool, messages: Messages) {
    let report = converted.report();
    notes(report, strict).for_each(|note| messages.say(&note));
    let read = if converted.is_of_feeds() { "entries" } else { "posts" };
    let text = format!("{read} read: {}, entries: {}", report.read(), report.written());
    messages.say(&Message::info("posts", text).counting(report.written() as u64));
}

/// What the library noticed.
pub(super) fn notes(report: &Report, strict: bool) -> impl Iterator<Item = Message> {
    report.notes().map(move |note| Message::from_note(note, strict))
}

/// Refuses a conversion that is not what was asked for.
pub(super) fn refuse(report: &Report, strict: bool, fail_on_empty: bool) -> Result<(), Failure> {
    if fail_on_empty {
        refuse_nothing(report)?;
    }
    if strict { refuse_warnings(report) } else { Ok(()) }
}

fn refuse_nothing(report: &Report) -> Result<(), Failure> {
    if report.written() > 0 {
        return Ok(());
    }
    let text = "no post is left to write, so nothing is written";
    let message =
        Message::error("empty", text).advise("ask for other posts, or drop --fail-on-empty");
    Err(Failure::new(Exit::Empty, message))
}

fn refuse_warnings(report: &Report) -> Result<(), Failure> {
    let found = report.notes().filter(|note| note.kind().level() == Level::Warning).count();
    if found == 0 {
        return Ok(());
    }
    let text = "something was left out or guessed, so nothing is written";
    let message = Message::error("strict", text).counting(found as u64);
    Err(Failure::new(Exit::Findings, message.advise("heed what is said above, or drop --strict")))
}

fn make_folder(dir: &Path) -> Result<(), Failure> {
    fs::create_dir_all(dir)
        .map_err(|e| Failure::file(Access::Write, &dir.display().to_string(), &e))
}

/// Writes every feed, and only then puts the files into their places.
fn write(
    converted: &mut Converted,
    outputs: &[(Format, Target)],
    messages: Messages,
) -> Result<(), Failure> {
    let mut written = Vec::new();
    for (format, target) in outputs {
        let name = target.name();
        let mut output = target.open().map_err(|e| Failure::file(Access::Write, &name, &e))?;
        match output.write(|out| converted.write(*format, out)) {
            Ok(bytes) => written.push((output, name, bytes)),
            // Who closes a pipe has read enough.
            Err(e) if io_cause(&e).is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) => {}
            Err(e) => return Err(Failure::library(Access::Write, &name, &e)),
        }
    }
    for (output, name, bytes) in written {
        output.keep().map_err(|e| Failure::file(Access::Write, &name, &e))?;
        let message = Message::info("written", format!("{bytes} bytes written"));
        messages.say(&message.about(&name).counting(bytes));
    }
    Ok(())
}
