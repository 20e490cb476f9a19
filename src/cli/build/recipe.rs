//! What `wp2feed.toml` asks for: its outputs, laid over what stands above them, and those put together
//! that can be made together.

use super::place::{Place, Refused};
use crate::cli::config::{Keys, Table};
use crate::cli::convert::{self, Documents};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input::Input;
use crate::cli::plan::{self, Plan};
use crate::cli::values;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use wp2feed::{ArchiveKind, FeedUrl, Format, Options};

/// The keys above all outputs.
pub(in crate::cli) const ABOVE: Keys<'_> = Keys {
    refused: &["to", "output", "feed-url", "message-format", "quiet", "verbose"],
    why: "formats and addresses belong to an [[output]], messages to the command line",
    own: &["out-dir", "base-url", "feed-of"],
};

/// The keys of an output.
pub(in crate::cli) const OUTPUT: Keys<'_> = Keys {
    refused: &["to", "output", "out-dir", "message-format", "quiet", "verbose"],
    why: "an output has a path and a format, and messages belong to the command line",
    own: &["path", "format", "base-url", "feed-of"],
};

/// The keys of an output and above it that are no arguments, and the one that may be none.
const OWN: [&str; 5] = ["out-dir", "base-url", "path", "format", "feed-of"];

/// Why an address can't be that of a folder.
const NO_FOLDER: &str = "expected the address of a folder, without a query or a place in it";

/// What is to be built.
pub(super) struct Recipe {
    /// The folder at which the paths of outputs start.
    pub(super) root: PathBuf,
    /// The files that are read, as the system knows them.
    pub(super) reads: BTreeSet<PathBuf>,
    pub(super) batches: Vec<Batch>,
}

/// Feeds of the same documents.
pub(super) struct Batch {
    pub(super) documents: Documents,
    pub(super) feeds: Vec<Feed>,
}

/// A feed, or one of each archive, in several formats.
pub(super) struct Feed {
    /// Where the first of its outputs is described.
    pub(super) table: Table,
    pub(super) each: Option<ArchiveKind>,
    /// All but the address.
    pub(super) options: Options,
    pub(super) outputs: Vec<Output>,
    pub(super) strict: bool,
    pub(super) fail_on_empty: bool,
}

/// A file, or one of each archive.
pub(super) struct Output {
    pub(super) format: Format,
    pub(super) place: Place,
    url: Option<String>,
}

impl Recipe {
    /// Reads the file.
    pub(super) fn read(input: &Input) -> Result<Recipe, Failure> {
        let mut above = Table::read(input).map_err(|failure| match input {
            Input::File(path) if !path.exists() => {
                failure.advise("`wp2feed init` writes one to start from")
            }
            _ => failure,
        })?;
        let outputs = above.take_tables("output")?;
        check(&above, &outputs)?;
        if outputs.is_empty() {
            let advice = "write [[output]] above path = \"feed.xml\", once for each file";
            return Err(above.refuse("output", "the file tells no output", advice));
        }
        let root = input.folder().join(above.text("out-dir")?.unwrap_or_default());
        let reads = real(input).into_iter().collect();
        let mut recipe = Recipe { root, reads, batches: Vec::new() };
        for output in outputs {
            recipe.add(&above, output)?;
        }
        recipe.refuse_standard_input(input)?;
        Ok(recipe)
    }

    /// Asks of every feed what is asked for on the command line.
    pub(super) fn demand(&mut self, strict: bool, fail_on_empty: bool) {
        for feed in self.batches.iter_mut().flat_map(|batch| &mut batch.feeds) {
            feed.strict |= strict;
            feed.fail_on_empty |= fail_on_empty;
        }
    }

    /// Adds an output to the feed that it is a format of, or to those of the same documents.
    fn add(&mut self, above: &Table, output: Table) -> Result<(), Failure> {
        let (documents, mut feed) = feed(above, output, &mut self.reads)?;
        let file = feed.outputs[0].place.file(&self.root, None);
        let all = self.batches.iter().flat_map(|batch| &batch.feeds).flat_map(|feed| &feed.outputs);
        if all.map(|output| output.place.file(&self.root, None)).any(|other| other == file) {
            let text = format!("another output has the path \"{}\" too", file.display());
            return Err(feed.table.refuse("path", text, "give each output a path of its own"));
        }
        let Some(batch) = self.batches.iter_mut().find(|batch| batch.documents == documents) else {
            self.batches.push(Batch { documents, feeds: vec![feed] });
            return Ok(());
        };
        match batch.feeds.iter_mut().find(|other| other.is_of(&feed)) {
            Some(other) => other.outputs.append(&mut feed.outputs),
            None => batch.feeds.push(feed),
        }
        Ok(())
    }

    /// Standard input is read once.
    fn refuse_standard_input(&self, input: &Input) -> Result<(), Failure> {
        let inputs = self.batches.iter().flat_map(|batch| &batch.documents.inputs);
        let asked = inputs.chain([input]).filter(|input| **input == Input::Stdin).count();
        if asked < 2 {
            return Ok(());
        }
        let text = "standard input is asked for more than once, but can be read only once";
        Err(Failure::usage(text, "save one of the documents to a file and name that"))
    }
}

impl Feed {
    /// Tells whether another feed is this one in another format.
    fn is_of(&self, other: &Feed) -> bool {
        let formats = || other.outputs.iter().map(|output| output.format);
        let new = |format| self.outputs.iter().all(|output| output.format != format);
        let same = (&self.options, self.each, self.strict, self.fail_on_empty)
            == (&other.options, other.each, other.strict, other.fail_on_empty);
        same && formats().all(new)
    }

    pub(super) fn formats(&self) -> Vec<Format> {
        self.outputs.iter().map(|output| output.format).collect()
    }

    /// The options with the addresses of all formats.
    pub(super) fn addressed(&self) -> Options {
        let urls: Vec<_> = self.outputs.iter().map(|output| output.url.clone()).collect();
        let feed_url = urls.iter().any(Option::is_some).then_some(FeedUrl::Each(urls));
        Options { feed_url, ..self.options.clone() }
    }
}

/// Tells everything that is wrong with the keys, before what depends on several of them.
fn check(above: &Table, outputs: &[Table]) -> Result<(), Failure> {
    let all = [above.check(&ABOVE)].into_iter().chain(outputs.iter().map(|it| it.check(&OUTPUT)));
    let wrong: Vec<_> = all.filter_map(Result::err).flat_map(|failure| failure.messages).collect();
    if wrong.is_empty() { Ok(()) } else { Err(Failure::all(Exit::Usage, wrong)) }
}

/// The feed of an output, and what it is made of.
fn feed(
    above: &Table,
    own: Table,
    reads: &mut BTreeSet<PathBuf>,
) -> Result<(Documents, Feed), Failure> {
    let titled = own.has("title");
    if !own.has("path") {
        return Err(own.refuse_whole("an output has no path", "write path = \"feed.xml\" in it"));
    }
    let table = own.over(above);
    let each = table.text("feed-of")?.and_then(|page| page.parse().ok());
    let output = output(&table, each.is_some())?;
    let own = if each.is_some() { &OWN[..] } else { &OWN[..OWN.len() - 1] };
    let args = table.args(&Keys { own, ..OUTPUT })?;
    let (strict, fail_on_empty) = (args.messages.strict, args.messages.fail_on_empty);
    if args.inputs.is_empty() {
        let text = "no posts are told";
        return Err(table.refuse("input", text, "write input = \"posts.json\" above all outputs"));
    }
    let mut source = Plan::new(args)?.source;
    // The title above all outputs is the site's, that of an output the feed's.
    match (titled, each) {
        (true, Some(_)) => source.options.title = source.site.title.take(),
        (true, None) => {}
        (false, _) => source.site.title = source.options.title.take().or(source.site.title),
    }
    source.options.feed_url = None;
    let besides = source.documents().skip(source.inputs.len());
    if besides.chain(&source.podcast.file()).any(|input| *input == Input::Stdin) {
        let text = "a build reads nothing but posts from standard input";
        return Err(table.refuse("site", text, "save the document to a file and name that"));
    }
    reads.extend(source.documents().chain(&source.podcast.file()).filter_map(real));
    let format = source.inputs.first().and_then(Input::format);
    let archives = each.is_some() && source.feeds.from.or(format).is_some();
    if archives {
        let text =
            "feeds of each category, tag or author are made of posts, but the input is a feed";
        return Err(table.refuse("feed-of", text, "leave this output out, or give the posts"));
    }
    let (documents, options) = convert::settle(source, format)?;
    let outputs = vec![output];
    Ok((documents, Feed { table, each, options, outputs, strict, fail_on_empty }))
}

/// The file of an input without any links.
fn real(input: &Input) -> Option<PathBuf> {
    match input {
        Input::File(path) => path.canonicalize().ok(),
        Input::Stdin => None,
    }
}

/// Where an output goes, and in which format.
fn output(table: &Table, each: bool) -> Result<Output, Failure> {
    let refuse = |key: &str, (text, advice): Refused| table.refuse(key, text, advice);
    let path = table.text("path")?.unwrap_or_default();
    let place = Place::new(path.to_owned(), each).map_err(|why| refuse("path", why))?;
    let format = match table.text("format")? {
        Some(name) => Format::from_name(name).ok_or_else(|| unknown(table, name))?,
        None => plan::format_of(Path::new(path)).unwrap_or(Format::Rss),
    };
    let url = match (table.text("feed-url")?, table.text("base-url")?) {
        (Some(url), _) => Some(url.to_owned()),
        (None, Some(base)) => {
            values::address(base)
                .and_then(
                    |base| if base.contains(['?', '#']) { Err(NO_FOLDER.into()) } else { Ok(()) },
                )
                .map_err(|why| refuse("base-url", (why, "it is that of out-dir")))?;
            Some(place.address(base).map_err(|why| refuse("path", why))?)
        }
        (None, None) => None,
    };
    Ok(Output { format, place, url })
}

fn unknown(table: &Table, name: &str) -> Failure {
    let known = Format::ALL.map(Format::name).join(", ");
    let text = format!("expected a format, but found \"{name}\"");
    table.refuse("format", text, format!("known: {known}"))
}
